public import Postgres
public import SandboxDomain

/// Whoever promised something at a summit, or the desk, says what became of it.
public struct GiveEvidence: Operation {
    /// The day it happened; nil for today.
    public var happenedOn: CivilDate?
    /// Where it is written.
    public var source: String?
    let reference: CommitmentReference
    let kind: EvidenceKind
    let text: String

    /// - Parameter text: what happened, or why it is taken back or reopened.
    public init(_ reference: CommitmentReference, _ kind: EvidenceKind, _ text: String) {
        (self.reference, self.kind, self.text) = (reference, kind, text)
    }

    /// Performs the act; returns the present state of the commitment.
    public func perform(_ session: Session) throws -> CommitmentRow {
        let principal = try Principal.current(session)
        let summit = try SummitStore.get(session, reference.summit)
        let found = try session.first(
            """
            SELECT c.commitment_id, c.owner, coalesce(c.owner_id = acting_organisation_id(), false), authority_date(s.regime),
                (SELECT e.kind FROM commitment_evidence AS e WHERE e.commitment_id = c.commitment_id AND e.kind <> 'progress'
                    ORDER BY e.evidence_no DESC LIMIT 1)
            FROM commitment AS c JOIN summit AS s USING (summit_id)
            WHERE c.summit_id = \(summit.id) AND c.commitment_no = \(reference.number)
            """, Facts.init)
        guard let found else { throw NotFound(.commitment, reference.description) }
        try SummitRule.mayGive(
            kind, as: principal.role, isOwn: found.isOwn, owner: found.owner, settled: found.settled,
            happenedOn: happenedOn, today: found.today)
        try session.execute(
            """
            INSERT INTO commitment_evidence (commitment_id, kind, happened_on, body, source)
            VALUES (\(found.id), \(kind), \(happenedOn), \(normalised(text)), \(source.map(normalised)))
            """)
        var list = CommitmentList()
        list.commitmentID = found.id
        guard let row = try list.answer(session).first else { throw NotFound(.commitment, reference.description) }
        return row
    }

    private struct Facts {
        let id: Int64
        let owner: String
        let isOwn: Bool
        let today: CivilDate
        let settled: EvidenceKind?
    }
}
