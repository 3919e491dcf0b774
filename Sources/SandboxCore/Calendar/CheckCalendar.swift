public import Postgres
public import SandboxDomain

/// How far do the calendars reach, and which open periods run past them?
public struct CheckCalendar: Query {
    /// Only this calendar; nil for all.
    public var calendar: CalendarCode?

    /// All calendars.
    public init() {}

    /// What a check found.
    public struct Findings: Sendable {
        /// The calendars.
        public let reaches: [Reach]
        /// The periods whose end is counted on days nobody has published.
        public let deadlines: [Finding]
    }

    /// How far a calendar reaches.
    public struct Reach: Sendable {
        /// The calendar.
        public let calendar: CalendarCode
        /// The first year that is declared complete; nil: none is, and only weekends and what its rules foresee are known.
        public let firstYear: Int?
        /// The last one, with none missing between.
        public let lastYear: Int?
        /// How many holidays hold.
        public let holidays: Int
    }

    /// An open period that is counted on days nobody has published.
    public struct Finding: Sendable {
        /// What is wrong.
        public let problem: Problem
        /// The case.
        public let reference: CaseReference
        /// The number of the deadline in its case.
        public let deadline: Int
        /// The rule.
        public let rule: String
        /// When it began.
        public let startedOn: CivilDate?
        /// When it ends, as far as is known.
        public let dueOn: CivilDate?
        /// The calendar.
        public let calendar: CalendarCode

        /// What can be wrong.
        public enum Problem: String, StableCode {
            /// It ends after the last published year: holidays of that time are not known yet.
            case pastEnd = "past-end"
            /// It began before the first published year.
            case beforeBeginning = "before-beginning"
            /// The calendar has weekends only.
            case weekendsOnly = "weekends-only"
        }

        init(
            problem: Problem, id: CaseFileID, number: String?, deadline: Int, rule: String, startedOn: CivilDate?,
            dueOn: CivilDate?, calendar: CalendarCode
        ) {
            reference = CaseReference(number: number, id)
            (self.problem, self.deadline, self.rule, self.startedOn) = (problem, deadline, rule, startedOn)
            (self.dueOn, self.calendar) = (dueOn, calendar)
        }
    }

    /// A period whose method asks for no open day runs past no calendar.
    public func answer(_ session: Session) throws -> Findings {
        let known = try calendar.map { [try CalendarStore.get(session, $0)] } ?? CalendarStore.list(session)
        let codes = known.map(\.code.code)
        let deadlines = try session.all(
            """
            SELECT CASE WHEN k.last_day IS NULL THEN 'weekends-only' WHEN s.due_on < k.first_day THEN 'before-beginning'
                    ELSE 'past-end' END,
                c.case_file_id, c.reference, s.deadline_no::int, s.rule, s.started_on, s.due_on, k.calendar
            FROM (SELECT k.calendar, calendar_reach(k.calendar) AS last_day, make_date((SELECT min(y.year)::integer
                    FROM calendar_year AS y WHERE y.calendar = k.calendar AND y.known_to IS NULL), 1, 1) AS first_day
                FROM calendar AS k WHERE k.calendar = ANY (\(codes)::text[])) AS k
            JOIN regime AS g ON g.calendar = k.calendar
            JOIN case_file AS c ON c.regime = g.regime
            JOIN deadline_today AS s ON s.case_file_id = c.case_file_id
            WHERE s.ended_on IS NULL AND (s.certainty IS NOT NULL OR s.due_on IS NULL AND s.counted_end IS NOT NULL)
            ORDER BY s.due_on, c.case_file_id, s.deadline_no
            """, Finding.init)
        return Findings(
            reaches: known.map {
                Reach(calendar: $0.code, firstYear: $0.firstYear, lastYear: $0.lastYear, holidays: $0.count)
            }, deadlines: deadlines)
    }
}

extension CheckCalendar.Finding.Problem: PostgresValue {}
