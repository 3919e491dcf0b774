import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap.Milestone {
    struct Reach: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "reach",
            abstract: "Record that a milestone has been reached, or that it has not after all.",
            discussion: """
                  sandbox roadmap milestone reach ai-2020/P05 pre-announced --on 2026-10-01
                  sandbox roadmap milestone reach ai-2020/P05 passed --on '' --reason '본회의 상정 연기, 잘못 입력'

                A task that is not there yet moves forward to the milestone. A correction needs a reason; an empty --on
                takes back what was recorded.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .task) var task: String
        @Argument(help: "The milestone.") var milestone: SandboxDomain.Milestone
        @Option(help: ArgumentHelp("The day, or the period when no more is known.", valueName: "words")) var on: String
        @Option(parsing: .unconditional, help: .prose("Why what was recorded is corrected.")) var reason: Prose?
        @Option(parsing: .unconditional, help: .prose("Where it is written.")) var source: Prose?

        var notDone: Wording { Wording("이정표 도달을 기록하지 않았습니다", "nothing was recorded of the milestone") }

        func run(_ tracker: Tracker) async throws {
            var act = ReachMilestone(
                try TaskReference.one(task), milestone, on: on.isEmpty ? nil : try DatePhrase(option: .on, on))
            act.source = try source?.text(.source)
            let said = try await global.reasoned(reason) { [act] reason in
                var act = act
                act.reason = reason
                return try await tracker.perform(act, dryRun: writing.dryRun)
            }
            try global.confirm(Confirmation(reached: said), dryRun: writing.dryRun)
        }
    }
}
