import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("Decisions", .database)
struct DecideCaseTests {
    @Test("a grant with conditions carries them, with their phases, and closes the case") func grant() async throws {
        let casework = try await Casework()
        let reference = try await casework.replied()
        let meeting = try await casework.voted(reference)
        let act = DecideCase(
            reference, outcome: .grantedWithConditions, meeting: meeting.description,
            conditions: [
                .init(phase: .before, text: "보험", purpose: "배상", evidence: "증권"),
                .init(text: "보고", purpose: "검증", evidence: "보고서"),
            ])
        let decided = try await casework.desk.perform(act)
        #expect(decided.conditions == 2)
        #expect(decided.decidedOn == (try await casework.desk.answer(Today())))
        let view = try await casework.company.answer(CaseView(reference))
        #expect(view.head.stage == .decided)
        #expect(
            Set(view.openTasks.map(\.task)) == [
                .commence, .obtainInsurance, .submitEvidence, .publish, .plan, .issueCertificate, .issueDecisionNotice,
            ])
        #expect(view.decision?.meeting == "제1차 신기술·서비스심의위원회")
        #expect(view.agenda.map(\.result) == [.decided])
        #expect(view.decision?.conditions.map(\.phase) == [.before, nil])
        #expect(view.decision?.conditions.map(\.text) == ["보험", "보고"])
    }

    @Test("a rejection needs a reason, and no reply where it is said why nobody was asked") func rejection()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.received()
        try await casework.desk.perform(
            OmitConsultation(reference, ministry: "문화체육관광부", reason: "어느 법령으로도 허용할 수 없다."))
        try await casework.voted(reference, .against)
        await #expect(throws: Refusal.reasonRequired) {
            try await casework.desk.perform(DecideCase(reference, outcome: .rejected))
        }
        try await casework.desk.perform(DecideCase(reference, outcome: .rejected, reason: "안전하지 않습니다."))
        #expect(try await casework.company.answer(CaseView(reference)).decision?.reason == "안전하지 않습니다.")
    }

    @Test("a rapid confirmation ends in its own outcomes") func rapidConfirmation() async throws {
        let casework = try await Casework()
        let reference = try await casework.replied(.rapidConfirmation)
        await expectRefusal(.decision(.outcomeNotForTrack)) {
            try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        }
        #expect(try await casework.desk.perform(DecideCase(reference, outcome: .noRegulation)).outcome == .noRegulation)
    }

    @Test("the rules are asked before anything is written") func refusals() async throws {
        let casework = try await Casework()
        let today = try await casework.desk.answer(Today())
        let received = try await casework.received()
        let asked = try await casework.consulting()
        let replied = try await casework.replied()
        try await casework.voted(replied)
        func decide(
            _ reference: CaseReference, _ outcome: DecisionOutcome = .granted, on day: CivilDate? = nil,
            conditions: [ProposedCondition] = [], as person: Casework.Person? = nil
        ) async -> (any Error)? {
            do {
                let act = DecideCase(reference, outcome: outcome, on: day, conditions: conditions)
                try await (person ?? casework.desk).perform(act)
                return nil
            } catch { return error }
        }
        #expect(await decide(received) as? Refusal == .consultation(.ministriesUnasked(["문화체육관광부"])))
        try await casework.desk.perform(OmitConsultation(received, ministry: "문화체육관광부", reason: "조항이 삭제되었다."))
        #expect(await decide(received) as? Refusal == .decision(.ministryNotConsulted))
        #expect(await decide(asked) as? Refusal == .consultation(.open(["문화체육관광부"])))
        #expect(await decide(replied, .grantedWithConditions) as? Refusal == .decision(.conditionsRequired))
        #expect(await decide(replied, conditions: [.init(text: "x")]) as? Refusal == .decision(.conditionsNotAllowed))
        #expect((await decide(replied, .conditionsChanged) as? Refusal)?.code == .decision(.outcomeNotForTrack))
        let tomorrow = try #require(today.adding(days: 1))
        #expect(
            await decide(replied, on: tomorrow) as? Refusal
                == .decision(.dateOutside(tomorrow, earliest: today, latest: today)))
        #expect(await decide(replied, as: casework.company) is NotPermitted)
        #expect(await decide(replied, as: casework.mcst) is NotPermitted)
        try await casework.desk.perform(AskSupplement(replied, request: "더"))
        #expect(await decide(replied) as? Refusal == .caseFile(.supplementOpen([1])))
        try await casework.company.perform(AnswerSupplement(replied, answer: "예"))
        #expect(await decide(replied) == nil)
        #expect(await decide(replied) as? Refusal == .decision(.alreadyDecided))
        let filed = try await casework.filed()
        #expect(await decide(filed) as? Refusal == .wrongStage(.filed, allowed: [.received, .consulting]))
    }

    @Test("of two decisions at one moment one succeeds; under one key both are that one") func race() async throws {
        let casework = try await Casework()
        let desks = [casework.desk, try casework.twin(of: casework.desk)]
        let reference = try await casework.replied()
        try await casework.voted(reference)
        let outcomes = await results(of: 2) { number in
            try await desks[number].perform(DecideCase(reference, outcome: .granted))
        }
        #expect(outcomes.compactMap(\.value).count == 1)
        #expect(outcomes.compactMap(\.failure).map { $0 as? Refusal } == [.decision(.alreadyDecided)])

        let other = try await casework.replied()
        try await casework.voted(other)
        let repeated = await results(of: 2) { number in
            try await desks[number].perform(DecideCase(other, outcome: .granted), key: "k").outcome
        }
        #expect(repeated.compactMap(\.value) == [.granted, .granted])
        await #expect(throws: Refusal.idempotencyKeyReused("k")) {
            try await casework.desk.perform(DecideCase(other, outcome: .rejected, reason: "x"), key: "k")
        }
    }

    @Test("a dry run decides nothing, though all rules ran") func dryRun() async throws {
        let casework = try await Casework()
        let reference = try await casework.replied()
        try await casework.voted(reference)
        #expect(
            try await casework.desk.perform(DecideCase(reference, outcome: .granted), dryRun: true).outcome == .granted)
        #expect(try await casework.desk.answer(CaseView(reference)).decision == nil)
    }
}
