package import Postgres

/// Brings a database to the schema this program was built with.
///
/// The one who connects is an administrator: a superuser, or the owner of the database with CREATEROLE. Each file is
/// one transaction together with its row in `sandbox.schema_migration`, so a file is applied and known to be, or
/// neither. Two migrators at once are one after the other; the second finds the work done.
package struct Migrator: Sendable {
    private let database: Database
    private let migrations: [Migration]

    /// What a database says about itself.
    package struct Status: Sendable, Equatable {
        package let applied: [AppliedMigration]
        package let plan: MigrationPlan
        /// The last version applied; 0 for a database without our schema.
        package var version: Int { applied.map(\.version).max() ?? 0 }
    }

    /// - Parameter migrations: others than this program's, for tests.
    package init(_ database: Database, migrations: [Migration]? = nil) throws {
        self.database = database
        self.migrations = try migrations ?? Migration.embedded()
    }

    /// On the database that libpq finds under these words.
    /// - Throws: `PostgresError` of kind `usage` for words that libpq cannot read.
    package init(_ connection: String, trace: Trace? = nil) throws {
        let options = try ConnectionOptions(casework: connection, application: "sandbox db", trace: trace)
        try self.init(Database(options, lanes: 1))
    }

    /// Closes the connection.
    package func close() async { await database.close() }

    /// Reads what was applied and what is left; changes nothing.
    package func status(target: Int? = nil) async throws -> Status {
        try await translatingErrors {
            try await database.read(.snapshot) { session in try status(in: session, target: target) }
        }
    }

    /// Applies what is missing.
    /// - Parameters:
    ///   - target: the last version to apply; nil for all.
    ///   - dryRun: everything runs in one transaction that is rolled back; files without a transaction are left out.
    ///   - progress: told before each file.
    /// - Returns: what was applied.
    /// - Throws: `SchemaDisagreement`, the first one; `MigrationFailure` for a file that fails.
    package func migrate(
        to target: Int? = nil, dryRun: Bool = false, progress: @escaping @Sendable (Migration) -> Void = { _ in }
    ) async throws -> [Migration] {
        let plan = try await status(target: target).plan
        if let disagreement = plan.disagreements.first { throw disagreement }
        try await translatingErrors { try await apply(plan, dryRun: dryRun, progress: progress) }
        if target == nil && !dryRun { try await translatingErrors { try await setSearchPath() } }
        return plan.pending
    }

    private func apply(
        _ plan: MigrationPlan, dryRun: Bool, progress: @escaping @Sendable (Migration) -> Void
    ) async throws {
        if dryRun {
            try await database.write(dryRun: true) { session in
                for migration in plan.pending where migration.mode != .noTransaction {
                    progress(migration)
                    try apply(migration, in: session)
                }
            }
            return
        }
        for migration in plan.pending {
            progress(migration)
            if migration.mode == .noTransaction {
                try await database.withoutTransaction { session in try applyWithoutTransaction(migration, in: session) }
            } else {
                try await database.write { session in
                    try session.lock(Self.lock)
                    if try isPending(migration, in: session) { try apply(migration, in: session) }
                }
            }
        }
    }

    private static let lock: AdvisoryKey = "sandbox.schema_migration"

    private func status(in session: Session, target: Int?) throws -> Status {
        let applied = try Self.applied(in: session)
        let digests: [String] = try session.all(
            """
            SELECT encode(sha256(convert_to(text, 'UTF8')), 'hex')
            FROM unnest(\(migrations.map(\.text))::text[]) WITH ORDINALITY AS file (text, number)
            ORDER BY number
            """
        )
        let plan = MigrationPlan(embedded: migrations, digests: digests, applied: applied, target: target)
        return Status(applied: applied, plan: plan)
    }

    static func applied(in session: Session) throws -> [AppliedMigration] {
        guard try session.exists("SELECT 1 WHERE to_regclass('sandbox.schema_migration') IS NOT NULL") else {
            return []
        }
        return try session.all(
            """
            SELECT version, name, sha256, applied_at, applied_by, duration_ms
            FROM sandbox.schema_migration
            ORDER BY version
            """,
            AppliedMigration.init(version:name:sha256:appliedAt:appliedBy:milliseconds:)
        )
    }

    /// Asked again under the lock: another migrator may have been quicker.
    private func isPending(_ migration: Migration, in session: Session) throws -> Bool {
        try status(in: session, target: nil).plan.pending.contains(migration)
    }

    private func apply(_ migration: Migration, in session: Session) throws {
        let start = ContinuousClock.now
        try session.execute("SET LOCAL statement_timeout = 0")
        try session.execute("SET LOCAL search_path TO sandbox, public")
        if migration.mode == .asOwner { try session.execute("SET LOCAL ROLE sandbox_owner") }
        try run(migration, in: session)
        try session.execute("RESET ROLE")
        try record(migration, duration: .now - start, in: session)
    }

    private func applyWithoutTransaction(_ migration: Migration, in session: Session) throws {
        // A lock of the session: it must outlast the statement, which may not stand in a transaction.
        try session.execute("SET statement_timeout = 0")
        try session.execute("SELECT pg_advisory_lock(\(Self.lock.number))")
        guard try isPending(migration, in: session) else { return }
        let start = ContinuousClock.now
        try session.execute("SET search_path TO sandbox, public")
        try session.execute("SET ROLE sandbox_owner")
        try run(migration, in: session)
        try session.execute("RESET ROLE")
        try session.transaction { try record(migration, duration: .now - start, in: session) }
    }

    private func run(_ migration: Migration, in session: Session) throws {
        do { try session.simple("\(unsafe: migration.text)") } catch let error as PostgresError {
            throw MigrationFailure(migration: migration, error: error)
        }
    }

    /// Enters the row; makes the table first when this is the first file, which made the schema and its owner.
    private func record(_ migration: Migration, duration: Duration, in session: Session) throws {
        try session.execute("SET LOCAL ROLE sandbox_owner")
        if migration.version == 1 { try session.simple(Self.bookkeeping) }
        let milliseconds = Int(duration / .milliseconds(1))
        try session.execute(
            """
            INSERT INTO sandbox.schema_migration (version, name, sha256, duration_ms)
            VALUES (\(migration.version), \(migration.name),
                encode(sha256(convert_to(\(migration.text)::text, 'UTF8')), 'hex'), \(milliseconds))
            """
        )
        try session.execute("RESET ROLE")
    }

    private static let bookkeeping: SQL = """
        CREATE TABLE IF NOT EXISTS sandbox.schema_migration (
            version integer CONSTRAINT schema_migration_pkey PRIMARY KEY,
            name text NOT NULL,
            sha256 text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now(),
            applied_by text NOT NULL DEFAULT session_user,
            duration_ms integer NOT NULL
        );
        ALTER TABLE sandbox.schema_migration ENABLE ROW LEVEL SECURITY;
        ALTER TABLE sandbox.schema_migration FORCE ROW LEVEL SECURITY;
        CREATE POLICY schema_migration_read ON sandbox.schema_migration FOR SELECT USING (true);
        CREATE POLICY schema_migration_owner ON sandbox.schema_migration TO sandbox_owner USING (true) WITH CHECK (true);
        GRANT SELECT ON sandbox.schema_migration TO PUBLIC
        """

    /// So that psql and reporting tools find the tables by their plain names.
    private func setSearchPath() async throws {
        try await database.write { session in
            guard let name = try session.first("SELECT current_database()::text", as: String.self) else { return }
            let isSet = try session.exists(
                """
                SELECT 1 FROM pg_db_role_setting AS s JOIN pg_database AS d ON d.oid = s.setdatabase
                WHERE d.datname = current_database() AND s.setrole = 0
                    AND EXISTS (SELECT FROM unnest(s.setconfig) AS setting WHERE setting LIKE 'search_path=%')
                """
            )
            if !isSet { try session.execute("ALTER DATABASE \(identifier: name) SET search_path TO sandbox, public") }
        }
    }
}
