package import SandboxCore
package import SandboxDomain
package import SandboxPresentation

/// What was decided, and how long it took.
package struct DecisionsSheet: SheetSource {
    package static let code = "report-decisions"
    package static let title = Wording("의결 현황", "Decisions")

    package var by: DecisionsReport.Grouping
    package var since: CivilDate?
    package var until: CivilDate?
    package var track: TrackCode?
    package var regime: RegimeCode?

    package init(
        by: DecisionsReport.Grouping = .track, since: CivilDate? = nil, until: CivilDate? = nil,
        track: TrackCode? = nil,
        regime: RegimeCode? = nil
    ) {
        (self.by, self.since, self.until, self.track, self.regime) = (by, since, until, track, regime)
    }

    package var regimeAsked: ReportedRegime { ReportedRegime(regime, track: track) }

    package func sheet(_ tracker: Tracker) async throws -> ReportSheet {
        var query = DecisionsReport()
        (query.grouping, query.since, query.until) = (by, since, until)
        (query.track, query.regime) = (track, regime)
        let all = try await tracker.answer(query)
        let groups = all.filter { !$0.isTotal }
        let maximum = groups.map(\.decisions).max() ?? 0
        let listing = Self.listing(by, maximum: maximum)
        let bars = groups.map {
            BarChart.Bar(
                Self.name($0, by), $0.decisions, note: Wording("지정 \($0.grants)", "\($0.grants) granted"))
        }
        let trend =
            by == .year || by == .month
            ? Bar.sparkline(groups.filter { $0.name != Unknown.unknown.rawValue }.map(\.decisions)) : nil
        return ReportSheet(
            Self.title,
            facts: [
                .by(by.rawValue),
                .init("since", Wording("시작일", "Since"), .date(since)),
                .init("until", Wording("종료일", "Until"), .date(until)),
                .init(Wording("추이", "Trend"), .text(trend)),
            ],
            [
                .init(
                    "rows", Wording("의결", "Decisions"), listing, groups, totals: all.filter(\.isTotal),
                    chart: BarChart(bars))
            ])
    }

    private static func name(_ row: DecisionsRow, _ by: DecisionsReport.Grouping) -> Cell {
        guard let name = row.name else { return .code(Total.total) }
        switch by {
        case .track: return .code(TrackCode(name))
        case .outcome: return DecisionOutcome(rawValue: name).map { .code($0) } ?? .text(name)
        case .year, .month: return Unknown(rawValue: name).map { .code($0) } ?? .text(name)
        }
    }

    private static func listing(_ by: DecisionsReport.Grouping, maximum: Int) -> Listing<DecisionsRow> {
        Listing([
            Column("name", "구분", "Group", mayShrink: false) { name($0, by) },
            Column("decisions", "의결", "Decisions") { .integer($0.decisions) },
            Column("bar", "분포", "Share", for: .terminal) {
                .text($0.isTotal ? nil : Bar.text($0.decisions, of: maximum, width: 20))
            },
            Column("grants", "지정·허가", "Grants") { .integer($0.grants) },
            Column("with_conditions", "그중 조건부", "Of them with conditions") { .integer($0.withConditions) },
            Column("rejected", "부결", "Rejected") { .integer($0.rejected) },
            Column("other", "그 밖", "Other") { .integer($0.other) },
            Column("median_days", "중앙값(일)", "Median days") { .decimal($0.medianDays) },
        ])
    }
}
