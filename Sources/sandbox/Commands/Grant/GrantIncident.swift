import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct GrantIncident: GrantActCommand {
    static let configuration = CommandConfiguration(
        commandName: "incident",
        abstract: "Report an accident or another incident: the company.",
        discussion: """
              sandbox grant incident DE-2026-0001 --text '로봇이 보행자와 부딪쳤습니다.'
              sandbox grant incident DE-2026-0001 --text @incident.txt --on 2026-12-03
            """
    )
    @OptionGroup var writing: WritingOptions
    @OptionGroup var subject: GrantOptions
    @Option(parsing: .unconditional, help: .prose("What happened.")) var text: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func act(_ reference: CaseReference) throws -> ActOnGrant {
        var act = ActOnGrant(reference, .incident)
        act.text = try global.asked(text, .text, Wording("사고 내용", "What happened"))
        return act
    }
}
