import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct CasesExport: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases",
        abstract: "Write out the cases you may see, a row each, with laws, ministries, opinions and conditions.",
        discussion: """
              sandbox export cases --output cases.csv --bom
              sandbox export cases --changed-since 2026-01-01 --format jsonl | jq .reference
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var target: ExportOptions
    @Option(help: ArgumentHelp("Only those whose stage changed on this day or later.", valueName: "date"))
    var changedSince: String?

    var notDone: Wording { Wording("내보내지 않았습니다", "nothing was exported") }

    func run(_ tracker: Tracker) async throws {
        var query = CaseExport()
        query.changedSince = try changedSince.map { try CivilDate(option: "--changed-since", $0) }
        try await target.write(query, Self.listing, global, tracker)
    }

    static let listing = Listing<ExportedCase>([
        Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
        Column("track", "트랙", "Track") { .code($0.track) },
        Column("stage", "단계", "Stage") { .code($0.stage) },
        Column("stage_since", "단계 시작", "Since") { .date($0.stageSince) },
        Column("company", "기업", "Company") { .text($0.company) },
        Column("service", "서비스", "Service") { .text($0.service) },
        Column("origin", "유래", "Origin") { .code(WordedCode($0.origin, .origins)) },
        Column("filed_on", "제출일", "Filed") { .text($0.filed) },
        Column("received_on", "접수일", "Received") { .date($0.receivedOn) },
        Column("outcome", "의결", "Outcome") { .code($0.outcome) },
        Column("decided_on", "의결일", "Decided") { .date($0.decidedOn) },
        Column("session", "회차", "Session") { .text($0.session) },
        Column("reason", "사유", "Reason") { .text($0.reason) },
        Column("conditions", "조건", "Conditions") { .texts($0.conditions) },
        Column("laws", "법령", "Laws") { .texts($0.laws) },
        Column("ministries", "부처", "Ministries") { .texts($0.ministries) },
        Column("opinions", "의견", "Opinions") { .texts($0.opinions) },
        Column("waiting_on", "차례", "Waiting on") { .list($0.waitingOn.map { .code($0 as any Worded) }) },
        Column("tasks", "법령정비 과제", "Reform tasks") { .texts($0.tasks) },
        Column("source", "출처", "Source") { .text($0.source) },
    ])
}

struct ConsultationsExport: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "consultations",
        abstract: "Write out the rounds of consultation you may see.",
        discussion: """
              sandbox export consultations --output consultations.csv --bom
              sandbox export consultations --ministry 문화체육관광부 --format json
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var target: ExportOptions
    @Option(help: "Only those with this ministry.") var ministry: String?

    var notDone: Wording { Wording("내보내지 않았습니다", "nothing was exported") }

    func run(_ tracker: Tracker) async throws {
        var query = ConsultationList()
        query.ministry = ministry
        try await target.write(query, ConsultListing.listing, global, tracker)
    }
}

struct RoadmapExport: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "roadmap",
        abstract: "Write out the reform tasks of the roadmaps.",
        discussion: """
              sandbox export roadmap --output roadmap.csv --bom
              sandbox export roadmap --roadmap ai-2020 --format json
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var target: ExportOptions
    @Option(help: ArgumentHelp("Only this roadmap's.", valueName: "code")) var roadmap: String?

    var notDone: Wording { Wording("내보내지 않았습니다", "nothing was exported") }

    func run(_ tracker: Tracker) async throws {
        var query = TaskList()
        query.roadmap = try roadmap.map { try RoadmapCode(option: "--roadmap", $0) }
        try await target.write(query, RoadmapListing.listing, global, tracker)
    }
}

struct MilestonesExport: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "milestones",
        abstract: "Write out the milestones of the reform tasks: promised, promised again, reached, slip.",
        discussion: """
              sandbox export milestones --output milestones.csv --bom
              sandbox export milestones --roadmap ai-2020 --as-of 2021-12-31 --format json
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var target: ExportOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: ArgumentHelp("Only this roadmap's.", valueName: "code")) var roadmap: String?
    @Option(help: .knownBy) var knownBy: String?

    var notDone: Wording { Wording("내보내지 않았습니다", "nothing was exported") }

    func run(_ tracker: Tracker) async throws {
        var query = MilestoneList()
        query.roadmap = try roadmap.map { try RoadmapCode(option: "--roadmap", $0) }
        query.asOf = reading.asOf
        query.knownBy = try knownBy.map { try CivilDate(option: "--known-by", $0) }
        try await target.write(query, MilestoneListing.listing, global, tracker)
    }
}

struct EventsExport: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Write out the event log as far as you may see it.",
        discussion: """
              sandbox export events --output events.jsonl --as auditor
              sandbox export events --case DE-2026-0001 --format csv

            Every column that is digested is there: docs/audit.md says how to check the log with other programs.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var target: ExportOptions
    @Option(name: .customLong("case"), help: .reference) var reference: String?
    @Option(help: ArgumentHelp("Only from this day on.", valueName: "date")) var since: String?

    var notDone: Wording { Wording("내보내지 않았습니다", "nothing was exported") }

    func run(_ tracker: Tracker) async throws {
        var query = AuditLog()
        query.reference = try reference.map { try CaseReference.one($0) }
        query.since = try since.map { try CivilDate(option: "--since", $0) }
        query.oldestFirst = true
        try await target.write(query, AuditListing.listing, global, tracker)
    }
}
