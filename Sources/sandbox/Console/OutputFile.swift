import SandboxPresentation
import SandboxViews

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Writes what a command hands out as files.
enum OutputFile {
    /// Makes a file of these bytes. One of that name that is there already is never overwritten.
    static func create(_ path: String, _ bytes: [UInt8]) throws(Failure) {
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw .notWritten(path, errno) }
        defer { close(file) }
        guard FileSystem.write(bytes, to: file) else {
            let failure = Failure.notWritten(path, errno)
            FileSystem.remove(path)
            throw failure
        }
    }

    /// Whether the path names a folder that is there.
    static func isFolder(_ path: String) -> Bool {
        FileSystem.status(of: path, followingLinks: true)?.isDirectory == true
    }
}

extension Failure {
    fileprivate static func notWritten(_ path: String, _ number: Int32) -> Failure {
        Failure(
            code: number == EEXIST ? "file-exists" : "file-not-written", status: .usage,
            what: Wording("\(path)에 쓰지 못했습니다", "\(path) was not written"),
            why: number == EEXIST
                ? Wording("그 이름의 파일이 이미 있습니다", "there is a file of that name already")
                : Wording("운영체제가 거부했습니다", "the operating system refused"),
            detail: number == EEXIST ? nil : unsafe String(cString: strerror(number)),
            hint: Wording("--output으로 다른 이름을 쓰십시오.", "Name another with --output."))
    }
}
