public import Postgres
public import SandboxDomain

/// What became of the consultations: how many are open, answered, overdue, lapsed, and how long the answers took.
public struct ConsultationReport: Query {
    /// How the rows are grouped.
    public enum Grouping: String, StableCode {
        case ministry, track
    }

    /// One row for each ministry, or one for each track.
    public var by: Grouping = .ministry
    /// The day to look at; nil for today.
    public var asOf: CivilDate?
    /// Only this track; nil for all.
    public var track: TrackCode?
    /// Only this regime; nil for all.
    public var regime: RegimeCode?

    /// All ministries, today.
    public init() {}

    public func answer(_ session: Session) throws -> Consultations {
        let rows = try session.all(
            .embedded("consultations", binding: asOf, by == .track, track?.code, regime?.code), ConsultationsRow.init)
        return Consultations(rows: rows.filter { !$0.isTotal }, total: rows.first(where: \.isTotal))
    }
}

/// What became of the consultations.
public struct Consultations: Sendable {
    /// One row for each ministry, by name, or one for each track, in the order of the regime.
    public let rows: [ConsultationsRow]
    /// All visible consultations; nil if there are none.
    public let total: ConsultationsRow?
}

/// What became of the consultations of one ministry or one track.
public struct ConsultationsRow: Sendable {
    /// Whether it is the total.
    public let isTotal: Bool
    /// The ministry; nil in a row of a track and in the total.
    public let ministry: String?
    /// The regime of the track.
    public let regime: RegimeCode?
    /// The track; nil in a row of a ministry and in the total.
    public let track: TrackCode?
    /// The day looked at.
    public let asOf: CivilDate
    /// How many were sent.
    public let sent: Int
    /// How many wait for an answer.
    public let open: Int
    /// Of those, how many the ministry has not been told of yet.
    public let notNotified: Int
    /// Of those, how many are past their period.
    public let overdue: Int
    /// How many were answered.
    public let answered: Int
    /// How many ended in silence that the law gives a meaning.
    public let lapsed: Int
    /// How many were left open when their case was closed.
    public let closed: Int
    /// Half of the answers took no longer, in days as the deadline counts them; nil if none was counted.
    public let medianDays: String?
    /// Nine of ten answers took no longer.
    public let ninetiethDays: Int?
    /// How many supplements the ministries asked for.
    public let supplements: Int

    init(
        isTotal: Bool, ministry: String?, regime: RegimeCode?, track: TrackCode?, asOf: CivilDate, sent: Int, open: Int,
        notNotified: Int, overdue: Int, answered: Int, lapsed: Int, closed: Int, medianDays: String?,
        ninetiethDays: Int?,
        supplements: Int
    ) {
        (self.isTotal, self.ministry, self.regime, self.track) = (isTotal, ministry, regime, track)
        (self.asOf, self.sent, self.open, self.notNotified) = (asOf, sent, open, notNotified)
        (self.overdue, self.answered, self.lapsed, self.closed) = (overdue, answered, lapsed, closed)
        (self.medianDays, self.ninetiethDays, self.supplements) = (medianDays, ninetiethDays, supplements)
    }
}
