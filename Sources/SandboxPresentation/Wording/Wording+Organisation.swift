import SandboxDomain

extension GroupRole: HasWording {
    package var wording: Wording {
        switch self {
        case .company: Wording("기업", "Company")
        case .ministry: Wording("관계부처", "Ministry")
        case .desk: Wording("접수·담당 창구", "Desk")
        case .analyst: Wording("분석가", "Analyst")
        case .auditor: Wording("감사자", "Auditor")
        case .operator: Wording("운영자", "Operator")
        case .public: Wording("일반", "Public")
        }
    }
}

extension OrganisationKind: HasWording {
    package var wording: Wording {
        switch self {
        case .company: Wording("기업", "Company")
        case .ministry: Wording("부처", "Ministry")
        case .authority: Wording("주무부처", "Authority")
        case .other: Wording("기타", "Other")
        }
    }
}

extension PersonRight: HasWording {
    package var wording: Wording {
        switch self {
        case .file: Wording("제출", "File")
        case .decide: Wording("결정", "Decide")
        case .sign: Wording("발급", "Sign")
        }
    }
}
