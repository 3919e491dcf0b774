import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Committee {
    struct Move: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "move",
            abstract: "Move a meeting to another day, as long as nothing was voted on (회의 일정 변경).",
            discussion: """
                  sandbox committee move main/43 --on 2026-12-17 --reason '의사정족수를 채우기 어려워 미룹니다.'
                  sandbox committee move main/44 --on 2026-12-17 --until 2026-12-22 --reason @reason.txt

                What is on its agenda stays there.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .meeting) var meeting: String
        @Option(help: ArgumentHelp("Its new day.", valueName: "date")) var on: String
        @Option(help: ArgumentHelp("The last day of a written vote.", valueName: "date")) var until: String?
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("회차를 옮기지 않았습니다", "the meeting was not moved") }

        func run(_ tracker: Tracker) async throws {
            let act = MoveMeeting(
                try MeetingReference.one(meeting), to: try CivilDate(option: .on, on),
                until: try until.map { try CivilDate(option: .until, $0) },
                reason: try global.asked(reason, .reason, Wording("변경 사유", "Reason")))
            let moved = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(moved: moved), dryRun: writing.dryRun)
        }
    }
}
