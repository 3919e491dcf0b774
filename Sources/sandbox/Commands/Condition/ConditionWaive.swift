import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Condition {
    struct Waive: ConditionRuling {
        static let configuration = CommandConfiguration(
            name: "waive",
            abstract: "Waive what is still owed of a condition of a grant that is over: the desk.",
            discussion: """
                  sandbox condition waive DE-2026-0001 1 --reason '폐업하여 제출할 수 없습니다.'
                  sandbox condition waive DE-2026-0001 1 --reason @reason.txt
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Argument(help: .condition) var number: Int
        @Option(parsing: .unconditional, help: .prose("Why; the company is told.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("이행을 면제하지 않았습니다", "nothing was waived") }

        var reasonNeeded: Wording? { Wording("면제 사유", "Reason") }

        func act(_ reference: CaseReference, _ reason: String?) -> WaiveCondition {
            WaiveCondition(reference, number: number, reason: reason)
        }

        func confirmation(_ waived: WaivedCondition) -> Confirmation { Confirmation(waived) }
    }
}
