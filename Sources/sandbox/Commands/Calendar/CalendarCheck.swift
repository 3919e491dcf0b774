import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Calendar {
    struct Check: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "check",
            abstract: "Say how far the calendars reach, and which open periods run past them; 7 if there are any.",
            discussion: """
                  sandbox calendar check
                  sandbox calendar check --calendar kr --format json
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var which: CalendarOptions

        var notDone: Wording { Wording("달력을 확인하지 못했습니다", "the calendar was not checked") }

        func run(_ tracker: Tracker) async throws {
            var check = CheckCalendar()
            check.calendar = which.code
            let findings = try await tracker.answer(check)
            try global.print(Detail(findings, global.language))
            guard findings.deadlines.isEmpty else { throw Failure.calendarShort(findings.deadlines.count) }
        }
    }
}
