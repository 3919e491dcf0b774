import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct GrantEnd: GrantActCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "Give a grant up before it ends: the company.",
        discussion: """
              sandbox grant end DE-2026-0001 --reason '사업을 접습니다.'
              sandbox grant end DE-2026-0001 --reason @reason.txt
            """
    )
    @OptionGroup var writing: WritingOptions
    @OptionGroup var subject: GrantOptions
    @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func act(_ reference: CaseReference) throws -> ActOnGrant {
        var act = ActOnGrant(reference, .end)
        act.text = try global.asked(reason, .reason, Wording("종료 사유", "Reason for the end"))
        return act
    }
}
