public import Postgres
public import SandboxDomain

/// The desk confirms by the evidence filed last that a condition is met, or rejects the evidence with a reason.
public struct RuleOnEvidence: Operation {
    let reference: CaseReference
    let number: Int
    let isConfirmed: Bool
    let reason: String?

    /// - Parameter reason: required for a rejection.
    public init(_ reference: CaseReference, number: Int, confirm: Bool, reason: String? = nil) {
        (self.reference, self.number, isConfirmed, self.reason) = (reference, number, confirm, reason)
    }

    public func perform(_ session: Session) throws -> FiledEvidence {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let standing = try ConditionStore.standing(session, subject, number)
        try Reason.mayBe(reason, where: !isConfirmed)
        let ruled = try session.execute(
            """
            UPDATE condition_evidence SET is_confirmed = \(isConfirmed), ruling = \(reason.map(normalised))
            WHERE decision_id = \(standing.decision) AND condition_no = \(Int64(number)) AND is_confirmed IS NULL
                AND evidence_no = (SELECT max(e.evidence_no) FROM condition_evidence AS e
                    WHERE e.decision_id = \(standing.decision) AND e.condition_no = \(Int64(number)))
            """)
        guard ruled == 1 else { throw Refusal.condition(.evidenceNoneOpen(number)) }
        return try FiledEvidence.latest(session, subject.id, number)
    }
}
