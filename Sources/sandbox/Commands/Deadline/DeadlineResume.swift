import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Deadline {
    struct Resume: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "resume",
            abstract: "End the stop of a period.",
            discussion: """
                  sandbox deadline resume DE-2026-0001/1 --on 2026-12-04
                  sandbox deadline resume DE-2026-0001/1 --dry-run

                A stop by a supplement ends with its answer.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .deadline) var reference: String
        @Option(help: ArgumentHelp("The last day that is not counted (default: today).", valueName: "date"))
        var on: CivilDate?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("다시 시작하지 않았습니다", "nothing was resumed") }

        func run(_ tracker: Tracker) async throws {
            let deadline = try DeadlineReference.one(reference)
            let turned = try await tracker.perform(ResumeDeadline(deadline, on: on), dryRun: writing.dryRun)
            try global.confirm(Confirmation(resumed: turned), dryRun: writing.dryRun)
        }
    }
}
