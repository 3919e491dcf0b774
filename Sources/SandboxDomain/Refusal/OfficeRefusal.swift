/// What the rules by which an organisation divides its work refuse; a part of ``Refusal``.
public enum OfficeRefusal: RefusalGroup {
    /// Work goes to another person of the same organisation who can log in.
    case notColleague(String)
    /// The person is away on some of those days already.
    case absenceOverlaps(String, from: CivilDate, until: CivilDate)
    /// The person is not away, and is not going to be.
    case notAbsent(String)

    /// The stable codes.
    public enum Code: String, StableCode {
        case notColleague = "not-colleague"
        case absenceOverlaps = "absence-overlaps"
        case notAbsent = "not-absent"
    }

    /// The code of the refusal, and what would make the refused act possible.
    public var rule: (code: Code, remedy: Remedy?) {
        switch self {
        case .notColleague: (.notColleague, .nameColleague)
        case .absenceOverlaps: (.absenceOverlaps, .endAbsence)
        case .notAbsent: (.notAbsent, nil)
        }
    }
}
