import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct GrantRevoke: GrantActCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Revoke a grant (취소), after a hearing on the same ground: the desk.",
        discussion: """
              sandbox grant revoke DE-2026-0001 --ground condition-unmet
              sandbox grant revoke DE-2026-0001 --ground fraud --reason @reason.txt
            """
    )
    @OptionGroup var writing: WritingOptions
    @OptionGroup var subject: GrantOptions
    @Option(help: ArgumentHelp("The ground, e.g. fraud, condition-unmet, not-commenced.", valueName: "code"))
    var ground: String
    @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func act(_ reference: CaseReference) throws -> ActOnGrant {
        var act = ActOnGrant(reference, .revoke)
        act.ground = ground.lowercased()
        act.text = try reason?.text(.reason)
        return act
    }
}
