public import Postgres
public import SandboxDomain

/// What a table for people needs in addition to its rows: the authorities' day, and what the tracks are called.
public struct Legend: Query {
    public init() {}

    /// The day, if it is the same everywhere, and the tracks.
    public struct Answer: Sendable {
        /// The day on every authority's calendar, from which days are counted; nil while their days differ.
        public let today: CivilDate?
        /// The tracks with their names.
        public let tracks: [KnownTrack]
    }

    public func answer(_ session: Session) throws -> Answer {
        let today: CivilDate? = try session.one(
            """
            SELECT CASE WHEN min(t.day) = max(t.day) THEN min(t.day) END
            FROM (SELECT (now() AT TIME ZONE g.time_zone)::date AS day FROM regime AS g) AS t
            """)
        return Answer(today: today, tracks: try TrackList().answer(session))
    }
}
