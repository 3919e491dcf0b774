import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension User {
    struct Edit: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "edit",
            abstract: "Change how a person is called.",
            discussion: """
                  sandbox user edit kim --name '김하늘'
                  sandbox user edit park --name '박바다' --dry-run

                Whoever moves to another organisation or role gets another login: their acts stay told apart.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: "The login.") var login: String
        @Option(help: "How the person is called.") var name: String

        var notDone: Wording { Wording("사용자를 고치지 않았습니다", "the person was not changed") }

        func run(_ tracker: Tracker) async throws {
            let act = EditPerson(try RoleName(option: .login, login), displayName: try .label(.name, name))
            let persons = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(persons.map(Confirmation.init(edited:)), dryRun: writing.dryRun)
        }
    }
}
