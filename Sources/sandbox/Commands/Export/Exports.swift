import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

/// A command that writes out rows, as they stood at the end of the day that is asked for.
protocol ExportCommand: FileCommand {
    var file: FileOptions { get }
}

extension ExportCommand {
    var global: GlobalOptions { file.global }
    var target: ExportOptions { file.target }
    var asOf: CivilDate? { file.reading.asOf }
    var notDone: Wording { Wording("내보내지 않았습니다", "nothing was exported") }
}

/// The options of every export.
struct FileOptions: ParsableArguments {
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var target: ExportOptions
    @OptionGroup var reading: ReadingOptions
}

/// A command that writes out a view.
protocol TableExportCommand: FileCommand {
    func export() throws -> TableExport
}

extension TableExportCommand {
    func write(_ tracker: Tracker, to outlet: Outlet) async throws -> Int { try await outlet.write(export(), tracker) }
}

struct CasesExport: ExportCommand, TableExportCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases",
        abstract: "Write out the cases you may see, a row each, with laws, ministries, opinions and conditions.",
        discussion: """
              sandbox export cases --output cases.csv --bom
              sandbox export cases --changed-since 2026-01-01 --format jsonl | jq .reference
            """
    )
    @OptionGroup var file: FileOptions
    @Option(help: ArgumentHelp("Only those whose stage changed on this day or later.", valueName: "date"))
    var changedSince: CivilDate?

    func export() -> TableExport { .cases(changedSince: changedSince) }
}

struct ConsultationsExport: ExportCommand, TableExportCommand {
    static let configuration = CommandConfiguration(
        commandName: "consultations",
        abstract: "Write out the rounds of consultation you may see.",
        discussion: """
              sandbox export consultations --output consultations.csv --bom
              sandbox export consultations --ministry 문화체육관광부 --format json
            """
    )
    @OptionGroup var file: FileOptions
    @Option(help: "Only those with this ministry.") var ministry: String?

    func export() -> TableExport { .consultations(ministry: ministry) }
}

struct DecisionsExport: ExportCommand, TableExportCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions",
        abstract: "Write out the decisions on the cases you may see.",
        discussion: """
              sandbox export decisions --output decisions.csv --bom
              sandbox export decisions --since 2026-01-01 --format jsonl | jq .reference
            """
    )
    @OptionGroup var file: FileOptions
    @Option(help: ArgumentHelp("Only of decisions made on this day or later.", valueName: "date")) var since: CivilDate?

    func export() -> TableExport { .decisions(since: since) }
}

struct GrantsExport: ExportCommand, TableExportCommand {
    static let configuration = CommandConfiguration(
        commandName: "grants",
        abstract: "Write out the grants you may see: favourable decisions of the tracks that grant.",
        discussion: """
              sandbox export grants --output grants.csv --bom
              sandbox export grants --since 2026-01-01 --format jsonl | jq .reference
            """
    )
    @OptionGroup var file: FileOptions
    @Option(help: ArgumentHelp("Only of decisions made on this day or later.", valueName: "date")) var since: CivilDate?

    func export() -> TableExport { .grants(since: since) }
}

struct ConditionsExport: ExportCommand, TableExportCommand {
    static let configuration = CommandConfiguration(
        commandName: "conditions",
        abstract: "Write out the conditions of the decisions you may see, a row each.",
        discussion: """
              sandbox export conditions --output conditions.csv --bom
              sandbox export conditions --since 2026-01-01 --format jsonl | jq .reference
            """
    )
    @OptionGroup var file: FileOptions
    @Option(help: ArgumentHelp("Only of decisions made on this day or later.", valueName: "date")) var since: CivilDate?

    func export() -> TableExport { .conditions(since: since) }
}

struct RoadmapExport: ExportCommand, TableExportCommand {
    static let configuration = CommandConfiguration(
        commandName: "roadmap",
        abstract: "Write out the reform tasks of the roadmaps.",
        discussion: """
              sandbox export roadmap --output roadmap.csv --bom
              sandbox export roadmap --roadmap ai-2020 --format json
            """
    )
    @OptionGroup var file: FileOptions
    @Option(help: ArgumentHelp("Only this roadmap's.", valueName: "code")) var roadmap: String?

    func export() throws -> TableExport {
        .roadmapTasks(try roadmap.map { try RoadmapCode(option: .roadmap, $0) })
    }
}

struct MilestonesExport: ExportCommand {
    static let configuration = CommandConfiguration(
        commandName: "milestones",
        abstract: "Write out the milestones of the reform tasks: promised, promised again, reached, slip.",
        discussion: """
              sandbox export milestones --output milestones.csv --bom
              sandbox export milestones --roadmap ai-2020 --as-of 2021-12-31 --format json
            """
    )
    @OptionGroup var file: FileOptions
    @Option(help: ArgumentHelp("Only this roadmap's.", valueName: "code")) var roadmap: String?
    @Option(help: .knownBy) var knownBy: String?

    /// What had been said by that day counts, also if it was entered later.
    var asOf: CivilDate? { nil }

    func write(_ tracker: Tracker, to outlet: Outlet) async throws -> Int {
        var query = MilestoneList()
        query.roadmap = try roadmap.map { try RoadmapCode(option: .roadmap, $0) }
        query.asOf = file.reading.asOf
        query.knownBy = try knownBy.map { try CivilDate(option: .knownBy, $0) }
        return try await outlet.write(query, MilestoneListing.listing, tracker)
    }
}

struct EventsExport: ExportCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Write out the event log as far as you may see it.",
        discussion: """
              sandbox export events --output events.jsonl --as auditor
              sandbox export events --case DE-2026-0001 --format csv

            Every column that is digested is there: docs/audit.md says how to check the log with other programs.
            """
    )
    @OptionGroup var file: FileOptions
    @Option(name: .customLong("case"), help: .reference) var reference: String?
    @Option(help: ArgumentHelp("Only from this day on.", valueName: "date")) var since: CivilDate?

    func write(_ tracker: Tracker, to outlet: Outlet) async throws -> Int {
        var query = AuditLog()
        query.reference = try reference.map { try CaseReference.one($0) }
        (query.since, query.oldestFirst) = (since, true)
        return try await outlet.write(query, AuditListing.listing, tracker)
    }
}
