import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Audit {
    struct Seal: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "seal",
            abstract: "Seal the event log and print the token for an outsider to keep.",
            discussion: """
                  sandbox audit seal --as auditor | mail -s 'seal of the sandbox' records@example.org
                  sandbox audit seal --list --format jsonl > seals.jsonl

                Whoever keeps the token can have it checked at any time: sandbox audit verify --seal TOKEN.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Flag(help: "Seal nothing; list the seals there are.") var list = false

        var notDone: Wording {
            list ? Wording("보여 드리지 못했습니다", "nothing was shown") : Wording("봉인하지 않았습니다", "nothing was sealed")
        }

        func run(_ tracker: Tracker) async throws {
            if list { return try await global.print(AuditSeals(), .seals, tracker) }
            let seal = try await tracker.perform(AuditSeal(), dryRun: writing.dryRun)
            try global.confirm(Confirmation(seal), dryRun: writing.dryRun)
        }
    }
}
