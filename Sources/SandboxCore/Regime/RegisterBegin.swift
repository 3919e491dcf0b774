public import Postgres
public import SandboxDomain

/// The day of the first thing that was recorded, as far as the acting person sees the log: of before, the register knows what was
/// entered later and nothing else.
public struct RegisterBegin: Query {
    /// Of everything that the acting person sees.
    public init() {}

    /// The day; nil where nothing is recorded, or the person sees no log.
    public func answer(_ session: Session) throws -> CivilDate? {
        guard try session.one("SELECT has_table_privilege('event', 'SELECT')", as: Bool.self) else { return nil }
        return try session.all(
            """
            SELECT (e.at AT TIME ZONE (SELECT min(r.time_zone) FROM regime AS r))::date
            FROM event AS e ORDER BY e.event_id LIMIT 1
            """, as: CivilDate.self
        ).first
    }
}
