import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct History: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "history",
            abstract: "What happened to a case: who, what and when, as the database recorded it.",
            discussion: """
                  sandbox case history DE-2026-0001
                  sandbox case history DE-2026-0001 --format jsonl

                The machine formats have what was there before and after, and the digests of the chain.
                """
        )
        @Argument(help: .reference) var reference: String
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run(_ tracker: Tracker) async throws {
            let query = CaseHistory(try CaseReference.one(reference))
            let output = global.output
            guard output.format == .table else { return try await global.print(query, .history, tracker) }
            try global.print(HistoryStep.steps(try await tracker.answer(query)), .history, output.unobserved)
        }
    }
}
