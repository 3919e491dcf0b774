import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Consult {
    struct List: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "list",
            abstract: "List rounds of consultation, the latest first.",
            discussion: """
                  sandbox consult list --open
                  sandbox consult list --case DE-2026-0001 --format json
                """
        )
        @Flag(help: "Only those that wait for a reply.") var open = false
        @Option(help: "Only those with this ministry.") var ministry: String?
        @Option(name: .customLong("case"), help: ArgumentHelp("Only those of this case.", valueName: "ref"))
        var reference: String?
        @Option(help: ArgumentHelp("At most n rows; 0 for all (default: 50 on a terminal, else all).", valueName: "n"))
        var limit: Int?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Option(help: .listedRegime) var regime: String?

        func run(_ tracker: Tracker) async throws {
            let limit = try global.output.limit(asked: global.checked(limit: limit), table: 50)
            var list = ConsultationList()
            list.limit = limit
            (list.openOnly, list.ministry) = (open, ministry)
            list.regime = regime.map { RegimeCode($0) }
            list.reference = try reference.map { try CaseReference.one($0) }
            try await global.print(list, .consultations, tracker, limit: limit)
        }
    }
}
