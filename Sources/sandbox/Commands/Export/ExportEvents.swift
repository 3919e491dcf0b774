import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Export {
    struct Events: ExportCommand {
        static let configuration = CommandConfiguration(
            name: "events",
            abstract: "Write out the event log as far as you may see it.",
            discussion: """
                  sandbox export events --output events.jsonl --as auditor
                  sandbox export events --case DE-2026-0001 --format csv

                Every column that is digested is there: docs/audit.md says how to check the log with other programs.
                """
        )
        @OptionGroup var file: FileOptions
        @Option(name: .customLong("case"), help: .reference) var reference: String?
        @Option(help: ArgumentHelp("Only from this day on.", valueName: "date")) var since: CivilDate?

        func source(_ tracker: Tracker) async throws -> EventsExport {
            EventsExport(caseFile: try reference.map { try CaseReference.one($0) }, since: since, regime: regime)
        }
    }
}
