import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct CloseSupplement: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "close-supplement",
            abstract: "Close a supplement whose last day has gone by without an answer; the case goes on.",
            discussion: """
                  sandbox case close-supplement DE-2026-0001 --reason '기한 안에 답변이 없어 제출된 자료로 검토합니다.'
                  sandbox case close-supplement DE-2026-0001 --no 2 --reason @reason.txt

                The law also allows the desk to return such a case: sandbox case return.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(help: ArgumentHelp("Which request, if several are open.", valueName: "n")) var no: Int?
        @Option(parsing: .unconditional, help: .prose("Why; the company is told.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("보완 요청을 종결하지 않았습니다", "no supplement was closed") }

        func run(_ tracker: Tracker) async throws {
            let act = SandboxCore.CloseSupplement(
                try CaseReference.one(reference), number: no,
                reason: try global.asked(reason, .reason, Wording("종결 사유", "Reason")))
            let ended = try await tracker.perform(act, dryRun: writing.dryRun)
            let openTasks = await global.openTasks(ended.reference, tracker, dryRun: writing.dryRun)
            try global.confirm(
                Confirmation(ended: ended, as: .unanswered, openTasks: openTasks), dryRun: writing.dryRun)
        }
    }
}
