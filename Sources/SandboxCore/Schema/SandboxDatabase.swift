package import Postgres

/// The database as operations and reports get it: every transaction first makes sure that the schema is the one this
/// program was built with.
///
/// ```swift
/// let database = try SandboxDatabase("host=/run/sandbox user=kim dbname=sandbox")
/// let page = try await database.read { session in try ListCases(stage: .filed).perform(session, in: context) }
/// ```
package struct SandboxDatabase: Sendable {
    private let database: Database
    private let version: Int

    /// Nothing is connected yet.
    /// - Parameters:
    ///   - conninfo: as libpq reads it; what it leaves out is left to libpq's variables.
    ///   - lanes: how many connections there may be.
    /// - Throws: `PostgresError` of kind `usage` for a text that is no conninfo.
    package init(_ conninfo: String, lanes: Int = 1) throws {
        self.init(try ConnectionOptions(conninfo), lanes: lanes)
    }

    package init(_ options: ConnectionOptions, lanes: Int = 1, version: Int = Migration.newest) {
        var options = options
        options.applicationName = "sandbox"
        options.searchPath = ["sandbox", "public"]
        options.settings["jit"] = "off"
        database = Database(options, lanes: lanes)
        self.version = version
    }

    /// Runs the closure in one READ ONLY transaction.
    /// - Throws: `SchemaMismatch`, and what `Database.read` throws.
    package func read<Value: Sendable>(
        _ mode: ReadMode = .readCommitted, _ body: @Sendable (Session) throws -> Value
    ) async throws -> Value {
        try await checkingSchema { check in try await database.read(mode, preamble: check, body) }
    }

    /// Runs the closure in one transaction; with `dryRun` everything is done, checked and rolled back.
    /// - Throws: `SchemaMismatch`, and what `Database.write` throws.
    @discardableResult
    package func write<Value: Sendable>(
        _ mode: WriteMode = .readCommitted, retries: Int = 0, dryRun: Bool = false,
        _ body: @Sendable (Session) throws -> Value
    ) async throws -> Value {
        try await checkingSchema { check in
            try await database.write(mode, retries: retries, preamble: check, dryRun: dryRun, body)
        }
    }

    /// Waits for what runs and closes the connections.
    package func close() async { await database.close() }

    /// The migrator of the same database; whoever connects must be an administrator.
    package func migrator() throws -> Migrator { try Migrator(database) }

    /// The check is one statement that travels with BEGIN, so it costs no round trip. Where the versions differ it
    /// fails by itself: the text it casts to a number is none.
    private func checkingSchema<Value>(_ run: (SQL) async throws -> Value) async throws -> Value {
        let check: SQL = """
            SELECT CASE WHEN max(version) = \(version) THEN 0
                ELSE ('schema version ' || coalesce(max(version), 0))::integer END
            FROM sandbox.schema_migration
            """
        do { return try await run(check) } catch let error as PostgresError where error.sql == check.text {
            if let mismatch = try await mismatch() { throw mismatch }
            throw error
        }
    }

    private func mismatch() async throws -> SchemaMismatch? {
        let found: Int? = try await database.read { session in
            // A schema that may not be entered is there all the same; then the first error says more.
            guard try session.exists("SELECT 1 FROM pg_namespace WHERE nspname = 'sandbox'") else { return 0 }
            guard try session.one("SELECT has_schema_privilege('sandbox', 'USAGE')", as: Bool.self) else { return nil }
            return try Migrator.applied(in: session).map(\.version).max() ?? 0
        }
        return found.flatMap { SchemaMismatch(database: $0, program: version) }
    }
}
