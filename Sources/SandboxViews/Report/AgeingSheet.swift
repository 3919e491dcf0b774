package import SandboxCore
package import SandboxDomain
package import SandboxPresentation

/// How long the open cases have been at their stage.
package struct AgeingSheet: SheetSource {
    package static let code = "report-ageing"
    package static let title = Wording("대기 기간", "Ageing of open cases")

    package var track: TrackCode?
    package var regime: RegimeCode?

    package init(track: TrackCode? = nil, regime: RegimeCode? = nil) {
        (self.track, self.regime) = (track, regime)
    }

    package var regimeAsked: ReportedRegime { ReportedRegime(regime, track: track) }

    package func sheet(_ tracker: Tracker) async throws -> ReportSheet {
        var query = AgeingReport()
        (query.track, query.regime) = (track, regime)
        let rows = try await tracker.answer(query)
        let maximum = rows.map(\.cases).max() ?? 0
        return ReportSheet(
            Self.title, facts: [.asOf(rows.first?.asOf)],
            [
                .init(
                    "rows", Wording("현재 단계에 머문 일수", "Days at the present stage"), Self.listing(maximum), rows,
                    chart: Histogram(rows.map { BarChart.Bar(.text($0.name), $0.cases) }))
            ])
    }

    private static func listing(_ maximum: Int) -> Listing<AgeingRow> {
        Listing([
            Column("days", "일수", "Days") { .text($0.name) },
            Column("min_days", "이상", "From", for: .machines) { .integer($0.minDays) },
            Column("max_days", "이하", "To", for: .machines) { .integer($0.maxDays) },
            Column("bar", "분포", "Share", for: .terminal) { .text(Bar.text($0.cases, of: maximum, width: 20)) },
            Column("cases", "과제", "Cases") { .integer($0.cases) },
            Column("filed", "접수 대기", "Filed") { .integer($0.filed) },
            Column("received", "담당 창구", "Received") { .integer($0.received) },
            Column("consulting", "협의", "In consultation") { .integer($0.consulting) },
            Column("oldest", "가장 오래된 과제", "Oldest", mayShrink: false) { .text($0.oldest) },
        ])
    }
}
