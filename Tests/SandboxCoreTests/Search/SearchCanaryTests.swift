import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// A case that a person may not see changes no answer of a search: role × word × hidden case.
@Suite("What is hidden is not found", .database)
struct SearchCanaryTests {
    /// Words of the world's cases, each of what only some may see: a service, a part, initials, a company, a number, contact data,
    /// a paper's name, a law, and words of the canary.
    private static let words = [
        "에이", "비이", "에이 서비스", "비이 초안", "비이 협의", "초안", "ㅂㅇㅊㅇ", "DE-2026-0001", "DE-2026-0002", "DRAFT-3",
        "010-0000-0000", "담당",
        "저작권법", "저작", "제35조의5", "카나리아", "카나", "나리", "나", "ㅋㄴㄹㅇ", "가나리아", "세나부", "카나리아법", "카나리아 서비스", "비밀문서",
    ]

    private static let people: [World.Person] = [
        .companyA, .companyB, .ministryAsked, .ministryOpen, .ministryElsewhere, .desk, .analyst, .auditor, .disabled,
        .stranger,
        .twofold,
    ]

    /// Everything that each word finds for each person.
    private func answers(_ world: World) async throws -> [World.Person: [String: [String]]] {
        var all: [World.Person: [String: [String]]] = [:]
        for person in Self.people {
            let found = try await world.database(person).read { session in
                try Self.words.map { word in
                    let words = try SearchWords(word).words
                    let page = try session.all(
                        "SELECT h::text FROM case_hits(\(words)::text[], 50) AS h", as: String.self)
                    let rest = try session.all(
                        "SELECT h.case_file_id::text FROM case_hits(\(words)::text[]) AS h ORDER BY 1", as: String.self)
                    return (word, page + rest)
                }
            }
            all[person] = Dictionary(uniqueKeysWithValues: found)
        }
        return all
    }

    @Test("nothing that somebody else drafts, files or renames changes what a word finds") func canary() async throws {
        let world = try await World.make()
        let before = try await answers(world)
        _ = try await world.test.person(.company, of: "가나리아", named: "canary")
        let canary = world.test.database(as: world.test.roleName("canary"))
        let draft =
            World.draft("카나리아") + """
                INSERT INTO exemption_item (case_file_id, item_no, law, exemption, application)
                SELECT max(case_file_id), 2, '카나리아 보호에 관한 법률', '특례', '적용' FROM case_file;
                INSERT INTO attachment (case_file_id, paper, file_name, media_type, content)
                SELECT max(case_file_id), 'other', '비밀.txt', 'text/plain', convert_to('비밀문서', 'UTF8') FROM case_file;

                """
        // A draft is hidden from all but its company and the auditor.
        try await canary.write { try $0.simple("\(unsafe: draft)") }
        var after = try await answers(world)
        for person in Self.people where person != .auditor {
            #expect(after[person] == before[person], "draft: \(person)")
        }
        #expect(after[.auditor]?["비밀문서"] != before[.auditor]?["비밀문서"])
        // What was filed is hidden from companies and from ministries that were not asked.
        try await canary.write { try $0.simple("\(unsafe: World.file)") }
        try await world.run(.desk, "UPDATE organisation SET name = '카나리아법' WHERE name = '가나리아'")
        after = try await answers(world)
        for person in Self.people where ![.auditor, .desk, .analyst].contains(person) {
            #expect(after[person] == before[person], "filed: \(person)")
        }
        #expect(after[.desk]?["비밀문서"]?.isEmpty == false && after[.desk]?["카나리아"]?.isEmpty == false)
        // An analyst sees the case, and neither its papers nor its contact data.
        for word in ["비밀문서", "담당", "010-0000-0000"] { #expect(after[.analyst]?[word] == [], "\(word)") }
        #expect(after[.analyst]?["카나리아"]?.isEmpty == false)
    }

    @Test("every hit is a case that the person may see, whatever is looked for") func visible() async throws {
        let world = try await World.make()
        let found = try await answers(world)
        for person in Self.people {
            let visible = Set(
                try await world.lines(person, "SELECT case_file_id FROM case_file").map {
                    String($0.dropFirst().dropLast())
                })
            for (word, hits) in found[person] ?? [:] {
                let ids = hits.map { $0.hasPrefix("(") ? String($0.dropFirst().prefix { $0 != "," }) : $0 }
                #expect(Set(ids).isSubset(of: visible), "\(person): \(word)")
            }
        }
        #expect(found[.companyB]?["비이 초안"]?.isEmpty == false && found[.companyA]?["비이"] == [])
    }

    @Test("who sees not all goes by their own cases and never by the index of all") func plans() async throws {
        let world = try await World.make()
        for (person, isByIndex) in [(World.Person.desk, true), (.companyB, false), (.ministryAsked, false)] {
            let plan = try await world.test.administrator.write(dryRun: true) { session in
                // So few rows are read by any index.
                try session.execute("SET LOCAL enable_indexscan = off")
                let before = try session.one(Self.scans, as: Int.self)
                try session.execute("SET LOCAL ROLE \(identifier: world.login(person))")
                try session.execute("SELECT count(*) FROM case_hits('{저작권법,카나}', 50)")
                try session.execute("SELECT count(*) FROM case_hits('{저작}')")
                try session.execute("RESET ROLE")
                return try session.one(Self.scans, as: Int.self) - before
            }
            #expect((plan > 0) == isByIndex, "\(person)")
        }
    }

    /// How often the index of all was looked into, in this transaction.
    private static let scans: SQL = """
        SELECT pg_stat_get_xact_numscans('sandbox.case_search_pairs_idx'::regclass)
        """
}
