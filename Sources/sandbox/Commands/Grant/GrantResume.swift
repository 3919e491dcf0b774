import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct GrantResume: GrantActCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Lift a suspension: the desk.",
        discussion: """
              sandbox grant resume DE-2026-0001
              sandbox grant resume DE-2026-0001 --on 2027-01-15
            """
    )
    @OptionGroup var writing: WritingOptions
    @OptionGroup var subject: GrantOptions
    @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func act(_ reference: CaseReference) throws -> ActOnGrant {
        var act = ActOnGrant(reference, .resume)
        act.text = try reason?.text(.reason)
        return act
    }
}
