/// What the rules for objections refuse (행정기본법 제36조); a part of ``Refusal``.
public enum ObjectionRefusal: Hashable, Sendable {
    /// Nothing in this case can be objected to, or no disposition has that number.
    case noDisposition(Int?)
    /// The party has objected to it.
    case objectedBefore(Int)
    /// The period for it ended on that day.
    case tooLate(CivilDate)
    /// No objection waits for an answer, or not the one to the disposition of that number.
    case noneOpen(Int?)

    /// The stable code of this refusal.
    public var code: Refusal.Code {
        switch self {
        case .noDisposition: .noDisposition
        case .objectedBefore: .objectedBefore
        case .tooLate: .objectionTooLate
        case .noneOpen: .objectionNoneOpen
        }
    }
}
