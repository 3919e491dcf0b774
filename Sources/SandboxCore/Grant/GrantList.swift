public import Postgres
public import SandboxDomain

/// The grants the acting person may see, in their legal state on a day, those that end soonest first.
public struct GrantList: RowQuery {
    /// The day; nil for today.
    public var asOf: CivilDate?
    /// Only these states; empty for all.
    public var states: [GrantState] = []
    /// Only those of cases in which these words are found.
    public var search: SearchWords?
    /// The maximum number of rows, plus one that tells the caller that there are more; nil for all.
    public var limit: Int?

    /// Everything visible.
    public init() {}

    public func forEach(_ session: Session, _ body: (GrantSummary) throws -> Void) throws {
        let bound: SQL = limit.map { "LIMIT \($0 + 1)" } ?? ""
        let wanted: SQL = states.isEmpty ? "true" : "s.state = ANY (\(states.map(\.rawValue))::text[])"
        let found: SQL = search.map { "c.case_file_id IN (\($0.cases))" } ?? "true"
        try session.stream(
            """
            SELECT c.case_file_id, c.reference, g.certificate, g.track, o.name, c.service_name, s.state, s.reason, s.since_on,
                s.granted_on, s.commenced_on, s.end_on, s.last_on
            FROM \(GrantStore.all(on: asOf)) AS s
            JOIN exemption_grant AS g USING (exemption_grant_id)
            JOIN case_file AS c ON c.case_file_id = g.case_file_id
            JOIN organisation AS o ON o.organisation_id = c.company_id
            WHERE \(wanted) AND \(found)
            ORDER BY s.is_in_force DESC, s.state = 'unrecorded', s.last_on NULLS FIRST, g.exemption_grant_id \(bound)
            """, GrantSummary.init, body)
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
    /// Since when.
    public let since: CivilDate
    /// The day of the grant.
    public let grantedOn: CivilDate
    /// The day business commenced.
    public let commencedOn: CivilDate?
    /// The last day of the validity; nil: it begins with the business.
    public let endOn: CivilDate?
    /// The last day in force, as far as it is known; nil: no end in sight.
    public let lastOn: CivilDate?

    init(
        id: CaseFileID, number: String?, certificate: String?, track: TrackCode, company: String, service: String,
        state: GrantState, reason: GrantReason, since: CivilDate, grantedOn: CivilDate, commencedOn: CivilDate?,
        endOn: CivilDate?, lastOn: CivilDate?
    ) {
        reference = CaseReference(number: number, id)
        (self.certificate, self.track, self.company, self.service) = (certificate, track, company, service)
        (self.state, self.reason, self.since, self.grantedOn) = (state, reason, since, grantedOn)
        (self.commencedOn, self.endOn, self.lastOn) = (commencedOn, endOn, lastOn)
    }
}
