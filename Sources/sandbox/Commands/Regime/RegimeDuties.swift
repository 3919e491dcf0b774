import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Regime {
    struct Duties: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "duties",
            abstract: "List what regimes owe as a whole, such as an annual report, and until when.",
            discussion: """
                  sandbox regime duties
                  sandbox regime duties eu-ai-act --format json
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Argument(help: ArgumentHelp("Only those of this regime.", valueName: "code")) var regime: String?

        func run(_ tracker: Tracker) async throws {
            try await global.print(RegimeDuties(of: regime.map { RegimeCode($0) }), .duties, tracker)
        }
    }
}
