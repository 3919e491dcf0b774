public import Postgres
public import SandboxDomain

/// Counts every visible deadline, grant and open task anew, compares them with what is kept of them, and deadlines with a second
/// count, day by day, and looks for contradictions.
public struct CheckDeadlines: NeedsCurrentLapses {
    public init() {}

    public func answer(_ session: Session) throws -> DeadlineVerdict {
        try session.execute("SET LOCAL statement_timeout = 0")
        let drift = try Self.drift(session)
        var verdict = DeadlineVerdict(deadlines: 0, contradictions: try Self.structural(session) + drift)
        var calendars: [String: CountingCalendar] = [:]
        for code in try session.all("SELECT calendar FROM calendar", as: String.self) {
            calendars[code] = try CountingCalendar.load(session, CalendarCode(code), knownOn: nil)
        }
        // Where nothing differs, what is kept has just been counted.
        try DeadlineCount.forEach(session, "true", isAnew: !drift.isEmpty) { deadline in
            verdict.deadlines += 1
            guard let count = deadline.count, let calendar = calendars[deadline.calendar] else { return }
            let counted = count.counted(on: calendar, through: deadline.today)
            if counted.dueOn != deadline.dueOn {
                verdict.contradictions.append(
                    DeadlineContradiction(
                        reference: deadline.reference, problem: .dueDiffers, found: deadline.dueOn,
                        expected: counted.dueOn))
            } else if deadline.hasLapsed, let due = counted.dueOn, due != deadline.endedOn {
                verdict.contradictions.append(
                    DeadlineContradiction(
                        reference: deadline.reference, problem: .lapseNotDue, found: deadline.endedOn, expected: due))
            }
        }
        verdict.contradictions.sort { ($0.reference, $0.problem.rawValue) < ($1.reference, $1.problem.rawValue) }
        return verdict
    }

    /// What is kept otherwise than the facts come to. Of a grant and of an open task it is said by the first deadline of the case.
    private static func drift(_ session: Session) throws -> [DeadlineContradiction] {
        try session.all(
            """
            SELECT c.case_file_id, f.reference, c.deadline_no, 'kept-differs', k.kept_due_on, k.due_on
            FROM kept_deadline_drift() AS k JOIN deadline AS c USING (deadline_id)
            JOIN case_file AS f ON f.case_file_id = c.case_file_id
            UNION ALL
            SELECT k.case_file_id, f.reference, coalesce((SELECT min(c.deadline_no) FROM deadline AS c
                WHERE c.case_file_id = k.case_file_id), 0), k.problem, k.found, k.expected
            FROM (
                SELECT g.case_file_id, 'kept-grant-differs' AS problem, d.kept_last_on AS found, d.last_on AS expected
                FROM kept_grant_drift() AS d JOIN exemption_grant AS g USING (exemption_grant_id)
                UNION ALL
                SELECT d.case_file_id, 'kept-task-differs', d.kept_due_on, d.due_on FROM kept_open_task_drift() AS d
            ) AS k JOIN case_file AS f ON f.case_file_id = k.case_file_id
            """, DeadlineContradiction.init)
    }

    /// What the facts say of each other, whoever wrote them.
    private static func structural(_ session: Session) throws -> [DeadlineContradiction] {
        try session.all(
            """
            SELECT f.case_file_id, f.reference, c.deadline_no, p.problem, p.found, NULL::date
            FROM deadline AS c
            JOIN deadline_rule AS r ON r.deadline_rule_id = c.deadline_rule_id
            JOIN case_file AS f ON f.case_file_id = c.case_file_id
            CROSS JOIN LATERAL (
                SELECT 'open-on-closed-case' AS problem, c.started_on AS found
                WHERE c.ended_on IS NULL AND f.stage = ANY (r.ends_on)
                UNION ALL
                SELECT 'ended-before-start', c.ended_on WHERE c.ended_on < c.started_on AND c.ended_by <> 'lapsed'
                UNION ALL
                SELECT 'stop-outlives-deadline', min(s.began_on) FROM deadline_stop AS s
                WHERE s.deadline_id = c.deadline_id AND c.ended_on IS NOT NULL AND s.ended_on IS NULL AND NOT s.undone
                HAVING count(*) > 0
                UNION ALL
                SELECT 'stops-overlap', min(s.began_on) FROM deadline_stop AS s JOIN deadline_stop AS o USING (deadline_id)
                WHERE s.deadline_id = c.deadline_id AND s.deadline_stop_id < o.deadline_stop_id AND s.days && o.days
                    AND NOT s.undone AND NOT o.undone
                HAVING count(*) > 0
                UNION ALL
                SELECT 'extended-too-often', max(x.extended_on) FROM deadline_extension AS x
                WHERE x.deadline_id = c.deadline_id HAVING count(*) > r.extensions
                UNION ALL
                SELECT 'without-notice', c.started_on FROM consultation AS k
                WHERE c.subject = 'consultation' AND k.consultation_id = c.subject_id AND c.ended_on IS NULL
                    AND k.notified_on IS DISTINCT FROM c.started_on
            ) AS p
            """, DeadlineContradiction.init)
    }
}

/// What the check came to.
public struct DeadlineVerdict: Sendable {
    /// How many deadlines were counted.
    public internal(set) var deadlines: Int
    /// What does not fit, by deadline; empty if everything does.
    public internal(set) var contradictions: [DeadlineContradiction]
}

/// Something that is impossible.
public struct DeadlineContradiction: Sendable {
    /// The deadline.
    public let reference: DeadlineReference
    /// What.
    public let problem: DeadlineProblem
    /// The day found.
    public let found: CivilDate?
    /// The day expected.
    public let expected: CivilDate?

    init(reference: DeadlineReference, problem: DeadlineProblem, found: CivilDate?, expected: CivilDate?) {
        (self.reference, self.problem, self.found, self.expected) = (reference, problem, found, expected)
    }

    init(
        id: CaseFileID, number: String?, deadline: Int, problem: DeadlineProblem, found: CivilDate?,
        expected: CivilDate?
    ) {
        self.init(
            reference: DeadlineReference(CaseReference(number: number, id), deadline), problem: problem, found: found,
            expected: expected)
    }
}
