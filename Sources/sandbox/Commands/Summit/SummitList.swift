import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Summit {
    struct List: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "list",
            abstract: "List the summits.",
            discussion: """
                  sandbox summit list
                  sandbox summit list --format json
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run(_ tracker: Tracker) async throws { try await global.print(SummitList(), .summits, tracker) }
    }
}
