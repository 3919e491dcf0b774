import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Report {
    struct Roadmap: ReportCommand {
        static let configuration = CommandConfiguration(
            name: "roadmap",
            abstract:
                "Show the reform tasks over time: what was promised, what is expected now, and what came into force.",
            discussion: """
                  sandbox report roadmap --roadmap ai-2020 --format html --output roadmap.html
                  sandbox report roadmap --ministry 문화체육관광부

                Slip counts from the first promise of the milestone that was promised. With --as-of the register is read as it
                was at the end of that day. Every milestone: sandbox report slip.
                """
        )
        @OptionGroup var file: FileOptions
        @Option(help: ArgumentHelp("Only this roadmap's.", valueName: "code")) var roadmap: String?
        @Option(help: "Only those this ministry owes.") var ministry: String?

        func source(_ tracker: Tracker) async throws -> RoadmapSheet {
            RoadmapSheet(
                roadmap: try roadmap.map { try RoadmapCode(option: .roadmap, $0) }, ministry: ministry)
        }
    }
}
