public import Postgres
public import SandboxDomain

/// The conditions of the current grant as they are now, and how far they are met; before the decision those that are proposed
/// to the committee.
public struct ConditionList: RowQuery {
    let reference: CaseReference

    /// - Parameter reference: a visible case.
    public init(_ reference: CaseReference) { self.reference = reference }

    public func forEach(_ session: Session, _ body: (StandingCondition) throws -> Void) throws {
        let subject = try CaseFileStore.get(session, reference)
        try session.stream(
            """
            SELECT s.condition_no, s.phase, s.text, s.purpose, s.evidence, s.due, o.name, s.basis, s.responsible, s.version,
                s.is_change_asked, s.state, authority_date(c.regime, s.state_since), s.ruling, d.due_on,
                coalesce(d.is_overdue, false), day_doubt(c.regime, d.due_on)
            FROM condition_state AS s JOIN case_file AS c USING (case_file_id)
            LEFT JOIN condition_due AS d ON d.case_file_id = s.case_file_id AND d.decision_id = s.decision_id
                AND d.condition_no = s.condition_no
            LEFT JOIN organisation AS o ON o.organisation_id = s.asked_by_id
            WHERE s.case_file_id = \(subject.id)
            UNION ALL SELECT n.condition_no, n.phase, n.text, n.purpose, n.evidence, n.due, o.name, n.basis, n.responsible, 1,
                false, 'proposed', NULL, NULL, NULL, false, NULL
            FROM proposed_condition AS n JOIN agenda_item AS i USING (agenda_item_id)
            LEFT JOIN organisation AS o ON o.organisation_id = n.asked_by_id
            WHERE i.case_file_id = \(subject.id) AND i.closed_at IS NULL ORDER BY 1
            """, StandingCondition.init, body)
    }
}

/// A condition as it is now.
public struct StandingCondition: Sendable {
    /// Its number.
    public let number: Int
    /// When it is to be fulfilled.
    public let phase: ConditionPhase?
    /// Its words.
    public let text: String
    /// What it is for.
    public let purpose: String?
    /// What shows that it is met.
    public let evidence: String?
    /// When it is due.
    public let due: DueRule?
    /// Who asked for it; nil for the committee.
    public let askedBy: String?
    /// The article it rests on.
    public let basis: String?
    /// Who owes it.
    public let responsible: ResponsibleParty?
    /// 1, and one more for every change that was accepted.
    public let version: Int
    /// Whether a change waits for a ruling.
    public let isChangeAsked: Bool
    /// How far it is met.
    public let state: ConditionState
    /// Since when, if evidence was filed.
    public let stateSince: CivilDate?
    /// What the desk said about the evidence.
    public let ruling: String?
    /// The day it is due, or due next; nil where no day can be known yet.
    public let dueOn: CivilDate?
    /// Whether that day is past, and something is still owed.
    public let isOverdue: Bool
    /// That it is counted on days nobody has announced; nil where everything is known.
    public let doubt: CalendarDoubt?
}

/// How the conditions of a case became what they are: asked for by the ministries, proposed to the committee, decided,
/// changed since; as far as the acting person may see each.
public struct ConditionHistory: Query {
    let reference: CaseReference

    /// - Parameter reference: a visible case.
    public init(_ reference: CaseReference) { self.reference = reference }

    public func answer(_ session: Session) throws -> ConditionCourse {
        let subject = try CaseFileStore.get(session, reference)
        let asked = try session.all(
            """
            SELECT unnest(p.conditions)::text FROM opinion AS p JOIN consultation AS k USING (consultation_id)
            WHERE k.case_file_id = \(subject.id) AND NOT EXISTS (
                SELECT FROM consultation AS l
                WHERE l.case_file_id = k.case_file_id AND l.ministry_id = k.ministry_id AND l.round > k.round
                    AND l.replied_at IS NOT NULL)
            ORDER BY k.consultation_id
            """, as: String.self)
        let proposed = try session.all(
            """
            SELECT n.text FROM proposed_condition AS n
            WHERE n.agenda_item_id = (SELECT i.agenda_item_id FROM agenda_item AS i
                WHERE i.case_file_id = \(subject.id) ORDER BY i.agenda_item_id DESC LIMIT 1)
            ORDER BY n.condition_no
            """, as: String.self)
        let decided = try session.all(
            """
            SELECT k.text FROM condition AS k JOIN latest_decision AS d USING (decision_id)
            WHERE d.case_file_id = \(subject.id) ORDER BY k.condition_no
            """, as: String.self)
        let standing = try session.all(
            "SELECT text FROM condition_state WHERE case_file_id = \(subject.id) ORDER BY condition_no", as: String.self
        )
        return ConditionCourse(
            reference: subject.reference, isDecided: subject.stage == .decided,
            proposed: ConditionDiff(from: asked, to: proposed),
            // Where nothing was tabled, the decision is compared with what the ministries asked for.
            decided: ConditionDiff(from: proposed.isEmpty ? asked : proposed, to: decided),
            changed: zip(decided, standing).map { ConditionDiff.Pair(before: $0, after: $1) })
    }
}

/// How conditions became what they are.
public struct ConditionCourse: Sendable {
    /// The case.
    public let reference: CaseReference
    /// Whether the case is decided; before that, there is nothing to compare with what was proposed.
    public let isDecided: Bool
    /// From what the ministries asked for to what was tabled.
    public let proposed: ConditionDiff
    /// From what was tabled to what was decided.
    public let decided: ConditionDiff
    /// From what was decided to what is in force now, in the order of the conditions.
    public let changed: [ConditionDiff.Pair]
}
