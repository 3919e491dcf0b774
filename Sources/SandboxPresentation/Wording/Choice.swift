package import SandboxDomain

extension StableCode where Self: HasWording {
    /// Reads a choice as it is shown: its code, its words in Korean or English, or other words that mean it. Spaces, middle dots,
    /// case and full-width letters do not matter.
    /// - Throws: `InputProblem.unknownWord`.
    package init(said text: String) throws(InputProblem) {
        if let value = try? Self(code: text) {
            self = value
            return
        }
        let asked = foldedName(text)
        let found = Self.allCases.filter { value in
            ([value.wording.ko, value.wording.en] + Choice.others(value)).contains { foldedName($0) == asked }
        }
        guard !asked.isEmpty, found.count == 1 else { throw .unknownWord(text, known: Self.allCases.map(\.rawValue)) }
        self = found[0]
    }

    /// The same, or the number that a choice has in a list that was shown, from 1.
    package init(chosen text: String) throws(InputProblem) {
        let all = Array(Self.allCases)
        if let number = Int(foldedWord(text)), (1...all.count).contains(number), (try? Self(code: text)) == nil {
            self = all[number - 1]
            return
        }
        self = try Self(said: text)
    }
}

/// What words choices are known by, beside those that are shown.
private enum Choice {
    static func others(_ value: some HasWording) -> [String] { words["\(type(of: value)).\(value.code)"] ?? [] }

    /// The statute's words and those of the office, by type and code.
    private static let words: [String: [String]] = [
        "Opinion.oppose": ["부동의"],
        "Opinion.not-ours": ["소관아님", "소관 업무 아님", "소관 업무에 해당하지 아니함"],
        "Opinion.permit-needed": ["허가등 필요", "허가등이 필요함"],
        "DecisionOutcome.granted": ["지정", "허가", "원안 의결"],
        "DecisionOutcome.granted-with-conditions": ["조건부 지정", "조건부 허가", "조건부 의결"],
        "DecisionOutcome.no-regulation": ["규제 없음", "허가등이 필요하지 아니함"],
        "DecisionOutcome.permit-needed": ["허가등이 필요함"],
        "OrganisationKind.ministry": ["관계기관", "중앙행정기관", "소관 부처", "관계부처"],
        "OrganisationKind.company": ["회사", "사업자", "신청인"],
        "OrganisationKind.authority": ["주관 기관", "주무관청", "주관 부처"],
        "RevisionFinding.needed": ["필요", "정비가 필요함"],
        "RevisionFinding.not-needed": ["불필요", "정비가 필요하지 아니함"],
        "ReformStatus.in-force": ["완료", "시행 중", "시행됨"],
        "MemberCapacity.standing-agency": ["상설기관", "당연직 위원"],
        "MemberCapacity.private": ["민간"],
        "MeetingForm.in-person": ["대면 회의"],
        "MeetingForm.written": ["서면", "서면 의결"],
        "ServiceType.both": ["융합", "기술과 서비스"],
        "RecusalGround.relative": ["친족"],
        "PaperKind.certificate": ["지정서", "허가증", "임시허가증", "실증을 위한 규제특례 지정서"],
        "PaperKind.consultation": ["협의", "협의 공문", "협의 요청서", "신청내용 통보"],
        "PaperKind.reminder": ["독촉", "독촉장", "재요청", "회신 재요청서", "검토의견 회신 재요청"],
        "PaperKind.supplement-request": ["보완", "보완 요구서", "보완 요청", "보완 요청서"],
        "PaperKind.return-notice": ["반려", "반려 통지", "반려 통지서", "반려서"],
        "PaperKind.rapid-result": ["결과통지서", "신속처리 결과 통지서", "신속처리 결과"],
        "PaperKind.decision-notice": [
            "결과 알림", "통지서", "심의 결과 통지서", "의결 통지서", "결정 통지서", "지정 알림", "지정 통지서", "허가 알림", "부결 통지서",
        ],
        "PaperKind.extension-certificate": [
            "연장 지정서", "연장 확인", "유효기간 연장 확인서", "실증을 위한 규제특례 연장 확인서",
        ],
        "PaperKind.revision-finding": ["판단결과 통지서", "법령정비 판단결과", "법령정비 판단 통지서"],
        "PaperKind.order": [
            "처분", "시정명령", "시정명령서", "일시적 중지 명령", "중지명령", "중지 명령서", "취소 알림", "취소 통지서", "취소 처분서", "연장 거부 통지서",
        ],
        "PaperKind.objection-answer": [
            "이의신청 결과 통지서", "이의신청 결정 알림", "이의신청 결정 통지서", "이의신청 결정서", "이의신청에 대한 결정 알림",
        ],
        "PaperKind.agenda": ["안건", "의안서"],
        "PaperKind.minutes": ["심의위원회 회의록"],
    ]
}
