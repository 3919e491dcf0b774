import ArgumentParser
import SandboxCore
import SandboxPresentation
import SandboxViews

extension Register {
    struct Export: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "export",
            abstract: "Write out the public register: every grant with its provisions, conditions, day and outcome.",
            discussion: """
                  sandbox register export --output register.json
                  sandbox register export --format csv --bom --output register.csv

                It is the same for everybody who asks. What is withheld of a grant is empty, and the last column says on which
                ground. What the register never has: contact data, papers, the proposal, opinions, drafts and cases undecided.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var target: TargetOptions

        var notDone: Wording { Wording("내보내지 않았습니다", "nothing was exported") }

        func run(_ tracker: Tracker) async throws {
            try await target.target(global).write(RegisterExport(), at: tracker.instant(), tracker)
        }
    }
}
