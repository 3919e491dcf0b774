import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct GrantAskExtension: GrantActCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask-extension",
        abstract: "Apply for an extension (연장 신청): the company, two months before the end at the latest.",
        discussion: """
              sandbox grant ask-extension DE-2026-0001 --reason '실증 표본이 부족합니다.'
              sandbox grant ask-extension DE-2026-0001 --reason @reason.txt
            """
    )
    @OptionGroup var writing: WritingOptions
    @OptionGroup var subject: GrantOptions
    @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func act(_ reference: CaseReference) throws -> ActOnGrant {
        var act = ActOnGrant(reference, .askExtension)
        act.text = try global.asked(reason, .reason, Wording("연장 사유", "Reason for the extension"))
        return act
    }
}
