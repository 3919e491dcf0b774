import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Objection {
    struct RecallAnswer: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "recall-answer",
            abstract: "Take back an answer to an objection, to answer it rightly (이의신청 결과 취소).",
            discussion: """
                  sandbox objection recall-answer TP-2026-0001 --reason '기각을 인용으로 잘못 입력했습니다.'

                The period for the answer runs on, and none for an appeal has begun. Not once a paper was issued or an act done
                on it. A return whose objection was upheld stays undone.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(
            help: ArgumentHelp("The number of the disposition (default: the last that was answered).", valueName: "n"))
        var to: Int?
        @Option(parsing: .unconditional, help: .prose("What was wrong.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("기록을 취소하지 않았습니다", "nothing was taken back") }

        func run(_ tracker: Tracker) async throws {
            let act = RecallObjectionRuling(
                try CaseReference.one(reference), to: to,
                reason: try global.asked(reason, .reason, Wording("취소 사유", "What was wrong")))
            let recalled = try await tracker.perform(act, dryRun: writing.dryRun)
            let openTasks = await global.openTasks(recalled.reference, tracker, dryRun: writing.dryRun)
            try global.confirm(Confirmation(recalled: recalled, openTasks: openTasks), dryRun: writing.dryRun)
        }
    }
}
