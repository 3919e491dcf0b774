import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct GrantSuspend: GrantActCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend",
        abstract: "Suspend a demonstration for the time being (일시적 중지): the desk.",
        discussion: """
              sandbox grant suspend DE-2026-0001 --reason '안전사고 조사'
              sandbox grant suspend DE-2026-0001 --reason @reason.txt
            """
    )
    @OptionGroup var writing: WritingOptions
    @OptionGroup var subject: GrantOptions
    @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func act(_ reference: CaseReference) throws -> ActOnGrant {
        var act = ActOnGrant(reference, .suspend)
        act.text = try global.asked(reason, .reason, Wording("중지 사유", "Reason for the suspension"))
        return act
    }
}
