import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Export {
    struct Decisions: ExportCommand {
        static let configuration = CommandConfiguration(
            name: "decisions",
            abstract: "Write out the decisions on the cases you may see.",
            discussion: """
                  sandbox export decisions --output decisions.csv --bom
                  sandbox export decisions --since 2026-01-01 --format jsonl | jq .reference
                """
        )
        @OptionGroup var file: FileOptions
        @Option(help: ArgumentHelp("Only of decisions made on this day or later.", valueName: "date")) var since:
            CivilDate?

        func source(_ tracker: Tracker) async throws -> DecisionsExport {
            DecisionsExport(since: since, regime: regime)
        }
    }
}
