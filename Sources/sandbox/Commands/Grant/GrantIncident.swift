import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct Incident: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "incident",
            abstract: "Report an accident or another incident: the company.",
            discussion: """
                  sandbox grant incident DE-2026-0001 --text '로봇이 보행자와 부딪쳤습니다.'
                  sandbox grant incident DE-2026-0001 --text @incident.txt --on 2026-12-03
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(parsing: .unconditional, help: .prose("What happened.")) var text: Prose?

        var act: GrantAct { .incident }

        func complete(_ act: inout ActOnGrant) throws {
            act.text = try global.asked(text, .text, Wording("사고 내용", "What happened"))
        }
    }
}
