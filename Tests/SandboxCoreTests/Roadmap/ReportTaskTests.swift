import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("What a ministry reports on its tasks", .database)
struct ReportTaskTests {
    @Test("a report is owed on each day that is open, waits in the inbox, and needs a reason once its day has passed")
    func reports() async throws {
        let law = try await Lawmaking()
        let task = try law.ref("ai-2020/P05")
        let today = try await law.desk.answer(Today())
        func day(_ days: Int) throws -> CivilDate { try #require(today.adding(days: days)) }
        let (past, next, far) = (try day(-40), try day(10), try day(100))
        let code = try RoadmapCode("ai-2020")
        let set = try await law.desk.perform(ScheduleReports(code, due: [next, past, far], opensBefore: 30))
        #expect(set == [past, next, far])
        #expect(try await law.desk.perform(ScheduleReports(code, due: [past], opensBefore: 5)) == [])
        let inbox = try await law.ministry.answer(Inbox())
        #expect(inbox.map(\.reference) == [.reformTask(task), .reformTask(task)])
        #expect(inbox.map(\.dueOn) == [past, next] && inbox.allSatisfy { $0.task == .report })
        var report = ReportTask(task, report: "공정이용 안내서 배포")
        await #expect(throws: Refusal.reasonRequired) { try await law.ministry.perform(report) }
        report.lateReason = "담당 부서 개편"
        let late = try await law.ministry.perform(report)
        #expect(late.dueOn == past && late.isLate && late.stillOwed == 1)
        report.lateReason = nil
        #expect(try await law.ministry.perform(report).isLate == false)
        await #expect(throws: Refusal.roadmap(.noReportOwed)) { try await law.ministry.perform(report) }
        #expect(try await law.ministry.answer(Inbox()).isEmpty)
        var owed = TaskReports()
        (owed.isOwedOnly, owed.ministry) = (true, "법무부")
        #expect(try await law.desk.answer(owed).map(\.isMissed) == [true, true, false, false])
        // A task that has ended is reported on no more.
        var dropped = UpdateTask(try law.ref("ai-2020/P09"), status: .dropped, version: 1)
        dropped.reason = "장기 과제 종료"
        _ = try await law.desk.perform(dropped)
        #expect(try await law.desk.answer(owed).count == 2)
        let early = """
            INSERT INTO task_report (roadmap_id, due_on, reform_task_id, report)
            SELECT e.roadmap_id, '\(far)', e.reform_task_id, 'x' FROM roadmap_entry AS e WHERE e.task_no = 'P05'
            """
        let ministry = law.test.database(as: law.ministryName)
        let error = try await #require(throws: PostgresError.self) {
            try await ministry.write { try $0.simple("\(unsafe: early)") }
        }
        #expect(error.constraint == "task_report_open_guard")
    }
}
