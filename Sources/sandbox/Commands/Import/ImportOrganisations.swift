import ArgumentParser
import SandboxCore
import SandboxPresentation
import SandboxViews

extension Import {
    struct Organisations: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "organisations",
            abstract: "Enter organisations from a CSV file: name, kind and, if wanted, name_en and registration_no.",
            discussion: """
                  sandbox import organisations ministries.csv
                  sandbox org list --format csv | sandbox import organisations - --database-url postgresql://desk@other/sandbox

                Those that are there stay as they are.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "file")) var file: String

        var notDone: Wording { Wording("기관을 하나도 등록하지 않았습니다", "no organisation was entered") }

        func run(_ tracker: Tracker) async throws {
            let act = ImportOrganisations(try InputFile.bytes(of: file), file: file)
            let outcome = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(outcome), dryRun: writing.dryRun)
        }
    }
}
