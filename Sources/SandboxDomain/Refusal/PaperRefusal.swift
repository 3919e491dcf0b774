/// What the rules for official papers refuse; a part of ``Refusal``.
public enum PaperRefusal: RefusalGroup {
    /// The regime has no words for such a paper, or not for this track.
    case noTemplate(PaperKind?)
    /// There is nothing that such a paper tells: the case is not at that point.
    case nothingToTell(PaperKind?)
    /// Facts that the paper prints are missing.
    case incomplete([PaperText.Missing])
    /// Whoever is in charge is not of the desk, or has not said how to be reached.
    case officialUnknown(String?)

    /// It was issued already: issued anew it becomes this edition, and whoever has the first is told why.
    case alreadyIssued(edition: Int)

    /// The stable codes.
    public enum Code: String, StableCode {
        case noTemplate = "no-template"
        case nothingToTell = "nothing-to-tell"
        case incomplete = "paper-incomplete"
        case officialUnknown = "official-unknown"
        case alreadyIssued = "paper-already-issued"
    }

    /// The code of the refusal, and what would make the refused act possible.
    public var rule: (code: Code, remedy: Remedy?) {
        switch self {
        case .noTemplate: (.noTemplate, .completeRegime)
        case .nothingToTell: (.nothingToTell, nil)
        case .incomplete(let missing):
            (.incomplete, Self.remedy(missing))
        case .officialUnknown: (.officialUnknown, .stateOfficial)
        case .alreadyIssued: (.alreadyIssued, .giveReason)
        }
    }

    /// The office says once what is its own; somebody says the rest when the paper is issued, where the register does not know.
    private static func remedy(_ missing: [PaperText.Missing]) -> Remedy? {
        let fields = missing.compactMap { if case .field(let field) = $0 { field } else { nil } }
        let isOfOffice = fields.contains(where: \.isOfOffice)
        guard fields.contains(where: \.mayBeStated) else { return isOfOffice ? .stateOffice : nil }
        return isOfOffice ? .stateOfficeAndFacts : .stateFacts
    }
}
