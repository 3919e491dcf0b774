import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Export {
    struct Roadmap: ExportCommand {
        static let configuration = CommandConfiguration(
            name: "roadmap",
            abstract: "Write out the reform tasks of the roadmaps.",
            discussion: """
                  sandbox export roadmap --output roadmap.csv --bom
                  sandbox export roadmap --roadmap ai-2020 --format json
                """
        )
        @OptionGroup var file: FileOptions
        @Option(help: ArgumentHelp("Only this roadmap's.", valueName: "code")) var roadmap: String?

        func source(_ tracker: Tracker) async throws -> RoadmapExport {
            RoadmapExport(roadmap: try roadmap.map { try RoadmapCode(option: .roadmap, $0) }, regime: regime)
        }
    }
}
