package import Postgres
package import SandboxCore
import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A database of one test: a clone of the migrated template.
///
/// ```swift
/// @Suite("Consultations", .database)
/// struct ConsultationTests {
///     @Test("a ministry sees what it is consulted on") func visibility() async throws {
///         let test = try TestDatabase.current
///         let company = try await test.person(.company, of: "한빛에이아이")
///         let cases = try await test.tracker(as: company).answer(CaseList())
///         #expect(cases.isEmpty)
///     }
/// }
/// ```
package final class TestDatabase: Sendable {
    @TaskLocal static var clone: TestDatabase?

    /// The clone of the running test.
    /// - Throws: when the test, or its suite, lacks the trait `.database`.
    package static var current: TestDatabase {
        get throws {
            guard let clone else { throw TestCluster.Refused(description: "this test lacks the trait .database") }
            return clone
        }
    }

    /// The name of the database.
    package let name: String
    private let server: ConnectionOptions
    private let suffix: String
    private let opened = Mutex([@Sendable () async -> Void]())
    private let kept = Mutex([String: Tracker]())

    /// As the superuser, for arranging data and for reading what persons cannot see.
    package let administrator: Database

    private static let count = Atomic<Int>(0)

    /// Clones the template.
    static func make() async throws -> TestDatabase {
        let cluster = try await TestCluster.shared()
        let number = count.add(1, ordering: .relaxed).newValue
        let name = "sbx_t_\(getpid())_\(number)"
        try await onServer(cluster.server) { session in
            // Files of a server that need not survive are copied faster than their pages are logged.
            try session.execute(
                "CREATE DATABASE \(identifier: name) TEMPLATE \(identifier: cluster.template) STRATEGY file_copy")
            // A database's own settings are not cloned with it.
            try session.execute("ALTER DATABASE \(identifier: name) SET search_path TO sandbox, public")
        }
        return TestDatabase(name: name, server: cluster.server, suffix: ".\(getpid()).\(number)")
    }

    private init(name: String, server: ConnectionOptions, suffix: String) {
        self.name = name
        self.server = server
        self.suffix = suffix
        var options = server
        options.database = name
        administrator = Database(options, lanes: 2)
    }

    /// How this role connects to the clone, for the command line's `--database-url` and for `psql`.
    package func conninfo(as role: String? = nil) -> String {
        "host='\(server.host ?? "")' user='\(role ?? server.user ?? "")' dbname='\(name)'"
    }

    /// A plain connection as this role, as a BI tool or psql would have it.
    package func database(as role: String, lanes: Int = 1) -> Database {
        var options = server
        options.user = role
        options.database = name
        options.searchPath = ["sandbox", "public"]
        let database = Database(options, lanes: lanes)
        opened.withLock { $0.append { await database.close() } }
        return database
    }

    /// The case tracker, as this role.
    package func tracker(as role: String, lanes: Int = 1) throws -> Tracker {
        let tracker = try Tracker(conninfo(as: role), lanes: lanes)
        opened.withLock { $0.append { await tracker.close() } }
        return tracker
    }

    /// One tracker for these words until the test ends: PostgreSQL plans a statement once for a connection, and commands that a
    /// test runs one after another ask the same. Nil for another database.
    package func keptTracker(_ connection: String) throws -> Tracker? {
        guard connection.contains("dbname='\(name)'") else { return nil }
        return try kept.withLock { kept in
            if let tracker = kept[connection] { return tracker }
            let tracker = try Tracker(connection)
            opened.withLock { $0.append { await tracker.close() } }
            kept[connection] = tracker
            return tracker
        }
    }

    /// A role name that no other test has: roles belong to the whole server, clones do not.
    package func roleName(_ name: String) -> String { name + suffix }

    /// Closes everything. The clone of a failed test is kept, for `script/testdb psql -d NAME`.
    func end(keep: Bool) async throws {
        for close in opened.withLock({ $0 }) { await close() }
        await administrator.close()
        if keep { return }
        let pattern = "%" + suffix
        try await Self.onServer(server) { session in
            try session.execute("DROP DATABASE \(identifier: name) WITH (FORCE)")
            let roles = try session.all(
                "SELECT rolname::text FROM pg_roles WHERE rolname LIKE \(pattern)", as: String.self)
            for role in roles { try session.execute("DROP ROLE \(identifier: role)") }
        }
    }

    private static func onServer(_ server: ConnectionOptions, _ work: @Sendable (Session) throws -> Void) async throws {
        let database = Database(server, lanes: 1)
        do { try await database.withoutTransaction(work) } catch {
            await database.close()
            throw error
        }
        await database.close()
    }
}
