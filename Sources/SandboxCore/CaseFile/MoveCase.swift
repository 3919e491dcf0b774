public import Postgres
public import SandboxDomain

/// What a case file came to.
public struct MovedCase: Sendable {
    /// Its reference.
    public let reference: CaseReference
    /// The stage it is in now.
    public let stage: Stage
}

/// The desk takes up what was filed (접수). From here the statutory periods can run.
public struct ReceiveCase: Operation {
    let reference: CaseReference

    /// - Parameter reference: a filed case.
    public init(_ reference: CaseReference) { self.reference = reference }

    public func perform(_ session: Session) throws -> MovedCase {
        try CaseFileStore.move(session, reference, by: .receive)
    }
}

/// The desk hands an application back (반려: Decree 40③, 42의4③): it does not qualify, papers are missing, or a
/// supplement was not answered.
public struct ReturnCase: Operation {
    let reference: CaseReference
    let reason: String

    /// - Parameter reason: what the company is told.
    public init(_ reference: CaseReference, reason: String) { (self.reference, self.reason) = (reference, reason) }

    public func perform(_ session: Session) throws -> MovedCase {
        try CaseFileStore.move(session, reference, by: .return, reason: reason)
    }
}

/// The company takes its proposal back before the decision (철회: 민원처리법 22②).
public struct WithdrawCase: Operation {
    let reference: CaseReference
    let reason: String

    /// - Parameter reason: why, in the company's words.
    public init(_ reference: CaseReference, reason: String) { (self.reference, self.reason) = (reference, reason) }

    public func perform(_ session: Session) throws -> MovedCase {
        try CaseFileStore.move(session, reference, by: .withdraw, reason: reason)
    }
}

extension CaseFileStore {
    fileprivate static func move(
        _ session: Session, _ reference: CaseReference, by act: Act, reason: String? = nil
    ) throws -> MovedCase {
        let role = try Principal.current(session).required(Transition.roles(for: act))
        let facts = try lock(session, reference)
        let transition = try Transition.allowed(from: facts.stage, act: act, as: role)
        update(session, facts.id, stage: transition.to, closingReason: reason.map(normalised))
        return MovedCase(reference: facts.reference, stage: transition.to)
    }
}
