/// What the rules for objections refuse (행정기본법 제36조); a part of ``Refusal``.
public enum ObjectionRefusal: RefusalGroup {
    /// Nothing in this case can be objected to, or no disposition has that number.
    case noDisposition(Int?)
    /// The party has objected to it.
    case objectedBefore(Int)
    /// The period for it ended on that day.
    case tooLate(CivilDate)
    /// No objection waits for an answer, or not the one to the disposition of that number.
    case noneOpen(Int?)

    /// The stable codes.
    public enum Code: String, StableCode {
        case noDisposition = "no-disposition"
        case objectedBefore = "objected-before"
        case tooLate = "objection-too-late"
        case noneOpen = "objection-none-open"
    }

    /// The code of the refusal, and what would make the refused act possible.
    public var rule: (code: Code, remedy: Remedy?) {
        switch self {
        case .noDisposition: (.noDisposition, nil)
        case .objectedBefore: (.objectedBefore, nil)
        case .tooLate: (.tooLate, nil)
        case .noneOpen: (.noneOpen, .recallObjectionRuling)
        }
    }
}
