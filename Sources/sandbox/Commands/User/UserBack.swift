import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension User {
    struct Back: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "back",
            abstract: "End an absence before its last day, or before it begins: yours, or a colleague's.",
            discussion: """
                  sandbox user back
                  sandbox user back kim

                The absence that holds today ends, or else the next one.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: "The login of a colleague (default: you).") var login: String?

        var notDone: Wording { Wording("부재를 끝내지 않았습니다", "no absence was ended") }

        func run(_ tracker: Tracker) async throws {
            let act = EndAbsence(try login.map { try RoleName(option: .login, $0) })
            let absence = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(back: absence), dryRun: writing.dryRun)
        }
    }
}
