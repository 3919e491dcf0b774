public import Postgres
public import SandboxDomain

/// The company says whom to contact from now on of a case that was filed (담당자 연락처 변경). What it was before stays in the event log, with
/// the reason; all else that was filed stays as it is.
public struct ReplaceContact: Operation {
    let reference: CaseReference
    let changes: Proposal.Contact
    let reason: String

    /// - Parameters:
    ///   - changes: what is different; what is nil stays as it was.
    ///   - reason: why.
    public init(_ reference: CaseReference, _ changes: Proposal.Contact, reason: String) {
        (self.reference, self.changes, self.reason) = (reference, changes, reason)
    }

    public func perform(_ session: Session) throws -> MovedCase {
        _ = try Principal.current(session).required([.company])
        let subject = try CaseFileStore.lock(session, reference)
        try Filing.mayReplaceContact(at: subject.stage)
        let now = try session.get(CaseDetail.Contact.of(subject.id))
        try session.execute(
            """
            SELECT replace_contact(\(subject.id), \(changes.name.map(normalised) ?? now?.name),
                \(changes.phone.map(normalised) ?? now?.phone), \(changes.email.map(normalised) ?? now?.email),
                \(changes.address.map(normalised) ?? now?.address),
                \(changes.representative.map(normalised) ?? now?.representative), \(normalised(reason)))
            """)
        return MovedCase(reference: subject.reference, stage: subject.stage)
    }
}
