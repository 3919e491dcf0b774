import Glibc

/// Something that listens where a server would, and never answers.
final class MuteServer: Sendable {
    let folder: String
    private let socket: Int32

    struct Failure: Error { let number: Int32 }

    init() throws {
        folder = "/tmp/mute\(UInt32.random(in: 0 ... .max))"
        guard mkdir(folder, 0o700) == 0 else { throw Failure(number: errno) }
        socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: "\(folder)/.s.PGSQL.5432".utf8) }
        let bound = withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0, listen(socket, 5) == 0 else { throw Failure(number: errno) }
    }

    deinit {
        close(socket)
        unlink("\(folder)/.s.PGSQL.5432")
        rmdir(folder)
    }
}
