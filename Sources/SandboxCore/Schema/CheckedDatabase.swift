import Postgres
import SandboxDomain

/// A database whose every transaction first makes sure that the schema is the one this program was built with.
struct CheckedDatabase: Sendable {
    private let database: Database
    private let version: Int

    init(_ database: Database, version: Int = Migration.newest) {
        self.database = database
        self.version = version
    }

    /// One READ ONLY transaction.
    /// - Throws: `Refusal.schemaOlder` and `.schemaNewer`, and what `Database.read` throws.
    func read<Value: Sendable>(
        _ mode: ReadMode = .readCommitted, _ body: @Sendable (Session) throws -> Value
    ) async throws -> Value {
        try await checkingSchema { check in try await database.read(mode, preamble: check, body) }
    }

    /// One transaction; with `dryRun` everything is done, checked and rolled back.
    /// - Throws: `Refusal.schemaOlder` and `.schemaNewer`, and what `Database.write` throws.
    @discardableResult
    func write<Value: Sendable>(
        _ mode: WriteMode = .readCommitted, retries: Int = 0, dryRun: Bool = false,
        _ body: @Sendable (Session) throws -> Value
    ) async throws -> Value {
        try await checkingSchema { check in
            try await database.write(mode, retries: retries, preamble: check, dryRun: dryRun, body)
        }
    }

    /// How many connections there may be.
    var lanes: Int { database.lanes }

    /// One READ ONLY transaction on whatever schema there is: for whoever must say what is wrong with it.
    func readUnchecked<Value: Sendable>(_ body: @Sendable (Session) throws -> Value) async throws -> Value {
        try await database.read { try body($0) }
    }

    /// The version of the schema, nil for a role that may not see it, and whether it is this program's.
    func schemaState() async throws -> (found: Int?, agrees: Bool) {
        do {
            return (try await read { _ in version }, true)
        } catch Refusal.schemaOlder(let found, _), Refusal.schemaNewer(let found, _) {
            return (found, false)
        } catch let error as PostgresError where error.state == .insufficientPrivilege {
            return (nil, false)
        }
    }

    func close() async { await database.close() }

    /// The check is one statement that travels with BEGIN, so it costs no round trip. Where the versions differ it
    /// fails by itself: the text it casts to a number is none.
    private func checkingSchema<Value>(_ run: (SQL) async throws -> Value) async throws -> Value {
        let check: SQL = """
            SELECT CASE WHEN max(version) = \(version) THEN 0
                ELSE ('schema version ' || coalesce(max(version), 0))::integer END
            FROM sandbox.schema_migration
            """
        do { return try await run(check) } catch let error as PostgresError where error.sql == check.text {
            if let refusal = try await disagreement() { throw refusal }
            throw error
        }
    }

    private func disagreement() async throws -> Refusal? {
        let found: Int? = try await database.read { session in
            // A schema that may not be entered is there all the same; then the first error says more.
            guard try session.exists("SELECT 1 FROM pg_namespace WHERE nspname = 'sandbox'") else { return 0 }
            guard try session.one("SELECT has_schema_privilege('sandbox', 'USAGE')", as: Bool.self) else { return nil }
            return try Migrator.applied(in: session).map(\.version).max() ?? 0
        }
        return found.flatMap { Refusal(databaseVersion: $0, programVersion: version) }
    }
}

extension Refusal {
    /// Nil when both are the same.
    init?(databaseVersion database: Int, programVersion program: Int) {
        if database == program { return nil }
        self =
            database < program
            ? .schemaOlder(database: database, program: program)
            : .schemaNewer(database: database, program: program)
    }
}
