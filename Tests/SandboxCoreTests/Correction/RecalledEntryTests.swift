import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// What was entered by mistake is taken back by whoever entered it, and counts nowhere, as long as nobody relies on it.
@Suite("Taking back what was entered by mistake", .database)
struct RecalledEntryTests {
    private func recorded(
        _ reference: CaseReference, _ opinion: Opinion = .agree, _ document: String = "제1호", on day: CivilDate,
        of ministry: String = "문화체육관광부", correcting reason: String? = nil
    ) -> RecordReply {
        var act = RecordReply(
            reference, ministry: ministry, opinion: opinion, reason: opinion.needsReason ? "우려가 있다." : nil,
            document: OfficialDocument(number: document, arrivedOn: day))
        act.correction = reason
        return act
    }

    private func isSound(_ casework: Casework) async throws -> Bool {
        let (deadlines, log) = (
            try await casework.auditor.answer(CheckDeadlines()), try await casework.auditor.answer(AuditVerify())
        )
        #expect(deadlines.contradictions.isEmpty && log.breaks.isEmpty)
        return deadlines.contradictions.isEmpty && log.breaks.isEmpty
    }

    @Test("a reply entered wrongly is put right at once: what had begun with the replies runs on") func reply()
        async throws
    {
        try await TestDatabase.current.travel(to: "2026-02-02")
        let casework = try await Casework()
        let reference = try await casework.consulting()
        await #expect(throws: Refusal.recall(.nothingEntered)) {
            try await casework.desk.perform(RecallReply(reference, ministry: "문화체육관광부", reason: "x"))
        }
        try await casework.database.travel(to: "2026-02-20")
        try await casework.desk.perform(recorded(reference, .oppose, "제1호", on: "2026-02-10"))
        let began = try await casework.desk.answer(CaseView(reference)).deadlines.filter { $0.state == .running }
        try await casework.database.travel(to: "2026-02-24")
        let right = recorded(reference, .agree, "제2호", on: "2026-02-12", correcting: "의견과 날짜를 잘못 적었다.")
        for person in [casework.company, casework.mcst, casework.analyst] {
            await #expect(throws: NotPermitted.self) { try await person.perform(right) }
        }
        try await casework.desk.perform(right, key: "k")
        try await casework.desk.perform(right, key: "k")
        let view = try await casework.desk.answer(CaseView(reference))
        let round = try #require(view.consultations.first)
        #expect((round.document, round.arrivedOn, round.opinion) == ("제2호", "2026-02-12", .agree))
        #expect(try await casework.deadline(reference, "k4").endedOn == "2026-02-12")
        #expect(view.deadlines.filter { $0.state == .running }.map(\.reference) == began.map(\.reference))
        #expect(view.deadlines.filter { $0.state == .running }.map(\.dueOn) == began.map(\.dueOn))
        // The old one is kept, for the desk and the ministry; others see what was replied with the decision.
        let old = try #require(view.recalled.first)
        #expect((old.subject, old.said, old.saidOn, old.document) == (.reply, "oppose", "2026-02-10", "제1호"))
        #expect(try await casework.mcst.answer(CaseView(reference)).recalled.count == 1)
        #expect(try await casework.company.answer(CaseView(reference)).recalled.isEmpty)
        let acts = try await casework.desk.answer(CaseHistory(reference)).map(\.act)
        #expect(acts.contains("entry-recall") && acts.contains("reply-recall"))
        #expect(try await !casework.company.answer(CaseHistory(reference)).map(\.act).contains("entry-recall"))
        #expect(try await isSound(casework))

        let meeting = try await casework.tabled(reference)
        let late = recorded(reference, .oppose, on: "2026-02-12", correcting: "다시")
        await #expect(throws: Refusal.recall(.reliedOn(.agenda))) { try await casework.desk.perform(late) }
        try await casework.desk.perform(ReopenAgenda(meeting, reason: "회신을 잘못 적었다."))
        try await casework.desk.perform(recorded(reference, .agree, "제3호", on: "2026-02-12", correcting: "번호"))
        try await casework.desk.perform(FreezeAgenda(meeting))
        try await casework.desk.perform(CastVotes(reference, [], rest: .inFavour))
        try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        await #expect(throws: Refusal.recall(.reliedOn(.decision))) { try await casework.desk.perform(late) }
        #expect(try await casework.company.answer(CaseView(reference)).recalled.map(\.document) == ["제1호", "제2호"])
        #expect(try await isSound(casework))
    }

    @Test("one entered for the wrong ministry is taken back: that ministry is waited for again") func wrongMinistry()
        async throws
    {
        try await TestDatabase.current.travel(to: "2026-02-02")
        let casework = try await Casework()
        let reference = try await casework.consulting(with: ["문화체육관광부", "개인정보보호위원회"])
        let due = try await casework.deadline(reference, "k4").dueOn
        try await casework.database.travel(to: "2026-02-12")
        try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .agree))
        try await casework.desk.perform(recorded(reference, on: "2026-02-10", of: "개인정보보호위원회"))
        // What a ministry said itself is not the desk's to take back.
        await #expect(throws: Refusal.recall(.nothingEntered)) {
            try await casework.desk.perform(RecallReply(reference, ministry: "문화체육관광부", reason: "x"))
        }
        await #expect(throws: Refusal.reasonRequired) {
            try await casework.desk.perform(RecallReply(reference, ministry: "개인정보보호위원회", reason: " "))
        }
        try await casework.desk.perform(RecallReply(reference, ministry: "개인정보보호위원회", reason: "다른 부처의 회신"))
        let view = try await casework.desk.answer(CaseView(reference))
        let round = try #require(view.consultations.first { $0.ministry == "개인정보보호위원회" })
        #expect(round.opinion == nil && round.repliedAt == nil && round.dueOn == due && round.state == .running)
        #expect(try await casework.pipc.answer(Inbox()).map(\.task).contains(.reply))
        #expect(try await !casework.desk.answer(Inbox()).map(\.task).contains(.table))
        try await casework.pipc.perform(ReplyToConsultation(reference, opinion: .agree))
        #expect(try await isSound(casework))
        // Asked again since, the first round is what the second was sent upon.
        let other = try await casework.consulting()
        try await casework.desk.perform(recorded(other, on: "2026-02-12"))
        try await casework.desk.perform(SendConsultation(other, to: ["문화체육관광부"]))
        await #expect(throws: Refusal.recall(.reliedOn(.round))) {
            try await casework.desk.perform(RecallReply(other, ministry: "문화체육관광부", reason: "x"))
        }
    }

    @Test("an answer entered wrongly is put right: the periods it had resumed are stopped until the right day")
    func answer() async throws {
        try await TestDatabase.current.travel(to: "2026-02-02")
        let casework = try await Casework()
        let reference = try await casework.consulting()
        try await casework.mcst.perform(AskSupplement(reference, request: "더", dueOn: "2026-03-02"))
        func record(_ day: CivilDate, _ correction: String? = nil) -> RecordAnswer {
            var act = RecordAnswer(
                reference, answer: "절차서를 냈다.", document: OfficialDocument(number: "제7호", arrivedOn: day))
            act.correction = correction
            return act
        }
        try await casework.database.travel(to: "2026-02-20")
        try await casework.desk.perform(record("2026-02-12"))
        let early = try #require(try await casework.deadline(reference, "k4").dueOn)
        try await casework.desk.perform(record("2026-02-19", "도착일"))
        let later = try #require(try await casework.deadline(reference, "k4").dueOn)
        #expect(later > early)
        #expect(try await casework.company.answer(CaseView(reference)).supplements.map(\.arrivedOn) == ["2026-02-19"])
        try await casework.desk.perform(RecallAnswer(reference, reason: "다른 과제의 답변"))
        #expect(try await casework.deadline(reference, "k4").state == .stopped)
        #expect(try await casework.company.answer(Inbox()).map(\.task).contains(.supplement))
        #expect(
            try await casework.company.answer(CaseView(reference)).recalled.map(\.saidOn) == [
                "2026-02-12", "2026-02-19",
            ])
        await #expect(throws: Refusal.recall(.nothingEntered)) {
            try await casework.desk.perform(RecallAnswer(reference, reason: "x"))
        }
        try await casework.company.perform(AnswerSupplement(reference, answer: "냈습니다."))
        await #expect(throws: Refusal.recall(.nothingEntered)) {
            try await casework.desk.perform(RecallAnswer(reference, number: 1, reason: "x"))
        }
        // Of a period that has ended with the reply the stop is recounted too.
        try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .agree))
        #expect(try await isSound(casework))
    }

    @Test("a silence that was recorded because of a wrong day is undone with it") func silence() async throws {
        try await TestDatabase.current.travel(to: "2026-02-02")
        let casework = try await Casework()
        let reference = try await casework.consulting(.rapidConfirmation)
        try await casework.mcst.perform(AskSupplement(reference, request: "더", dueOn: "2026-04-02"))
        try await casework.database.travel(to: "2026-04-20")
        try await casework.desk.perform(
            RecordAnswer(reference, answer: "x", document: OfficialDocument(number: "제7호", arrivedOn: "2026-02-03")))
        #expect(try await casework.desk.answer(CaseView(reference)).consultations.first?.state == .lapsed)
        try await casework.desk.perform(RecallAnswer(reference, reason: "날짜가 틀렸다."))
        #expect(try await casework.deadline(reference, "k1").state == .stopped)
        #expect(try await isSound(casework))
    }

    @Test("a confirmation is taken back, unless business was commenced on it") func confirmation() async throws {
        let casework = try await Casework()
        let reference = try await casework.granted(conditions: true)
        let recall = RecallEvidenceRuling(reference, number: 1, reason: "다른 자료를 보았다.")
        await #expect(throws: Refusal.recall(.nothingEntered)) { try await casework.desk.perform(recall) }
        try await casework.meet(reference, 1)
        try await casework.desk.perform(recall)
        let state = try await casework.company.answer(ConditionList(reference)).first { $0.number == 1 }?.state
        #expect(state == .submitted)
        #expect(try await casework.desk.answer(Inbox()).map(\.task).contains(.review))
        try await casework.company.perform(ActOnGrant.insured(reference))
        try await casework.desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = 1 })
        await #expect(throws: Refusal.grant(.conditionsUnmet([1]))) {
            try await casework.company.perform(ActOnGrant.act(reference, .commence))
        }
        try await casework.desk.perform(RuleOnEvidence(reference, number: 1, confirm: true))
        try await casework.company.perform(ActOnGrant.act(reference, .commence))
        await #expect(throws: Refusal.recall(.reliedOn(.commence))) { try await casework.desk.perform(recall) }
        #expect(try await isSound(casework))
    }

    @Test("an answer to an objection is taken back: the period for it runs on, and no appeal has begun")
    func objection()
        async throws
    {
        try await TestDatabase.current.travel(to: "2026-03-02")
        let casework = try await Casework()
        let reference = try await casework.received()
        try await casework.desk.perform(ReturnCase(reference, reason: "요건이 없습니다."))
        try await casework.company.perform(FileObjection(reference, statement: "요건을 갖추었습니다."))
        func periods() async throws -> [String] {
            try await casework.company.answer(CaseView(reference)).deadlines.filter { $0.rule.hasPrefix("k20") }
                .map { "\($0.rule) \($0.dueOn?.description ?? "-") \($0.state.rawValue)" }
        }
        let before = try await periods()
        try await casework.database.travel(to: "2026-03-05")
        let recall = RecallObjectionRuling(reference, reason: "결과를 잘못 골랐다.")
        for ruling in [ObjectionRuling.dismissed, .upheldInPart] {
            try await casework.desk.perform(AnswerObjection(reference, ruling: ruling, reason: "x"))
            #expect(try await periods() != before)
            try await casework.desk.perform(recall)
            #expect(try await periods() == before)
        }
        #expect(try await casework.desk.answer(Inbox()).map(\.task).contains(.answerObjection))
        #expect(
            try await casework.company.answer(CaseView(reference)).recalled.map(\.said) == [
                "dismissed", "upheld-in-part",
            ])
        try await casework.desk.perform(AnswerObjection(reference, ruling: .upheld, reason: "다시 본다."))
        await #expect(throws: Refusal.recall(.reliedOn(.reopened))) { try await casework.desk.perform(recall) }
        #expect(try await isSound(casework))

        // Of an act on a grant, where nothing went on by itself.
        let granted = try await casework.running()
        try await casework.desk.perform(ActOnGrant.act(granted, .suspend) { $0.text = "x" })
        try await casework.company.perform(FileObjection(granted, statement: "x"))
        try await casework.desk.perform(AnswerObjection(granted, ruling: .upheld, reason: "x"))
        try await casework.desk.perform(RecallObjectionRuling(granted, reason: "x"))
        try await casework.desk.perform(AnswerObjection(granted, ruling: .upheld, reason: "x"))
        try await casework.desk.perform(ActOnGrant.act(granted, .resume))
        await #expect(throws: Refusal.recall(.reliedOn(.act))) {
            try await casework.desk.perform(RecallObjectionRuling(granted, reason: "x"))
        }
        #expect(try await isSound(casework))
    }

    @Test("acts on a grant are taken back: claim, publication, plan, extension, renunciation") func acts() async throws
    {
        let casework = try await Casework()
        let reference = try await casework.running(daysAgo: 365)
        let untouched = try await casework.desk.answer(GrantView(reference))
        func recall(_ person: Casework.Person, _ number: Int) async throws {
            let recalled = try await person.perform(RecallGrantAct(reference, number: number, reason: "잘못 적었다."))
            #expect(recalled.number == number)
            let now = try await casework.desk.answer(GrantView(reference))
            #expect(now.legal.state == untouched.legal.state && now.legal.endOn == untouched.legal.endOn)
            #expect(now.acts.map(\.number) == untouched.acts.map(\.number))
            #expect(
                now.dues.map { "\($0.rule) \($0.state) \($0.dueOn?.description ?? "")" }
                    == untouched.dues.map { "\($0.rule) \($0.state) \($0.dueOn?.description ?? "")" })
        }
        let claim = try await casework.company.perform(
            ActOnGrant.act(reference, .claim) { ($0.label, $0.isInsured, $0.amount) = ("이용자", false, 15_000_000) })
        await #expect(throws: Refusal.recall(.nothingEntered)) {
            try await casework.desk.perform(RecallGrantAct(reference, number: claim.number, reason: "x"))
        }
        await #expect(throws: NotFound.self) {
            try await casework.rival.perform(RecallGrantAct(reference, number: claim.number, reason: "x"))
        }
        try await recall(casework.company, claim.number)
        let published = try await casework.desk.perform(
            ActOnGrant.act(reference, .publish) { $0.label = "관보 제1호" })
        #expect(published.number == claim.number + 1)
        try await recall(casework.desk, published.number)
        let plan = try await casework.mcst.perform(
            ActOnGrant.act(reference, .plan) { $0.detail = .plan(.whyNot("판결을 기다립니다.")) })
        try await recall(casework.mcst, plan.number)
        #expect(try await casework.mcst.answer(Inbox()).map(\.task).contains(.plan))
        let renounced = try await casework.company.perform(ActOnGrant.act(reference, .renounce) { $0.text = "종료" })
        #expect(renounced.state == .ended)
        try await recall(casework.company, renounced.number)
        let asked = try await casework.company.perform(ActOnGrant.act(reference, .askExtension))
        let extended = try await casework.desk.perform(ActOnGrant.act(reference, .extend) { $0.months = 6 })
        await #expect(throws: Refusal.recall(.reliedOn(.act))) {
            try await casework.company.perform(RecallGrantAct(reference, number: asked.number, reason: "x"))
        }
        try await casework.desk.perform(RecallGrantAct(reference, number: extended.number, reason: "기간 착오"))
        #expect(try await casework.desk.answer(Inbox()).map(\.task).contains(.extend))
        try await recall(casework.company, asked.number)
        let suspended = try await casework.desk.perform(ActOnGrant.act(reference, .suspend) { $0.text = "x" })
        await #expect(throws: Refusal.recall(.notRecalled)) {
            try await casework.desk.perform(RecallGrantAct(reference, number: suspended.number, reason: "x"))
        }
        #expect(try await casework.desk.answer(CaseView(reference)).recalled.count == 6)
        #expect(try await isSound(casework))
    }

    @Test("which acts rely on which, the database says as well") func reliance() async throws {
        for act in GrantAct.allCases {
            let said = try await TestDatabase.current.administrator.read {
                try $0.one("SELECT sandbox.relying_acts(\(act))", as: [String]?.self)
            }
            #expect(said.map(Set.init) == act.reliedOnBy.map { Set($0.map(\.rawValue)) }, "\(act)")
        }
    }
}
