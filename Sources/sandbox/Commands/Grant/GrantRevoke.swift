import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct Revoke: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "revoke",
            abstract: "Revoke a grant (취소), after a hearing on the same ground: the desk.",
            discussion: """
                  sandbox grant revoke DE-2026-0001 --ground condition-unmet
                  sandbox grant revoke DE-2026-0001 --ground fraud --reason @reason.txt
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(help: ArgumentHelp("The ground, e.g. fraud, condition-unmet, not-commenced.", valueName: "code"))
        var ground: String
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?

        var act: GrantAct { .revoke }

        func complete(_ act: inout ActOnGrant) throws {
            act.ground = ground.lowercased()
            act.text = try reason?.text(.reason)
        }
    }
}
