import SandboxDomain

extension TrackForm {
    /// The empty form as a proposal file: every key with its Korean and English name, and whether filing needs it.
    ///
    /// It can be read back as soon as `service.name` and the laws are filled in.
    public var yaml: String {
        var lines = [
            "# \(korean) 신청서 · application for \(english) (\(basis))",
            "# [필수 required]가 없는 항목은 비워 두거나 지울 수 있습니다. · What is not marked may be left out.",
            "# 여러 줄은 ‘|’ 다음 줄부터 두 칸 들여 씁니다. · Several lines: write | and indent the lines below it.",
            "regime: \(regime.code)",
            "track: \(track.code)",
            "service:",
            field("name", "서비스명", "name of the service", 1, isRequired: true),
            field("type", "유형", "technology | service | both", 1, isRequired: true),
            field("summary", "주요 내용", "what it does", 1, isRequired: true),
            "reasons:  # 신청 사유 · why you apply, one item per ticked box",
            "  -",
            "period:  # 종료일 또는 개월 · last day, or months",
            field("from", "시작일", "first day, 2026-11-23", 1),
            field("to", "종료일", "last day", 1),
            field("months", "개월", "length in months", 1),
            "contact:",
            field("name", "담당자", "person in charge", 1), field("phone", "전화", "telephone", 1),
            field("email", "전자우편", "e-mail", 1), field("address", "주소", "address", 1),
            field("representative", "대표자", "representative", 1),
        ]
        lines += exemptionLines
        lines += [
            "participants:  # 공동 신청 기관 · further members of a consortium:"
                + " - organisation: … / responsible: … / part: …",
            "sections:",
        ]
        lines += sections.map { field($0.code, $0.korean, $0.english, 1, isRequired: $0.isRequired) }
        lines += [
            "risks:  # 위험과 대응 · what could go wrong: - category: … / scenario: … / response: …",
            "stakeholders:  # 이해관계 · conflicts: - conflict: … / impact: … / mitigation: … / consultation: …",
            "papers:  # 파일은 이 파일의 폴더를 기준으로 찾습니다. · Paths are seen from the folder of this file.",
        ]
        lines += papers.flatMap { paper in
            [
                "  # \(paper.korean) · \(paper.english)\(mark(paper.isRequired))",
                "  # - paper: \(paper.code)",
                "  #   file: \(paper.code).pdf",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var exemptionLines: [String] {
        let law = field("law", "법령", "law, decree or rule", 2, isRequired: true)
        return [
            "exemptions:  # 법령·조항마다 하나씩 · one item per provision\(mark(true))",
            "  - " + law.drop { $0 == " " },
            field("article", "조항", "article", 2), field("ministry", "소관 부처", "ministry in charge", 2),
            field("obstacle", "현행 규제", "what the law says, and why the service does not fit", 2),
            field("exemption", "필요한 특례", "the exemption needed", 2, isRequired: grants),
            field("application", "특례 적용 방법", "how it is to be applied", 2, isRequired: grants),
            field("question", "질의 내용", "what is asked", 2, isRequired: !grants),
        ]
    }

    private func field(_ key: String, _ korean: String, _ english: String, _ level: Int, isRequired: Bool = false)
        -> String
    {
        String(repeating: "  ", count: level) + "\(key):  # \(korean) · \(english)\(mark(isRequired))"
    }

    private func mark(_ isRequired: Bool) -> String { isRequired ? " [필수 required]" : "" }
}
