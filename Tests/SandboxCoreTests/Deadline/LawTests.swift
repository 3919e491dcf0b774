import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// What the law says of the last day: when silence has its meaning, when a right begins and is lost.
@Suite("The last day, by the law", .database)
struct LawTests {
    private func deadline(_ person: Casework.Person, _ rule: String) async throws -> DeadlineSummary? {
        var list = DeadlineList()
        list.ended = true
        return try await person.answer(list).last { $0.rule == rule }
    }

    private func lapses(_ casework: Casework, _ condition: SQL = "true") async throws -> Int {
        try await casework.database.administrator.read {
            try $0.one("SELECT count(*) FROM lapse WHERE \(condition)", as: Int.self)
        }
    }

    private func entered(_ casework: Casework, _ rows: String) async throws {
        var change = CalendarChange()
        change.file = (Array("date,name_ko,kind,announced_on\n\(rows)".utf8), "holidays.csv")
        try await casework.desk.perform(ChangeCalendar(change))
    }

    @Test("a supplement that is asked for on the last day stops the period; nothing is deemed while it is open")
    func lastDay() async throws {
        try await TestDatabase.current.travel(to: "2026-09-01")
        let casework = try await Casework()
        let reference = try await casework.consulting(.rapidConfirmation)
        #expect(try await deadline(casework.mcst, "k1")?.dueOn == "2026-10-01")
        try await casework.database.travel(to: "2026-10-01", at: "17:00:00")
        try await casework.desk.perform(AskSupplement(reference, request: "자료"))
        #expect(try await deadline(casework.mcst, "k1")?.state == .stopped)
        try await casework.database.travel(to: "2026-10-02", at: "00:00:10")
        #expect(try await deadline(casework.mcst, "k1")?.state == .stopped)
        #expect(try await lapses(casework) == 0)
        #expect(try await casework.auditor.answer(CheckDeadlines()).contradictions.isEmpty)
        let stopped = DeadlineReference(reference, 1)
        await #expect(throws: Refusal.deadline(.supplementOpen(1))) {
            try await casework.desk.perform(UndoStop(stopped, stop: 1, reason: "잘못"))
        }
        try await casework.database.travel(to: "2026-10-20")
        try await casework.company.perform(AnswerSupplement(reference, answer: "답변"))
        let running = try #require(try await deadline(casework.mcst, "k1"))
        #expect(running.dueOn == "2026-10-21" && running.state == .running)
        let explained = try #require(try await casework.mcst.answer(ExplainDeadlines(reference, number: 1)).first)
        #expect(explained.otherwise.map(\.dueOn) == ["2026-10-01"])
        #expect(explained.otherwise.map(\.reading.kind) == [.stopDayCounts])
        try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .permitNeeded, reason: "허가 필요"))
    }

    @Test("a supplement that is asked for while the end is being moved stops it as well") func movedEnd() async throws {
        // Full on Saturday 11 July 2026, due on Monday the 13th.
        try await TestDatabase.current.travel(to: "2026-06-11")
        let casework = try await Casework()
        let reference = try await casework.consulting(.rapidConfirmation)
        #expect(try await deadline(casework.mcst, "k1")?.dueOn == "2026-07-13")
        try await casework.database.travel(to: "2026-07-12")
        try await casework.mcst.perform(AskSupplement(reference, request: "자료"))
        try await casework.database.travel(to: "2026-07-15")
        #expect(try await deadline(casework.mcst, "k1")?.state == .stopped)
        try await casework.company.perform(AnswerSupplement(reference, answer: "답변"))
        #expect(try await deadline(casework.mcst, "k1")?.dueOn == "2026-07-16")
        #expect(try await casework.auditor.answer(CheckDeadlines()).contradictions.isEmpty)
    }

    @Test("a holiday that is entered after a lapse undoes what was recorded, and the reply is in time")
    func lateHoliday() async throws {
        try await TestDatabase.current.travel(to: "2027-02-12")
        let casework = try await Casework()
        let reference = try await casework.consulting(.rapidConfirmation)
        #expect(try await deadline(casework.mcst, "k1")?.dueOn == "2027-03-15")
        try await casework.database.travel(to: "2027-03-17")
        #expect(try await deadline(casework.mcst, "k1")?.state == .lapsed)
        #expect(try await lapses(casework) == 1)
        try await entered(
            casework,
            (15...17).map { "2027-03-\($0),임시공휴일,temporary,2027-03-12\n" }.joined())
        #expect(try await deadline(casework.mcst, "k1")?.dueOn == "2027-03-18")
        #expect(try await lapses(casework, "undone_at IS NOT NULL AND undone_due_on = '2027-03-18'") == 1)
        #expect(try await deadline(casework.desk, "k2")?.endedOn != nil)
        #expect(try await casework.auditor.answer(CheckDeadlines()).contradictions.isEmpty)
        #expect(
            try await casework.auditor.answer(AuditLog()).contains { $0.act == "lapse-undo" })
        // Withdrawn again, the period has ended after all.
        var change = CalendarChange()
        (change.withdrawn, change.reason) = (["2027-03-15", "2027-03-16", "2027-03-17"], "오기")
        try await casework.desk.perform(ChangeCalendar(change))
        #expect(try await deadline(casework.mcst, "k1")?.state == .lapsed)
        try await entered(
            casework,
            (15...17).map { "2027-03-\($0),임시공휴일,temporary,2027-03-12\n" }.joined())
        try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .permitNeeded, reason: "허가 필요"))
        #expect(try await deadline(casework.mcst, "k1")?.state == .met)
        #expect(try await lapses(casework) == 2)
        #expect(try await casework.auditor.answer(CheckDeadlines()).contradictions.isEmpty)
    }

    @Test("no lapse is recorded on a day that is only foreseen; once its year is declared, it is") func foreseen()
        async throws
    {
        try await TestDatabase.current.travel(to: "2027-12-27")
        let casework = try await Casework()
        _ = try await casework.consulting(.rapidConfirmation)
        let before = try #require(try await deadline(casework.mcst, "k1"))
        #expect(before.dueOn == "2028-01-31" && before.doubt == CalendarDoubt(.foreseen, knownTo: "2027-12-31"))
        // One row of a year says nothing of its other days.
        try await entered(casework, "2028-01-01,1월 1일(신정),regular,\n")
        #expect(try await deadline(casework.mcst, "k1")?.doubt == before.doubt)
        try await casework.database.travel(to: "2028-02-02")
        #expect(try await deadline(casework.mcst, "k1")?.state == .overdue)
        #expect(try await lapses(casework) == 0)
        var change = CalendarChange()
        change.declared = [2028]
        let refused = await #expect(throws: Refusal.self) { try await casework.desk.perform(ChangeCalendar(change)) }
        if case .deadline(.holidaysMissing(let missing))? = refused {
            #expect(missing.count == 17 && missing.first == "2028-01-26 설날 전날")
        } else {
            Issue.record("\(String(describing: refused))")
        }
        var list = HolidayList()
        list.year = 2028
        let rows = try await casework.desk.answer(list).filter(\.holiday.isForeseen)
            .map { "\($0.holiday.day),\($0.holiday.korean),\($0.holiday.kind),\n" }.joined()
        try await entered(casework, rows)
        #expect(try await casework.desk.perform(ChangeCalendar(change)).calendar.declaredYears == 1)
        #expect(try await casework.desk.answer(list).allSatisfy { !$0.holiday.isForeseen })
        let after = try #require(try await deadline(casework.mcst, "k1"))
        #expect(after.dueOn == "2028-01-31" && after.doubt == nil && after.state == .lapsed)
        #expect(try await lapses(casework) == 1)
        (change.declared, change.reopened, change.reason) = ([], [2028], "아직 공고되지 않음")
        #expect(try await casework.desk.perform(ChangeCalendar(change)).calendar.reopenedYears == 1)
        #expect(try await deadline(casework.mcst, "k1")?.state == .overdue)
        #expect(try await lapses(casework, "undone_at IS NOT NULL") == 1)
        #expect(try await casework.auditor.answer(CheckDeadlines()).contradictions.isEmpty)
    }

    @Test("the rules of the calendar come to the days that were announced of 2026 and 2027, elections apart")
    func rulesOfHolidays() async throws {
        let differing = try await TestDatabase.current.administrator.write { session in
            try session.execute("UPDATE sandbox.calendar SET foreseen_from = '2026-01-01', foreseen_to = '2027-12-31'")
            try session.execute(
                """
                UPDATE sandbox.holiday_rule AS r SET dates = ARRAY(SELECT h.day FROM sandbox.public_holiday AS h
                    WHERE h.calendar = 'kr' AND h.name_ko = r.name_ko AND h.day BETWEEN '2026-01-01' AND '2027-12-31')
                WHERE dates <> '{}'
                """)
            return try session.all(
                """
                (SELECT day FROM sandbox.foreseen_holidays('kr') EXCEPT SELECT day FROM sandbox.public_holiday
                    WHERE known_to IS NULL)
                UNION ALL (SELECT day FROM sandbox.public_holiday WHERE known_to IS NULL AND kind <> 'election'
                    AND day BETWEEN '2026-01-01' AND '2027-12-31' EXCEPT SELECT day FROM sandbox.foreseen_holidays('kr'))
                """, as: CivilDate.self)
        }
        #expect(differing == [])
    }

    @Test("an objection that is answered late, or never, starts the appeal the day after the answer was due")
    func appeal() async throws {
        try await TestDatabase.current.travel(to: "2027-12-01")
        let casework = try await Casework()
        let reference = try await casework.received()
        try await casework.desk.perform(ReturnCase(reference, reason: "요건이 없습니다."))
        try await casework.company.perform(FileObjection(reference, statement: "요건을 갖추었습니다."))
        let answer = try #require(try await deadline(casework.desk, "k20-answer"))
        #expect(answer.dueOn == "2027-12-15")
        #expect(try await deadline(casework.company, "k20-appeal")?.dueOn == "2028-03-14")
        try await casework.desk.perform(ExtendDeadline(answer.reference, by: 10, reason: "사실관계 확인"))
        // Ten days from the 16th: Saturday the 25th, Christmas and its substitute.
        #expect(try await deadline(casework.desk, "k20-answer")?.dueOn == "2027-12-28")
        #expect(try await deadline(casework.company, "k20-appeal")?.dueOn == "2028-03-27")
        try await casework.database.travel(to: "2028-03-10")
        let late = try await casework.desk.perform(AnswerObjection(reference, ruling: .dismissed, reason: "기각"))
        #expect(late.appealUntil == "2028-03-27")
        let appeal = try #require(try await deadline(casework.company, "k20-appeal"))
        let explained = try #require(
            try await casework.company.answer(ExplainDeadlines(reference, number: appeal.reference.number)).first)
        #expect(explained.otherwise.map(\.dueOn) == ["2028-03-28"] && explained.deadline.startsAtEnd)
        #expect(try await casework.auditor.answer(CheckDeadlines()).contradictions.isEmpty)
    }

    @Test("an answer in time starts the appeal on its day") func appealInTime() async throws {
        try await TestDatabase.current.travel(to: "2026-03-03")
        let casework = try await Casework()
        let reference = try await casework.received()
        try await casework.desk.perform(ReturnCase(reference, reason: "요건이 없습니다."))
        try await casework.company.perform(FileObjection(reference, statement: "이의"))
        #expect(try await deadline(casework.company, "k20-appeal")?.startedOn == "2026-03-17")
        try await casework.database.travel(to: "2026-03-10")
        let answered = try await casework.desk.perform(AnswerObjection(reference, ruling: .dismissed, reason: "기각"))
        #expect(answered.appealUntil == "2026-06-08")
        #expect(try await deadline(casework.company, "k20-appeal")?.startedOn == "2026-03-10")
        #expect(try await casework.auditor.answer(CheckDeadlines()).contradictions.isEmpty)
    }

    @Test("of a returned case the longer reading keeps the right to object; no other disposition has it")
    func longerReading() async throws {
        try await TestDatabase.current.travel(to: "2026-03-03")
        let casework = try await Casework()
        let reference = try await casework.received()
        try await casework.desk.perform(ReturnCase(reference, reason: "요건이 없습니다."))
        #expect(try await deadline(casework.company, "k20")?.dueOn == "2026-04-02")
        let explained = try await casework.company.answer(ExplainDeadlines(reference))
        let object = try #require(explained.last { $0.deadline.rule.code == "k20" })
        #expect(object.otherwise.map(\.dueOn) == ["2026-05-04"])
        #expect(object.otherwise.first?.reading.basis == "민원처리법 제35조 제1항")
        try await casework.database.travel(to: "2026-05-04", at: "23:59:59")
        try await casework.company.perform(FileObjection(reference, statement: "이의"), dryRun: true)
        #expect(try await deadline(casework.company, "k20")?.state == .overdue)
        try await casework.database.travel(to: "2026-05-05", at: "00:00:00")
        await expectRefusal(.objection(.tooLate)) {
            try await casework.company.perform(FileObjection(reference, statement: "이의"))
        }
        #expect(try await deadline(casework.company, "k20")?.state == .lost)
    }

    @Test("the fast track of a demonstration stops and ends after 90 days; that of a permit does neither")
    func fastTrack() async throws {
        let casework = try await Casework()
        let rules = try await casework.database.administrator.read { session in
            try session.all(
                """
                SELECT concat_ws(' ', rule, tracks::text, stopped_by::text, cap_length) FROM deadline_rule
                WHERE starts_on = 'fast-track-consultation-notified' ORDER BY rule
                """, as: String.self)
        }
        #expect(
            rules == ["k5 {demonstration} {supplement-by-debtor} 90", "k5-permit {temporary-permit} {}"])
    }
}
