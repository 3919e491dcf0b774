public import Postgres
public import SandboxDomain

/// The grants the acting person may see, in their legal state on a day, those that end soonest first.
public struct GrantList: RowQuery {
    /// The day; nil for today.
    public var asOf: CivilDate?
    /// Only these states; empty for all.
    public var states: [GrantState] = []
    /// Only this regime's; nil for all, or for the desk those of its authority.
    public var regime: RegimeCode?
    /// Only those of cases in which these words are found.
    public var search: SearchWords?
    /// The maximum number of rows, plus one that tells the caller that there are more; nil for all.
    public var limit: Int?

    /// Everything visible.
    public init() {}

    public func forEach(_ session: Session, _ body: (GrantSummary) throws -> Void) throws {
        let ofRegime = try RegimeStore.listed(session, regime, "g.regime")
        let wanted: SQL = states.isEmpty ? "true" : "s.state = ANY (\(states.map(\.rawValue))::text[])"
        let found: SQL = search.map { "g.case_file_id IN (\($0.cases))" } ?? "true"
        let listed: SQL =
            ofRegime.map { "AND g.case_file_id IN (SELECT g.case_file_id FROM case_file AS g WHERE \($0))" as SQL }
            ?? ""
        guard var left = limit, asOf == nil, search == nil else {
            return try session.stream(
                shown(
                    """
                    SELECT s.*, g.certificate, g.track, CASE WHEN s.is_in_force THEN 1 WHEN g.certificate IS NOT NULL THEN 2
                        ELSE 3 END AS rank
                    FROM \(GrantStore.all(on: asOf)) AS s JOIN exemption_grant AS g USING (exemption_grant_id)
                    WHERE \(wanted) AND \(found)
                        \(listed)
                    """, limit), GrantSummary.init, body)
        }
        // What is in force fills most pages; what is over is looked for only where it does not.
        let isListed = try Principal.current(session).role == .ministry
        for parts in [Self.inForce, Self.over] where left >= 0 {
            let page = page(isListed, parts, [wanted, ofRegime].compactMap(\.self).joined(by: " AND "), left)
            try session.stream(shown(page, left), GrantSummary.init) { grant in
                left -= 1
                try body(grant)
            }
        }
    }

    private func shown(_ grants: SQL, _ limit: Int?) -> SQL {
        """
        SELECT c.case_file_id, c.reference, s.certificate, s.track,
            (SELECT o.name FROM organisation AS o WHERE o.organisation_id = c.company_id), c.service_name, s.state, s.reason,
            s.since_on, s.granted_on, s.commenced_on, s.end_on, s.last_on, i.designation_no, i.valid_from, i.valid_until, i.state
        FROM (\(grants)) AS s
        JOIN case_file AS c ON c.case_file_id = s.case_file_id
        LEFT JOIN imported_case AS i ON i.case_file_id = s.case_file_id
        ORDER BY s.rank, s.last_on NULLS FIRST, s.exemption_grant_id \(limit.oneMore)
        """
    }

    private typealias Part = (rank: SQL, condition: SQL)

    private static let inForce: [Part] = [
        ("1", "g.standing = 'lasting' AND g.sorts_on = '-infinity'"),
        (
            "1",
            """
            g.standing = 'lasting' AND g.sorts_on >= (SELECT min(\(SQL.today)) FROM regime AS r) AND g.sorts_on >= t.today
            """
        ),
    ]

    private static let over: [Part] = [
        (
            "2",
            """
            g.standing = 'lasting' AND g.sorts_on > '-infinity'
                AND g.sorts_on < (SELECT max(\(SQL.today)) FROM regime AS r) AND g.sorts_on < t.today
            """
        ),
        ("2", "g.standing = 'ended'"), ("3", "g.standing = 'unrecorded'"),
    ]

    /// The first of the grants as they are today. An index has them by their standing and last day; which of those that last
    /// are in force the day decides. Only what is shown is looked up, and what a state is asked for.
    private func page(_ isListed: Bool, _ parts: [Part], _ wanted: SQL, _ limit: Int?) -> SQL {
        let table: SQL = isListed ? "ministry_grant" : "kept_grant"
        let state: SQL = """
            JOIN kept_grant AS k ON k.exemption_grant_id = g.exemption_grant_id CROSS JOIN LATERAL standing_of(k, t.today) AS s
            """
        let found: [SQL] = parts.map { part in
            """
            (SELECT \(part.rank) AS rank, g.sorts_on, g.exemption_grant_id, t.today
                FROM \(table) AS g
                CROSS JOIN LATERAL (SELECT \(SQL.today) AS today FROM regime AS r WHERE r.regime = g.regime OFFSET 0) AS t
                \(states.isEmpty ? "" : state)
                WHERE \(part.condition) AND \(wanted) ORDER BY g.sorts_on, g.exemption_grant_id \(limit.oneMore))
            """
        }
        return """
            SELECT s.*, k.certificate, k.track, n.rank
            FROM (SELECT f.* FROM (\(found.joined(by: " UNION ALL "))) AS f
                ORDER BY f.rank, f.sorts_on, f.exemption_grant_id \(limit.oneMore)) AS n
            JOIN kept_grant AS k ON k.exemption_grant_id = n.exemption_grant_id
            CROSS JOIN LATERAL standing_of(k, n.today) AS s
            """
    }
}

/// One grant.
public struct GrantSummary: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The number of the certificate; nil for a grant of the past, from a file.
    public let certificate: String?
    /// The track.
    public let track: TrackCode
    /// The holder.
    public let company: String
    /// The service.
    public let service: String
    /// The legal state.
    public let state: GrantState
    /// Why it is in that state.
    public let reason: GrantReason
    /// Since when; nil where that is not known of a grant of the past.
    public let since: CivilDate?
    /// The day of the grant; nil where the source of a grant of the past does not say it.
    public let grantedOn: CivilDate?
    /// The day business commenced.
    public let commencedOn: CivilDate?
    /// The last day of the validity; nil: it begins with the business.
    public let endOn: CivilDate?
    /// The last day in force, as far as it is known; nil: no end in sight.
    public let lastOn: CivilDate?
    /// What its source says of a grant of the past.
    public let past: PastGrant

    init(
        id: CaseFileID, number: String?, certificate: String?, track: TrackCode, company: String, service: String,
        state: GrantState, reason: GrantReason, since: CivilDate?, grantedOn: CivilDate?, commencedOn: CivilDate?,
        endOn: CivilDate?, lastOn: CivilDate?, designation: String?, from: CivilDate?, until: CivilDate?, past: String?
    ) {
        reference = CaseReference(number: number, id)
        (self.certificate, self.track, self.company, self.service) = (certificate, track, company, service)
        (self.state, self.reason, self.since, self.grantedOn) = (state, reason, since, grantedOn)
        (self.commencedOn, self.endOn, self.lastOn) = (commencedOn, endOn, lastOn)
        self.past = PastGrant(number: designation, validFrom: from, validUntil: until, state: past)
    }
}
