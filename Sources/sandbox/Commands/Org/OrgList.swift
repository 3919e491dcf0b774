import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Org {
    struct List: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "list",
            abstract: "List the organisations you may see: public bodies, and the companies of cases you see.",
            discussion: """
                  sandbox org list --kind ministry
                  sandbox org list --format csv > organisations.csv
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Option(help: "Only this kind; may be given several times.") var kind: [OrganisationKind] = []
        @Option(
            help: ArgumentHelp("At most n rows; 0 for all (default: 100 on a terminal, else all).", valueName: "n"))
        var limit: Int?

        func run(_ tracker: Tracker) async throws {
            let limit = try global.output.limit(asked: global.checked(limit: limit), table: 100)
            var list = OrganisationList()
            (list.kinds, list.limit) = (kind, limit)
            try await global.print(list, .organisations, tracker, limit: limit)
        }
    }
}
