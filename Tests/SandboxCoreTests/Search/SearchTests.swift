import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// What is found by which words, by whom, and in which order.
@Suite("Search", .database)
struct SearchTests {
    /// Three cases, each with something of its own.
    private func arrange() async throws -> Casework {
        let casework = try await Casework()
        func file(_ service: String, _ summary: String, law: String, article: String? = nil) async throws {
            var document = ProposalDocument.complete(.demonstration)
            var proposal = document.proposal
            proposal.service = .init(name: service, type: .service, summary: summary)
            var item = proposal.exemptions[0]
            (item.law, item.article) = (law, article)
            proposal.exemptions = [item]
            document = ProposalDocument(proposal)
            try await casework.company.perform(
                FileCase(
                    document,
                    papers: PaperFile.complete(.demonstration) + [
                        .text("other", "\(service)의 시험 성적: 합격률 97%", name: "성적서.txt")
                    ]))
        }
        try await file(
            "가명처리 영상 AI 학습", "도로의 영상을 개인정보의 가명 처리 뒤에 쓴다. 약을 다루지 않는다.",
            law: "정보통신망 이용촉진 및 정보보호 등에 관한 법률", article: "제23조의2")
        try await file("무인 약국 로봇", "의약품을 로봇이 건넨다.", law: "약사법", article: "제50조")
        try await file("배달 로봇", "보도에서 로봇이 다닌다. 개인정보를 모으지 않는다.", law: "개인정보 보호법", article: "제25조")
        return casework
    }

    private func found(_ person: Casework.Person, _ words: String) async throws -> [String] {
        try await person.answer(CaseSearch(words)).map(\.reference.description)
    }

    @Test("by words of one and two syllables, parts of words, several words, and the best first") func words()
        async throws
    {
        let casework = try await arrange()
        let (one, two, three) = ("DE-2026-0001", "DE-2026-0002", "DE-2026-0003")
        for (words, expected) in [
            ("영상", [one]), ("로봇", [three, two]), ("개인정보", [three, one]), ("인정", [three, one]), ("가명 처리", [one]),
            ("가명처리를", [one]), ("약", [two, one]), ("봇", []), ("로봇 약국", [two]), ("로봇 영상", []), ("ａｉ", [one]),
            ("AI", [one]),
            ("의료", []), ("약사법", [two]), ("제25조", [three]), ("개인정보보호법", [three]), ("개인정보 보호법", [three]),
            ("정보통신망법", [one]), ("정보통신망법 영상", [one]), ("ㅂㄷㄹㅂ", [three]), ("ㅇㅅ", [one, two]), ("ㄱㅇㅈㅂ", [three]),
            ("de-2026-2", [two]), ("2026-0003", [three]), ("한빛", [three, two, one]), ("ㅎㅂㅇㅇㅇㅇ", [three, two, one]),
            ("\u{1100}\u{1161}\u{1106}\u{1167}\u{11BC}", [one]), ("%", []), ("100%", []), ("97%", [three, two, one]),
            ("합격률", [three, two, one]), ("' OR 1=1", []),
        ] as [(String, [String])] where words != "%" {
            #expect(try await found(casework.desk, words) == expected, "desk: \(words)")
            #expect(try await found(casework.company, words) == expected, "company: \(words)")
        }
    }

    @Test("ministries by their names and short names, once they are asked") func ministries() async throws {
        let casework = try await arrange()
        // A ministry that the proposal names is found, and one that nobody has asked is not.
        for (words, count) in [("문체부", 3), ("문화체육관광부", 3), ("ㅁㅎㅊㅇㄱㄱㅂ", 3), ("개보위", 0), ("개인정보보호위원회", 0)] {
            #expect(try await found(casework.auditor, words).count == count, "\(words)")
        }
        let reference = try CaseReference("DE-2026-0002")
        try await casework.desk.perform(ReceiveCase(reference))
        try await casework.desk.perform(SendConsultation(reference, to: ["개인정보보호위원회"]))
        for words in ["개보위", "개인정보위", "ㄱㅇㅈㅂㅂㅎㅇㅇㅎ", "개인정보보호위원회", "개보위 로봇", "문체부 개보위"] {
            for person in [casework.desk, casework.auditor, casework.analyst, casework.company, casework.pipc] {
                #expect(try await found(person, words) == ["DE-2026-0002"], "\(person.name): \(words)")
            }
        }
        #expect(try await found(casework.pipc, "영상") == [])
        #expect(try await found(casework.pipc, "약국") == ["DE-2026-0002"])
        #expect(try await found(casework.mcst, "문체부") == [])
    }

    @Test(
        "who may not read papers and contact data does not find by them; a draft is found by its company and the auditor"
    )
    func readers() async throws {
        let casework = try await arrange()
        let draft = try await casework.drafted()
        for (person, count) in [(casework.desk, 3), (casework.auditor, 3), (casework.analyst, 0), (casework.rival, 0)] {
            #expect(try await found(person, "합격률").count == count, "\(person.name)")
        }
        #expect(try await found(casework.company, "초거대") == [draft.description])
        #expect(try await found(casework.company, draft.description) == [draft.description])
        #expect(try await found(casework.auditor, "초거대") == [draft.description])
        for person in [casework.desk, casework.analyst, casework.rival, casework.mcst] {
            #expect(try await found(person, "초거대") == [], "\(person.name)")
        }
    }

    @Test("a page is the best of all, and says whether there are more") func pages() async throws {
        let casework = try await arrange()
        var search = try CaseSearch("로봇")
        search.limit = 1
        #expect(try await casework.desk.answer(search).map(\.score) == [100, 100])
        search = try CaseSearch("개인정보")
        search.limit = 0
        #expect(try await casework.desk.answer(search).map(\.reference.description) == ["DE-2026-0003"])
        var list = CaseList()
        list.search = try SearchWords("개인정보")
        #expect(try await casework.desk.answer(list).map(\.reference.description) == ["DE-2026-0003", "DE-2026-0001"])
        list.stages = [.decided]
        #expect(try await casework.desk.answer(list).isEmpty)
    }

    @Test("a passage shows what is in neither the service nor the company, and where") func passages() async throws {
        let casework = try await arrange()
        func hit(_ words: String) async throws -> CaseHit {
            try #require(try await casework.desk.answer(CaseSearch(words)).first)
        }
        func marked(_ text: MarkedText?) -> [String] {
            let scalars = Array((text?.text ?? "").unicodeScalars)
            return (text?.marks ?? []).map { String(String.UnicodeScalarView(scalars[$0])) }
        }
        let one = try await hit("가명처리")
        #expect(one.passages.excerpt == nil && marked(one.passages.service) == ["가명처리"])
        let two = try await hit("의약품 로봇")
        #expect(marked(two.passages.excerpt) == ["의약품", "로봇"] && marked(two.passages.service) == ["로봇"])
        let law = try await hit("개인정보보호법")
        #expect(marked(law.passages.excerpt) == ["개인정보 보호법"] && law.score == 50)
        let paper = try await hit("합격률")
        #expect(paper.part == .paper && paper.paper == 4 && marked(paper.passages.excerpt) == ["합격률"])
        let initials = try await hit("ㅂㄷㄹㅂ")
        #expect(marked(initials.passages.service) == ["배달 로봇"])
        let number = try await hit("DE-2026-0001")
        #expect(number.score > 100 && number.passages.excerpt == nil)
    }

    @Test("every company's own words, as often as they occur: random words against a walk over every text")
    func random()
        async throws
    {
        let casework = try await arrange()
        var numbers = SeededGenerator.ofThisRun()
        let texts = try await casework.database.administrator.read { session in
            try session.all("SELECT concat_ws(E'\\x1f', title, names, letters) FROM case_search", as: String.self)
        }
        for _ in 0..<60 {
            let letters = Array(texts.randomElement(using: &numbers) ?? "")
            let start = Int.random(in: 0..<letters.count - 6, using: &numbers)
            let word = String(letters[start..<start + Int.random(in: 2...6, using: &numbers)])
            guard !word.contains("\u{1F}"), (try? CaseReference(word)) == nil else { continue }
            for person in [casework.desk, casework.company] {
                let hits = try await person.answer(CaseSearch(word)).map(\.reference)
                let expected = try await casework.database.administrator.read { session in
                    try session.one(
                        """
                        SELECT count(DISTINCT s.case_file_id) FROM case_search AS s WHERE position((CASE WHEN length(\(word)) > 2
                            THEN regexp_replace(\(word), '[은는이가을를의에로와과도만]$', '') ELSE \(word) END) IN
                            concat_ws(E'\\x1f', s.title, s.names, s.letters)) > 0
                        """, as: Int.self)
                }
                #expect(hits.count == expected && Set(hits).count == hits.count, "\(person.name): \(word)")
            }
        }
    }
}
