public import Postgres
public import SandboxDomain

/// The desk or a consulted ministry asks the company for more (보완: Decree 39②, 40②, 42의4②).
///
/// It stops the deadlines whose rule names such a ``StopCause``; the server does that, in `steps_supplement`.
public struct AskSupplement: Operation {
    let reference: CaseReference
    let request: String
    let dueOn: CivilDate?

    /// - Parameters:
    ///   - request: what is missing.
    ///   - dueOn: the last day of the reasonable period set for the answer.
    public init(_ reference: CaseReference, request: String, dueOn: CivilDate? = nil) {
        (self.reference, self.request, self.dueOn) = (reference, request, dueOn)
    }

    public func perform(_ session: Session) throws -> AskedSupplement {
        let role = try Principal.current(session).required([.desk, .ministry])
        let facts =
            try role == .desk
            ? CaseFileStore.lock(session, reference) : CaseFileStore.get(session, reference)
        try Filing.maySupplement(at: facts.stage)
        if role == .ministry {
            try ConsultationStore.latest(session, facts).facts.mayAskSupplement()
        }
        let notes = try dueOn.map { try checked($0, session, facts) } ?? []
        let same = try session.first(
            """
            SELECT supplement_no FROM supplement WHERE case_file_id = \(facts.id) AND answered_at IS NULL
                AND asked_by_id = acting_organisation_id() AND request = \(normalised(request)) ORDER BY supplement_no LIMIT 1
            """, as: Int.self)
        try SupplementRule.mayAsk(same: same)
        let number = try session.one(
            """
            INSERT INTO supplement (case_file_id, request, due_on) VALUES (\(facts.id), \(normalised(request)), \(dueOn))
            RETURNING supplement_no
            """, as: Int.self)
        return AskedSupplement(reference: facts.reference, number: number, notes: notes)
    }

    /// - Throws: `Refusal.dateOutside` for a day that has gone by, or lies further ahead than anybody plans.
    private func checked(_ day: CivilDate, _ session: Session, _ facts: CaseFileFacts) throws -> [DayNote] {
        let (today, latest) = try session.one(
            "SELECT authority_date(\(facts.regime)), last_planned_day(\(facts.regime))"
        ) { (today: CivilDate, latest: CivilDate) in (today, latest) }
        guard (today...latest).contains(day) else { throw Refusal.dateOutside(day, earliest: today, latest: latest) }
        return try DayNote.notes(session, [day], facts.regime, today: today)
    }
}

/// A request for a supplement.
public struct AskedSupplement: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The number of the request within the case.
    public let number: Int
    /// What is unusual about the last day for the answer.
    public var notes: [DayNote] = []
}
