public import Postgres
public import SandboxDomain

/// What waits for the acting person's organisation. First come cases, those that end soonest first and those without an
/// end last; then reports on reform tasks, and what a regime owes as a whole within the next ninety days.
public struct Inbox: RowQuery, NeedsCurrentLapses {
    /// The query takes no parameters: the answer depends on the acting person.
    public init() {}

    public func forEach(_ session: Session, _ body: (InboxItem) throws -> Void) throws {
        let role = try Principal.current(session).required([.company, .ministry, .desk])
        let mine: SQL =
            role == .desk ? "t.waiting_on = 'desk'" : "t.organisation_id = (SELECT acting_organisation_id())"
        let ofRegime: SQL = try RegimeStore.listed(session, nil, "c.regime") ?? "true"
        try session.stream(
            """
            SELECT c.case_file_id, c.reference, t.task, c.track, c.stage, o.name, c.service_name,
                (t.since AT TIME ZONE r.time_zone)::date,
                (now() AT TIME ZONE r.time_zone)::date - (t.since AT TIME ZONE r.time_zone)::date,
                \(request(of: role)), t.subject_no, t.due_on, t.due_on - (now() AT TIME ZONE r.time_zone)::date, NULL::text,
                \(lateMeeting(for: role))
            FROM open_task_today AS t
            JOIN case_file AS c USING (case_file_id)
            JOIN regime AS r USING (regime)
            JOIN organisation AS o ON o.organisation_id = c.company_id
            WHERE \(mine) AND \(ofRegime) ORDER BY t.due_on, t.since, c.case_file_id
            """, InboxItem.init, body)
        if role == .desk {
            let dutiesOfRegime: SQL = try RegimeStore.listed(session, nil, "d.regime") ?? "true"
            try session.stream(
                """
                SELECT NULL::bigint, NULL::text, 'discharge', NULL::text, NULL::text, NULL::text,
                    d.name_ko || ' / ' || d.name_en, d.started_on, authority_date(d.regime) - d.started_on, NULL::text,
                    NULL::smallint, d.due_on, d.days_left, d.regime, NULL::text
                FROM regime_duty AS d
                WHERE d.owed_by = 'desk' AND d.days_left <= 90 AND \(dutiesOfRegime)
                ORDER BY d.due_on, d.regime, d.rule
                """, InboxItem.init, body)
        }
        guard role == .ministry else { return }
        try session.stream(
            """
            SELECT NULL::bigint, NULL::text, 'report', NULL::text, NULL::text, NULL::text, t.title, w.opens_on,
                authority_date(r.regime) - w.opens_on, NULL::text, NULL::smallint, w.due_on,
                w.due_on - authority_date(r.regime), r.roadmap || '/' || e.task_no, NULL::text
            FROM report_owed AS w JOIN roadmap AS r USING (roadmap_id) JOIN reform_task AS t USING (reform_task_id)
            JOIN roadmap_entry AS e USING (roadmap_id, reform_task_id)
            WHERE w.ministry_id = acting_organisation_id() ORDER BY w.due_on, r.roadmap, e.position
            """, InboxItem.init, body)
    }

    /// What was asked: a company is asked for a supplement, a ministry for its opinion.
    private func request(of role: GroupRole) -> SQL {
        switch role {
        case .company:
            "(SELECT s.request FROM supplement AS s WHERE t.task = 'answer' AND s.supplement_id = t.subject_id)"
        case .ministry:
            "(SELECT k.question FROM consultation AS k WHERE t.task = 'reply' AND k.consultation_id = t.subject_id)"
        default: "NULL::text"
        }
    }

    private func lateMeeting(for role: GroupRole) -> SQL {
        guard role == .desk else { return "NULL::text" }
        return """
            CASE WHEN NOT t.of_grant AND t.due_on < (SELECT max(m.held_on) FROM meeting AS m WHERE m.frozen_at IS NULL)
                THEN (SELECT l.meeting FROM late_meetings(c.case_file_id, t.due_on) AS l (meeting)) END
            """
    }
}

/// One thing to do.
public struct InboxItem: Sendable {
    /// What it is about.
    public let reference: Subject
    /// What is to be done.
    public let task: InboxTask
    /// The track of a case.
    public let track: TrackCode?
    /// The stage of a case.
    public let stage: Stage?
    /// The company whose case it is.
    public let company: String?
    /// The service, what a reform task is to change, or what a regime owes.
    public let service: String
    /// Since when it has been waiting.
    public let since: CivilDate
    /// How many calendar days that is.
    public let days: Int
    /// What is asked: the request for a supplement, or the question put to the ministry.
    public let request: String?
    /// The number of the supplement or the round.
    public let number: Int?
    /// The last day: of the period that runs, or the day set for the answer to a supplement.
    public let dueOn: CivilDate?
    /// Days from today to that day; negative past it.
    public let daysLeft: Int?
    /// The next session, if the case can be tabled there only after its period for tabling has ended.
    public let lateMeeting: String?

    /// What something to do is about.
    public enum Subject: Hashable, Sendable, CustomStringConvertible {
        /// A case.
        case caseFile(CaseReference)
        /// A reform task.
        case reformTask(TaskReference)
        /// A regime as a whole.
        case regime(RegimeCode)

        /// How it is quoted.
        public var description: String {
            switch self {
            case .caseFile(let reference): reference.description
            case .reformTask(let reference): reference.description
            case .regime(let code): code.code
            }
        }
    }

    init(
        id: CaseFileID?, number: String?, task: InboxTask, track: TrackCode?, stage: Stage?, company: String?,
        service: String, since: CivilDate, days: Int, request: String?, subject: Int?, dueOn: CivilDate?,
        daysLeft: Int?, other: String?, lateMeeting: String?
    ) {
        reference =
            if let id {
                .caseFile(CaseReference(number: number, id))
            } else if let task = try? TaskReference(other ?? "") {
                .reformTask(task)
            } else {
                .regime(RegimeCode(other ?? ""))
            }
        (self.task, self.track, self.stage, self.company, self.service) = (task, track, stage, company, service)
        (self.since, self.days, self.request, self.number, self.dueOn) = (since, days, request, subject, dueOn)
        (self.daysLeft, self.lateMeeting) = (daysLeft, lateMeeting)
    }
}
