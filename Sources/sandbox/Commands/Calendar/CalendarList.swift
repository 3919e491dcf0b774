import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Calendar {
    struct List: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "list",
            abstract: "List the public holidays, as they are known now or as they were known on a day.",
            discussion: """
                  sandbox calendar list --year 2026
                  sandbox calendar list --year 2026 --known-on 2026-04-29 --format csv
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var which: CalendarOptions
        @Option(help: ArgumentHelp("Only those of this year.", valueName: "year")) var year: Int?
        @Option(help: ArgumentHelp("Those that were known and held on this day.", valueName: "date")) var knownOn:
            String?
        @Flag(help: "Withdrawn ones as well.") var withdrawn = false

        func run(_ tracker: Tracker) async throws {
            var list = HolidayList()
            if let year, !(2000...2060).contains(year) {
                throw BadInput(.notInRange("\(year)", minimum: 2000, maximum: 2060), field: .year)
            }
            (list.calendar, list.year, list.includesWithdrawn) = (which.code, year, withdrawn)
            list.knownOn = try knownOn.map { try CivilDate(option: .knownOn, $0) }
            try await global.print(list, .holidays, tracker)
        }
    }
}
