import SandboxDomain

extension Opinion: HasWording {
    package var wording: Wording {
        switch self {
        case .agree: Wording("동의", "Agree")
        case .agreeWithConditions: Wording("조건부 동의", "Agree with conditions")
        case .oppose: Wording("반대", "Oppose")
        case .notOurs: Wording("소관 아님", "Not ours")
        case .permitNeeded: Wording("허가 필요", "Permit needed")
        }
    }
    package var tone: Tone {
        switch self {
        case .agree: .good
        case .agreeWithConditions, .permitNeeded: .caution
        case .oppose: .bad
        case .notOurs: .muted
        }
    }
}
