import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap.Milestone {
    struct List: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "list",
            abstract: "List milestones beside their first promises, as of a day.",
            discussion: """
                  sandbox roadmap milestone list --roadmap ai-2020 --standing overdue
                  sandbox roadmap milestone list --task ai-2020/P01 --as-of 2021-12-31 --format json

                With --as-of what had been said by that day is told, also when it was entered later.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var reading: ReadingOptions
        @Option(help: ArgumentHelp("Only this roadmap's.", valueName: "code")) var roadmap: String?
        @Option(help: "Only of tasks this ministry owes.") var ministry: String?
        @Option(help: .task) var task: String?
        @Option(help: "Only those with this standing; may be given several times.") var standing: [Standing] = []
        @Option(help: .knownBy) var knownBy: String?
        @Option(
            help: ArgumentHelp("At most n rows; 0 for all (default: 100 on a terminal, else all).", valueName: "n"))
        var limit: Int?

        func run(_ tracker: Tracker) async throws {
            let limit = try global.output.limit(asked: global.checked(limit: limit), table: 100)
            var list = MilestoneList()
            list.roadmap = try roadmap.map { try RoadmapCode(option: .roadmap, $0) }
            list.task = try task.map { try TaskReference.one($0) }
            list.knownBy = try knownBy.map { try CivilDate(option: .knownBy, $0) }
            (list.ministry, list.standings, list.asOf, list.limit) = (ministry, standing, reading.asOf, limit)
            try await global.print(list, .milestones, tracker, limit: limit)
        }
    }
}
