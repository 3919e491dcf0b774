import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct ReportRoadmap: SheetCommand {
    static let configuration = CommandConfiguration(
        commandName: "roadmap",
        abstract: "Show the reform tasks over time: what was promised, what is expected now, and what came into force.",
        discussion: """
              sandbox report roadmap --roadmap ai-2020 --format html --output roadmap.html
              sandbox report roadmap --ministry 문화체육관광부

            Slip counts from the first promise of the milestone that was promised. With --as-of the register is read as it
            stood at the end of that day. Every milestone: sandbox report slip.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var target: ExportOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: ArgumentHelp("Only this roadmap's.", valueName: "code")) var roadmap: String?
    @Option(help: "Only those this ministry owes.") var ministry: String?

    var asOf: CivilDate? { reading.asOf }

    static let title = Wording("법령정비 로드맵", "Law roadmap")

    func sheet(_ tracker: Tracker) async throws -> ReportSheet {
        var query = RoadmapOutlook()
        query.roadmap = try roadmap.map { try RoadmapCode(option: .roadmap, $0) }
        query.ministry = ministry
        let tasks = try await tracker.answer(query)
        let today = try await tracker.answer(Today())
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
        Column("reached_on", "도달일", "Reached") { .date($0.reachedOn) },
        Column("in_force_on", "시행일", "In force on") { .date($0.inForceOn) },
        Column("slip_days", "지연(일)", "Slip (days)") { .integer($0.slipDays) },
        Column("standing", "이행", "Standing") { .code($0.standing) },
        Column("cases", "대기 과제", "Cases") { .integer($0.cases) },
    ])
}
