import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct RecallSupplement: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "recall-supplement",
            abstract: "Take back a supplement that your organisation asked for (보완 요청 철회).",
            discussion: """
                  sandbox case recall-supplement DE-2026-0001 --reason '다른 과제에 보낼 요청이었습니다.'
                  sandbox case recall-supplement DE-2026-0001 --no 2 --reason @reason.txt

                It counts nowhere. What it stopped of your own periods is undone; those of others go on from today.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(help: ArgumentHelp("Which request, if several are open.", valueName: "n")) var no: Int?
        @Option(parsing: .unconditional, help: .prose("Why; the company is told.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("보완 요청을 철회하지 않았습니다", "no supplement was taken back") }

        func run(_ tracker: Tracker) async throws {
            let act = SandboxCore.RecallSupplement(
                try CaseReference.one(reference), number: no,
                reason: try global.asked(reason, .reason, Wording("철회 사유", "Reason")))
            let ended = try await tracker.perform(act, dryRun: writing.dryRun)
            let openTasks = await global.openTasks(ended.reference, tracker, dryRun: writing.dryRun)
            try global.confirm(
                Confirmation(ended: ended, as: .recalled, openTasks: openTasks), dryRun: writing.dryRun)
        }
    }
}
