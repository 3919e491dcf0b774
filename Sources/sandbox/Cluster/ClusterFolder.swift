import SandboxViews

/// Where a cluster lives. Everything is derived from the folder's path at each start, so a moved home is found again.
///
/// An ordinary user's is `$XDG_DATA_HOME/sandbox/cluster`, by default `~/.local/share/sandbox/cluster`. Root's is
/// `/var/lib/sandbox/cluster` unless `XDG_DATA_HOME` says otherwise: the server then runs as `postgres`, who may not
/// enter root's home.
struct ClusterFolder: Equatable, Sendable {
    let path: String

    init(path: String) { self.path = path }

    init(environment: [String: String], user: ServerUser) throws(Failure) {
        // The XDG convention: a relative path is invalid and is ignored.
        let chosen = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        guard let data = chosen ?? (user.isAnother ? "/var/lib" : home.map { $0 + "/.local/share" }) else {
            throw .folderUnusable("sandbox/cluster", "neither XDG_DATA_HOME nor HOME is set")
        }
        path = (data.hasSuffix("/") ? String(data.dropLast()) : data) + "/sandbox/cluster"
    }

    var data: String { path + "/data" }
    /// The data directory while `initdb` works on it.
    var unfinishedData: String { path + "/data.new" }
    var log: String { path + "/server.log" }
    /// What `initdb` or `pg_ctl` said last.
    var programLog: String { path + "/program.log" }
    var lock: String { path + "/lock" }
    var settings: String { path + "/server.conf" }
    /// Holds the version and the digest of the schema that was last prepared here, so that an ordinary command need not look.
    var prepared: String { path + "/prepared" }
    /// Says, beside the folder, that a database was made in it: the folder may be a volume that is not mounted today.
    var marker: String { path + ".made" }
    /// Holds the login of whoever somebody at a terminal acted as last.
    var person: String { path + "/person" }
    var postmasterFile: String { data + "/postmaster.pid" }

    /// A socket's address holds 107 bytes.
    static let longestSocketPath = 107

    static func socketPath(in directory: String) -> String { directory + "/.s.PGSQL.5432" }

    /// The folder itself, if the socket's path fits; else a directory under /tmp named for the user and the folder.
    ///
    /// Not below XDG_RUNTIME_DIR: that vanishes at logout, and the server with its socket outlives a login.
    func socketDirectory(user: ServerUser) -> String {
        if Self.socketPath(in: path).utf8.count <= Self.longestSocketPath { return path }
        return "/tmp/sandbox-\(user.id)-\(Self.fingerprint(path))"
    }

    /// FNV-1a. It need not resist attack: the directory's owner and mode are checked before it is trusted.
    static func fingerprint(_ text: String) -> String {
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 36)
    }

    /// Makes a directory for the server's user alone, or checks that it is one.
    static func makePrivate(_ path: String, for user: ServerUser) throws(Failure) {
        do throws(SystemError) {
            if FileSystem.status(of: path) == nil {
                try FileSystem.makeDirectories(FileSystem.parent(of: path), permissions: user.isAnother ? 0o755 : 0o700)
                try FileSystem.makeDirectory(path, permissions: 0o700)
            }
            // Made by root a moment ago, by this command or by one beside it; only root can have made it.
            if user.isAnother, let status = FileSystem.status(of: path), status.isDirectory, status.owner == 0 {
                try FileSystem.changeOwner(of: path, to: user.id, group: user.group)
            }
        } catch {
            throw .folderUnusable(path, error.description)
        }
        guard isPrivate(path, of: user) else { throw .folderNotPrivate(path) }
    }

    static func isPrivate(_ path: String, of user: ServerUser) -> Bool {
        guard let status = FileSystem.status(of: path) else { return false }
        return status.isDirectory && status.owner == user.id && status.permissions & 0o077 == 0
    }
}
