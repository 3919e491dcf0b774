import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Consult {
    struct Reply: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "reply",
            abstract: "Give your ministry's opinion on a case.",
            discussion: """
                  sandbox consult reply DE-2026-0001 --opinion agree --as pipc
                  sandbox consult reply DE-2026-0001 --opinion agree-with-conditions \\
                      --condition '학습 목록을 보관한다.' --condition '요청이 있으면 제외한다.' --as mcst

                A reply cannot be changed; the desk may send another round. Opposing, not-ours and permit-needed need a
                reason.
                """
        )
        @OptionGroup var writing: WritingOptions
        @OptionGroup var retry: RetryOptions
        @Argument(help: .reference) var reference: String
        @Option(help: "The opinion.") var opinion: Opinion?
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
        @Option(
            parsing: .unconditionalSingleValue, help: .prose("A condition of the agreement; several times for several.")
        )
        var condition: [Prose] = []
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("회신하지 않았습니다", "nothing was replied") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let opinion = try global.asked(opinion, .opinion, Wording("의견", "Opinion"))
            let conditions =
                opinion == .agreeWithConditions
                ? try global.asked(condition, .condition, each: Wording("조건", "Condition"))
                : try condition.map { try $0.text(.condition) }
            let replied = try await global.reasoned(reason) { reason in
                let act = ReplyToConsultation(
                    reference, opinion: opinion, reason: reason,
                    conditions: conditions)
                return try await tracker.perform(act, key: retry.key, dryRun: writing.dryRun)
            }
            let openTasks = await global.openTasks(replied.reference, tracker, dryRun: writing.dryRun)
            try global.confirm(Confirmation(replied: replied, opinion, openTasks: openTasks), dryRun: writing.dryRun)
        }
    }
}
