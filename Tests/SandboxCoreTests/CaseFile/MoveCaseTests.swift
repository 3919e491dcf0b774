import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("Receiving, returning and withdrawing", .database)
struct MoveCaseTests {
    @Test("the desk receives what was filed, and it is then its turn to consult") func receive() async throws {
        let casework = try await Casework()
        let reference = try await casework.filed()
        #expect(try await casework.desk.perform(ReceiveCase(reference)).stage == .received)
        let view = try await casework.desk.answer(CaseView(reference))
        #expect(view.head.receivedAt != nil)
        #expect(view.openTasks.map(\.task) == [.consult])
        #expect(view.openTasks.map(\.waitingOn) == [.desk])
    }

    @Test("the desk returns a case with a reason, at every stage before the decision") func returning() async throws {
        let casework = try await Casework()
        let cases = [try await casework.filed(), try await casework.received(), try await casework.consulting()]
        for reference in cases {
            #expect(try await casework.desk.perform(ReturnCase(reference, reason: "범위가 없습니다.")).stage == .returned)
            #expect(try await casework.company.answer(CaseView(reference)).head.closingReason == "범위가 없습니다.")
            #expect(try await casework.company.answer(WaitingFor(reference)).map(\.task) == [.issueReturnNotice])
        }
    }

    @Test("the company withdraws at every stage before the decision") func withdraw() async throws {
        let casework = try await Casework()
        let cases = [
            try await casework.drafted(), try await casework.filed(), try await casework.received(),
            try await casework.consulting(),
        ]
        for reference in cases {
            #expect(try await casework.company.perform(WithdrawCase(reference, reason: "계획 변경")).stage == .withdrawn)
        }
    }

    @Test("from a stage where an act does not belong it is refused, with the stages where it does")
    func wrongStages() async throws {
        let casework = try await Casework()
        let received = try await casework.received()
        let decided = try await casework.decided()
        await #expect(throws: Refusal.wrongStage(.received, allowed: [.filed])) {
            try await casework.desk.perform(ReceiveCase(received))
        }
        await #expect(throws: Refusal.wrongStage(.decided, allowed: [.filed, .received, .consulting])) {
            try await casework.desk.perform(ReturnCase(decided, reason: "x"))
        }
        await #expect(throws: Refusal.wrongStage(.decided, allowed: [.draft, .filed, .received, .consulting])) {
            try await casework.company.perform(WithdrawCase(decided, reason: "x"))
        }
    }

    @Test("each act is its own party's") func access() async throws {
        let casework = try await Casework()
        let reference = try await casework.filed()
        for person in [casework.company, casework.mcst, casework.analyst, casework.auditor] {
            let error = await #expect(throws: NotPermitted.self) { try await person.perform(ReceiveCase(reference)) }
            #expect(error?.needed == [.desk])
        }
        await #expect(throws: NotPermitted.self) {
            try await casework.desk.perform(WithdrawCase(reference, reason: "x"))
        }
        await #expect(throws: NotFound.self) { try await casework.rival.perform(WithdrawCase(reference, reason: "x")) }
    }

    @Test("several are received together or not at all, and each that cannot be is named") func several() async throws {
        let casework = try await Casework()
        let good = try await casework.filed()
        let taken = try await casework.received()
        let missing = try CaseReference("DE-1999-0001")
        func acts(_ references: [CaseReference]) -> Batch<ReceiveCase> {
            Batch(references.map { (name: $0.description, act: ReceiveCase($0)) })
        }
        let error = await #expect(throws: BatchFailures.self) {
            try await casework.desk.perform(acts([good, taken, missing]))
        }
        #expect(error?.parts.map(\.name) == [taken.description, missing.description])
        #expect(error?.parts.first?.error as? Refusal == .wrongStage(.received, allowed: [.filed]))
        #expect(error?.parts.last?.error is NotFound)
        #expect(try await casework.desk.answer(CaseView(good)).head.stage == .filed)
        #expect(try await casework.desk.perform(acts([good])).map(\.stage) == [.received])
    }

    @Test("of two that receive at the same moment one does, and the other is told the stage") func race() async throws {
        let casework = try await Casework()
        let reference = try await casework.filed()
        let desks = [casework.desk, try casework.twin(of: casework.desk)]
        let outcomes = await results(of: 2) { try await desks[$0].perform(ReceiveCase(reference)) }
        #expect(outcomes.compactMap(\.value).count == 1)
        #expect(outcomes.compactMap(\.failure).map { $0 as? Refusal } == [.wrongStage(.received, allowed: [.filed])])
    }
}

@Suite("What is seen of cases", .database)
struct CaseListTests {
    @Test("each sees what is theirs: the company its own, the desk what is filed, a ministry what it is asked about")
    func visibility() async throws {
        let casework = try await Casework()
        let draft = try await casework.drafted()
        let filed = try await casework.filed()
        let asked = try await casework.consulting()
        func seen(_ person: Casework.Person) async throws -> [CaseReference] {
            try await person.answer(CaseList()).map(\.reference)
        }
        #expect(try await seen(casework.company) == [asked, filed, draft])
        #expect(try await seen(casework.desk) == [asked, filed])
        #expect(try await seen(casework.analyst) == [asked, filed])
        #expect(try await seen(casework.auditor) == [asked, filed, draft])
        #expect(try await seen(casework.mcst) == [asked])
        #expect(try await seen(casework.pipc).isEmpty)
        #expect(try await seen(casework.rival).isEmpty)
    }

    @Test("filters narrow the list, each by what it says") func filters() async throws {
        let casework = try await Casework()
        let filed = try await casework.filed(.temporaryPermit)
        let asked = try await casework.consulting()
        let today = try await casework.desk.answer(Today())
        func list(_ change: (inout CaseList) -> Void) async throws -> [CaseReference] {
            var query = CaseList()
            change(&query)
            return try await casework.desk.answer(query).map(\.reference)
        }
        #expect(try await list { $0.stages = [.filed] } == [filed])
        #expect(try await list { $0.stages = [.filed, .consulting] } == [asked, filed])
        #expect(try await list { $0.tracks = [.demonstration] } == [asked])
        #expect(try await list { $0.company = "한빛에이아이" } == [asked, filed])
        #expect(try await list { $0.company = "다른회사" }.isEmpty)
        #expect(try await list { $0.ministry = "문화체육관광부" } == [asked])
        #expect(try await list { $0.ministry = "개인정보보호위원회" }.isEmpty)
        #expect(try await list { $0.waitingOn = .ministry } == [asked])
        #expect(try await list { $0.waitingOn = .desk } == [filed])
        #expect(try await list { $0.changedSince = today } == [asked, filed])
        #expect(try await list { $0.changedSince = today.adding(days: 1) }.isEmpty)
        // One more than asked for, by which the caller sees that there are more.
        #expect(try await list { $0.limit = 1 } == [asked, filed])
    }

    @Test("an analyst sees neither contact data nor papers") func analyst() async throws {
        let casework = try await Casework()
        var document = ProposalDocument.complete(.demonstration)
        document.proposal.contact = .init(name: "김 담당")
        let act = FileCase(document, papers: PaperFile.complete(.demonstration))
        let reference = try await casework.company.perform(act).reference
        #expect(try await casework.analyst.answer(CaseView(reference)).contact == nil)
        #expect(try await casework.desk.answer(CaseView(reference)).contact?.name == "김 담당")
        await #expect(throws: NotPermitted.self) { try await casework.analyst.answer(CasePapers(reference)) }
    }

    @Test("the history of a case tells each act with who did it and for whom") func history() async throws {
        let casework = try await Casework()
        let reference = try await casework.decided()
        let events = try await casework.auditor.answer(CaseHistory(reference))
        let acts = events.filter { $0.entity == "case_file" }
        #expect(acts.map(\.act) == ["draft", "file", "receive", "consult", "decide"])
        #expect(acts.map(\.organisation) == ["한빛에이아이", "한빛에이아이"] + Array(repeating: "과학기술정보통신부", count: 3))
        #expect(events.map(\.sequence) == Array(1...events.count))
        // The desk does not see what happened before the filing.
        #expect(try await casework.desk.answer(CaseHistory(reference)).first?.act == "file")
    }
}
