public import Postgres
public import SandboxDomain

/// What waits for the acting person's organisation, the first to end first; what has no end comes last, oldest first.
public struct Inbox: RowQuery, LooksAtClocks {
    /// The question takes nothing: who asks is who acts.
    public init() {}

    /// Hands on the rows, in order.
    public func forEach(_ session: Session, _ body: (InboxItem) throws -> Void) throws {
        let role = try Principal.current(session).required([.company, .ministry, .desk])
        let mine: SQL = role == .desk ? "t.waiting_on = 'desk'" : "t.organisation_id = acting_organisation_id()"
        try session.stream(
            """
            SELECT c.case_file_id, c.reference, t.task, c.track, c.stage, o.name, c.service_name,
                (t.since AT TIME ZONE r.time_zone)::date,
                (now() AT TIME ZONE r.time_zone)::date - (t.since AT TIME ZONE r.time_zone)::date,
                coalesce(s.request, k.question), t.subject_no, coalesce(s.due_on, d.due_on),
                coalesce(s.due_on, d.due_on) - (now() AT TIME ZONE r.time_zone)::date
            FROM case_turn AS t
            JOIN case_file AS c USING (case_file_id)
            JOIN regime AS r USING (regime)
            JOIN organisation AS o ON o.organisation_id = c.company_id
            LEFT JOIN supplement AS s
                ON t.task = 'answer' AND s.case_file_id = t.case_file_id AND s.supplement_no = t.subject_no
            LEFT JOIN consultation AS k
                ON t.task = 'reply' AND k.case_file_id = t.case_file_id AND k.round = t.subject_no
                AND k.ministry_id = t.organisation_id
            LEFT JOIN LATERAL (SELECT min(x.due_on) AS due_on FROM clock_state() AS x
                WHERE x.case_file_id = t.case_file_id AND x.ended_on IS NULL AND CASE WHEN t.task = 'reply'
                    THEN x.subject = 'consultation' AND x.subject_id = k.consultation_id
                    ELSE t.waiting_on = 'desk' AND x.owed_by IN ('desk', 'committee') END) AS d ON true
            WHERE \(mine) ORDER BY coalesce(s.due_on, d.due_on), t.since, c.case_file_id
            """, InboxItem.init, body)
    }
}

/// One thing to do.
public struct InboxItem: Sendable {
    /// The case.
    public let reference: CaseReference
    /// What is to be done.
    public let task: InboxTask
    /// The track.
    public let track: TrackCode
    /// The stage.
    public let stage: Stage
    /// The company whose case it is.
    public let company: String
    /// The service.
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

    init(
        id: CaseFileID, number: String?, task: InboxTask, track: TrackCode, stage: Stage, company: String,
        service: String, since: CivilDate, days: Int, request: String?, subject: Int?, dueOn: CivilDate?,
        daysLeft: Int?
    ) {
        reference = CaseReference(number: number, id)
        (self.task, self.track, self.stage, self.company, self.service) = (task, track, stage, company, service)
        (self.since, self.days, self.request, self.number, self.dueOn) = (since, days, request, subject, dueOn)
        self.daysLeft = daysLeft
    }
}
