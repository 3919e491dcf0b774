public import Postgres
public import SandboxDomain

/// Recounts every visible clock by a second way, day by day, and looks for what cannot be.
public struct CheckClocks: LooksAtClocks {
    public init() {}

    public func answer(_ session: Session) throws -> ClockVerdict {
        try session.execute("SET LOCAL statement_timeout = 0")
        var verdict = ClockVerdict(clocks: 0, contradictions: try Self.structural(session))
        var calendars: [String: CountingCalendar] = [:]
        for code in try session.all("SELECT calendar FROM calendar", as: String.self) {
            calendars[code] = try CountingCalendar.load(session, CalendarCode(code), knownOn: nil)
        }
        try ClockCount.forEach(session, "true") { clock in
            verdict.clocks += 1
            guard let count = clock.count, let calendar = calendars[clock.calendar] else { return }
            let counted = count.counted(on: calendar, through: clock.today)
            if counted.dueOn != clock.dueOn {
                verdict.contradictions.append(
                    ClockContradiction(
                        reference: clock.reference, problem: .dueDiffers, found: clock.dueOn, expected: counted.dueOn))
            } else if clock.hasLapsed, let due = counted.dueOn, due != clock.endedOn {
                verdict.contradictions.append(
                    ClockContradiction(
                        reference: clock.reference, problem: .lapseNotDue, found: clock.endedOn, expected: due))
            }
        }
        verdict.contradictions.sort { ($0.reference, $0.problem.rawValue) < ($1.reference, $1.problem.rawValue) }
        return verdict
    }

    /// What the facts say of each other, whoever wrote them.
    private static func structural(_ session: Session) throws -> [ClockContradiction] {
        try session.all(
            """
            SELECT f.case_file_id, f.reference, c.clock_no, p.problem, p.found, NULL::date
            FROM clock AS c
            JOIN clock_rule AS r ON r.clock_rule_id = c.clock_rule_id
            JOIN case_file AS f ON f.case_file_id = c.case_file_id
            CROSS JOIN LATERAL (
                SELECT 'open-on-closed-case' AS problem, c.started_on AS found
                WHERE c.ended_on IS NULL AND f.stage = ANY (r.ends_on)
                UNION ALL
                SELECT 'ended-before-start', c.ended_on WHERE c.ended_on < c.started_on AND c.ended_by <> 'lapsed'
                UNION ALL
                SELECT 'stop-outlives-clock', min(s.began_on) FROM clock_stop AS s
                WHERE s.clock_id = c.clock_id AND c.ended_on IS NOT NULL AND s.ended_on IS NULL AND NOT s.undone
                HAVING count(*) > 0
                UNION ALL
                SELECT 'stops-overlap', min(s.began_on) FROM clock_stop AS s JOIN clock_stop AS o USING (clock_id)
                WHERE s.clock_id = c.clock_id AND s.clock_stop_id < o.clock_stop_id AND s.days && o.days
                    AND NOT s.undone AND NOT o.undone
                HAVING count(*) > 0
                UNION ALL
                SELECT 'extended-too-often', max(x.extended_on) FROM clock_extension AS x
                WHERE x.clock_id = c.clock_id HAVING count(*) > r.extensions
                UNION ALL
                SELECT 'without-notice', c.started_on FROM consultation AS k
                WHERE c.subject = 'consultation' AND k.consultation_id = c.subject_id AND c.ended_on IS NULL
                    AND k.notified_on IS DISTINCT FROM c.started_on
            ) AS p
            """, ClockContradiction.init)
    }
}

/// What the check came to.
public struct ClockVerdict: Sendable {
    /// How many clocks were counted.
    public internal(set) var clocks: Int
    /// What does not fit, by clock; empty if everything does.
    public internal(set) var contradictions: [ClockContradiction]
}

/// Something that cannot be.
public struct ClockContradiction: Sendable {
    /// The clock.
    public let reference: ClockReference
    /// What.
    public let problem: ClockProblem
    /// The day that stands there.
    public let found: CivilDate?
    /// The day that should.
    public let expected: CivilDate?

    init(reference: ClockReference, problem: ClockProblem, found: CivilDate?, expected: CivilDate?) {
        (self.reference, self.problem, self.found, self.expected) = (reference, problem, found, expected)
    }

    init(
        id: CaseFileID, number: String?, clock: Int, problem: ClockProblem, found: CivilDate?, expected: CivilDate?
    ) {
        self.init(
            reference: ClockReference(CaseReference(number: number, id), clock), problem: problem, found: found,
            expected: expected)
    }
}
