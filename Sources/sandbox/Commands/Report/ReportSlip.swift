import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct ReportSlip: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "slip",
        abstract: "Show what was promised, promised again and reached, and by how many days it slipped.",
        discussion: """
              sandbox report slip --roadmap ai-2020
              sandbox report slip --by ministry --as-of 2021-12-31 --format json

            Slip runs from the last day of the first promise to the last day of the arrival, else of the last forecast; a
            promise whose day has passed slips on day by day. A ≤ stands before it where the source knows no exact day.
            """
    )

    /// By what milestones are told.
    enum Grouping: String, Coded, ExpressibleByArgument { case task, ministry, roadmap, milestone }

    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: "Each milestone of each task, or counted by ministry, roadmap or milestone.") var by: Grouping = .task
    @Option(help: ArgumentHelp("Only this roadmap.", valueName: "code")) var roadmap: String?
    @Option(help: .knownBy) var knownBy: String?

    func run(_ tracker: Tracker) async throws {
        var query = SlipReport()
        query.grouping = SlipReport.Grouping(rawValue: by.rawValue) ?? .roadmap
        query.asOf = reading.asOf
        query.roadmap = try roadmap.map { try RoadmapCode(option: "--roadmap", $0) }
        query.knownBy = try knownBy.map { try CivilDate(option: "--known-by", $0) }
        let slips = try await tracker.answer(query)
        if by == .task {
            var list = MilestoneList()
            (list.roadmap, list.asOf, list.knownBy) = (query.roadmap, query.asOf, query.knownBy)
            try show(slips, MilestoneListing.listing, try await tracker.answer(list))
        } else {
            try show(slips, Self.listing, slips.groups)
        }
        guard let total = slips.total, total.recordedLater > 0, let day = reading.asOf else { return }
        Console.current.say(
            Wording(
                "이정표 \(total.milestones)건 중 \(total.recordedLater)건은 \(day) 뒤에 등록된 사실을 담고 있습니다",
                "of \(total.milestones) milestones, \(total.recordedLater) tell something that was entered after \(day)"
            ),
            in: global.language)
    }

    private func show<Row>(_ slips: Slips, _ listing: Listing<Row>, _ rows: [Row]) throws {
        let output = global.output
        switch output.format {
        case .table:
            if let total = slips.total {
                let heading = Wording("약속과 지연 (\(total.asOf) 기준)", "Promise and slip (as of \(total.asOf))")
                Console.current.print(heading[global.language] + "\n")
            }
            try global.print(rows, listing, output)
            guard let total = slips.total else { return }
            Console.current.print("")
            try global.print([total], Self.listing, output)
        case .json:
            try global.print(
                Detail(
                    "slip",
                    [
                        .field("as_of", Wording("기준일", "As of"), .date(slips.total?.asOf ?? reading.asOf)),
                        .field("by", Wording("구분", "By"), .text(by.rawValue)),
                        .rows("rows", Wording("구분별", "Rows"), listing, rows),
                        .rows("total", Wording("합계", "Total"), Self.listing, slips.total.map { [$0] } ?? []),
                    ]), output)
        default: try global.print(rows, listing, output)
        }
    }

    static let listing = Listing<SlipRow>([
        Column("name", "구분", "Group", for: .machines) { .text($0.name) },
        Column("group", "구분", "Group", for: .people) { row in
            if let milestone = row.name.flatMap({ Milestone(rawValue: $0) }) { return .code(milestone) }
            return row.isTotal ? .code(Words.total) : row.name.map { .text($0) } ?? .code(Words.none)
        },
        Column("as_of", "기준일", "As of", for: .machines) { .date($0.asOf) },
        Column("milestones", "이정표", "Milestones") { .integer($0.milestones) },
        Column("kept", "지킴", "Kept") { .integer($0.kept) },
        Column("late", "늦음", "Late") { .integer($0.late) },
        Column("overdue", "경과", "Overdue") { .integer($0.overdue) },
        Column("slipping", "미뤄짐", "Slipping") { .integer($0.slipping) },
        Column("on_course", "예정대로", "On course") { .integer($0.onCourse) },
        Column("undated", "날짜 없음", "Undated") { .integer($0.undated) },
        Column("unpromised", "약속 없이", "Not promised") { .integer($0.unpromised) },
        Column("promised_again", "재약속", "Promised again") { .integer($0.promisedAgain) },
        Column("median_slip", "지연 중앙값", "Median slip") { .integer($0.medianSlip) },
        Column("greatest_slip", "최장 지연", "Greatest slip") { .integer($0.greatestSlip) },
        Column("recorded_later", "이후 등록", "Recorded later", for: .machines) { .integer($0.recordedLater) },
    ])

    private enum Words: String, Worded {
        case total, none

        var wording: Wording {
            switch self {
            case .total: Wording("합계", "Total")
            case .none: Wording("소관 없음", "Nobody's")
            }
        }
        var tone: Tone { self == .total ? .strong : .muted }
    }
}
