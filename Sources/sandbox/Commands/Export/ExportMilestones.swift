import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Export {
    struct Milestones: ExportCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write out the milestones of the reform tasks: promised, promised again, reached, slip.",
            discussion: """
                  sandbox export milestones --output milestones.csv --bom
                  sandbox export milestones --roadmap ai-2020 --as-of 2021-12-31 --format json
                """
        )
        @OptionGroup var file: FileOptions
        @Option(help: ArgumentHelp("Only this roadmap's.", valueName: "code")) var roadmap: String?
        @Option(help: .knownBy) var knownBy: String?

        /// What had been said by that day counts, also if it was entered later.
        var asOf: CivilDate? { nil }

        func write(_ tracker: Tracker, to outlet: Outlet) async throws -> Int {
            var query = MilestoneList()
            query.roadmap = try roadmap.map { try RoadmapCode(option: "--roadmap", $0) }
            query.asOf = file.reading.asOf
            query.knownBy = try knownBy.map { try CivilDate(option: "--known-by", $0) }
            return try await outlet.write(query, Roadmap.Milestone.List.listing, tracker)
        }
    }
}
