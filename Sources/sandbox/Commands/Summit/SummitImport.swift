import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Summit {
    struct Import: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "import",
            abstract: "Enter a summit with everything a YAML file tells of it.",
            discussion: """
                  sandbox summit import data/summits/2021-09-07.yaml --dry-run
                  sandbox summit import data/summits/2021-09-07.yaml

                A summit that is there is not changed: a file that says the same changes nothing, one that says something else is
                a conflict (exit 5). What has become of commitments since is not a difference.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Option(help: ArgumentHelp("Whose it is, if there are several regimes.", valueName: "code")) var regime: String?
        @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "file")) var file: String

        var notDone: Wording { Wording("전략대화를 등록하지 않았습니다", "the summit was not entered") }

        func run(_ tracker: Tracker) async throws {
            let summit = try SummitFile(yaml: try InputFile.bytes(of: file), file: file)
            var act = ImportSummit(summit)
            act.regime = regime.map { RegimeCode($0) }
            let outcome = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(outcome), dryRun: writing.dryRun)
        }
    }
}
