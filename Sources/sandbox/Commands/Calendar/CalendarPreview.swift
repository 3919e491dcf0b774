import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Calendar {
    struct Preview: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "preview",
            abstract: "Show every open period that a change of the calendar would move: old and new end, and its case.",
            discussion: """
                  sandbox calendar preview --add 2026-10-02=임시공휴일
                  sandbox calendar preview holidays-2028.csv --format csv

                The change is made, looked at, and taken back.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var which: CalendarOptions
        @Argument(help: ArgumentHelp("A file as calendar import takes it.", valueName: "file")) var file: String?
        @Flag(help: "The file is complete: a holiday of its years that is not in it is withdrawn.") var complete = false
        @Option(help: ArgumentHelp("A holiday to enter; may be given several times.", valueName: "date[=name]"))
        var add: [String] = []
        @Option(
            help: ArgumentHelp("A day whose holidays are withdrawn; may be given several times.", valueName: "date"))
        var withdraw: [String] = []

        func run(_ tracker: Tracker) async throws {
            guard file != nil || !add.isEmpty || !withdraw.isEmpty else { throw BadInput(.missingName(.add)) }
            var change = CalendarChange()
            change.calendar = which.code
            change.file = try file.map { (try InputFile.bytes(of: $0), $0) }
            change.isComplete = complete
            change.added = try add.map { try Holiday(option: .add, $0) }
            change.withdrawn = try withdraw.map { try CivilDate(option: .withdraw, $0) }
            let moved = try await tracker.perform(PreviewCalendar(change), dryRun: true)
            try global.print(moved, .movedDeadlines)
        }
    }
}
