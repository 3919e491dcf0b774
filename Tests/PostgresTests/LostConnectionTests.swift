import Postgres
import Synchronization
import Testing

@Suite("Lost connections")
struct LostConnectionTests {
    let database: Database
    let other: Database

    init() throws {
        database = try TestServer.database()
        other = try TestServer.database()
    }

    private func end(_ process: Int) async throws {
        try await other.write { session in
            try session.one("SELECT pg_terminate_backend(\(process)::int, 5000)", as: Bool.self)
        }
    }

    @Test("a connection lost between two calls is made anew, unseen")
    func betweenCalls() async throws {
        let process = try await database.read { try $0.one("SELECT pg_backend_pid()", as: Int.self) }
        try await end(process)
        let next = try await database.write { try $0.one("SELECT pg_backend_pid()", as: Int.self) }
        #expect(next != process)
        try await end(next)
        let third = try await database.withoutTransaction { try $0.one("SELECT pg_backend_pid()", as: Int.self) }
        #expect(third != next)
        try await end(third)
        let fourth = try await database.read(preamble: "SELECT 1") {
            try $0.one("SELECT pg_backend_pid()", as: Int.self)
        }
        #expect(fourth != third)
    }

    @Test("a connection lost in the middle is a failure that nothing was committed by", .timeLimit(.minutes(1)))
    func inTheMiddle() async throws {
        let process = Mutex(0)
        let started = AsyncStream.makeStream(of: Void.self)
        let task = Task { [database] in
            try await database.write { session in
                let number = try session.one("SELECT pg_backend_pid()", as: Int.self)
                process.withLock { $0 = number }
                started.continuation.yield()
                try session.execute("SELECT pg_sleep(30)")
            }
        }
        for await _ in started.stream { break }
        try await end(process.withLock { $0 })
        let error = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(error?.kind == .connection)
        #expect(error?.commitOutcomeUnknown == false)
        #expect(error?.happenedBeforeSend == false)
        let works = try await database.read { try $0.one("SELECT 1", as: Int.self) }
        #expect(works == 1)
    }

    @Test("a connection lost while COMMIT runs leaves the outcome unknown, and says so")
    func inCommit() async throws {
        let error = await #expect(throws: PostgresError.self) {
            try await database.write { session in
                try session.simple(
                    """
                    CREATE TEMP TABLE item (n int);
                    CREATE FUNCTION pg_temp.leave() RETURNS trigger LANGUAGE plpgsql AS
                        'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5); RETURN NULL; END';
                    CREATE CONSTRAINT TRIGGER leaving AFTER INSERT ON item DEFERRABLE INITIALLY DEFERRED
                        FOR EACH ROW EXECUTE FUNCTION pg_temp.leave();
                    INSERT INTO item VALUES (1);
                    """)
            }
        }
        #expect(error?.kind == .connection)
        #expect(error?.commitOutcomeUnknown == true)
        #expect(error?.sql == "COMMIT")
    }

    @Test("without a transaction, a statement lost on its way may have happened")
    func withoutTransaction() async throws {
        let error = await #expect(throws: PostgresError.self) {
            try await database.withoutTransaction { session in
                try session.execute("SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(5)")
            }
        }
        #expect(error?.kind == .connection)
        #expect(error?.commitOutcomeUnknown == true)
    }

    @Test("a closed database takes no calls, and has no connections")
    func closed() async throws {
        let name = "closing \(UInt64.random(in: 0 ... .max))"
        let closing = try TestServer.database(lanes: 2) { $0.applicationName = name }
        let running = Task { try await closing.read { try $0.one("SELECT 1 FROM pg_sleep(0.1)", as: Int.self) } }
        try await Task.sleep(for: .milliseconds(40))
        await closing.close()
        let result = await running.result
        if case .failure(let error) = result { #expect((error as? PostgresError)?.kind == .usage) }
        let error = await #expect(throws: PostgresError.self) { try await closing.read { _ in } }
        #expect(error?.kind == .usage)
        var isThere = true
        while isThere {
            isThere = try await other.read {
                try $0.exists("SELECT FROM pg_stat_activity WHERE application_name = \(name)")
            }
        }
    }
}
