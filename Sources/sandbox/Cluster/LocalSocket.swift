#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

enum LocalSocket {
    /// Whether anything listens at this path. After a crash the file is still there, but nothing answers. Nobody waits for
    /// one that listens and accepts nobody.
    static func answers(_ path: String) -> Bool {
        var address = sockaddr_un()
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard path.utf8.count < room else { return false }
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
        #if canImport(Darwin)
            let file = socket(AF_UNIX, SOCK_STREAM, 0)
        #else
            let file = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        #endif
        guard file >= 0 else { return false }
        defer { close(file) }
        #if canImport(Darwin)
            _ = fcntl(file, F_SETFL, O_NONBLOCK)
        #endif
        let answer = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                unsafe connect(file, generic, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        return answer == 0 || errno == EAGAIN
    }
}
