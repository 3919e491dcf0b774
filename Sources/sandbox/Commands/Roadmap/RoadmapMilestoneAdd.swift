import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap.Milestone {
    struct Add: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "add",
            abstract: "Enter the first promise of a milestone, which nobody can change afterwards.",
            discussion: """
                  sandbox roadmap milestone add ai-2020/P05 pre-announced --promised '2026 하반기'
                  sandbox roadmap milestone add ai-2025/T02 in-force --promised '2026 Q1' --said-on 2025-11-27 --source URL

                Dates are kept as they were said, with the days they mean. A later date is a forecast: sandbox roadmap forecast.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .task) var task: String
        @Argument(help: "The milestone.") var milestone: SandboxDomain.Milestone
        @Option(help: ArgumentHelp("When it is to be reached, in the words of the promise.", valueName: "words"))
        var promised: String
        @Option(help: ArgumentHelp("The day it was said (default: today).", valueName: "date")) var saidOn: String?
        @Option(parsing: .unconditional, help: .prose("Where it is written.")) var source: Prose?

        var notDone: Wording { Wording("이정표를 등록하지 않았습니다", "the milestone was not entered") }

        func run(_ tracker: Tracker) async throws {
            var act = PromiseMilestone(
                try TaskReference.one(task), milestone, said: try DatePhrase(option: .promised, promised), isFirst: true
            )
            act.saidOn = try saidOn.map { try CivilDate(option: .saidOn, $0) }
            act.source = try source?.text(.source)
            let said = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(said), dryRun: writing.dryRun)
        }
    }
}
