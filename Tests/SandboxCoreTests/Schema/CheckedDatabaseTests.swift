import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("A database whose schema is checked", .database)
struct CheckedDatabaseTests {
    private func checked(version: Int) throws -> CheckedDatabase {
        CheckedDatabase(try TestDatabase.current.administrator, version: version)
    }

    @Test("a transaction runs when the versions are the same, as every kind of person") func same() async throws {
        let test = try TestDatabase.current
        for role in [try await test.person(.analyst), try await test.person(.company, of: "가나소프트")] {
            #expect(try await test.tracker(as: role).answer(WhoAmI()).roleName == role)
        }
    }

    @Test("an older and a newer database are told apart, and the work is not done") func mismatch() async throws {
        let newest = Migration.newest
        await #expect(throws: Refusal.schemaOlder(database: newest, program: newest + 1)) {
            try await checked(version: newest + 1).write { _ in Issue.record("must not run") }
        }
        await #expect(throws: Refusal.schemaNewer(database: newest, program: newest - 1)) {
            try await checked(version: newest - 1).read { _ in Issue.record("must not run") }
        }
    }

    @Test("other definitions than this program's are refused, whatever the version") func definitions() async throws {
        let database = try TestDatabase.current.administrator
        let other = CheckedDatabase(database, definitions: SchemaDefinitions([("10_other", "SELECT 1")]))
        await #expect(throws: Refusal.schemaDefinitionsDiffer) {
            try await other.read { _ in Issue.record("must not run") }
        }
        try await database.write { session in
            try session.execute(
                """
                INSERT INTO sandbox.schema_definition (number, version, sha256, duration_ms)
                VALUES (1000, \(Migration.newest), \(SchemaDefinitions([("10_other", "SELECT 1")]).sha256), 0)
                """)
        }
        #expect(try await other.read { try $0.one("SELECT 1", as: Int.self) } == 1)
    }

    @Test("a database without our schema is of version 0") func absent() async throws {
        let test = try TestDatabase.current
        try await test.administrator.write { try $0.execute("DROP SCHEMA sandbox CASCADE") }
        await #expect(throws: Refusal.schemaOlder(database: 0, program: Migration.newest)) {
            try await test.tracker(as: "postgres").answer(WhoAmI())
        }
    }

    @Test("an error of the work itself is not taken for a mismatch") func otherErrors() async throws {
        let error = await #expect(throws: PostgresError.self) {
            try await checked(version: Migration.newest).read { _ = try $0.execute("SELECT 1/0") }
        }
        #expect(error?.state?.rawValue == "22012")
    }
}
