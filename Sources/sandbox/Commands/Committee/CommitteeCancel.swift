import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Committee {
    struct Cancel: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "cancel",
            abstract: "Cancel a meeting that has not begun (회의 취소): its items are put off.",
            discussion: """
                  sandbox committee cancel main/43 --reason '위원장 사정으로 열지 않습니다.'
                  sandbox committee cancel main/43 --reason @reason.txt

                The periods for tabling that its agenda had ended run on.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .meeting) var meeting: String
        @Option(parsing: .unconditional, help: .prose("Why; the parties are told.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("회차를 취소하지 않았습니다", "the meeting was not cancelled") }

        func run(_ tracker: Tracker) async throws {
            let act = CancelMeeting(
                try MeetingReference.one(meeting),
                reason: try global.asked(reason, .reason, Wording("취소 사유", "Reason")))
            let cancelled = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(cancelled: cancelled), dryRun: writing.dryRun)
        }
    }
}
