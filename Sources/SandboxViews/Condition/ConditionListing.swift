package import SandboxCore
package import SandboxDomain
package import SandboxPresentation

extension Listing<StandingCondition> {
    /// The conditions of a grant; when they are due is said in this language.
    package static func conditions(_ language: Language) -> Listing<StandingCondition> {
        Listing(
            Wording("부가조건", "Conditions"),
            [
                Column("number", "번호", "No.") { .integer($0.number) },
                Column("phase", "시기", "When") { .code($0.phase) },
                Column("text", "조건", "Condition") { .text($0.text) },
                Column("due_text", "기한", "Due", for: .people) { .text($0.due?.wording[language]) },
                Column("due_on", "만료일", "Due on", dates: .countdown) { .date($0.dueOn, $0.doubt) },
                Column("is_overdue", "경과", "Overdue") { .boolean($0.isOverdue) },
                Column("state", "이행", "State") { .code($0.state) },
                Column("state_since", "이행 기준일", "Since", dates: .relative) { .date($0.stateSince) },
                Column("version", "판", "Version") { .integer($0.version) },
                Column("is_change_asked", "변경 신청", "Change asked") { .boolean($0.isChangeAsked) },
                Column("purpose", "목적", "Purpose", for: .machines) { .text($0.purpose) },
                Column("evidence", "확인 자료", "Evidence", for: .machines) { .text($0.evidence) },
                Column("due", "기한", "Due", for: .machines) { .text($0.due?.description) },
                Column("asked_by", "요청 기관", "Asked by", for: .machines) { .text($0.askedBy) },
                Column("basis", "근거", "Basis", for: .machines) { .text($0.basis) },
                Column("responsible", "책임", "Responsible", for: .machines) { .code($0.responsible) },
                Column("ruling", "확인 의견", "Ruling", for: .machines) { .text($0.ruling) },
            ])
    }
}

extension Listing<ConditionStep> {
    /// How conditions became what they are.
    package static var steps: Listing<ConditionStep> {
        Listing(
            Wording("부가조건의 변경", "How the conditions changed"),
            [
                Column("step", "단계", "Step") { .code(StableCodeWording($0.step, .conditionSteps)) },
                Column("kind", "구분", "What") { .code($0.pair.kind) },
                Column("before", "이전", "Before") { .text($0.pair.before) },
                Column("after", "이후", "After") { .text($0.pair.after) },
            ])
    }
}

/// A condition at one of the steps by which it became what it is, against the step before.
package struct ConditionStep: Sendable {
    package let step: String
    package let pair: ConditionDiff.Pair

    /// What was proposed, then what was decided, then what was changed since.
    package static func steps(_ course: ConditionCourse) -> [ConditionStep] {
        course.proposed.pairs.map { ConditionStep(step: "proposed", pair: $0) }
            + (course.isDecided ? course.decided.pairs.map { ConditionStep(step: "decided", pair: $0) } : [])
            + course.changed.filter { $0.kind != .kept }.map { ConditionStep(step: "changed", pair: $0) }
    }
}
