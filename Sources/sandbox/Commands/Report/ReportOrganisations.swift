import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Report {
    struct Organisations: SheetCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Show who takes part: ministries with their consultations and reform tasks, or companies with their cases.",
            discussion: """
                  sandbox report organisations
                  sandbox report organisations --kind company --format csv --output companies.csv

                Median days: half of a ministry's replies took no longer, in calendar days. Reform tasks are those not ended.
                With --as-of the register is read as it stood at the end of that day.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var target: ExportOptions
        @OptionGroup var reading: ReadingOptions
        @Option(help: "Of whom.") var kind = OrganisationsReport.Kind.ministry

        var asOf: CivilDate? { reading.asOf }

        static let title = Wording("참여 기관", "Organisations")

        func sheet(_ tracker: Tracker) async throws -> ReportSheet {
            var query = OrganisationsReport()
            query.kind = kind
            let rows = try await tracker.answer(query)
            let bars = rows.prefix(30).map { BarChart.Bar(.text($0.name), kind == .company ? $0.cases : $0.asked) }
            let caption =
                kind == .company ? Wording("기업별 과제", "Cases per company") : Wording("부처별 협의", "Consultations per ministry")
            return ReportSheet(
                Self.title, facts: [.init("kind", Wording("종류", "Kind"), .code(WordedCode(kind.rawValue, .groupings)))],
                [
                    .init("rows", caption, kind == .company ? Self.companies : Self.ministries, rows, chart: BarChart(bars))
                ])
        }

        private static let companies = Listing<OrganisationsRow>([
            Column("name", "기업", "Company") { .text($0.name) },
            Column("cases", "과제", "Cases") { .integer($0.cases) },
            Column("open_cases", "진행", "Open") { .integer($0.openCases) },
            Column("decisions", "의결", "Decisions") { .integer($0.decisions) },
            Column("grants", "지정·허가", "Grants") { .integer($0.grants) },
        ])

        private static let ministries = Listing<OrganisationsRow>([
            Column("name", "부처", "Ministry") { .text($0.name) },
            Column("asked", "협의", "Asked") { .integer($0.asked) },
            Column("open_consultations", "미회신", "Open") { .integer($0.openConsultations) },
            Column("median_days", "중앙값(일)", "Median days") { .integer($0.medianDays) },
            Column("tasks", "법령정비 과제", "Reform tasks") { .integer($0.tasks) },
        ])
    }
}
