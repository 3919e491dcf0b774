import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct ReportRoadmap: SheetCommand {
    static let configuration = CommandConfiguration(
        commandName: "roadmap",
        abstract: "Show the reform tasks over time: what was promised, and what came into force.",
        discussion: """
              sandbox report roadmap --roadmap ai-2020 --format html --output roadmap.html
              sandbox report roadmap --ministry 문화체육관광부

            With --as-of the register is read as it stood at the end of that day. Counts: sandbox roadmap progress.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var target: ExportOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: ArgumentHelp("Only this roadmap's.", valueName: "code")) var roadmap: String?
    @Option(help: "Only those this ministry owes.") var ministry: String?

    var asOf: CivilDate? { reading.asOf }

    func sheet(_ tracker: Tracker) async throws -> ReportSheet {
        var query = TaskList()
        query.roadmap = try roadmap.map { try RoadmapCode(option: "--roadmap", $0) }
        query.ministry = ministry
        let tasks = try await tracker.answer(query)
        let today = try await tracker.answer(Today())
        let rows = tasks.map { task in
            GanttChart.Row(
                .text("\(task.reference) \(task.title)"), promised: .init(from: task.targetFrom, to: task.targetTo),
                cameOn: task.inForceOn)
        }
        return ReportSheet(
            name: "roadmap", title: Wording("법령정비 로드맵", "Law roadmap"), facts: [.asOf(today)],
            parts: [
                .init(
                    "rows", Wording("법령정비 과제", "Reform tasks"), Self.listing, tasks,
                    chart: GanttChart(rows, today: today))
            ])
    }

    private static let listing = Listing<TaskSummary>([
        Column("task", "과제", "Task", mayShrink: false) { .text($0.reference.description) },
        Column("title", "내용", "What") { .text($0.title) },
        Column("ministries", "소관", "Ministries") { .texts($0.ministries.map(\.marked)) },
        Column("target", "목표", "Target") { .text($0.target) },
        Column("target_from", "목표 시작", "Target from", for: .machines) { .date($0.targetFrom) },
        Column("target_to", "목표일", "Target day", for: .machines) { .date($0.targetTo) },
        Column("status", "상태", "Status") { .code($0.status) },
        Column("in_force_on", "시행일", "In force on") { .date($0.inForceOn) },
        Column("is_overdue", "기한 경과", "Overdue") { .boolean($0.isOverdue) },
        Column("cases", "대기 과제", "Cases") { .integer($0.cases) },
    ])
}
