import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// What is kept for searches is what the cases say, whatever changes.
@Suite("Kept texts of searches", .database)
struct KeptSearchTests {
    private func drift(_ casework: Casework) async throws -> [Int64] {
        try await casework.database.administrator.read { session in
            try session.all("SELECT * FROM search_drift(true)", as: Int64.self)
        }
    }

    @Test("after filing, a paper more, another name of the company, and cases of the past") func acts() async throws {
        let casework = try await Casework()
        let reference = try await casework.received()
        #expect(try await drift(casework) == [])
        try await casework.desk.perform(AskSupplement(reference, request: "성적서"))
        try await casework.company.perform(
            AnswerSupplement(reference, answer: "냈습니다", papers: [.text("demonstration-plan", "새 시험 계획", name: "새.txt")])
        )
        #expect(try await casework.desk.answer(CaseSearch("새 시험")).map(\.part) == [.paper])
        let organisation = try await casework.desk.answer(OrganisationView("한빛에이아이"))
        var edit = EditOrganisation("한빛에이아이", version: organisation.version)
        edit.rename = try OrganisationName("큰별테크")
        try await casework.desk.perform(edit)
        #expect(try await casework.desk.answer(CaseSearch("큰별")).map(\.reference) == [reference])
        #expect(try await casework.desk.answer(CaseSearch("한빛에이")).isEmpty)
        #expect(try await drift(casework) == [])
    }

    @Test("what was changed past every guard is named by doctor and put right") func repaired() async throws {
        let casework = try await Casework()
        let reference = try await casework.filed()
        try await casework.database.administrator.write { session in
            try session.simple(
                """
                SET LOCAL session_replication_role = replica;
                UPDATE case_search SET body = body || '딴말' WHERE part = 'proposal';
                UPDATE case_search SET pairs = '{}' WHERE part = 'paper';
                INSERT INTO case_search SELECT case_file_id, 'paper', 99, title, names, body, letters, pairs FROM case_search LIMIT 1
                """)
        }
        let finding = try await casework.auditor.tracker.diagnose().first { $0.check == .search }
        #expect(finding == Finding(.search, .problem, reference.description, found: "1"))
        #expect(try await casework.desk.perform(RecountDeadlines()) == 1)
        #expect(try await drift(casework) == [])
        #expect(try await casework.auditor.tracker.diagnose().first { $0.check == .search }?.verdict == .ok)
    }

    @Test("a company is renamed while it files, in either order, and the case is found by the new name") func race()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.drafted()
        let rename: SQL = "UPDATE organisation SET name = '새이름' WHERE name = '한빛에이아이'"
        async let other: Void = {
            try await Task.sleep(for: .milliseconds(50))
            _ = try await casework.company.perform(FileCase(reference))
        }()
        try await casework.database.administrator.holding(rename) { try await Task.sleep(for: .milliseconds(200)) }
        try await other
        #expect(try await drift(casework) == [])
        #expect(try await casework.desk.answer(CaseSearch("새이름")).count == 1)
    }

    @Test("papers in other encodings are read, and what is no text is not") func encodings() async throws {
        let database = try TestDatabase.current.administrator
        let texts: [String?] = try await database.read { session in
            try session.all(
                """
                SELECT paper_text(t.kind, t.bytes) FROM (VALUES ('text/plain', convert_to('가명처리', 'UTF8')),
                    ('text/csv', convert_to('가명처리', 'UHC')), ('text/plain', '\\xff00fe'::bytea),
                    ('application/pdf', 'abc'::bytea), ('text/plain', convert_to(normalize('가명', NFD), 'UTF8'))) AS t (kind, bytes)
                """
            ) { (text: String?) in text }
        }
        #expect(texts == ["가명처리", "가명처리", nil, nil, "가명"])
    }

    @Test("nobody writes what is kept, and a person reads of it what they read of the case") func access() async throws
    {
        let world = try await World.make()
        for person in World.Person.allCases {
            for act in ["UPDATE case_search SET body = ''", "DELETE FROM case_search", "SELECT keep_search('{1}')"] {
                await #expect(throws: PostgresError.self, "\(person): \(act)") { try await world.run(person, act) }
            }
        }
        let parts = "SELECT DISTINCT case_file_id, part FROM case_search ORDER BY 1, 2"
        #expect(try await world.lines(.companyA, parts) == ["(2,contact)", "(2,proposal)"])
        #expect(try await world.lines(.ministryElsewhere, parts).contains("(5,contact)"))
        #expect(try await world.lines(.analyst, parts) == [2, 4, 5, 6].map { "(\($0),proposal)" })
    }
}
