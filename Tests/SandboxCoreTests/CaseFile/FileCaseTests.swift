import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Synchronization
import Testing

@Suite("Filing a proposal", .database)
struct FileCaseTests {
    @Test("gives a number of its track and year, without gaps", arguments: TrackCode.ofKoreanICT)
    func numbers(track: TrackCode) async throws {
        let casework = try await Casework()
        let year = try await casework.company.answer(Today()).year
        let prefix = ["rapid-confirmation": "RC", "temporary-permit": "TP", "demonstration": "DE"][track.code] ?? ""
        #expect(try await casework.filed(track).description == "\(prefix)-\(year)-0001")
        let draft = try await casework.drafted(track)
        var act = FileCase(draft)
        act.again = true
        let filed = try await casework.company.perform(act)
        #expect(filed.reference.description == "\(prefix)-\(year)-0002")
        #expect(filed.stage == .filed)
        #expect(try await casework.desk.answer(CaseView(filed.reference)).head.stage == .filed)
    }

    @Test("names everything that is missing, papers and fields, and files nothing") func incomplete() async throws {
        let casework = try await Casework()
        var document = ProposalDocument.complete(.demonstration)
        document.proposal.sections.removeLast()
        let act = FileCase(document, papers: Array(PaperFile.complete(.demonstration).dropFirst()))
        let error = await expectRefusal(.caseFile(.proposalIncomplete)) { try await casework.company.perform(act) }
        #expect(error?.gaps.map(\.code) == ["user_protection", "demonstration-plan"])
        #expect(try await casework.company.answer(CaseList()).isEmpty)
        #expect(try await casework.filed().description.hasSuffix("-0001"))
    }

    @Test("lacking papers alone, or fields alone, is told as such") func oneKind() async throws {
        let casework = try await Casework()
        await expectRefusal(.caseFile(.papersMissing)) {
            try await casework.company.perform(FileCase(.complete(.demonstration)))
        }
        var document = ProposalDocument.complete(.demonstration)
        document.proposal.service.summary = nil
        let act = FileCase(document, papers: PaperFile.complete(.demonstration))
        await expectRefusal(.caseFile(.fieldsMissing)) { try await casework.company.perform(act) }
    }

    @Test("happens once: a second time it is at the wrong stage") func twice() async throws {
        let casework = try await Casework()
        let draft = try await casework.drafted()
        try await casework.company.perform(FileCase(draft))
        await #expect(throws: Refusal.wrongStage(.filed, allowed: [.draft])) {
            try await casework.company.perform(FileCase(draft))
        }
    }

    @Test("the same file sent in twice is one filing, unless it is said to be on purpose") func sameContent()
        async throws
    {
        let casework = try await Casework()
        var act = FileCase(.complete(.demonstration), papers: PaperFile.complete(.demonstration))
        let first = try await casework.company.perform(act).reference
        let filedBefore = Refusal.caseFile(.filedBefore(first))
        await #expect(throws: filedBefore) { try await casework.company.perform(act) }
        let draft = try await casework.drafted()
        await #expect(throws: filedBefore) { try await casework.company.perform(FileCase(draft)) }
        // Another company's, other words or other papers are another case.
        try await casework.rival.perform(act)
        var other = ProposalDocument.complete(.demonstration)
        other.proposal.service.summary = "다른 글"
        try await casework.company.perform(FileCase(other, papers: PaperFile.complete(.demonstration)))
        act.again = true
        #expect(try await casework.company.perform(act).reference != first)
        // What was returned or withdrawn is filed anew.
        for reference in try await casework.company.answer(CaseList()).map(\.reference) where reference != draft {
            try await casework.company.perform(WithdrawCase(reference, reason: "x"))
        }
        try await casework.company.perform(FileCase(draft))
    }

    @Test("a company that is closed begins nothing new, and what it has under way goes on") func closed() async throws {
        let casework = try await Casework()
        let (draft, filed) = (try await casework.drafted(), try await casework.filed())
        let organisation = try await casework.desk.answer(OrganisationView(casework.company.organisation))
        var edit = EditOrganisation(organisation.name, version: organisation.version)
        edit.closedOn = .set("2020-01-01")
        try await casework.desk.perform(edit)
        let closed = Refusal.caseFile(.companyClosed(organisation.name))
        await #expect(throws: closed) { try await casework.company.perform(FileCase(draft)) }
        await #expect(throws: closed) { try await casework.company.perform(DraftCase(.complete(.demonstration))) }
        try await casework.company.perform(WithdrawCase(filed, reason: "x"))
    }

    @Test("of filings at the same moment each has its own number and none is left out") func race() async throws {
        let casework = try await Casework()
        let people = try (0..<3).map { _ in try casework.twin(of: casework.company) }
        let outcomes = await results(of: 12) { number in
            var act = FileCase(.complete(.demonstration), papers: PaperFile.complete(.demonstration))
            act.again = true
            return try await people[number % 3].perform(act).reference
        }
        let numbers = outcomes.compactMap(\.value).sorted().map { $0.description.suffix(4) }
        #expect(numbers == (1...12).map { $0 < 10 ? "000\($0)" : "00\($0)" })
    }

    @Test("a dry run files nothing and burns no number") func dryRun() async throws {
        let casework = try await Casework()
        let draft = try await casework.drafted()
        #expect(try await casework.company.perform(FileCase(draft), dryRun: true).reference != draft)
        #expect(try await casework.company.answer(CaseView(draft)).head.stage == .draft)
        #expect(try await casework.company.perform(FileCase(draft)).reference.description.hasSuffix("-0001"))
    }

    @Test("while the server is away it is tried again, says so once, and then that nothing happened")
    func serverAway() async throws {
        let told = Atomic(0)
        var tracker = try Tracker("host=/tmp/nowhere dbname=x", patience: .milliseconds(700))
        tracker.onWaiting = { told.add(1, ordering: .relaxed) }
        let away = tracker
        let error = await #expect(throws: DatabaseUnavailable.self) {
            try await away.perform(FileCase(.complete(.demonstration)), key: IdempotencyKey("k"))
        }
        await tracker.close()
        #expect(told.load(ordering: .relaxed) == 1)
        #expect(error?.nothingHappened == true)
        #expect(error?.key?.description == "k")
    }

    @Test("only the company files, and only its own") func access() async throws {
        let casework = try await Casework()
        let draft = try await casework.drafted()
        await #expect(throws: NotFound(.caseFile, draft.description)) {
            try await casework.rival.perform(FileCase(draft))
        }
        for person in [casework.desk, casework.mcst, casework.analyst, casework.auditor] {
            await #expect(throws: NotPermitted.self) { try await person.perform(FileCase(draft)) }
        }
    }
}
