public import Postgres
public import SandboxDomain

/// The event log as far as the acting person may see it.
public struct AuditLog: RowQuery {
    /// Only what happened to this case.
    public var reference: CaseReference?
    /// Only what happened to this regime and its cases.
    public var regime: RegimeCode?
    /// Only what this PostgreSQL role did.
    public var actor: String?
    /// Only these acts, e.g. `file`; empty for all.
    public var acts: [String] = []
    /// Only what happened on this day or later, on the authority's calendar.
    public var since: CivilDate?
    /// In the order in which the events were recorded; otherwise the latest first.
    public var oldestFirst = false
    /// The maximum number of rows, plus one that tells the caller that there are more; nil for all.
    public var limit: Int?

    /// Everything visible, the latest first.
    public init() {}

    public func forEach(_ session: Session, _ body: (LoggedEvent) throws -> Void) throws {
        var conditions: [SQL] = ["true"]
        if let reference { conditions.append("e.case_file_id = \(try CaseFileStore.get(session, reference).id)") }
        if let regime {
            let code = try RegimeStore.get(session, regime)
            conditions.append(
                """
                (e.chain = 'regime:' || \(code)::text
                    OR e.case_file_id IN (SELECT f.case_file_id FROM case_file AS f WHERE f.regime = \(code)))
                """)
        }
        if let actor {
            let isKnown = try session.exists(
                """
                SELECT FROM person WHERE role_name = \(actor)::text
                UNION ALL SELECT FROM event AS e WHERE e.actor = \(actor)::text
                """)
            guard isKnown else {
                let known = try session.all("SELECT role_name FROM person ORDER BY role_name", as: String.self)
                throw NotFound(.person, actor, suggestion: closestWord(to: actor, among: known))
            }
            conditions.append("e.actor = \(actor)::text")
        }
        if !acts.isEmpty { conditions.append("e.act = ANY (\(acts)::text[])") }
        if let since {
            // From the first midnight of that day at any authority.
            conditions.append(
                "e.at >= (SELECT min(\(since)::timestamp AT TIME ZONE r.time_zone) FROM regime AS r)")
        }
        // Those who may not read cases at all see the events of persons and organisations.
        let cases: SQL =
            try session.one("SELECT has_table_privilege('case_file', 'SELECT')", as: Bool.self)
            ? "case_file" : "(SELECT NULL::bigint AS case_file_id, NULL::text AS reference, NULL::text AS regime)"
        let order: SQL = oldestFirst ? "ASC" : "DESC"
        // The page is found before anything is looked up for it.
        try session.stream(
            """
            SELECT \(LoggedEvent.columns())
            FROM (SELECT * FROM event AS e WHERE \(conditions.joined(by: " AND ")) ORDER BY e.event_id \(order) \(limit.oneMore)) AS e
            LEFT JOIN organisation AS o ON o.organisation_id = e.organisation_id
            LEFT JOIN \(cases) AS c ON c.case_file_id = e.case_file_id
            ORDER BY e.event_id \(order)
            """, LoggedEvent.init, body)
    }
}
