import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Report {
    struct Decisions: ReportCommand {
        static let configuration = CommandConfiguration(
            name: "decisions",
            abstract: "Show what was decided: grants, rejections, and how long it took.",
            discussion: """
                  sandbox report decisions --by year
                  sandbox report decisions --since 2026-01-01 --track demonstration --format html --output decisions.html

                Days are calendar days from filing to decision. Cases of the past have no filing day and are not
                counted among them. With --as-of the register is read as it was at the end of that day.
                """
        )
        @OptionGroup var file: FileOptions
        @Option(help: "By what decisions are counted.") var by = DecisionsReport.Grouping.track
        @Option(help: ArgumentHelp("Only those decided on this day or later.", valueName: "date")) var since: CivilDate?
        @Option(help: ArgumentHelp("Only those decided on this day or earlier.", valueName: "date")) var until:
            CivilDate?
        @Option(help: ArgumentHelp("Only this track.", valueName: "track")) var track: String?

        func source(_ tracker: Tracker) async throws -> DecisionsSheet {
            DecisionsSheet(by: by, since: since, until: until, track: try await tracker.track(track))
        }
    }
}
