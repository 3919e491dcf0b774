import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Condition {
    struct Refuse: ConditionRuling {
        static let configuration = CommandConfiguration(
            name: "refuse",
            abstract: "Refuse the change of a condition that was asked for.",
            discussion: """
                  sandbox condition refuse DE-2026-0001 2 --reason '안전성 자료가 부족합니다.'
                  sandbox condition refuse DE-2026-0001 2 --reason @reason.txt
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Argument(help: .condition) var number: Int
        @Option(parsing: .unconditional, help: .prose("Why; whoever asked is told.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("변경 신청을 처리하지 않았습니다", "nothing was refused") }

        var reasonNeeded: Wording? { Wording("불수용 사유", "Reason") }

        func act(_ reference: CaseReference, _ reason: String?) -> RuleOnChange {
            RuleOnChange(reference, number: number, accept: false, reason: reason)
        }

        func confirmation(_ ruled: ChangedCondition) -> Confirmation {
            Confirmation(changeRefused: ruled)
        }
    }
}
