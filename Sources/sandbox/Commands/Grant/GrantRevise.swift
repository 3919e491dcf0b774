import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct GrantRevise: GrantActCommand {
    static let configuration = CommandConfiguration(
        commandName: "revise",
        abstract: "Say that a law revision was started or completed: a ministry.",
        discussion: """
              sandbox grant revise DE-2026-0001 started --text '입법예고'
              sandbox grant revise DE-2026-0001 completed --on 2028-03-01
            """
    )
    @OptionGroup var writing: WritingOptions
    @OptionGroup var subject: GrantOptions
    @Argument(help: "How far it is.") var step: RevisionStep
    @Option(help: "The highest level of the law that must change.") var level: LawLevel?
    @Option(parsing: .unconditional, help: .prose("What is known about it.")) var text: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func act(_ reference: CaseReference) throws -> ActOnGrant {
        var act = ActOnGrant(reference, .revise)
        (act.step, act.level) = (step, level)
        act.text = try text?.text(.text)
        return act
    }
}
