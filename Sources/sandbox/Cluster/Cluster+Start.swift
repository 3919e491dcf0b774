import SandboxPresentation
import SandboxViews

/// Starting and stopping; the caller holds the lock.
extension Cluster {
    /// How long a server may take to recover or to close before a command gives up on it; the server goes on.
    private static let patience = 60

    /// - Parameter anew: make a database although there was one.
    func startLocked(anew: Bool = false) async throws -> String {
        if case .unreachable(let file) = try await settled() {
            notice(
                Wording(
                    "데이터베이스의 폴더나 소켓(\(file.socketDirectory))이 옮겨졌거나 지워져 서버를 다시 시작합니다",
                    "the database's folder or socket (\(file.socketDirectory)) was moved or deleted; restarting the server"
                )
            )
            try await stopLocked(file)
        }
        if case .running(_, let directory) = state() { return directory }
        let programs: ServerPrograms
        if let made = madeBy() {
            programs = try await serverPrograms(major: made)
        } else {
            if FileSystem.exists(folder.marker), !anew {
                throw Failure.dataMissing(folder.path, marker: folder.marker)
            }
            programs = try await serverPrograms(major: nil)
            try await create(with: programs)
        }
        if !FileSystem.exists(folder.marker) {
            try FileSystem.write("A database of sandbox is in \(folder.path).\n", to: folder.marker, owner: user)
        }
        let directory = folder.socketDirectory(user: user)
        if directory != folder.path { try ClusterFolder.makePrivate(directory, for: user) }
        try FileSystem.write(settings(socketDirectory: directory), to: folder.settings, owner: user)
        try disownForeignProcess()
        // No server runs, so what is left of its socket is a crash's; its lock, too, may name a stranger's process.
        FileSystem.remove(ClusterFolder.socketPath(in: directory) + ".lock")
        try rotateLog()
        return try await launch(programs, socketDirectory: directory)
    }

    /// Waits while a server is on its way up or down.
    private func settled() async throws -> State {
        let deadline = ContinuousClock.now + .seconds(Self.patience)
        var lostSince: ContinuousClock.Instant?
        while true {
            let state = state()
            guard case .unreachable(let file) = state else { return state }
            let now = ContinuousClock.now
            if file.state == .ready {
                // Between its first sign of life and its socket lie microseconds.
                if let lostSince, now - lostSince > .seconds(2) { return state }
                lostSince = lostSince ?? now
            }
            if now > deadline { throw Failure.serverNotReady(log: folder.log) }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// A killed server's last processes need a moment to notice; until then PostgreSQL refuses to start beside them.
    private func launch(_ programs: ServerPrograms, socketDirectory: String) async throws -> String {
        let arguments = ["start", "-s", "-w", "-t", "\(Self.patience)", "-D", folder.data, "-l", folder.log]
        let deadline = ContinuousClock.now + .seconds(10)
        while true {
            let outcome = try await Program(path: programs.folder + "/pg_ctl", user: user)
                .run(arguments, output: folder.programLog)
            switch state() {
            case .running(_, let directory): return directory
            case .unreachable: throw Failure.serverNotReady(log: folder.log)
            case .none, .stopped: break
            }
            let lines = (FileSystem.text(of: folder.log) ?? outcome.output).split(separator: "\n").suffix(5)
            let areSomeLeft = lines.contains { $0.contains("shared memory block") && $0.contains("still in use") }
            guard areSomeLeft, ContinuousClock.now < deadline else {
                throw Failure.serverDidNotStart(log: folder.log, tail: lines.joined(separator: "\n"))
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Asks the server to end, and waits a minute for it. A suspended one hears nothing, so nobody waits for it.
    func stopLocked(_ file: PostmasterFile) async throws {
        let programs = try await serverPrograms(major: madeBy())
        guard file.suspended.isEmpty else { throw Failure.serverSuspended(file.suspended) }
        let arguments = ["stop", "-s", "-w", "-t", "\(Self.patience)", "-m", "fast", "-D", folder.data]
        let outcome = try await Program(path: programs.folder + "/pg_ctl", user: user)
            .run(arguments, output: folder.programLog)
        // A server whose folder was moved ends by a crash, which loses nothing; what counts is that it ended.
        if case .stopped = state() { return }
        guard outcome.status != 0 else { return }
        guard file.suspended.isEmpty else { throw Failure.serverSuspended(file.suspended) }
        throw Failure.serverNotStopped(process: file.processID, log: folder.log, seconds: Self.patience)
    }

    /// The major version the data was made by; nil when there is no data.
    func madeBy() -> Int? {
        FileSystem.text(of: folder.data + "/PG_VERSION").flatMap { Int($0.prefix { $0.isASCII && $0.isNumber }) }
    }

    func serverPrograms(major wanted: Int?) async throws -> ServerPrograms {
        var found: [Int] = []
        let candidates =
            if let programFolder { ServerPrograms.complete([programFolder]) } else {
                ServerPrograms.folders(path: searchPath, pgConfigFolder: try await pgConfigFolder())
            }
        for candidate in candidates {
            let output = try await Program(path: candidate + "/postgres", user: user)
                .run(["--version"], output: folder.programLog).output
            guard let major = ServerPrograms.major(fromVersion: output) else { continue }
            if wanted == nil ? major >= ServerPrograms.oldestSupported : major == wanted {
                return ServerPrograms(folder: candidate, major: major)
            }
            found.append(major)
        }
        guard !found.isEmpty else { throw Failure.serverProgramsMissing }
        guard let wanted else { throw Failure.serverTooOld(found.max() ?? 0) }
        throw Failure.serverVersionMissing(made: wanted, installed: found, folder: folder.data)
    }

    private func pgConfigFolder() async throws -> String? {
        let programs = searchPath.split(separator: ":").map { "\($0)/pg_config" }
        guard let program = programs.first(where: FileSystem.isExecutable) else { return nil }
        let outcome = try await Program(path: program, user: user).run(["--bindir"], output: folder.programLog)
        return outcome.status == 0 ? String(outcome.output.prefix { $0 != "\n" }) : nil
    }

    /// After a crash the number in `postmaster.pid` may have become another process of the same user; PostgreSQL
    /// would then refuse to start for as long as that one runs.
    private func disownForeignProcess() throws {
        guard let text = FileSystem.text(of: folder.postmasterFile), let file = PostmasterFile(text),
            file.process(of: folder.data) == .somethingElse
        else { return }
        try FileSystem.write(PostmasterFile.disowned(text), to: folder.postmasterFile, owner: user)
    }

    private func rotateLog() throws {
        guard let log = FileSystem.status(of: folder.log), log.size > 10_000_000 else { return }
        try FileSystem.rename(folder.log, to: folder.log + ".1")
    }
}
