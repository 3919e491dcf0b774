import SandboxDomain

extension StopCause: HasWording {
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
        case .week: Wording("\(count)주", "\(count) week\(plural)")
        case .month: Wording("\(count)개월", "\(count) month\(plural)")
        case .year: Wording("\(count)년", "\(count) year\(plural)")
        }
    }
}

extension DeadlineDebtor: HasWording {
    package var wording: Wording {
        switch self {
        case .applicant: Wording("신청인", "Applicant")
        case .ministry: Wording("부처", "Ministry")
        case .desk: Wording("주무관청", "Lead authority")
        case .committee: Wording("심의위원회", "Committee")
        }
    }
}

extension DeadlineState: HasWording {
    package var wording: Wording {
        switch self {
        case .running: Wording("진행", "Running")
        case .stopped: Wording("정지", "Stopped")
        case .overdue: Wording("기한 초과", "Overdue")
        case .met: Wording("기한 내", "Met")
        case .late: Wording("늦음", "Late")
        case .lapsed: Wording("경과", "Lapsed")
        case .fellAway: Wording("해당 없음", "Fell away")
        case .lost: Wording("권리 소멸", "Right lost")
        case .expired: Wording("만료", "Expired")
        case .void: Wording("철회", "Called off")
        }
    }
    package var tone: Tone {
        switch self {
        case .running: .plain
        case .stopped: .caution
        case .overdue, .late, .lost: .bad
        case .met: .good
        case .lapsed: .caution
        case .expired, .void, .fellAway: .muted
        }
    }
}

extension DueDifference: HasWording {
    package var wording: Wording {
        switch self {
        case .calendar: Wording("공휴일 변경", "Holidays changed")
        case .stops: Wording("기간 정지", "Stops")
        case .extended: Wording("연장", "Extension")
        case .floor: Wording("하한(다른 기한의 만료일)", "It does not end before another period")
        case .start: Wording("기산일 변경", "Its start moved")
        }
    }
}

extension LapseResolution: HasWording {
    package var wording: Wording {
        switch self {
        case .upheld: Wording("경과 유지", "Upheld")
        case .setAside: Wording("경과 취소", "Set aside")
        }
    }
}

extension MissedEffect: HasWording {
    package var wording: Wording {
        switch self {
        case .none: Wording("없음", "Nothing")
        case .deemedNotNeeded: Wording("소관이 아니거나 허가 불필요로 봄", "Deemed not its business, or no permit needed")
        case .rightLost: Wording("권리 소멸", "The right is lost")
        case .ends: Wording("효력 종료", "It ends")
        case .groundForRevocation: Wording("취소 사유", "Ground for revocation")
        case .fine: Wording("과태료", "Fine")
        }
    }
}

extension DeadlineProblem: HasWording {
    package var wording: Wording {
        switch self {
        case .dueDiffers: Wording("다시 세면 만료일이 다름", "Counted again it ends on another day")
        case .keptDiffers:
            Wording("보관된 만료일이 틀림", "The end that is kept is wrong")
        case .keptGrantDiffers:
            Wording("보관된 지정 상태가 틀림", "The state of the grant that is kept is wrong")
        case .keptTaskDiffers:
            Wording("보관된 할 일이 틀림", "An open task that is kept is wrong")
        case .lapseNotDue: Wording("기록된 경과일이 만료일과 다름", "A lapse is recorded on another day than the period ends")
        case .openOnClosedCase: Wording("끝난 과제에서 진행 중", "It runs on a case that is over")
        case .endedBeforeStart: Wording("시작 전에 끝남", "It ended before it began")
        case .stopOutlivesDeadline: Wording("끝난 기한에 정지가 남음", "A stop lasts on a deadline that has ended")
        case .stopsOverlap: Wording("정지가 겹침", "Stops overlap")
        case .extendedTooOften: Wording("허용 횟수를 넘은 연장", "Extended too often")
        case .withoutNotice: Wording("통보일과 다른 시작", "It does not run from the notice")
        }
    }
    package var tone: Tone { .bad }
}
