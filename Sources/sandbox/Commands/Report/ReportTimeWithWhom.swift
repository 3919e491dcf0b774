import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Report {
    struct TimeWithWhom: ReportCommand {
        static let configuration = CommandConfiguration(
            name: "time-with-whom",
            abstract: "Show with whom the cases spend their time: every day goes to the party the case waited for.",
            discussion: """
                  sandbox report time-with-whom --case DE-2026-0001 --by case
                  sandbox report time-with-whom --by ministry --from 2026-01-01 --to 2026-06-30 --format csv

                A day belongs to whoever the case waits for at the midnight that ends it: the applicant for an open supplement,
                each ministry that was told and has not replied, the committee while the case is tabled or mediated, else the
                desk. Where several are waited for the days are shared to a thousandth, so that they add up to the age exactly.
                After a grant the days until the linked law is in force are the legislature's, totalled apart. Cases of the past
                say nothing of it and are left out. With --as-of the register is read as it was at the end of that day.
                """
        )

        @OptionGroup var file: FileOptions
        @Option(help: "One row a party, ministry by ministry, or for each track or case.") var by = SandboxCore
            .TimeWithWhom.Grouping.party
        @Option(
            name: .customLong("case"),
            help: ArgumentHelp("Only this case; several times for several.", valueName: "reference"))
        var cases: [String] = []
        @Option(help: ArgumentHelp("Only days from this one on.", valueName: "date")) var from: CivilDate?
        @Option(help: ArgumentHelp("Only days up to this one.", valueName: "date")) var to: CivilDate?
        @Option(help: ArgumentHelp("Only this track.", valueName: "track")) var track: String?

        func source(_ tracker: Tracker) async throws -> TimeWithWhomSheet {
            if let from, let to, from > to { throw BadInput(.endsBeforeStart, field: .to) }
            return TimeWithWhomSheet(
                by: by, cases: cases.isEmpty ? [] : try CaseReference.all(cases), from: from, to: to,
                track: try await tracker.track(track), regime: regime)
        }
    }
}
