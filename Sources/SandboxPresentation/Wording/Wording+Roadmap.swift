import SandboxDomain

extension ReformStatus: HasWording {
    package var wording: Wording {
        switch self {
        case .planned: Wording("계획", "Planned")
        case .drafting: Wording("입안", "Drafting")
        case .consulting: Wording("관계기관 협의", "In consultation")
        case .preAnnounced: Wording("입법예고", "Pre-announced")
        case .regulatoryReview: Wording("규제심사", "Regulatory review")
        case .legislationOffice: Wording("법제처 심사", "Legislation office")
        case .assembly: Wording("국회·국무회의", "Assembly or cabinet")
        case .passed: Wording("의결", "Passed")
        case .promulgated: Wording("공포", "Promulgated")
        case .inForce: Wording("시행", "In force")
        case .dropped: Wording("중단", "Dropped")
        case .merged: Wording("통합", "Merged")
        case .superseded: Wording("대체", "Superseded")
        case .undetermined: Wording("미확인", "Undetermined")
        }
    }
    package var tone: Tone {
        switch self {
        case .inForce: .good
        case .dropped: .bad
        case .merged, .superseded, .undetermined: .muted
        default: .plain
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
