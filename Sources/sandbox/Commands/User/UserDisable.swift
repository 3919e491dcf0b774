import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension User {
    struct Disable: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "disable",
            abstract: "End the work of persons: they cannot log in, and an open session sees and does nothing more.",
            discussion: """
                  sandbox user disable kim
                  sandbox user disable kim lee

                All are disabled, or none. What is still assigned to them is named; “user hand-over” gives it to a \
                colleague, before or after.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: ArgumentHelp("The logins.", valueName: "login")) var logins: [String]

        var notDone: Wording { Wording("아무도 중지하지 않았습니다", "nobody was disabled") }

        func run(_ tracker: Tracker) async throws {
            let names = try logins.map { try RoleName(option: .login, $0) }
            let persons = try await tracker.perform(DisablePersons(names), dryRun: writing.dryRun)
            try global.confirm(persons.map(Confirmation.init(disabled:)), dryRun: writing.dryRun)
        }
    }
}
