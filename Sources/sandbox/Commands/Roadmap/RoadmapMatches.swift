import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Roadmap {
    struct Matches: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "matches",
            abstract: "List cases that name a provision the task changes, and are not linked to it yet.",
            discussion: """
                  sandbox roadmap matches ai-2020/P05
                  sandbox roadmap matches ai-2020/P05 | cut -f1 | tail -n +2 | sandbox roadmap link ai-2020/P05 -

                A provision without an article means every article of its law.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Argument(help: .task) var task: String
        @Option(
            help: ArgumentHelp("At most n rows; 0 for all (default: 100 on a terminal, else all).", valueName: "n"))
        var limit: Int?

        func run(_ tracker: Tracker) async throws {
            let limit = try global.output.limit(asked: global.checked(limit: limit), table: 100)
            var query = MatchingCases(try TaskReference.one(task))
            query.limit = limit
            try await global.print(query, .matchingCases, tracker, limit: limit)
        }
    }
}
