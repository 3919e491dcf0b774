import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Calendar {
    struct Withdraw: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "withdraw",
            abstract: "Withdraw holidays by their days; what was known before stays answerable.",
            discussion: """
                  sandbox calendar withdraw 2026-10-02 --reason "국무회의 의결 철회"
                  sandbox calendar withdraw 2026-10-02 --reason "오기" --on 2026-09-28 --dry-run
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @OptionGroup var which: CalendarOptions
        @Argument(help: ArgumentHelp("The days.", valueName: "date")) var days: [String]
        @Option(help: .prose("Why.")) var reason: Prose?
        @Option(
            name: .customLong("on"),
            help: ArgumentHelp("The day of the withdrawal (default: today).", valueName: "date"))
        var day: String?

        var notDone: Wording { Wording("달력을 바꾸지 않았습니다", "the calendar was not changed") }

        func run(_ tracker: Tracker) async throws {
            var change = CalendarChange()
            change.calendar = which.code
            change.withdrawn = try days.map { try CivilDate(option: .day, $0) }
            change.withdrawnOn = try day.map { try CivilDate(option: .on, $0) }
            change.reason = try global.asked(reason, .reason, Wording("철회 사유", "Why is it withdrawn"))
            let changed = try await tracker.perform(ChangeCalendar(change), dryRun: writing.dryRun)
            try global.confirm(Confirmation(changed), dryRun: writing.dryRun)
        }
    }
}
