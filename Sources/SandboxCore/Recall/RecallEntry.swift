public import Postgres
public import SandboxDomain

/// The desk takes a ministry's reply back that it had entered wrongly from an official document: of another ministry, with another
/// opinion or day. The round is open again, and its period runs on. To put it right at once, ``RecordReply/correction`` is given.
public struct RecallReply: Operation {
    let reference: CaseReference
    let ministry: String
    let reason: String

    /// - Parameters:
    ///   - ministry: for which it was entered.
    ///   - reason: what was wrong.
    public init(_ reference: CaseReference, ministry: String, reason: String) {
        (self.reference, self.ministry, self.reason) = (reference, ministry, reason)
    }

    /// - Throws: `Refusal.recall` if none was entered, or if the agenda is frozen, the case decided, the ministry asked again.
    public func perform(_ session: Session) throws -> RecalledEntry {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        try RecallStore.reply(session, subject, of: try OrganisationStore.get(session, ministry).id, reason: reason)
        return try RecallStore.latest(session, subject, .reply)
    }
}

/// The desk takes a company's answer back that it had entered wrongly from an official document. The supplement waits for its answer, and
/// stops what it stopped. To put it right at once, ``RecordAnswer/correction`` is given.
public struct RecallAnswer: Operation {
    let reference: CaseReference
    let number: Int?
    let reason: String

    /// - Parameters:
    ///   - number: of the supplement; nil for the last whose answer was entered.
    ///   - reason: what was wrong.
    public init(_ reference: CaseReference, number: Int? = nil, reason: String) {
        (self.reference, self.number, self.reason) = (reference, number, reason)
    }

    public func perform(_ session: Session) throws -> RecalledEntry {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        try Self.perform(session, subject, number, reason: reason)
        return try RecallStore.latest(session, subject, .answer)
    }

    static func perform(_ session: Session, _ subject: CaseFileFacts, _ number: Int?, reason: String) throws {
        let last = try session.first(
            """
            SELECT s.supplement_no FROM supplement AS s WHERE s.case_file_id = \(subject.id) AND s.document_no IS NOT NULL
            ORDER BY s.supplement_no DESC LIMIT 1
            """, as: Int.self)
        try RecallStore.take(back: .answer, number ?? last ?? 0, of: subject, session, reason: reason)
    }
}

/// The desk takes back what it said of the evidence filed last: that a condition is met, or that the evidence does not show it. The
/// evidence waits for a ruling again.
public struct RecallEvidenceRuling: Operation {
    let reference: CaseReference
    let number: Int
    let reason: String

    /// - Parameters:
    ///   - number: the condition's.
    ///   - reason: what was wrong.
    public init(_ reference: CaseReference, number: Int, reason: String) {
        (self.reference, self.number, self.reason) = (reference, number, reason)
    }

    /// - Throws: `Refusal.recall` once business was commenced on it, or the condition was waived.
    public func perform(_ session: Session) throws -> RecalledEntry {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        try RecallStore.take(back: .evidence, number, of: subject, session, reason: reason)
        return try RecallStore.latest(session, subject, .evidence)
    }
}

/// The desk takes its answer to an objection back, to answer it rightly (행정기본법 제36조): the period for the answer runs on, and
/// none for an appeal has begun.
public struct RecallObjectionRuling: Operation {
    let reference: CaseReference
    let number: Int?
    let reason: String

    /// - Parameters:
    ///   - number: of the disposition; nil for the last that was answered.
    ///   - reason: what was wrong.
    public init(_ reference: CaseReference, to number: Int? = nil, reason: String) {
        (self.reference, self.number, self.reason) = (reference, number, reason)
    }

    /// - Throws: `Refusal.recall` if the case went on with it, a paper was issued or an act done since, or no appeal is possible any more.
    public func perform(_ session: Session) throws -> RecalledEntry {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let last = try session.get(DispositionStore.of(subject.id)).last { $0.ruling != nil }?.number
        try RecallStore.take(back: .objection, number ?? last ?? 0, of: subject, session, reason: reason)
        return try RecallStore.latest(session, subject, .objection)
    }
}

/// Whoever did an act upon a grant takes it back: a wrong amount, a wrong term, a plan on the wrong grant. Its number is not given again.
public struct RecallGrantAct: Operation {
    let reference: CaseReference
    let number: Int
    let reason: String

    /// - Parameters:
    ///   - number: the act's, in the journal of the grant.
    ///   - reason: what was wrong.
    public init(_ reference: CaseReference, number: Int, reason: String) {
        (self.reference, self.number, self.reason) = (reference, number, reason)
    }

    /// - Throws: `Refusal.recall` if a later act rests on it, or it is of a kind that is replaced instead (``GrantAct/reliedOnBy``).
    public func perform(_ session: Session) throws -> RecalledEntry {
        _ = try Principal.current(session).required([.company, .ministry, .desk])
        let grant = try GrantStore.get(session, reference)
        try RecallStore.take(back: .grantAct, number, of: grant.subject, session, reason: reason)
        return try RecallStore.latest(session, grant.subject, .grantAct)
    }
}
