package import SandboxCore
package import SandboxDomain
package import SandboxPresentation

/// With whom the cases spend their time.
package struct TimeWithWhomSheet: SheetSource {
    package static let code = "report-time-with-whom"
    package static let title = Wording("누구의 시간인가", "Time with whom")

    package var by: TimeWithWhom.Grouping
    package var cases: [CaseReference]
    package var from: CivilDate?
    package var to: CivilDate?
    package var track: TrackCode?
    package var regime: RegimeCode?

    package init(
        by: TimeWithWhom.Grouping = .party, cases: [CaseReference] = [], from: CivilDate? = nil, to: CivilDate? = nil,
        track: TrackCode? = nil, regime: RegimeCode? = nil
    ) {
        (self.by, self.cases, self.from, self.to, self.track, self.regime) = (by, cases, from, to, track, regime)
    }

    package var regimeAsked: ReportedRegime { ReportedRegime(regime, track: track, caseFile: cases.first) }

    package func sheet(_ tracker: Tracker) async throws -> ReportSheet {
        var query = TimeWithWhom()
        (query.by, query.from, query.to, query.regime) = (by, from, to, regime)
        query.cases = cases
        query.track = track
        let all = try await tracker.answer(query)
        let rows = all.filter { !$0.isTotal }
        let maximum = rows.map(\.wholeDays).max() ?? 0
        let listing = Self.listing(by, maximum: maximum)
        return ReportSheet(
            Self.title,
            facts: [
                .asOf(all.compactMap(\.asOf).max()), .by(by.rawValue),
                .init("from", Wording("시작일", "From"), .date(from)), .init("to", Wording("종료일", "To"), .date(to)),
            ],
            [
                .init(
                    "rows", Self.title, listing, rows, totals: all.filter(\.isTotal),
                    chart: BarChart(rows.map { BarChart.Bar(Self.name($0), $0.wholeDays) }))
            ])
    }

    /// What a bar is called: the party, and the ministry, track or case it shows.
    private static func name(_ row: AttributedTime) -> Cell {
        let party = row.party ?? .desk
        let beside = [row.reference, row.organisation].compactMap { $0 }.joined(separator: " ")
        return beside.isEmpty ? .code(party) : .text(beside + (row.organisation == nil ? " \(party.rawValue)" : ""))
    }

    private static func listing(_ by: TimeWithWhom.Grouping, maximum: Int) -> Listing<AttributedTime> {
        let byCase: Column<AttributedTime>.Audience = by == .caseFile ? .everyone : .machines
        let byTrack: Column<AttributedTime>.Audience = by == .track ? .everyone : .machines
        let byMinistry: Column<AttributedTime>.Audience = by == .caseFile || by == .ministry ? .everyone : .machines
        return Listing([
            Column("reference", "과제번호", "Reference", for: byCase, mayShrink: false) { .text($0.reference) },
            Column("regime", "제도", "Regime", for: .machines) { .text($0.regime?.code) },
            Column("track", "트랙", "Track", for: byTrack) { .code($0.track) },
            Column("party", "누구에게", "With whom") { row in row.party.map { .code($0) } ?? .code(Total.total) },
            Column("organisation", "부처", "Ministry", for: byMinistry) { .text($0.organisation) },
            Column("cases", "과제", "Cases") { .integer($0.cases) },
            Column("days", "일수", "Days") { .decimal($0.days) },
            Column("bar", "분포", "Share", for: .terminal) {
                .text($0.isTotal ? nil : Bar.text($0.wholeDays, of: maximum, width: 20))
            },
            Column("age_days", "전체 일수", "Age") { .integer($0.ageDays) },
        ])
    }
}
