public import Postgres
public import SandboxDomain

/// Legal periods that run on cases, the first to end first; those that are stopped come last.
public struct DeadlineList: RowQuery, NeedsCurrentLapses {
    /// For a company and a ministry: only those that it owes itself.
    public var mineOnly = false
    /// Only those that this organisation owes.
    public var organisation: String?
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
        .all(question(DeadlineStore.all(on: nil), where: "s.case_file_id = \(id)"), DeadlineSummary.init)
    }

    public func forEach(_ session: Session, _ body: (DeadlineSummary) throws -> Void) throws {
        var conditions: [SQL] = []
        if !ended { conditions.append(DeadlineStore.isOwed) }
        if mineOnly, let role = try Principal.current(session).role, role == .company || role == .ministry {
            conditions.append("s.organisation_id = (SELECT acting_organisation_id())")
        }
        if let organisation {
            let owner = try OrganisationStore.get(session, organisation)
            conditions.append("s.organisation_id = \(owner.id)")
        }
        if let reference { conditions.append("s.case_file_id = \(try CaseFileStore.get(session, reference).id)") }
        if let rule { conditions.append("s.rule = \(try PeriodRule.code(rule, session))") }
        if overdueOnly { conditions.append("s.state = 'overdue'") }
        if let withinDays { conditions.append("s.days_left BETWEEN 0 AND \(withinDays)") }
        let wanted: SQL = conditions.isEmpty ? "true" : conditions.joined(by: " AND ")
        let page: SQL = limit.map { "LIMIT \(Int64($0) + 1)" } ?? ""
        try session.stream(
            "\(Self.question(DeadlineStore.all(on: asOf), where: wanted)) \(page)", DeadlineSummary.init, body)
    }

    private static func question(_ deadlines: SQL, where wanted: SQL) -> SQL {
        """
        SELECT c.case_file_id, c.reference, s.deadline_no, s.rule, r.name_ko, r.name_en, r.basis, s.owed_by, o.name,
            p.name, c.service_name, s.started_on, s.due_on, s.days_left, s.promised_on, s.safe_on, s.state, s.ended_on,
            CASE WHEN s.ended_on IS NULL AND 'tabled' = ANY (r.ends_on)
                AND s.due_on < (SELECT max(m.held_on) FROM meeting AS m WHERE m.frozen_at IS NULL)
                THEN late_meeting(s.case_file_id, s.due_on) END
        FROM \(deadlines) AS s
        JOIN deadline_rule AS r ON r.deadline_rule_id = s.deadline_rule_id
        -- Of many cases few have a deadline that runs: each is looked up by its key.
        CROSS JOIN LATERAL (SELECT f.case_file_id, f.reference, f.company_id, f.service_name FROM case_file AS f
            WHERE f.case_file_id = s.case_file_id OFFSET 0) AS c
        LEFT JOIN organisation AS o ON o.organisation_id = s.organisation_id
        LEFT JOIN organisation AS p ON p.organisation_id = c.company_id
        WHERE \(wanted)
        ORDER BY s.due_on, s.case_file_id, s.deadline_no
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

    init(
        id: CaseFileID, number: String?, deadline: Int, rule: String, korean: String, english: String, basis: String,
        owedBy: DeadlineDebtor, organisation: String?, company: String?, service: String, startedOn: CivilDate?,
        dueOn: CivilDate?, daysLeft: Int?, promisedOn: CivilDate?, safeOn: CivilDate?, state: DeadlineState,
        endedOn: CivilDate?, lateMeeting: String?
    ) {
        reference = DeadlineReference(CaseReference(number: number, id), deadline)
        (self.rule, self.korean, self.english, self.basis) = (rule, korean, english, basis)
        (self.owedBy, self.organisation, self.company, self.service) = (owedBy, organisation, company, service)
        (self.startedOn, self.dueOn, self.daysLeft, self.promisedOn) = (startedOn, dueOn, daysLeft, promisedOn)
        (self.safeOn, self.state, self.endedOn, self.lateMeeting) = (safeOn, state, endedOn, lateMeeting)
    }
}
