import SandboxPresentation
import SandboxTesting
import SandboxViews
import Testing

@testable import sandbox

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// One after the other: each starts servers, and the tests beside these want the machine as well.
@Suite("The embedded cluster", .serialized, .timeLimit(.minutes(5)))
struct ClusterTests {
    @Test("is made on the first start, found again, and stopped")
    func lifeOfACluster() async throws {
        try await ScratchCluster.with { scratch in
            #expect(scratch.cluster().state() == .none)
            let directory = try await scratch.cluster().start()
            let first = try #require(scratch.running())
            #expect(directory == scratch.cluster().folder.path)
            #expect(try await scratch.cluster().start() == directory)
            #expect(scratch.running()?.processID == first.processID)
            #expect(scratch.notices.count == 1)

            #expect(try await scratch.cluster().stop())
            #expect(scratch.cluster().state() == .stopped)
            #expect(try await scratch.cluster().stop() == false)
        }
    }

    @Test("keeps everybody else out: private directory, no network, durable settings")
    func privateAndDurable() async throws {
        try await ScratchCluster.with { scratch in
            let cluster = scratch.cluster()
            let directory = try await cluster.start()
            let status = try #require(FileSystem.status(of: directory))
            #expect(status.permissions == 0o700)
            #expect(status.owner == scratch.user.id)
            #expect(try await scratch.setting("listen_addresses") == "")
            #expect(try await scratch.setting("fsync") == "on")
            #expect(try await scratch.setting("synchronous_commit") == "on")
            #expect(try await scratch.setting("full_page_writes") == "on")
            #expect(try await scratch.setting("server_encoding") == "UTF8")
        }
    }

    @Test("starts again after a crash, also when the old process number belongs to somebody else now")
    func crash() async throws {
        try await ScratchCluster.with { scratch in
            let cluster = scratch.cluster()
            _ = try await cluster.start()
            try await scratch.crash()
            #expect(cluster.state() == .stopped)
            _ = try await cluster.start()

            try await scratch.crash()
            let file = cluster.folder.postmasterFile
            let text = try #require(FileSystem.text(of: file))
            let bystander = Program(path: "/bin/sh", user: scratch.user)
            let output = "\(scratch.parent)/bystander"
            _ = try await bystander.run(["-c", "sleep 300 >/dev/null 2>&1 & echo $!"], output: output)
            let number = try #require(FileSystem.text(of: output).flatMap { Int32($0.dropLast()) })
            defer { kill(number, SIGKILL) }
            try FileSystem.write("\(number)" + text.drop { $0 != "\n" }, to: file, owner: scratch.user)
            #expect(cluster.state() == .stopped)
            _ = try await cluster.start()
            #expect(scratch.running()?.processID != number)
            #expect(kill(number, 0) == 0)
        }
    }

    #if os(Linux)
        @Test("whoever stops a suspended server is told so, at once, and which process to wake")
        func suspendedServer() async throws {
            try await ScratchCluster.with { scratch in
                _ = try await scratch.cluster().start()
                let process = try #require(scratch.running()).processID
                kill(process, SIGSTOP)
                let failure = await #expect(throws: Failure.self) { try await scratch.cluster().stop() }
                kill(process, SIGCONT)
                #expect(failure?.code == "server-suspended" && failure?.status == .unavailable)
                #expect(failure?.hint?.en.contains("kill -CONT \(process)") == true)
                #expect(try await scratch.cluster().stop())
            }
        }
    #endif

    @Test("a folder that is empty and was not is no place for a new database")
    func emptiedFolder() async throws {
        try await ScratchCluster.with { scratch in
            let cluster = scratch.cluster()
            _ = try await cluster.start()
            let made = try #require(FileSystem.text(of: cluster.folder.data + "/PG_VERSION"))
            #expect(try await cluster.stop())
            for name in FileSystem.entries(of: cluster.folder.path) {
                try await scratch.run("/bin/rm", "-rf", cluster.folder.path + "/" + name)
            }
            let failure = await #expect(throws: Failure.self) { try await cluster.start() }
            #expect(failure?.code == "data-missing" && failure?.status == .unavailable)
            #expect(!FileSystem.exists(cluster.folder.data))
            _ = try await cluster.locked { try await cluster.startLocked(anew: true) }
            #expect(FileSystem.text(of: cluster.folder.data + "/PG_VERSION") == made)
        }
    }

    @Test("four starters at the same moment get one server")
    func simultaneousStarters() async throws {
        try await ScratchCluster.with { scratch in
            let directories = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<4 { group.addTask { try await scratch.cluster().start() } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(directories.count == 1)
            #expect(scratch.notices.count == 1)
        }
    }

    @Test("is found in a folder that was moved, while stopped and while running")
    func movedFolder() async throws {
        try await ScratchCluster.with { scratch in
            _ = try await scratch.cluster().start()
            let process = try #require(scratch.running()).processID
            try FileSystem.rename(scratch.cluster().folder.path, to: scratch.cluster("moved").folder.path)
            #expect(try await scratch.cluster("moved").start() == scratch.cluster("moved").folder.path)
            #expect(try #require(scratch.running("moved")).processID != process)

            #expect(try await scratch.cluster("moved").stop())
            try FileSystem.rename(scratch.cluster("moved").folder.path, to: scratch.cluster("again").folder.path)
            #expect(try await scratch.cluster("again").start() == scratch.cluster("again").folder.path)
        }
    }

    @Test("puts its socket below /tmp when its path is too long, and finds it after a move")
    func longPath() async throws {
        try await ScratchCluster.with { scratch in
            let long = scratch.cluster(String(repeating: "길", count: 40))
            let directory = try await long.start()
            #expect(directory.hasPrefix("/tmp/sandbox-"))
            #expect(FileSystem.status(of: directory)?.permissions == 0o700)
            let moved = scratch.cluster(String(repeating: "긴", count: 40))
            try FileSystem.rename(long.folder.path, to: moved.folder.path)
            #expect(moved.folder.socketDirectory(user: scratch.user) != directory)
            #expect(try await moved.start() == moved.folder.socketDirectory(user: scratch.user))
            try await scratch.run("/bin/rm", "-rf", directory)
        }
    }

    @Test("restarts a server whose socket was deleted")
    func lostSocket() async throws {
        try await ScratchCluster.with { scratch in
            let directory = try await scratch.cluster().start()
            FileSystem.remove(ClusterFolder.socketPath(in: directory))
            #expect(try await scratch.cluster().start() == directory)
            #expect(scratch.notices.last?.contains("moved or deleted") == true)
        }
    }

    @Test("begins anew after a creation that was cut short")
    func halfMadeCluster() async throws {
        try await ScratchCluster.with { scratch in
            let folder = scratch.cluster().folder
            try ClusterFolder.makePrivate(folder.path, for: scratch.user)
            _ = try await Program(path: "/bin/sh", user: scratch.user)
                .run(
                    ["-c", "mkdir '\(folder.unfinishedData)'; echo 15 > '\(folder.unfinishedData)/PG_VERSION'"],
                    output: folder.programLog)
            _ = try await scratch.cluster().start()
            #expect(!FileSystem.exists(folder.unfinishedData))
        }
    }

    @Test("refuses with the remedy when the server's version, its programs or the folder's privacy are missing")
    func refusals() async throws {
        try await ScratchCluster.with { scratch in
            var cluster = scratch.cluster()
            cluster.programFolder = "/nowhere"
            try await expectFailure("server-programs-missing") { _ = try await cluster.start() }

            cluster = scratch.cluster()
            _ = try await cluster.start()
            _ = try await cluster.stop()
            let version = cluster.folder.data + "/PG_VERSION"
            let made = try #require(FileSystem.text(of: version))
            try FileSystem.write("99\n", to: version, owner: scratch.user)
            try await expectFailure("server-version-missing") { _ = try await cluster.start() }
            try FileSystem.write(made, to: version, owner: scratch.user)

            try await scratch.run("/bin/chmod", "750", cluster.folder.path)
            try await expectFailure("folder-not-private") { _ = try await cluster.start() }
        }
    }

    @Test("says what PostgreSQL said when it does not start")
    func brokenSettings() async throws {
        try await ScratchCluster.with { scratch in
            let cluster = scratch.cluster()
            _ = try await cluster.start()
            _ = try await cluster.stop()
            let settings = cluster.folder.data + "/postgresql.conf"
            let text = try #require(FileSystem.text(of: settings))
            try FileSystem.write(text + "\nno_such_setting = 1\n", to: settings, owner: scratch.user)
            let failure = try await expectFailure("server-did-not-start") { _ = try await cluster.start() }
            #expect(failure?.detail?.contains("no_such_setting") == true)
        }
    }
}

/// The act must fail with this code and the status for an unavailable database.
@discardableResult
func expectFailure(_ code: String, _ act: () async throws -> Void) async throws -> Failure? {
    let failure = await #expect(throws: Failure.self) { try await act() }
    #expect(failure?.code == code)
    #expect(failure?.status == .unavailable)
    #expect(failure?.hint != nil)
    return failure
}

extension ScratchCluster {
    func running(_ name: String = "cluster") -> PostmasterFile? {
        if case .running(let file, _) = cluster(name).state() { file } else { nil }
    }

    /// Ends the server as a power cut would.
    func crash() async throws {
        let server = try #require(running())
        kill(server.processID, SIGKILL)
        try await eventually { kill(server.processID, 0) != 0 }
    }

    /// What the running server says about a setting.
    func setting(_ name: String) async throws -> String {
        let directory = cluster().folder.path
        let outcome = try await run(
            "/usr/bin/env", "psql", "-h", directory, "-U", Cluster.administrator, "-d", "postgres", "-AtXqc",
            "SHOW \(name)"
        )
        return String(outcome.output.dropLast())
    }
}
