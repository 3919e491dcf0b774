import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("A database whose schema is checked", .database)
struct SandboxDatabaseTests {
    private func database(version: Int) throws -> SandboxDatabase {
        SandboxDatabase(try ConnectionOptions(TestDatabase.current.conninfo()), version: version)
    }

    @Test("a transaction runs when the versions are the same, as every kind of person") func same() async throws {
        let test = try TestDatabase.current
        for role in [try await test.person(.analyst), try await test.person(.company, of: "가나소프트")] {
            let user = try await test.sandbox(as: role).read {
                try $0.one("SELECT current_user::text", as: String.self)
            }
            #expect(user == role)
        }
    }

    @Test("an older and a newer database are told apart, and the work is not done") func mismatch() async throws {
        let newest = Migration.newest
        let ahead = try database(version: newest + 1)
        await #expect(throws: SchemaMismatch.databaseOlder(database: newest, program: newest + 1)) {
            try await ahead.write { _ in Issue.record("must not run") }
        }
        let behind = try database(version: newest - 1)
        await #expect(throws: SchemaMismatch.databaseNewer(database: newest, program: newest - 1)) {
            try await behind.read { _ in Issue.record("must not run") }
        }
        await ahead.close()
        await behind.close()
    }

    @Test("a database without our schema is named so") func absent() async throws {
        let test = try TestDatabase.current
        try await test.administrator.write { try $0.execute("DROP SCHEMA sandbox CASCADE") }
        let database = try database(version: Migration.newest)
        await #expect(throws: SchemaMismatch.absent) { try await database.read { _ in } }
        await database.close()
    }

    @Test("an error of the work itself is not taken for a mismatch") func otherErrors() async throws {
        let database = try database(version: Migration.newest)
        await #expect(throws: PostgresError.self) { try await database.read { _ = try $0.execute("SELECT 1/0") } }
        await database.close()
    }
}
