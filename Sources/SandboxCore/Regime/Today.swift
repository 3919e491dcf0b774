public import Postgres
public import SandboxDomain

/// Which day is it on the authorities' calendars?
///
/// Regimes in different time zones stand on different days for some hours; then there is no one answer, and nil is told.
public struct Today: Query {
    /// The question takes nothing.
    public init() {}

    /// Answers the question.
    public func answer(_ session: Session) throws -> CivilDate? {
        try session.one(
            """
            SELECT CASE WHEN min(t.day) = max(t.day) THEN min(t.day) END
            FROM (SELECT (now() AT TIME ZONE g.time_zone)::date AS day FROM regime AS g) AS t
            """)
    }
}

/// What a table for people needs to know beside its rows: the authorities' day, and what the tracks are called.
public struct Legend: Query {
    /// The question takes nothing.
    public init() {}

    /// The day, if it is the same everywhere, and the tracks.
    public struct Answer: Sendable {
        /// The authorities' day, from which days are counted; nil if they stand on different ones.
        public let today: CivilDate?
        /// The tracks with their names.
        public let tracks: [KnownTrack]
    }

    /// Answers the question.
    public func answer(_ session: Session) throws -> Answer {
        Answer(today: try Today().answer(session), tracks: try TrackList().answer(session))
    }
}
