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

/// The ends of all open periods at one moment, to be compared with those after a change.
struct DueDays {
    private let deadlines: [Int64]
    private let due, safe: [String?]
    private(set) var overdue = 0

    /// The ends as they are, in one statement.
    init(_ session: Session) throws {
        let rows = try session.all(
            """
            SELECT s.deadline_id, s.due_on, s.safe_on, coalesce(s.due_on < s.today, false)
            FROM deadline_today AS s WHERE s.ended_on IS NULL
            """
        ) { (deadline: Int64, due: CivilDate?, safe: CivilDate?, isOverdue: Bool) in (deadline, due, safe, isOverdue) }
        deadlines = rows.map(\.0)
        due = rows.map { $0.1?.description }
        safe = rows.map { $0.2?.description }
        overdue = rows.count { $0.3 }
    }

    /// Those that end on another day now, by their old end.
    func moved(_ session: Session) throws -> [MovedDeadline] {
        try session.all(
            """
            SELECT c.case_file_id, c.reference, s.deadline_no::int, s.rule, r.name_ko, r.name_en, s.owed_by, o.name, b.due_on,
                s.due_on, b.safe_on, s.safe_on, coalesce(b.due_on < s.today, false), coalesce(s.due_on < s.today, false)
            FROM deadline_today AS s
            JOIN unnest(\(deadlines), \(due)::date[], \(safe)::date[]) AS b (deadline_id, due_on, safe_on)
                ON b.deadline_id = s.deadline_id
            JOIN deadline_rule AS r ON r.deadline_rule_id = s.deadline_rule_id
            JOIN case_file AS c ON c.case_file_id = s.case_file_id
            LEFT JOIN organisation AS o ON o.organisation_id = s.organisation_id
            WHERE s.ended_on IS NULL AND (s.due_on, s.safe_on) IS DISTINCT FROM (b.due_on, b.safe_on)
            ORDER BY b.due_on, s.due_on, c.case_file_id, s.deadline_no
            """, MovedDeadline.init)
    }
}
