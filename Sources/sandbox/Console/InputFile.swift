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
        if path == "-" { return try Console.current.readInput() }
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable(path) }
        defer { close(file) }
        return try bytes(ofDescriptor: file, name: path)
    }

    /// The bytes of a file of any size, piece by piece.
    static func pieces(of path: String, _ each: ([UInt8]) throws -> Void) throws {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable(path) }
        defer { close(file) }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe read(file, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(path) }
            if count == 0 { return }
            try each(Array(chunk[..<count]))
        }
    }

    static func bytes(ofDescriptor file: Int32, name: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe read(file, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(name) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= maxBytes else {
                errno = EFBIG
                throw unreadable(name)
            }
        }
    }

    private static func unreadable(_ path: String) -> BadInput {
        let reason = unsafe String(cString: strerror(errno))
        return BadInput(.unreadableFile("\(path) (\(reason))"), file: path)
    }

    /// `path` as seen from `folder`, unless it is absolute.
    static func path(_ path: String, from folder: String?) -> String {
        guard let folder, !path.hasPrefix("/"), folder != "." else { return path }
        return folder == "/" ? "/" + path : folder + "/" + path
    }

    /// The last part of a path: the name under which a paper is kept.
    static func name(of path: String) -> String {
        String(path.split(separator: "/").last ?? "")
    }
}
