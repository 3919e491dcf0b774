import SandboxDomain

extension Milestone: HasWording {
    package var wording: Wording { status.wording }
}

extension Standing: HasWording {
    package var wording: Wording {
        switch self {
        case .kept: Wording("지킴", "Kept")
        case .late: Wording("늦게 도달", "Late")
        case .overdue: Wording("기한 경과", "Overdue")
        case .slipping: Wording("미뤄짐", "Slipping")
        case .onCourse: Wording("예정대로", "On course")
        case .undated: Wording("날짜 없음", "Undated")
        case .unpromised: Wording("약속 없이 도달", "Not promised")
        }
    }
    package var tone: Tone {
        switch self {
        case .kept: .good
        case .overdue, .slipping, .late: .bad
        case .undated, .unpromised: .muted
        case .onCourse: .plain
        }
    }
}

extension LawLevel: HasWording {
    package var wording: Wording {
        switch self {
        case .act: Wording("법률", "Act")
        case .decree: Wording("대통령령", "Decree")
        case .ordinance: Wording("총리령·부령", "Ordinance")
        case .notice: Wording("고시·훈령", "Notice")
        case .guideline: Wording("지침·가이드라인", "Guideline")
        }
    }
}

extension TaskReferenceKind: HasWording {
    package var wording: Wording {
        switch self {
        case .bill: Wording("의안번호", "Bill")
        case .preAnnouncement: Wording("입법예고", "Pre-announcement")
        case .promulgation: Wording("공포번호", "Promulgation")
        case .gazette: Wording("관보", "Gazette")
        case .document: Wording("문서", "Document")
        }
    }
}

extension RegimeDocument.OtherNames.Kind: HasWording {
    package var wording: Wording {
        switch self {
        case .law: Wording("법령", "Law")
        case .ministry: Wording("부처", "Ministry")
        }
    }
}
