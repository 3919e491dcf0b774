import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension User {
    struct List: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "list",
            abstract: "List the persons you may see: operators and auditors all, everybody else their colleagues.",
            discussion: """
                  sandbox user list --role ministry
                  sandbox user list --org 한빛에이아이
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Option(help: "Only this role; may be given several times.") var role: [GroupRole] = []
        @Option(help: "Only those of this organisation.") var org: String?

        func run(_ tracker: Tracker) async throws {
            var list = PersonList()
            (list.roles, list.organisation) = (role, org)
            try await global.print(list, .persons, tracker)
        }
    }
}
