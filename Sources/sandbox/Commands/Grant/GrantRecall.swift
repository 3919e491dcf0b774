import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Grant {
    struct Recall: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "recall",
            abstract: "Take back an act that was entered by mistake: whoever did it (기록 취소).",
            discussion: """
                  sandbox grant recall DE-2026-0001 7 --reason '청구 금액을 잘못 적었습니다.'

                What it had started, ended and moved is as if it had not been done; its number is not given again. Not once a
                later act rests on it. An insurance and a report are replaced instead, with --replaces. sandbox grant view shows
                the numbers.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Argument(help: ArgumentHelp("The number of the act in the journal of the grant.", valueName: "n")) var number:
            Int
        @Option(parsing: .unconditional, help: .prose("What was wrong.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("기록을 취소하지 않았습니다", "nothing was taken back") }

        func run(_ tracker: Tracker) async throws {
            let act = RecallGrantAct(
                try CaseReference.one(reference), number: number,
                reason: try global.asked(reason, .reason, Wording("취소 사유", "What was wrong")))
            let recalled = try await tracker.perform(act, dryRun: writing.dryRun)
            let openTasks = await global.openTasks(recalled.reference, tracker, dryRun: writing.dryRun)
            try global.confirm(Confirmation(recalled: recalled, openTasks: openTasks), dryRun: writing.dryRun)
        }
    }
}
