internal import Postgres

extension Migrator {
    func apply(_ migration: Migration, in session: Session) throws {
        let start = ContinuousClock.now
        try session.execute("SET LOCAL statement_timeout = 0")
        try session.execute("SET LOCAL search_path TO sandbox, public")
        if migration.mode == .asOwner { try session.execute("SET LOCAL ROLE sandbox_owner") }
        try run(migration, in: session)
        try session.execute("RESET ROLE")
        try record(migration, duration: .now - start, in: session)
    }

    /// - Returns: whether it was still to be applied.
    func applyWithoutTransaction(_ migration: Migration, _ work: Work, in session: Session) throws -> Bool {
        try work.lockOutForSession(session)
        guard try isPending(migration, in: session) else { return false }
        work.progress(.migration(migration))
        let start = ContinuousClock.now
        try session.execute("SET search_path TO sandbox, public")
        try session.execute("SET ROLE sandbox_owner")
        try run(migration, in: session)
        try session.execute("RESET ROLE")
        try session.transaction { try record(migration, duration: .now - start, in: session) }
        return true
    }

    private func run(_ migration: Migration, in session: Session) throws {
        do { try session.simple("\(unsafe: migration.text)") } catch let error as PostgresError {
            throw MigrationFailure(migration.file, migration.text, error)
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

    /// The tables of the migrator itself. They are not part of the definitions; who may use them is defined only here.
    static let bookkeepingTables = ["schema_definition", "schema_migration"]

    private static let bookkeeping: SQL = """
        CREATE TABLE IF NOT EXISTS sandbox.schema_migration (
            version integer CONSTRAINT schema_migration_pkey PRIMARY KEY,
            name text NOT NULL,
            sha256 text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now(),
            applied_by text NOT NULL DEFAULT session_user,
            duration_ms integer NOT NULL
        );
        CREATE TABLE IF NOT EXISTS sandbox.schema_definition (
            number integer CONSTRAINT schema_definition_pkey PRIMARY KEY,
            version integer NOT NULL,
            sha256 text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now(),
            applied_by text NOT NULL DEFAULT session_user,
            duration_ms integer NOT NULL,
            form text,
            objects jsonb
        );
        ALTER TABLE sandbox.schema_migration ENABLE ROW LEVEL SECURITY;
        ALTER TABLE sandbox.schema_migration FORCE ROW LEVEL SECURITY;
        ALTER TABLE sandbox.schema_definition ENABLE ROW LEVEL SECURITY;
        ALTER TABLE sandbox.schema_definition FORCE ROW LEVEL SECURITY;
        CREATE POLICY schema_migration_read ON sandbox.schema_migration FOR SELECT USING (true);
        CREATE POLICY schema_migration_owner ON sandbox.schema_migration TO sandbox_owner USING (true) WITH CHECK (true);
        CREATE POLICY schema_definition_read ON sandbox.schema_definition FOR SELECT USING (true);
        CREATE POLICY schema_definition_owner ON sandbox.schema_definition TO sandbox_owner
            USING (true) WITH CHECK (true);
        """ + bookkeepingGrant

    static let bookkeepingGrant: SQL = "GRANT SELECT ON sandbox.schema_migration, sandbox.schema_definition TO PUBLIC"

    /// So that psql and reporting tools find the tables by their plain names.
    func setSearchPath() async throws {
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
