import Postgres
import SandboxTesting
import Testing

@Suite("Listening", .timeLimit(.minutes(5)))
struct ListeningTests {
    @Test("a committed message is heard, one rolled back is not")
    func message() async throws {
        let database = try TestServer.database()
        let channel = Identifier("channel \(UInt64.random(in: 0 ... .max))")
        var heard: [Notification] = []
        for try await notification in database.notifications(on: [channel]) {
            heard.append(notification)
            guard notification == .listening else { break }
            try await database.write(dryRun: true) { try $0.notify(channel, "undone") }
            try await database.write { try $0.notify(channel, "it's done") }
        }
        #expect(heard == [.listening, .message(channel: channel.description, payload: "it's done")])
    }

    @Test("a lost connection is made anew, and says so")
    func reconnect() async throws {
        let name = "listener \(UInt64.random(in: 0 ... .max))"
        let database = try TestServer.database { $0.applicationName = name }
        let channel: Identifier = "reconnect"
        var heard: [Notification] = []
        for try await notification in database.notifications(on: [channel]) where notification == .listening {
            heard.append(notification)
            guard heard.count == 1 else { break }
            let ended = try await database.write { session in
                try session.all(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE application_name = \(name) AND pid <> pg_backend_pid()
                    """, as: Bool.self)
            }
            #expect(ended == [true])
        }
        #expect(heard.count == 2)
    }

    @Test("a listener that is let go closes its connection")
    func stop() async throws {
        let name = "listener \(UInt64.random(in: 0 ... .max))"
        let listening = try TestServer.database { $0.applicationName = name }
        let task = Task {
            for try await _ in listening.notifications(on: ["x"]) { return }
        }
        try await task.value
        let watching = try TestServer.database()
        try await eventually {
            try await watching.read {
                try !$0.exists("SELECT FROM pg_stat_activity WHERE application_name = \(name)")
            }
        }
    }

    @Test("a server that cannot be reached ends the stream with the reason")
    func unreachable() async throws {
        let database = Database(try ConnectionOptions("host=/nonexistent user=x dbname=y"), lanes: 1)
        let error = await #expect(throws: PostgresError.self) {
            for try await _ in database.notifications(on: ["x"]) {}
        }
        #expect(error?.kind == .connection)
    }
}
