import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Import {
    struct Cases: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "cases",
            abstract: "Enter cases decided in the past, from a CSV file.",
            discussion: """
                  sandbox import cases data/historic_cases.csv --dry-run
                  sandbox import cases data/historic_cases.csv --format json

                One bad row, and nothing is entered: all of them are listed with line and column (exit 65). A case that was
                entered before is not entered again. Companies and ministries that are not there yet are entered too.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "file")) var file: String

        @Option(help: ArgumentHelp("Whose they are, if there are several regimes.", valueName: "code")) var regime:
            String?

        var notDone: Wording { Wording("과제를 하나도 등록하지 않았습니다", "no case was entered") }

        func run(_ tracker: Tracker) async throws {
            let act = ImportCases(try InputFile.bytes(of: file), file: file, regime: regime.map { RegimeCode($0) })
            let outcome = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(outcome, file), dryRun: writing.dryRun)
        }
    }
}
