import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct Count: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "count",
            abstract: "Count the filed cases you may see, by stage and month.",
            discussion: """
                  sandbox case count
                  sandbox case count --by-filing --track demonstration --format csv > filed.csv

                The month is the one in which a case came to its stage: of decided cases, that of the decision.
                """
        )
        @Flag(help: "By the month of filing instead.") var byFiling = false
        @Option(help: .listedRegime) var regime: String?
        @Option(help: "Only this track; may be given several times.") var track: [String] = []
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run(_ tracker: Tracker) async throws {
            var counts = CaseCounts()
            counts.byFiling = byFiling
            counts.regime = regime.map { RegimeCode($0) }
            counts.tracks = try await tracker.tracks(named: track)
            try await global.print(counts, .caseCounts, tracker)
        }
    }
}
