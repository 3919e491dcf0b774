import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Condition {
    struct RecallRuling: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "recall-ruling",
            abstract: "Take back what was said of the evidence filed last (이행 확인 취소).",
            discussion: """
                  sandbox condition recall-ruling DE-2026-0001 1 --reason '다른 조건의 자료를 보고 확인했습니다.'

                The evidence waits for a ruling again. Not once business was commenced on it.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Argument(help: .condition) var number: Int
        @Option(parsing: .unconditional, help: .prose("What was wrong.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("기록을 취소하지 않았습니다", "nothing was taken back") }

        func run(_ tracker: Tracker) async throws {
            let act = RecallEvidenceRuling(
                try CaseReference.one(reference), number: number,
                reason: try global.asked(reason, .reason, Wording("취소 사유", "What was wrong")))
            let recalled = try await tracker.perform(act, dryRun: writing.dryRun)
            let openTasks = await global.openTasks(recalled.reference, tracker, dryRun: writing.dryRun)
            try global.confirm(Confirmation(recalled: recalled, openTasks: openTasks), dryRun: writing.dryRun)
        }
    }
}
