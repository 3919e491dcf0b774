/// What the course of a case refuses: its form, its papers, its supplements; a part of ``Refusal``.
/// A stage at which an act is not possible is ``Refusal/wrongStage(_:allowed:)``, as for every part of the law.
public enum CaseFileRefusal: RefusalGroup {
    /// Only a draft can be edited; what was filed stays as it was filed.
    case draftOnly(Stage)
    /// Papers are missing that the Decree demands (Decree 39①, 40①, 42의4①).
    case papersMissing([Gap])
    /// Parts of the form are empty that must be filled in (Rule, forms 9, 11, 13).
    case fieldsMissing([Gap])
    /// Both papers and parts of the form are missing.
    case proposalIncomplete(papers: [Gap], fields: [Gap])
    /// A file larger than `limit` bytes.
    case attachmentTooLarge(name: String, size: Int, limit: Int)
    /// A file without content.
    case attachmentEmpty(name: String)
    /// Papers are attached and removed in a draft, and attached to answer a supplement (보완); not now.
    case attachmentNotEditable(Stage)
    /// The supplements of these numbers are not answered yet.
    case supplementOpen([Int])
    /// The supplement of this number asks for the same, and is not answered yet.
    case supplementRepeated(Int)
    /// Several supplements are open, of these numbers; it is not said which is meant.
    case supplementAmbiguous([Int])
    /// The supplement of this number was asked for by another organisation.
    case supplementNotOwn(Int, String)
    /// The period set for the answer to the supplement of this number runs until that day; nil: none was set.
    case supplementNotDue(Int, CivilDate?)
    /// There is no open request for a supplement to answer.
    case supplementNoneOpen
    /// The supplement of this number has been answered.
    case alreadyAnswered(Int)
    /// The regime no longer has this track: nothing is drafted or filed in it.
    case trackClosed(TrackCode)
    /// The company is closed: it begins nothing new.
    case companyClosed(String)
    /// The company has filed the same proposal with the same papers, as this case.
    case filedBefore(CaseReference)

    /// The stable codes.
    public enum Code: String, StableCode {
        case draftOnly = "draft-only"
        case papersMissing = "papers-missing"
        case fieldsMissing = "fields-missing"
        case proposalIncomplete = "proposal-incomplete"
        case attachmentTooLarge = "attachment-too-large"
        case attachmentEmpty = "attachment-empty"
        case attachmentNotEditable = "attachment-not-editable"
        case supplementOpen = "supplement-open"
        case supplementRepeated = "supplement-repeated"
        case supplementAmbiguous = "supplement-ambiguous"
        case supplementNotOwn = "supplement-not-own"
        case supplementNotDue = "supplement-not-due"
        case supplementNoneOpen = "supplement-none-open"
        case alreadyAnswered = "already-answered"
        case trackClosed = "track-closed"
        case companyClosed = "company-closed"
        case filedBefore = "filed-before"
    }

    /// The code of the refusal, and what would make the refused act possible.
    public var rule: (code: Code, remedy: Remedy?) {
        switch self {
        case .draftOnly: (.draftOnly, .supplement)
        case .papersMissing: (.papersMissing, .attachPapers)
        case .fieldsMissing: (.fieldsMissing, .completeFields)
        case .proposalIncomplete: (.proposalIncomplete, .completeFields)
        case .attachmentTooLarge: (.attachmentTooLarge, .otherFile)
        case .attachmentEmpty: (.attachmentEmpty, .otherFile)
        case .attachmentNotEditable: (.attachmentNotEditable, .supplement)
        case .supplementOpen: (.supplementOpen, .awaitAnswers)
        case .supplementRepeated: (.supplementRepeated, .recallSupplement)
        case .supplementAmbiguous: (.supplementAmbiguous, .nameNumber)
        case .supplementNotOwn: (.supplementNotOwn, .askAsker)
        case .supplementNotDue(_, nil): (.supplementNotDue, .recallSupplement)
        case .supplementNotDue: (.supplementNotDue, .awaitDay)
        case .supplementNoneOpen: (.supplementNoneOpen, nil)
        case .alreadyAnswered: (.alreadyAnswered, .recallAnswer)
        case .trackClosed: (.trackClosed, nil)
        case .companyClosed: (.companyClosed, .askOperator)
        case .filedBefore: (.filedBefore, .fileAgain)
        }
    }
}
