import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct Revise: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "revise",
            abstract: "Say that a law revision was started or completed: a ministry.",
            discussion: """
                  sandbox grant revise DE-2026-0001 started --text '입법예고'
                  sandbox grant revise DE-2026-0001 completed --on 2028-03-01
                """
        )
        @OptionGroup var options: GrantActOptions
        @Argument(help: "How far it is.") var step: RevisionStep
        @Option(help: "The highest level of the law that must change.") var level: LawLevel?
        @Option(parsing: .unconditional, help: .prose("What is known about it.")) var text: Prose?

        var act: GrantAct { .revise }

        func complete(_ act: inout ActOnGrant) throws {
            (act.step, act.level) = (step, level)
            act.text = try text?.text(.text)
        }
    }
}
