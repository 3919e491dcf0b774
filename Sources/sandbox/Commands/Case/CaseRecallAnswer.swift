import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct RecallAnswer: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "recall-answer",
            abstract: "Take back an answer that was entered wrongly from an official document (공문 답변 취소).",
            discussion: """
                  sandbox case recall-answer DE-2026-0001 --reason '다른 과제의 답변을 잘못 기록했습니다.'

                The supplement waits for its answer again, and stops what it stopped. To put an answer right at once, sandbox
                case record-answer has --correction. Until the agenda is frozen; case view keeps what was taken back.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(help: ArgumentHelp("Which request (default: the last that was entered).", valueName: "n")) var no: Int?
        @Option(parsing: .unconditional, help: .prose("What was wrong.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("기록을 취소하지 않았습니다", "nothing was taken back") }

        func run(_ tracker: Tracker) async throws {
            let act = SandboxCore.RecallAnswer(
                try CaseReference.one(reference), number: no,
                reason: try global.asked(reason, .reason, Wording("취소 사유", "What was wrong")))
            let recalled = try await tracker.perform(act, dryRun: writing.dryRun)
            let openTasks = await global.openTasks(recalled.reference, tracker, dryRun: writing.dryRun)
            try global.confirm(Confirmation(recalled: recalled, openTasks: openTasks), dryRun: writing.dryRun)
        }
    }
}
