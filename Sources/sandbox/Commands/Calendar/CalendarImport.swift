import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Calendar {
    struct Import: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "import",
            abstract:
                "Enter the holidays of a CSV file that are new: date, name_ko, kind, and if wanted name_en, announced_on, source.",
            discussion: """
                  sandbox calendar import holidays-2028.csv --dry-run
                  sandbox calendar import holidays-2026.csv --complete --reason "관보 제21240호"

                kind is regular, substitute, temporary or election. With \
                --complete a holiday of the file's years that the file
                does not have is withdrawn, and these years are declared complete: see calendar declare. All open periods end anew at once; calendar preview shows which.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @OptionGroup var which: CalendarOptions
        @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "file")) var file: String
        @Flag(help: "The file is complete: a holiday of its years that is not in it is withdrawn.") var complete = false
        @Flag(help: "With --complete: also where days that are foreseen are not in the file.") var despiteMissing =
            false
        @Option(help: .prose("Why holidays are withdrawn.")) var reason: Prose?

        var notDone: Wording { Wording("달력을 바꾸지 않았습니다", "the calendar was not changed") }

        func run(_ tracker: Tracker) async throws {
            var change = CalendarChange()
            change.calendar = which.code
            change.file = (try InputFile.bytes(of: file), file)
            (change.isComplete, change.reason) = (complete, try reason?.text(.reason))
            change.despiteMissing = despiteMissing
            let changed = try await tracker.perform(ChangeCalendar(change), dryRun: writing.dryRun)
            try global.confirm(Confirmation(changed), dryRun: writing.dryRun)
        }
    }
}
