import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Regime {
    struct List: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "list",
            abstract: "List the regimes with their newest version.",
            discussion: """
                  sandbox regime list
                  sandbox regime list --format json
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run(_ tracker: Tracker) async throws {
            try await global.print(RegimeList(), .regimes(global.language), tracker)
        }
    }
}
