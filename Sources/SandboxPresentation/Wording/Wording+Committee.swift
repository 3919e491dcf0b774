import SandboxDomain

extension MeetingForm: HasWording {
    package var wording: Wording {
        switch self {
        case .inPerson: Wording("대면", "In person")
        case .written: Wording("서면의결", "Written vote")
        }
    }
}

extension MemberCapacity: HasWording {
    package var wording: Wording {
        switch self {
        case .chair: Wording("위원장", "Chair")
        case .standingAgency: Wording("당연직", "Standing agency")
        case .agency: Wording("관계기관", "Agency")
        case .private: Wording("민간위원", "Private member")
        }
    }
}

extension RecusalKind: HasWording {
    package var wording: Wording {
        switch self {
        case .barred: Wording("제척", "Barred")
        case .challenged: Wording("기피", "Challenged")
        case .steppedBack: Wording("회피", "Stepped back")
        }
    }
    package var tone: Tone { .caution }
}

extension RecusalGround: HasWording {
    package var wording: Wording {
        switch self {
        case .party: Wording("당사자", "Is a party")
        case .relative: Wording("당사자의 친족", "Is a relative of a party")
        case .adviceGiven: Wording("증언·자문·연구", "Gave testimony, advice or research")
        case .employed: Wording("3년 내 재직", "Employed by a party within three years")
        case .agent: Wording("대리인", "Is or was a party's agent")
        case .fairness: Wording("공정성 우려", "Fairness is in doubt")
        }
    }
}

extension Vote: HasWording {
    package var wording: Wording {
        switch self {
        case .inFavour: Wording("찬성", "In favour")
        case .against: Wording("반대", "Against")
        case .abstained: Wording("기권", "Abstained")
        case .absent: Wording("불참(정정)", "Absent (corrected)")
        }
    }
    package var tone: Tone {
        switch self {
        case .inFavour: .good
        case .against: .bad
        case .abstained, .absent: .muted
        }
    }
}

extension CorrectedRecord: HasWording {
    package var wording: Wording {
        switch self {
        case .decision: Wording("의결", "Decision")
        case .minutes: Wording("회의록", "Minutes")
        }
    }
}

extension AgendaResult: HasWording {
    package var wording: Wording {
        switch self {
        case .decided: Wording("의결", "Decided")
        case .deferred: Wording("보류", "Deferred")
        case .withdrawn: Wording("철회·반려", "Withdrawn")
        }
    }
    package var tone: Tone {
        switch self {
        case .decided: .good
        case .deferred: .caution
        case .withdrawn: .muted
        }
    }
}

extension RedeliberationGround: HasWording {
    package var wording: Wording {
        switch self {
        case .newEvidence: Wording("새로운 증거", "New evidence")
        case .changedCircumstances: Wording("사정 변경", "Changed circumstances")
        }
    }
}

extension ConditionPhase: HasWording {
    package var wording: Wording {
        switch self {
        case .before: Wording("실증 전", "Before the trial")
        case .during: Wording("실증 중", "During the trial")
        case .after: Wording("실증 후", "After the trial")
        }
    }
}

extension ResponsibleParty: HasWording {
    package var wording: Wording {
        switch self {
        case .company: Wording("기업", "Company")
        case .ministry: Wording("소관 부처", "Ministry")
        case .desk: Wording("담당 창구", "Desk")
        }
    }
}

extension ChangeOpinion: HasWording {
    package var wording: Wording {
        switch self {
        case .agree: Wording("동의", "Agree")
        case .oppose: Wording("부동의", "Oppose")
        }
    }
    package var tone: Tone { self == .agree ? .good : .bad }
}

extension ConditionState: HasWording {
    package var wording: Wording {
        switch self {
        case .proposed: Wording("조건안", "Proposed")
        case .open: Wording("미이행", "Open")
        case .submitted: Wording("자료 제출", "Submitted")
        case .confirmed: Wording("이행 확인", "Confirmed")
        case .rejected: Wording("자료 반려", "Rejected")
        case .waived: Wording("이행 면제", "Waived")
        }
    }
    package var tone: Tone {
        switch self {
        case .open: .plain
        case .submitted: .caution
        case .confirmed: .good
        case .rejected: .bad
        case .waived, .proposed: .muted
        }
    }
}

extension ConditionDiff.Kind: HasWording {
    package var wording: Wording {
        switch self {
        case .kept: Wording("그대로", "Kept")
        case .changed: Wording("변경", "Changed")
        case .added: Wording("추가", "Added")
        case .dropped: Wording("삭제", "Dropped")
        }
    }
    package var tone: Tone {
        switch self {
        case .kept: .plain
        case .changed: .caution
        case .added: .good
        case .dropped: .bad
        }
    }
}

extension DueRule: HasWording {
    package var code: String { description }
    package var wording: Wording {
        switch self {
        case .before(let event): Wording("\(event.wording.ko) 전", "before \(event.wording.en)")
        case .every(let length, let unit):
            Wording("\(length)\(unit.wording.ko)마다", "every \(length) \(unit.wording.en)")
        case .within(let length, let unit, let event):
            Wording(
                "\(event.wording.ko) 후 \(length)\(unit.wording.ko) 이내",
                "within \(length) \(unit.wording.en) of \(event.wording.en)")
        case .on(let day): Wording("\(day)까지", "on \(day)")
        }
    }
}

extension DueRule.Event {
    fileprivate var wording: Wording {
        switch self {
        case .grant: Wording("지정·허가", "the grant")
        case .commencement: Wording("사업개시", "commencement")
        case .end: Wording("기간 만료", "the end")
        }
    }
}

extension DueRule.Unit {
    fileprivate var wording: Wording {
        switch self {
        case .days: Wording("일", "days")
        case .months: Wording("개월", "months")
        }
    }
}
