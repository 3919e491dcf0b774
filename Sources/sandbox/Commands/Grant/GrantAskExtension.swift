import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct AskExtension: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "ask-extension",
            abstract: "Apply for an extension (연장 신청): the company, two months before the end at the latest.",
            discussion: """
                  sandbox grant ask-extension DE-2026-0001 --reason '실증 표본이 부족합니다.'
                  sandbox grant ask-extension DE-2026-0001 --reason @reason.txt
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?

        var act: GrantAct { .askExtension }

        func complete(_ act: inout ActOnGrant) throws {
            act.text = try global.asked(reason, .reason, Wording("연장 사유", "Reason for the extension"))
        }
    }
}
