import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Grant {
    struct List: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "list",
            abstract: "List grants with the legal state they are in and why.",
            discussion: """
                  sandbox grant list --state running --state deemed-running
                  sandbox grant list --as-of 2028-01-01 --format json
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var reading: ReadingOptions
        @Option(help: "Only this state; may be given several times.") var state: [GrantState] = []
        @Option(
            help: ArgumentHelp(
                "Only those of cases in which these words are found; see “sandbox search”.", valueName: "words"))
        var search: String?
        @Option(
            help: ArgumentHelp("At most n rows; 0 for all (default: 100 on a terminal, else all).", valueName: "n"))
        var limit: Int?
        @Option(help: .listedRegime) var regime: String?

        func run(_ tracker: Tracker) async throws {
            let limit = try global.output.limit(asked: global.checked(limit: limit), table: 100)
            var list = GrantList()
            (list.asOf, list.states, list.limit) = (reading.asOf, state, limit)
            list.regime = regime.map { RegimeCode($0) }
            list.search = try search.map { try SearchWords(searched: $0, .search) }
            try await global.print(list, .grants, tracker, limit: limit)
        }
    }
}
