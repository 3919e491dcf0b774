package import SandboxCore
package import SandboxDomain
package import SandboxPresentation

/// Who takes part: ministries or companies.
package struct OrganisationsSheet: SheetSource {
    package static let code = "report-organisations"
    package static let title = Wording("참여 기관", "Organisations")

    package var kind: OrganisationsReport.Kind
    package var regime: RegimeCode?

    package init(kind: OrganisationsReport.Kind = .ministry, regime: RegimeCode? = nil) {
        (self.kind, self.regime) = (kind, regime)
    }

    package func sheet(_ tracker: Tracker) async throws -> ReportSheet {
        var query = OrganisationsReport()
        (query.kind, query.regime) = (kind, regime)
        let rows = try await tracker.answer(query)
        let bars = rows.prefix(30).map { BarChart.Bar(.text($0.name), kind == .company ? $0.cases : $0.asked) }
        let caption =
            kind == .company ? Wording("기업별 과제", "Cases per company") : Wording("부처별 협의", "Consultations per ministry")
        return ReportSheet(
            Self.title,
            facts: [.init("kind", Wording("종류", "Kind"), .code(StableCodeWording(kind.rawValue, .groupings)))],
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
        Column("median_days", "중앙값(일)", "Median days") { .decimal($0.medianDays) },
        Column("tasks", "법령정비 과제", "Reform tasks") { .integer($0.tasks) },
    ])
}
