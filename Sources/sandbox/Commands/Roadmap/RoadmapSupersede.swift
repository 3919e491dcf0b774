import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap {
    struct Supersede: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "supersede",
            abstract:
                "Say that another reform task replaces this one. It keeps its reference, its links and its promises.",
            discussion: """
                  sandbox roadmap supersede ai-2020/P07 --by ai-2025/T05 --reason '기본법 하위 기준으로 대체'
                  sandbox roadmap supersede ai-2020/P07 --by ai-2025/T05 --reason '대체' --dry-run
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .task) var task: String
        @Option(help: ArgumentHelp("The task that replaces it.", valueName: "task")) var by: String
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose

        var notDone: Wording { Wording("과제를 대체하지 않았습니다", "the task was not superseded") }

        func run(_ tracker: Tracker) async throws {
            let act = MergeTask(
                try TaskReference.one(task), into: try TaskReference.one(by), reason: try reason.text(.reason),
                isSuperseded: true)
            let merged = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(merged), dryRun: writing.dryRun)
        }
    }
}
