import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Calendar {
    struct Declare: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "declare",
            abstract: "Declare that every holiday of a year is entered; until then its days are only foreseen.",
            discussion: """
                  sandbox calendar declare 2028 --source "2028년 월력요항"
                  sandbox calendar declare 2028 --reopen --reason "아직 공고되지 않음"

                A holiday that the rules of the calendar foresee and nobody has entered is told, and the year is not
                declared; with --despite-missing it is none.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @OptionGroup var which: CalendarOptions
        @Argument(help: ArgumentHelp("The years.", valueName: "year")) var years: [Int]
        @Option(help: .prose("Where the holidays are published.")) var source: Prose?
        @Flag(help: "Also where days that are foreseen are not entered.") var despiteMissing = false
        @Flag(help: "Take it back: the years are open again.") var reopen = false
        @Option(help: .prose("Why it is taken back.")) var reason: Prose?

        var notDone: Wording { Wording("달력을 바꾸지 않았습니다", "the calendar was not changed") }

        func run(_ tracker: Tracker) async throws {
            for year in years where !(2000...2060).contains(year) {
                throw BadInput(.notInRange("\(year)", minimum: 2000, maximum: 2060), field: .year)
            }
            var change = CalendarChange()
            change.calendar = which.code
            (change.declared, change.reopened) = reopen ? ([], years) : (years, [])
            (change.source, change.despiteMissing) = (try source?.text(.source), despiteMissing)
            change.reason = try reason?.text(.reason)
            let changed = try await tracker.perform(ChangeCalendar(change), dryRun: writing.dryRun)
            try global.confirm(Confirmation(changed), dryRun: writing.dryRun)
        }
    }
}
