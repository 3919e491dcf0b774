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
    ///   - progress: told before each migration.
    /// - Throws: `SchemaDisagreement`, `Refusal.schemaNewer` when the database is newer than this program,
    ///   `MigrationFailure`, `PostgresError`.
    package func prepare(
        database name: String, firstOperator: String, progress: @escaping @Sendable (Migration) -> Void
    ) async throws {
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
        try await on(name) { database in
            let migrator = try Migrator(database)
            let version = try await migrator.status().version
            if version > Migration.newest {
                throw Refusal.schemaNewer(database: version, program: Migration.newest)
            }
            _ = try await migrator.migrate(progress: progress)
            try await database.write { session in
                guard try !session.exists("SELECT 1 FROM sandbox.person WHERE role_name = \(firstOperator)::name")
                else { return }
                try session.execute(
                    "SELECT sandbox.create_person(\(firstOperator), 'sandbox_operator', NULL, \(firstOperator))"
                )
            }
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
