public import Postgres
public import SandboxDomain

/// What waits for the acting person's organisation. First come cases, those that end soonest first and those without an
/// end last; then reports on reform tasks, and what a regime owes as a whole within the next ninety days; then, if they are
/// asked for, the news.
public struct Inbox: RowQuery, NeedsCurrentLapses {
    /// With what others have done since the person last marked the news as seen (``MarkNews``).
    public var withNews = false
    /// Only news up to this moment, which can be marked as seen then; nil: all.
    public var newsUntil: Instant?
    /// Only what is the acting person's own work: on cases assigned to the person, or to somebody whose deputy the person is today.
    public var isMine = false
    /// The maximum number of rows, plus one that tells the caller that there are more; nil for all.
    public var limit: Int?

    /// What there is to do. The answer depends on the acting person.
    public init() {}

    public func forEach(_ session: Session, _ body: (InboxItem) throws -> Void) throws {
        let role = try Principal.current(session).required([.company, .ministry, .desk])
        var left = limit
        func show(_ question: (Int?) -> SQL) throws {
            guard left.map({ $0 >= 0 }) ?? true else { return }
            try session.stream(question(left), InboxItem.init) { item in
                left = left.map { $0 - 1 }
                try body(item)
            }
        }
        let ofRegime = try RegimeStore.listed(session, nil, "t.regime")
        try show { tasks(of: role, $0, ofRegime ?? "true") }
        if role == .desk, !isMine {
            let ofDuty = try RegimeStore.listed(session, nil, "d.regime")
            try show { duties($0, ofDuty ?? "true") }
            try show { reports(late: true, $0) }
        }
        if role == .ministry, !isMine { try show { reports(late: false, $0) } }
        if withNews { try show(news) }
    }

    /// The tasks of today. Two indexes find them in order: one has those that outlive their last day, the other those that end
    /// from today on. Only what is shown is looked up.
    private func tasks(of role: GroupRole, _ limit: Int?, _ ofRegime: SQL) -> SQL {
        let mine: SQL =
            role == .desk ? "t.waiting_on = 'desk'" : "t.organisation_id = (SELECT acting_organisation_id())"
        let parts: [SQL] = [
            "t.until_on > t.sorts_on AND t.sorts_on < (SELECT max(\(SQL.today)) FROM regime AS r) AND t.sorts_on < z.today",
            "t.sorts_on >= (SELECT min(\(SQL.today)) FROM regime AS r) AND t.sorts_on >= z.today",
        ]
        let found: [SQL] = parts.map { part in
            """
            (SELECT t.*, z.today FROM kept_open_task AS t
                CROSS JOIN LATERAL (SELECT \(SQL.today) AS today FROM regime AS r WHERE r.regime = t.regime OFFSET 0) AS z
                WHERE \(mine) AND \(ofRegime) AND \(assigned("t")) AND \(part) AND t.until_on >= z.today AND t.from_on <= z.today
                ORDER BY t.sorts_on, t.since, t.case_file_id, t.task, t.subject_id \(limit.oneMore))
            """
        }
        return """
            SELECT c.case_file_id, c.reference, t.task, c.track, c.stage, o.name, c.service_name,
                (t.since AT TIME ZONE r.time_zone)::date, t.today - (t.since AT TIME ZONE r.time_zone)::date,
                \(Self.request), t.subject_no, t.due_on, t.due_on - t.today, NULL::text, \(lateMeeting(for: role)),
                t.late_on, f.rule, f.name_ko, f.name_en, f.basis, f.missed_ko, f.missed_en, NULL::text,
                \(SQL.doubtOfTask("t")), w.role_name, w.name
            FROM (SELECT f.* FROM (\(found.joined(by: " UNION ALL "))) AS f
                ORDER BY f.sorts_on, f.since, f.case_file_id, f.task, f.subject_id \(limit.oneMore)) AS t
            JOIN case_file AS c ON c.case_file_id = t.case_file_id
            JOIN regime AS r ON r.regime = t.regime
            JOIN organisation AS o ON o.organisation_id = c.company_id
            LEFT JOIN LATERAL (\(Self.rule)) AS f ON true
            LEFT JOIN own_assignment AS w ON w.case_file_id = t.case_file_id
            ORDER BY t.sorts_on, t.since, t.case_file_id, t.task, t.subject_id
            """
    }

    /// Whether it is the acting person's own work.
    private func assigned(_ row: String) -> SQL {
        guard isMine else { return "true" }
        return """
            \(identifier: row).case_file_id IN (SELECT a.case_file_id FROM case_assignment AS a
                WHERE a.role_name = ANY ((SELECT own_work())::name[]) AND a.organisation_id = (SELECT acting_organisation_id()))
            """
    }

    /// What was asked: a supplement, an opinion, a correction, a condition; or whom to ask.
    private static let request: SQL = """
        CASE WHEN t.task = 'supplement' THEN (SELECT s.request FROM supplement AS s WHERE s.supplement_id = t.subject_id)
            WHEN t.task = 'remind' THEN (SELECT s.request FROM supplement AS s
                WHERE s.case_file_id = t.case_file_id AND s.answered_at IS NULL ORDER BY s.supplement_id LIMIT 1)
            WHEN t.task = 'consult-named' THEN told_unasked_ministries(t.case_file_id)
            WHEN t.task = 'reply' THEN (SELECT k.question FROM consultation AS k WHERE k.consultation_id = t.subject_id)
            WHEN t.task IN ('follow-order', 'pursue-order') THEN (SELECT a.text FROM grant_act AS a
                WHERE a.grant_act_id = t.subject_id)
            WHEN t.task = 'remedy-suspension' THEN (SELECT a.text FROM grant_act AS a
                WHERE a.case_file_id = t.case_file_id AND a.act = 'suspend' ORDER BY a.act_no DESC LIMIT 1)
            WHEN t.task IN ('submit-evidence', 'see-to-condition', 'review', 'pursue-condition') THEN
                (SELECT k.text FROM condition_state AS k
                WHERE k.case_file_id = t.case_file_id AND k.condition_no = t.subject_no)
        END
        """

    /// The rule of the period that a task is about: its own, that of the reply, or of the desk's first that ends.
    private static let rule: SQL = """
        SELECT r.rule, r.name_ko, r.name_en, r.basis, r.missed_ko, r.missed_en
        FROM kept_deadline AS d JOIN deadline_rule AS r ON r.deadline_rule_id = d.deadline_rule_id
        WHERE d.case_file_id = t.case_file_id AND d.ended_on IS NULL AND CASE
            WHEN t.task = ANY (\(InboxTask.ofDeadline.map(\.rawValue))::text[]) THEN d.deadline_id = t.subject_id
            WHEN t.task = 'reply' THEN d.subject = 'consultation' AND d.subject_id = t.subject_id
            ELSE t.waiting_on = 'desk' AND d.owed_by IN ('desk', 'committee') AND d.due_on = t.due_on END
        ORDER BY d.due_on, d.deadline_no LIMIT 1
        """

    private func lateMeeting(for role: GroupRole) -> SQL {
        guard role == .desk else { return "NULL::text" }
        return """
            CASE WHEN NOT t.beside AND t.due_on < (SELECT max(m.held_on) FROM meeting AS m
                    WHERE m.frozen_at IS NULL AND m.cancelled_at IS NULL)
                THEN (SELECT l.meeting FROM late_meetings(c.case_file_id, t.due_on) AS l (meeting)) END
            """
    }

    /// What a regime owes as a whole.
    private func duties(_ limit: Int?, _ ofRegime: SQL) -> SQL {
        """
        SELECT NULL::bigint, NULL::text, 'discharge', NULL::text, NULL::text, NULL::text,
            d.name_ko || ' / ' || d.name_en, d.started_on, authority_date(d.regime) - d.started_on, NULL::text,
            NULL::smallint, d.due_on, d.days_left, d.regime, NULL::text, NULL::date, d.rule, d.name_ko, d.name_en, d.basis,
            NULL::text, NULL::text, NULL::text, calendar_doubt(d.regime, d.certainty), NULL::text, NULL::text
        FROM regime_duty AS d
        WHERE d.owed_by = 'desk' AND d.days_left <= 90 AND \(ofRegime) ORDER BY d.due_on, d.regime, d.rule \(limit.oneMore)
        """
    }

    /// Reports on reform tasks: those a ministry owes, or those that ministries have missed.
    private func reports(late: Bool, _ limit: Int?) -> SQL {
        let task: SQL = late ? "'pursue-report'" : "'report'"
        let since: SQL = late ? "w.due_on + 1" : "w.opens_on"
        let days: SQL = late ? "NULL::date, NULL::integer" : "w.due_on, w.due_on - authority_date(r.regime)"
        let lateOn: SQL = late ? "w.due_on" : "NULL::date"
        let wanted: SQL =
            late ? "w.due_on < authority_date(r.regime)" : "w.ministry_id = acting_organisation_id()"
        return """
            SELECT NULL::bigint, NULL::text, \(task), NULL::text, NULL::text, NULL::text, t.title, \(since),
                authority_date(r.regime) - (\(since)), CASE WHEN \(late) THEN o.name END, NULL::smallint, \(days),
                r.roadmap || '/' || e.task_no, NULL::text, \(lateOn), NULL::text, NULL::text, NULL::text, NULL::text, NULL::text,
                NULL::text, NULL::text, NULL::text, NULL::text, NULL::text
            FROM report_owed AS w JOIN roadmap AS r USING (roadmap_id) JOIN reform_task AS t USING (reform_task_id)
            JOIN roadmap_entry AS e USING (roadmap_id, reform_task_id)
            JOIN organisation AS o ON o.organisation_id = w.ministry_id
            WHERE \(wanted) ORDER BY w.due_on, r.roadmap, e.position, o.name \(limit.oneMore)
            """
    }

    /// What others did, the latest first.
    private func news(_ limit: Int?) -> SQL {
        let until: SQL = newsUntil.map { "n.at <= \($0.description)::timestamptz" } ?? "true"
        return """
            SELECT c.case_file_id, c.reference, 'news', c.track, c.stage, o.name, c.service_name,
                (n.at AT TIME ZONE r.time_zone)::date, \(SQL.today) - (n.at AT TIME ZONE r.time_zone)::date, NULL::text,
                NULL::smallint, NULL::date, NULL::integer, NULL::text, NULL::text, NULL::date, NULL::text, NULL::text,
                NULL::text, NULL::text, NULL::text, NULL::text, n.act, NULL::text, w.role_name, w.name
            FROM news AS n JOIN case_file AS c ON c.case_file_id = n.case_file_id
            JOIN regime AS r ON r.regime = c.regime JOIN organisation AS o ON o.organisation_id = c.company_id
            LEFT JOIN own_assignment AS w ON w.case_file_id = n.case_file_id
            WHERE n.at > (SELECT news_seen_at()) AND \(until) AND \(assigned("n")) ORDER BY n.event_id DESC \(limit.oneMore)
            """
    }
}

/// One thing to do, or to know.
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
    /// What is asked: the request for a supplement, the question put to the ministry, the condition; or who owes a report.
    public let request: String?
    /// The number of the supplement, the round, the condition, or the act.
    public let number: Int?
    /// The last day: of the period that runs, or the day set for it.
    public let dueOn: CivilDate?
    /// Days from today to that day; negative past it.
    public let daysLeft: Int?
    /// The next session, if the case can be tabled there only after its period for tabling has ended.
    public let lateMeeting: String?
    /// That the last day is counted on days nobody has announced; nil where everything is known.
    public let doubt: CalendarDoubt?
    /// The last day of whoever the desk waits for, or has to pursue.
    public let lateOn: CivilDate?
    /// The rule of the period that ends on the last day, if it is one of the law.
    public let rule: Rule?
    /// Of news: what was done, as the log and the journal of the grant call it.
    public let act: String?
    /// Whose work the case is in the reader's organisation, by login.
    public let assignedTo: String?
    /// How that person is called.
    public let assignedName: String?

    /// A rule of the law.
    public struct Rule: Sendable {
        /// Its code.
        public let code: String
        /// Its name in Korean.
        public let korean: String
        /// Its name in English.
        public let english: String
        /// The article.
        public let basis: String
        /// What follows when the day is missed, in Korean.
        public let missedKorean: String?
        /// The same, in English.
        public let missedEnglish: String?
    }

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
        daysLeft: Int?, other: String?, lateMeeting: String?, lateOn: CivilDate?, rule: String?, korean: String?,
        english: String?, basis: String?, missedKorean: String?, missedEnglish: String?, act: String?,
        doubt: CalendarDoubt?, assignedTo: String?, assignedName: String?
    ) {
        self.doubt = doubt
        (self.assignedTo, self.assignedName) = (assignedTo, assignedName)
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
        (self.daysLeft, self.lateMeeting, self.lateOn, self.act) = (daysLeft, lateMeeting, lateOn, act)
        self.rule =
            if let rule, let korean, let english, let basis {
                Rule(
                    code: rule, korean: korean, english: english, basis: basis, missedKorean: missedKorean,
                    missedEnglish: missedEnglish)
            } else {
                nil
            }
    }
}
