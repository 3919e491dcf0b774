import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("Drafting and editing a proposal", .database)
struct DraftCaseTests {
    @Test("everything that was written comes back as it was written", arguments: TrackCode.ofKoreanICT)
    func roundTrip(track: TrackCode) async throws {
        let casework = try await Casework()
        var document = ProposalDocument.complete(track)
        document.proposal.reasons = ["기준이 없다", "맞지 않는다"]
        document.proposal.period = .init(from: "2027-01-04", to: "2028-12-29")
        document.proposal.contact = .init(name: "김 담당", email: "kim@example.kr")
        document.proposal.exemptions.append(.init(law: "개인정보 보호법", article: "제28조의2", obstacle: "여러 줄\n의 글"))
        document.proposal.participants = [.init(organisation: "데이터협동조합", part: "가명처리")]
        document.proposal.risks = [.init(category: "개인정보", scenario: "재식별", response: "중지")]
        document.proposal.stakeholders = [.init(conflict: "권리자의 반대", mitigation: "제외 창구")]
        let draft = try await casework.company.perform(DraftCase(document))
        let view = try await casework.company.answer(CaseView(draft.reference))
        #expect(view.proposal == document.proposal)
        #expect(view.head.stage == .draft)
        #expect(view.head.company == "한빛에이아이")
        #expect(draft.version == 1)
        let read = try ProposalDocument(yaml: Array(view.document.yaml.utf8), file: "x.yaml")
        #expect(read.proposal == document.proposal)
        #expect(read.version == 1)
    }

    @Test("a decomposed Hangul word is stored composed") func normalisation() async throws {
        let casework = try await Casework()
        let decomposed = "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"
        let proposal = Proposal(track: .demonstration, service: .init(name: decomposed))
        let draft = try await casework.company.perform(DraftCase(ProposalDocument(proposal)))
        let name = try await casework.company.answer(CaseView(draft.reference)).head.service
        #expect(Array(name.unicodeScalars) == Array("한글".unicodeScalars))
    }

    @Test("what filing needs is listed at once: fields, sections, provisions and papers")
    func gaps() async throws {
        let casework = try await Casework()
        var proposal = Proposal(track: .temporaryPermit, service: .init(name: "요약"))
        proposal.exemptions = [.init(law: "저작권법", exemption: "복제")]
        let draft = try await casework.company.perform(DraftCase(ProposalDocument(proposal)))
        #expect(
            draft.gaps.map(\.code) == [
                "service_type", "summary", "description", "necessity", "objectives", "user_protection",
                "exemptions.1.application", "business-plan", "eligibility-statement", "safety-evidence",
                "user-protection-plan",
            ])
        #expect(
            draft.gaps.allSatisfy { gap in
                !gap.basis.isEmpty
                    && (gap.kind == .section || gap.kind == .paper)
                        == ([gap.korean, gap.english].allSatisfy { $0?.isEmpty == false })
            })
    }

    @Test("unknown sections and papers are told at their places, with what was probably meant, and nothing is kept")
    func unknownCodes() async throws {
        let casework = try await Casework()
        let yaml =
            "track: demonstration\nservice:\n  name: 요약\nsections:\n  markt: x\npapers:\n  - paper: plan\n    file: a\n"
        let document = try ProposalDocument(yaml: Array(yaml.utf8), file: "p.yaml")
        let error = await #expect(throws: BadInput.self) { try await casework.company.perform(DraftCase(document)) }
        let issues = try #require(error?.issues)
        #expect(issues.map(\.field?.name) == ["sections.markt", "papers.1.paper"])
        #expect(issues.map(\.position) == [Position(line: 5, column: 10), Position(line: 7, column: 12)])
        #expect(issues.first?.problem.suggestion == "market")
        #expect(try await casework.company.answer(CaseList()).isEmpty)
    }

    @Test("only companies draft, and nobody else sees a draft, auditors apart") func access() async throws {
        let casework = try await Casework()
        for person in [casework.desk, casework.mcst, casework.analyst, casework.auditor] {
            let error = await #expect(throws: NotPermitted.self) {
                try await person.perform(DraftCase(.complete(.demonstration)))
            }
            #expect(error?.needed == [.company])
        }
        let reference = try await casework.drafted()
        for person in [casework.rival, casework.desk, casework.mcst, casework.analyst] {
            #expect(try await person.answer(CaseList()).isEmpty)
            await #expect(throws: NotFound(.caseFile, reference.description)) {
                try await person.answer(CaseView(reference))
            }
        }
        #expect(try await casework.auditor.answer(CaseView(reference)).head.reference == reference)
    }

    @Test("a dry run does everything and leaves nothing") func dryRun() async throws {
        let casework = try await Casework()
        let act = DraftCase(.complete(.demonstration), papers: PaperFile.complete(.demonstration))
        #expect(try await casework.company.perform(act, dryRun: true).gaps.isEmpty)
        #expect(try await casework.company.answer(CaseList()).isEmpty)
    }

    @Test("an edit makes the draft what the document says, touches nothing else and counts the version up")
    func edit() async throws {
        let casework = try await Casework()
        let reference = try await casework.drafted()
        let before = try await casework.company.answer(CaseHistory(reference)).count
        var document = try await casework.company.answer(CaseView(reference)).document
        document.proposal.service.summary = "다시 쓴 요약"
        document.proposal.exemptions.insert(.init(law: "개인정보 보호법"), at: 0)
        document.proposal.sections.removeFirst()
        let edited = try await casework.company.perform(EditCase(reference, document, version: 1))
        #expect(edited.version == 2)
        #expect(edited.changed.contains { $0.name == "service.summary" && $0.yours == "다시 쓴 요약" })
        #expect(edited.gaps.map(\.code).contains("description"))
        let view = try await casework.company.answer(CaseView(reference))
        #expect(view.proposal == document.proposal)
        // The case, two provisions, one section: unchanged parts are not recorded.
        let events = try await casework.company.answer(CaseHistory(reference)).dropFirst(before)
        #expect(events.map(\.entity).sorted() == ["case_file", "exemption_item", "exemption_item", "proposal_section"])
    }

    @Test("a document that changes nothing leaves the version alone") func noChange() async throws {
        let casework = try await Casework()
        let reference = try await casework.drafted()
        let document = try await casework.company.answer(CaseView(reference)).document
        let edited = try await casework.company.perform(EditCase(reference, document, version: 1))
        #expect(edited.version == 1)
        #expect(edited.changed.isEmpty)
    }

    @Test("a stale edit is a conflict that shows both sides, and nothing is overwritten") func conflict() async throws {
        let casework = try await Casework()
        let reference = try await casework.drafted()
        var mine = try await casework.company.answer(CaseView(reference)).document
        var theirs = mine
        theirs.proposal.service.summary = "그들의 글"
        try await casework.twin(of: casework.company).perform(EditCase(reference, theirs, version: 1))
        mine.proposal.service.summary = "나의 글"
        let error = await #expect(throws: Conflict.self) {
            try await casework.company.perform(EditCase(reference, mine, version: 1))
        }
        #expect(error?.fields == [.init("service.summary", yours: "나의 글", theirs: "그들의 글")])
        #expect(error.map { [$0.yourVersion, $0.theirVersion] } == [1, 2])
        #expect(try await casework.company.answer(CaseView(reference)).head.summary == "그들의 글")
    }

    @Test("of two edits of one version at the same moment one wins, and the other is told") func race() async throws {
        let casework = try await Casework()
        let reference = try await casework.drafted()
        let document = try await casework.company.answer(CaseView(reference)).document
        let others = [casework.company, try casework.twin(of: casework.company)]
        let outcomes = await results(of: 2) { number in
            var mine = document
            mine.proposal.service.summary = "판 \(number)"
            return try await others[number].perform(EditCase(reference, mine, version: 1))
        }
        #expect(outcomes.count { if case .success = $0 { true } else { false } } == 1)
        #expect(outcomes.compactMap(\.failure).allSatisfy { $0 is Conflict })
    }

    @Test("only a draft of one's own is edited") func editRefused() async throws {
        let casework = try await Casework()
        let filed = try await casework.filed()
        let document = ProposalDocument.complete(.demonstration)
        await #expect(throws: Refusal.caseFile(.draftOnly(.filed))) {
            try await casework.company.perform(EditCase(filed, document, version: 1))
        }
        let draft = try await casework.drafted()
        await #expect(throws: NotFound.self) {
            try await casework.rival.perform(EditCase(draft, document, version: 1))
        }
        await #expect(throws: NotPermitted.self) {
            try await casework.desk.perform(EditCase(draft, document, version: 1))
        }
    }

    @Test("papers of an edit replace those of their name and leave equal ones alone") func editPapers() async throws {
        let casework = try await Casework()
        let reference = try await casework.drafted()
        let document = try await casework.company.answer(CaseView(reference)).document
        let papers: [PaperFile] = [
            .text("demonstration-plan", "demonstration-plan입니다."), .text("eligibility-statement", "새 사유서"),
            .text("other", "더"),
        ]
        try await casework.company.perform(EditCase(reference, document, version: 1, papers: papers))
        let listed = try await casework.company.answer(CasePapers(reference))
        #expect(
            listed.map(\.paper) == ["demonstration-plan", "eligibility-statement", "user-protection-plan", "other"])
        #expect(listed.map(\.number) == [1, 4, 3, 5])
    }
}

@Suite("The empty form", .database)
struct CaseFormTests {
    @Test("names every section and paper, and reads back once it is filled in", arguments: TrackCode.ofKoreanICT)
    func template(track: TrackCode) async throws {
        let casework = try await Casework()
        let form = try await casework.analyst.answer(CaseForm(track))
        let filled = form.yaml.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            if line.hasPrefix("  name:  # 서비스명") { return "  name: 요약" }
            if line.hasPrefix("  - law:") { return "  - law: 저작권법" }
            for section in form.sections where line.hasPrefix("  \(section.code):") { return "  \(section.code): 글" }
            let isPaper = line.hasPrefix("  # - ") || line.hasPrefix("  #   file")
            return isPaper ? "  " + line.dropFirst(4) : String(line)
        }
        let document = try ProposalDocument(yaml: Array(filled.joined(separator: "\n").utf8), file: nil)
        #expect(document.proposal.track == track)
        #expect(document.proposal.sections.map(\.code) == form.sections.map(\.code))
        #expect(document.papers.map(\.paper) == form.papers.map(\.code))
        let required = form.yaml.split(separator: "\n").count { $0.contains("[필수 required]") }
        let parts = (form.sections + form.papers).count { $0.isRequired }
        // The remark on top; three fields of the service; the provisions, their law, and what is needed or asked.
        #expect(required == 1 + 3 + 2 + (form.grants ? 2 : 1) + parts)
        #expect(throws: BadInput.self) { try ProposalDocument(yaml: Array(form.yaml.utf8), file: nil) }
    }

    @Test("of a track that does not exist is not found") func unknown() async throws {
        let casework = try await Casework()
        await #expect(throws: NotFound(.track, "nope")) { try await casework.company.answer(CaseForm("nope")) }
    }
}
