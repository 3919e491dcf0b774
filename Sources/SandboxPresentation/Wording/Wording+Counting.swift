package import SandboxDomain

extension CountedDay.Kind: Worded {
    package var wording: Wording {
        switch self {
        case .firstDayOut: Wording("불산입(초일)", "first day, not counted")
        case .counted: Wording("산입", "counted")
        case .stopped: Wording("불산입(정지)", "stopped, not counted")
        case .notCounted: Wording("불산입(휴무일)", "closed, not counted")
        case .moved: Wording("휴무일(말일 이동)", "closed, the end moves")
        case .end: Wording("말일", "end")
        }
    }

    package var tone: Tone {
        switch self {
        case .firstDayOut, .notCounted: .muted
        case .counted: .plain
        case .stopped, .moved: .caution
        case .end: .strong
        }
    }
}

extension CountedDay.Mark: Worded {
    package var wording: Wording {
        switch self {
        case .extended: Wording("연장 시작", "extension begins")
        case .plainEnd: Wording("불산입 없는 말일", "end without stops")
        case .countFull: Wording("기간 채움", "count full")
        case .leastOpen: Wording("최소 근무일 수", "least working days")
        case .cap: Wording("최장 한도", "end in any case")
        case .floor: Wording("하한", "not before")
        case .due: Wording("만료일", "due")
        case .safe: Wording("안전한 근무일", "safe by")
        }
    }
}

extension PeriodUnit: Worded {
    package var wording: Wording {
        switch self {
        case .day: Wording("일", "day")
        case .week: Wording("주", "week")
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
