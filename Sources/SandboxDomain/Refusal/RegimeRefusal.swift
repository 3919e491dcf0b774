/// What the rules for regimes refuse; a part of ``Refusal``.
public enum RegimeRefusal: RefusalGroup {
    /// A value that is part of numbers and dates already given must not change; the place in the file, and both values.
    case fixed(String, from: String, to: String)
    /// The regime's period that this event starts has begun: it was recorded for that day.
    case begun(CivilDate)
    /// The regime's period that this event ends has not begun by that day.
    case notBegun
    /// Numbers of another regime's cases or certificates begin with that prefix.
    case prefixTaken(String, by: RegimeCode)
    /// A committee of another regime has that code.
    case committeeTaken(String, by: RegimeCode)
    /// The regime belongs to another authority, whose desk alone acts under it.
    case otherAuthority(RegimeCode, String)

    /// The stable codes.
    public enum Code: String, StableCode {
        case fixed = "regime-fixed"
        case begun = "regime-begun"
        case notBegun = "regime-not-begun"
        case prefixTaken = "prefix-taken"
        case committeeTaken = "committee-taken"
        case otherAuthority = "other-authority"
    }

    /// The code of the refusal, and what would make the refused act possible.
    public var rule: (code: Code, remedy: Remedy?) {
        switch self {
        case .fixed: (.fixed, nil)
        case .begun: (.begun, nil)
        case .notBegun: (.notBegun, .otherDate)
        case .prefixTaken: (.prefixTaken, .otherName)
        case .committeeTaken: (.committeeTaken, .otherName)
        case .otherAuthority: (.otherAuthority, .otherAuthority)
        }
    }
}
