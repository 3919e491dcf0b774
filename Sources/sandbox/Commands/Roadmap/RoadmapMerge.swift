import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap {
    struct Merge: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "merge",
            abstract: "Merge a reform task into another one. It keeps its reference, its links and its promises.",
            discussion: """
                  sandbox roadmap merge ai-2020/P05 --into ai-2025/T02 --reason '2025년 로드맵 과제로 통합'
                  sandbox roadmap merge ai-2020/P05 --into ai-2025/T02 --reason '통합' --dry-run

                What waited for the old task waits for the new one, and who owed it owes the new one. What became of the old
                promises is measured by the new task. A merge is not undone.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .task) var task: String
        @Option(help: ArgumentHelp("The task that continues it.", valueName: "task")) var into: String
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose

        var notDone: Wording { Wording("과제를 통합하지 않았습니다", "the tasks were not merged") }

        func run(_ tracker: Tracker) async throws {
            let act = MergeTask(
                try TaskReference.one(task), into: try TaskReference.one(into), reason: try reason.text(.reason))
            let merged = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(merged), dryRun: writing.dryRun)
        }
    }
}
