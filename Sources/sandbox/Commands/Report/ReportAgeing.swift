import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Report {
    struct Ageing: SheetCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show how long the open cases have been at their stage.",
            discussion: """
                  sandbox report ageing
                  sandbox report ageing --track demonstration --format html --output ageing.html

                Days are calendar days. With --as-of the register is read as it stood at the end of that day.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var target: ExportOptions
        @OptionGroup var reading: ReadingOptions
        @Option(help: ArgumentHelp("Only this track.", valueName: "track")) var track: String?

        var asOf: CivilDate? { reading.asOf }

        static let title = Wording("대기 기간", "Ageing of open cases")

        func sheet(_ tracker: Tracker) async throws -> ReportSheet {
            var query = AgeingReport()
            if let track { query.track = try await tracker.track(named: track) }
            let rows = try await tracker.answer(query)
            let most = rows.map(\.cases).max() ?? 0
            return ReportSheet(
                Self.title, facts: [.asOf(rows.first?.asOf)],
                [
                    .init(
                        "rows", Wording("현재 단계에 머문 일수", "Days at the present stage"), Self.listing(most), rows,
                        chart: Histogram(rows.map { BarChart.Bar(.text($0.name), $0.cases) }))
                ])
        }

        private static func listing(_ most: Int) -> Listing<AgeingRow> {
            Listing([
                Column("days", "일수", "Days") { .text($0.name) },
                Column("least_days", "이상", "From", for: .machines) { .integer($0.leastDays) },
                Column("most_days", "이하", "To", for: .machines) { .integer($0.mostDays) },
                Column("bar", "분포", "Share", for: .terminal) { .text(Bar.text($0.cases, of: most, width: 20)) },
                Column("cases", "과제", "Cases") { .integer($0.cases) },
                Column("filed", "접수 대기", "Filed") { .integer($0.filed) },
                Column("received", "담당 창구", "Received") { .integer($0.received) },
                Column("consulting", "협의", "In consultation") { .integer($0.consulting) },
                Column("oldest", "가장 오래된 과제", "Oldest", mayShrink: false) { .text($0.oldest) },
            ])
        }
    }
}
