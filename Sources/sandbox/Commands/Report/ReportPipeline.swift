import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct ReportPipeline: SheetCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipeline",
        abstract: "Show how many cases are at which stage of which track, and for how long.",
        discussion: """
              sandbox report pipeline
              sandbox report pipeline --track demonstration --as-of 2026-06-30 --format json

            Days are calendar days at the present stage. With --as-of stages are those the event log knows of the end
            of that day; a case of the past counts as decided from the day of its decision.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var target: ExportOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: ArgumentHelp("Only this track.", valueName: "track")) var track: String?

    func sheet(_ tracker: Tracker) async throws -> ReportSheet {
        var query = PipelineReport()
        query.asOf = reading.asOf
        if let track { query.track = try await tracker.track(named: track) }
        let pipeline = try await tracker.answer(query)
        let stages = Stage.allCases.map { stage in
            (stage, pipeline.rows.filter { $0.stage == stage }.reduce(0) { $0 + $1.cases })
        }
        let funnel = BarChart(stages.map { BarChart.Bar(.code($0), $1) })
        let rows =
            global.output.format.isForPeople ? pipeline.rows + (pipeline.total.map { [$0] } ?? []) : pipeline.rows
        return ReportSheet(
            name: "pipeline", title: Wording("진행 현황", "Pipeline"),
            facts: [.asOf(pipeline.total?.asOf ?? reading.asOf)],
            parts: [
                .init("rows", Wording("트랙·단계별 과제", "Cases by track and stage"), Self.listing, rows, chart: funnel),
                .init("total", Wording("합계", "Total"), Self.listing, pipeline.total.map { [$0] } ?? []),
            ].filter { $0.key != "total" || !global.output.format.isForPeople })
    }

    static let listing = Listing<PipelineRow>([
        Column("track", "트랙", "Track") { row in row.track.map { .code($0) } ?? .code(Total.total) },
        Column("stage", "단계", "Stage") { .code($0.stage) },
        Column("as_of", "기준일", "As of", for: .machines) { .date($0.asOf) },
        Column("cases", "과제", "Cases") { .integer($0.cases) },
        Column("median_days", "중앙값(일)", "Median days") { .integer($0.medianDays) },
        Column("oldest_days", "최장(일)", "Oldest days") { .integer($0.oldestDays) },
        Column("oldest", "가장 오래된 과제", "Oldest", mayShrink: false) { .text($0.oldest) },
    ])
}

/// The last row of a table of figures.
enum Total: String, Worded {
    case total

    var wording: Wording { Wording("합계", "Total") }
    var tone: Tone { .strong }
}
