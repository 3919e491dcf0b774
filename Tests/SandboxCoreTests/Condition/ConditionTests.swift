import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("Conditions of a grant", .database)
struct ConditionTests {
    static let clinics = ProposedCondition(
        phase: .during, text: "동물병원 4곳에서 실증한다.", askedBy: "문화체육관광부", basis: "법 제1조", purpose: "안전성 확인",
        evidence: "병원별 실증 보고", due: .every(3, .months))
    static let insurance = ProposedCondition(
        phase: .before, text: "책임보험에 가입한다.", purpose: "배상", evidence: "보험증서", due: .before(.commencement))

    /// A case that is granted with the conditions that were tabled.
    private func granted(_ casework: Casework) async throws -> CaseReference {
        let reference = try await casework.replied()
        let meeting = try await casework.desk.perform(ScheduleMeeting(committee: "main")).reference
        try await casework.desk.perform(ComposeMeeting(meeting, members: Casework.members))
        try await casework.desk.perform(TableCase(reference, at: meeting))
        try await casework.desk.perform(ProposeConditions(reference, [Self.insurance, Self.clinics]))
        try await casework.desk.perform(FreezeAgenda(meeting))
        try await casework.desk.perform(CastVotes(reference, [], rest: .inFavour))
        try await casework.desk.perform(DecideCase(reference, outcome: .grantedWithConditions))
        return reference
    }

    @Test("what was tabled is what is decided, unless the decision names others; the way there stays visible")
    func proposed() async throws {
        let casework = try await Casework()
        let reference = try await granted(casework)
        let standing = try await casework.company.answer(ConditionList(reference))
        #expect(standing.map(\.text) == [Self.insurance.text, Self.clinics.text])
        #expect(standing.map(\.due) == [.before(.commencement), .every(3, .months)])
        #expect(standing.map(\.askedBy) == [nil, "문화체육관광부"])
        #expect(standing.map(\.state) == [.open, .open] && standing.map(\.version) == [1, 1])
        let course = try await casework.company.answer(ConditionHistory(reference))
        #expect(course.proposed.pairs.map(\.kind) == [.added, .added])
        #expect(course.decided.pairs.map(\.kind) == [.kept, .kept])
        #expect(course.changed.map(\.kind) == [.kept, .kept])
    }

    @Test("what is proposed is seen by the parties with the decision, and frozen with the agenda") func hidden()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.replied()
        let meeting = try await casework.desk.perform(ScheduleMeeting(committee: "main")).reference
        try await casework.desk.perform(ComposeMeeting(meeting, members: Casework.members))
        await #expect(throws: Refusal.committee(.notOnAgenda)) {
            try await casework.desk.perform(ProposeConditions(reference, [Self.insurance]))
        }
        try await casework.desk.perform(TableCase(reference, at: meeting))
        try await casework.desk.perform(ProposeConditions(reference, [Self.clinics]))
        try await casework.desk.perform(ProposeConditions(reference, [Self.insurance]))
        #expect(try await casework.company.answer(ConditionHistory(reference)).proposed.pairs.isEmpty)
        #expect(
            try await casework.desk.answer(ConditionHistory(reference)).proposed.pairs.map(\.after)
                == [Self.insurance.text])
        try await casework.desk.perform(FreezeAgenda(meeting))
        await #expect(throws: Refusal.committee(.agendaFrozen(meeting))) {
            try await casework.desk.perform(ProposeConditions(reference, [Self.clinics]))
        }
        let vague = ProposedCondition(text: "잘한다.")
        try await casework.desk.perform(CastVotes(reference, [], rest: .inFavour))
        await #expect(
            throws: Refusal.condition(
                .conditionIncomplete([.init(number: 1, lacksPurpose: true, lacksEvidence: true)]))
        ) {
            try await casework.desk.perform(
                DecideCase(reference, outcome: .grantedWithConditions, conditions: [vague]))
        }
        // A grant without conditions does not take those that were tabled.
        // Conditions that were tabled do not vanish without a word.
        await #expect(throws: Refusal.decision(.conditionsDropped(1))) {
            try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        }
        try await casework.desk.perform(DecideCase(reference, outcome: .granted, reason: "법에 같은 의무가 있다."))
        #expect(try await casework.company.answer(ConditionList(reference)).isEmpty)
    }

    @Test("a condition is widened from 4 to 100 clinics, and both versions stay") func change() async throws {
        let casework = try await Casework()
        let reference = try await granted(casework)
        let wider = ChangeCondition(reference, number: 2, text: "동물병원 100곳에서 실증한다.", reason: "사고가 없었다.")
        #expect(try await casework.company.perform(wider, key: "k").isAccepted == nil)
        #expect(try await casework.company.perform(wider, key: "k").isAccepted == nil)
        #expect(try await casework.desk.answer(ConditionList(reference)).map(\.isChangeAsked) == [false, true])
        await #expect(throws: Refusal.condition(.conditionChangeOpen(2))) {
            try await casework.mcst.perform(ChangeCondition(reference, number: 2, text: "x", reason: "y"))
        }
        await #expect(throws: Refusal.reasonRequired) {
            try await casework.desk.perform(RuleOnChange(reference, number: 2, accept: false))
        }
        // The ministry of the case has thirty days for its reply, in its inbox, and the desk waits for it.
        #expect(try await casework.mcst.answer(Inbox()).contains { $0.task == .opine && $0.number == 2 })
        #expect(!(try await casework.desk.answer(Inbox()).contains { $0.task == .rule }))
        await #expect(throws: Refusal.condition(.changeReplyOpen(["문화체육관광부"]))) {
            try await casework.desk.perform(RuleOnChange(reference, number: 2, accept: true))
        }
        await #expect(throws: Refusal.reasonRequired) {
            try await casework.mcst.perform(ReplyToChange(reference, number: 2, opinion: .oppose))
        }
        let reply = ReplyToChange(reference, number: 2, opinion: .agree, reason: "점검을 강화한다.")
        #expect(try await casework.mcst.perform(reply, key: "r").opinion == .agree)
        #expect(try await casework.mcst.perform(reply, key: "r").ministry == "문화체육관광부")
        await #expect(throws: Refusal.condition(.changeReplyNotOwed(2))) {
            try await casework.mcst.perform(ReplyToChange(reference, number: 2, opinion: .agree))
        }
        #expect(try await casework.desk.answer(Inbox()).contains { $0.task == .rule && $0.number == 2 })
        #expect(try await casework.desk.perform(RuleOnChange(reference, number: 2, accept: true)).isAccepted == true)
        await #expect(throws: Refusal.condition(.conditionChangeNoneOpen(2))) {
            try await casework.desk.perform(RuleOnChange(reference, number: 2, accept: true))
        }
        let standing = try await casework.company.answer(ConditionList(reference))[1]
        #expect(standing.text == "동물병원 100곳에서 실증한다." && standing.version == 2)
        #expect(standing.purpose == Self.clinics.purpose && standing.due == Self.clinics.due)
        let course = try await casework.mcst.answer(ConditionHistory(reference))
        #expect(course.changed.map(\.kind) == [.kept, .changed])
        #expect(course.changed[1].before == Self.clinics.text)
        // A ministry may ask as well; what is refused leaves the condition as it is.
        try await casework.mcst.perform(ChangeCondition(reference, number: 2, text: "중단한다.", reason: "우려"))
        try await casework.desk.perform(RuleOnChange(reference, number: 2, accept: false, reason: "근거 없음"))
        let view = try await casework.company.answer(ConditionView(reference, number: 2))
        #expect(view.condition.version == 2 && view.changes.map(\.isAccepted) == [true, false])
        #expect(view.changes.map(\.askedBy) == ["한빛에이아이", "문화체육관광부"])
        #expect(view.replies.map(\.change) == [1] && view.replies.map(\.reason) == ["점검을 강화한다."])
    }

    @Test("whether a condition is met follows from the evidence filed last and what the desk says of it")
    func evidence()
        async throws
    {
        let casework = try await Casework()
        let reference = try await granted(casework)
        func states(_ person: Casework.Person) async throws -> [ConditionState] {
            try await person.answer(ConditionList(reference)).map(\.state)
        }
        await #expect(throws: Refusal.condition(.evidenceNoneOpen(1))) {
            try await casework.desk.perform(RuleOnEvidence(reference, number: 1, confirm: true))
        }
        let paper = PaperFile.text("evidence", "보험증서", name: "증서.txt")
        try await casework.company.perform(SubmitEvidence(reference, number: 1, note: "증서", file: paper))
        #expect(try await states(casework.mcst) == [.submitted, .open])
        await #expect(throws: Refusal.reasonRequired) {
            try await casework.desk.perform(RuleOnEvidence(reference, number: 1, confirm: false))
        }
        try await casework.desk.perform(RuleOnEvidence(reference, number: 1, confirm: false, reason: "한도 부족"))
        #expect(try await states(casework.company) == [.rejected, .open])
        try await casework.company.perform(SubmitEvidence(reference, number: 1, note: "한도를 올렸습니다."))
        #expect(
            try await casework.desk.perform(RuleOnEvidence(reference, number: 1, confirm: true)).state == .confirmed)
        #expect(try await states(casework.analyst) == [.confirmed, .open])
        let read = try await casework.desk.answer(ReadEvidence(reference, number: 1, evidence: 1))
        #expect(read.name == "증서.txt" && read.content == paper.content)
        // An analyst reads no papers, nor what they are called.
        #expect(
            try await casework.analyst.answer(ConditionView(reference, number: 1)).evidence.map(\.fileName)
                == [nil, nil])
        await #expect(throws: NotPermitted.self) {
            try await casework.analyst.answer(ReadEvidence(reference, number: 1, evidence: 1))
        }
        #expect(try await casework.auditor.answer(AuditVerify()).breaks.isEmpty)
    }

    @Test("conditions are for those concerned, and of a grant that is in force") func refusals() async throws {
        let casework = try await Casework()
        let (reference, plain) = (try await granted(casework), try await casework.decided())
        let evidence = try SubmitEvidence(reference, number: 1, note: "x")
        for person in [casework.desk, casework.mcst, casework.analyst] {
            await #expect(throws: NotPermitted.self) { try await person.perform(evidence) }
        }
        await #expect(throws: NotFound.self) { try await casework.rival.perform(evidence) }
        await #expect(throws: NotFound.self) {
            try await casework.company.perform(try SubmitEvidence(reference, number: 9, note: "x"))
        }
        await #expect(throws: Refusal.condition(.conditionNotStanding)) {
            try await casework.company.perform(try SubmitEvidence(plain, number: 1, note: "x"))
        }
        #expect(throws: BadInput.self) { try SubmitEvidence(reference, number: 1) }
        await #expect(throws: NotFound.self) {
            try await casework.pipc.perform(ChangeCondition(reference, number: 1, text: "x", reason: "y"))
        }
        await #expect(throws: NotPermitted.self) {
            try await casework.company.perform(RuleOnEvidence(reference, number: 1, confirm: true))
        }
    }

    @Test("a file of conditions is read with every problem at its place") func file() throws {
        let good = """
            conditions:
              - phase: 전
                text: 보험
                목적: 배상
                evidence: 증권
                due: before commencement
            """
        let read = try [ProposedCondition](yaml: Array(good.utf8), file: "c.yaml")
        #expect(
            read == [
                .init(phase: .before, text: "보험", purpose: "배상", evidence: "증권", due: .before(.commencement))
            ])
        let bad = """
            conditions:
              - phase: sometimes
                text: ""
                due: soon
              - purpos: x
                text: y
            """
        let error = #expect(throws: BadInput.self) { try [ProposedCondition](yaml: Array(bad.utf8), file: "c.yaml") }
        #expect(
            error?.issues.map { "\($0.position?.line ?? 0) \($0.problem.code)" } == [
                "2 unknown-word", "3 missing-value", "4 not-a-due-rule", "5 unknown-name",
            ])
        #expect(throws: BadInput.self) { try [ProposedCondition](yaml: Array("a: b".utf8), file: nil) }
    }
}
