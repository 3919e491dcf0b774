public import Postgres
public import SandboxDomain

/// The event log as far as the acting person may see it, in the order it was written.
public struct EventList: RowQuery {
    /// Only what happened to this case.
    public var reference: CaseReference?
    /// Only what this login did.
    public var actor: String?
    /// Only from this day on, on the calendar of the case's authority; without a case in UTC.
    public var since: CivilDate?
    /// At most so many rows and one more, by which the caller sees that there are more; nil for all.
    public var limit: Int?

    /// Everything visible.
    public init() {}

    /// Hands on the rows, in order.
    public func forEach(_ session: Session, _ body: (BookedEvent) throws -> Void) throws {
        var conditions: [SQL] = ["true"]
        if let reference { conditions.append("e.case_file_id = \(try CaseFileStore.get(session, reference).id)") }
        if let actor { conditions.append("e.actor = \(actor)") }
        if let since {
            // A day anywhere begins at most 14 hours before it begins in UTC; the index finds those, the zone decides.
            conditions.append("e.at >= \(since)::date - interval '14 hours'")
            conditions.append("coalesce(authority_date(c.regime, e.at), (e.at AT TIME ZONE 'UTC')::date) >= \(since)")
        }
        let bound: SQL = limit.map { "LIMIT \($0 + 1)" } ?? ""
        try session.stream(
            """
            SELECT \(BookedEvent.columns) FROM event AS e
            LEFT JOIN organisation AS o ON o.organisation_id = e.organisation_id
            LEFT JOIN case_file AS c ON c.case_file_id = e.case_file_id
            WHERE \(conditions.joined(by: " AND ")) ORDER BY e.event_id \(bound)
            """, BookedEvent.init, body)
    }
}
