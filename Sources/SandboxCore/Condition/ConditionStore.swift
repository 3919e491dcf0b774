internal import Postgres
internal import SandboxDomain

/// Reads and writes conditions, as they are proposed and as they are imposed.
enum ConditionStore {
    /// Those the desk put before the committee with the item under which the case is on the agenda.
    static func proposed(_ session: Session, _ id: CaseFileID) throws -> [ProposedCondition] {
        try session.all(
            """
            SELECT n.phase, n.text, o.name, n.basis, n.purpose, n.evidence, n.due, n.responsible
            FROM proposed_condition AS n JOIN agenda_item AS i USING (agenda_item_id)
            LEFT JOIN organisation AS o ON o.organisation_id = n.asked_by_id
            WHERE i.case_file_id = \(id) AND i.closed_at IS NULL ORDER BY n.condition_no
            """, ProposedCondition.init)
    }

    /// Puts conditions into a decision that is being recorded.
    static func impose(
        _ session: Session, _ conditions: [ProposedCondition], _ decision: DecisionID, _ id: CaseFileID
    ) throws {
        guard !conditions.isEmpty else { return }
        try session.execute(
            """
            INSERT INTO condition (decision_id, case_file_id, condition_no, phase, text, asked_by_id, basis, purpose,
                evidence, due, responsible)
            SELECT \(decision), \(id), c.* FROM (\(try rows(session, conditions))) AS c
            """)
    }

    /// Puts conditions before the committee, in place of those proposed before.
    static func propose(_ session: Session, _ conditions: [ProposedCondition], _ item: AgendaItemID) throws {
        try session.execute("SELECT remove_rows('proposed_condition', \(item))")
        try session.execute(
            """
            INSERT INTO proposed_condition (agenda_item_id, condition_no, phase, text, asked_by_id, basis, purpose,
                evidence, due, responsible)
            SELECT \(item), c.* FROM (\(try rows(session, conditions))) AS c
            """)
    }

    /// The conditions as rows; who asked for them must be in the register.
    private static func rows(_ session: Session, _ conditions: [ProposedCondition]) throws -> SQL {
        var askers: [String: Int64] = [:]
        for name in Set(conditions.compactMap(\.askedBy)) {
            askers[name] = try OrganisationStore.get(session, name).id.number
        }
        let askedBy = conditions.map { $0.askedBy.flatMap { askers[$0] } }
        return """
            SELECT c.n::smallint, c.phase, c.text, c.asked_by_id, c.basis, c.purpose, c.evidence, c.due::due_rule, c.responsible
            FROM unnest(\(conditions.map { $0.phase?.rawValue })::text[], \(conditions.map { normalised($0.text) })::text[],
                \(askedBy)::bigint[], \(conditions.map { $0.basis.map(normalised) })::text[],
                \(conditions.map { $0.purpose.map(normalised) })::text[],
                \(conditions.map { $0.evidence.map(normalised) })::text[],
                \(conditions.map { $0.due?.description })::text[], \(conditions.map(\.responsible.rawValue))::text[])
                WITH ORDINALITY AS c (phase, text, asked_by_id, basis, purpose, evidence, due, responsible, n)
            """
    }

    /// A condition of the current grant, locked with its case.
    static func lock(_ session: Session, _ reference: CaseReference, _ number: Int) throws -> Standing {
        let subject = try CaseFileStore.get(session, reference)
        return try standing(session, subject, number)
    }

    /// A condition of the current grant.
    /// - Throws: `Refusal.condition(.conditionNotStanding)`, or `NotFound` for a number the grant does not have.
    static func standing(_ session: Session, _ subject: CaseFileFacts, _ number: Int) throws -> Standing {
        let decision = try session.first(
            """
            SELECT decision_id FROM latest_decision
            WHERE case_file_id = \(subject.id) AND outcome = 'granted-with-conditions'
            """, as: DecisionID.self)
        guard let decision, subject.stage == .decided else { throw Refusal.condition(.conditionNotStanding) }
        let found = try session.first(
            """
            SELECT text, purpose, evidence, due FROM condition_state
            WHERE decision_id = \(decision) AND condition_no = \(Int64(number))
            """
        ) { (text: String, purpose: String?, evidence: String?, due: DueRule?) in
            Standing(
                subject: subject, decision: decision, number: number, text: text, purpose: purpose, evidence: evidence,
                due: due)
        }
        guard let found else { throw NotFound(.condition, "\(subject.reference) #\(number)") }
        return found
    }

    /// Whether a change of a condition waits for a ruling.
    static func isChanging(_ session: Session, _ standing: Standing) throws -> Bool {
        try session.exists(
            """
            SELECT FROM condition_change
            WHERE decision_id = \(standing.decision) AND condition_no = \(Int64(standing.number)) AND is_accepted IS NULL
            """)
    }

    /// Whether the grant of the case is in force no more.
    static func isGrantOver(_ session: Session, _ subject: CaseFileFacts) throws -> Bool {
        try session.one("SELECT is_grant_over(\(subject.id))", as: Bool.self)
    }

    /// A condition as it is now.
    struct Standing {
        let subject: CaseFileFacts
        let decision: DecisionID
        let number: Int
        let text: String
        let purpose: String?
        let evidence: String?
        let due: DueRule?
    }
}

extension ProposedCondition {
    /// Everything that makes the condition what it is.
    var words: [String?] {
        [phase?.rawValue, text, askedBy, basis, purpose, evidence, due?.description, responsible.rawValue]
    }
}
