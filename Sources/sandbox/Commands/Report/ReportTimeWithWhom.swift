import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct ReportTimeWithWhom: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "time-with-whom",
        abstract: "Show with whom the cases spend their time: every day booked on the party it waited for.",
        discussion: """
              sandbox report time-with-whom --case DE-2026-0001 --by case
              sandbox report time-with-whom --by ministry --from 2026-01-01 --to 2026-06-30 --format csv

            A day belongs to whoever the case waits for at the midnight that ends it: the applicant for an open supplement,
            each ministry that was told and has not replied, the committee once the case is tabled, else the desk. Where
            several are waited for the days are shared to a thousandth, so that they add up to the age exactly. After a
            grant the days until the linked law is in force are the legislature's, totalled apart. Cases of the past say
            nothing of it and are left out.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: "One row a party, ministry by ministry, or for each track or case.") var by: TimeWithWhom.Grouping =
        .party
    @Option(
        name: .customLong("case"),
        help: ArgumentHelp("Only this case; several times for several.", valueName: "reference"))
    var cases: [String] = []
    @Option(help: ArgumentHelp("Only days from this one on.", valueName: "date")) var from: String?
    @Option(help: ArgumentHelp("Only days up to this one.", valueName: "date")) var to: String?
    @Option(help: ArgumentHelp("Only this track.", valueName: "track")) var track: String?
    @Option(help: ArgumentHelp("Only this regime's.", valueName: "code")) var regime: String?

    func run(_ tracker: Tracker) async throws {
        var report = TimeWithWhom()
        (report.by, report.asOf, report.regime) = (by, reading.asOf, regime.map { RegimeCode($0) })
        report.cases = cases.isEmpty ? [] : try CaseReference.all(cases)
        report.from = try from.map { try CivilDate(option: "--from", $0) }
        report.to = try to.map { try CivilDate(option: "--to", $0) }
        if let from = report.from, let to = report.to, from > to { throw BadInput(.endsBeforeStart, field: "--to") }
        if let track { report.track = try await tracker.track(named: track) }
        try await global.print(report, Self.listing(by), tracker)
    }

    private static func listing(_ by: TimeWithWhom.Grouping) -> Listing<BookedTime> {
        let byCase: Column<BookedTime>.Audience = by == .caseFile ? .everyone : .machines
        let byTrack: Column<BookedTime>.Audience = by == .track ? .everyone : .machines
        let byMinistry: Column<BookedTime>.Audience = by == .caseFile || by == .ministry ? .everyone : .machines
        return Listing([
            Column("is_total", "합계", "Total", for: .machines) { .boolean($0.isTotal) },
            Column("reference", "과제번호", "Reference", for: byCase, mayShrink: false) { .text($0.reference) },
            Column("regime", "제도", "Regime", for: .machines) { .text($0.regime?.code) },
            Column("track", "트랙", "Track", for: byTrack) { .code($0.track) },
            Column("party", "누구에게", "With whom") { row in row.party.map { .code($0) } ?? .code(Total.total) },
            Column("organisation", "부처", "Ministry", for: byMinistry) { .text($0.organisation) },
            Column("cases", "과제", "Cases") { .integer($0.cases) },
            Column("days", "일수", "Days") { .decimal($0.days) },
            Column("age_days", "전체 일수", "Age") { .integer($0.ageDays) },
            Column("as_of", "기준일", "As of", for: .machines) { .date($0.asOf) },
        ])
    }

    private enum Total: String, Worded {
        case total

        var wording: Wording { Wording("합계", "Total") }
        var tone: Tone { .strong }
    }
}
