public import Postgres
public import SandboxDomain

/// The desk calls off a round of consultation that should not have been sent, as one that went to the wrong ministry (협의 철회).
///
/// Its period falls away, it counts in no report and is in no official paper; the history keeps it, with the reason. A ministry that
/// was asked nothing else on the case sees it no more. Where nobody else is consulted, the case is as it was before.
public struct RecallConsultation: Operation {
    let reference: CaseReference
    let ministry: String
    let reason: String

    /// - Parameters:
    ///   - ministry: whose open round it is.
    ///   - reason: why it is called off.
    public init(_ reference: CaseReference, ministry: String, reason: String) {
        (self.reference, self.ministry, self.reason) = (reference, ministry, reason)
    }

    /// - Throws: `Refusal.consultation` if the round has been replied to or has lapsed, or there is none.
    public func perform(_ session: Session) throws -> SentConsultation {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        try RecordLapses.ifDue(session)
        let ministry = try OrganisationStore.get(session, ministry)
        let latest = try ConsultationStore.latest(session, subject, ministry: "\(ministry.id)")
        try latest.facts.mayRecall(reason: reason)
        let id = try latest.round()
        try session.execute(
            "UPDATE consultation SET recall_reason = \(normalised(reason)) WHERE consultation_id = \(id)")
        return SentConsultation(
            reference: subject.reference, ministry: ministry.name, round: latest.facts.latestRound ?? 1)
    }
}
