import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Deadline {
    struct Undo: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "undo",
            abstract: "Undo a stop that should not have been; the stop itself stays in the log.",
            discussion: """
                  sandbox deadline undo DE-2026-0001/1 1 --reason '의견 요청이 철회되었습니다.'
                  sandbox deadline explain DE-2026-0001/1

                Which number a stop has, sandbox deadline explain says.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .deadline) var reference: String
        @Argument(help: ArgumentHelp("The stop's number.", valueName: "stop")) var stop: Int
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("정지를 취소하지 않았습니다", "nothing was undone") }

        func run(_ tracker: Tracker) async throws {
            let deadline = try DeadlineReference.one(reference)
            let reason = try global.asked(reason, .reason, Wording("사유", "Reason"))
            let turned = try await tracker.perform(
                UndoStop(deadline, stop: stop, reason: reason), dryRun: writing.dryRun)
            try global.confirm(Confirmation(undone: turned), dryRun: writing.dryRun)
        }
    }
}
