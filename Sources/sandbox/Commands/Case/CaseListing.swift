import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct CaseListing: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the cases you may see, the latest first.",
        discussion: """
              sandbox case list --stage received --stage consulting --waiting-on ministry
              sandbox case list --changed-since 2026-01-01 --format csv > cases.csv
            """
    )
    @Option(help: "Only this stage; may be given several times.") var stage: [Stage] = []
    @Option(help: ArgumentHelp("Only this regime's.", valueName: "code")) var regime: String?
    @Option(help: "Only this track; may be given several times.") var track: [String] = []
    @Option(help: "Only this company's.") var company: String?
    @Option(help: "Only those this ministry is or was concerned with.") var ministry: String?
    @Option(help: ArgumentHelp("Only those whose stage changed on this day or later.", valueName: "date"))
    var changedSince: String?
    @Option(help: "Only those that wait for this party.") var waitingOn: WaitingOn?
    @Option(help: ArgumentHelp("At most so many; 0 for all (default: 50 on a terminal, else all).", valueName: "n"))
    var limit: Int?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(_ tracker: Tracker) async throws {
        let limit = try global.output.limit(asked: global.checked(limit: limit), table: 50)
        var cases = CaseList()
        cases.stages = stage
        cases.regime = regime.map { RegimeCode($0) }
        cases.tracks = try await tracker.tracks(named: track)
        cases.changedSince = try changedSince.map { try CivilDate(option: .changedSince, $0) }
        (cases.company, cases.ministry) = (company, ministry)
        (cases.waitingOn, cases.limit) = (waitingOn, limit)
        try await global.print(cases, Self.listing, tracker, limit: limit)
    }

    static let listing = Listing<CaseSummary>([
        Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
        Column("track", "트랙", "Track") { .code($0.track) },
        Column("stage", "단계", "Stage") { .code($0.stage) },
        Column("company", "기업", "Company") { .text($0.company) },
        Column("service", "서비스", "Service") { .text($0.service) },
        Column("stage_since", "단계 시작", "Since", dates: .relative) { .date($0.stageSince) },
        Column("waiting_on", "차례", "Waiting on") { .list($0.waitingOn.map { .code($0 as any Worded) }) },
        Column("due_on", "가까운 기한", "Due", dates: .countdown) { .date($0.dueOn) },
        Column("outcome", "의결", "Outcome") { .code($0.outcome) },
        Column("filed_on", "제출일", "Filed", for: .machines) { .date($0.filedOn) },
        Column("decided_on", "의결일", "Decided", for: .machines) { .date($0.decidedOn) },
        Column("days_left", "남은 날", "Days left", for: .machines) { .integer($0.daysLeft) },
        Column("days_in_stage", "경과 일수", "Days in stage", for: .machines) { .integer($0.daysInStage) },
    ])
}
