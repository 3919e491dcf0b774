import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Report {
    struct Pipeline: ReportCommand {
        static let configuration = CommandConfiguration(
            name: "pipeline",
            abstract: "Show how many cases are at which stage of which track, and for how long.",
            discussion: """
                  sandbox report pipeline
                  sandbox report pipeline --track demonstration --as-of 2026-06-30 --format json

                Days are calendar days at the present stage. With --as-of stages are those the event log knows of the end
                of that day; a case of the past counts as decided from the day of its decision.
                """
        )
        @OptionGroup var file: FileOptions
        @Option(help: ArgumentHelp("Only this track.", valueName: "track")) var track: String?

        func source(_ tracker: Tracker) async throws -> PipelineSheet {
            PipelineSheet(track: try await tracker.track(track), asOf: asOf)
        }
    }
}
