import Postgres
import SandboxDomain

/// Makes a database of our own ready for its first command: the database, its schema, and one person who can add the
/// others. Every step is done only if it is missing, so a preparation that was cut short is simply done again.
package struct DatabasePreparation: Sendable {
    private let server: ConnectionOptions

    /// - Parameter server: how the administrator connects; the database named there is not used.
    package init(server: String) throws {
        self.server = try ConnectionOptions(server)
    }

    /// - Parameters:
    ///   - name: the database.
    ///   - firstOperator: the role name of the person of `sandbox_operator`.
    ///   - progress: told the version that the schema has, before it is changed.
    /// - Throws: `SchemaDisagreement`, `Refusal.schemaNewer` when the database is newer than this program,
    ///   `MigrationFailure`, and what `Tracker` throws.
    package func prepare(
        database name: String, firstOperator: String, progress: @escaping @Sendable (Int) -> Void
    ) async throws {
        try await translatingErrors {
            try await make(name)
            try await on(name) { database in
                try await migrate(database, progress)
                try await add(firstOperator, database)
            }
        }
    }

    private func make(_ name: String) async throws {
        try await on("postgres") { database in
            let exists = try await database.read { session in
                try session.exists("SELECT 1 FROM pg_database WHERE datname = \(name)")
            }
            if !exists {
                try await database.withoutTransaction { session in
                    try session.execute("CREATE DATABASE \(identifier: name)")
                }
            }
        }
    }

    private func migrate(_ database: Database, _ progress: (Int) -> Void) async throws {
        let migrator = try Migrator(database)
        let status = try await migrator.status()
        if status.version > Migration.newest,
            let refusal = Refusal(status.applied, programVersion: Migration.newest)
        {
            throw refusal
        }
        if !status.plan.pending.isEmpty || status.areDefinitionsDue { progress(status.version) }
        _ = try await migrator.migrate()
    }

    private func add(_ firstOperator: String, _ database: Database) async throws {
        try await database.write { session in
            guard try !session.exists("SELECT 1 FROM sandbox.person WHERE role_name = \(firstOperator)::name")
            else { return }
            try session.execute(
                "SELECT sandbox.create_person(\(firstOperator), 'sandbox_operator', NULL, \(firstOperator))"
            )
        }
    }

    private func on(_ name: String, _ work: (Database) async throws -> Void) async throws {
        var options = server
        options.database = name
        let database = Database(options, lanes: 1)
        do { try await work(database) } catch {
            await database.close()
            throw error
        }
        await database.close()
    }
}
