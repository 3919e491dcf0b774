import SandboxDomain

extension SessionForm: Worded {
    package var wording: Wording {
        switch self {
        case .inPerson: Wording("대면", "In person")
        case .written: Wording("서면의결", "Written vote")
        }
    }
}

extension MemberCapacity: Worded {
    package var wording: Wording {
        switch self {
        case .chair: Wording("위원장", "Chair")
        case .standingAgency: Wording("당연직", "Standing agency")
        case .agency: Wording("관계기관", "Agency")
        case .private: Wording("민간위원", "Private member")
        }
    }
}

extension RecusalKind: Worded {
    package var wording: Wording {
        switch self {
        case .barred: Wording("제척", "Barred")
        case .challenged: Wording("기피", "Challenged")
        case .steppedBack: Wording("회피", "Stepped back")
        }
    }
    package var tone: Tone { .caution }
}

extension RecusalGround: Worded {
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

extension Vote: Worded {
    package var wording: Wording {
        switch self {
        case .inFavour: Wording("찬성", "In favour")
        case .against: Wording("반대", "Against")
        case .abstained: Wording("기권", "Abstained")
        }
    }
    package var tone: Tone {
        switch self {
        case .inFavour: .good
        case .against: .bad
        case .abstained: .muted
        }
    }
}

extension AgendaResult: Worded {
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

extension RedeliberationGround: Worded {
    package var wording: Wording {
        switch self {
        case .newEvidence: Wording("새로운 증거", "New evidence")
        case .changedCircumstances: Wording("사정 변경", "Changed circumstances")
        }
    }
}
