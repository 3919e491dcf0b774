import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// On clones of the migrated template, with files of their own appended to the real ones.
@Suite("The migrator", .database)
struct MigratorTests {
    private func migrations(and more: [(String, String)]) throws -> [Migration] {
        var all = try Migration.embedded()
        for (name, text) in more {
            let version = all.count + 1
            let file = try Migration(name: "0001_\(name)", text: text)
            all.append(Migration(version: version, name: "\(version)_\(name)", text: text, mode: file.mode))
        }
        return all
    }

    /// These tests are about steps: whatever definitions there are stay as they are.
    private func migrator(_ database: Database, _ files: [Migration]) -> Migrator {
        Migrator(database, migrations: files, definitions: SchemaDefinitions([]))
    }

    private func hasTable(_ name: String, in database: Database) async throws -> Bool {
        try await database.read { try $0.exists("SELECT 1 WHERE to_regclass(\("sandbox." + name)) IS NOT NULL") }
    }

    @Test("a migrated database has nothing pending and agrees with this program") func settled() async throws {
        let status = try await Migrator(TestDatabase.current.administrator).status()
        #expect(status.version == Migration.newest)
        #expect(status.plan.pending.isEmpty)
        #expect(status.disagreements.isEmpty)
        #expect(status.applied.allSatisfy { $0.sha256.count == 64 && $0.appliedBy == "postgres" })
    }

    @Test("a file is applied once, under the owner, together with its row") func applies() async throws {
        let database = try TestDatabase.current.administrator
        let migrator = migrator(database, try migrations(and: [("extra", "CREATE TABLE extra (a integer)")]))
        #expect(try await migrator.migrate().migrations.count == 1)
        #expect(try await migrator.migrate().isEmpty)
        let owner: String = try await database.read { session in
            try session.one("SELECT relowner::regrole::text FROM pg_class WHERE oid = 'sandbox.extra'::regclass")
        }
        #expect(owner == "sandbox_owner")
        #expect(try await migrator.status().version == Migration.newest + 1)
    }

    @Test("a file that fails leaves nothing, and says file, line and the line's text") func failure() async throws {
        let database = try TestDatabase.current.administrator
        let text = "CREATE TABLE extra (a integer);\n\n  SELECT nonsense;\n"
        let migrator = migrator(database, try migrations(and: [("bad", text)]))
        let failure = await #expect(throws: MigrationFailure.self) { try await migrator.migrate() }
        #expect(failure?.file == "migrations/\(Migration.newest + 1)_bad.sql")
        #expect(failure?.line == 3)
        #expect(failure?.offendingLine == "SELECT nonsense;")
        #expect(try await !hasTable("extra", in: database))
        #expect(try await migrator.status().version == Migration.newest)
    }

    @Test("a dry run really runs and keeps nothing") func dryRun() async throws {
        let database = try TestDatabase.current.administrator
        let good = migrator(database, try migrations(and: [("extra", "CREATE TABLE extra (a integer)")]))
        #expect(try await good.migrate(dryRun: true).migrations.count == 1)
        #expect(try await !hasTable("extra", in: database))
        let bad = migrator(database, try migrations(and: [("bad", "SELECT nonsense")]))
        await #expect(throws: MigrationFailure.self) { try await bad.migrate(dryRun: true) }
    }

    @Test("a target stops before the files after it") func target() async throws {
        let database = try TestDatabase.current.administrator
        let files = try migrations(and: [("one", "CREATE TABLE one ()"), ("two", "CREATE TABLE two ()")])
        let migrator = migrator(database, files)
        let done = try await migrator.migrate(to: Migration.newest + 1).migrations
        #expect(done.map(\.version) == [Migration.newest + 1])
        #expect(try await hasTable("one", in: database))
        #expect(try await !hasTable("two", in: database))
    }

    @Test("a file marked no-transaction may build an index concurrently") func noTransaction() async throws {
        let database = try TestDatabase.current.administrator
        let text = """
            -- sandbox: no-transaction
            CREATE INDEX CONCURRENTLY organisation_kind_idx ON organisation (kind)
            """
        let migrator = migrator(database, try migrations(and: [("index", text)]))
        #expect(try await migrator.migrate().migrations.count == 1)
        #expect(try await hasTable("organisation_kind_idx", in: database))
        #expect(try await migrator.status().plan.pending.isEmpty)
    }

    @Test("four migrators at once apply a file once") func concurrent() async throws {
        let test = try TestDatabase.current
        let files = try migrations(and: [("extra", "CREATE TABLE extra (a integer); SELECT pg_sleep(0.1)")])
        let outcomes = try await withThrowingTaskGroup(of: Migrator.Outcome.self) { group in
            for _ in 0..<4 {
                let database = test.database(as: "postgres")
                group.addTask { try await migrator(database, files).migrate() }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { !$0.migrations.isEmpty } == 1)
        #expect(outcomes.allSatisfy { $0.migrations.isEmpty || $0.byAnother.isEmpty })
        #expect(try await migrator(test.administrator, files).status().version == files.count)
    }

    @Test("four migrators at once replace the definitions once") func concurrentDefinitions() async throws {
        let test = try TestDatabase.current
        try await outdate(test)
        try await together(4) { _ = try await Migrator(test.database(as: "postgres")).migrate() }
        let applied = try await test.administrator.read { session in
            try session.one("SELECT count(*) FROM sandbox.schema_definition", as: Int.self)
        }
        #expect(applied == 2)
    }

    @Test("three migrators at once make a new database once") func concurrentNew() async throws {
        let test = try TestDatabase.current
        let name = test.name + "_new"
        try await test.administrator.withoutTransaction { try $0.execute("CREATE DATABASE \(identifier: name)") }
        var options = test.administrator.options
        options.database = name
        let fresh = options
        try await together(3) {
            let database = Database(fresh, lanes: 1)
            defer { Task { await database.close() } }
            _ = try await Migrator(database).migrate()
        }
        let database = Database(fresh, lanes: 1)
        #expect(try await Migrator(database).status().disagreements.isEmpty)
        await database.close()
        try await test.administrator.withoutTransaction {
            try $0.execute("DROP DATABASE \(identifier: name) WITH (FORCE)")
        }
    }

    private static let table: SQL = "LOCK TABLE sandbox.schema_migration IN SHARE UPDATE EXCLUSIVE MODE"

    @Test("another administrator who keeps migrators out is named") func holder() async throws {
        let test = try TestDatabase.current
        try await outdate(test)
        let reader = test.database(as: try await test.person(.company, of: "한빛에이아이"))
        try await test.database(as: "postgres").holding(Self.table) {
            try await reader.holding("SELECT FROM sandbox.schema_migration") {
                let error = try await #require(throws: InUse.self) {
                    try await Migrator(test.administrator).migrate(patience: .milliseconds(50))
                }
                #expect(error.users.map(\.login) == ["postgres"] && error.file == nil && error.isUndone)
            }
        }
        #expect(try await Migrator(test.administrator).migrate().lockedFor != nil)
    }

    @Test("no person can keep migrators out", arguments: [GroupRole.desk, .operator, .public])
    func persons(role: GroupRole) async throws {
        let test = try TestDatabase.current
        try await outdate(test)
        let person = test.database(
            as: try await test.person(role, of: role == .desk ? "과학기술정보통신부" : nil), lanes: 2)
        let error = try await #require(throws: PostgresError.self) {
            try await person.write { try $0.execute(Self.table) }
        }
        #expect(error.state == .insufficientPrivilege)
        try await person.holding("SELECT pg_advisory_xact_lock(\(Migrator.lock.number))") {
            let outcome = try await Migrator(test.administrator).migrate(patience: .milliseconds(500))
            #expect(outcome.lockedFor != nil)
        }
    }

    private func outdate(_ test: TestDatabase) async throws {
        try await test.administrator.write { session in
            try session.execute("UPDATE sandbox.schema_definition SET sha256 = 'x'")
        }
    }

    @Test("a file that waits for a lock names who has it, and nothing of it is kept") func waits() async throws {
        let test = try TestDatabase.current
        var options = test.administrator.options
        options.lockTimeout = .milliseconds(50)
        let database = Database(options, lanes: 1)
        let text = "CREATE TABLE extra (); ALTER TABLE organisation ADD COLUMN extra integer"
        let migrator = migrator(database, try migrations(and: [("extra", text)]))
        let person = try await test.person(.desk, of: "과학기술정보통신부")
        try await test.database(as: person).holding("SELECT FROM sandbox.organisation") {
            for isDry in [false, true] {
                let error = try await #require(throws: InUse.self) { try await migrator.migrate(dryRun: isDry) }
                #expect(error.users.map(\.login) == [person])
                #expect(error.file == "migrations/\(Migration.newest + 1)_extra.sql" && error.isUndone)
            }
        }
        #expect(try await !hasTable("extra", in: database))
        #expect(try await migrator.migrate().migrations.count == 1)
        await database.close()
    }

    private static let index = "-- sandbox: no-transaction\nCREATE INDEX CONCURRENTLY extra_idx ON organisation (kind)"

    @Test("so does a file without a transaction, which can leave a part") func waitsWithoutTransaction() async throws {
        let test = try TestDatabase.current
        let migrator = migrator(test.administrator, try migrations(and: [("index", Self.index)]))
        let person = try await test.person(.desk, of: "과학기술정보통신부")
        let insert: SQL = "INSERT INTO sandbox.organisation (kind, name) VALUES ('company', '가나')"
        try await test.database(as: person).holding(insert) {
            let error = try await #require(throws: InUse.self) {
                try await migrator.migrate(patience: .milliseconds(20))
            }
            #expect(error.users.map(\.login) == [person])
            #expect(error.file == "migrations/\(Migration.newest + 1)_index.sql" && !error.isUndone)
        }
    }

    @Test("a file without a transaction waits for another one, whose migrator is named") func another() async throws {
        let test = try TestDatabase.current
        let migrator = migrator(test.administrator, try migrations(and: [("index", Self.index)]))
        let other = test.database(as: "postgres")
        try await other.holding("SELECT pg_advisory_xact_lock(\(Migrator.lock.number))") {
            let error = try await #require(throws: InUse.self) {
                try await migrator.migrate(patience: .milliseconds(20))
            }
            #expect(error.users.map(\.login) == ["postgres"] && error.file == nil)
        }
        #expect(try await migrator.migrate().migrations.count == 1)
    }

    @Test("the patience for other migrators is not that for a lock of what a file changes") func limit() async throws {
        let migrator = try Migrator(try TestDatabase.current.administrator)
        let limits = try await migrator.database.write { session in
            let before = try session.one("SHOW lock_timeout", as: String.self)
            try Migrator.Work(migrator: migrator, patience: .seconds(7), regimes: [], progress: { _ in }).lockOut(
                session)
            return [before, try session.one("SHOW lock_timeout", as: String.self)]
        }
        #expect(limits[0] == limits[1] && limits[0] != "21s")
    }

    private func together(_ count: Int, _ body: @escaping @Sendable () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<count { group.addTask { try await body() } }
            try await group.waitForAll()
        }
    }

    @Test("an edited, a renamed and a lost file stop a migration") func disagreements() async throws {
        let database = try TestDatabase.current.administrator
        let migrator = try Migrator(database)
        try await database.write { session in
            try session.execute("UPDATE sandbox.schema_migration SET sha256 = 'x' WHERE version = 2")
        }
        let name = try Migration.embedded()[1].name
        await #expect(throws: SchemaDisagreement.changed(version: 2, name: name)) { try await migrator.migrate() }
    }

    @Test("psql finds the tables by their plain names") func searchPath() async throws {
        let test = try TestDatabase.current
        let name = test.name
        try await test.administrator.write { session in
            try session.execute("ALTER DATABASE \(identifier: name) RESET search_path")
        }
        _ = try await Migrator(test.administrator).migrate()
        var options = test.administrator.options
        options.searchPath = nil
        let later = Database(options, lanes: 1)
        #expect(try await later.read { try $0.one("SHOW search_path", as: String.self) } == "sandbox, public")
        await later.close()
    }
}
