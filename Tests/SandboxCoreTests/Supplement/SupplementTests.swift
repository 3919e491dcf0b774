import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("Supplements", .database)
struct SupplementTests {
    @Test("the desk asks, the company answers with papers, and it is the desk's turn again") func desk() async throws {
        let casework = try await Casework()
        let reference = try await casework.filed()
        let due = try #require(try await casework.desk.answer(Today()).adding(days: 40))
        let ask = AskSupplement(reference, request: "계획을 보완하십시오.", dueOn: due)
        #expect(try await casework.desk.perform(ask).number == 1)
        let inbox = try await casework.company.answer(Inbox())
        #expect(inbox.map(\.task) == [.supplement])
        #expect(inbox.map(\.request) == ["계획을 보완하십시오."])
        #expect(inbox.map(\.dueOn) == [due])
        #expect(try await casework.desk.answer(Inbox()).isEmpty)
        let answer = AnswerSupplement(reference, answer: "보완했습니다.", papers: [.text("other", "부록")])
        #expect(try await casework.company.perform(answer).number == 1)
        let view = try await casework.desk.answer(CaseView(reference))
        #expect(view.supplements.map(\.answer) == ["보완했습니다."])
        #expect(view.openTasks.map(\.task) == [.receive])
        #expect(try await casework.desk.answer(ReadPaper(reference, number: 4)).name == "other.txt")
    }

    @Test("the last day for the answer has not gone by, is no slip in the year, and a closed day is told")
    func lastDay()
        async throws
    {
        let casework = try await Casework()
        let desk = casework.desk
        let reference = try await casework.filed()
        let today = try await desk.answer(Today())
        for slip in [today.adding(days: -1), today.adding(days: 800)] {
            let day = try #require(slip)
            let error = await #expect(throws: Refusal.self) {
                try await desk.perform(AskSupplement(reference, request: "더", dueOn: day))
            }
            #expect(error?.code == .dateOutside)
        }
        #expect(try await casework.company.answer(Inbox()).isEmpty)
        let days = try (0..<7).map { try #require(today.adding(days: 30 + $0)) }
        let sunday = try #require(days.first { $0.weekday == .sunday })
        let asked = try await desk.perform(AskSupplement(reference, request: "더", dueOn: sunday))
        #expect(asked.notes.count == 1)
        guard case .closed(sunday, _) = asked.notes.first else {
            Issue.record("a Sunday is told")
            return
        }
    }

    @Test("the same is not asked for twice by the same office, until it is answered") func repeated() async throws {
        let casework = try await Casework()
        let reference = try await casework.consulting()
        try await casework.desk.perform(AskSupplement(reference, request: "자료"))
        await #expect(throws: Refusal.caseFile(.supplementRepeated(1))) {
            try await casework.desk.perform(AskSupplement(reference, request: "자료"))
        }
        try await casework.desk.perform(AskSupplement(reference, request: "다른 자료"))
        try await casework.mcst.perform(AskSupplement(reference, request: "자료"))
        try await casework.company.perform(AnswerSupplement(reference, number: 1, answer: "예"))
        #expect(try await casework.desk.perform(AskSupplement(reference, request: "자료")).number == 4)
    }

    @Test("a ministry asks while its round is open, and its own period is stopped meanwhile") func ministry()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.consulting()
        try await casework.mcst.perform(AskSupplement(reference, request: "더"))
        #expect(try await casework.mcst.answer(Inbox()).isEmpty)
        try await casework.company.perform(AnswerSupplement(reference, answer: "예"))
        #expect(try await casework.mcst.answer(Inbox()).map(\.task) == [.reply])
        try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .agree))
        await #expect(throws: Refusal.consultation(.missing)) {
            try await casework.mcst.perform(AskSupplement(reference, request: "더"))
        }
        await #expect(throws: NotFound.self) { try await casework.pipc.perform(AskSupplement(reference, request: "더")) }
    }

    @Test("is asked between filing and decision, by the desk or a ministry") func asking() async throws {
        let casework = try await Casework()
        let decided = try await casework.decided()
        await #expect(throws: Refusal.wrongStage(.decided, allowed: [.filed, .received, .consulting])) {
            try await casework.desk.perform(AskSupplement(decided, request: "더"))
        }
        let filed = try await casework.filed()
        await #expect(throws: NotPermitted.self) {
            try await casework.company.perform(AskSupplement(filed, request: "x"))
        }
    }

    @Test("is answered once, by its number where several are open") func answering() async throws {
        let casework = try await Casework()
        let reference = try await casework.filed()
        func answer(_ number: Int?) async -> (any Error)? {
            do {
                try await casework.company.perform(AnswerSupplement(reference, number: number, answer: "예"))
                return nil
            } catch { return error }
        }
        #expect(await answer(nil) as? Refusal == .caseFile(.supplementNoneOpen))
        try await casework.desk.perform(AskSupplement(reference, request: "하나"))
        try await casework.desk.perform(AskSupplement(reference, request: "둘"))
        #expect(await answer(nil) as? Refusal == .caseFile(.supplementAmbiguous([1, 2])))
        #expect(await answer(7) as? NotFound == NotFound(.supplement, "\(reference) #7"))
        #expect(await answer(1) == nil)
        #expect(await answer(1) as? Refusal == .caseFile(.alreadyAnswered(1)))
        #expect(await answer(nil) == nil)
        await #expect(throws: NotPermitted.self) {
            try await casework.desk.perform(AnswerSupplement(reference, answer: "x"))
        }
    }

    @Test("under one key an answer has one effect, papers included") func retry() async throws {
        let casework = try await Casework()
        let reference = try await casework.filed()
        try await casework.desk.perform(AskSupplement(reference, request: "더"))
        let answer = AnswerSupplement(reference, answer: "예", papers: [.text("other", "부록")])
        let people = [casework.company, try casework.twin(of: casework.company)]
        let outcomes = await results(of: 2) { try await people[$0].perform(answer, key: "k").number }
        #expect(outcomes.compactMap(\.value) == [1, 1])
        #expect(try await casework.company.answer(CasePapers(reference)).compactMap(\.number) == [1, 2, 3, 4])
        await #expect(throws: Refusal.idempotencyKeyReused("k")) {
            try await casework.company.perform(AnswerSupplement(reference, answer: "아니요"), key: "k")
        }
    }

    @Test("a supplement of the ministry stops its reply, the desk's does not; the answer lets it run again, due later")
    func supplements() async throws {
        try await TestDatabase.current.travel(to: "2026-03-04")
        let casework = try await Casework()
        let reference = try await casework.consulting()
        try await casework.desk.perform(AskSupplement(reference, request: "자료"))
        #expect(try await casework.deadline(reference, "k4").state == .running)
        try await casework.mcst.perform(AskSupplement(reference, request: "자료"))
        #expect(try await casework.deadline(reference, "k4").state == .stopped)
        // The cap of ninety days holds, stop or not.
        let capped = try #require(try await casework.deadline(reference, "k4").dueOn)
        try await casework.database.later(days: 10)
        try await casework.company.perform(AnswerSupplement(reference, number: 2, answer: "답"))
        let running = try await casework.deadline(reference, "k4")
        #expect(running.state == .running)
        let (due, promised) = (try #require(running.dueOn), try #require(running.promisedOn))
        #expect(due > promised && due < capped)
        let explained = try await casework.company.answer(ExplainDeadlines(reference, number: running.reference.number))
        #expect(explained[0].period.days.filter { $0.kind == .stopped }.count == 10)
        #expect(explained[0].differences.contains(.stops) && explained[0].period.dueOn == running.dueOn)
        #expect(try await casework.auditor.answer(CheckDeadlines()).contradictions.isEmpty)
    }
}
