import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct RoadmapMilestone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "milestone",
        abstract: "When the steps of a reform task were promised and reached (이정표).",
        subcommands: [MilestoneAdd.self, MilestoneListing.self, MilestoneReach.self]
    )
}

struct MilestoneAdd: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Enter the first promise of a milestone, which nobody can change afterwards.",
        discussion: """
              sandbox roadmap milestone add ai-2020/P05 pre-announced --promised '2026 하반기'
              sandbox roadmap milestone add ai-2025/T02 in-force --promised '2026 Q1' --said-on 2025-11-27 --source URL

            Dates are kept as they were said, with the days they mean. A later date is a forecast: sandbox roadmap forecast.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: .task) var task: String
    @Argument(help: "The milestone.") var milestone: Milestone
    @Option(help: ArgumentHelp("When it is to be reached, in the words of the promise.", valueName: "words"))
    var promised: String
    @Option(help: ArgumentHelp("The day it was said (default: today).", valueName: "date")) var saidOn: String?
    @Option(parsing: .unconditional, help: .prose("Where it is written.")) var source: Prose?

    var notDone: Wording { Wording("이정표를 등록하지 않았습니다", "the milestone was not entered") }

    func run(_ tracker: Tracker) async throws {
        var act = PromiseMilestone(
            try TaskReference.one(task), milestone, said: try SaidDate(option: .promised, promised), isFirst: true)
        act.saidOn = try saidOn.map { try CivilDate(option: .saidOn, $0) }
        act.source = try source?.text(.source)
        let said = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(Confirmation(said), dryRun: writing.dryRun)
    }
}

struct MilestoneReach: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "reach",
        abstract: "Record that a milestone has been reached, or that it has not after all.",
        discussion: """
              sandbox roadmap milestone reach ai-2020/P05 pre-announced --on 2026-10-01
              sandbox roadmap milestone reach ai-2020/P05 passed --on '' --reason '본회의 상정 연기, 잘못 입력'

            A task that is behind moves forward to the milestone. A correction needs a reason; an empty --on takes back.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: .task) var task: String
    @Argument(help: "The milestone.") var milestone: Milestone
    @Option(help: ArgumentHelp("The day, or the period when no more is known.", valueName: "words")) var on: String
    @Option(parsing: .unconditional, help: .prose("Why what was recorded is corrected.")) var reason: Prose?
    @Option(parsing: .unconditional, help: .prose("Where it is written.")) var source: Prose?

    var notDone: Wording { Wording("이정표 도달을 기록하지 않았습니다", "nothing was recorded of the milestone") }

    func run(_ tracker: Tracker) async throws {
        var act = ReachMilestone(
            try TaskReference.one(task), milestone, on: on.isEmpty ? nil : try SaidDate(option: .on, on))
        (act.reason, act.source) = (try reason?.text(.reason), try source?.text(.source))
        let said = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(Confirmation(reached: said), dryRun: writing.dryRun)
    }
}

struct MilestoneListing: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List milestones beside their first promises, as of a day.",
        discussion: """
              sandbox roadmap milestone list --roadmap ai-2020 --standing overdue
              sandbox roadmap milestone list --task ai-2020/P01 --as-of 2021-12-31 --format json

            With --as-of what had been said by that day is told, also when it was entered later.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: ArgumentHelp("Only this roadmap's.", valueName: "code")) var roadmap: String?
    @Option(help: "Only of tasks this ministry owes.") var ministry: String?
    @Option(help: .task) var task: String?
    @Option(help: "Only those that stand like this; may be given several times.") var standing: [Standing] = []
    @Option(help: .knownBy) var knownBy: String?
    @Option(help: ArgumentHelp("At most so many; 0 for all (default: 100 on a terminal, else all).", valueName: "n"))
    var limit: Int?

    func run(_ tracker: Tracker) async throws {
        let limit = try global.output.limit(asked: global.checked(limit: limit), table: 100)
        var list = MilestoneList()
        list.roadmap = try roadmap.map { try RoadmapCode(option: .roadmap, $0) }
        list.task = try task.map { try TaskReference.one($0) }
        list.knownBy = try knownBy.map { try CivilDate(option: .knownBy, $0) }
        (list.ministry, list.standings, list.asOf, list.limit) = (ministry, standing, reading.asOf, limit)
        try await global.print(list, Self.listing, tracker, limit: limit)
    }

    static let listing = Listing<MilestoneRow>([
        Column("task", "과제", "Task", mayShrink: false) { .text($0.reference.description) },
        Column("title", "내용", "What") { .text($0.title) },
        Column("ministries", "소관", "Ministries", for: .machines) { .texts($0.ministries) },
        Column("milestone", "이정표", "Milestone") { .code($0.milestone) },
        Column("as_of", "기준일", "As of", for: .machines) { .date($0.asOf) },
        Column("promised", "약속", "Promised") { .text($0.promised) },
        Column("promised_to", "약속일", "Promised day", for: .machines) { .date($0.promisedTo) },
        Column("promised_on", "약속한 날", "Promised on", for: .machines) { .date($0.promisedOn) },
        Column("promises", "약속 횟수", "Promises", for: .machines) { .integer($0.promises) },
        Column("again", "재약속", "Promised again", for: .people) { row in
            .text(row.forecastOn == row.promisedOn && row.forecast == row.promised ? nil : row.forecast)
        },
        Column("forecast", "전망", "Forecast", for: .machines) { .text($0.forecast) },
        Column("forecast_to", "전망일", "Forecast day", for: .machines) { .date($0.forecastTo) },
        Column("forecast_on", "전망한 날", "Forecast on", for: .machines) { .date($0.forecastOn) },
        Column("actual", "실제", "Actual") { .text($0.actual) },
        Column("actual_to", "도달일", "Actual day", for: .machines) { .date($0.actualTo) },
        Column("is_exact", "정확", "Exact", for: .machines) { .boolean($0.isExact) },
        Column("slip", "지연(일)", "Slip (days)", for: .people, alignment: .trailing) { row in
            .text(row.slipDays.map { (row.isExact ? "" : "≤") + Wording.grouped($0) })
        },
        Column("slip_days", "지연(일)", "Slip (days)", for: .machines) { .integer($0.slipDays) },
        Column("standing", "상태", "Standing") { .code($0.standing) },
    ])
}

extension SaidDate {
    /// A date or period in an option's value.
    init(option field: Field, _ text: String) throws {
        do { self.init(normalised(try TextRule.label.checked(text))) } catch { throw BadInput(error, field: field) }
    }
}

extension ArgumentHelp {
    /// A bound on when facts were entered.
    static let knownBy = ArgumentHelp("Only what had been entered by the end of this day.", valueName: "date")
}

extension Confirmation {
    /// A promise of a milestone.
    init(_ said: SaidOfMilestone) {
        let words = said.said?.text ?? ""
        let isAgain = said.baseline != words
        self.init(
            name: said.reference.description,
            said: isAgain
                ? Wording(
                    "\(said.reference): ‘\(said.milestone.wording.ko)’ 시기를 \(words, .toward) 다시 약속했습니다(첫 약속 \(said.baseline ?? "-")).",
                    "\(said.reference): “\(said.milestone.wording.en)” is now forecast for \(words) (first promise: \(said.baseline ?? "-"))."
                )
                : Wording(
                    "\(said.reference): ‘\(said.milestone.wording.ko)’ 시기를 \(words, .toward) 약속했습니다.",
                    "\(said.reference): “\(said.milestone.wording.en)” is promised for \(words)."),
            next: said.said?.last == nil ? [Self.undated] : [], fields: Self.fields(said))
    }

    /// A milestone that was reached.
    init(reached said: SaidOfMilestone) {
        self.init(
            name: said.reference.description,
            said: said.said.map {
                Wording(
                    "\(said.reference): ‘\(said.milestone.wording.ko)’에 \($0.text) 도달했습니다(상태: \(said.status.wording.ko)).",
                    "\(said.reference): “\(said.milestone.wording.en)” was reached \($0.text) (status: \(said.status.wording.en))."
                )
            }
                ?? Wording(
                    "\(said.reference): ‘\(said.milestone.wording.ko)’ 도달을 되돌렸습니다.",
                    "\(said.reference): it was taken back that “\(said.milestone.wording.en)” was reached."),
            fields: Self.fields(said))
    }

    private static let undated = Wording(
        "  이 말에서 마지막 날을 알 수 없어 지연을 셀 수 없습니다.", "  No last day can be told from these words; slip cannot be counted.")

    private static func fields(_ said: SaidOfMilestone) -> [Field] {
        [
            .init("task", "과제", "Task", .text(said.reference.description)),
            .init("milestone", "이정표", "Milestone", .code(said.milestone)),
            .init("said", "시기", "When", .text(said.said?.text)),
            .init("from", "첫날", "First day", .date(said.said?.first)),
            .init("to", "마지막 날", "Last day", .date(said.said?.last)),
            .init("baseline", "첫 약속", "First promise", .text(said.baseline)),
            .init("status", "상태", "Status", .code(said.status)),
        ]
    }
}
