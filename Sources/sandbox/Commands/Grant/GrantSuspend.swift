import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct Suspend: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "suspend",
            abstract: "Suspend a demonstration for the time being (일시적 중지): the desk.",
            discussion: """
                  sandbox grant suspend DE-2026-0001 --reason '안전사고 조사'
                  sandbox grant suspend DE-2026-0001 --reason @reason.txt
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?

        var act: GrantAct { .suspend }

        func complete(_ act: inout ActOnGrant) throws {
            act.text = try global.asked(reason, .reason, Wording("중지 사유", "Reason for the suspension"))
        }
    }
}
