import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Report {
    struct Consultations: ReportCommand {
        static let configuration = CommandConfiguration(
            name: "consultations",
            abstract: "Show what became of the consultations, ministry by ministry.",
            discussion: """
                  sandbox report consultations
                  sandbox report consultations --by track --as-of 2026-06-30 --format html --output consultations.html

                Days are those the deadline counts, without stops, from the day after the notice up to the reply.
                Overdue are the open ones whose period has ended. What was open on a past day is found from the
                facts of today.
                """
        )
        @OptionGroup var file: FileOptions
        @Option(help: "One row a ministry, or one a track.") var by: ConsultationReport.Grouping = .ministry
        @Option(help: ArgumentHelp("Only this track.", valueName: "track")) var track: String?

        func source(_ tracker: Tracker) async throws -> ConsultationsSheet {
            ConsultationsSheet(by: by, track: try await tracker.track(track), regime: regime, asOf: asOf)
        }
    }
}
