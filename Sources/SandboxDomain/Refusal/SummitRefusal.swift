/// What the rules of summits refuse; a part of ``Refusal``.
public enum SummitRefusal: RefusalGroup {
    /// Only the one named, who promised it or chairs the council, or the desk, says what became of it.
    case commitmentNotOwn(String)
    /// The commitment is settled, and is reopened before anything else is said of it.
    case commitmentSettled
    /// The commitment is open.
    case commitmentOpen
    /// A council reports to a later summit than the one it was set up at.
    case councilReportsLater

    /// The stable codes.
    public enum Code: String, Coded {
        case commitmentNotOwn = "commitment-not-own"
        case commitmentSettled = "commitment-settled"
        case commitmentOpen = "commitment-open"
        case councilReportsLater = "council-reports-later"
    }

    /// The code of the refusal, and what would make the refused act possible.
    public var rule: (code: Code, remedy: Remedy?) {
        switch self {
        case .commitmentNotOwn: (.commitmentNotOwn, .askDesk)
        case .commitmentSettled: (.commitmentSettled, nil)
        case .commitmentOpen: (.commitmentOpen, nil)
        case .councilReportsLater: (.councilReportsLater, nil)
        }
    }
}
