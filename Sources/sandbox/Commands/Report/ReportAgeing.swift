import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Report {
    struct Ageing: ReportCommand {
        static let configuration = CommandConfiguration(
            name: "ageing",
            abstract: "Show how long the open cases have been at their stage.",
            discussion: """
                  sandbox report ageing
                  sandbox report ageing --track demonstration --format html --output ageing.html

                Days are calendar days. With --as-of the register is read as it was at the end of that day.
                """
        )
        @OptionGroup var file: FileOptions
        @Option(help: ArgumentHelp("Only this track.", valueName: "track")) var track: String?

        func source(_ tracker: Tracker) async throws -> AgeingSheet {
            AgeingSheet(track: try await tracker.track(track))
        }
    }
}
