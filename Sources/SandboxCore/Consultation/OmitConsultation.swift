public import Postgres
public import SandboxDomain

/// The desk says why a ministry that the proposal names is not asked (관계부처 협의 생략). Without that, or the consultation, nothing but
/// a rejection is decided.
public struct OmitConsultation: Operation {
    let reference: CaseReference
    let ministry: String
    let reason: String

    /// - Parameters:
    ///   - ministry: the name of a public body that was not asked about the case.
    ///   - reason: why it is not.
    public init(_ reference: CaseReference, ministry: String, reason: String) {
        (self.reference, self.ministry, self.reason) = (reference, ministry, reason)
    }

    /// - Throws: `Refusal.consultation(.ministryAsked)` if it was asked, or the omission is stated already.
    public func perform(_ session: Session) throws -> OmittedConsultation {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let ministry = try OrganisationStore.get(session, ministry)
        let wasAsked = try session.exists(
            """
            SELECT FROM consultation WHERE case_file_id = \(subject.id) AND ministry_id = \(ministry.id)
                AND recall_reason IS NULL
            UNION ALL SELECT FROM consultation_omission WHERE case_file_id = \(subject.id) AND ministry_id = \(ministry.id)
            """)
        try ConsultationFacts.mayOmit(ministry.name, at: subject.stage, wasAsked: wasAsked, reason: reason)
        try session.execute(
            """
            INSERT INTO consultation_omission (case_file_id, ministry_id, reason)
            VALUES (\(subject.id), \(ministry.id), \(normalised(reason)))
            """)
        return OmittedConsultation(reference: subject.reference, ministry: ministry.name)
    }
}

/// A ministry that is not asked, though the proposal names it.
public struct OmittedConsultation: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The ministry.
    public let ministry: String
}
