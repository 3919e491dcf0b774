import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

/// Deadlines follow the acts of a case.
@Suite("Deadlines on casework", .database)
struct DeadlineCaseworkTests {
    private func deadlines(_ person: Casework.Person, _ reference: CaseReference, ended: Bool = true) async throws
        -> [DeadlineSummary]
    {
        var list = DeadlineList()
        (list.reference, list.ended) = (reference, ended)
        return try await person.answer(list)
    }

    @Test("receiving, consulting, replying and granting start and end what the law says") func course() async throws {
        let casework = try await Casework()
        let reference = try await casework.received()
        #expect(try await deadlines(casework.desk, reference).map(\.rule) == ["k6"])
        let sent = try await casework.desk.perform(SendConsultation(reference, to: ["문화체육관광부"]))
        #expect(sent[0].dueOn == (try await casework.deadline(reference, "k4")).dueOn)
        var mine = DeadlineList()
        mine.mineOnly = true
        #expect(try await casework.mcst.answer(mine).map(\.rule) == ["k4"])
        #expect(try await casework.desk.answer(mine).map(\.rule) == ["k4", "k6"])
        #expect(try await casework.pipc.answer(mine).map(\.rule) == [])
        #expect(try await casework.company.answer(mine).map(\.rule) == [])
        try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .agree))
        #expect(try await casework.deadline(reference, "k4").state == .met)
        try await casework.voted(reference)
        try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        let open = try await deadlines(casework.company, reference, ended: false)
        #expect(Set(open.map(\.rule)) == ["k10", "k12", "k13-demonstration", "k14", "k15", "k19"])
        #expect(open.first { $0.rule == "k10" }?.organisation == "문화체육관광부")
        let validity = try #require(open.first { $0.rule == "k12" }?.dueOn)
        #expect(open.first { $0.rule == "k14" }?.dueOn == PeriodLength(2, .month).before(validity))
        #expect(try await casework.company.answer(mine).allSatisfy { $0.organisation == "한빛에이아이" })
        #expect(try await casework.rival.answer(DeadlineList()).isEmpty)
        let verdict = try await casework.auditor.answer(CheckDeadlines())
        #expect(verdict.contradictions.isEmpty && verdict.deadlines == 8)
    }

    @Test("the desk stops, resumes and undoes a stop of tabling, and each is explained") func turning() async throws {
        try await TestDatabase.current.travel(to: "2026-03-04")
        let casework = try await Casework()
        let reference = try await casework.received()
        let tabling = DeadlineReference(reference, 1)
        try await casework.database.later(days: 20)
        let today = try await casework.desk.answer(Today())
        let before = try await casework.deadline(reference, "k6")
        let began = try #require(today.adding(days: -15))
        let stopped = try await casework.desk.perform(
            StopDeadline(tabling, for: .mediation, from: began, paper: "공문 1"))
        #expect(stopped.state == .stopped && stopped.dueOn == nil && stopped.dueBefore == before.dueOn)
        await #expect(throws: Refusal.deadline(.stopped(began))) {
            try await casework.desk.perform(StopDeadline(tabling, for: .mediation, from: today, paper: "공문 2"))
        }
        let resumed = try await casework.desk.perform(ResumeDeadline(tabling, on: today))
        let (moved, due) = (try #require(resumed.dueOn), try #require(before.dueOn))
        #expect(resumed.state == .running && moved > due)
        let stop = try #require(
            try await casework.desk.answer(ExplainDeadlines(reference, number: 1)).first?.deadline.count?.stops.first)
        #expect(stop.number == 1 && stop.paper == "공문 1" && stop.actor == casework.desk.name)
        let undone = try await casework.desk.perform(UndoStop(tabling, stop: 1, reason: "잘못"))
        #expect(undone.dueOn == before.dueOn)
        await #expect(throws: Refusal.deadline(.stopUndone(1))) {
            try await casework.desk.perform(UndoStop(tabling, stop: 1, reason: "잘못"))
        }
        await #expect(throws: NotFound(.deadlineStop, "\(tabling) #7")) {
            try await casework.desk.perform(UndoStop(tabling, stop: 7, reason: "잘못"))
        }
        await #expect(throws: NotFound(.deadline, "\(reference)/9")) {
            try await casework.desk.answer(ExplainDeadlines(reference, number: 9))
        }
    }

    @Test("same or similar: fifteen days, where the law has them") func fastTrack() async throws {
        let casework = try await Casework()
        let reference = try await casework.received()
        await #expect(throws: Refusal.consultation(.fastTrackUnfounded)) {
            try await casework.desk.perform(SendConsultation(reference, to: ["문화체육관광부"], isFastTrack: true))
        }
        try await casework.followsPrecedent(reference)
        try await casework.desk.perform(SendConsultation(reference, to: ["문화체육관광부"], isFastTrack: true))
        let reply = try await casework.deadline(reference, "k5")
        #expect(try #require(reply.startedOn).days(until: try #require(reply.dueOn)) < 25)
        let rapid = try await casework.received(.rapidConfirmation)
        await #expect(throws: Refusal.consultation(.noFastTrack(.rapidConfirmation))) {
            try await casework.desk.perform(SendConsultation(rapid, to: ["문화체육관광부"], isFastTrack: true))
        }
        let desk = casework.database.database(as: casework.desk.name)
        let past = await results(of: 1) { _ in
            try await desk.write { session in
                try session.simple(
                    """
                    UPDATE case_file SET stage = 'consulting' WHERE stage = 'received';
                    INSERT INTO consultation (case_file_id, ministry_id, fast_track)
                    SELECT max(c.case_file_id), min(o.organisation_id), true FROM case_file AS c, organisation AS o
                    WHERE o.name = '문화체육관광부'
                    """)
            }
        }
        #expect("\(past[0].failure.map { "\($0)" } ?? "")".contains("same-or-similar"))
    }

    @Test("lists: overdue, within so many days, by rule, by ministry, as of a day; the inbox most urgent first")
    func lists() async throws {
        try await TestDatabase.current.travel(to: "2026-03-04")
        let casework = try await Casework()
        let older = try await casework.consulting()
        try await casework.database.later(days: 60)
        let newer = try await casework.consulting(with: ["문화체육관광부", "개인정보보호위원회"])
        let today = try await casework.desk.answer(Today())
        func references(_ edit: (inout DeadlineList) -> Void) async throws -> [String] {
            var list = DeadlineList()
            edit(&list)
            return try await casework.desk.answer(list).map {
                "\($0.reference.caseFile == older ? "older" : "newer") \($0.rule)"
            }
        }
        #expect(try await references { $0.overdueOnly = true } == ["older k4"])
        #expect(try await references { $0.withinDays = 45 } == ["older k6", "newer k4", "newer k4"])
        #expect(try await references { $0.rule = "K6" } == ["older k6", "newer k6"])
        #expect(try await references { $0.organisation = "개인정보보호위원회" } == ["newer k4"])
        #expect(try await references { $0.asOf = today.adding(days: -40) } == ["older k4", "older k6"])
        #expect(try await references { $0.limit = 1 }.count == 2)
        let inbox = try await casework.mcst.answer(Inbox())
        #expect(inbox.map(\.reference) == [.caseFile(older), .caseFile(newer)] && inbox.allSatisfy { $0.dueOn != nil })
        let left = try inbox.map { try #require($0.daysLeft) }
        #expect(left[0] < 0 && left[1] > 0)
        let rounds = try await casework.desk.answer(ConsultationList())
        #expect(rounds.last?.state == .overdue && rounds.last?.dueOn == inbox[0].dueOn)
        var cases = CaseList()
        let all = try await casework.desk.answer(cases)
        cases.limit = 50
        let page = try await casework.desk.answer(cases)
        for list in [all, page] {
            #expect(list.map(\.dueOn) == [inbox[1].dueOn, inbox[0].dueOn])
            #expect(list.map(\.daysLeft) == [inbox[1].daysLeft, inbox[0].daysLeft])
        }
    }
}
