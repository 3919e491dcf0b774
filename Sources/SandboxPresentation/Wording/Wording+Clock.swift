import SandboxDomain

extension StopCause: Worded {
    package var wording: Wording {
        switch self {
        case .supplementByDebtor: Wording("회신할 기관의 보완 요청", "Supplement asked by who owes the reply")
        case .supplementByDesk: Wording("담당 창구의 보완 요청", "Supplement asked by the desk")
        case .supplementByOthers: Wording("다른 기관의 보완 요청", "Supplement asked by others")
        case .mediation: Wording("조정·의견 요청", "Mediation")
        case .revision: Wording("법령정비", "Law revision")
        }
    }
}

extension PeriodUnit {
    /// So many days, months or years.
    package func wording(_ count: Int) -> Wording {
        let plural = count == 1 ? "" : "s"
        return switch self {
        case .day: Wording("\(count)일", "\(count) day\(plural)")
        case .month: Wording("\(count)개월", "\(count) month\(plural)")
        case .year: Wording("\(count)년", "\(count) year\(plural)")
        }
    }
}
