import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct CalendarListing: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the public holidays, as they are known now or as they were known on a day.",
        discussion: """
              sandbox calendar list --year 2026
              sandbox calendar list --year 2026 --known-on 2026-04-29 --format csv
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var which: CalendarOptions
    @Option(help: ArgumentHelp("Only those of this year.", valueName: "year")) var year: Int?
    @Option(help: ArgumentHelp("Those that were known and held on this day.", valueName: "date")) var knownOn: String?
    @Flag(help: "Withdrawn ones as well.") var withdrawn = false

    func run(_ tracker: Tracker) async throws {
        var list = HolidayList()
        if let year, !(2000...2060).contains(year) {
            throw BadInput(.notInRange("\(year)", least: 2000, most: 2060), field: .year)
        }
        (list.calendar, list.year, list.includesWithdrawn) = (which.code, year, withdrawn)
        list.knownOn = try knownOn.map { try CivilDate(option: .knownOn, $0) }
        try await global.print(list, Self.listing(global.language), tracker)
    }

    static func listing(_ language: Language) -> Listing<HolidayList.Row> {
        Listing(
            [
                Column("date", "날짜", "Date") { .date($0.holiday.day) },
                Column("weekday", "요일", "Weekday") { .code($0.holiday.day.weekday) },
                Column("name_ko", "이름", "Name in Korean") { .text($0.holiday.korean) },
                Column("name_en", "영문 이름", "Name") { .text($0.holiday.english) },
                Column("kind", "종류", "Kind") { .code($0.holiday.kind) },
                Column("announced_on", "발표일", "Announced") { .date($0.holiday.announcedOn) },
                Column("withdrawn_on", "철회일", "Withdrawn") { .date($0.withdrawnOn) },
                Column("withdrawal_reason", "철회 사유", "Why withdrawn", for: .machines) { .text($0.reason) },
                Column("source", "출처", "Source", for: .machines) { .text($0.holiday.source) },
                Column("calendar", "달력", "Calendar", for: .machines) { .text($0.calendar.code) },
            ])
    }
}
