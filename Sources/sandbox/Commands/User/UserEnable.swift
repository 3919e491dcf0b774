import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension User {
    struct Enable: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "enable",
            abstract: "Let persons who were disabled log in again, for the same organisation.",
            discussion: """
                  sandbox user enable kim
                  sandbox user enable kim lee

                All are enabled, or none.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: ArgumentHelp("The logins.", valueName: "login")) var logins: [String]

        var notDone: Wording { Wording("아무도 바꾸지 않았습니다", "nobody was enabled") }

        func run(_ tracker: Tracker) async throws {
            let names = try logins.map { try RoleName(option: .login, $0) }
            let persons = try await tracker.perform(EnablePersons(names), dryRun: writing.dryRun)
            try global.confirm(persons.map(Confirmation.init(enabled:)), dryRun: writing.dryRun)
        }
    }
}
