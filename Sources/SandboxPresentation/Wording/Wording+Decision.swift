import SandboxDomain

extension DecisionOutcome: HasWording {
    package var wording: Wording {
        switch self {
        case .granted: Wording("지정·허가", "Granted")
        case .grantedWithConditions: Wording("조건부 지정·허가", "Granted with conditions")
        case .rejected: Wording("부결", "Rejected")
        case .positiveInterpretation: Wording("적극해석", "Positive interpretation")
        case .noRegulation: Wording("규제 없음", "No regulation")
        case .permitNeeded: Wording("허가 필요", "Permit needed")
        case .conditionsChanged: Wording("지정조건 변경", "Conditions changed")
        }
    }
    package var tone: Tone {
        switch self {
        case .granted, .positiveInterpretation, .noRegulation: .good
        case .grantedWithConditions, .permitNeeded, .conditionsChanged: .caution
        case .rejected: .bad
        }
    }
}
