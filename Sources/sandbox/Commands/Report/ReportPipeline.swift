import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct ReportPipeline: TrackerCommand {
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
    @OptionGroup var reading: ReadingOptions
    @Option(help: ArgumentHelp("Only this track.", valueName: "track")) var track: String?

    func run(_ tracker: Tracker) async throws {
        var query = PipelineReport()
        query.asOf = reading.asOf
        if let track { query.track = try await tracker.track(named: track) }
        let pipeline = try await tracker.answer(query)
        let output = try await global.dated(tracker)
        switch output.format {
        case .table:
            try global.print(pipeline.rows + (pipeline.total.map { [$0] } ?? []), Self.listing, output)
        case .json:
            try global.print(
                Detail(
                    "pipeline",
                    [
                        .field("as_of", Wording("기준일", "As of"), .date(pipeline.total?.asOf ?? reading.asOf)),
                        .rows("rows", Wording("단계별", "Stages"), Self.listing, pipeline.rows),
                        .rows("total", Wording("합계", "Total"), Self.listing, pipeline.total.map { [$0] } ?? []),
                    ]), output)
        default: try global.print(pipeline.rows, Self.listing, output)
        }
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

    private enum Total: String, Worded {
        case total

        var wording: Wording { Wording("합계", "Total") }
        var tone: Tone { .strong }
    }
}
