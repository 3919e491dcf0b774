public import Postgres
public import SandboxDomain

/// The committee puts an item off (보류): the case is not decided and returns to a later session.
public struct DeferItem: Operation {
    let reference: CaseReference
    let reason: String

    /// - Parameter reason: why; the company reads it.
    public init(_ reference: CaseReference, reason: String) { (self.reference, self.reason) = (reference, reason) }

    public func perform(_ session: Session) throws -> TabledCase {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let item = try AgendaStore.get(session, subject.id)
        try item.facts.mayDefer(reason: reason)
        let number = try session.one(
            """
            UPDATE agenda_item SET closed_as = 'deferred', closing_reason = \(normalised(reason))
            WHERE agenda_item_id = \(item.id) RETURNING item_no
            """, as: Int.self)
        return TabledCase(
            reference: subject.reference, session: item.facts.session, number: number, heldOn: item.facts.heldOn)
    }
}
