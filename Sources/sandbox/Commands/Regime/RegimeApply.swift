import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Regime {
    struct Apply: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "apply",
            abstract: "Make a regime what a file says.",
            discussion: """
                  sandbox regime apply regimes/kr-ict.yaml --dry-run
                  sandbox regime apply regimes/eu-ai-act.yaml --authority "AI Office"

                A file that says what is already in force changes nothing. Any other makes a new version. Cases keep the
                version they were filed under, unless the file says applies_to: open-cases; then every open deadline
                that moves is shown with its old and new end. What a file no longer names is closed for new cases, never
                removed. A regime belongs to an authority, whose desk alone acts under it: to yours, if it is new and you name
                no other.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "file.yaml")) var file: String
        @Option(help: ArgumentHelp("Whose it is from now on; an organisation of kind authority.", valueName: "name"))
        var authority: String?

        var notDone: Wording { Wording("제도를 바꾸지 않았습니다", "the regime was not changed") }

        func run(_ tracker: Tracker) async throws {
            let act = ApplyRegime(try RegimeFile(yaml: try InputFile.bytes(of: file), file: file), authority: authority)
            let applied = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(applied), dryRun: writing.dryRun)
        }
    }
}
