import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Committee {
    struct Schedule: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "schedule",
            abstract: "Schedule a meeting of a committee.",
            discussion: """
                  sandbox committee schedule main --on 2026-12-10
                  sandbox committee schedule main --number 33 --form written --on 2026-12-10 --until 2026-12-17

                Unless you give a number, the meeting gets the one after the committee's last.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: ArgumentHelp("The committee: main, fast-track or case-by-case.", valueName: "committee"))
        var committee: String
        @Option(
            help: ArgumentHelp("The day of the meeting (default: today in the authority's zone).", valueName: "date"))
        var on: String?
        @Option(help: ArgumentHelp("The last day of a written vote.", valueName: "date")) var until: String?
        @Option(help: "How it meets.") var form: MeetingForm = .inPerson
        @Option(help: ArgumentHelp("The number of the meeting.", valueName: "n")) var number: Int?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("회차를 정하지 않았습니다", "no meeting was scheduled") }

        func run(_ tracker: Tracker) async throws {
            let act = try ScheduleMeeting(
                committee: committee, number: number, form: form, on: try on.map { try CivilDate(option: .on, $0) },
                until: try until.map { try CivilDate(option: .until, $0) })
            let scheduled = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(scheduled), dryRun: writing.dryRun)
        }
    }
}
