internal import Postgres
public import SandboxDomain

/// What the authority did that a party may object to, and what became of it (처분과 이의신청: 행정기본법 제36조).
public struct Disposition: Sendable {
    let id: Int64
    /// Its number within the case.
    public let number: Int
    /// What was done.
    public let kind: DispositionKind
    /// The day the party had notice of it.
    public let receivedOn: CivilDate
    /// The last day for an objection.
    public let objectUntil: CivilDate
    /// The last day by the reading of the law that gives the most time; nil while that is not known for certain.
    let closesOn: CivilDate?
    /// The last day by another reading of the law, where it is later than the one that the rule counts.
    public let objectOtherwise: CivilDate?
    /// That the last day for an objection is counted on days nobody has announced; nil where everything is known.
    public let objectDoubt: CalendarDoubt?
    /// The day the party objected.
    public let objectedOn: CivilDate?
    /// What it said.
    public let statement: String?
    /// The last day for the answer.
    public let answerDueOn: CivilDate?
    /// The same of that day.
    public let answerDoubt: CalendarDoubt?
    /// What the authority answered.
    public let ruling: ObjectionRuling?
    /// Why.
    public let reason: String?
    /// The day it answered.
    public let ruledOn: CivilDate?
    /// The last day for an appeal or a suit: after the answer, or after the period for it, if no answer came in time.
    public let appealUntil: CivilDate?
    /// The same of that day.
    public let appealDoubt: CalendarDoubt?

    /// The same as the rules of objections see it.
    var facts: DispositionFacts {
        DispositionFacts(
            number: number, objectUntil: closesOn ?? "9999-12-31", isObjected: objectedOn != nil,
            isAnswered: ruling != nil)
    }
}

/// Reads the tables `disposition` and `objection`.
enum DispositionStore {
    /// Those of a case, in their order.
    static func of(_ id: CaseFileID) -> Statement<[Disposition]> {
        .all("\(question) WHERE d.case_file_id = \(id) ORDER BY d.disposition_no", Disposition.init)
    }

    /// One of them.
    static func get(_ session: Session, _ id: Int64) throws -> Disposition {
        try session.one("\(question) WHERE d.disposition_id = \(id)", Disposition.init)
    }

    private static let question: SQL = """
        SELECT d.disposition_id, d.disposition_no, d.kind, d.received_on, k.object_until, k.closes_on,
            k.object_otherwise, k.object_doubt, authority_date(c.regime, o.filed_at), o.statement,
            k.answer_due_on, k.answer_doubt, o.ruling, o.reason, authority_date(c.regime, o.ruled_at), k.appeal_until,
            k.appeal_doubt
        FROM disposition AS d
        JOIN case_file AS c ON c.case_file_id = d.case_file_id
        LEFT JOIN objection AS o ON o.disposition_id = d.disposition_id
        LEFT JOIN LATERAL (
            SELECT max(s.due_on) FILTER (WHERE r.starts_on = 'disposition-received') AS object_until,
                max(s.due_on) FILTER (WHERE r.starts_on = 'objection-filed') AS answer_due_on,
                max(s.due_on) FILTER (WHERE r.starts_on = 'objection-answered' AND s.state <> 'void') AS appeal_until,
                max(s.arguable_until) FILTER (WHERE r.starts_on = 'disposition-received' AND s.arguable_until > s.due_on)
                    AS object_otherwise,
                max(deadline_closes_on(s.due_on, s.certainty, s.safe_on, s.arguable_until))
                    FILTER (WHERE r.starts_on = 'disposition-received') AS closes_on,
                calendar_doubt(c.regime, max(s.certainty) FILTER (WHERE r.starts_on = 'disposition-received')) AS object_doubt,
                calendar_doubt(c.regime, max(s.certainty) FILTER (WHERE r.starts_on = 'objection-filed')) AS answer_doubt,
                calendar_doubt(c.regime, max(s.certainty)
                    FILTER (WHERE r.starts_on = 'objection-answered' AND s.state <> 'void')) AS appeal_doubt
            FROM deadline_today AS s JOIN deadline_rule AS r ON r.deadline_rule_id = s.deadline_rule_id
            WHERE s.case_file_id = d.case_file_id AND s.subject = 'objection' AND s.subject_id = d.disposition_id
        ) AS k ON true
        """
}
