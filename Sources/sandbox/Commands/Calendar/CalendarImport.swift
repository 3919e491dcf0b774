import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct CalendarImport: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Enter the holidays of a CSV file that are new: date, name_ko, kind, and if wanted name_en, announced_on, source.",
        discussion: """
              sandbox calendar import holidays-2028.csv --dry-run
              sandbox calendar import holidays-2026.csv --complete --reason "관보 제21240호"

            kind is regular, substitute, temporary or election. With --complete a holiday of the file's years that the file
            does not have is withdrawn. All open periods end anew at once; calendar preview shows which.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var which: CalendarOptions
    @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "file")) var file: String
    @Flag(help: "The file is whole: what its years have beside it is withdrawn.") var complete = false
    @Option(help: .prose("Why holidays are withdrawn.")) var reason: Prose?

    var notDone: Wording { Wording("달력을 바꾸지 않았습니다", "the calendar was not changed") }

    func run(_ tracker: Tracker) async throws {
        var change = CalendarChange()
        change.calendar = which.code
        change.file = (try InputFile.bytes(of: file), file)
        (change.isComplete, change.reason) = (complete, try reason?.text(.reason))
        let changed = try await tracker.perform(ChangeCalendar(change), dryRun: writing.dryRun)
        try global.confirm(Confirmation(changed), dryRun: writing.dryRun)
    }
}

struct CalendarWithdraw: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
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
        name: .customLong("on"), help: ArgumentHelp("The day of the withdrawal (default: today).", valueName: "date"))
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

extension Confirmation {
    /// What became of a calendar.
    fileprivate init(_ changed: ChangeCalendar.Changed) {
        let (entered, withdrawn) = (changed.calendar.entered, changed.calendar.withdrawn)
        let (unchanged, moved) = (changed.calendar.unchanged, changed.movedDeadlines)
        self.init(
            name: "\(entered.count + withdrawn.count)",
            said: Wording(
                "공휴일 \(entered.count)일을 등록하고 \(withdrawn.count)일을 철회했습니다(이미 있음 \(unchanged)일). 진행 중인 기한 "
                    + "\(Wording.grouped(moved))건의 만료일이 바뀌었습니다.",
                "Holidays entered: \(entered.count), withdrawn: \(withdrawn.count), there already: \(unchanged). "
                    + "Open periods that end on another day: \(Wording.grouped(moved))."),
            fields: [
                .init("entered", "등록", "Entered", .texts(entered.map { "\($0.day) \($0.korean)" })),
                .init("withdrawn", "철회", "Withdrawn", .texts(withdrawn.map { "\($0.day) \($0.korean)" })),
                .init("unchanged", "이미 있음", "There already", .integer(unchanged)),
                .init("moved_deadlines", "바뀐 기한", "Moved", .integer(moved)),
            ])
    }
}
