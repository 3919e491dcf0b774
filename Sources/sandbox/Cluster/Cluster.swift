import SandboxPresentation
import SandboxViews

/// The embedded database: a PostgreSQL server of one's own, on a Unix socket in a private directory.
///
/// Whoever can enter the directory, its owner or root, may connect as any person; nobody else can reach it.
/// The server outlives the command that started it and is found again by the next one.
struct Cluster: Sendable {
    static let administrator = "sandbox_admin"
    static let database = "sandbox"

    let folder: ClusterFolder
    let user: ServerUser
    /// `PATH`, where a server is looked for first.
    let searchPath: String
    /// The folder of the server's programs, when somebody said which (`SANDBOX_POSTGRES_BIN`); then no other is tried.
    var programFolder: String?
    /// Told what takes time, such as making the cluster.
    let notice: @Sendable (Wording) -> Void

    init(environment: [String: String], notice: @escaping @Sendable (Wording) -> Void) throws(Failure) {
        let user = try ServerUser.current()
        let folder = try ClusterFolder(environment: environment, user: user)
        self.init(folder: folder, user: user, searchPath: environment["PATH"] ?? "", notice: notice)
        programFolder = environment["SANDBOX_POSTGRES_BIN"].flatMap { $0.isEmpty ? nil : $0 }
    }

    init(
        folder: ClusterFolder, user: ServerUser, searchPath: String, notice: @escaping @Sendable (Wording) -> Void
    ) {
        self.folder = folder
        self.user = user
        self.searchPath = searchPath
        self.notice = notice
    }

    /// What a look at the folder tells, without starting anything.
    enum State: Equatable {
        case none
        case stopped
        /// A server is there but not of use: starting, stopping, without its socket, or with its folder moved away.
        case unreachable(PostmasterFile)
        case running(PostmasterFile, socketDirectory: String)
    }

    func state() -> State {
        guard FileSystem.exists(folder.data + "/PG_VERSION") else { return .none }
        guard let text = FileSystem.text(of: folder.postmasterFile), let file = PostmasterFile(text),
            file.process(of: folder.data) == .thisServer
        else { return .stopped }
        guard file.state == .ready, !file.wasMoved(to: folder.data) else { return .unreachable(file) }
        let directory = file.socketDirectory
        guard ClusterFolder.isPrivate(directory, of: user),
            LocalSocket.answers(ClusterFolder.socketPath(in: directory))
        else { return .unreachable(file) }
        return .running(file, socketDirectory: directory)
    }

    /// Finds the running server, or starts it, making the cluster first if there is none.
    /// - Returns: the directory of its socket, libpq's `host`.
    func start() async throws -> String {
        if case .running(_, let directory) = state() { return directory }
        return try await locked { try await startLocked() }
    }

    /// - Returns: false if it was not running.
    func stop() async throws -> Bool {
        guard FileSystem.exists(folder.path) else { return false }
        return try await locked {
            switch state() {
            case .none, .stopped: return false
            case .unreachable(let file), .running(let file, _):
                try await stopLocked(file)
                return true
            }
        }
    }

    /// Does work that no second command may do to this cluster at the same time.
    func locked<T>(_ body: () async throws -> T) async throws -> T {
        if let closed = user.unreachableDirectory(above: folder.path) {
            throw Failure.folderUnreachable(folder.path, closed: closed)
        }
        if folder.path.contains(where: { "\"\\$`\n".contains($0) }) {
            throw Failure.folderUnusable(folder.path, "a path with one of \" \\ $ ` cannot be handed to pg_ctl")
        }
        try ClusterFolder.makePrivate(folder.path, for: user)
        do {
            guard let lock = try await FileLock.acquire(folder.lock, patience: .seconds(90)) else {
                throw Failure.clusterBusy(lock: folder.lock)
            }
            let result = try await body()
            _ = consume lock
            return result
        } catch let error as SystemError {
            throw Failure.folderUnusable(folder.path, error.description)
        }
    }
}
