import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Export {
    struct Cases: ExportCommand {
        static let configuration = CommandConfiguration(
            name: "cases",
            abstract: "Write out the cases you may see, a row each, with laws, ministries, opinions and conditions.",
            discussion: """
                  sandbox export cases --output cases.csv --bom
                  sandbox export cases --changed-since 2026-01-01 --format jsonl | jq .reference
                """
        )
        @OptionGroup var file: FileOptions
        @Option(help: ArgumentHelp("Only those whose stage changed on this day or later.", valueName: "date"))
        var changedSince: CivilDate?

        func source(_ tracker: Tracker) async throws -> CasesExport {
            CasesExport(changedSince: changedSince, regime: regime)
        }
    }
}
