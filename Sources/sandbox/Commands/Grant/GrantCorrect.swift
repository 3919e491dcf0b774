import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct Correct: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "correct",
            abstract: "Order a correction (시정명령), once: the desk.",
            discussion: """
                  sandbox grant correct DE-2026-0001 --text '안전요원을 배치할 것' --until 2026-12-31
                  sandbox grant correct DE-2026-0001 --text @order.txt --until 2026-12-31
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(parsing: .unconditional, help: .prose("What is to be put right.")) var text: Prose?
        @Option(help: ArgumentHelp("By when.", valueName: "date")) var until: String

        var act: GrantAct { .correct }

        func complete(_ act: inout ActOnGrant) throws {
            act.text = try global.asked(text, .text, Wording("시정할 사항", "What is to be put right"))
            act.until = try CivilDate(option: .until, until)
        }
    }
}
