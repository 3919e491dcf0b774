import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Condition {
    struct View: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "view",
            abstract: "Show a condition with its versions and all evidence filed for it.",
            discussion: """
                  sandbox condition view DE-2026-0001 2
                  sandbox condition view DE-2026-0001 2 --format json
                """
        )
        @Argument(help: .reference) var reference: String
        @Argument(help: .condition) var number: Int
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run(_ tracker: Tracker) async throws {
            let detail = try await tracker.answer(ConditionView(try CaseReference.one(reference), number: number))
            try global.print(Detail(detail), try await global.dated(tracker))
        }
    }
}
