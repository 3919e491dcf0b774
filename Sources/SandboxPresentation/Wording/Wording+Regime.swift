import SandboxDomain

extension RegimeDocument.Rule.Debtor: HasWording {
    package var wording: Wording {
        switch self {
        case .applicant: Wording("신청인", "Applicant")
        case .ministry: Wording("관계부처", "Ministry")
        case .desk: Wording("접수·담당 창구", "Desk")
        case .committee: Wording("심의위원회", "Committee")
        }
    }
}

extension RegimeDocument.Rule.Counting: HasWording {
    package var wording: Wording {
        switch self {
        case .civil: Wording("민법", "Civil")
        case .burden: Wording("의무 부과", "Burden")
        case .petition: Wording("민원", "Petition")
        case .validity: Wording("유효기간", "Validity")
        case .backward: Wording("역산", "Backward")
        case .sameDate: Wording("같은 날짜", "Same date")
        case .validitySameDate: Wording("유효기간(같은 날짜)", "Validity, same date")
        }
    }
}

extension RegimeDocument.Rule.Effect: HasWording {
    package var wording: Wording {
        switch self {
        case .none: Wording("없음", "None")
        case .deemedNotNeeded: Wording("허가 불필요 간주", "Deemed not needed")
        case .rightLost: Wording("권리 상실", "Right lost")
        case .ends: Wording("효력 종료", "Ends")
        case .groundForRevocation: Wording("취소 사유", "Ground for revocation")
        case .fine: Wording("과태료", "Fine")
        }
    }
    package var tone: Tone { self == .none ? .muted : .plain }
}

extension RegimeDocument.OtherNames.Kind: HasWording {
    package var wording: Wording {
        switch self {
        case .law: Wording("법령", "Law")
        case .ministry: Wording("부처", "Ministry")
        }
    }
}
