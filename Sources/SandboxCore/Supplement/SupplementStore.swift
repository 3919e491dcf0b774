internal import Postgres
internal import SandboxDomain

enum SupplementStore {
    /// A request that waits for its answer.
    struct Open {
        let id: SupplementID
        let number: Int
        /// Who asked.
        let asker: String
        /// Whether the acting person's organisation did.
        let isOwn: Bool
        let askedOn: CivilDate
        let dueOn: CivilDate?
        let today: CivilDate
    }

    /// The requests nobody has answered yet, oldest first.
    static func open(_ session: Session, _ id: CaseFileID) throws -> [Open] {
        try session.all(
            """
            SELECT s.supplement_id, s.supplement_no, o.name, coalesce(s.asked_by_id = acting_organisation_id(), false),
                authority_date(c.regime, s.asked_at), s.due_on, authority_date(c.regime)
            FROM supplement AS s JOIN case_file AS c USING (case_file_id)
            JOIN organisation AS o ON o.organisation_id = s.asked_by_id
            WHERE s.case_file_id = \(id) AND s.answered_at IS NULL ORDER BY s.supplement_no
            """, Open.init)
    }

    /// The numbers of those that were answered, or have ended without an answer.
    static func answered(_ session: Session, _ id: CaseFileID) throws -> [Int] {
        try session.all(
            "SELECT supplement_no FROM supplement WHERE case_file_id = \(id) AND answered_at IS NOT NULL", as: Int.self)
    }

    /// The open request of that number, or without one the only one.
    static func choose(_ session: Session, _ subject: CaseFileFacts, _ number: Int?) throws -> Open {
        let open = try open(session, subject.id)
        try SupplementRule.mayAnswer(number, open: open.map(\.number), answered: answered(session, subject.id))
        guard let chosen = open.first(where: { number == nil || $0.number == number }) else {
            throw NotFound(.supplement, "\(subject.reference) #\(number ?? 0)")
        }
        return chosen
    }

    /// Ends a request without an answer, if `rule` says that the acting role may.
    static func end(
        _ session: Session, _ reference: CaseReference, _ number: Int?, as end: String, reason: String,
        if rule: (Open, GroupRole) throws(Refusal) -> Void
    ) throws -> AskedSupplement {
        let role = try Principal.current(session).required([.desk, .ministry])
        let subject =
            try role == .desk
            ? CaseFileStore.lock(session, reference) : CaseFileStore.get(session, reference)
        let chosen = try choose(session, subject, number)
        try rule(chosen, role)
        let ended = try session.execute(
            """
            UPDATE supplement SET ended_as = \(end), ended_reason = \(normalised(reason))
            WHERE supplement_id = \(chosen.id)
            """)
        guard ended == 1 else { throw NotPermitted(role: role, needed: [.desk]) }
        return AskedSupplement(reference: subject.reference, number: chosen.number)
    }
}
