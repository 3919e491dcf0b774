package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// A decision was recorded.
    package init(_ decision: RecordedDecision, openTasks: [CaseDetail.OpenTask]) {
        let (name, words) = (decision.reference.description, decision.outcome.wording)
        let count = decision.conditions
        let conditions =
            count == 0
            ? Wording("", "") : Wording(", 조건 \(count)개", ", " + Wording.counted(count, "condition"))
        self.init(
            name: name,
            said: Wording(
                "\(name): 의결을 기록했습니다: \(words.ko) (\(decision.decidedOn.text(.korean))\(conditions.ko))",
                "\(name) was decided: \(words.en) (\(decision.decidedOn.text(.english))\(conditions.en))"),
            next: openTasks.sentences,
            fields: [
                .init("reference", "과제번호", "Reference", .text(name)),
                .init("outcome", "의결", "Outcome", .code(decision.outcome)),
                .init("decided_on", "의결일", "Decided", .date(decision.decidedOn)),
                .init("conditions", "조건", "Conditions", .integer(count)),
            ])
    }
}
