package import SandboxCore
package import SandboxDomain
package import SandboxPresentation

/// What was promised, promised again and reached, and by how many days it slipped.
package struct SlipSheet: SheetSource {
    package static let code = "report-slip"
    package static let past = PastDay.asItIsKnown
    package static let title = Wording("약속과 지연", "Promise and slip")

    /// By what milestones are told.
    package enum Grouping: String, StableCode { case task, ministry, roadmap, milestone }

    package var by: Grouping
    package var roadmap: RoadmapCode?
    package var asOf: CivilDate?
    package var knownBy: CivilDate?
    package var regime: RegimeCode?

    package init(
        by: Grouping = .task, roadmap: RoadmapCode? = nil, asOf: CivilDate? = nil, knownBy: CivilDate? = nil,
        regime: RegimeCode? = nil
    ) {
        (self.by, self.roadmap, self.asOf, self.knownBy, self.regime) = (by, roadmap, asOf, knownBy, regime)
    }

    package var regimeAsked: ReportedRegime { ReportedRegime(regime, roadmap: roadmap) }

    package func sheet(_ tracker: Tracker) async throws -> ReportSheet {
        var query = SlipReport()
        query.grouping = SlipReport.Grouping(rawValue: by.rawValue) ?? .roadmap
        query.asOf = asOf
        query.roadmap = roadmap
        (query.knownBy, query.regime) = (knownBy, regime)
        let slips = try await tracker.answer(query)
        let totals = slips.total.map { [$0] } ?? []
        let caption = Wording("이정표", "Milestones")
        let standings = BarChart(totals.flatMap(\.standings).map { BarChart.Bar(.code($0), $1) })
        var parts: [ReportSheet.Part]
        if by == .task {
            var list = MilestoneList()
            (list.roadmap, list.asOf, list.knownBy, list.regime) = (roadmap, asOf, knownBy, regime)
            let rows = try await tracker.answer(list)
            parts = [
                .init(
                    "rows", caption, .milestones, rows,
                    chart: GanttChart(rows.map(GanttChart.Row.init), today: slips.total?.asOf, legend: .milestones)),
                .init("total", Wording("합계", "Total"), Self.listing, totals, chart: standings),
            ]
        } else {
            parts = [.init("rows", caption, Self.listing, slips.groups, totals: totals, chart: standings)]
        }
        return ReportSheet(
            Self.title,
            facts: [
                .asOf(slips.total?.asOf ?? asOf), .by(by.rawValue),
            ], note: slips.total.flatMap(recordedLater), parts)
    }

    private func recordedLater(_ total: SlipRow) -> Wording? {
        guard total.recordedLater > 0, let day = asOf else { return nil }
        return Wording(
            "이정표 \(total.milestones)건 중 \(total.recordedLater)건은 \(day) 뒤에 등록된 사실을 담고 있습니다",
            "of \(Wording.counted(total.milestones, "milestone")), "
                + Wording.counted(total.recordedLater, "tells", "tell") + " something that was entered after \(day)")
    }

    private static let listing = Listing<SlipRow>([
        Column("name", "구분", "Group", for: .machines) { .text($0.name) },
        Column("group", "구분", "Group", for: .people) { row in
            if let milestone = row.name.flatMap({ Milestone(rawValue: $0) }) { return .code(milestone) }
            return row.isTotal ? .code(Total.total) : row.name.map { .text($0) } ?? .code(Nobody.none)
        },
        Column("as_of", "기준일", "As of", for: .machines) { .date($0.asOf) },
        Column("milestones", "이정표", "Milestones") { .integer($0.milestones) },
        Column("bar", "지킴", "Kept", for: .terminal) { .text(Bar.text($0.kept, of: $0.milestones, width: 10)) },
        Column("kept", "지킴", "Kept") { .integer($0.kept) },
        Column("late", "늦음", "Late") { .integer($0.late) },
        Column("overdue", "경과", "Overdue") { .integer($0.overdue) },
        Column("slipping", "미뤄짐", "Slipping") { .integer($0.slipping) },
        Column("on_course", "예정대로", "On course") { .integer($0.onCourse) },
        Column("undated", "날짜 없음", "Undated") { .integer($0.undated) },
        Column("unpromised", "약속 없이", "Not promised") { .integer($0.unpromised) },
        Column("promised_again", "재약속", "Promised again") { .integer($0.promisedAgain) },
        Column("median_slip", "지연 중앙값", "Median slip") { .decimal($0.medianSlip) },
        Column("greatest_slip", "최장 지연", "Greatest slip") { .integer($0.greatestSlip) },
        Column("recorded_later", "이후 등록", "Recorded later", for: .machines) { .integer($0.recordedLater) },
    ])

    private enum Nobody: String, CaseIterable, HasWording {
        case none

        var wording: Wording { Wording("소관 없음", "Nobody's") }
        var tone: Tone { .muted }
    }
}

extension SlipRow {
    /// How many have each standing.
    fileprivate var standings: [(Standing, Int)] {
        [
            (.kept, kept), (.late, late), (.overdue, overdue), (.slipping, slipping), (.onCourse, onCourse),
            (.undated, undated), (.unpromised, unpromised),
        ]
    }
}

extension GanttChart.Row {
    /// A milestone: its promise, what is expected if that is something else, and when it was reached.
    fileprivate init(_ row: MilestoneRow) {
        let isOther = row.actualTo == nil && row.forecastTo != row.promisedTo
        self.init(
            .list([.text(row.reference.description), .code(row.milestone)]),
            promised: .init(from: row.promisedFrom, to: row.promisedTo),
            expected: isOther ? .init(from: row.forecastFrom, to: row.forecastTo) : nil, cameOn: row.actualTo)
    }
}

extension GanttChart.Legend {
    /// Promises and milestones.
    static let milestones = GanttChart.Legend(
        promised: Wording("첫 약속", "First promise"), expected: Wording("현재 예상", "Expected now"),
        came: Wording("도달", "Reached"))
}
