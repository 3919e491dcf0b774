import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Org {
    struct View: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "view",
            abstract: "Show an organisation.",
            discussion: """
                  sandbox org view 문화체육관광부
                  sandbox org view 문화체육관광부 --format json
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Argument(help: "Its name.") var name: String

        func run(_ tracker: Tracker) async throws {
            try global.print(Detail(try await tracker.answer(OrganisationView(name))))
        }
    }
}
