import Foundation
import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// A register with casework in it is dumped, restored into an empty database and brought to another version.
@Suite("A register that is restored and upgraded", .database)
struct UpgradeTests {
    /// What is proved of a register: by what `audit verify` and `deadline check` ask, and by counting the rows.
    private struct Proof: Sendable {
        let verdict: AuditVerdict
        let deadlines: DeadlineVerdict
        let rows: [String]

        init(_ database: Database, auditor: String, token: SealToken) async throws {
            var options = database.options
            options.user = auditor
            options.searchPath = ["sandbox", "public"]
            let reader = Database(options, lanes: 1)
            verdict = try await reader.read { try AuditVerify(token: token).answer($0) }
            deadlines = try await reader.read { try CheckDeadlines().answer($0) }
            await reader.close()
            rows = try await database.read { session in
                let tables: [String] = try session.all(
                    """
                    SELECT c.relname::text FROM pg_class AS c WHERE c.relnamespace = 'sandbox'::regnamespace
                        AND c.relkind = 'r' AND c.relname NOT IN ('event', 'event_chain', 'schema_definition', 'schema_migration')
                    ORDER BY 1
                    """)
                return try tables.map { table in
                    let count: Int = try session.one("SELECT count(*) FROM sandbox.\(identifier: table)")
                    return "\(table): \(count)"
                }
            }
        }

        var isGood: Bool { verdict.breaks.isEmpty && deadlines.contradictions.isEmpty }
    }

    /// Cases at every stage, grants before, in and after their trial, a regime that changed, and what was imported.
    private func fill(_ casework: Casework) async throws {
        _ = try await casework.drafted()
        _ = try await casework.filed(.temporaryPermit)
        _ = try await casework.received(.rapidConfirmation)
        _ = try await casework.consulting()
        _ = try await casework.granted(conditions: true)
        _ = try await casework.running()
        let over = try await casework.running()
        try await casework.company.perform(ActOnGrant.act(over, .renounce))
        let returned = try await casework.received()
        try await casework.desk.perform(ReturnCase(returned, reason: "요건 미비"))
    }

    /// A version after this program's: a column filled from the rows there are, an index, and a view.
    private func later(_ database: Database) throws -> Migrator {
        let text = """
            ALTER TABLE organisation ADD COLUMN initials text;
            UPDATE organisation SET initials = left(name, 2);
            ALTER TABLE organisation ALTER COLUMN initials SET NOT NULL;
            CREATE INDEX organisation_initials_idx ON organisation (initials);
            """
        let version = Migration.newest + 1
        let migrations =
            try Migration.embedded() + [
                Migration(version: version, name: "\(version)_initials", text: text, mode: .asOwner)
            ]
        let view = """
            CREATE VIEW report.initials WITH (security_invoker = true) AS SELECT o.organisation_id, o.initials FROM organisation AS o;
            GRANT SELECT ON report.initials TO sandbox_analyst;
            """
        let files = SchemaDefinitions.embedded.files.map { (name: $0.name, text: $0.text) }
        return Migrator(
            database, migrations: migrations,
            definitions: SchemaDefinitions(files + [(name: "99_initials", text: view)]))
    }

    @Test("keeps its rows, its log and its deadlines, takes up work again, and has the schema of a new one")
    func whole() async throws {
        let casework = try await Casework()
        try await fill(casework)
        let token = try await casework.auditor.perform(AuditSeal()).token
        let before = try await Proof(casework.database.administrator, auditor: casework.auditor.name, token: token)
        #expect(before.isGood && before.verdict.events > 200 && before.deadlines.deadlines > 20)

        let restored = try await SmallSchema(1)
        try await copy(casework.database, into: restored.database)
        // The same version, whose definitions were another's: all are replaced, over the rows.
        let migrator = try Migrator(restored.database)
        #expect(try await migrator.migrate().isEmpty)
        try await restored.run("UPDATE sandbox.schema_definition SET sha256 = 'another'")
        #expect(try await migrator.migrate().lockedFor != nil)
        let same = try await restored.database.catalogue()
        #expect(try await same.differences(from: casework.database.administrator.catalogue()) == [])
        var proof = try await Proof(restored.database, auditor: casework.auditor.name, token: token)
        #expect(proof.isGood && proof.rows == before.rows && proof.verdict.events == before.verdict.events)
        #expect(proof.deadlines.deadlines == before.deadlines.deadlines)
        // Work goes on where it stopped, with the next number.
        var file = FileCase(.complete(.demonstration), papers: PaperFile.complete(.demonstration))
        file.again = true
        let company = try Tracker(
            casework.database.conninfo(as: casework.company.name).replacing(
                casework.database.name, with: restored.database.options.database ?? ""))
        let next = try await company.perform(file).reference
        await company.close()
        #expect(try await casework.company.perform(file).reference == next)

        #expect(try await later(restored.database).migrate().migrations.count == 1)
        let filed = proof
        proof = try await Proof(restored.database, auditor: casework.auditor.name, token: token)
        #expect(proof.isGood && proof.verdict.events > filed.verdict.events)
        #expect(proof.deadlines.deadlines == before.deadlines.deadlines)
        let fresh = try await SmallSchema(2)
        try await later(fresh.database).migrate()
        #expect(try await restored.database.catalogue().differences(from: fresh.database.catalogue()) == [])
        try await fresh.end()
        try await restored.end()
    }

    /// With PostgreSQL's own programs, as an operator does.
    private func copy(_ source: TestDatabase, into target: Database) async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(source.name).dump").path()
        defer { try? FileManager.default.removeItem(atPath: file) }
        let words = source.conninfo().replacing(source.name, with: target.options.database ?? "")
        try run("pg_dump", ["--format=custom", "--file=\(file)", "--dbname=\(source.conninfo())"])
        try run("pg_restore", ["--exit-on-error", "--dbname=\(words)", file])
    }

    private func run(_ program: String, _ words: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + words
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(program): \(said)")
    }
}
