import SandboxViews

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The operating system user a server runs as: whoever types the command, but never root, which PostgreSQL refuses.
struct ServerUser: Equatable, Sendable {
    let id: UInt32
    let group: UInt32
    let name: String
    /// True when root runs the server as somebody else.
    let isAnother: Bool

    /// Root runs the server as `postgres`, the user that the server's packages make.
    /// Whoever runs the program.
    static var myself: ServerUser { ServerUser(id: geteuid(), group: getegid(), name: "", isAnother: false) }

    static func current() throws(Failure) -> ServerUser {
        guard geteuid() == 0 else {
            return ServerUser(id: geteuid(), group: getegid(), name: "", isAnother: false)
        }
        guard let entry = unsafe getpwnam("postgres") else { throw .serverUserMissing }
        return unsafe ServerUser(
            id: entry.pointee.pw_uid, group: entry.pointee.pw_gid, name: "postgres", isAnother: true
        )
    }

    /// Whether the user may pass through every directory above `path`. A directory that does not exist yet will be
    /// made by us.
    func unreachableDirectory(above path: String) -> String? {
        guard isAnother else { return nil }
        var directory = FileSystem.parent(of: path)
        while true {
            if let status = FileSystem.status(of: directory, followingLinks: true), !mayPass(status) {
                return directory
            }
            if directory == "/" || directory == "." { return nil }
            directory = FileSystem.parent(of: directory)
        }
    }

    private func mayPass(_ directory: FileSystem.Status) -> Bool {
        if directory.owner == id { return directory.permissions & 0o100 != 0 }
        if directory.group == group { return directory.permissions & 0o010 != 0 }
        return directory.permissions & 0o001 != 0
    }
}
