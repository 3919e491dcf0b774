public import Postgres
public import SandboxDomain

/// The desk records what was decided (의결: Act 36④⑥, 37③, 38의2③).
public struct DecideCase: OnceOnly {
    public typealias Outcome = RecordedDecision
    public static let act = "decide"
    let reference: CaseReference
    let outcome: DecisionOutcome
    let decidedOn: CivilDate?
    let name: String?
    let reason: String?
    let conditions: [ProposedCondition]
    let departures: [CaseReference]
    /// How long a grant is valid, where less than the law allows; nil for as long as it allows.
    public var validity: ShorterValidity?
    /// Whether the validity begins when business commences and not with the grant.
    public var beginsWithCommencement = false

    /// - Parameters:
    ///   - decidedOn: the day of the decision; nil for the day of the meeting, or today where no committee decides.
    ///   - meeting: for a track that a committee decides, the meeting on whose agenda the case is, as a check; for
    ///     another track, what the occasion is called.
    ///   - reason: required for a rejection.
    ///   - conditions: with a grant with conditions, and only with it; none for those that were tabled.
    ///   - departures: earlier grants like the case that this decision does not follow; the reason says why.
    public init(
        _ reference: CaseReference, outcome: DecisionOutcome, on decidedOn: CivilDate? = nil, meeting: String? = nil,
        reason: String? = nil, conditions: [ProposedCondition] = [], departsFrom departures: [CaseReference] = []
    ) {
        (self.reference, self.outcome, self.decidedOn) = (reference, outcome, decidedOn)
        (name, self.reason, self.conditions, self.departures) = (meeting, reason, conditions, departures)
    }

    public var fingerprint: Fingerprint {
        Fingerprint(
            [reference.description, outcome.rawValue, decidedOn?.description, name, reason]
                + conditions.flatMap(\.words) + departures.map(\.description) + (validity.map { ["\($0)"] } ?? [])
                + (beginsWithCommencement ? ["from commencement"] : []))
    }

    /// Performs the act; returns the row it made. The server takes the name of the meeting from the agenda.
    public func performOnce(_ session: Session) throws -> Int64 {
        try check()
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        try RecordLapses.ifDue(session)
        let facts = try DecisionStore.facts(session, subject)
        let day = decidedOn ?? facts.usualDay
        if let name { try facts.committee.mayMeet(at: name) }
        let proposed = try ConditionStore.proposed(session, subject.id)
        let conditions = outcome.takesConditions && self.conditions.isEmpty ? proposed : self.conditions
        try facts.mayDecide(outcome, conditions: conditions.count, reason: reason, on: day)
        try conditions.mayImpose()
        if let validity { try DecisionStore.mayGive(session, subject, validity, from: day) }
        let id = try session.one(
            """
            INSERT INTO decision (case_file_id, outcome, decided_on, meeting_label, reason, validity_months, validity_until,
                validity_from)
            VALUES (\(subject.id), \(outcome), \(day), \(name.map(normalised)), \(reason.map(normalised)),
                \(validity?.months), \(validity?.until),
                \(beginsWithCommencement ? "commencement" : nil))
            RETURNING decision_id
            """, as: DecisionID.self)
        try ConditionStore.impose(session, conditions, id, subject.id)
        try depart(session, id, subject)
        CaseFileStore.update(session, subject.id, stage: .decided)
        return id.number
    }

    private func check() throws(BadInput) {
        try validity?.check(outcome, beginsWithCommencement: beginsWithCommencement)
        if beginsWithCommencement && !outcome.isGrant {
            throw BadInput(.contradiction(.field(.outcome), .field(.validFromCommencement)))
        }
    }

    /// Records which precedents the decision does not follow, and why.
    private func depart(_ session: Session, _ id: DecisionID, _ subject: CaseFileFacts) throws {
        if departures.isEmpty { return }
        for precedent in departures {
            let earlier = try CaseFileStore.get(session, precedent)
            let isGrant = try session.exists(
                """
                SELECT FROM latest_decision WHERE case_file_id = \(earlier.id)
                    AND outcome IN ('granted', 'granted-with-conditions') AND case_file_id <> \(subject.id)
                """)
            try PrecedentFacts.mayDepart(from: earlier.reference, isOtherGrant: isGrant, reason: reason)
            try session.execute(
                """
                INSERT INTO precedent_departure (decision_id, case_file_id, precedent_id, reason)
                VALUES (\(id), \(subject.id), \(earlier.id), \(reason.map(normalised)))
                """)
        }
    }

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

extension ShorterValidity {
    var months: Int64? { if case .months(let count) = self { Int64(count) } else { nil } }
    var until: CivilDate? { if case .until(let day) = self { day } else { nil } }
}

/// A decision that was recorded.
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
