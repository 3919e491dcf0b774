package import SandboxDomain

extension CountedDay.Kind: Worded {
    package var wording: Wording {
        switch self {
        case .start: Wording("불산입(사유 발생일)", "not counted (day of the event)")
        case .counted: Wording("산입", "counted")
        case .extended: Wording("산입(연장)", "counted (extension)")
        case .stopped: Wording("불산입(정지)", "not counted (stopped)")
        case .closed: Wording("불산입(휴무일)", "not counted (closed)")
        case .moved: Wording("말일 이동", "moved on")
        }
    }

    package var tone: Tone {
        switch self {
        case .start, .closed: .muted
        case .counted: .plain
        case .extended, .moved, .stopped: .caution
        }
    }
}

extension PeriodUnit: Worded {
    package var wording: Wording {
        switch self {
        case .day: Wording("일", "day")
        case .month: Wording("개월", "month")
        case .year: Wording("년", "year")
        }
    }
}

extension Weekday: Worded {
    /// `mon` … `sun`.
    package var code: String { ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][rawValue - 1] }
    package var wording: Wording {
        Wording(
            ["월", "화", "수", "목", "금", "토", "일"][rawValue - 1],
            ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][rawValue - 1])
    }
    package var tone: Tone { rawValue > 5 ? .muted : .plain }
}

extension Holiday.Kind: Worded {
    package var wording: Wording {
        switch self {
        case .regular: Wording("정기", "regular")
        case .substitute: Wording("대체", "substitute")
        case .temporary: Wording("임시", "temporary")
        case .election: Wording("선거일", "election")
        }
    }
}

extension Wording {
    /// `30일` · `30 days`.
    package static func length(_ length: Int, _ unit: PeriodUnit) -> Wording {
        Wording("\(length)\(unit.wording.ko)", "\(length) \(unit.wording.en)\(length == 1 ? "" : "s")")
    }
}

extension Vocabulary {
    /// The ways the law counts.
    package static let countings = Vocabulary(words: [
        "civil": Wording("민법(초일 불산입, 말일 이동)", "Civil Act (first day out, end moves on)"),
        "burden": Wording("의무(초일 산입, 이동 없음)", "burden (first day in, no moving)"),
        "petition": Wording("민원(휴무일 불산입)", "civil petition (closed days out)"),
        "validity": Wording("유효기간(초일 산입)", "validity (first day in)"),
        "backward": Wording("역산(만료일부터)", "backward (from the end of the validity)"),
    ])

    /// What a day of a count is to its reader.
    package static let dayNotes = Vocabulary(words: [
        "due": Wording("만료일", "due"),
        "safe": Wording("안전", "safe"),
    ])
}
