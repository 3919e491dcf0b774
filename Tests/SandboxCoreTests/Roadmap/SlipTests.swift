import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("Promise and slip", .database)
struct SlipTests {
    @Test("the 2020 roadmap with its later history gives the slips that the sources show") func history() async throws {
        let law = try await Lawmaking()
        let first = try await law.history()
        #expect(first.map(\.promises) == [1, 1] && first.map(\.arrivals) == [13, 6])
        let again = try await law.history()
        #expect(again.allSatisfy { $0.promises == 0 && $0.arrivals == 0 } && again.map(\.unchanged) == [14, 7])

        // Promised for the first half of 2021, passed on 2021-09-28.
        let data = try #require(try await law.milestone("ai-2020/P01", .passed))
        #expect(data.promised == "2021 상반기" && data.promisedTo == "2021-06-30" && data.promisedOn == "2020-12-24")
        #expect(data.actualTo == "2021-09-28" && data.slipDays == 90 && data.standing == .late && data.isExact)
        #expect(try await law.milestone("ai-2020/P01", .inForce)?.actualTo == "2022-04-20")
        // Not known to the day: this is the maximum.
        let automated = try #require(try await law.milestone("ai-2020/P04", .passed))
        #expect(automated.slipDays == 622 && !automated.isExact)
        #expect(try await law.milestone("ai-2020/P04", .inForce)?.actualTo == "2024-03-15")
        // Still only to be reviewed: it slips day by day.
        let mining = try #require(try await law.milestone("ai-2020/P05", .passed, asOf: "2025-11-27"))
        #expect(mining.promises == 2 && mining.forecast == "개정 여부 검토 (시기 미정)" && mining.forecastTo == nil)
        #expect(mining.slipDays == 1427 && mining.standing == .overdue)
        #expect(try await law.milestone("ai-2020/P05", .passed, asOf: "2025-11-26")?.promises == 1)
        // Came into force on the day its promulgation said.
        let basic = try #require(try await law.milestone("ai-basic-act/A1", .inForce))
        #expect(basic.slipDays == 0 && basic.standing == .kept)
        #expect(try await law.desk.answer(TaskView(law.ref("ai-basic-act/A2"))).summary.status == .preAnnounced)
    }

    @Test("as of a past day: what had been said and reached by then, also when it was entered later") func asOf()
        async throws
    {
        let law = try await Lawmaking()
        _ = try await law.history()
        #expect(try await law.milestone("ai-2020/P01", .passed, asOf: "2020-12-23") == nil)
        let open = try #require(try await law.milestone("ai-2020/P01", .passed, asOf: "2021-06-30"))
        #expect(open.actual == nil && open.slipDays == 0 && open.standing == .onCourse)
        let overdue = try #require(try await law.milestone("ai-2020/P01", .passed, asOf: "2021-08-01"))
        #expect(overdue.slipDays == 32 && overdue.standing == .overdue)
        #expect(try await law.milestone("ai-2020/P01", .passed, asOf: "2021-09-28")?.standing == .late)
        // Nothing of this had been entered by then.
        #expect(try await law.milestone("ai-2020/P01", .passed, asOf: "2021-09-28", knownBy: "2021-09-28") == nil)
    }

    @Test("a later forecast changes no answer about an earlier day, and shows at once today") func forecasts()
        async throws
    {
        let law = try await Lawmaking()
        let before = try #require(try await law.milestone("ai-2020/P05", .passed, asOf: "2022-06-30"))
        var forecast = PromiseMilestone(try law.ref("ai-2020/P05"), nil, said: DatePhrase("2027 상반기"))
        await #expect(throws: Refusal.reasonRequired) { try await law.ministry.perform(forecast) }
        forecast.reason = "권리자 협의 지연"
        let said = try await law.ministry.perform(forecast)
        #expect(said.milestone == .passed && said.baseline == "2021 (first half per asiae wording; unconfirmed)")
        let now = try #require(try await law.milestone("ai-2020/P05", .passed))
        #expect(now.promised == before.promised && now.forecastTo == "2027-06-30" && now.standing == .slipping)
        #expect(now.slipDays == 2007 && now.promises == 2)
        let after = try #require(try await law.milestone("ai-2020/P05", .passed, asOf: "2022-06-30"))
        #expect(after.slipDays == before.slipDays && after.promises == 1 && after.forecast == before.forecast)
    }

    @Test("by ministry, roadmap and milestone; a task of two ministries counts for both and once in the total")
    func groups()
        async throws
    {
        let law = try await Lawmaking()
        _ = try await law.history()
        var report = SlipReport()
        (report.asOf, report.roadmap) = ("2025-11-27", try RoadmapCode("ai-2020"))
        let slips = try await law.desk.answer(report)
        let total = try #require(slips.total)
        // P01…P05 and P08, P09, P13, P18 have targets; the laws of P01…P04 came into force, and of P17 was promulgated.
        #expect(total.milestones == 18 && total.late == 4 && total.overdue == 2 && total.unpromised == 9)
        #expect(total.undated == 3 && total.promisedAgain == 1 && total.greatestSlip == 1427)
        #expect(total.recordedLater == 18)
        let culture = try #require(slips.groups.first { $0.name == "문화체육관광부" })
        #expect(culture.milestones == 1 && culture.overdue == 1 && culture.medianSlip == "1427")
        report.grouping = .milestone
        #expect(try await law.desk.answer(report).groups.map(\.name) == ["passed", "promulgated", "in-force"])
        (report.grouping, report.roadmap) = (.roadmap, nil)
        #expect(try await law.desk.answer(report).groups.count == 3)
        report.knownBy = "2020-12-31"
        #expect(try await law.desk.answer(report).total == nil)
    }

    @Test(
        "nobody alters a baseline, a forecast, an arrival or a target: not the desk, not the owner, not the superuser")
    func unalterable() async throws {
        let law = try await Lawmaking()
        _ = try await law.history()
        let desk = law.test.database(as: law.deskName)
        for table in ["forecast", "arrival", "roadmap_entry", "task_merge"] {
            for statement in [
                "UPDATE \(table) SET reform_task_id = reform_task_id", "DELETE FROM \(table)",
                "TRUNCATE \(table) CASCADE",
            ] {
                let error = try await #require(throws: PostgresError.self) { try await law.administer(statement) }
                #expect(error.constraint == "\(table)_append_only_guard", "\(statement)")
                let forbidden = await #expect(throws: PostgresError.self) {
                    try await desk.write { try $0.simple("\(unsafe: statement)") }
                }
                #expect(forbidden?.state == .insufficientPrivilege, "\(statement)")
            }
        }
        let early = """
            INSERT INTO forecast (reform_task_id, kind, said, said_on, reason)
            SELECT reform_task_id, kind, '2030', '2020-12-23', 'x' FROM forecast WHERE forecast_no = 1
            """
        let error = try await #require(throws: PostgresError.self) { try await law.administer(early) }
        #expect(error.constraint == "forecast_baseline_guard")
        // Whoever names the number of the first promise gets the next one all the same.
        try await law.administer(
            """
            INSERT INTO forecast (reform_task_id, kind, forecast_no, said, said_on, reason)
            SELECT reform_task_id, kind, 1, '2030', '2026-01-01', 'x' FROM forecast WHERE forecast_no = 1 LIMIT 1
            """)
    }

    @Test(
        "a first promise is refused where there is one, and nothing is said of the future or by those who do not owe it"
    )
    func refusals() async throws {
        let law = try await Lawmaking()
        let task = try law.ref("ai-2020/P05")
        await #expect(
            throws: Refusal.roadmap(.alreadyPromised("2021 (first half per asiae wording; unconfirmed)", "2020-12-24"))
        ) {
            try await law.desk.perform(PromiseMilestone(task, .passed, said: DatePhrase("2027"), isFirst: true))
        }
        let drafted = try await law.ministry.perform(
            PromiseMilestone(task, .drafting, said: DatePhrase("2026 하반기"), isFirst: true))
        #expect(drafted.baseline == "2026 하반기")
        await #expect(throws: Refusal.dateInFuture("2099-01-01")) {
            try await law.ministry.perform(ReachMilestone(task, .passed, on: DatePhrase("2099-01-01")))
        }
        await #expect(throws: Refusal.roadmap(.taskNotOwed(["법무부"]))) {
            try await law.ministry.perform(PromiseMilestone(law.ref("ai-2020/P09"), nil, said: DatePhrase("2027")))
        }
        await #expect(throws: Refusal.roadmap(.nothingToTakeBack)) {
            try await law.desk.perform(ReachMilestone(task, .passed, on: nil))
        }
        let analyst = try law.test.tracker(as: try await law.test.person(.analyst))
        await #expect(throws: NotPermitted(role: .analyst, needed: [.desk, .ministry])) {
            try await analyst.perform(ReachMilestone(task, .passed, on: DatePhrase("2026-01-01")))
        }
    }

    @Test("reaching moves a task up to its milestone; a correction needs a reason and can take back") func reaching()
        async throws
    {
        let law = try await Lawmaking()
        let task = try law.ref("ai-2020/P05")
        #expect(
            try await law.ministry.perform(ReachMilestone(task, .preAnnounced, on: DatePhrase("2026-10"))).status
                == .preAnnounced)
        #expect(
            try await law.ministry.perform(ReachMilestone(task, .consulting, on: DatePhrase("2026-08-01"))).status
                == .preAnnounced)
        var correction = ReachMilestone(task, .preAnnounced, on: nil)
        await #expect(throws: Refusal.reasonRequired) { try await law.ministry.perform(correction) }
        correction.reason = "잘못 입력"
        _ = try await law.ministry.perform(correction)
        #expect(try await law.milestone("ai-2020/P05", .preAnnounced) == nil)
        var update = UpdateTask(task, status: .passed, version: 2)
        update.reachedOn = "2026-11-20"
        _ = try await law.ministry.perform(update)
        #expect(try await law.milestone("ai-2020/P05", .passed)?.actualTo == "2026-11-20")
        update = UpdateTask(task, status: .promulgated, version: 3)
        update.inForceOn = .set("2027-05-21")
        _ = try await law.ministry.perform(update)
        let force = try #require(try await law.milestone("ai-2020/P05", .inForce))
        #expect(force.forecastTo == "2027-05-21" && force.standing == .onCourse)
    }

    @Test("a bad file lists every bad row, and nothing of it is entered") func badFile() async throws {
        let law = try await Lawmaking()
        let text = """
            task,milestone,promised,said_on,reached,reason,source
            ai-2020/P99,passed,2027,2026-01-01,,,x
            ai-2020/P05,passed,2027,2026-01-01,,,x
            ai-2020/P05,passed,2027,2019-01-01,,지연,x
            ai-2020/P05,passed,,,2099-01-01,,x
            ai-2020/P05,pased,,,2026-01-01,,x
            ai-2020/P05,drafting,,,,,x
            ai-2020/P05,drafting,,,언젠가,,x
            ai-2020/P06,drafting,,,2026-01-01,,x
            """
        let error = try await #require(throws: BadInput.self) {
            try await law.desk.perform(ImportMilestones(Array(text.utf8), file: "m.csv"))
        }
        #expect(error.issues.compactMap(\.position?.line) == [2, 3, 4, 5, 6, 7, 8])
        #expect(error.issues[0].problem.suggestion?.hasPrefix("ai-2020/P") == true)
        #expect(error.issues[1].problem == .missingValue && error.issues[1].field == .reason)
        #expect(try await law.milestone("ai-2020/P06", .drafting) == nil)
    }
}
