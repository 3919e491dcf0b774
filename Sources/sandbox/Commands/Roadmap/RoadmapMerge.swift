import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct RoadmapMerge: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
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

struct RoadmapSupersede: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "supersede",
        abstract: "Say that another reform task replaces this one. It keeps its reference, its links and its promises.",
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

extension Confirmation {
    fileprivate init(_ merged: MergedTask) {
        self.init(
            name: merged.into.description,
            said: Wording(
                "\(merged.reference): ‘\(merged.status.wording.ko)’. 이제 \(merged.into)에서 이어집니다.",
                "\(merged.reference) is “\(merged.status.wording.en)”; \(merged.into) continues it."),
            next: [
                Wording("  기다리는 과제: \(merged.cases)건", "  cases that wait for it: \(merged.cases)")
            ],
            fields: [
                .init("task", "과제", "Task", .text(merged.reference.description)),
                .init("into", "이어받은 과제", "Into", .text(merged.into.description)),
                .init("status", "상태", "Status", .code(merged.status)),
                .init("cases", "대기 과제", "Cases", .integer(merged.cases)),
            ])
    }
}
