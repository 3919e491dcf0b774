public import Postgres
public import SandboxDomain

/// The desk tells the company what came of its objection (행정기본법 제36조 제2항). A return whose objection is upheld is
/// undone; anything else is undone by the act that the law provides for it.
public struct AnswerObjection: Operation {
    let reference: CaseReference
    let number: Int?
    let ruling: ObjectionRuling
    let reason: String

    /// - Parameters:
    ///   - number: of the disposition within the case; nil for the only one whose objection waits.
    ///   - reason: why.
    public init(_ reference: CaseReference, to number: Int? = nil, ruling: ObjectionRuling, reason: String) {
        (self.reference, self.number, self.ruling, self.reason) = (reference, number, ruling, reason)
    }

    /// - Throws: `Refusal.objection`; `BadInput` when several objections wait and none is named.
    public func perform(_ session: Session) throws -> Disposition {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let dispositions = try session.get(DispositionStore.of(subject.id))
        let meant = try dispositions.map(\.facts).toAnswer(number)
        guard let disposition = dispositions.first(where: { $0.number == meant?.number }) else {
            throw BadInput(.missingName(.to), field: .to)
        }
        try session.execute(
            """
            UPDATE objection SET ruling = \(ruling), reason = \(normalised(reason))
            WHERE disposition_id = \(disposition.id)
            """)
        return try DispositionStore.get(session, disposition.id)
    }
}
