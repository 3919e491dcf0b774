import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Summit {
    struct View: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "view",
            abstract: "Show a summit, with the list for the next one: what was promised, and what became of it.",
            discussion: """
                  sandbox summit view 1
                  sandbox summit view 1 --as-of 2022-03-07 --format json

                The list holds this summit's commitments and councils, and what earlier ones had left unsettled.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var reading: ReadingOptions
        @Argument(help: .summit) var number: String

        func run(_ tracker: Tracker) async throws {
            var query = SummitView(try Int(summit: number))
            query.asOf = reading.asOf
            let detail = try await tracker.answer(query)
            try global.print(Detail(detail), try await global.dated(tracker))
        }
    }
}
