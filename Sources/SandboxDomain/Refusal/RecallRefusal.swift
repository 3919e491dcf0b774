/// What the rules for taking an entry back refuse; a part of ``Refusal``.
public enum RecallRefusal: RefusalGroup {
    /// There is nothing of that kind and number which the acting person's side entered.
    case nothingEntered
    /// Others rely on it.
    case reliedOn(Reliance)
    /// Such an act is not taken back, but replaced, or undone by an act of its own.
    case notRecalled

    /// The stable codes.
    public enum Code: String, StableCode {
        case nothingEntered = "nothing-entered"
        case reliedOn = "relied-on"
        case notRecalled = "not-recalled"
    }

    /// The code of the refusal, and what would make the refused act possible.
    public var rule: (code: Code, remedy: Remedy?) {
        switch self {
        case .nothingEntered: (.nothingEntered, nil)
        case .reliedOn(.agenda): (.reliedOn, .reopenAgenda)
        case .reliedOn: (.reliedOn, nil)
        case .notRecalled: (.notRecalled, nil)
        }
    }
}
