internal import Postgres
public import SandboxDomain

/// An open period that ends on another day than before.
public struct MovedDeadline: Sendable, Hashable {
    /// The case.
    public let reference: CaseReference
    /// The number of the deadline in its case.
    public let deadline: Int
    /// The rule, e.g. `k4`.
    public let rule: String
    /// Its name in Korean.
    public let korean: String
    /// Its name in English.
    public let english: String
    /// Who owes the act.
    public let owedBy: DeadlineDebtor
    /// For whom: a ministry or the company; nil for the lead authority.
    public let organisation: String?
    /// The end before.
    public let before: CivilDate?
    /// The end after.
    public let after: CivilDate?
    /// The open day by which an act counted back is safe, before and after.
    public let safeBefore: CivilDate?
    /// The same, after.
    public let safeAfter: CivilDate?
    /// Whether it is over today, before and after.
    public let wasOverdue: Bool
    /// The same, after.
    public let isOverdue: Bool

    init(
        id: CaseFileID, number: String?, deadline: Int, rule: String, korean: String, english: String,
        owedBy: DeadlineDebtor, organisation: String?, before: CivilDate?, after: CivilDate?, safeBefore: CivilDate?,
        safeAfter: CivilDate?, wasOverdue: Bool, isOverdue: Bool
    ) {
        reference = CaseReference(number: number, id)
        (self.deadline, self.rule, self.korean, self.english) = (deadline, rule, korean, english)
        (self.owedBy, self.organisation) = (owedBy, organisation)
        (self.before, self.after, self.safeBefore, self.safeAfter) = (before, after, safeBefore, safeAfter)
        (self.wasOverdue, self.isOverdue) = (wasOverdue, isOverdue)
    }
}

/// The ends of all open periods at one moment, to be compared with those after a change. They stay on the server, until the
/// transaction or its savepoint ends.
struct DueDays {
    let overdue: Int

    /// The ends as they are.
    init(_ session: Session) throws {
        try session.execute(
            """
            CREATE TEMP TABLE due_before ON COMMIT DROP AS
            SELECT k.deadline_id, k.due_on, k.safe_on FROM kept_deadline AS k WHERE k.ended_on IS NULL
            """)
        overdue = try Self.overdue(session)
    }

    /// How many open periods are over today.
    static func overdue(_ session: Session) throws -> Int {
        try session.one(
            """
            SELECT count(*) FROM kept_deadline AS k
            JOIN (SELECT r.regime, \(SQL.today) AS today FROM regime AS r) AS t ON t.regime = k.regime
            WHERE k.ended_on IS NULL AND k.due_on < t.today
            """, as: Int.self)
    }

    /// Those that end on another day now, by their old end.
    func moved(_ session: Session) throws -> [MovedDeadline] {
        try session.all(
            """
            SELECT c.case_file_id, c.reference, s.deadline_no::int, s.rule, r.name_ko, r.name_en, s.owed_by, o.name, b.due_on,
                s.due_on, b.safe_on, s.safe_on, coalesce(b.due_on < t.today, false), coalesce(s.due_on < t.today, false)
            FROM due_before AS b
            JOIN kept_deadline AS s ON s.deadline_id = b.deadline_id
            JOIN (SELECT r.regime, \(SQL.today) AS today FROM regime AS r) AS t ON t.regime = s.regime
            JOIN deadline_rule AS r ON r.deadline_rule_id = s.deadline_rule_id
            JOIN case_file AS c ON c.case_file_id = s.case_file_id
            LEFT JOIN organisation AS o ON o.organisation_id = s.organisation_id
            WHERE s.ended_on IS NULL AND (s.due_on, s.safe_on) IS DISTINCT FROM (b.due_on, b.safe_on)
            ORDER BY b.due_on, s.due_on, c.case_file_id, s.deadline_no
            """, MovedDeadline.init)
    }
}
