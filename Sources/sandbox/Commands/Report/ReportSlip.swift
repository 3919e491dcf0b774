import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Report {
    struct Slip: ReportCommand {
        static let configuration = CommandConfiguration(
            name: "slip",
            abstract: "Show what was promised, promised again and reached, and by how many days it slipped.",
            discussion: """
                  sandbox report slip --roadmap ai-2020
                  sandbox report slip --by ministry --as-of 2021-12-31 --format html --output slip.html

                Slip runs from the last day of the first promise to the last day of the arrival, else of the last
                forecast. A promise whose day has passed slips on day by day. A ≤ in front means that the source gives
                no exact day.
                """
        )

        @OptionGroup var file: FileOptions
        @Option(help: "Each milestone of each task, or counted by ministry, roadmap or milestone.") var by:
            SlipSheet.Grouping = .task
        @Option(help: ArgumentHelp("Only this roadmap.", valueName: "code")) var roadmap: String?
        @Option(help: .knownBy) var knownBy: String?

        func source(_ tracker: Tracker) async throws -> SlipSheet {
            SlipSheet(
                by: by, roadmap: try roadmap.map { try RoadmapCode(option: .roadmap, $0) }, asOf: asOf,
                knownBy: try knownBy.map { try CivilDate(option: .knownBy, $0) })
        }
    }
}
