public import Postgres
public import SandboxDomain

/// Legal periods that run on cases, the first to end first; those that are stopped come last. Today's list has what else has a
/// last day as well: supplements, conditions, orders, insurances that run out; not if one case or rule is asked for.
public struct DeadlineList: RowQuery, NeedsCurrentLapses {
    /// For a company and a ministry: only those that it owes itself.
    public var mineOnly = false
    /// Only those that this organisation owes.
    public var organisation: String?
    /// Only this regime's; nil for all, or for the desk those of its authority.
    public var regime: RegimeCode?
    /// Only those of this case.
    public var reference: CaseReference?
    /// Only those by this rule, e.g. `k4`.
    public var rule: String?
    /// Only those whose last day is past.
    public var overdueOnly = false
    /// Only those that end within this many days from the day asked for.
    public var withinDays: Int?
    /// With those that have ended.
    public var ended = false
    /// As it was on this day; nil for today.
    public var asOf: CivilDate?
    /// The maximum number of rows, plus one if there are more.
    public var limit: Int?

    /// Everything open that is visible.
    public init() {}

    /// Those of one case, ended or not.
    static func of(_ id: CaseFileID) -> Statement<[DeadlineSummary]> {
        .all(
            "\(shown("SELECT s.* FROM \(DeadlineStore.all(on: nil)) AS s WHERE s.case_file_id = \(id)")) \(order)",
            DeadlineSummary.init)
    }

    public func forEach(_ session: Session, _ body: (DeadlineSummary) throws -> Void) throws {
        let role = try Principal.current(session).role
        var conditions: [SQL] = []
        if mineOnly, role == .company || role == .ministry {
            conditions.append("s.organisation_id = (SELECT acting_organisation_id())")
        }
        if let organisation {
            conditions.append("s.organisation_id = \(try OrganisationStore.get(session, organisation).id)")
        }
        // Of what a ministry owes itself there is an index; of what it sees, its own list.
        let isListed = role == .ministry && conditions.isEmpty
        if let rule { conditions.append("s.rule = \(try PeriodRule.code(rule, session))") }
        let ofRegime = reference == nil ? try RegimeStore.listed(session, regime, "s.regime") : nil
        // Of what no rule sets, a party sees what it owes itself: that goes by its index.
        let isParty = role == .company || role == .ministry
        let owed: [SQL] =
            conditions + [ofRegime].compactMap(\.self)
            + (isParty ? ["s.organisation_id = (SELECT acting_organisation_id())"] : [])
        let rows: SQL
        if limit != nil, !ended, asOf == nil, reference == nil {
            rows = page(isListed, conditions + [ofRegime].compactMap(\.self))
        } else {
            if !ended { conditions.append(DeadlineStore.isOwed) }
            if let ofRegime {
                conditions.append(
                    "s.deadline_rule_id IN (SELECT s.deadline_rule_id FROM deadline_rule AS s WHERE \(ofRegime))")
            }
            if let reference { conditions.append("s.case_file_id = \(try CaseFileStore.get(session, reference).id)") }
            if overdueOnly { conditions.append("s.state = 'overdue'") }
            if let withinDays { conditions.append("s.days_left BETWEEN 0 AND \(withinDays)") }
            let wanted: SQL = conditions.isEmpty ? "true" : conditions.joined(by: " AND ")
            rows = "SELECT s.* FROM \(DeadlineStore.all(on: asOf)) AS s WHERE \(wanted)"
        }
        let others: SQL = reference == nil && rule == nil && asOf == nil ? "UNION ALL (\(tasks(owed)))" : ""
        try session.stream(
            "(\(Self.shown(rows))) \(others) \(Self.order) \(limit.oneMore)", DeadlineSummary.init, body)
    }

    /// By last day, case and number.
    private static let order: SQL = "ORDER BY 13, 1, 3"

    /// What has a last day that no rule of the law gave it. An index has it in order.
    private func tasks(_ wanted: [SQL]) -> SQL {
        var conditions: [SQL] = [
            "has_day_without_rule(s.task)",
            "s.due_on IS NOT NULL", "s.until_on >= z.today",
        ]
        conditions += wanted
        if overdueOnly { conditions.append("s.due_on < z.today") }
        if let withinDays { conditions.append("s.due_on BETWEEN z.today AND z.today + \(withinDays)::integer") }
        return """
            SELECT c.case_file_id, c.reference, 0::smallint, t.task, ''::text, ''::text, ''::text, t.waiting_on,
                (SELECT o.name FROM organisation AS o WHERE o.organisation_id = t.organisation_id),
                (SELECT o.name FROM organisation AS o WHERE o.organisation_id = c.company_id), c.service_name,
                (t.since AT TIME ZONE r.time_zone)::date, t.due_on, t.due_on - t.today, NULL::date, NULL::date,
                CASE WHEN t.due_on < t.today THEN 'overdue' ELSE 'running' END, NULL::date, NULL::text,
                \(SQL.doubtOfTask("t")), t.task
            FROM (SELECT s.*, z.today FROM kept_open_task AS s
                CROSS JOIN LATERAL (SELECT \(SQL.today) AS today FROM regime AS r WHERE r.regime = s.regime OFFSET 0) AS z
                WHERE \(conditions.joined(by: " AND ")) ORDER BY s.sorts_on, s.case_file_id \(limit.oneMore)) AS t
            JOIN case_file AS c ON c.case_file_id = t.case_file_id JOIN regime AS r ON r.regime = t.regime
            """
    }

    private static func shown(_ deadlines: SQL) -> SQL {
        """
        SELECT c.case_file_id, c.reference, s.deadline_no, s.rule, r.name_ko, r.name_en, r.basis, s.owed_by,
            (SELECT o.name FROM organisation AS o WHERE o.organisation_id = s.organisation_id),
            (SELECT o.name FROM organisation AS o WHERE o.organisation_id = c.company_id), c.service_name,
            s.started_on, s.due_on, s.days_left, s.promised_on, s.safe_on, s.state, s.ended_on,
            CASE WHEN s.ended_on IS NULL AND 'tabled' = ANY (r.ends_on) AND s.due_on < (SELECT last_open_meeting())
                THEN late_meeting(s.case_file_id, s.due_on) END, calendar_doubt(r.regime, s.certainty), NULL::text
        FROM (\(deadlines)) AS s
        JOIN deadline_rule AS r ON r.deadline_rule_id = s.deadline_rule_id
        -- Of many cases few have a deadline that runs: each is looked up by its key.
        CROSS JOIN LATERAL (SELECT f.case_file_id, f.reference, f.company_id, f.service_name FROM case_file AS f
            WHERE f.case_file_id = s.case_file_id OFFSET 0) AS c
        """
    }

    /// The first of what is owed today. Two indexes find it in order: one has what is past and still owed, and leaves out what
    /// is void; the other what ends from today on. Only what is shown is looked up.
    private func page(_ isListed: Bool, _ wanted: [SQL]) -> SQL {
        let table: SQL = isListed ? "ministry_deadline" : "kept_deadline"
        let open: [SQL] = [isListed ? "true" : "s.ended_on IS NULL", "(s.void_on IS NULL OR s.void_on > t.today)"]
        var past: [SQL] = [
            "(s.void_on IS NULL OR s.void_on > s.sorts_on + 1)",
            "s.sorts_on < (SELECT max(\(SQL.today)) FROM regime AS r) AND s.sorts_on < t.today",
        ]
        if overdueOnly { past.append("s.when_missed <> 'deemed-not-needed'") }
        var next: [SQL] = ["s.sorts_on >= (SELECT min(\(SQL.today)) FROM regime AS r) AND s.sorts_on >= t.today"]
        if let withinDays { next.append("s.sorts_on <= t.today + \(withinDays)::integer") }
        let parts = (withinDays == nil ? [past] : []) + (overdueOnly ? [] : [next])
        let found: [SQL] = parts.map { part in
            """
            (SELECT s.deadline_id, s.sorts_on, s.case_file_id, s.deadline_no, t.today
                FROM \(table) AS s
                CROSS JOIN LATERAL (SELECT \(SQL.today) AS today FROM regime AS r WHERE r.regime = s.regime OFFSET 0) AS t
                WHERE \((open + part + wanted).joined(by: " AND "))
                ORDER BY s.sorts_on, s.case_file_id, s.deadline_no \(limit.oneMore))
            """
        }
        return """
            SELECT k.*, k.due_on - n.today AS days_left, deadline_state_of(k, n.today, false) AS state
            FROM (SELECT f.* FROM (\(found.joined(by: " UNION ALL "))) AS f
                ORDER BY f.sorts_on, f.case_file_id, f.deadline_no \(limit.oneMore)) AS n
            JOIN kept_deadline AS k ON k.deadline_id = n.deadline_id
            """
    }
}

/// A deadline and its state.
public struct DeadlineSummary: Sendable {
    /// The deadline.
    public let reference: DeadlineReference
    /// The rule's code.
    public let rule: String
    /// The rule in Korean.
    public let korean: String
    /// The rule in English.
    public let english: String
    /// The article.
    public let basis: String
    /// Who owes the act.
    public let owedBy: DeadlineDebtor
    /// For whom: a ministry or the company; nil for the lead authority.
    public let organisation: String?
    /// The company whose case it is; nil if it is not known.
    public let company: String?
    /// The service the case is about.
    public let service: String
    /// The day it runs from.
    public let startedOn: CivilDate?
    /// The last day; nil while a stop holds it up.
    public let dueOn: CivilDate?
    /// Days from today to the last day; negative past it.
    public let daysLeft: Int?
    /// The last day as it was counted when the deadline started.
    public let promisedOn: CivilDate?
    /// For a backward count: the open day by which one is safe.
    public let safeOn: CivilDate?
    /// Its state.
    public let state: DeadlineState
    /// The day it ended.
    public let endedOn: CivilDate?
    /// Of a period for tabling: the next session, if it is after its end.
    public let lateMeeting: String?
    /// That it is counted on days nobody has announced; nil where everything is known.
    public let doubt: CalendarDoubt?
    /// What has to be done by the last day, if no rule of the law set it; its name is the task's then.
    public let task: InboxTask?

    /// How it is quoted: a period by its number, what else has a last day by its case.
    public var name: String { task == nil ? reference.description : reference.caseFile.description }

    init(
        id: CaseFileID, number: String?, deadline: Int, rule: String, korean: String, english: String, basis: String,
        owedBy: DeadlineDebtor, organisation: String?, company: String?, service: String, startedOn: CivilDate?,
        dueOn: CivilDate?, daysLeft: Int?, promisedOn: CivilDate?, safeOn: CivilDate?, state: DeadlineState,
        endedOn: CivilDate?, lateMeeting: String?, doubt: CalendarDoubt?, task: InboxTask?
    ) {
        self.doubt = doubt
        reference = DeadlineReference(CaseReference(number: number, id), deadline)
        (self.rule, self.korean, self.english, self.basis) = (rule, korean, english, basis)
        (self.owedBy, self.organisation, self.company, self.service) = (owedBy, organisation, company, service)
        (self.startedOn, self.dueOn, self.daysLeft, self.promisedOn) = (startedOn, dueOn, daysLeft, promisedOn)
        (self.safeOn, self.state, self.endedOn, self.lateMeeting, self.task) = (
            safeOn, state, endedOn, lateMeeting, task
        )
    }
}
