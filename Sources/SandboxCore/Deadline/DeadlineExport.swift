public import Postgres
public import SandboxDomain

/// Every legal period the acting person may see, and what else has a last day, by its end, for spreadsheets and calendars.
public struct DeadlineExport: RowQuery, NeedsCurrentLapses {
    /// Those that are over or done as well.
    public var includesEnded = false
    /// Only those this ministry or company owes.
    public var organisation: String?
    /// Only this regime's; nil for all.
    public var regime: RegimeCode?

    /// The open ones.
    public init() {}

    /// One period.
    public struct Row: Sendable {
        /// The case.
        public let reference: CaseReference
        /// The code of the regime it is under.
        public let regime: RegimeCode
        /// The number of the deadline in its case; nil for what no rule of the law gave its last day.
        public let deadline: Int?
        /// What has to be done, where no rule says it.
        public let task: InboxTask?
        /// What that is about, within its case.
        public let subject: Int64?
        /// The rule, e.g. `k4`.
        public let rule: String
        /// Its name in Korean.
        public let korean: String
        /// Its name in English.
        public let english: String
        /// The articles.
        public let basis: String
        /// The company of the case.
        public let company: String
        /// The service of the case.
        public let service: String
        /// Who owes the act.
        public let owedBy: DeadlineDebtor
        /// For whom: a ministry or the company; nil for the lead authority.
        public let organisation: String?
        /// The day it began.
        public let startedOn: CivilDate?
        /// The end as it was promised when it began.
        public let promisedOn: CivilDate?
        /// The day it ends on; nil while a stop lasts.
        public let dueOn: CivilDate?
        /// The open day by which an act counted back is safe.
        public let safeOn: CivilDate?
        /// The day the act was done.
        public let endedOn: CivilDate?
        /// How many days are left; negative when it is over.
        public let daysLeft: Int?
        /// Its state: `running`, `stopped`, `overdue` …
        public let state: String
        /// What follows in silence, in Korean.
        public let missedKorean: String?
        /// The same, in English.
        public let missedEnglish: String?
        /// When this was asked, in UTC: `20261126T072800Z`.
        public let asked: String
        /// When to be reminded of the end, in UTC: as offices open, on an open day three days before or earlier.
        public let reminder: String?
        /// Grows whenever something changed by which the end may have moved, and when the deadline is done.
        public let sequence: Int
        /// That it is counted on days nobody has announced; nil where everything is known.
        public let doubt: CalendarDoubt?

        init(
            id: CaseFileID, number: String?, regime: RegimeCode, deadline: Int?, rule: String, korean: String,
            english: String,
            basis: String,
            company: String, service: String, owedBy: DeadlineDebtor, organisation: String?, startedOn: CivilDate?,
            promisedOn: CivilDate?, dueOn: CivilDate?, safeOn: CivilDate?, endedOn: CivilDate?, daysLeft: Int?,
            state: String, missedKorean: String?, missedEnglish: String?, asked: String,
            reminder: String?, sequence: Int, doubt: CalendarDoubt?, task: InboxTask?, subject: Int64?
        ) {
            self.doubt = doubt
            reference = CaseReference(number: number, id)
            self.regime = regime
            (self.deadline, self.rule, self.korean, self.english, self.basis) = (deadline, rule, korean, english, basis)
            (self.company, self.service, self.owedBy, self.organisation) = (company, service, owedBy, organisation)
            (self.startedOn, self.promisedOn, self.dueOn, self.safeOn) = (startedOn, promisedOn, dueOn, safeOn)
            (self.endedOn, self.daysLeft, self.state, self.asked) = (endedOn, daysLeft, state, asked)
            (self.missedKorean, self.missedEnglish) = (missedKorean, missedEnglish)
            (self.reminder, self.sequence, self.task, self.subject) = (reminder, sequence, task, subject)
        }
    }

    public func forEach(_ session: Session, _ body: (Row) throws -> Void) throws {
        let open: SQL = includesEnded ? "true" : DeadlineStore.isOwed
        let owed: SQL =
            try organisation.map { "s.organisation_id = \(try OrganisationStore.get(session, $0).id)" } ?? "true"
        let ofRegime: SQL = try regime.map { "c.regime = \(try RegimeStore.get(session, $0))" as SQL } ?? "true"
        try session.stream(
            """
            SELECT c.case_file_id, c.reference, c.regime, s.deadline_no::int, s.rule, r.name_ko, r.name_en, r.basis, p.name,
                c.service_name, s.owed_by, o.name, s.started_on, s.promised_on, s.due_on, s.safe_on, s.ended_on,
                CASE WHEN s.ended_on IS NULL THEN s.days_left END, s.state, r.missed_ko, r.missed_en,
                to_char(now() AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MISS"Z"'),
                \(FeedEvent.reminder),
                \(FeedEvent.changes) + (s.ended_on IS NOT NULL)::integer
                    + (SELECT count(*) + count(x.ended_on) FROM deadline_stop AS x WHERE x.deadline_id = s.deadline_id)
                    + (SELECT count(*) FROM deadline_extension AS x WHERE x.deadline_id = s.deadline_id),
                calendar_doubt(r.regime, s.certainty), NULL::text, NULL::bigint
            FROM deadline_today AS s
            JOIN deadline_rule AS r ON r.deadline_rule_id = s.deadline_rule_id
            JOIN case_file AS c ON c.case_file_id = s.case_file_id
            \(FeedEvent.tables("s.due_on", daysBefore: 3))
            JOIN organisation AS p ON p.organisation_id = c.company_id
            LEFT JOIN organisation AS o ON o.organisation_id = s.organisation_id
            WHERE \(open) AND \(owed) AND \(ofRegime)
            UNION ALL
            SELECT c.case_file_id, c.reference, c.regime, NULL::int, s.task, ''::text, ''::text, ''::text, p.name,
                c.service_name, s.waiting_on, o.name, (s.since AT TIME ZONE f.time_zone)::date, NULL::date, s.due_on, NULL::date,
                NULL::date, s.due_on - z.today, CASE WHEN s.due_on < z.today THEN 'overdue' ELSE 'running' END, NULL::text,
                NULL::text, to_char(now() AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MISS"Z"'), \(FeedEvent.reminder),
                \(FeedEvent.changes), \(SQL.doubtOfTask("s")),
                s.task, s.subject_id
            FROM kept_open_task AS s
            JOIN case_file AS c ON c.case_file_id = s.case_file_id
            \(FeedEvent.tables("s.due_on", daysBefore: 3))
            CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE f.time_zone)::date AS today) AS z
            JOIN organisation AS p ON p.organisation_id = c.company_id
            LEFT JOIN organisation AS o ON o.organisation_id = s.organisation_id
            WHERE has_day_without_rule(s.task)
                AND s.due_on IS NOT NULL AND s.until_on >= z.today AND \(owed) AND \(ofRegime)
            ORDER BY 15, 1, 4, 5, 27
            """, Row.init, body)
    }
}
