import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Committee {
    struct Reopen: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "reopen",
            abstract: "Open a frozen agenda again, until the first vote (안건 확정 취소).",
            discussion: """
                  sandbox committee reopen main/43 --reason '위원 한 명이 잘못 적혔습니다.'
                  sandbox committee reopen main/43 --reason @reason.txt

                Members, items and conditions can then be put right, and the agenda is frozen anew. The event log keeps what
                had been frozen.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .meeting) var meeting: String
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("안건 확정을 취소하지 않았습니다", "the agenda was not opened again") }

        func run(_ tracker: Tracker) async throws {
            let act = ReopenAgenda(
                try MeetingReference.one(meeting),
                reason: try global.asked(reason, .reason, Wording("취소 사유", "Reason")))
            let reopened = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(reopened: reopened), dryRun: writing.dryRun)
        }
    }
}
