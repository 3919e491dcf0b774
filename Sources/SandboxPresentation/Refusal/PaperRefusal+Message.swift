package import SandboxDomain

extension PaperRefusal {
    /// Why, in words.
    var why: Wording {
        switch self {
        case .noTemplate(let kind):
            Wording(
                "이 제도에는 ‘\(kind?.wording.ko ?? "이 문서")’의 서식이 없습니다",
                "the regime has no words for the paper “\(kind?.wording.en ?? "of that kind")”")
        case .nothingToTell(let kind):
            Wording(
                "‘\(kind?.wording.ko ?? "이 문서")’에 적을 일이 아직 없습니다",
                "there is nothing yet that the paper “\(kind?.wording.en ?? "of that kind")” tells")
        case .incomplete(let missing):
            Wording(
                "문서에 넣을 것이 비어 있습니다: \(missing.map(\.wording.ko).joined(separator: ", "))",
                "the paper has empty places: \(missing.map(\.wording.en).joined(separator: ", "))")
        case .officialUnknown(let login):
            Wording(
                "\(login ?? "담당자")의 직위와 연락처를 모릅니다",
                "it is not known how to reach \(login ?? "whoever is in charge")")
        case .alreadyIssued(let edition):
            Wording(
                "이미 발급한 문서입니다. 다시 발급하면 같은 번호의 \(edition)판이 되며, 먼저 받은 쪽에 알릴 사유가 필요합니다",
                "it was issued already; issued anew it is edition \(edition) of the same number, and whoever has the first is told why"
            )
        }
    }
}

extension PaperText.Missing {
    /// What is missing.
    package var wording: Wording {
        switch self {
        case .field(let field): field.wording
        case .table(let table): table.wording
        }
    }
}
