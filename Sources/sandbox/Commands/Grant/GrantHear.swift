import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct GrantHear: GrantActCommand {
    static let configuration = CommandConfiguration(
        commandName: "hear",
        abstract: "Record the hearing (청문) that must come before a revocation: the desk.",
        discussion: """
              sandbox grant hear DE-2026-0001 --ground condition-unmet --text '사업자 의견: …'
              sandbox grant hear DE-2026-0001 --ground not-commenced --text @hearing.txt
            """
    )
    @OptionGroup var writing: WritingOptions
    @OptionGroup var subject: GrantOptions
    @Option(help: ArgumentHelp("The ground, e.g. fraud, condition-unmet, not-commenced.", valueName: "code"))
    var ground: String
    @Option(parsing: .unconditional, help: .prose("What was said.")) var text: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func act(_ reference: CaseReference) throws -> ActOnGrant {
        var act = ActOnGrant(reference, .hear)
        act.ground = ground.lowercased()
        act.text = try global.asked(text, .text, Wording("청문 내용", "What was said"))
        return act
    }
}
