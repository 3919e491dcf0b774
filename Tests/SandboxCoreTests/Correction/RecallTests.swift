import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// What was done by mistake is taken back, with a reason, and counts nowhere.
@Suite("Taking back a consultation or a supplement", .database)
struct RecallTests {
    private func acts(_ casework: Casework, _ reference: CaseReference) async throws -> [String] {
        try await casework.desk.answer(CaseHistory(reference)).map(\.act)
    }

    @Test("a consultation that went to the wrong ministry is called off, and it is as if it had never been sent")
    func consultation() async throws {
        let casework = try await Casework()
        let reference = try await casework.consulting(with: ["문화체육관광부", "개인정보보호위원회"])
        try await casework.pipc.perform(AskSupplement(reference, request: "더"))
        try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .agree))
        await #expect(throws: Refusal.reasonRequired) {
            try await casework.desk.perform(RecallConsultation(reference, ministry: "개인정보보호위원회", reason: " "))
        }
        try await casework.desk.perform(RecallConsultation(reference, ministry: "개인정보보호위원회", reason: "오발송"))
        // The ministry sees the case no more, and nothing waits for it, or for the company on its behalf.
        await #expect(throws: NotFound.self) { try await casework.pipc.answer(CaseView(reference)) }
        #expect(try await casework.pipc.answer(DeadlineList()).isEmpty)
        #expect(try await casework.company.answer(WaitingFor(reference)).map(\.task) == [.table])
        let view = try await casework.desk.answer(CaseView(reference))
        #expect(view.consultations.map(\.recallReason) == ["오발송", nil])
        #expect(view.consultations[0].repliedAt == nil && view.consultations[0].state == .void)
        #expect(view.supplements.map(\.ending) == [.recalled])
        #expect(try await acts(casework, reference).contains("consult-recall"))
        // No report counts it, and what the committee reads does not have it.
        let report = try await casework.desk.answer(ConsultationReport())
        #expect(report.rows.map(\.ministry) == ["문화체육관광부"])
        _ = try await casework.tabled(reference)
        let told = try await casework.desk.answer(PaperMaterialOf(reference))
        #expect(told.view.consultations.map(\.ministry) == ["문화체육관광부"] && told.view.supplements.isEmpty)
        try await casework.desk.perform(CastVotes(reference, [], rest: .inFavour))
        try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        // Nothing is owed by a ministry that was not asked.
        let deadlines = try await casework.desk.answer(CaseView(reference)).deadlines
        let owed = deadlines.filter { $0.state != .void }.compactMap(\.organisation)
        #expect(!owed.contains("개인정보보호위원회"))
        #expect(try await casework.desk.answer(CheckDeadlines()).contradictions.isEmpty)
    }

    @Test("the only consultation called off leaves the case as it was received; what was replied to stays")
    func only() async throws {
        let casework = try await Casework()
        let reference = try await casework.consulting()
        let recall = RecallConsultation(reference, ministry: "문화체육관광부", reason: "오발송")
        try await casework.desk.perform(recall)
        #expect(try await casework.desk.answer(CaseView(reference)).head.stage == .received)
        #expect(try await casework.desk.answer(Inbox()).map(\.task) == [.consult])
        await #expect(throws: Refusal.consultation(.missing)) { try await casework.desk.perform(recall) }
        // Asked again it is a round of its own.
        try await casework.desk.perform(SendConsultation(reference, to: ["문화체육관광부"]))
        try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .agree))
        await #expect(throws: Refusal.consultation(.alreadyReplied(round: 2))) {
            try await casework.desk.perform(recall)
        }
        for person in [casework.company, casework.mcst, casework.analyst] {
            await #expect(throws: NotPermitted.self) { try await person.perform(recall) }
        }
        #expect(try await casework.desk.answer(CheckDeadlines()).contradictions.isEmpty)
    }

    @Test("a supplement is taken back by whoever asked, who gains no time by it") func supplement() async throws {
        try await TestDatabase.current.travel(to: "2026-02-02")
        let casework = try await Casework()
        let reference = try await casework.consulting()
        let due = try await casework.deadline(reference, "k4").dueOn
        try await casework.mcst.perform(AskSupplement(reference, request: "더"))
        #expect(try await casework.deadline(reference, "k4").state == .stopped)
        await #expect(throws: Refusal.caseFile(.supplementNotOwn(1, "문화체육관광부"))) {
            try await casework.desk.perform(RecallSupplement(reference, reason: "x"))
        }
        try await casework.database.travel(to: "2026-02-06")
        try await casework.mcst.perform(RecallSupplement(reference, reason: "다른 과제에 물을 것이었다."))
        #expect(try await casework.deadline(reference, "k4").dueOn == due)
        #expect(try await casework.company.answer(Inbox()).isEmpty)
        await #expect(throws: Refusal.caseFile(.supplementNoneOpen)) {
            try await casework.company.perform(AnswerSupplement(reference, answer: "x"))
        }
        let shown = try await casework.company.answer(CaseView(reference)).supplements
        #expect(shown.map(\.ending) == [.recalled] && shown.map(\.answer) == [nil])
        #expect(try await acts(casework, reference).contains("supplement-end"))
        #expect(try await casework.desk.answer(CheckDeadlines()).contradictions.isEmpty)
    }

    @Test("one that is not answered in time is closed, and the case goes on") func unanswered() async throws {
        try await TestDatabase.current.travel(to: "2026-02-02")
        let casework = try await Casework()
        let reference = try await casework.replied()
        try await casework.desk.perform(AskSupplement(reference, request: "더"))
        await #expect(throws: Refusal.caseFile(.supplementNotDue(1, nil))) {
            try await casework.desk.perform(CloseSupplement(reference, reason: "x"))
        }
        try await casework.desk.perform(RecallSupplement(reference, reason: "기한을 빠뜨렸다."))
        try await casework.desk.perform(AskSupplement(reference, request: "더", dueOn: "2026-02-12"))
        try await casework.database.travel(to: "2026-02-12")
        await #expect(throws: Refusal.caseFile(.supplementNotDue(2, "2026-02-12"))) {
            try await casework.desk.perform(CloseSupplement(reference, reason: "x"))
        }
        try await casework.database.travel(to: "2026-02-13")
        try await casework.desk.perform(CloseSupplement(reference, reason: "제출된 자료로 검토한다."))
        #expect(try await casework.desk.answer(Inbox()).map(\.task) == [.table])
        try await casework.voted(reference)
        try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        #expect(try await casework.desk.answer(CheckDeadlines()).contradictions.isEmpty)
    }
}

/// What official papers tell of a case.
private struct PaperMaterialOf: Query {
    let reference: CaseReference

    init(_ reference: CaseReference) { self.reference = reference }

    func answer(_ session: Session) throws -> PaperMaterial.CaseMaterial { try PaperStore.material(session, reference) }
}
