import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Register {
    struct Disclose: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "disclose",
            abstract: "Show a field of a grant in the public register again.",
            discussion: """
                  sandbox register disclose DE-2026-0001 --field conditions
                  sandbox register disclose DE-2026-0001 --field company --dry-run
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(help: "What to show.") var field: RegisterField

        var notDone: Wording { Wording("공개하지 않았습니다", "nothing was disclosed") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let wasWithheld = try await tracker.perform(DiscloseField(field, of: reference), dryRun: writing.dryRun)
            try global.confirm(
                Confirmation(disclosed: field, of: reference, wasWithheld: wasWithheld), dryRun: writing.dryRun)
        }
    }
}
