package import SandboxDomain

extension Certainty: HasWording {
    package var wording: Wording {
        switch self {
        case .known: Wording("확정", "Known")
        case .foreseen: Wording("예상", "Foreseen")
        case .unknown: Wording("알 수 없음", "Unknown")
        }
    }
    package var tone: Tone { self == .known ? .plain : .caution }
}

extension CalendarDoubt {
    /// What is told wherever the day is: how far holidays are known.
    package var wording: Wording {
        let known =
            knownTo.map { Wording("공휴일은 \($0)까지 확정", "holidays are known to \($0)") }
            ?? Wording("공휴일이 확정된 해 없음", "holidays are known of no year")
        return certainty == .unknown
            ? Wording("알 수 없음, \(known.ko)", "unknown, \(known.en)")
            : Wording("예상, \(known.ko)", "foreseen, \(known.en)")
    }
}

extension RuleReading.Kind: HasWording {
    package var wording: Wording {
        switch self {
        case .stopDayCounts: Wording("정지 첫날 산입", "The day a stop begins counts")
        case .extensionFromExpiry: Wording("연장의 기산일", "When an extension begins")
        case .strictBackward: Wording("역산의 초일 불산입", "Counted back, first day out")
        case .startDayOut: Wording("기산일 불산입", "The first day is out")
        case .otherLength: Wording("다른 기간", "Another length")
        }
    }
}
