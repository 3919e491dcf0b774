/// How certain the days are that an end hangs on.
public enum Certainty: String, StableCode, Comparable {
    /// Their years are declared complete, or the end hangs on no open day.
    case known
    /// The rules of the calendar foresee its holidays; elections and temporary holidays nobody can foresee.
    case foreseen
    /// Nothing can be said of their holidays.
    case unknown

    /// The more doubtful one is greater.
    public static func < (a: Certainty, b: Certainty) -> Bool { a.rank < b.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// That an end is counted on days whose holidays nobody has announced, and how far they are known.
public struct CalendarDoubt: Hashable, Sendable {
    /// Foreseen or unknown.
    public let certainty: Certainty
    /// The last day to which every holiday is known; nil: of no year.
    public let knownTo: CivilDate?

    /// A doubt; nil where everything is known.
    public init?(_ certainty: Certainty, knownTo: CivilDate?) {
        guard certainty != .known else { return nil }
        (self.certainty, self.knownTo) = (certainty, knownTo)
    }
}
