package import SandboxCore
package import SandboxDomain
package import SandboxPresentation

/// How many conditions the decisions carry.
package struct ConditionsSheet: SheetSource {
    package static let code = "report-conditions"
    package static let title = Wording("부가조건 현황", "Conditions")

    package var by: ConditionsReport.Grouping
    package var since: CivilDate?
    package var until: CivilDate?
    package var regime: RegimeCode?

    package init(
        by: ConditionsReport.Grouping = .phase, since: CivilDate? = nil, until: CivilDate? = nil,
        regime: RegimeCode? = nil
    ) {
        (self.by, self.since, self.until, self.regime) = (by, since, until, regime)
    }

    package func sheet(_ tracker: Tracker) async throws -> ReportSheet {
        var query = ConditionsReport()
        (query.grouping, query.since, query.until, query.regime) = (by, since, until, regime)
        let all = try await tracker.answer(query)
        let groups = all.filter { !$0.isTotal }
        let listing = Self.listing(by, maximum: groups.map(\.conditions).max() ?? 0)
        let chart = BarChart(groups.map { BarChart.Bar(Self.name($0, by), $0.conditions) })
        return ReportSheet(
            Self.title, facts: [.by(by.rawValue)],
            [
                .init(
                    "rows", Wording("부가조건", "Conditions"), listing, groups, totals: all.filter(\.isTotal), chart: chart)
            ])
    }

    private static func name(_ row: ConditionsRow, _ by: ConditionsReport.Grouping) -> Cell {
        if row.isTotal { return .code(Total.total) }
        guard let name = row.name else { return .null }
        return by == .track ? .code(TrackCode(name)) : .code(StableCodeWording(name, .conditionPhases))
    }

    private static func listing(_ by: ConditionsReport.Grouping, maximum: Int) -> Listing<ConditionsRow> {
        Listing([
            Column("name", "구분", "Group", mayShrink: false) { name($0, by) },
            Column("bar", "분포", "Share", for: .terminal) {
                .text($0.isTotal ? nil : Bar.text($0.conditions, of: maximum, width: 20))
            },
            Column("conditions", "조건", "Conditions") { .integer($0.conditions) },
            Column("decisions", "의결", "Decisions") { .integer($0.decisions) },
            Column("max", "최다", "Most") { .integer($0.maximum) },
            Column("max_of", "최다 과제", "Case with most", mayShrink: false) { .text($0.maxOf) },
        ])
    }
}
