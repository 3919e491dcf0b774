package import SandboxDomain

extension PaperField {
    /// Reads the name of a fact that may be said when a paper is issued, as a code or in words.
    package init(statedAs text: String) throws(InputProblem) {
        let asked = folded(text)
        let found = PaperField.stated.first { field in
            ([field.rawValue, field.wording.ko, field.wording.en] + field.otherNames).contains { folded($0) == asked }
        }
        guard let found else {
            throw .unknownWord(text, known: PaperField.stated.map { "\($0.wording.ko)(\($0.rawValue))" })
        }
        self = found
    }

    /// What somebody says, as it is kept.
    /// - Throws: `InputProblem` for a text that no such fact can be.
    package func checked(_ text: String) throws(InputProblem) -> String {
        let text = try TextRule.prose.checked(text)
        return self == .registrationNumber ? try RegistrationNumber(text).text : text
    }

    private var otherNames: [String] {
        switch self {
        case .address: ["주소", "주된 사무소의 소재지"]
        case .representative: ["대표자명", "대표자 성명"]
        case .registrationNumber: ["사업자(법인)등록번호", "법인등록번호"]
        case .time: ["시간", "일시"]
        case .opinion: ["의견", "간사의 의견"]
        case .remarks: ["발언"]
        default: []
        }
    }
}

/// A word without spaces and case.
private func folded(_ text: String) -> String { foldedWord(text).filter { $0 != " " } }
