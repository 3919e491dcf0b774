import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct RecordHearing: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "record-hearing",
            abstract: "Record the hearing (청문) that must come before a revocation: the desk.",
            discussion: """
                  sandbox grant record-hearing DE-2026-0001 --ground condition-unmet --text '사업자 의견: …'
                  sandbox grant record-hearing DE-2026-0001 --ground not-commenced --text @hearing.txt
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(help: ArgumentHelp("The ground, e.g. fraud, condition-unmet, not-commenced.", valueName: "code"))
        var ground: String
        @Option(parsing: .unconditional, help: .prose("What was said.")) var text: Prose?

        var act: GrantAct { .recordHearing }

        func complete(_ act: inout ActOnGrant) throws {
            act.ground = ground.lowercased()
            act.text = try global.asked(text, .text, Wording("청문 내용", "What was said"))
        }
    }
}
