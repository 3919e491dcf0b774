import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct RoadmapReport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "The reports that ministries owe on their reform tasks (법령정비 보고).",
        subcommands: [ReportScheduling.self, ReportGiving.self, ReportsListing.self]
    )
}

struct ReportScheduling: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Set the days on which a report on every task of a roadmap is due.",
        discussion: """
              sandbox roadmap report schedule ai-2020 2026-12-31 2027-06-30
              sandbox roadmap report schedule ai-2020 2026-12-31 --opens-before 14

            A report waits in the inbox of each ministry that owes a task, until it is given or the task ends. Once its day
            has passed it needs a reason.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("The roadmap.", valueName: "code")) var roadmap: String
    @Argument(help: ArgumentHelp("The last days for the reports.", valueName: "date")) var days: [String]
    @Option(help: ArgumentHelp("How many days before a report may be given.", valueName: "n")) var opensBefore = 30

    var notDone: Wording { Wording("보고 기한을 정하지 않았습니다", "no reporting date was set") }

    func run(_ tracker: Tracker) async throws {
        let code = try RoadmapCode(option: .roadmapCode, roadmap)
        let days = try days.map { try CivilDate(option: .day, $0) }
        let new = try await tracker.perform(
            ScheduleReports(code, due: days, opensBefore: opensBefore), dryRun: writing.dryRun)
        let said = new.map(\.description).joined(separator: ", ")
        try global.confirm(
            Confirmation(
                name: code.text,
                said: new.isEmpty
                    ? Wording("\(code): 이미 정해진 날입니다.", "\(code): these days were set already.")
                    : Wording("\(code): 보고 기한을 정했습니다: \(said)", "\(code): reports are due on \(said)"),
                fields: [
                    .init("roadmap", "로드맵", "Roadmap", .text(code.text)),
                    .init("added", "새 기한", "New days", .list(new.map { .date($0) })),
                ]), dryRun: writing.dryRun)
    }
}

struct ReportGiving: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "give",
        abstract: "Report on a task your ministry owes, for the oldest day that is open.",
        discussion: """
              sandbox roadmap report give ai-2020/P05 --text '공정이용 안내서를 2025년 12월 배포, 법 개정은 검토 중'
              sandbox roadmap report give ai-2020/P05 --text @report.txt --late-reason '담당 부서 개편'
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: .task) var task: String
    @Option(parsing: .unconditional, help: .prose("The report.")) var text: Prose
    @Option(parsing: .unconditional, help: .prose("Why the day was missed.")) var lateReason: Prose?

    var notDone: Wording { Wording("보고하지 않았습니다", "the report was not given") }

    func run(_ tracker: Tracker) async throws {
        var act = ReportTask(try TaskReference.one(task), report: try text.text(.text))
        act.lateReason = try lateReason?.text(.lateReason)
        let given = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                name: given.reference.description,
                said: Wording(
                    "\(given.reference): \(given.dueOn) 기한의 보고를 냈습니다\(given.isLate ? "(기한 뒤)" : "").",
                    "\(given.reference): the report due on \(given.dueOn) was given\(given.isLate ? ", late" : "")."),
                next: given.stillOwed == 0
                    ? [] : [Wording("  남은 보고: \(given.stillOwed)건", "  still owed: \(given.stillOwed)")],
                fields: [
                    .init("task", "과제", "Task", .text(given.reference.description)),
                    .init("due_on", "기한", "Due", .date(given.dueOn)),
                    .init("is_late", "기한 뒤", "Late", .boolean(given.isLate)),
                    .init("still_owed", "남은 보고", "Still owed", .integer(given.stillOwed)),
                ]), dryRun: writing.dryRun)
    }
}

struct ReportsListing: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the reports that were given and those that are owed.",
        discussion: """
              sandbox roadmap report list --owed
              sandbox roadmap report list --roadmap ai-2020 --ministry 문화체육관광부 --format json
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @Option(help: ArgumentHelp("Only on tasks of this roadmap.", valueName: "code")) var roadmap: String?
    @Option(help: "Only of this ministry.") var ministry: String?
    @Flag(help: "Only those that are owed.") var owed = false
    @Option(help: ArgumentHelp("At most so many; 0 for all (default: 100 on a terminal, else all).", valueName: "n"))
    var limit: Int?

    func run(_ tracker: Tracker) async throws {
        let limit = try global.output.limit(asked: global.checked(limit: limit), table: 100)
        var query = TaskReports()
        query.roadmap = try roadmap.map { try RoadmapCode(option: .roadmap, $0) }
        (query.ministry, query.isOwedOnly, query.limit) = (ministry, owed, limit)
        try await global.print(query, Self.listing, tracker, limit: limit)
    }

    static let listing = Listing<TaskReportRow>([
        Column("task", "과제", "Task", mayShrink: false) { .text($0.reference.description) },
        Column("ministry", "부처", "Ministry") { .text($0.ministry) },
        Column("due_on", "기한", "Due", dates: .countdown) { .date($0.dueOn) },
        Column("reported_on", "보고일", "Reported") { .date($0.reportedOn) },
        Column("is_missed", "기한 넘김", "Missed") { .boolean($0.isMissed) },
        Column("report", "보고", "Report") { .text($0.report) },
        Column("late_reason", "늦은 사유", "Why late") { .text($0.lateReason) },
    ])
}
