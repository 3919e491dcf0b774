import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct Redeliberate: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "redeliberate",
            abstract: "Ask to have a rejection deliberated again (재심의).",
            discussion: """
                  sandbox case redeliberate DE-2026-0001 --ground new-evidence --statement @evidence.txt
                  sandbox case redeliberate DE-2026-0001 --ground changed-circumstances --hearing \\
                      --statement '관련 고시가 개정되었습니다.'

                Once, within 60 days of the rejection, with new evidence or changed circumstances.
                """
        )
        @OptionGroup var writing: WritingOptions
        @OptionGroup var retry: RetryOptions
        @Argument(help: .reference) var reference: String
        @Option(help: "Why it may be deliberated again.") var ground: RedeliberationGround?
        @Option(parsing: .unconditional, help: .prose("The new evidence, or what has changed.")) var statement: Prose?
        @Flag(help: "Ask to speak before the committee.") var hearing = false
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("재심의를 신청하지 않았습니다", "no re-deliberation was asked for") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let ground = try global.asked(ground, .ground, Wording("재심의 사유", "Ground"))
            let statement = try global.asked(statement, .statement, Wording("내용", "Statement"))
            let act = RedeliberateCase(reference, ground: ground, statement: statement, wantsHearing: hearing)
            let moved = try await tracker.perform(act, key: retry.key, dryRun: writing.dryRun)
            try await global.confirm([moved], tracker, writing, Confirmation.init(redeliberated:openTasks:))
        }
    }
}
