import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Condition {
    struct List: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "list",
            abstract: "List the conditions of a grant and how far they are met.",
            discussion: """
                  sandbox condition list DE-2026-0001
                  sandbox condition list DE-2026-0001 --diff

                With --diff: what the ministries asked for, what was tabled, \
                what was decided, and what was changed since.
                """
        )
        @Argument(help: .reference) var reference: String
        @Flag(help: "How they became what they are.") var diff = false
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            guard diff else {
                return try await global.print(ConditionList(reference), .conditions(global.language), tracker)
            }
            let course = try await tracker.answer(ConditionHistory(reference))
            try global.print(ConditionStep.steps(course), .steps)
        }
    }
}
