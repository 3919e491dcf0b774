import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct GrantCorrect: GrantActCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Order a correction (시정명령), once: the desk.",
        discussion: """
              sandbox grant correct DE-2026-0001 --text '안전요원을 배치할 것' --until 2026-12-31
              sandbox grant correct DE-2026-0001 --text @order.txt --until 2026-12-31
            """
    )
    @OptionGroup var writing: WritingOptions
    @OptionGroup var subject: GrantOptions
    @Option(parsing: .unconditional, help: .prose("What is to be put right.")) var text: Prose?
    @Option(help: ArgumentHelp("By when.", valueName: "date")) var until: String
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func act(_ reference: CaseReference) throws -> ActOnGrant {
        var act = ActOnGrant(reference, .correct)
        act.text = try global.asked(text, .text, Wording("시정할 사항", "What is to be put right"))
        act.until = try CivilDate(option: .until, until)
        return act
    }
}
