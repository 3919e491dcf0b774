import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Condition {
    struct Confirm: ConditionRuling {
        static let configuration = CommandConfiguration(
            name: "confirm",
            abstract: "Confirm by the evidence filed last that a condition is met (이행 확인).",
            discussion: """
                  sandbox condition confirm DE-2026-0001 1
                  sandbox condition confirm DE-2026-0001 1 --reason '증권 원본 대조' --as desk
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Argument(help: .condition) var number: Int
        @Option(parsing: .unconditional, help: .prose("What there is to say about it.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("이행을 확인하지 않았습니다", "nothing was confirmed") }

        func act(_ reference: CaseReference, _ reason: String?) -> RuleOnEvidence {
            RuleOnEvidence(reference, number: number, confirm: true, reason: reason)
        }

        func confirmation(_ ruled: FiledEvidence) -> Confirmation {
            Confirmation(confirmed: ruled)
        }
    }
}
