import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap {
    struct Forecast: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "forecast",
            abstract: "Say when a milestone will be reached after all: the ministry that owes the task, or the desk.",
            discussion: """
                  sandbox roadmap forecast ai-2020/P05 --to '2026 하반기' --reason '저작권자 협의 지연'
                  sandbox roadmap forecast ai-2020/P05 --milestone pre-announced --to 2026-12 --reason '관계부처 협의 중'

                Every forecast is kept beside the first promise. Without --milestone it is the last one that was promised.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .task) var task: String
        @Option(help: ArgumentHelp("When it will be reached, in words.", valueName: "words")) var to: String
        @Option(help: "The milestone (default: the last that was promised, or entry into force).") var milestone:
            SandboxDomain.Milestone?
        @Option(parsing: .unconditional, help: .prose("Why the date has changed.")) var reason: Prose?
        @Option(help: ArgumentHelp("The day it was said (default: today).", valueName: "date")) var saidOn: String?
        @Option(parsing: .unconditional, help: .prose("Where it is written.")) var source: Prose?

        var notDone: Wording { Wording("새 시기를 기록하지 않았습니다", "the forecast was not entered") }

        func run(_ tracker: Tracker) async throws {
            var act = PromiseMilestone(try TaskReference.one(task), milestone, said: try DatePhrase(option: .to, to))
            act.saidOn = try saidOn.map { try CivilDate(option: .saidOn, $0) }
            (act.reason, act.source) = (try reason?.text(.reason), try source?.text(.source))
            let said = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(said), dryRun: writing.dryRun)
        }
    }
}
