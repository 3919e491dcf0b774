import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Condition {
    struct Reject: ConditionRuling {
        static let configuration = CommandConfiguration(
            name: "reject",
            abstract: "Reject the evidence filed last for a condition; the company may file more.",
            discussion: """
                  sandbox condition reject DE-2026-0001 1 --reason '보장 한도가 부족합니다.'
                  sandbox condition reject DE-2026-0001 1 --reason @reason.txt
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Argument(help: .condition) var number: Int
        @Option(parsing: .unconditional, help: .prose("Why; the company is told.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("이행 자료를 반려하지 않았습니다", "nothing was rejected") }

        var reasonNeeded: Wording? { Wording("반려 사유", "Reason") }

        func act(_ reference: CaseReference, _ reason: String?) -> RuleOnEvidence {
            RuleOnEvidence(reference, number: number, confirm: false, reason: reason)
        }

        func confirmation(_ ruled: FiledEvidence) -> Confirmation {
            Confirmation(rejected: ruled)
        }
    }
}
