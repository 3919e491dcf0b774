import SandboxDomain

extension GrantState: HasWording {
    package var wording: Wording {
        switch self {
        case .unrecorded: Wording("기록 없음", "Not recorded")
        case .preparing: Wording("준비", "Preparing")
        case .running: Wording("운영", "Running")
        case .suspended: Wording("중지", "Suspended")
        case .deemedRunning: Wording("존속 간주", "Deemed running")
        case .deemedExtended: Wording("연장 간주", "Deemed extended")
        case .undetermined: Wording("불명", "Undetermined")
        case .expired: Wording("만료", "Expired")
        case .revoked: Wording("취소", "Revoked")
        case .graduated: Wording("정식 허가", "Graduated")
        case .unnecessary: Wording("특례 불필요", "Unnecessary")
        case .converted: Wording("임시허가 전환", "Converted")
        case .ended: Wording("종료", "Ended")
        }
    }
    package var tone: Tone {
        switch self {
        case .running, .graduated, .unnecessary, .converted: .good
        case .preparing, .deemedRunning, .deemedExtended: .caution
        case .suspended, .undetermined, .revoked: .bad
        case .unrecorded, .expired, .ended: .muted
        }
    }
}

extension GrantReason: HasWording {
    package var wording: Wording {
        switch self {
        case .unrecorded:
            Wording(
                "과거 자료로 등록되어 지정 뒤의 경과가 기록되지 않았습니다",
                "It came in from a file of the past, and what became of it is not recorded")
        case .revoked: Wording("청문을 거쳐 취소되었습니다", "It was revoked after a hearing")
        case .graduated: Wording("법령정비에 따라 정식 허가를 받았습니다", "The holder obtained the regular permit")
        case .interpreted:
            Wording("현행 법령의 적극해석으로 특례가 필요 없게 되었습니다", "The law is read so that no exemption is needed any more")
        case .converted: Wording("임시허가로 전환되었습니다", "A grant of the other track has taken its place")
        case .renounced: Wording("사업자가 사업을 끝냈습니다", "The holder gave it up")
        case .suspended: Wording("일시적 중지 명령이 풀리지 않았습니다", "A suspension was ordered and not lifted")
        case .commenced: Wording("유효기간 안에 있고 사업을 개시하였습니다", "It is within its validity, and business has commenced")
        case .notCommenced:
            Wording("유효기간 안에 있으나 사업을 개시하지 않았습니다", "It is within its validity, and business has not commenced")
        case .validityEnded: Wording("유효기간이 끝났습니다", "Its validity has ended, and nothing keeps it in force")
        case .revisionPending:
            Wording("요청한 법령정비의 판단이 나지 않았습니다", "A law revision was asked for, and its finding is not there yet")
        case .revisionNeeded:
            Wording(
                "법령정비가 필요하다고 판단되어 임시허가를 신청할 수 있습니다",
                "The law is to be revised, and a temporary permit may be applied for")
        case .revisionNotNeeded:
            Wording("법령정비가 필요하지 않다고 판단되었습니다", "The law is not to be revised: it ends on the day notified")
        case .permitPending: Wording("신청한 임시허가가 심의 중입니다", "The temporary permit applied for is not decided yet")
        case .permitRefused: Wording("신청한 임시허가를 받지 못했습니다", "The temporary permit applied for was not given")
        case .permitNotApplied:
            Wording("임시허가를 기한 안에 신청하지 않았습니다", "No temporary permit was applied for in time")
        case .lawNotChanged:
            Wording(
                "연장된 유효기간이 끝났으나 법령정비가 끝나지 않았습니다",
                "The extended validity has ended, and the law is not changed yet")
        case .lawRevised: Wording("법령정비가 끝나 연장 간주가 그쳤습니다", "The law was revised, and the deemed extension with it")
        case .actMustChange:
            Wording(
                "법률을 고쳐야 하므로 연장으로 보지 않습니다",
                "An Act of parliament must change, so the validity is not deemed extended")
        case .levelUnknown:
            Wording(
                "고쳐야 할 법령의 단계가 기록되지 않아 연장 간주 여부를 알 수 없습니다",
                "Nobody has said which level of law must change, so it is unknown whether it is deemed extended")
        }
    }
}

extension GrantAct: HasWording {
    package var wording: Wording {
        switch self {
        case .publish: Wording("게재", "Published")
        case .insure: Wording("책임보험 제출", "Insurance handed in")
        case .confirm: Wording("보험·배상방안 확인", "Confirmed")
        case .commence: Wording("사업개시", "Commenced")
        case .report: Wording("보고", "Reported")
        case .incident: Wording("사고 보고", "Incident reported")
        case .claim: Wording("손해배상 청구 접수", "Claim received")
        case .closeClaim: Wording("손해배상 처리", "Claim settled")
        case .inspect: Wording("점검", "Inspected")
        case .correct: Wording("시정명령", "Correction ordered")
        case .suspend: Wording("일시적 중지", "Suspended")
        case .resume: Wording("중지 해제", "Resumed")
        case .recordHearing: Wording("청문", "Hearing held")
        case .revoke: Wording("취소", "Revoked")
        case .askExtension: Wording("연장 신청", "Extension asked for")
        case .extend: Wording("연장", "Extended")
        case .refuseExtension: Wording("연장 거부", "Extension refused")
        case .requestRevision: Wording("법령정비 요청", "Law revision asked for")
        case .recordFinding: Wording("정비 필요 여부 판단", "Finding on the revision")
        case .plan: Wording("법령정비계획", "Law-revision plan")
        case .revise: Wording("법령정비 진행", "Law revision under way")
        case .applyPermit: Wording("임시허가 신청", "Conversion applied for")
        case .graduate: Wording("정식 허가 취득", "Regular permit obtained")
        case .recordInterpretation: Wording("적극해석", "Read as needing no exemption")
        case .renounce: Wording("사업 종료", "Given up")
        case .exitReport: Wording("종료보고서", "Exit report given")
        case .convert: Wording("임시허가 전환", "Converted")
        case .permitRefused: Wording("임시허가 불허", "Conversion not granted")
        }
    }
}

extension RevisionFinding: HasWording {
    package var wording: Wording {
        switch self {
        case .needed: Wording("정비 필요", "Revision needed")
        case .notNeeded: Wording("정비 불필요", "No revision needed")
        }
    }
}
