import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap.Report {
    struct List: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "list",
            abstract: "List the reports that were given and those that are owed.",
            discussion: """
                  sandbox roadmap report list --owed
                  sandbox roadmap report list --roadmap ai-2020 --ministry 문화체육관광부 --format json
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Option(help: ArgumentHelp("Only on tasks of this roadmap.", valueName: "code")) var roadmap: String?
        @Option(help: "Only of this ministry.") var ministry: String?
        @Flag(help: "Only those that are owed.") var owed = false
        @Option(
            help: ArgumentHelp("At most n rows; 0 for all (default: 100 on a terminal, else all).", valueName: "n"))
        var limit: Int?

        func run(_ tracker: Tracker) async throws {
            let limit = try global.output.limit(asked: global.checked(limit: limit), table: 100)
            var query = TaskReports()
            query.roadmap = try roadmap.map { try RoadmapCode(option: .roadmap, $0) }
            (query.ministry, query.isOwedOnly, query.limit) = (ministry, owed, limit)
            try await global.print(query, .taskReports, tracker, limit: limit)
        }
    }
}
