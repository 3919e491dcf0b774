import ArgumentParser
import SandboxCore
import SandboxPresentation
import SandboxViews

extension Import {
    struct Milestones: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "milestones",
            abstract: "Enter the history of milestones from a CSV file: what was promised when, and what was reached.",
            discussion: """
                  sandbox import milestones data/milestones/ai_law.csv --dry-run
                  sandbox import milestones data/milestones/ai_law.csv

                Columns: task, milestone, promised with said_on, reached, reason, source. What is there already in the same words
                is not entered again; nothing that is there is changed. One bad row, and nothing is entered (exit 65).
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "file")) var file: String

        var notDone: Wording { Wording("이정표를 하나도 등록하지 않았습니다", "no milestone was entered") }

        func run(_ tracker: Tracker) async throws {
            let act = ImportMilestones(try InputFile.bytes(of: file), file: file)
            let outcome = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(outcome), dryRun: writing.dryRun)
        }
    }
}
