public import Postgres
public import SandboxDomain

/// The case files the acting person may see, the latest filed first; drafts before them.
public struct CaseList: RowQuery, NeedsCurrentLapses {
    /// Only these stages; empty for all.
    public var stages: [Stage] = []
    /// Only this regime's.
    public var regime: RegimeCode?
    /// Only these tracks; empty for all.
    public var tracks: [TrackCode] = []
    /// Only this company's.
    public var company: String?
    /// Only those this ministry is or was concerned with.
    public var ministry: String?
    /// Only those whose stage changed on this day or later, on the authority's calendar.
    public var changedSince: CivilDate?
    /// Only those that wait for this party.
    public var waitingOn: WaitingOn?
    /// Only those that are this person's work.
    public var assignedTo: RoleName?
    /// Only those in which these words are found.
    public var search: SearchWords?
    /// The maximum number of rows, plus one that tells the caller that there are more; nil for all.
    public var limit: Int?

    /// Everything visible.
    public init() {}

    public func forEach(_ session: Session, _ body: (CaseSummary) throws -> Void) throws {
        let role = try Principal.current(session).role
        let page = page(role == .ministry, try conditions(session))
        let hasWork = role.map(GroupRole.withWork.contains) ?? false
        let worker: SQL = hasWork ? "own_assignment AS w ON w.case_file_id = c.case_file_id" : SQL.noAssignment
        try session.stream(
            """
            SELECT c.case_file_id, c.reference, c.track, c.stage, (c.stage_since AT TIME ZONE r.time_zone)::date,
                (SELECT o.name FROM organisation AS o WHERE o.organisation_id = c.company_id), c.service_name,
                (c.filed_at AT TIME ZONE r.time_zone)::date, d.outcome, d.decided_on,
                (SELECT array_agg(DISTINCT t.waiting_on ORDER BY t.waiting_on) FROM open_task_today AS t
                    WHERE t.case_file_id = c.case_file_id AND NOT t.beside),
                (now() AT TIME ZONE r.time_zone)::date - (c.stage_since AT TIME ZONE r.time_zone)::date,
                k.due_on, k.due_on - (now() AT TIME ZONE r.time_zone)::date, calendar_doubt(c.regime, k.certainty),
                w.role_name, w.name
            FROM (\(page)) AS c
            JOIN regime AS r USING (regime)
            LEFT JOIN \(decision) AS d ON d.case_file_id = c.case_file_id
            LEFT JOIN \(nearest) AS k ON k.case_file_id = c.case_file_id
            LEFT JOIN \(worker)
            ORDER BY c.case_file_id DESC
            """, CaseSummary.init, body)
    }

    /// Whether few of the cases are asked for: then what is shown of each is looked up.
    private var isFew: Bool { limit != nil || changedSince != nil }

    /// The nearest end of what runs on a case: for few cases looked up case by case in what is kept, as it is today; for
    /// all of them counted once, on whatever day they are read.
    private var nearest: SQL {
        guard isFew else {
            return """
                (SELECT s.case_file_id, min(s.due_on) AS due_on, (array_agg(CASE WHEN s.safe_on IS NULL THEN s.certainty END
                    ORDER BY s.due_on))[1] AS certainty FROM deadline_today AS s
                WHERE s.ended_on IS NULL AND s.state IN ('running', 'overdue') GROUP BY s.case_file_id)
                """
        }
        return """
            LATERAL (SELECT c.case_file_id, min(s.due_on) AS due_on, (array_agg(CASE WHEN s.safe_on IS NULL THEN s.certainty END
                ORDER BY s.due_on))[1]::text AS certainty FROM kept_deadline AS s
            WHERE s.case_file_id = c.case_file_id AND s.ended_on IS NULL AND (s.void_on IS NULL OR s.void_on > \(SQL.today))
                AND CASE WHEN s.due_on < \(SQL.today) THEN s.when_missed <> 'deemed-not-needed' ELSE s.counted_end IS NOT NULL END)
            """
    }

    /// The decision in force; of a page looked up case by case, and planned once less.
    private var decision: SQL {
        guard isFew else { return "latest_decision" }
        return """
            LATERAL (SELECT x.case_file_id, x.outcome, x.decided_on FROM decision AS x
            WHERE x.case_file_id = c.case_file_id ORDER BY x.decision_no DESC LIMIT 1)
            """
    }

    /// The rows of the page, found before anything is looked up for them.
    private func page(_ isMinistry: Bool, _ conditions: [SQL]) -> SQL {
        // The policy would judge case by case; what a ministry was asked is found by its index.
        let open: Set<Stage> = [.draft, .filed, .received, .consulting]
        let isOpen: SQL = !stages.isEmpty && open.isSuperset(of: stages) ? "m.is_open" : "true"
        let asked: SQL =
            isMinistry ? "c.case_file_id IN (SELECT m.case_file_id FROM case_ministry AS m WHERE \(isOpen))" : "true"
        return """
            SELECT c.case_file_id, c.regime, c.reference, c.track, c.stage, c.stage_since, c.filed_at, c.service_name,
                c.company_id
            FROM case_file AS c WHERE \(([asked] + conditions).joined(by: " AND "))
            ORDER BY c.case_file_id DESC \(limit.oneMore)
            """
    }

    private func conditions(_ session: Session) throws -> [SQL] {
        var list: [SQL] = []
        if !stages.isEmpty { list.append("c.stage = ANY (\(stages.map(\.rawValue))::text[])") }
        if let wanted = try RegimeStore.listed(session, regime, "c.regime") { list.append(wanted) }
        if !tracks.isEmpty { list.append("c.track = ANY (\(tracks.map(\.code))::text[])") }
        if let assignedTo {
            _ = try Principal.current(session).required(GroupRole.withWork + [.auditor])
            _ = try PersonStore.existing(session, [assignedTo.text])
            list.append(
                "c.case_file_id IN (SELECT a.case_file_id FROM case_assignment AS a WHERE a.role_name = \(assignedTo.text)::name)"
            )
        }
        if let search { list.append("c.case_file_id IN (\(search.cases))") }
        if let company {
            list.append("c.company_id = \(try OrganisationStore.get(session, company).id)")
        }
        if let ministry {
            // A case of the past may name a ministry that was never entered, and as its source spells it.
            let name = normalised(ministry)
            let spellings = try session.all(
                """
                SELECT s.name FROM (SELECT DISTINCT unnest(i.ministries)::text AS name FROM imported_case AS i) AS s
                WHERE organisation_key(s.name) = ANY ((SELECT organisation_keys(\(name)))::text[])
                """, as: String.self)
            let asked: SQL
            do {
                asked = "k.ministry_id = \(try OrganisationStore.get(session, name).id)"
            } catch let missing as NotFound {
                if spellings.isEmpty { throw missing }
                asked = "false"
            }
            list.append(
                """
                c.case_file_id IN (SELECT k.case_file_id FROM consultation AS k WHERE k.recall_reason IS NULL AND (\(asked))
                    UNION SELECT i.case_file_id FROM imported_case AS i WHERE i.ministries::text[] && \(spellings)::text[])
                """)
        }
        if let changedSince {
            // A day anywhere begins at most 14 hours before it does in UTC; the index finds those, the zone decides.
            list.append("c.stage_since >= (\(changedSince)::timestamp - interval '14 hours') AT TIME ZONE 'UTC'")
            list.append(
                """
                c.stage_since >= \(changedSince)::timestamp AT TIME ZONE
                    (SELECT r.time_zone FROM regime AS r WHERE r.regime = c.regime)
                """)
        }
        switch waitingOn {
        case .nobody:
            list.append(
                "c.case_file_id NOT IN (SELECT t.case_file_id FROM open_task_today AS t WHERE NOT t.beside)")
        case let party?:
            list.append(
                """
                c.case_file_id IN (SELECT t.case_file_id FROM open_task_today AS t
                    WHERE t.waiting_on = \(party) AND NOT t.beside)
                """)
        case nil: break
        }
        return list
    }
}

/// One line of a list of cases.
public struct CaseSummary: Sendable {
    /// The reference.
    public let reference: CaseReference
    /// The track.
    public let track: TrackCode
    /// The stage.
    public let stage: Stage
    /// The day the case came to its stage; nil: of a case of the past, whose source does not say it.
    public let stageSince: CivilDate?
    /// The company.
    public let company: String
    /// The service the exemption is for.
    public let service: String
    /// The day of filing; nil for a draft, and where an imported case does not say.
    public let filedOn: CivilDate?
    /// The decision, if there is one.
    public let outcome: DecisionOutcome?
    /// The day of the decision.
    public let decidedOn: CivilDate?
    /// Whom the case waits for, also after its decision: who has to do something about the grant. Empty when nobody has.
    public let waitingOn: [WaitingOn]
    /// Days in the present stage, counted in calendar days.
    public let daysInStage: Int?
    /// The nearest end of a legal period that runs on it.
    public let dueOn: CivilDate?
    /// Days from today to that day; negative past it.
    public let daysLeft: Int?
    /// That it is counted on days nobody has announced; nil where everything is known.
    public let doubt: CalendarDoubt?
    /// Whose work it is in the reader's organisation, by login.
    public let assignedTo: String?
    /// How that person is called.
    public let assignedName: String?

    init(
        id: CaseFileID, number: String?, track: TrackCode, stage: Stage, since: CivilDate?, company: String,
        service: String, filedOn: CivilDate?, outcome: DecisionOutcome?, decidedOn: CivilDate?,
        waitingOn: [WaitingOn]?, days: Int?, dueOn: CivilDate?, daysLeft: Int?,
        doubt: CalendarDoubt?, assignedTo: String?, assignedName: String?
    ) {
        self.doubt = doubt
        (self.assignedTo, self.assignedName) = (assignedTo, assignedName)
        reference = CaseReference(number: number, id)
        (self.track, self.stage, stageSince, self.company, self.service) = (track, stage, since, company, service)
        (self.filedOn, self.outcome, self.decidedOn) = (filedOn, outcome, decidedOn)
        (self.waitingOn, daysInStage) = (waitingOn ?? [], days)
        (self.dueOn, self.daysLeft) = (dueOn, daysLeft)
    }
}

extension SQL {
    /// What takes the place of `own_assignment AS w` for whoever has no work of an organisation.
    static let noAssignment: SQL = "(SELECT NULL::name AS role_name, NULL::text AS name) AS w ON false"
}
