package import SandboxCore
package import SandboxDomain
package import SandboxPresentation

/// The reform tasks over time: promised, expected, in force.
package struct RoadmapSheet: SheetSource {
    package static let code = "report-roadmap"
    package static let title = Wording("법령정비 로드맵", "Law roadmap")

    package var roadmap: RoadmapCode?
    package var ministry: String?
    package var regime: RegimeCode?

    package init(roadmap: RoadmapCode? = nil, ministry: String? = nil, regime: RegimeCode? = nil) {
        (self.roadmap, self.ministry, self.regime) = (roadmap, ministry, regime)
    }

    package var regimeAsked: ReportedRegime { ReportedRegime(regime, roadmap: roadmap) }

    package func sheet(_ tracker: Tracker) async throws -> ReportSheet {
        var query = RoadmapOutlook()
        query.roadmap = roadmap
        (query.ministry, query.regime) = (ministry, regime)
        let tasks = try await tracker.answer(query)
        let today = try await tracker.answer(Today(of: regime))
        let bars = tasks.map { task in
            let promised = GanttChart.Span(from: task.baselineFrom, to: task.baselineTo)
            let expected = GanttChart.Span(from: task.forecastFrom, to: task.forecastTo)
            return GanttChart.Row(
                .text("\(task.reference) \(task.title)"), promised: promised,
                expected: task.reachedOn == nil && expected != promised ? expected : nil, cameOn: task.reachedOn)
        }
        return ReportSheet(
            Self.title, facts: [.asOf(today)],
            [
                .init(
                    "rows", Wording("법령정비 과제", "Reform tasks"), Self.listing, tasks,
                    chart: GanttChart(bars, today: today, legend: .milestones))
            ])
    }

    private static let listing = Listing<RoadmapRow>([
        Column("task", "과제", "Task", mayShrink: false) { .text($0.reference.description) },
        Column("title", "내용", "What") { .text($0.title) },
        Column("ministries", "소관", "Ministries") { .texts($0.ministries) },
        Column("target", "목표", "Target") { .text($0.target) },
        Column("status", "상태", "Status", for: .machines) { .code($0.status) },
        Column("milestone", "이정표", "Milestone") { .code($0.milestone) },
        Column("baseline_from", "당초 시작", "Promised from", for: .machines) { .date($0.baselineFrom) },
        Column("baseline_to", "당초 약속", "Promised by", for: .machines) { .date($0.baselineTo) },
        Column("forecast_from", "전망 시작", "Expected from", for: .machines) { .date($0.forecastFrom) },
        Column("forecast_to", "현재 예상", "Expected by", for: .machines) { .date($0.forecastTo) },
        Column("expected", "현재 예상", "Expected by", for: .people) { .date($0.reachedOn == nil ? $0.forecastTo : nil) },
        Column("reached", "도달일", "Reached", for: .people) { .day($0.reachedOn, isExact: $0.isExact) },
        Column("reached_on", "도달일", "Reached", for: .machines) { .date($0.reachedOn) },
        Column("is_exact", "정확", "Exact", for: .machines) { .boolean($0.isExact) },
        Column("in_force", "시행일", "In force on", for: .people) { .day($0.inForceOn, isExact: $0.isInForceExact) },
        Column("in_force_on", "시행일", "In force on", for: .machines) { .date($0.inForceOn) },
        Column("in_force_is_exact", "시행일 정확", "In force exact", for: .machines) { .boolean($0.isInForceExact) },
        Column("slip", "지연(일)", "Slip (days)", for: .people, alignment: .trailing) { row in
            .text(row.slipDays.map { (row.isExact ? "" : "≤") + Wording.grouped($0) })
        },
        Column("slip_days", "지연(일)", "Slip (days)", for: .machines) { .integer($0.slipDays) },
        Column("standing", "이행", "Standing") { .code($0.standing) },
        Column("cases", "대기 과제", "Cases") { .integer($0.cases) },
    ])
}

extension Cell {
    /// A day for people, with a mark in front if it is only the last that it can have been.
    static func day(_ day: CivilDate?, isExact: Bool) -> Cell {
        isExact ? .date(day) : .text(day.map { "≤ \($0)" })
    }
}
