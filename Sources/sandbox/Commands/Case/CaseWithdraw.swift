import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct Withdraw: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "withdraw",
            abstract: "Take a proposal back before its decision (철회).",
            discussion: """
                  sandbox case withdraw DRAFT-17 --reason '사업 계획이 바뀌었습니다.'
                  sandbox case withdraw DE-2026-0001 --reason @reason.txt --as kim

                This is final: the company may file a new proposal.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("철회하지 않았습니다", "the case was not withdrawn") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let reason = try global.asked(reason, .reason, Wording("철회 사유", "Reason for the withdrawal"))
            let moved = try await tracker.perform(WithdrawCase(reference, reason: reason), dryRun: writing.dryRun)
            try await global.confirm([moved], tracker, writing, Confirmation.init(withdrawn:openTasks:))
        }
    }
}
