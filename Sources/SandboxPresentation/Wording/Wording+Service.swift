import SandboxDomain

extension ServiceType: HasWording {
    package var wording: Wording { StableCodeWording(rawValue, .serviceTypes).wording }
}

extension RegisterField: HasWording {
    package var wording: Wording {
        switch self {
        case .company: Wording("기업", "Company")
        case .service: Wording("서비스", "Service")
        case .provisions: Wording("규제 조항", "Provisions")
        case .conditions: Wording("부가조건", "Conditions")
        case .meeting: Wording("심의위원회 회차", "Meeting")
        }
    }
}

extension RevisionStep: HasWording {
    package var wording: Wording {
        switch self {
        case .started: Wording("착수", "Started")
        case .completed: Wording("완료", "Completed")
        }
    }
}

extension TrialReportKind: HasWording {
    package var wording: Wording {
        switch self {
        case .periodic: Wording("정기 보고", "Periodic")
        case .result: Wording("결과 보고", "Result")
        }
    }
}
