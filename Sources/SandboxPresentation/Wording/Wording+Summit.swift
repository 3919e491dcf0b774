import SandboxDomain

extension CommitmentKind: HasWording {
    package var wording: Wording {
        switch self {
        case .apiOpening: Wording("API 개방", "API opening")
        case .compute: Wording("컴퓨팅 자원", "Computing resources")
        case .data: Wording("데이터", "Data")
        case .institution: Wording("제도 개선", "Change of rules")
        case .other: Wording("기타", "Other")
        }
    }
}

extension CommitmentState: HasWording {
    package var wording: Wording {
        switch self {
        case .open: Wording("진행 중", "Open")
        case .overdue: Wording("기한 경과", "Overdue")
        case .kept: Wording("이행", "Kept")
        case .withdrawn: Wording("철회", "Withdrawn")
        }
    }
    package var tone: Tone {
        switch self {
        case .kept: .good
        case .overdue: .bad
        case .withdrawn: .muted
        case .open: .plain
        }
    }
}

extension EvidenceKind: HasWording {
    package var wording: Wording {
        switch self {
        case .progress: Wording("경과", "Progress")
        case .fulfilled: Wording("이행", "Fulfilled")
        case .withdrawn: Wording("철회", "Withdrawn")
        case .reopened: Wording("재개", "Reopened")
        }
    }
}

extension PointKind: HasWording {
    package var wording: Wording {
        switch self {
        case .proposal: Wording("제안", "Proposal")
        case .difficulty: Wording("애로사항", "Difficulty")
        case .suggestion: Wording("건의사항", "Suggestion")
        }
    }
}
