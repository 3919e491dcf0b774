import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Report {
    struct Decisions: SheetCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what was decided: grants, rejections, and how long it took.",
            discussion: """
                  sandbox report decisions --by year
                  sandbox report decisions --since 2026-01-01 --track demonstration --format html --output decisions.html

                Days are calendar days from filing to decision; cases of the past have no filing day and are left out of
                them. With --as-of the register is read as it stood at the end of that day.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var target: ExportOptions
        @OptionGroup var reading: ReadingOptions
        @Option(help: "By what decisions are counted.") var by = DecisionsReport.Grouping.track
        @Option(help: ArgumentHelp("Only those decided on this day or later.", valueName: "date")) var since: CivilDate?
        @Option(help: ArgumentHelp("Only those decided on this day or earlier.", valueName: "date")) var until: CivilDate?
        @Option(help: ArgumentHelp("Only this track.", valueName: "track")) var track: String?

        var asOf: CivilDate? { reading.asOf }

        static let title = Wording("의결 현황", "Decisions")

        func sheet(_ tracker: Tracker) async throws -> ReportSheet {
            var query = DecisionsReport()
            (query.grouping, query.since, query.until) = (by, since, until)
            if let track { query.track = try await tracker.track(named: track) }
            let all = try await tracker.answer(query)
            let groups = all.filter { !$0.isTotal }
            let most = groups.map(\.decisions).max() ?? 0
            let listing = Self.listing(by, most: most)
            let bars = groups.map {
                BarChart.Bar(
                    Self.name($0, by), $0.decisions, note: Wording("지정 \($0.grants)", "\($0.grants) granted"))
            }
            let trend = by == .year || by == .month ? Bar.sparkline(groups.map(\.decisions)) : nil
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
            case .year, .month: return .text(name)
            }
        }

        private static func listing(_ by: DecisionsReport.Grouping, most: Int) -> Listing<DecisionsRow> {
            Listing([
                Column("name", "구분", "Group", mayShrink: false) { name($0, by) },
                Column("decisions", "의결", "Decisions") { .integer($0.decisions) },
                Column("bar", "분포", "Share", for: .terminal) {
                    .text($0.isTotal ? nil : Bar.text($0.decisions, of: most, width: 20))
                },
                Column("grants", "지정·허가", "Grants") { .integer($0.grants) },
                Column("with_conditions", "조건부", "With conditions") { .integer($0.withConditions) },
                Column("rejected", "부결", "Rejected") { .integer($0.rejected) },
                Column("other", "그 밖", "Other") { .integer($0.other) },
                Column("median_days", "중앙값(일)", "Median days") { .integer($0.medianDays) },
            ])
        }
    }
}
