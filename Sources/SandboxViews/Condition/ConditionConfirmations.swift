package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// Somebody asked to have a condition changed.
    package init(changeAsked changed: ChangedCondition) {
        self.init(changed, Wording("변경을 신청했습니다.", "a change was asked for."))
    }

    /// The change of a condition was accepted.
    package init(changeAccepted changed: ChangedCondition) {
        self.init(changed, Wording("조건을 변경했습니다.", "the condition was changed."))
    }

    /// The change of a condition was refused.
    package init(changeRefused changed: ChangedCondition) {
        self.init(changed, Wording("변경 신청을 받아들이지 않았습니다.", "the change was refused."))
    }

    private init(_ changed: ChangedCondition, _ said: Wording) {
        self.init(
            changed.reference, condition: changed.number, said,
            [
                .init("text", "조건", "Condition", .text(changed.text)),
                .init("is_accepted", "수용", "Accepted", .boolean(changed.isAccepted)),
            ])
    }
}

extension Confirmation {
    /// Evidence was filed.
    package init(filed: FiledEvidence) {
        self.init(
            filed, Wording("이행 자료를 제출했습니다(\(filed.evidence)번).", "evidence was filed (no. \(filed.evidence))."))
    }

    /// A condition is met, by the evidence filed last.
    package init(confirmed filed: FiledEvidence) {
        self.init(filed, Wording("이행을 확인했습니다.", "fulfilment was confirmed."))
    }

    /// The evidence filed last was rejected.
    package init(rejected filed: FiledEvidence) {
        self.init(filed, Wording("이행 자료를 반려했습니다.", "the evidence was rejected."))
    }

    private init(_ filed: FiledEvidence, _ said: Wording) {
        self.init(
            filed.reference, condition: filed.number, said,
            [
                .init("evidence", "이행 자료", "Evidence", .integer(filed.evidence)),
                .init("state", "이행", "State", .code(filed.state)),
            ])
    }

    /// What was done to one condition of a case.
    private init(_ reference: CaseReference, condition number: Int, _ said: Wording, _ fields: [Field]) {
        let name = "\(reference) #\(number)"
        self.init(
            name: reference.description,
            said: Wording("\(name): \(said.ko)", "\(name): \(said.en)"),
            fields: [
                .init("reference", "과제번호", "Reference", .text(reference.description)),
                .init("number", "번호", "Number", .integer(number)),
            ] + fields)
    }
}

extension Confirmation {
    /// Conditions were put before the committee.
    package init(_ proposed: ProposedConditions) {
        let (name, count) = (proposed.reference.description, proposed.conditions)
        self.init(
            name: name,
            said: Wording(
                "\(name): 조건안 \(count)개를 \(proposed.meeting)에 올렸습니다.",
                "\(name): \(Wording.counted(count, "condition was", "conditions were")) proposed to \(proposed.meeting)."
            ),
            fields: [
                .init("reference", "과제번호", "Reference", .text(name)),
                .init("meeting", "회차", "Meeting", .text(proposed.meeting.description)),
                .init("conditions", "조건", "Conditions", .integer(count)),
            ])
    }

    /// What was still owed of a condition was waived.
    package init(_ waived: WaivedCondition) {
        self.init(
            waived.reference, condition: waived.number, Wording("이행을 면제했습니다.", "the condition was waived."),
            [.init("state", "이행", "State", .code(ConditionState.waived))])
    }

    /// A ministry replied to the change of a condition.
    package init(_ replied: RepliedChange) {
        let words = replied.opinion.wording
        self.init(
            replied.reference, condition: replied.number,
            Wording(
                "\(replied.ministry) 의견을 회신했습니다: \(words.ko)", "\(replied.ministry) replied: \(words.en)"),
            [
                .init("ministry", "부처", "Ministry", .text(replied.ministry)),
                .init("opinion", "의견", "Opinion", .code(replied.opinion)),
            ])
    }
}
