import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Deadline {
    struct Extend: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "extend",
            abstract: "Extend a period you owe, as often and as long as its rule allows.",
            discussion: """
                  sandbox deadline extend DE-2026-0001/1 --reason '위원회 일정' --as desk
                  sandbox deadline extend DE-2026-0001/5 --by 20 --reason @reason.txt --as mcst
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .deadline) var reference: String
        @Option(help: ArgumentHelp("How much, in the unit of the rule (default: all it allows).", valueName: "n"))
        var by: Int?
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("연장하지 않았습니다", "nothing was extended") }

        func run(_ tracker: Tracker) async throws {
            let deadline = try DeadlineReference.one(reference)
            let reason = try global.asked(reason, .reason, Wording("사유", "Reason"))
            let turned = try await tracker.perform(
                ExtendDeadline(deadline, by: by, reason: reason), dryRun: writing.dryRun)
            try global.confirm(Confirmation(extended: turned), dryRun: writing.dryRun)
        }
    }
}
