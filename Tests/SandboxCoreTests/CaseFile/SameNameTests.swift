import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// One law and one article, however they are written.
@Suite("Names of laws and articles", .database)
struct SameNameTests {
    private func asked(_ question: SQL) async throws -> [String] {
        try await TestDatabase.current.administrator.read { try $0.all(question, as: String.self) }
    }

    @Test("citations of one article meet, and those of another do not") func articles() async throws {
        let same = [
            "제15조", "제15조, 제28조의2", "제15조ㆍ제28조의2", "제15조제1항", "제15조 제1항", "제15조제1항제2호", "제15조(개인정보의 수집ㆍ이용)",
            "제15조 및 제28조의2", "제15조∙제28조의2", "제15조/제28조의2", "제14조~제16조", "제14조부터 제16조까지", "제14조 내지 제16조", "제14~16조",
            "제14조-제16조",
            "제15 조", "15조", "제28조의2 및 제15조제1항제1호", "제15·16조", "15, 16조", "제15조①, 제17조", "１５조", "第15條", "Article 15(2)",
            "Articles 14 to 16",
        ]
        let other = [
            "제15조의2", "제14조", "제16조", "제115조", "제1조제15항", "부칙 제15조", "제20조(제15조에 따른 허가)", "제14조의2~제14조의5", "별표 15",
            "제14조제1항~제15항",
        ]
        let question: SQL = """
            SELECT a FROM unnest(\(same + other)::text[]) WITH ORDINALITY AS a (a, n)
            WHERE articles_meet(article_span(a), a, article_span('제15조'), '제15조') ORDER BY n
            """
        #expect(try await asked(question) == same)
        let pairs: SQL = """
            SELECT a || ' = ' || b FROM (VALUES ('별표 3', '별표3, 별표 4'), ('별표 3', '별표 4'), ('제28조의 2', '제28조의2제1항'),
                ('제2조', '제28조의2'), ('부칙 제3조', '부칙제3조')) AS p (a, b)
            WHERE articles_meet(article_span(a), a, article_span(b), b)
            """
        #expect(try await asked(pairs) == ["별표 3 = 별표3, 별표 4", "제28조의 2 = 제28조의2제1항", "부칙 제3조 = 부칙제3조"])
    }

    @Test("spellings and short titles of one law") func laws() async throws {
        let spellings: SQL = """
            SELECT DISTINCT law_identity(l) FROM unnest(ARRAY['정보통신망 이용촉진 및 정보보호 등에 관한 법률', '정보통신망법', '「정보통신망법」',
                '『정보통신망이용촉진 및 정보보호등에 관한 법률』', '정보통신망 이용촉진 및 정보보호 등에 관한 법률(약칭: 정보통신망법)', '정보통신망법 제44조의7',
                '정보통신망법(법률 제19154호)', E'정보통신망\\u00a0이용촉진 및 정보보호 등에 관한\\u200b 법률']) AS l
            """
        #expect(try await asked(spellings).count == 1)
        let dots: SQL = """
            SELECT DISTINCT law_identity(replace('식품ㆍ의약품분야 시험ㆍ검사 등에 관한 법률', 'ㆍ', d))
            FROM unnest(ARRAY['ㆍ', '·', '∙', '‧', '・', '･', '•', '']) AS d
            """
        #expect(try await asked(dots).count == 1)
        let decrees: SQL = """
            SELECT DISTINCT law_identity(l) FROM unnest(ARRAY['정보통신망법 시행령', '정보통신망 이용촉진 및 정보보호 등에 관한 법률 시행령']) AS l
            """
        #expect(try await asked(decrees).count == 1)
        let others: SQL = """
            SELECT law_identity(l) FROM unnest(ARRAY['정보통신망법', '정보통신망법 시행령', '정보통신융합법', '개인정보 보호법', '전파법', '전파법 시행규칙']) AS l
            """
        #expect(Set(try await asked(others)).count == 6)
    }

    @Test("a roadmap, precedents and filters find a law by any of its names; what is shown is what was written")
    func found() async throws {
        let casework = try await Casework()
        let header = "company,service,track,regulation,decided_on,decision\n"
        let rows = "가,시험 대행,demonstration,식품·의약품분야 시험·검사 등에 관한 법률 제6조제1항,2024-05-30,승인\n"
        try await casework.desk.perform(ImportCases(Array((header + rows).utf8), file: "c.csv"))
        let roadmap = "area,task_no,task,ministries,laws,target,status_note,source\n,1,허용,식약처,식품의약품검사법,,,\n"
        let code = try RoadmapCode("r")
        let imported = try await casework.desk.perform(
            ImportRoadmap(Array(roadmap.utf8), file: "r.csv", code: code, name: "r"))
        #expect(imported.ministries == ["식품의약품안전처"])
        let task = TaskReference(roadmap: code, number: "1")
        let matching = try await casework.desk.answer(MatchingCases(task))
        #expect(matching.map(\.provisions) == [["식품·의약품분야 시험·검사 등에 관한 법률 제6조제1항"]])
        var list = TaskList()
        list.law = "「식품ㆍ의약품분야 시험ㆍ검사 등에 관한 법률」"
        #expect(try await casework.desk.answer(list).map(\.laws) == [[.init(name: "식품의약품검사법", isConfirmed: true)]])
        let edited = try await casework.desk.perform(
            EditProvisions(task, add: Provision(law: "식품ㆍ의약품분야 시험ㆍ검사 등에 관한 법률")))
        #expect(!edited.isChanged && edited.provision.law == "식품의약품검사법")
    }

    @Test("what is kept of laws is what cases name, whatever changes; doctor names it, and a recount puts it right")
    func kept() async throws {
        let casework = try await Casework()
        let reference = try await casework.filed()
        let drift: SQL = "SELECT case_file_id FROM case_law_drift()"
        let database = casework.database.administrator
        #expect(try await database.read { try $0.all(drift, as: Int64.self) }.isEmpty)
        try await database.write { session in
            try session.simple("SET LOCAL session_replication_role = replica; UPDATE case_law SET law = '딴법'")
        }
        let finding = try await casework.auditor.tracker.diagnose().first { $0.check == .laws }
        #expect(finding == Finding(.laws, .problem, reference.description, found: "1"))
        #expect(try await casework.desk.perform(RecountDeadlines()) == 1)
        #expect(try await database.read { try $0.all(drift, as: Int64.self) }.isEmpty)
        #expect(try await casework.auditor.tracker.diagnose().first { $0.check == .laws }?.verdict == .ok)
    }
}
