package import Postgres
import SandboxCore
import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The private PostgreSQL that tests run on. `script/test` starts it and names it in `SANDBOX_TEST_SERVER`;
/// without it tests fail, for a skipped test looks like a passed one.
package struct TestCluster: Sendable {
    /// How the superuser connects.
    package let server: ConnectionOptions
    /// The migrated database that clones are made of. Nobody connects to it.
    let template: String

    /// Why a server must not be used for tests.
    package struct Refused: Error, CustomStringConvertible {
        package let description: String
    }

    /// The cluster of this process: checked, cleared of what earlier runs left, its template built.
    package static func shared() async throws -> TestCluster { try await preparation.value }

    private static let preparation = Task { try await prepare() }

    /// The server named in the environment, which must be a private one.
    package static func serverOptions() throws -> ConnectionOptions {
        guard let conninfo = unsafe getenv("SANDBOX_TEST_SERVER").map({ unsafe String(cString: $0) }) else {
            throw Refused(
                description: """
                    SANDBOX_TEST_SERVER is not set. Run script/test, or: eval "$(script/testdb up)"; swift test
                    """
            )
        }
        let options = try ConnectionOptions(conninfo)
        guard let host = options.host, ["/tmp/", "/dev/shm/"].contains(where: host.hasPrefix) else {
            throw Refused(description: "tests run on a private socket below /tmp or /dev/shm only, not on \(options)")
        }
        return options
    }

    private static func prepare() async throws -> TestCluster {
        let server = try serverOptions()
        let database = Database(server, lanes: 1)
        let template = "sbx_tpl_\(try fingerprint())"
        do {
            try await refuseRealServer(database)
            try await dropLeftovers(database)
            try await buildTemplate(template, server: server, database: database)
        } catch {
            await database.close()
            throw error
        }
        await database.close()
        return TestCluster(server: server, template: template)
    }

    /// Only a server that promises to lose data can be one for tests.
    private static func refuseRealServer(_ database: Database) async throws {
        let isForTests = try await database.read { session in
            try session.one(
                """
                SELECT current_setting('fsync') = 'off' AND current_setting('listen_addresses') = ''
                """,
                as: Bool.self
            )
        }
        guard isForTests else { throw Refused(description: "the server has fsync or TCP on: it is not one for tests") }
    }

    /// Clones are named for the process that made them; those of a process that is gone are dropped.
    private static func dropLeftovers(_ database: Database) async throws {
        let names = try await database.read { session in
            try session.all("SELECT datname::text FROM pg_database WHERE datname LIKE 'sbx\\_t\\_%'", as: String.self)
        }
        for name in names {
            guard let process = name.split(separator: "_").dropFirst(2).first.flatMap({ Int32($0) }),
                kill(process, 0) != 0 && errno == ESRCH
            else { continue }
            try await database.withoutTransaction { session in
                try session.execute("DROP DATABASE IF EXISTS \(identifier: name) WITH (FORCE)")
            }
        }
    }

    /// Built under a name of its own and renamed when it is whole: a second process at the same moment loses the race
    /// and uses the other's.
    private static func buildTemplate(_ name: String, server: ConnectionOptions, database: Database) async throws {
        func isThere() async throws -> Bool {
            try await database.read { try $0.exists("SELECT 1 FROM pg_database WHERE datname = \(name)") }
        }
        if try await isThere() { return }
        let draft = "sbx_t_\(getpid())_template"
        try await database.withoutTransaction { session in
            try session.execute("CREATE DATABASE \(identifier: draft)")
        }
        var options = server
        options.database = draft
        let target = Database(options, lanes: 1)
        _ = try await Migrator(target).migrate()
        await target.close()
        do {
            try await database.withoutTransaction { session in
                try session.execute("ALTER DATABASE \(identifier: draft) RENAME TO \(identifier: name)")
            }
        } catch let error as PostgresError {
            guard try await isThere() else { throw error }
            try await database.withoutTransaction { session in
                try session.execute("DROP DATABASE \(identifier: draft)")
            }
        }
    }

    /// Of everything that a new database is made of.
    private static func fingerprint() throws -> String {
        var text = try Migration.embedded().map { $0.name + "\n" + $0.text }.joined(separator: "\n")
        text += SchemaDefinitions.embedded.sha256 + FirstRegime.shipped.map(\.text).joined()
        return String(UInt64(bitPattern: AdvisoryKey(text).number), radix: 36)
    }
}
