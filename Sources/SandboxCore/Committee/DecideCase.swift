public import Postgres
public import SandboxDomain

/// The desk records what was decided (의결: Act 36④⑥, 37③, 38의2③).
public struct DecideCase: OnceOnly {
    /// What the act came to.
    public typealias Outcome = RecordedDecision
    /// The name under which its key is stored.
    public static let act = "decide"
    let reference: CaseReference
    let outcome: DecisionOutcome
    let decidedOn: CivilDate?
    let session: String?
    let reason: String?
    let conditions: [ProposedCondition]

    /// - Parameters:
    ///   - decidedOn: the day of the decision; nil for today on the authority's calendar.
    ///   - session: the committee session as it is called, e.g. `제43차`.
    ///   - reason: required for a rejection.
    ///   - conditions: with a grant with conditions, and only with it.
    public init(
        _ reference: CaseReference, outcome: DecisionOutcome, on decidedOn: CivilDate? = nil, session: String? = nil,
        reason: String? = nil, conditions: [ProposedCondition] = []
    ) {
        (self.reference, self.outcome, self.decidedOn) = (reference, outcome, decidedOn)
        (self.session, self.reason, self.conditions) = (session, reason, conditions)
    }

    /// Everything that makes this act what it is.
    public var fingerprint: Fingerprint {
        Fingerprint(
            [reference.description, outcome.rawValue, decidedOn?.description, session, reason]
                + conditions.flatMap { [$0.phase?.rawValue, $0.text] })
    }

    /// Does the act and says which row it made.
    public func performOnce(_ database: Session) throws -> Int64 {
        _ = try Principal.current(database).required([.desk])
        let subject = try CaseFileStore.lock(database, reference)
        try RecordLapses.settle(database)
        let facts = try DecisionStore.facts(database, subject)
        let day = decidedOn ?? facts.today
        try facts.mayDecide(outcome, conditions: conditions.count, reason: reason, on: day)
        let id = try database.one(
            """
            INSERT INTO decision (case_file_id, outcome, decided_on, session_label, reason)
            VALUES (\(subject.id), \(outcome), \(day), \(session.map(normalised)), \(reason.map(normalised)))
            RETURNING decision_id
            """, as: DecisionID.self)
        try database.execute(
            """
            INSERT INTO condition (decision_id, case_file_id, condition_no, phase, text)
            SELECT \(id), \(subject.id), c.n, c.phase, c.text
            FROM unnest(\(conditions.map { $0.phase?.rawValue })::text[], \(conditions.map { normalised($0.text) })::text[])
                WITH ORDINALITY AS c (phase, text, n)
            """)
        try CaseFileStore.update(database, subject.id, stage: .decided)
        return id.number
    }

    /// What the act came to.
    public func outcome(of receipt: Int64, _ session: Session) throws -> RecordedDecision {
        try session.one(
            """
            SELECT c.reference, c.case_file_id, d.outcome, d.decided_on,
                (SELECT count(*) FROM condition AS k WHERE k.decision_id = d.decision_id)
            FROM decision AS d JOIN case_file AS c USING (case_file_id) WHERE d.decision_id = \(receipt)
            """
        ) { (number: String?, id: CaseFileID, outcome: DecisionOutcome, day: CivilDate, conditions: Int) in
            RecordedDecision(
                reference: CaseReference(number: number, id), outcome: outcome, decidedOn: day, conditions: conditions)
        }
    }
}

/// A condition as it is put into a decision.
public struct ProposedCondition: Sendable {
    /// When it is to be fulfilled: before, during or after the trial; nil where the decision does not say.
    public let phase: ConditionPhase?
    /// The condition in the words of the decision.
    public let text: String

    /// A condition.
    public init(phase: ConditionPhase? = nil, text: String) { (self.phase, self.text) = (phase, text) }
}

/// A decision that stands.
public struct RecordedDecision: Sendable {
    /// The case.
    public let reference: CaseReference
    /// What was decided.
    public let outcome: DecisionOutcome
    /// The day of the decision.
    public let decidedOn: CivilDate
    /// How many conditions it carries.
    public let conditions: Int
}
