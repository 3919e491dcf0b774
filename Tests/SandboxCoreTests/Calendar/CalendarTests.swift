import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("Calendars", .database)
struct CalendarTests {
    private let header = "date,name_ko,name_en,kind,announced_on,source\n"

    /// Everything that is derived from the holidays: the days, and the ends of all deadlines.
    private func derived() async throws -> [String] {
        try await TestDatabase.current.administrator.read { session in
            try session.all("SELECT d::text FROM calendar_day AS d ORDER BY calendar, day", as: String.self)
                + session.all(
                    "SELECT concat_ws(' ', deadline_id, due_on, safe_on, cap_on) FROM deadline_state() ORDER BY deadline_id",
                    as: String.self)
        }
    }

    private func imported(_ rows: String, complete: Bool = false, reason: String? = nil) -> CalendarChange {
        var change = CalendarChange()
        change.file = (Array((header + rows).utf8), "holidays.csv")
        (change.isComplete, change.reason) = (complete, reason)
        return change
    }

    private func withdrawn(_ days: CivilDate..., reason: String? = "발표 철회") -> CalendarChange {
        var change = CalendarChange()
        (change.withdrawn, change.reason) = (days, reason)
        return change
    }

    @Test("the file of Korea's holidays says what the schema came with") func data() async throws {
        let casework = try await Casework()
        var change = CalendarChange()
        change.file = (try sampleData("kr_public_holidays.csv"), "kr_public_holidays.csv")
        (change.isComplete, change.reason) = (true, "대조")
        let changed = try await casework.desk.perform(ChangeCalendar(change))
        #expect(changed.calendar.entered.isEmpty && changed.calendar.withdrawn.isEmpty)
        #expect(changed.calendar.unchanged == 174)
        let file = String(decoding: try sampleData("kr_public_holidays.csv"), as: UTF8.self)
        let written = try await TestDatabase.current.administrator.read { session in
            try session.all(
                """
                SELECT concat_ws('|', day, name_ko, name_en, kind, nullif(known_from, '-infinity'), source)
                FROM public_holiday ORDER BY day, public_holiday_id
                """, as: String.self)
        }
        for (line, row) in zip(file.split(separator: "\n").dropFirst(), written) {
            let plain = line.filter { $0 != "\"" }
            let parts = row.split(separator: "|")
            #expect(parts.allSatisfy { plain.contains($0.filter { $0 != "\"" }) }, "\(line)")
        }
    }

    @Test("a holiday entered and withdrawn again leaves every day and every end as it was") func identity() async throws
    {
        let casework = try await Casework()
        _ = try await casework.consulting()
        _ = try await casework.consulting(.temporaryPermit)
        let before = try await derived()
        let due = try await casework.desk.answer(DeadlineExport()).compactMap(\.dueOn)
        let day = try #require(due.first)
        let entered = try await casework.desk.perform(ChangeCalendar(imported("\(day),임시공휴일,,temporary,,관보\n")))
        #expect(entered.calendar.entered.map(\.day) == [day])
        #expect(entered.movedDeadlines > 0)
        #expect(try await derived() != before)
        let gone = try await casework.desk.perform(ChangeCalendar(withdrawn(day)))
        #expect(gone.calendar.withdrawn.map(\.korean) == ["임시공휴일"])
        #expect(gone.movedDeadlines == entered.movedDeadlines)
        #expect(try await derived() == before)
        // What was known meanwhile stays to be read.
        var list = HolidayList()
        (list.year, list.includesWithdrawn) = (day.year, true)
        #expect(try await casework.desk.answer(list).contains { $0.holiday.day == day && $0.reason == "발표 철회" })
    }

    @Test("a preview shows what moves and keeps nothing") func preview() async throws {
        let casework = try await Casework()
        let reference = try await casework.consulting()
        let before = try await derived()
        let open = try await casework.desk.answer(DeadlineExport())
        let reply = try #require(open.first { $0.rule == "k4" })
        let due = try #require(reply.dueOn)
        var change = CalendarChange()
        change.added = [Holiday(due, "임시공휴일")]
        for dryRun in [true, false] {
            let moved = try await casework.desk.perform(PreviewCalendar(change), dryRun: dryRun)
            let row = try #require(moved.first { $0.reference == reference && $0.rule == "k4" })
            #expect(row.before == due)
            #expect(try #require(row.after) > due)
            #expect(row.owedBy == .ministry && row.organisation == "문화체육관광부")
        }
        #expect(try await derived() == before)
        await #expect(throws: NotPermitted.self) {
            try await casework.analyst.perform(PreviewCalendar(change), dryRun: true)
        }
    }

    @Test("with a whole file, what its years have beside it is withdrawn, by name where two share a day")
    func complete() async throws {
        let casework = try await Casework()
        var list = HolidayList()
        list.year = 2025
        let rows = try await casework.desk.answer(list)
        // 2025-05-05 is Children's Day and Buddha's Birthday.
        let kept = rows.filter { $0.holiday.korean != "부처님 오신 날" }
            .map { "\($0.holiday.day),\($0.holiday.korean),,\($0.holiday.kind),,\n" }.joined()
        await #expect(throws: Refusal.reasonRequired) {
            try await casework.desk.perform(ChangeCalendar(imported(kept, complete: true)))
        }
        let changed = try await casework.desk.perform(ChangeCalendar(imported(kept, complete: true, reason: "정정")))
        #expect(changed.calendar.withdrawn.map { "\($0.day) \($0.korean)" } == ["2025-05-05 부처님 오신 날"])
        #expect(changed.calendar.unchanged == rows.count - 1)
        #expect(try await casework.desk.answer(list).contains { $0.holiday.korean == "어린이날" })
    }

    @Test("every bad row of a file is told with its line and column, and nothing is entered") func badRows()
        async throws
    {
        let casework = try await Casework()
        let rows =
            "2028-01-32,새해,,regular,,\n2028-02-01,,,regular,,\n1999-01-01,옛날,,regular,,\n2028-03-01,삼일절,,often,,\n"
            + "2028-05-05,어린이날,,regular,2099-01-01,\n2028-06-06,현충일,,regular,,\n2028-06-06,현충일,,regular,,\n"
        let error = await #expect(throws: BadInput.self) {
            try await casework.desk.perform(ChangeCalendar(imported(rows)))
        }
        let places = error?.issues.map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.problem.code)" }
        #expect(
            places == [
                "2:1 not-a-date", "3:12 missing-value", "4:1 date-outside", "5:17 unknown-word", "6:26 date-outside",
                "8:1 repeated-row",
            ])
        var list = HolidayList()
        list.year = 2028
        #expect(try await casework.desk.answer(list).allSatisfy(\.holiday.isForeseen))
    }

    @Test("only the desk changes a calendar, at the server too; a day without a holiday is not withdrawn")
    func refusals() async throws {
        let casework = try await Casework()
        let change = withdrawn("2026-12-25")
        await #expect(throws: NotPermitted.self) { try await casework.mcst.perform(ChangeCalendar(change)) }
        let ministry = try TestDatabase.current.database(as: casework.mcst.name)
        let error = await #expect(throws: PostgresError.self) {
            try await ministry.write { session in
                try session.execute("SELECT withdraw_holidays('kr', '{2026-12-25}', NULL, '2026-01-01', 'x')")
            }
        }
        #expect(error?.state == .insufficientPrivilege)
        await #expect(throws: NotFound(.holiday, "2026-12-24")) {
            try await casework.desk.perform(ChangeCalendar(self.withdrawn("2026-12-24")))
        }
        var elsewhere = change
        elsewhere.calendar = "kx"
        await #expect(throws: NotFound(.calendar, "kx", suggestion: "kr")) {
            try await casework.desk.perform(ChangeCalendar(elsewhere))
        }
    }

    @Test("a check names the open periods that run past the published years") func check() async throws {
        let casework = try await Casework()
        _ = try await casework.decided()
        let findings = try await casework.desk.answer(CheckCalendar())
        let reach = try #require(findings.reaches.first)
        #expect(reach.firstYear == 2019 && reach.lastYear == 2027 && reach.holidays == 174)
        // Two years to commence business end after 2027. No holiday moves the validity, so it is not among them.
        #expect(findings.deadlines.contains { $0.rule == "k19" && $0.problem == .pastEnd })
        #expect(!findings.deadlines.contains { $0.rule == "k12" })
    }

    @Test("a slower ministry: its reply slips, so does the tabling, and who becomes late is told") func slower()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.consulting(with: ["문화체육관광부", "개인정보보호위원회"])
        var simulation = Simulate()
        simulation.slower = ("문화체육관광부", 45)
        let outcome = try await casework.analyst.perform(simulation, dryRun: true)
        let reply = try #require(outcome.followed.first { $0.kind == .reply })
        let tabling = try #require(outcome.followed.first { $0.kind == .tabling })
        #expect(outcome.followed.count == 2 && reply.reference == reference)
        #expect(reply.slip == 45 && reply.becomesLate && reply.usualDays == nil)
        #expect(tabling.slip == 45 && !tabling.becomesLate)
        simulation.slower = ("문화체육관광뷰", 45)
        await #expect(throws: NotFound(.organisation, "문화체육관광뷰", suggestion: "문화체육관광부")) {
            try await casework.analyst.perform(simulation, dryRun: true)
        }
    }
}
