public import Postgres
public import SandboxDomain

/// What was decided: how many decisions, grants and rejections, and how long they took.
public struct DecisionsReport: RowQuery {
    /// How decisions are grouped.
    public enum Grouping: String, StableCode {
        case track, outcome, year, month
    }

    /// How decisions are grouped.
    public var grouping = Grouping.track
    /// Only those decided on this day or later.
    public var since: CivilDate?
    /// Only those decided on this day or earlier.
    public var until: CivilDate?
    /// Only this track; nil for all.
    public var track: TrackCode?
    /// Only this regime; nil for all.
    public var regime: RegimeCode?

    /// All decisions.
    public init() {}

    /// Hands on the groups, and the total after them.
    public func forEach(_ session: Session, _ body: (DecisionsRow) throws -> Void) throws {
        try session.stream(
            .embedded("decisions", binding: grouping.rawValue, since, until, track?.code, regime?.code),
            DecisionsRow.init, body)
    }
}

/// The decisions of one group.
public struct DecisionsRow: Sendable {
    /// Whether it is all of them.
    public let isTotal: Bool
    /// The group: the code of a track or outcome, a year or a month; nil in the total.
    public let name: String?
    /// How many.
    public let decisions: Int
    /// Those that grant something.
    public let grants: Int
    /// Grants with conditions.
    public let withConditions: Int
    /// Rejections.
    public let rejected: Int
    /// Neither.
    public let other: Int
    /// Half of them took no longer, in calendar days from filing; nil if no filing day is known.
    public let medianDays: String?

    init(
        isTotal: Bool, name: String?, decisions: Int, grants: Int, withConditions: Int, rejected: Int, other: Int,
        medianDays: String?
    ) {
        (self.isTotal, self.name, self.decisions, self.grants) = (isTotal, name, decisions, grants)
        (self.withConditions, self.rejected, self.other) = (withConditions, rejected, other)
        self.medianDays = medianDays
    }
}
