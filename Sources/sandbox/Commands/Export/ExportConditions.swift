import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Export {
    struct Conditions: ExportCommand {
        static let configuration = CommandConfiguration(
            name: "conditions",
            abstract: "Write out the conditions of the decisions you may see, a row each.",
            discussion: """
                  sandbox export conditions --output conditions.csv --bom
                  sandbox export conditions --since 2026-01-01 --format jsonl | jq .reference
                """
        )
        @OptionGroup var file: FileOptions
        @Option(help: ArgumentHelp("Only of decisions made on this day or later.", valueName: "date")) var since:
            CivilDate?

        func source(_ tracker: Tracker) async throws -> ConditionsExport {
            ConditionsExport(since: since, regime: regime)
        }
    }
}
