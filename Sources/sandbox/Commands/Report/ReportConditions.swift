import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Report {
    struct Conditions: ReportCommand {
        static let configuration = CommandConfiguration(
            name: "conditions",
            abstract: "Show how many conditions the decisions carry.",
            discussion: """
                  sandbox report conditions
                  sandbox report conditions --by track --since 2026-01-01 --format json

                With --as-of the register is read as it was at the end of that day. The texts: sandbox export
                conditions.
                """
        )
        @OptionGroup var file: FileOptions
        @Option(help: "By what conditions are counted.") var by = ConditionsReport.Grouping.phase
        @Option(help: ArgumentHelp("Only of decisions made on this day or later.", valueName: "date")) var since:
            CivilDate?
        @Option(help: ArgumentHelp("Only of decisions made on this day or earlier.", valueName: "date")) var until:
            CivilDate?

        func source(_ tracker: Tracker) async throws -> ConditionsSheet {
            ConditionsSheet(by: by, since: since, until: until)
        }
    }
}
