package import SandboxDomain

extension CountedDay.Kind: HasWording {
    package var wording: Wording {
        switch self {
        case .firstDayOut: Wording("불산입(초일)", "first day, not counted")
        case .counted: Wording("산입", "counted")
        case .stopped: Wording("불산입(정지)", "stopped, not counted")
        case .notCounted: Wording("불산입(휴무일)", "closed, not counted")
        case .moved: Wording("휴무일(말일 이동)", "closed, the end moves")
        case .untilFloor: Wording("하한까지", "not before another end")
        case .strict: Wording("안전일(엄격한 해석)", "safe by the strict reading")
        case .end: Wording("말일", "end")
        }
    }

    package var tone: Tone {
        switch self {
        case .firstDayOut, .notCounted: .muted
        case .counted, .untilFloor, .strict: .plain
        case .stopped, .moved: .caution
        case .end: .strong
        }
    }
}

extension CountedDay.Mark: HasWording {
    package var wording: Wording {
        switch self {
        case .extended: Wording("연장 시작", "extension begins")
        case .plainEnd: Wording("불산입 없는 말일", "end without stops")
        case .countFull: Wording("기간 채움", "count full")
        case .minOpen: Wording("최소 근무일 수", "minimum of working days")
        case .cap: Wording("최장 한도", "end in any case")
        case .floor: Wording("하한", "not before")
        case .due: Wording("만료일", "due")
        case .safe: Wording("안전한 근무일", "safe by")
        }
    }
}

extension CountingMethod: HasWording {
    package var wording: Wording { RegimeDocument.Rule.Counting(rawValue: code)?.explanation ?? Wording(code, code) }
    /// The article it comes from.
    package var basis: Wording { RegimeDocument.Rule.Counting(rawValue: code)?.basis ?? Wording("", "") }
}

extension RegimeDocument.Rule.Counting {
    fileprivate var explanation: Wording {
        switch self {
        case .civil:
            Wording("초일 불산입, 말일이 토요일·공휴일이면 다음 날", "first day out, an end on a Saturday or holiday moves on")
        case .burden: Wording("초일 산입, 말일 이동 없음", "first day in, the end does not move")
        case .petition:
            Wording(
                "초일 산입, 토요일·공휴일 불산입, 5일 이하는 근무시간 8시간을 1일로",
                "first day in, Saturdays and holidays out; five days or fewer in working hours")
        case .validity: Wording("초일 산입, 말일 이동 없음(유효기간)", "first day in, the end does not move (validity)")
        case .backward:
            Wording(
                "만료일부터 거꾸로 계산, 하루 앞의 근무일이 안전",
                "back from the day the validity ends; safe is the open day before")
        case .sameDate:
            Wording(
                "초일 불산입, 사건일과 같은 날짜에 끝남, 말일이 휴무일이면 다음 근무일",
                "first day out, ends on the date of the event, an end on a closed day moves on")
        case .validitySameDate:
            Wording(
                "초일 불산입, 사건일과 같은 날짜에 끝남, 말일 이동 없음(유효기간)",
                "first day out, ends on the date of the event, the end does not move (validity)")
        }
    }

    fileprivate var basis: Wording {
        let regulation = "Regulation (EEC, Euratom) No 1182/71, Article 3"
        return switch self {
        case .civil: Wording("민법 제157조, 제159조~제161조", "민법 제157조, 제159조~제161조")
        case .burden: Wording("행정기본법 제6조 제2항", "행정기본법 제6조 제2항")
        case .petition: Wording("민원처리법 제19조", "민원처리법 제19조")
        case .validity: Wording("지정서·허가증에 적힌 유효기간", "the validity written on the certificate")
        case .backward: Wording("민법 제157조 단서의 유추", "by analogy with 민법 제157조")
        case .sameDate, .validitySameDate: Wording(regulation, regulation)
        }
    }
}

extension PeriodUnit: HasWording {
    package var wording: Wording {
        switch self {
        case .day: Wording("일", "day")
        case .week: Wording("주", "week")
        case .month: Wording("개월", "month")
        case .year: Wording("년", "year")
        }
    }
}

extension Weekday: HasWording {
    /// `mon` … `sun`.
    package var code: String { ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][rawValue - 1] }
    package var wording: Wording {
        Wording(
            ["월", "화", "수", "목", "금", "토", "일"][rawValue - 1],
            ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][rawValue - 1])
    }
    package var tone: Tone { rawValue > 5 ? .muted : .plain }
}

extension Holiday.Kind: HasWording {
    package var wording: Wording {
        switch self {
        case .regular: Wording("정기", "regular")
        case .substitute: Wording("대체", "substitute")
        case .temporary: Wording("임시", "temporary")
        case .election: Wording("선거일", "election")
        }
    }
}
