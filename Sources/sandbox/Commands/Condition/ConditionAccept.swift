import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Condition {
    struct Accept: ConditionRuling {
        static let configuration = CommandConfiguration(
            name: "accept",
            abstract: "Accept the change of a condition that was asked for.",
            discussion: """
                  sandbox condition accept DE-2026-0001 2
                  sandbox condition accept DE-2026-0001 2 --reason '제44차 심의위원회 보고'
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Argument(help: .condition) var number: Int
        @Option(parsing: .unconditional, help: .prose("What there is to say about it.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("조건을 변경하지 않았습니다", "no condition was changed") }

        func act(_ reference: CaseReference, _ reason: String?) -> RuleOnChange {
            RuleOnChange(reference, number: number, accept: true, reason: reason)
        }

        func confirmation(_ ruled: ChangedCondition) -> Confirmation {
            Confirmation(changeAccepted: ruled)
        }
    }
}
