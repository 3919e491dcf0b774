import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct Renounce: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "renounce",
            abstract: "Give a grant up before it ends: the company.",
            discussion: """
                  sandbox grant renounce DE-2026-0001 --reason '사업을 접습니다.'
                  sandbox grant renounce DE-2026-0001 --reason @reason.txt
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?

        var act: GrantAct { .renounce }

        func complete(_ act: inout ActOnGrant) throws {
            act.text = try global.asked(reason, .reason, Wording("종료 사유", "Reason for the end"))
        }
    }
}
