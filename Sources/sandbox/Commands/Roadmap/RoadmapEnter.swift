import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap {
    struct Enter: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "enter",
            abstract: "Enter a reform task that is there into another roadmap; it stays one task.",
            discussion: """
                  sandbox roadmap enter ai-2020/P05 --roadmap ai-2025 --number T07 --target 2026 --target-kind passed
                  sandbox roadmap enter ai-2020/P15 --roadmap ai-2025 --number T08

                A target there is one more promise beside the first, said on the day that roadmap was adopted.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: .task) var task: String
        @Option(help: ArgumentHelp("The other roadmap.", valueName: "code")) var roadmap: String
        @Option(help: ArgumentHelp("The task's number there.", valueName: "number")) var number: String
        @Option(help: "The part of that roadmap it belongs to.") var area: String?
        @Option(help: ArgumentHelp("When it is to be done, in the words of that roadmap.", valueName: "words"))
        var target: String?
        @Option(help: "Which milestone that means.") var targetKind: SandboxDomain.Milestone = .inForce

        var notDone: Wording { Wording("로드맵에 넣지 않았습니다", "the task was not entered") }

        func run(_ tracker: Tracker) async throws {
            let task = try TaskReference.one(task)
            var act = EnterTask(
                task, into: try RoadmapCode(option: .roadmap, roadmap),
                as: try .label(.number, number))
            act.area = try area.map { try .label(.area, $0) }
            act.target = try target.map { try DatePhrase(option: .target, $0) }
            act.targetKind = targetKind
            let entered = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(entered: entered, from: task, act.target), dryRun: writing.dryRun)
        }
    }
}
