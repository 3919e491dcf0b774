import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap {
    struct View: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "view",
            abstract: "Show a reform task with the cases that wait for it.",
            discussion: """
                  sandbox roadmap view ai-2020/P05
                  sandbox roadmap view ai-2020/P05 --format json
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Argument(help: .task) var task: String

        func run(_ tracker: Tracker) async throws {
            let detail = try await tracker.answer(TaskView(TaskReference.one(task)))
            try global.print(Detail(detail), try await global.dated(tracker))
        }
    }
}
