import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Report {
    struct Expiries: ReportCommand {
        static let configuration = CommandConfiguration(
            name: "expiries",
            abstract: "Show every grant with its end, and whether the law it waits for will be there in time.",
            discussion: """
                  sandbox report expiries --within 180
                  sandbox report expiries --as-of 2027-06-30 --format html --output expiries.html
                  sandbox report expiries --format ics --output expiries.ics

                The worst first: those whose law comes too late or nobody knows when, before those in time. Days late count
                from the last day in force to the day the law of the last linked reform task is expected to be in force, by
                the current forecast of the roadmap. As ics a calendar feed of the ends.
                """
        )
        @OptionGroup var file: FileOptions
        @Option(help: ArgumentHelp("Only this track.", valueName: "track")) var track: String?
        @Option(help: ArgumentHelp("Only those that end within this many days.", valueName: "days")) var within:
            Measured<InDays>?

        func source(_ tracker: Tracker) async throws -> ExpiriesSheet {
            ExpiriesSheet(track: try await tracker.track(track), within: within?.int, asOf: asOf)
        }
    }
}
