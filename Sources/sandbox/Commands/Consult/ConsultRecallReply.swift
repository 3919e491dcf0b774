import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Consult {
    struct RecallReply: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "recall-reply",
            abstract: "Take back a reply that was entered wrongly from an official document (공문 회신 취소).",
            discussion: """
                  sandbox consult recall-reply DE-2026-0001 --ministry 국토교통부 --reason '다른 부처의 회신을 잘못 기록했습니다.'

                The round is open again, and its period runs on. To put a reply right at once, sandbox consult record has
                --correction. Until the agenda is frozen; case view keeps what was taken back.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(help: "The ministry for which it was entered.") var ministry: String
        @Option(parsing: .unconditional, help: .prose("What was wrong.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("기록을 취소하지 않았습니다", "nothing was taken back") }

        func run(_ tracker: Tracker) async throws {
            let act = SandboxCore.RecallReply(
                try CaseReference.one(reference), ministry: ministry,
                reason: try global.asked(reason, .reason, Wording("취소 사유", "What was wrong")))
            let recalled = try await tracker.perform(act, dryRun: writing.dryRun)
            let openTasks = await global.openTasks(recalled.reference, tracker, dryRun: writing.dryRun)
            try global.confirm(Confirmation(recalled: recalled, openTasks: openTasks), dryRun: writing.dryRun)
        }
    }
}
