import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("Progress of the law roadmap", .database)
struct RoadmapProgressTests {
    private func imported() async throws -> (TestDatabase, Tracker) {
        let test = try TestDatabase.current
        let desk = try test.tracker(as: try await test.person(.desk, of: "과학기술정보통신부"))
        let bytes = try sampleData("ai_law_roadmap_2020.csv")
        _ = try await desk.perform(
            ImportRoadmap(bytes, file: nil, code: RoadmapCode("ai-2020"), name: "로드맵", adoptedOn: "2020-12-24"))
        return (test, desk)
    }

    private func progress(_ tracker: Tracker, _ change: (inout RoadmapProgress) -> Void = { _ in }) async throws
        -> ProgressReport
    {
        var query = RoadmapProgress()
        change(&query)
        return try await tracker.answer(query)
    }

    @Test("by area in the order of the roadmap; every task is counted once under its status") func areas() async throws
    {
        let (_, desk) = try await imported()
        let report = try await progress(desk)
        #expect(report.groups.count == 11)
        #expect(report.groups.first?.name == "1 데이터 경제 활성화 기반" && report.groups.last?.name == "11 교통")
        let data = try #require(report.groups.first)
        #expect([data.tasks, data.done, data.notBegun, data.undetermined, data.overdue] == [5, 3, 1, 1, 1])
        #expect(data.pastTargetUndetermined == 1)
        let total = try #require(report.total)
        #expect(
            [total.tasks, total.done, total.underWay, total.notBegun, total.ended, total.undetermined] == [
                19, 3, 1, 1, 0, 14,
            ])
        for row in report.groups + [total] {
            #expect(row.tasks == row.done + row.underWay + row.notBegun + row.ended + row.undetermined)
        }
    }

    @Test("by ministry a task counts for each that owes it, and once in the total; those without a ministry come last")
    func ministries() async throws {
        let (_, desk) = try await imported()
        let report = try await progress(desk) { $0.grouping = .ministry }
        let counts = Dictionary(uniqueKeysWithValues: report.groups.map { ($0.name ?? "", $0.tasks) })
        #expect(counts["행정안전부"] == 1 && counts["법제처"] == 1 && counts["법무부"] == 2 && counts[""] == 2)
        #expect(report.groups.last?.name == nil && report.total?.tasks == 19)
        #expect(report.groups.map(\.tasks).reduce(0, +) == 20)
        let whole = try await progress(desk) { $0.grouping = .roadmap }
        #expect(whole.groups.map(\.name) == ["로드맵"] && whole.groups.map(\.tasks) == [19])
    }

    @Test("cases wait for tasks that are not ended, and a reader counts those it sees") func waiting() async throws {
        let (test, desk) = try await imported()
        let history = try sampleData("historic_cases.csv")
        _ = try await desk.perform(ImportCases(history, file: nil))
        let cases = try await desk.importedCases()
        _ = try await desk.perform(LinkCases(TaskReference("ai-2020/P05"), to: [cases[0], cases[1]]))
        _ = try await desk.perform(LinkCases(TaskReference("ai-2020/P10"), to: [cases[1], cases[2]]))
        _ = try await desk.perform(LinkCases(TaskReference("ai-2020/P01"), to: [cases[9]]))
        let analyst = try test.tracker(as: try await test.person(.analyst))
        #expect(try await progress(analyst).total?.casesWaiting == 3)
        #expect(try await progress(analyst).groups[0].casesWaiting == 2)
        let company = try test.tracker(as: try await test.person(.company, of: "카카오페이"))
        #expect(try await progress(company).total?.casesWaiting == 1)
    }

    @Test("as of a past day the statuses are those the log has for its end, for every reader") func past() async throws
    {
        let (test, desk) = try await imported()
        let task = try TaskReference("ai-2020/P05")
        _ = try await desk.perform(UpdateTask(task, status: .drafting, version: 1))
        var dropped = UpdateTask(task, status: .dropped, version: 2)
        dropped.reason = "추진하지 않기로 함"
        _ = try await desk.perform(dropped)
        // What happened is moved into the past: imported in 2024, drafting since 2025-03-01, dropped on 2025-06-01 in Seoul.
        try await test.administrator.write { session in
            try session.execute("ALTER TABLE event DISABLE TRIGGER append_only")
            try session.execute("UPDATE reform_task SET created_at = '2024-01-01'")
            try session.execute(
                """
                UPDATE event SET at = CASE new ->> 'status' WHEN 'drafting' THEN '2025-02-28 15:30Z'::timestamptz
                    ELSE '2025-05-31 15:00Z' END
                WHERE entity = 'reform_task' AND act = 'task-edit' AND new ? 'status'
                """)
        }
        let analyst = try test.tracker(as: try await test.person(.analyst))
        for reader in [desk, analyst] {
            for (day, expected) in [
                ("2025-02-28", [0, 1, 1]), ("2025-03-01", [1, 1, 0]), ("2025-05-31", [1, 1, 0]),
                ("2025-06-01", [0, 0, 0]),
            ] as [(CivilDate, [Int])] {
                let data = try await progress(reader) { $0.asOf = day }.groups[0]
                #expect([data.underWay, data.overdue, data.notBegun] == expected, "\(day)")
                #expect(data.recordedLater == 0 && data.asOf == day)
            }
        }
        let before = try #require(try await progress(desk) { $0.asOf = "2021-12-31" }.total)
        #expect(before.recordedLater == 19 && before.overdue == 0 && before.notBegun == 1)
    }

    @Test("a company that was disabled, and a login that is nobody, see nothing") func nobody() async throws {
        let (test, _) = try await imported()
        let name = test.roleName("nobody")
        try await test.administrator.write {
            try $0.execute("CREATE ROLE \(identifier: name) LOGIN IN ROLE sandbox_analyst")
        }
        let report = try await progress(try test.tracker(as: name))
        #expect(report.groups.isEmpty && report.total == nil)
    }
}
