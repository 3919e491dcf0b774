import SandboxDomain

/// The keys of a proposal file: each has its English name and the Korean one of the form.
enum FormKeys {
    typealias Keys = [(key: String, korean: [String])]

    static let document: Keys = [
        ("version", ["판"]), ("regime", ["제도"]), ("track", ["신청유형", "트랙"]), ("service", ["서비스"]),
        ("reasons", ["신청사유"]), ("period", ["기간", "사업기간"]), ("contact", ["연락처"]),
        ("exemptions", ["규제특례", "특례"]), ("participants", ["참여기관"]), ("sections", ["본문", "항목"]),
        ("risks", ["위험"]), ("stakeholders", ["이해관계"]), ("papers", ["첨부서류", "서류"]),
    ]
    static let service: Keys = [
        ("name", ["서비스명", "명칭"]), ("type", ["유형"]), ("summary", ["주요내용", "요약"]),
    ]
    static let period: Keys = [("from", ["시작일"]), ("to", ["종료일"]), ("months", ["개월"])]
    static let contact: Keys = [
        ("name", ["담당자"]), ("phone", ["전화"]), ("email", ["이메일"]), ("address", ["주소"]), ("representative", ["대표자"]),
    ]
    static let exemption: Keys = [
        ("law", ["법령"]), ("article", ["조항"]), ("ministry", ["소관부처"]), ("obstacle", ["현행규제"]),
        ("exemption", ["필요특례", "특례내용"]), ("application", ["적용방법"]), ("question", ["질의"]),
    ]
    static let participant: Keys = [("organisation", ["기관"]), ("responsible", ["책임자"]), ("part", ["역할"])]
    static let risk: Keys = [("category", ["구분"]), ("scenario", ["시나리오"]), ("response", ["대응"])]
    static let stakeholder: Keys = [
        ("conflict", ["갈등"]), ("impact", ["영향"]), ("mitigation", ["완화방안"]), ("consultation", ["협의계획"]),
    ]
    static let paper: Keys = [("paper", ["종류"]), ("file", ["파일"])]

    /// 유형 of the service in Korean.
    static let serviceTypes: [String: ServiceType] = ["기술": .technology, "서비스": .service, "기술·서비스": .both, "둘다": .both]

    /// The English name of a key, or nil if there is no such key. Upper case, full-width letters, hyphens for
    /// underscores and spaces inside Korean names are accepted.
    static func key(_ text: String, in keys: Keys) -> String? {
        let word = foldedWord(text).replacing("-", with: "_")
        let korean = word.filter { !$0.isWhitespace }
        return keys.first { $0.key == word || $0.korean.contains(korean) }?.key
    }

    /// The names to offer for an unknown key, in its own language.
    static func names(like text: String, in keys: Keys) -> [String] {
        text.contains { !$0.isASCII } ? keys.flatMap(\.korean) : keys.map(\.key)
    }
}
