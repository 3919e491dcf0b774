import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Export {
    struct Milestones: ExportCommand {
        static let configuration = CommandConfiguration(
            name: "milestones",
            abstract: "Write out the milestones of the reform tasks: promised, promised again, reached, slip.",
            discussion: """
                  sandbox export milestones --output milestones.csv --bom
                  sandbox export milestones --roadmap ai-2020 --as-of 2021-12-31 --format json
                """
        )
        @OptionGroup var file: FileOptions
        @Option(help: ArgumentHelp("Only this roadmap's.", valueName: "code")) var roadmap: String?
        @Option(help: .knownBy) var knownBy: String?

        func source(_ tracker: Tracker) async throws -> MilestonesExport {
            MilestonesExport(
                roadmap: try roadmap.map { try RoadmapCode(option: .roadmap, $0) }, asOf: asOf,
                knownBy: try knownBy.map { try CivilDate(option: .knownBy, $0) }, regime: regime)
        }
    }
}
