import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct RoadmapListing: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the reform tasks of the roadmaps.",
        discussion: """
              sandbox roadmap list --roadmap ai-2020 --ministry 문화체육관광부
              sandbox roadmap list --law 저작권법 --status planned --status drafting

            A ? behind a ministry or law: the source does not say so itself.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @Option(help: ArgumentHelp("Only this roadmap's.", valueName: "code")) var roadmap: String?
    @Option(help: "Only those this ministry owes.") var ministry: String?
    @Option(help: "Only this status; may be given several times.") var status: [ReformStatus] = []
    @Option(help: "Only those that change this law.") var law: String?
    @Option(help: ArgumentHelp("At most so many; 0 for all (default: 100 on a terminal, else all).", valueName: "n"))
    var limit: Int?

    func run(_ tracker: Tracker) async throws {
        let limit = try global.output.limit(asked: global.checked(limit: limit), table: 100)
        var list = TaskList()
        list.roadmap = try roadmap.map { try RoadmapCode(option: .roadmap, $0) }
        (list.ministry, list.statuses, list.law, list.limit) = (ministry, status, law, limit)
        try await global.print(list, Self.listing, tracker, limit: limit)
    }

    static let listing = Listing<TaskSummary>([
        Column("task", "과제", "Task", mayShrink: false) { .text($0.reference.description) },
        Column("area", "분야", "Area", for: .machines) { .text($0.area) },
        Column("title", "내용", "What") { .text($0.title) },
        Column("ministries", "소관", "Ministries") { .texts($0.ministries.map(\.marked)) },
        Column("laws", "법령", "Laws") { .texts($0.laws.map(\.marked)) },
        Column("target", "목표", "Target") { .text($0.target) },
        Column("target_to", "목표일", "Target day", for: .machines) { .date($0.targetTo) },
        Column("target_kind", "목표 이정표", "Target milestone", for: .machines) { .code($0.targetKind) },
        Column("status", "상태", "Status") { .code($0.status) },
        Column("is_overdue", "기한 경과", "Overdue") { .boolean($0.isOverdue) },
        Column("in_force_on", "시행일", "In force on", for: .machines) { .date($0.inForceOn) },
        Column("cases", "대기 과제", "Cases") { .integer($0.cases) },
        Column("status_note", "비고", "Note", for: .machines) { .text($0.note) },
        Column("source", "출처", "Source", for: .machines) { .text($0.source) },
        Column("version", "판", "Version", for: .machines) { .integer($0.version) },
    ])
}

extension Attributed {
    /// The name, with a mark if the source does not say so itself.
    var marked: String { isConfirmed ? name : name + "?" }
}
