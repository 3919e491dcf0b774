import SandboxDomain

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A file that is being read, or standard input; closed when nobody reads it any more.
final class OpenFile {
    private let name: String
    private let descriptor: Int32
    private let isOurs: Bool

    init(_ path: String) throws(BadInput) {
        (name, isOurs) = (path, true)
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputFile.unreadable(path) }
    }

    /// - Parameter descriptor: one that is open already, and stays so.
    init(_ descriptor: Int32, name: String) { (self.name, self.descriptor, isOurs) = (name, descriptor, false) }

    deinit { if isOurs { close(descriptor) } }

    /// The next bytes; nil at the end.
    func next() throws(BadInput) -> [UInt8]? {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw InputFile.unreadable(name) }
            chunk.removeLast(chunk.count - count)
            return count == 0 ? nil : chunk
        }
    }
}
