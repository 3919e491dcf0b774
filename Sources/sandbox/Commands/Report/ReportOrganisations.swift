import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Report {
    struct Organisations: ReportCommand {
        static let configuration = CommandConfiguration(
            name: "organisations",
            abstract:
                "Show who takes part: ministries with their consultations and reform tasks, or companies with their cases.",
            discussion: """
                  sandbox report organisations
                  sandbox report organisations --kind company --format csv --output companies.csv

                Median days: half of a ministry's replies took no longer, in calendar days. Reform tasks are those not ended.
                With --as-of the register is read as it was at the end of that day.
                """
        )
        @OptionGroup var file: FileOptions
        @Option(help: "Of whom.") var kind = OrganisationsReport.Kind.ministry

        func source(_ tracker: Tracker) async throws -> OrganisationsSheet {
            OrganisationsSheet(kind: kind)
        }
    }
}
