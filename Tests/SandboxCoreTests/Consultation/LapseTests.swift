import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// Silence that the law gives a meaning (Act 36③).
@Suite("Lapses", .database)
struct LapseTests {
    /// On a Wednesday without holidays nearby.
    private func arranged() async throws -> Casework {
        try await TestDatabase.current.travel(to: "2026-03-04")
        return try await Casework()
    }

    private func count(_ casework: Casework, _ table: SQL = "lapse") async throws -> Int {
        try await casework.database.administrator.read { try $0.one("SELECT count(*) FROM \(table)", as: Int.self) }
    }

    private func round(_ casework: Casework, _ reference: CaseReference) async throws -> ConsultationSummary {
        var list = ConsultationList()
        list.reference = reference
        return try #require(try await casework.desk.answer(list).first)
    }

    @Test("whoever looks first records it at its legal instant, as a proposal with its basis and proof") func recorded()
        async throws
    {
        let casework = try await arranged()
        let reference = try await casework.consulting(.rapidConfirmation)
        try await casework.database.later(days: 60)
        // Analysts and auditors write nothing; they see the state that follows.
        var list = DeadlineList()
        list.reference = reference
        #expect(try await casework.analyst.answer(list).map(\.state) == [.lapsed])
        #expect(try await count(casework) == 0)
        #expect(try await casework.company.answer(Inbox()).isEmpty)
        #expect(try await count(casework) == 1)
        let round = try await round(casework, reference)
        let lapse = try #require(round.lapse)
        #expect(round.state == .lapsed && round.repliedAt == nil && round.opinion == nil)
        #expect(lapse.proposes == .deemedNotNeeded && lapse.basis.contains("제36조"))
        #expect(lapse.notice == "inbox of \(casework.mcst.name)" && lapse.notifiedOn == round.notifiedOn)
        let due = try #require(round.dueOn)
        let instant = try #require(due.adding(days: 1))
        #expect(lapse.lapsedAt.hasPrefix("\(instant)") && lapse.lapsedAt.contains("00:00:00"))
        // The replies are complete: the desk owes the notice of the result at once.
        #expect(try await casework.desk.answer(Inbox()).map(\.task) == [.decide])
        let verdict = try await casework.auditor.answer(CheckDeadlines())
        #expect(verdict.contradictions.isEmpty)
        try await casework.desk.perform(DecideCase(reference, outcome: .noRegulation))
    }

    @Test("fifty sessions that look at the same moment record it once") func race() async throws {
        let casework = try await arranged()
        _ = try await casework.consulting(.rapidConfirmation, with: ["문화체육관광부", "개인정보보호위원회"])
        try await casework.database.later(days: 60)
        let people = [casework.company, casework.mcst, casework.pipc, casework.desk]
        let sessions = try (0..<50).map { try casework.twin(of: people[$0 % people.count]) }
        let looked = await results(of: 50) { try await sessions[$0].answer(ConsultationList()).map(\.state) }
        for result in looked { #expect(result.value == [.lapsed, .lapsed], "\(String(describing: result.failure))") }
        #expect(try await count(casework) == 2)
        #expect(try await count(casework, "event WHERE act = 'lapse'") == 2)
        #expect(try await count(casework, "deadline WHERE ended_by = 'lapsed'") == 2)
        #expect(try await count(casework, "audit_break()") == 0)
    }

    @Test("a session that is killed while it records leaves nothing half done; the next one records it") func killed()
        async throws
    {
        let casework = try await arranged()
        _ = try await casework.consulting(.rapidConfirmation)
        try await casework.database.later(days: 60)
        let first = casework.database.database(as: casework.company.name)
        let killed = await results(of: 1) { _ in
            try await first.write { session in
                _ = try session.one("SELECT record_lapses()", as: Int.self)
                try session.execute("SELECT pg_terminate_backend(pg_backend_pid())")
            }
        }
        #expect(killed[0].failure != nil)
        #expect(try await count(casework) == 0)
        #expect(try await casework.mcst.answer(ConsultationList()).map(\.state) == [.lapsed])
        #expect(try await count(casework) == 1)
    }

    @Test("never for a ministry that was not told; the letter's arrival starts its period") func untold() async throws {
        let casework = try await arranged()
        _ = try await casework.database.organisation("국토교통부", kind: "ministry")
        let reference = try await casework.received(.rapidConfirmation)
        let sent = try await casework.desk.perform(SendConsultation(reference, to: ["국토교통부"]))
        #expect(sent[0].dueOn == nil)
        try await casework.database.later(days: 200)
        #expect(try await round(casework, reference).state == nil)
        #expect(try await count(casework) == 0)
        await #expect(throws: Refusal.consultation(.open(["국토교통부"]))) {
            try await casework.desk.perform(DecideCase(reference, outcome: .noRegulation))
        }
        let today = try await casework.desk.answer(Today())
        let told = try await casework.desk.perform(
            NotifyMinistry(reference, ministry: "국토교통부", on: today.adding(days: -45), notice: "등기 제118호"))
        let due = try #require(told.dueOn)
        #expect(told.notifiedOn == today.adding(days: -45) && due < today)
        await #expect(throws: Refusal.consultation(.alreadyNotified(told.notifiedOn))) {
            try await casework.desk.perform(NotifyMinistry(reference, ministry: "국토교통부", notice: "다시"))
        }
        #expect(try await round(casework, reference).lapse?.notice == "등기 제118호")
    }

    @Test("it stops with a supplement, takes no reply, is contested and resolved, and a new period runs")
    func contested()
        async throws
    {
        let casework = try await arranged()
        let reference = try await casework.consulting(.rapidConfirmation)
        try await casework.database.later(days: 40)
        let due = try #require(try await casework.analyst.answer(DeadlineList()).first?.dueOn)
        await #expect(throws: Refusal.consultation(.replyLapsed(due))) {
            try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .agree))
        }
        await #expect(throws: Refusal.consultation(.lapseMissing("개인정보보호위원회"))) {
            try await casework.desk.perform(ContestLapse(reference, ministry: "개인정보보호위원회", reason: "x"))
        }
        try await casework.mcst.perform(ContestLapse(reference, reason: "통보를 받지 못했습니다."))
        await #expect(throws: Refusal.consultation(.lapseContested)) {
            try await casework.desk.perform(ContestLapse(reference, ministry: "문화체육관광부", reason: "x"))
        }
        await #expect(throws: Refusal.consultation(.lapseOpen(["문화체육관광부"]))) {
            try await casework.desk.perform(DecideCase(reference, outcome: .noRegulation))
        }
        let resolve = ResolveLapse(reference, ministry: "문화체육관광부", as: .setAside, reason: "도달하지 않았습니다.")
        try await casework.desk.perform(resolve)
        await #expect(throws: Refusal.consultation(.lapseNotContested)) { try await casework.desk.perform(resolve) }
        #expect(try await round(casework, reference).notifiedOn == nil)
        #expect(try await casework.desk.answer(Inbox()).map(\.task) == [.notify])
        try await casework.desk.perform(NotifyMinistry(reference, ministry: "문화체육관광부", notice: "공문"))
        let again = try await round(casework, reference)
        #expect(again.state == .running && again.lapse?.resolution == .setAside)
        try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .agree))
        #expect(try await casework.auditor.answer(CheckDeadlines()).contradictions.isEmpty)
    }

    @Test("a lapse that is upheld counts, and the case may be decided") func upheld() async throws {
        let casework = try await arranged()
        let reference = try await casework.consulting(.rapidConfirmation)
        try await casework.database.later(days: 40)
        try await casework.desk.perform(ContestLapse(reference, ministry: "문화체육관광부", reason: "확인 필요"))
        try await casework.desk.perform(
            ResolveLapse(reference, ministry: "문화체육관광부", as: .upheld, reason: "기록이 있습니다."))
        try await casework.desk.perform(DecideCase(reference, outcome: .noRegulation))
        #expect(try await round(casework, reference).lapse?.resolution == .upheld)
    }

    @Test(
        "check names a lapse before the end, a deadline that runs on a closed case, and a date that was tampered with")
    func contradictions() async throws {
        let casework = try await arranged()
        _ = try await casework.consulting(.rapidConfirmation)
        _ = try await casework.consulting(.demonstration)
        try await casework.database.later(days: 40)
        #expect(try await casework.desk.answer(ConsultationList()).count == 2)
        #expect(try await casework.auditor.answer(CheckDeadlines()).contradictions.isEmpty)
        try await casework.database.administrator.write { session in
            try session.simple(
                """
                SET LOCAL session_replication_role = replica;
                UPDATE deadline SET started_on = started_on + 20 WHERE ended_by = 'lapsed';
                UPDATE case_file SET stage = 'returned', closing_reason = 'x' WHERE track = 'demonstration';
                UPDATE calendar_day SET next_open = next_open + 1
                WHERE day IN (SELECT counted_end FROM deadline_state() WHERE rule = 'k6');
                """)
        }
        let found = try await casework.auditor.answer(CheckDeadlines()).contradictions
        #expect(
            Set(found.map(\.problem)) == [
                .lapseNotDue, .openOnClosedCase, .dueDiffers, .keptDiffers, .keptTaskDiffers,
            ],
            "\(found)")
    }
}
