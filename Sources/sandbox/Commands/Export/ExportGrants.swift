import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Export {
    struct Grants: ExportCommand {
        static let configuration = CommandConfiguration(
            name: "grants",
            abstract: "Write out the grants you may see: favourable decisions of the tracks that grant.",
            discussion: """
                  sandbox export grants --output grants.csv --bom
                  sandbox export grants --since 2026-01-01 --format jsonl | jq .reference
                """
        )
        @OptionGroup var file: FileOptions
        @Option(help: ArgumentHelp("Only of decisions made on this day or later.", valueName: "date")) var since:
            CivilDate?

        func source(_ tracker: Tracker) async throws -> GrantsExport {
            GrantsExport(since: since, regime: regime)
        }
    }
}
