import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct RegimeRecord: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record what happened to a regime as a whole: that it was established, that a report was published.",
        discussion: """
              sandbox regime record eu-ai-act established --on 2026-08-02
              sandbox regime record eu-ai-act annual-reported --text 'Annual report 2027'

            The periods that the regime's rules name for such an event run from it, and begin again where they ended. An
            entry stays as it is.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("The regime; sandbox regime list has them.", valueName: "code")) var regime: String
    @Argument(help: "What happened, e.g. established or annual-reported.") var event: String
    @Option(help: ArgumentHelp("The day (default: today).", valueName: "date")) var on: CivilDate?
    @Option(parsing: .unconditional, help: .prose("What it was: the act, the title of the report.")) var text: Prose?

    var notDone: Wording { Wording("기록하지 않았습니다", "nothing was recorded") }

    func run(_ tracker: Tracker) async throws {
        let act = RecordRegimeEvent(RegimeCode(regime), event: event, on: on, text: try text?.text(.text))
        let duties = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                name: regime, said: Wording("\(regime): 기록했습니다.", "\(regime): recorded."),
                next: duties.map { duty in
                    let day = duty.dueOn?.description ?? "-"
                    return Wording("다음: \(duty.korean), 기한 \(day)", "Next: \(duty.english), due on \(day)")
                },
                fields: [
                    .init("regime", "제도", "Regime", .text(regime)),
                    .init("event", "기록", "Event", .text(event)),
                    .init(
                        "due", "다음 기한", "Next due",
                        .texts(duties.map { "\($0.rule) \($0.dueOn?.description ?? "-")" })),
                ]),
            dryRun: writing.dryRun)
    }
}

struct RegimeDutyListing: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "duties",
        abstract: "List what regimes owe as a whole, such as an annual report, and until when.",
        discussion: """
              sandbox regime duties
              sandbox regime duties eu-ai-act --format json
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @Argument(help: ArgumentHelp("Only those of this regime.", valueName: "code")) var regime: String?

    func run(_ tracker: Tracker) async throws {
        try await global.print(RegimeDuties(of: regime.map { RegimeCode($0) }), Self.listing, tracker)
    }

    static let listing = Listing<RegimeDuty>([
        Column("regime", "제도", "Regime", mayShrink: false) { .text($0.regime.code) },
        Column("rule", "규칙", "Rule", mayShrink: false) { .text($0.rule) },
        Column("name", "이름", "What", for: .people) { .code(RuleName($0.rule, $0.korean, $0.english)) },
        Column("owed_by", "의무자", "Owed by") { .code($0.owedBy) },
        Column("due_on", "만료일", "Due") { .date($0.dueOn) },
        Column("days_left", "남은 날", "Days left") { .integer($0.daysLeft) },
        Column("started_on", "시작", "Started", for: .machines) { .date($0.startedOn) },
        Column("done", "이행 횟수", "Done") { .integer($0.done) },
        Column("last_on", "최근 이행", "Last") { .date($0.lastOn) },
        Column("basis", "근거", "Article") { .text($0.basis) },
    ])
}
