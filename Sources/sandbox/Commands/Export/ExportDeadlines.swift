import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Export {
    struct Deadlines: ExportCommand {
        static let configuration = CommandConfiguration(
            name: "deadlines",
            abstract: "Write out the legal periods you may see; as ics a calendar feed of their ends.",
            discussion: """
                  sandbox export deadlines --format ics --output deadlines.ics
                  sandbox export deadlines --all --output deadlines.csv --bom

                Outlook, Google and Apple read the feed. An end that has moved moves there as well: its UID stays.
                """
        )
        @OptionGroup var file: FileOptions
        @Flag(help: "Those that have ended as well.") var all = false
        @Option(help: "Only those this ministry or company owes.") var organisation: String?

        func source(_ tracker: Tracker) async throws -> DeadlinesExport {
            DeadlinesExport(includesEnded: all, organisation: organisation, regime: regime)
        }
    }
}
