public import Postgres
public import SandboxDomain

/// What happened to a case, in order, as far as the acting person may see it.
public struct CaseHistory: RowQuery, NeedsCurrentLapses {
    let reference: CaseReference

    /// - Parameter reference: a visible case.
    public init(_ reference: CaseReference) { self.reference = reference }

    public func forEach(_ session: Session, _ body: (LoggedEvent) throws -> Void) throws {
        let subject = try CaseFileStore.get(session, reference)
        try session.stream(
            """
            SELECT \(LoggedEvent.columns(of: "c.regime")) FROM event AS e
            LEFT JOIN organisation AS o ON o.organisation_id = e.organisation_id
            LEFT JOIN case_file AS c ON c.case_file_id = e.case_file_id
            WHERE e.case_file_id = \(subject.id) ORDER BY e.event_id
            """, LoggedEvent.init, body)
    }
}
