import Postgres
import SandboxTesting
import Synchronization
import Testing

@Suite("Lost connections", .timeLimit(.minutes(5)))
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

    @Test("a connection lost in the middle is a failure that nothing was committed by")
    func inTheMiddle() async throws {
        let process = Mutex(0)
        let started = AsyncStream.makeStream(of: Void.self)
        let task = Task { [database] in
            try await database.write { session in
                let number = try session.one("SELECT pg_backend_pid()", as: Int.self)
                process.withLock { $0 = number }
                started.continuation.yield()
                try session.execute("SELECT pg_sleep(600)")
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

    @Test("a closed database ends what it was doing, takes no calls, and has no connections")
    func closed() async throws {
        let name = "closing \(UInt64.random(in: 0 ... .max))"
        let closing = try TestServer.database(lanes: 2) { $0.applicationName = name }
        let started = AsyncStream.makeStream(of: Void.self)
        let running = Task {
            try await closing.read { session in
                started.continuation.yield()
                return try session.one("SELECT 1 FROM pg_sleep(0.1)", as: Int.self)
            }
        }
        for await _ in started.stream { break }
        await closing.close()
        let answer = try await running.value
        #expect(answer == 1)
        let error = await #expect(throws: PostgresError.self) { try await closing.read { _ in } }
        #expect(error?.kind == .usage)
        try await eventually { [other] in
            try await other.read {
                try !$0.exists("SELECT FROM pg_stat_activity WHERE application_name = \(name)")
            }
        }
    }
}
