import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct DeadlineListing: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the periods that run, the first to end first.",
        discussion: """
              sandbox deadline list
              sandbox deadline list --ministry 문화체육관광부 --within 14 --format csv

            A company and a ministry see what they owe, the others all that runs; with --all everything visible, ended
            periods too. “Too late at” names the next session of the committee, where it lies behind the period for tabling.
            """
    )
    @Option(help: "Only what this ministry owes.") var ministry: String?
    @Option(name: .customLong("case"), help: ArgumentHelp("Only those of this case.", valueName: "ref")) var reference:
        String?
    @Option(help: "Only those by this rule, e.g. k4.") var rule: String?
    @Flag(help: "Only those whose last day is past.") var overdue = false
    @Option(help: ArgumentHelp("Only those that end within so many days.", valueName: "days")) var within: Int?
    @Flag(help: "Everybody's, and those that have ended.") var all = false
    @Option(help: ArgumentHelp("At most so many; 0 for all (default: 50 on a terminal, else all).", valueName: "n"))
    var limit: Int?
    @OptionGroup var reading: ReadingOptions
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(_ tracker: Tracker) async throws {
        let limit = try global.output.limit(asked: global.checked(limit: limit), table: 50)
        if let within, within < 0 {
            throw BadInput(.notInRange("\(within)", least: 0, most: 36_600), field: .within)
        }
        var list = ClockList()
        list.reference = try reference.map { try CaseReference.one($0) }
        (list.organisation, list.rule, list.overdueOnly) = (ministry, rule, overdue)
        (list.withinDays, list.ended, list.asOf, list.limit) = (within, all, reading.asOf, limit)
        list.mineOnly = !all && ministry == nil && reference == nil
        try await global.print(list, Self.listing, tracker, limit: limit)
    }

    static let listing = Listing<ClockSummary>([
        Column("reference", "기한", "Deadline", mayShrink: false) { .text($0.reference.description) },
        Column("rule", "규칙", "Rule", mayShrink: false) { .text($0.rule) },
        Column("name", "이름", "What", for: .people) { .code(RuleName($0.rule, $0.korean, $0.english)) },
        Column("owed_by", "의무자", "Owed by", for: .machines) { .code($0.owedBy) },
        Column("organisation", "기관", "Owed by") { .text($0.organisation) },
        Column("due_on", "만료일", "Due") { .date($0.dueOn) },
        Column("days_left", "남은 날", "Days left") { .integer($0.daysLeft) },
        Column("state", "상태", "State") { .code($0.state) },
        Column("promised", "처음 만료일", "Promised", for: .people) {
            $0.promisedOn == $0.dueOn ? .null : .date($0.promisedOn)
        },
        Column("promised_on", "처음 만료일", "Promised", for: .machines) { .date($0.promisedOn) },
        Column("safe_on", "안전한 날", "Safe", for: .machines) { .date($0.safeOn) },
        Column("started_on", "시작", "Started", for: .machines) { .date($0.startedOn) },
        Column("ended_on", "끝", "Ended", for: .machines) { .date($0.endedOn) },
        Column("late_session", "기한 뒤 회차", "Too late at") { .text($0.lateSession) },
        Column("basis", "근거", "Article", for: .machines) { .text($0.basis) },
        Column("company", "기업", "Company") { .text($0.company) },
        Column("service", "서비스", "Service") { .text($0.service) },
    ])

    /// The clocks of one case, inside it.
    static let ofCase = Listing<ClockSummary>(
        listing.columns.filter { !["company", "service"].contains($0.key) })
}

/// A rule by its name: its code for machines, its words for people.
struct RuleName: Worded {
    let code: String
    let wording: Wording

    init(_ code: String, _ korean: String, _ english: String) {
        self.code = code
        wording = Wording(korean, english)
    }
}
