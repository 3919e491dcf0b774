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
