import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct CalendarPreview: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
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
    @Flag(help: "The file is whole: what its years have beside it is withdrawn.") var complete = false
    @Option(help: ArgumentHelp("A holiday to enter; may be given several times.", valueName: "date[=name]"))
    var add: [String] = []
    @Option(help: ArgumentHelp("A day whose holidays are withdrawn; may be given several times.", valueName: "date"))
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
        try global.print(moved, Self.listing)
    }

    static let listing = Listing<MovedDeadline>([
        Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
        Column("clock", "기한", "Clock", for: .machines) { .integer($0.clock) },
        Column("rule", "규정", "Rule") { .text($0.rule) },
        Column("name_ko", "내용", "What (Korean)", for: .machines) { .text($0.korean) },
        Column("name_en", "영문 내용", "What", for: .machines) { .text($0.english) },
        Column("owed_by", "의무자", "Owed by") { .text($0.owedBy) },
        Column("due_before", "이전 만료일", "Due before") { .date($0.before) },
        Column("due_after", "이후 만료일", "Due after") { .date($0.after) },
        Column("moved_by", "이동 일수", "Moved by") { moved in
            .integer(moved.before.flatMap { before in moved.after.map { before.days(until: $0) } })
        },
        Column("safe_before", "이전 안전일", "Safe before", for: .machines) { .date($0.safeBefore) },
        Column("safe_after", "이후 안전일", "Safe after", for: .machines) { .date($0.safeAfter) },
        Column("overdue_before", "이전 경과", "Overdue before", for: .machines) { .boolean($0.wasOverdue) },
        Column("overdue_after", "이후 경과", "Overdue after", for: .machines) { .boolean($0.isOverdue) },
    ])
}
