import Postgres
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxTesting
import Testing

@testable import sandbox

@Suite("Official papers, as the desk issues them", .database)
struct PaperStoryTests {
    @Test("every kind of paper is issued in Korean without a word of English, and in English") func everyKind()
        async throws
    {
        var type = try await Shell()
        try await type.office()
        let story = try await type.casework.paperStory()
        var seen: Set<PaperKind> = []
        for (language, isKorean) in [("ko", true), ("en", false)] {
            type.language = language
            for (kind, reference, words) in story.papers {
                let told = await type.run(
                    \.desk, ["paper", "issue", kind.rawValue, reference, "--output", "-"] + words)
                #expect(told.status == .done, "\(kind): \(told.error)")
                #expect(told.out.hasPrefix("<!DOCTYPE html>"), "\(kind)")
                seen.insert(kind)
                if isKorean {
                    #expect(English.words(in: told.out) == [], "\(kind)")
                    let tellsDecision: [PaperKind] = [.decisionNotice, .certificate, .extensionCertificate, .minutes]
                    #expect(told.out.contains("안전요원을 두 명 둔다.") == tellsDecision.contains(kind), "\(kind)")
                    #expect(told.out.contains("한 명은 늦게 왔다.") == (kind == .minutes), "\(kind)")
                    // A return may be the refusal of a statutory petition: then the time to object is another.
                    #expect(told.out.contains("제35조제1항") == (kind == .returnNotice), "\(kind)")
                }
                for never in ["NULL", "지정·허가", "허가증·지정서", "{", "트랙", "불산입"] {
                    #expect(!English.text(of: told.out).contains(never), "\(kind): \(never)")
                }
            }
        }
        #expect(PaperKind.allCases.filter { !seen.contains($0) } == [])
    }

    @Test("a certificate says what the law asks for, is kept byte for byte and verified") func certificate()
        async throws
    {
        var type = try await Shell()
        type.language = "ko"
        let story = try await type.casework.paperStory()
        let reference = story.granted
        let refused = await type(\.desk, "paper", "issue", "certificate", reference)
        #expect(refused.status == .refused && refused.error.contains("sandbox paper official"))
        try await type.office()
        let page = await type(\.desk, "paper", "issue", "certificate", reference, "--output", "-").out
        for words in [
            "실증을 위한 규제특례 지정서", "[별지 제14호서식]", "제2", "주식회사 달구름", "이도담", "서울특별시 성동구 왕십리로 222", "「저작권법」 제35조의5",
            "정보분석을 위한 복제를 허용합니다.", "사업개시 전까지", "사업개시 후 6개월마다", "제38조의2제3항", "과학기술정보통신부장관", "직인", "문서확인번호",
            "담당자: 디지털신산업제도과 주무관",
        ] { #expect(page.contains(words), "\(words)") }
        let listed = await type(\.company, "paper", "list", reference, "--paper", "certificate", "--format", "jsonl")
            .out
        #expect(listed.contains(#""edition":1"#) && listed.contains(#""holds":"holds""#))
        #expect(await type(\.rival, "paper", "list", "--format", "jsonl").out.isEmpty)
        let again = await type(\.desk, "paper", "issue", "certificate", reference)
        #expect(again.status == .refused)
        let folder = try ScratchFolder()
        let file = folder.path + "/a.html"
        #expect(
            await type(\.desk, "paper", "issue", "certificate", reference, "--reason", "오기 정정", "--output", file).status
                == .done)
        // Nothing gets a number for a file that cannot be.
        let editions = await type(\.desk, "paper", "list", "--format", "jsonl").out
        for name in [file, folder.path + "/no/b.html"] {
            let refused = await type(
                \.desk, "paper", "issue", "certificate", reference, "--reason", "오기 정정", "--output", name)
            #expect(refused.status == .usage)
        }
        #expect(await type(\.desk, "paper", "list", "--format", "jsonl").out == editions)
        let verified = await type(\.company, "paper", "verify", file)
        #expect(verified.status == .done && verified.error.contains("유효합니다"), "\(verified.error)")
        #expect(await type(\.rival, "paper", "verify", file).status == .notFound)
        let first = try #require(try await type.casework.desk.answer(PaperList()).last { $0.kind == .certificate })
        #expect(!first.holds && first.edition == 1)
        let replaced = await type(\.company, "paper", "verify", first.verification)
        #expect(replaced.status == .checkFailed && replaced.error.contains("대체된 문서"), "\(replaced)")
        let printed = await type(\.company, "paper", "print", first.verification, "--output", "-").out
        #expect(printed == page)
        #expect(await type(\.company, "case", "view", reference).out.contains(first.verification))
        #expect(await type(\.analyst, "paper", "print", first.verification, "--output", "-").status != .done)
    }

    @Test("numbers of a kind have no gap, and a trial takes none") func numbers() async throws {
        let type = try await Shell()
        try await type.office()
        let cases = [try await type.casework.received(), try await type.casework.received()].map(\.description)
        let trial = await type(
            \.desk, "paper", "issue", "receipt", cases[0], "--output", "-", "--dry-run", "--with",
            "registration-no=214-87-12348")
        #expect(trial.out.contains("Draft"), "\(trial.error)")
        for (index, reference) in cases.enumerated() {
            let told = await type(
                \.desk, "paper", "issue", "receipt", reference, "--with", "registration-no=214-87-12348")
            #expect(told.status == .done && told.name.hasSuffix("-\(index + 1)"), "\(told)")
        }
    }

    @Test("an empty place and one that nobody knows are told before anything is issued") func empty() async throws {
        var type = try await Shell()
        try await type.office()
        type.language = "ko"
        let reference = try await type.casework.received().description
        let told = await type(\.desk, "paper", "issue", "receipt", reference)
        #expect(told.status == .refused && told.error.contains("사업자등록번호"), "\(told.error)")
        #expect(told.error.contains("--with"))
        #expect(await type(\.desk, "paper", "list", "--format", "jsonl").out.isEmpty)
        let unknown = await type(\.desk, "paper", "issue", "receipt", reference, "--with", "없는것=1")
        #expect(unknown.status == .usage, "\(unknown.error)")
        let stated = await type(\.desk, "paper", "issue", "receipt", reference, "--with", "사업자등록번호=214-87-12348")
        #expect(stated.status == .done, "\(stated.error)")
        #expect(await type(\.company, "paper", "issue", "receipt", reference).status == .notPermitted)
        #expect(await type(\.desk, "paper", "issue", "certificate", reference).status == .refused)
    }
}

extension Shell {
    /// What the office prints, and how the desk is reached.
    func office() async throws {
        let login = casework.desk.name
        try await casework.database.administrator.write {
            try $0.execute("SELECT sandbox.edit_person(\(login), '담당자')")
        }
        for words in [
            [
                "paper", "office", "--regime", "kr-ict", "--division", "디지털신산업제도과", "--postcode", "30121", "--address",
                "세종특별자치시 가름로 194", "--approver", "과장 전결 박지훈", "--phone", "044-202-0000",
            ], ["paper", "official", "--title", "주무관", "--phone", "044-202-0001", "--fax", "044-202-0002"],
        ] {
            let told = await run(\.desk, words)
            #expect(told.status == .done, "\(told.error)")
        }
    }
}

/// A story in which every paper has something to tell.
struct PaperStory {
    let granted: String
    let papers: [(kind: PaperKind, reference: String, words: [String])]
}

extension Casework {
    /// A proposal in Korean only, with its contact.
    private func proposal(_ track: TrackCode) -> ProposalDocument {
        var proposal = ProposalDocument.complete(track).proposal
        proposal.service.name = "초거대 문서 요약"
        proposal.sections = proposal.sections.map { .init($0.code, "자세히 적은 내용입니다.") }
        proposal.contact = .init(
            name: "김담당", phone: "02-000-0000", address: "서울특별시 성동구 왕십리로 222", representative: "이도담")
        return ProposalDocument(proposal)
    }

    func paperStory() async throws -> PaperStory {
        var edit = EditOrganisation(company.organisation, version: 1)
        edit.rename = try OrganisationName("주식회사 달구름")
        edit.registrationNumber = .set(try RegistrationNumber("214-87-12348"))
        try await desk.perform(edit)
        func filed(_ track: TrackCode) async throws -> CaseReference {
            let papers = PaperFile.complete(track).enumerated().map { index, file in
                PaperFile(paper: file.paper, name: "서류 \(index + 1)", content: file.content)
            }
            var file = FileCase(proposal(track), papers: papers)
            // The story has two of this track; their contents do not matter.
            file.again = true
            return try await desk.perform(ReceiveCase(try await company.perform(file).reference)).reference
        }
        let granted = try await filed(.demonstration)
        try await desk.perform(AskSupplement(granted, request: "시험 성적서"))
        try await company.perform(AnswerSupplement(granted, answer: "냈습니다."))
        try await desk.perform(SendConsultation(granted, to: ["문화체육관광부"]))
        try await mcst.perform(
            ReplyToConsultation(granted, opinion: .agreeWithConditions, reason: "이용자 보호", conditions: ["안전요원을 둔다."]))
        let meeting = try await voted(granted).description
        let decision = DecideCase(
            granted, outcome: .grantedWithConditions,
            conditions: [
                .init(
                    phase: .before, text: "안전요원을 두어야 한다.", purpose: "안전", evidence: "계획서", due: .before(.commencement)),
                .init(phase: .during, text: "성과를 보고하여야 한다.", purpose: "측정", evidence: "보고서", due: .every(6, .months)),
                .init(
                    phase: .after, text: "결과를 제출하여야 한다.", purpose: "정리", evidence: "결과서",
                    due: .within(30, .days, of: .end)),
            ])
        try await desk.perform(decision)
        try await company.perform(try SubmitEvidence(granted, number: 1, note: "이행하였습니다."))
        try await desk.perform(RuleOnEvidence(granted, number: 1, confirm: true))
        var insure = ActOnGrant(granted, .insure)
        insure.proof = .text("insurance-proof", "증서")
        insure.detail = .insurance(
            .policy(
                insurer: "예시손해보험", number: "1", from: "2019-01-01", to: "2060-01-01",
                covers: [
                    ("death", 150_000_000), ("injury", 30_000_000), ("disability", 150_000_000),
                    ("property", 1_000_000_000),
                ]))
        let insured = try await company.perform(insure)
        func act(_ act: GrantAct, by person: Person, _ fill: (inout ActOnGrant) -> Void = { _ in }) async throws -> Int
        {
            var done = ActOnGrant(granted, act)
            fill(&done)
            return try await person.perform(done).number
        }
        _ = try await act(.confirm, by: desk) { $0.part = insured.number }
        _ = try await act(.commence, by: company)
        _ = try await act(.askExtension, by: company) { $0.text = "더 시험하려 합니다." }
        let extended = try await act(.extend, by: desk) { $0.months = 12 }
        let today = try await desk.answer(Today())
        let corrected = try await act(.correct, by: desk) {
            ($0.text, $0.until) = ("이용자에게 알릴 것", today.adding(days: 20))
        }
        try await company.perform(FileObjection(granted, statement: "사실과 다릅니다."))
        try await desk.perform(AnswerObjection(granted, ruling: .dismissed, reason: "사실과 같습니다."))
        _ = try await act(.requestRevision, by: company) { $0.text = "법을 고쳐 주십시오." }
        let found = try await act(.recordFinding, by: mcst) { ($0.finding, $0.level) = (.needed, .act) }
        let returned = try await filed(.temporaryPermit)
        try await desk.perform(ReturnCase(returned, reason: "사업계획서의 내용이 다릅니다."))
        let asked = try await filed(.demonstration)
        try await desk.perform(SendConsultation(asked, to: ["문화체육관광부"]))
        let rapid = try await filed(.rapidConfirmation)
        try await desk.perform(SendConsultation(rapid, to: ["문화체육관광부"]))
        try await mcst.perform(ReplyToConsultation(rapid, opinion: .notOurs, reason: "소관이 아닙니다."))
        try await desk.perform(DecideCase(rapid, outcome: .noRegulation))
        // What was put right is in every paper that is issued afterwards and tells of it.
        try await desk.perform(CorrectDecision(granted, .decision, text: "안전요원을 두 명 둔다.", reason: "오기"))
        try await desk.perform(CorrectDecision(granted, .minutes, text: "한 명은 늦게 왔다.", reason: "누락"))
        let of = granted.description
        let stated = ["--with", "opinion=조건을 붙여 지정함이 타당함", "--with", "remarks=질의와 응답이 있었음"]
        return PaperStory(
            granted: of,
            papers: [
                (.receipt, of, []), (.supplementRequest, of, []), (.consultation, of, []),
                (.reminder, asked.description, ["--with", "reply-by=다음 주 금요일"]),
                (.returnNotice, returned.description, []), (.rapidResult, rapid.description, []),
                (.decisionNotice, of, []), (.certificate, of, []),
                (.extensionCertificate, of, ["--about", "\(extended)"]),
                (.order, of, ["--about", "\(corrected)"]), (.objectionAnswer, of, []),
                (.revisionFinding, of, ["--about", "\(found)"]), (.agenda, meeting, stated),
                (
                    .minutes, meeting,
                    stated + [
                        "--with", "장소=정부세종청사", "--with", "time=14:00", "--with", "proceedings=성원 보고, 개의, 의결, 폐회",
                    ]
                ),
            ])
    }
}

/// Finds words of English in a page.
enum English {
    /// What people read of a page.
    static func text(of page: String) -> String {
        var text = ""
        var rest = page[...]
        if let style = rest.firstRange(of: "</style>") { rest = rest[style.upperBound...] }
        while let open = rest.firstIndex(of: "<") {
            text += rest[..<open] + " "
            guard let close = rest[open...].firstIndex(of: ">") else { break }
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// Words of two and more small Latin letters, but for units.
    static func words(in page: String) -> [String] {
        var found: [String] = []
        var word = ""
        for scalar in (text(of: page) + " ").unicodeScalars {
            if ("a"..."z").contains(scalar) {
                word.unicodeScalars.append(scalar)
                continue
            }
            if word.count > 1, !["mm", "amp", "quot", "lt", "gt"].contains(word) { found.append(word) }
            word = ""
        }
        return found
    }
}
