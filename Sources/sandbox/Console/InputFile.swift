import SandboxCore
import SandboxDomain

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Reads what a person names on the command line. What cannot be read is bad input, with the system's reason.
enum InputFile {
    /// Larger than any paper or table anybody files; a pipe without end is stopped there.
    static let maxBytes = 64 * 1024 * 1024

    /// The bytes of a file, or of standard input for `-`.
    static func bytes(of path: String) throws -> [UInt8] {
        let next = try source(path).pieces()
        var bytes: [UInt8] = []
        while let piece = try next() {
            bytes += piece
            guard bytes.count <= maxBytes else { throw unreadable(path, EFBIG) }
        }
        return bytes
    }

    /// A file of any size, or standard input for `-`, which is read piece by piece as it is needed.
    static func source(_ path: String) -> InputSource {
        if path == "-" { return Console.current.inputSource }
        return InputSource(name: path) { () throws(BadInput) in try OpenFile(path).next }
    }

    /// The bytes of a file of any size, piece by piece.
    static func pieces(of path: String, _ each: ([UInt8]) throws -> Void) throws {
        let file = try OpenFile(path)
        while let piece = try file.next() { try each(piece) }
    }

    static func unreadable(_ path: String, _ error: Int32 = errno) -> BadInput {
        let reason = unsafe String(cString: strerror(error))
        return BadInput(.unreadableFile("\(path) (\(reason))"), file: path)
    }

    /// `path` as seen from `folder`, unless it is absolute.
    static func path(_ path: String, from folder: String?) -> String {
        guard let folder, !path.hasPrefix("/"), folder != "." else { return path }
        return folder == "/" ? "/" + path : folder + "/" + path
    }

    /// Whether what a path leads to, links followed, is in a folder or below it. A path that leads nowhere is judged by its words.
    static func isWithin(_ path: String, _ folder: String) -> Bool {
        guard let root = FileSystem.whole(folder), let place = FileSystem.whole(path) else {
            return !path.split(separator: "/").contains("..") && (!path.hasPrefix("/") || path.hasPrefix(folder + "/"))
        }
        return root == "/" || place.hasPrefix(root + "/")
    }

    /// The last part of a path: the name under which a paper is kept.
    static func name(of path: String) -> String {
        String(path.split(separator: "/").last ?? "")
    }
}
