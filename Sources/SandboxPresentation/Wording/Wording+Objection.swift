package import SandboxDomain

extension DispositionKind: HasWording {
    package var wording: Wording {
        switch self {
        case .return: Wording("반려", "Return")
        case .rejection: Wording("부결", "Rejection")
        case .correct: Wording("시정명령", "Correction order")
        case .suspend: Wording("일시 중지", "Suspension")
        case .revoke: Wording("취소", "Revocation")
        case .refuseExtension: Wording("연장 거부", "Extension refused")
        }
    }
}

extension ObjectionRuling: HasWording {
    package var wording: Wording {
        switch self {
        case .upheld: Wording("인용", "Upheld")
        case .upheldInPart: Wording("일부 인용", "Upheld in part")
        case .dismissed: Wording("기각", "Dismissed")
        case .inadmissible: Wording("각하", "Inadmissible")
        }
    }
}
