import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct ReportTimeWithWhom: SheetCommand {
    static let configuration = CommandConfiguration(
        commandName: "time-with-whom",
        abstract: "Show with whom the cases spend their time: every day booked on the party it waited for.",
        discussion: """
              sandbox report time-with-whom --case DE-2026-0001 --by case
              sandbox report time-with-whom --by ministry --from 2026-01-01 --to 2026-06-30 --format csv

            A day belongs to whoever the case waits for at the midnight that ends it: the applicant for an open supplement,
            each ministry that was told and has not replied, the committee while the case is tabled or mediated, else the
            desk. Where several are waited for the days are shared to a thousandth, so that they add up to the age exactly.
            After a grant the days until the linked law is in force are the legislature's, totalled apart. Cases of the past
            say nothing of it and are left out. With --as-of the register is read as it stood at the end of that day.
            """
    )
    static let title = Wording("누구의 시간인가", "Time with whom")

    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var target: ExportOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: "One row a party, ministry by ministry, or for each track or case.") var by = TimeWithWhom.Grouping
        .party
    @Option(
        name: .customLong("case"),
        help: ArgumentHelp("Only this case; several times for several.", valueName: "reference"))
    var cases: [String] = []
    @Option(help: ArgumentHelp("Only days from this one on.", valueName: "date")) var from: CivilDate?
    @Option(help: ArgumentHelp("Only days up to this one.", valueName: "date")) var to: CivilDate?
    @Option(help: ArgumentHelp("Only this track.", valueName: "track")) var track: String?
    @Option(help: ArgumentHelp("Only this regime's.", valueName: "code")) var regime: String?

    var asOf: CivilDate? { reading.asOf }

    func sheet(_ tracker: Tracker) async throws -> ReportSheet {
        var query = TimeWithWhom()
        (query.by, query.from, query.to, query.regime) = (by, from, to, regime.map { RegimeCode($0) })
        query.cases = cases.isEmpty ? [] : try CaseReference.all(cases)
        if let track { query.track = try await tracker.track(named: track) }
        let all = try await tracker.answer(query)
        let rows = all.filter { !$0.isTotal }
        let most = rows.map(\.wholeDays).max() ?? 0
        let listing = Self.listing(by, most: most)
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

    /// What a bar is called: the party, and the ministry, track or case it stands for.
    private static func name(_ row: BookedTime) -> Cell {
        let party = row.party ?? .desk
        let beside = [row.reference, row.organisation].compactMap { $0 }.joined(separator: " ")
        return beside.isEmpty ? .code(party) : .text(beside + (row.organisation == nil ? " \(party.rawValue)" : ""))
    }

    private static func listing(_ by: TimeWithWhom.Grouping, most: Int) -> Listing<BookedTime> {
        let byCase: Column<BookedTime>.Audience = by == .caseFile ? .everyone : .machines
        let byTrack: Column<BookedTime>.Audience = by == .track ? .everyone : .machines
        let byMinistry: Column<BookedTime>.Audience = by == .caseFile || by == .ministry ? .everyone : .machines
        return Listing([
            Column("reference", "과제번호", "Reference", for: byCase, mayShrink: false) { .text($0.reference) },
            Column("regime", "제도", "Regime", for: .machines) { .text($0.regime?.code) },
            Column("track", "트랙", "Track", for: byTrack) { .code($0.track) },
            Column("party", "누구에게", "With whom") { row in row.party.map { .code($0) } ?? .code(Total.total) },
            Column("organisation", "부처", "Ministry", for: byMinistry) { .text($0.organisation) },
            Column("cases", "과제", "Cases") { .integer($0.cases) },
            Column("days", "일수", "Days") { .decimal($0.days) },
            Column("bar", "분포", "Share", for: .terminal) {
                .text($0.isTotal ? nil : Bar.text($0.wholeDays, of: most, width: 20))
            },
            Column("age_days", "전체 일수", "Age") { .integer($0.ageDays) },
        ])
    }
}
