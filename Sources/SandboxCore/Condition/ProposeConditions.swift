public import Postgres
public import SandboxDomain

/// The desk puts conditions before the committee, with a case that is tabled; those proposed before are replaced.
public struct ProposeConditions: Operation {
    let reference: CaseReference
    let conditions: [ProposedCondition]

    /// - Parameter conditions: at least one, each with its purpose and evidence.
    public init(_ reference: CaseReference, _ conditions: [ProposedCondition]) {
        (self.reference, self.conditions) = (reference, conditions)
    }

    public func perform(_ session: Session) throws -> ProposedConditions {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let item = try AgendaStore.get(session, subject.id)
        try item.facts.mayPropose(conditions: conditions.count)
        try conditions.mayImpose()
        try ConditionStore.propose(session, conditions, item.id)
        return ProposedConditions(
            reference: subject.reference, session: item.facts.session, conditions: conditions.count)
    }
}

/// Conditions before the committee.
public struct ProposedConditions: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The session.
    public let session: SessionReference
    /// How many.
    public let conditions: Int
}
