/// The project's folder, without a slash at its end: the one place that knows how deep the tests lie in it.
package let projectFolder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")
