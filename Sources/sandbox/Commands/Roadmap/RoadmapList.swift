import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap {
    struct List: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "list",
            abstract: "List the reform tasks of the roadmaps.",
            discussion: """
                  sandbox roadmap list --roadmap ai-2020 --ministry 문화체육관광부
                  sandbox roadmap list --law 저작권법 --status planned --status drafting

                A ? after a ministry or law means that the source itself does not name it.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Option(help: ArgumentHelp("Only this roadmap's.", valueName: "code")) var roadmap: String?
        @Option(help: "Only those this ministry owes.") var ministry: String?
        @Option(help: "Only this status; may be given several times.") var status: [ReformStatus] = []
        @Option(help: "Only those that change this law.") var law: String?
        @Option(
            help: ArgumentHelp("At most n rows; 0 for all (default: 100 on a terminal, else all).", valueName: "n"))
        var limit: Int?
        @Option(help: .listedRegime) var regime: String?

        func run(_ tracker: Tracker) async throws {
            let limit = try global.output.limit(asked: global.checked(limit: limit), table: 100)
            var list = TaskList()
            list.roadmap = try roadmap.map { try RoadmapCode(option: .roadmap, $0) }
            (list.ministry, list.statuses, list.law, list.limit) = (ministry, status, law, limit)
            list.regime = regime.map { RegimeCode($0) }
            try await global.print(list, .tasks, tracker, limit: limit)
        }
    }
}
