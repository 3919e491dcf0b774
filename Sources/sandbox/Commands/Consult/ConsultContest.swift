import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Consult {
    struct Contest: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "contest",
            abstract: "Contest that a ministry's silence means what the law says; until resolved nothing is decided.",
            discussion: """
                  sandbox consult contest RC-2026-0001 --reason '통보를 받지 못했습니다.' --as mcst
                  sandbox consult contest RC-2026-0001 --ministry 문화체육관광부 --reason @reason.txt --as desk
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(help: "The ministry (default: your own).") var ministry: String?
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("이의를 제기하지 않았습니다", "nothing was contested") }

        func run(_ tracker: Tracker) async throws {
            let act = ContestLapse(
                try CaseReference.one(reference), ministry: ministry,
                reason: try global.asked(reason, .reason, Wording("사유", "Reason")))
            let lapse = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(contested: lapse), dryRun: writing.dryRun)
        }
    }
}
