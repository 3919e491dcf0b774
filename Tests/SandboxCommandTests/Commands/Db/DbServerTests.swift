import ArgumentParser
import Postgres
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxTesting
import SandboxViews
import Testing

@testable import sandbox

@Suite("sandbox db, on a server of its own", .database)
struct DbServerTests {
    private func run(_ arguments: String..., as role: String? = nil) async throws -> (EndStatus, Console.Saved) {
        let url = try TestDatabase.current.conninfo(as: role)
        return await SandboxCommandTests.run(arguments + ["--database-url", url], environment: ["LANG": "C"])
    }

    @Test("a settled database has nothing to apply, and anybody may look") func settled() async throws {
        let analyst = try await TestDatabase.current.person(.analyst)
        let (status, written) = try await run("db", "status", "--format", "jsonl", as: analyst)
        #expect(status == .done)
        #expect(written.out.contains(#""schema_version":\#(Migration.newest)"#))
        #expect(try await run("db", "verify").0 == .done)
        #expect(try await run("db", "migrate").1.error == "sandbox: there is nothing to apply\n")
    }

    @Test("a definition is printed by its name, and no server is asked") func schema() async throws {
        let (status, written) = await SandboxCommandTests.run(
            ["db", "schema", "acting_role"], environment: ["LANG": "C"])
        #expect(status == .done)
        #expect(written.out.hasPrefix("-- "))
        #expect(written.out.contains("CREATE FUNCTION acting_role() RETURNS name"))
        let listing = await SandboxCommandTests.run(["db", "schema", "--format", "jsonl"]).written.out
        #expect(listing.contains(#"{"name":"person","kind":"table","file":"migrations/"#))
        let unknown = await SandboxCommandTests.run(["db", "schema", "acting_rolle"], environment: ["LANG": "C"])
        #expect(unknown.status == .notFound)
        #expect(unknown.written.error.contains("acting_role"))
    }

    @Test("a table is printed with all that is in force for it") func table() async throws {
        let written = await SandboxCommandTests.run(["db", "schema", "decision"], environment: ["LANG": "C"]).written
        for part in [
            "CREATE TABLE decision (", "CREATE TRIGGER guard_decision ", "CREATE FUNCTION guard_decision()",
            "CREATE FUNCTION steps_decision()", "SELECT log.watch('decision'", "SELECT access.close_tables();",
            "sandbox db schema prints: access.",
        ] {
            #expect(written.out.contains(part), "\(part)")
        }
        let unknown = await SandboxCommandTests.run(["db", "schema", "decisoin"], environment: ["LANG": "ko_KR.UTF-8"])
        #expect(unknown.written.error.contains("이름이 decisoin인 정의가 없습니다"))
        #expect(unknown.written.error.contains("decision"))
    }

    @Test("what was tampered with is named; db migrate puts definitions right, --sql prints what does it for the rest")
    func tampered() async throws {
        let database = try TestDatabase.current.administrator
        try await database.write { session in
            try session.simple(
                """
                DROP POLICY staff ON opinion; ALTER TABLE opinion DROP CONSTRAINT opinion_reason_check;
                CREATE INDEX odd_idx ON opinion (replied_at); CREATE TABLE odd (a integer)
                """)
        }
        let (status, listing) = try await run("db", "verify", "--format", "jsonl")
        #expect(status == .checkFailed)
        #expect(
            listing.out.contains(
                #"{"code":"schema-object-missing","kind":"policy","name":"staff on sandbox.opinion","repair":null}"#))
        #expect(listing.out.contains(#""kind":"constraint","name":"opinion_reason_check on sandbox.opinion""#))
        #expect(listing.out.contains(#""code":"schema-object-foreign","kind":"index","name":"sandbox.odd_idx""#))
        let korean = try await run("db", "verify", "--format", "table", "--lang", "ko").1
        #expect(korean.out.contains("없음: sandbox.opinion의 정책 staff"))
        #expect(korean.error.contains("sandbox.opinion"))
        let told = try await run("db", "status", "--format", "json").1
        #expect(told.out.contains("schema-object-missing policy staff on sandbox.opinion"))

        let (migrated, told2) = try await run("db", "migrate")
        #expect(migrated == .checkFailed)
        #expect(told2.error.contains("applied: the definitions"))
        #expect(told2.error.contains("missing: constraint opinion_reason_check on sandbox.opinion"))
        #expect(told2.error.contains("sandbox db verify --sql"))
        let script = try await run("db", "verify", "--sql").1.out
        #expect(script.contains("-- DROP INDEX sandbox.odd_idx;"))
        #expect(script.hasPrefix("BEGIN;\n") && script.hasSuffix("\nCOMMIT;\n"))
        try await database.withoutTransaction { try $0.simple("\(unsafe: script)") }
        #expect(try await run("db", "verify").0 == .done)
        #expect(try await run("db", "migrate").0 == .done)
    }

    @Test("a database of a newer program is refused with 7, and says which side to update") func newer() async throws {
        try await TestDatabase.current.administrator.write { session in
            try session.execute(
                """
                INSERT INTO sandbox.schema_migration (version, name, sha256, duration_ms)
                VALUES (\(Migration.newest + 1), 'later', 'x', 0)
                """
            )
        }
        let (verified, listing) = try await run("db", "verify", "--format", "json")
        #expect(verified == .checkFailed)
        #expect(listing.out.contains(#""code":"migration-unknown-newer""#))
        #expect(try await run("db", "migrate").0 == .checkFailed)

        let failure = try await failureOfTracker()
        #expect(failure?.code == "schema-newer")
        #expect(failure?.status == .checkFailed)
        #expect(failure?.hint?.en.contains("newer version of the program") == true)
    }

    @Test("an older database is refused with 7 and sent to the migration") func older() async throws {
        try await TestDatabase.current.administrator.write { session in
            try session.execute("DELETE FROM sandbox.schema_migration WHERE version = \(Migration.newest)")
        }
        let failure = try await failureOfTracker()
        #expect(failure?.code == "schema-older")
        #expect(failure?.hint?.en.contains("sandbox db migrate") == true)
        let (status, written) = try await run("db", "migrate", "--sql")
        #expect(status == .done)
        #expect(written.out.hasPrefix("-- migrations/00"))
    }

    @Test("who may not change the schema is told so") func notPermitted() async throws {
        let company = try await TestDatabase.current.person(.company, of: "가나소프트")
        try await TestDatabase.current.administrator.write { session in
            try session.execute("DELETE FROM sandbox.schema_migration WHERE version = \(Migration.newest)")
        }
        let (status, written) = try await run("db", "migrate", as: company)
        #expect(status == .notPermitted)
        #expect(!written.error.isEmpty)
    }

    @Test("nothing of another's server is started or stopped") func notEmbedded() async throws {
        #expect(try await run("db", "stop").0 == .usage)
        #expect(try await run("db", "start").0 == .usage)
    }

    @Test("a server that is not there ends with 6, an unreadable connection with 64") func unreachable() async {
        let gone = await SandboxCommandTests.run(["db", "verify", "--database-url", "host=/nowhere user=x"])
        #expect(gone.status == .unavailable)
        #expect(gone.written.error.contains("hint: "))
        let unreadable = await SandboxCommandTests.run(["db", "verify", "--database-url", "no such words"])
        #expect(unreadable.status == .usage)
    }

    private func failureOfTracker() async throws -> Failure? {
        let (console, _) = Console.captured(environment: ["DATABASE_URL": try TestDatabase.current.conninfo()])
        return await Console.$current.withValue(console) {
            do {
                _ = try await GlobalOptions.parse([]).withTracker { try await $0.answer(WhoAmI()) }
                return nil
            } catch { return Failure(error) }
        }
    }
}
