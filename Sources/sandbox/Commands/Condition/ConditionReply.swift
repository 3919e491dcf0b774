import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Condition {
    struct Reply: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "reply",
            abstract: "Give your ministry's opinion on the change of a condition (지정조건 변경 회신).",
            discussion: """
                  sandbox condition reply DE-2026-0001 2 --opinion agree --as pipc
                  sandbox condition reply DE-2026-0001 2 --opinion oppose --reason '안전성 자료가 부족합니다.'

                Each ministry of the case has a period for it. The desk rules \
                when all have replied, or their periods are over.
                """
        )
        @OptionGroup var writing: WritingOptions
        @OptionGroup var retry: RetryOptions
        @Argument(help: .reference) var reference: String
        @Argument(help: .condition) var number: Int
        @Option(help: "The opinion.") var opinion: ChangeOpinion?
        @Option(parsing: .unconditional, help: .prose("Why; needed to oppose.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("회신하지 않았습니다", "nothing was replied") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let opinion = try global.asked(opinion, .opinion, Wording("의견", "Opinion"))
            let replied = try await global.reasoned(reason) { reason in
                let act = ReplyToChange(reference, number: number, opinion: opinion, reason: reason)
                return try await tracker.perform(act, key: retry.key, dryRun: writing.dryRun)
            }
            try global.confirm(Confirmation(replied), dryRun: writing.dryRun)
        }
    }
}
