import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct Return: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "return",
            abstract: "Hand a filed case back (반려): it does not qualify, or papers are missing for good.",
            discussion: """
                  sandbox case return DE-2026-0001 --reason '실증계획서의 범위가 정해지지 않았습니다.'
                  sandbox case return DE-2026-0001 --reason @reason.txt

                This is final: the company may file a new proposal.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(parsing: .unconditional, help: .prose("Why; the company is told.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("반려하지 않았습니다", "the case was not returned") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let reason = try global.asked(reason, .reason, Wording("반려 사유", "Reason for the return"))
            let moved = try await tracker.perform(ReturnCase(reference, reason: reason), dryRun: writing.dryRun)
            try await global.confirm([moved], tracker, writing, Confirmation.init(returned:openTasks:))
        }
    }
}
