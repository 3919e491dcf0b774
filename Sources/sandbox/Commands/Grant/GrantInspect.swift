import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct Inspect: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "inspect",
            abstract: "Record an inspection (점검): the desk, or a ministry consulted.",
            discussion: """
                  sandbox grant inspect DE-2026-0001 --text '조건 1~3 이행 확인'
                  sandbox grant inspect DE-2026-0001 --text @inspection.txt --on 2026-12-10
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(parsing: .unconditional, help: .prose("What was found.")) var text: Prose?

        var act: GrantAct { .inspect }

        func complete(_ act: inout ActOnGrant) throws {
            act.text = try global.asked(text, .text, Wording("점검 결과", "What was found"))
        }
    }
}
