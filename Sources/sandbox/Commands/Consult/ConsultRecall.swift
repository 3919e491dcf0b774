import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Consult {
    struct Recall: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "recall",
            abstract: "Call off a round that should not have been sent (협의 철회): its period falls away.",
            discussion: """
                  sandbox consult recall DE-2026-0001 --ministry 국토교통부 --reason '다른 부처에 보낼 것을 잘못 보냈습니다.'
                  sandbox consult recall DE-2026-0001 --ministry 국토교통부 --reason @reason.txt

                Only a round that has not been replied to. It counts in no report and is in no official paper; case history
                keeps it.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(help: "The ministry that was asked.") var ministry: String
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("협의를 철회하지 않았습니다", "nothing was called off") }

        func run(_ tracker: Tracker) async throws {
            let act = RecallConsultation(
                try CaseReference.one(reference), ministry: ministry,
                reason: try global.asked(reason, .reason, Wording("철회 사유", "Reason")))
            let recalled = try await tracker.perform(act, dryRun: writing.dryRun)
            let openTasks = await global.openTasks(recalled.reference, tracker, dryRun: writing.dryRun)
            try global.confirm(Confirmation(recalled: recalled, openTasks: openTasks), dryRun: writing.dryRun)
        }
    }
}
