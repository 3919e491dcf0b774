import Postgres
import Synchronization
import Testing

@Suite("Transactions", .timeLimit(.minutes(5)))
struct TransactionTests {
    let database: Database
    let table: Identifier

    init() async throws {
        database = try TestServer.database { $0.onNotice = { _ in } }
        let name = "t_\(UInt64.random(in: 0 ... .max))"
        table = Identifier(name)
        try await database.write { [table] in
            try $0.execute("CREATE UNLOGGED TABLE \(identifier: table) (n bigint UNIQUE DEFERRABLE)")
        }
    }

    private func count() async throws -> Int {
        try await database.read { [table] in try $0.one("SELECT count(*) FROM \(identifier: table)") }
    }

    private func cleaned(_ test: () async throws -> Void) async throws {
        try await test()
        try await database.write { [table] in try $0.execute("DROP TABLE \(identifier: table)") }
    }

    private struct Stop: Error {}

    @Test("a write is committed when the closure returns and undone when it throws")
    func commitAndRollback() async throws {
        try await cleaned {
            let changed = try await database.write { [table] in
                try $0.execute("INSERT INTO \(identifier: table) SELECT generate_series(1, \(3))")
            }
            #expect(changed == 3)
            await #expect(throws: Stop.self) {
                try await database.write { [table] in
                    try $0.execute("DELETE FROM \(identifier: table)")
                    throw Stop()
                }
            }
            #expect(try await count() == 3)
        }
    }

    @Test("a commit that is answered with a warning may be lost yet: a standby has not confirmed it")
    func warnedCommit() async throws {
        try await cleaned {
            try await database.write { [table] in
                try $0.execute(
                    """
                    CREATE FUNCTION pg_temp.warn() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN RAISE WARNING 'canceling wait for synchronous replication'; RETURN NULL; END $$
                    """)
                try $0.execute(
                    """
                    CREATE CONSTRAINT TRIGGER warn AFTER INSERT ON \(identifier: table) INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION pg_temp.warn()
                    """)
            }
            let error = await #expect(throws: PostgresError.self) {
                try await database.write { [table] in try $0.execute("INSERT INTO \(identifier: table) VALUES (1)") }
            }
            #expect(error?.commitOutcomeUnknown == true && error?.state == .resolutionUnknown)
            #expect(try await count() == 1)
        }
    }

    @Test("a read cannot write")
    func readOnly() async throws {
        try await cleaned {
            let error = await #expect(throws: PostgresError.self) {
                try await database.read { [table] in try $0.execute("DELETE FROM \(identifier: table)") }
            }
            #expect(error?.state == .readOnlyTransaction)
        }
    }

    @Test("a dry run checks deferred constraints and leaves nothing")
    func dryRun() async throws {
        try await cleaned {
            let result = try await database.write(dryRun: true) { [table] in
                try $0.execute("INSERT INTO \(identifier: table) VALUES (1)")
                return try $0.one("SELECT count(*) FROM \(identifier: table)", as: Int.self)
            }
            #expect(result == 1)
            let error = await #expect(throws: PostgresError.self) {
                try await database.write(dryRun: true) { [table] in
                    try $0.execute("SET CONSTRAINTS ALL DEFERRED")
                    try $0.execute("INSERT INTO \(identifier: table) VALUES (1), (1)")
                }
            }
            #expect(error?.constraint?.hasSuffix("_n_key") == true)
            #expect(try await count() == 0)
        }
    }

    @Test("an error overlooked in the closure is told by the commit")
    func overlooked() async throws {
        try await cleaned {
            let error = await #expect(throws: PostgresError.self) {
                try await database.write { session in _ = try? session.execute("SELECT 1 / 0") }
            }
            #expect(error?.kind == .commitRolledBack)
            #expect(error?.commitOutcomeUnknown == false)
        }
    }

    @Test("a closure that ends its transaction itself is told so")
    func endedByClosure() async throws {
        try await cleaned {
            let error = await #expect(throws: PostgresError.self) {
                try await database.write { try $0.execute("COMMIT") }
            }
            #expect(error?.kind == .usage)
        }
    }

    @Test("what fails in a savepoint is undone alone, also when nested")
    func savepoints() async throws {
        try await cleaned {
            try await database.write { [table] session in
                func insert(_ number: Int) throws {
                    try session.execute("INSERT INTO \(identifier: table) VALUES (\(number))")
                }
                try insert(1)
                func inner() throws {
                    try insert(3)
                    throw Stop()
                }
                func outer() throws {
                    try insert(2)
                    #expect(throws: Stop.self) { try session.savepoint(inner) }
                    try session.execute("SELECT 1 / 0")
                }
                // Not `#expect(throws:)`: beside it, Swift 6.3.1 runs this closure where the last one is meant.
                var failure: PostgresError?
                do { try session.savepoint(outer) } catch let error as PostgresError { failure = error }
                #expect(failure?.state?.rawValue == "22012")
                try session.savepoint { try insert(4) }
            }
            let numbers = try await database.read { [table] in
                try $0.all("SELECT n FROM \(identifier: table) ORDER BY n", as: Int.self)
            }
            #expect(numbers == [1, 4])
        }
    }

    @Test("the preamble runs in the transaction, before the closure")
    func preamble() async throws {
        try await cleaned {
            let preamble: SQL = "SELECT set_config('test.who', \("가'b"), true)"
            let inside = try await database.read(preamble: preamble) {
                try $0.one("SELECT current_setting('test.who')", as: String.self)
            }
            #expect(inside == "가'b")
            let after = try await database.read {
                try $0.one("SELECT current_setting('test.who', true)", as: String?.self)
            }
            #expect(after ?? "" == "")
        }
    }

    @Test("a failing preamble fails the call before anything of the closure is sent")
    func failingPreamble() async throws {
        try await cleaned {
            let ran = Mutex(false)
            let error = await #expect(throws: PostgresError.self) {
                try await database.write(preamble: "SELECT 1 / \(0)") { _ in ran.withLock { $0 = true } }
            }
            #expect(error?.state?.rawValue == "22012")
            #expect(error?.happenedBeforeSend == true)
            let didRun = ran.withLock { $0 }
            #expect(!didRun)
            let rows = try await count()
            #expect(rows == 0)
        }
    }

    @Test("a serialization failure is tried again as often as asked")
    func retries() async throws {
        try await cleaned {
            let runs = Mutex(0)
            try await database.write(.serializable, retries: 3) { session in
                let run = runs.withLock {
                    $0 += 1; return $0
                }
                if run < 3 { try session.execute("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$") }
            }
            let count = runs.withLock { $0 }
            #expect(count == 3)
            let error = await #expect(throws: PostgresError.self) {
                try await database.write(retries: 1) {
                    try $0.execute("DO $$ BEGIN RAISE SQLSTATE '40P01'; END $$")
                }
            }
            #expect(error?.isRetryable == true)
        }
    }

    @Test(
        "the isolation level is the one asked for",
        arguments: [
            (ReadMode.readCommitted, "read committed"), (.snapshot, "repeatable read"), (.serializable, "serializable"),
        ])
    func isolation(mode: ReadMode, level: String) async throws {
        try await cleaned {
            let shown = try await database.read(mode) { try $0.one("SHOW transaction_isolation", as: String.self) }
            #expect(shown == level)
        }
    }

    @Test("without a transaction, statements run alone, and the session is clean afterwards")
    func withoutTransaction() async throws {
        try await cleaned {
            try await database.withoutTransaction { [table] session in
                try session.execute("CREATE INDEX CONCURRENTLY ON \(identifier: table) (n)")
                try session.execute("SET work_mem = '7MB'")
                try session.transaction { try session.execute("INSERT INTO \(identifier: table) VALUES (5)") }
                func twice() throws { try session.transaction { try session.transaction {} } }
                let error = #expect(throws: PostgresError.self) { try twice() }
                #expect(error?.kind == .usage)
            }
            let setting = try await database.read { try $0.one("SHOW work_mem", as: String.self) }
            #expect(setting != "7MB")
            #expect(try await count() == 1)
        }
    }
}
