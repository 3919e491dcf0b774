internal import Postgres
public import SandboxDomain

/// A deadline with everything it is counted from, and what the database counts.
public struct DeadlineCount: Sendable {
    /// The deadline.
    public let reference: DeadlineReference
    /// The rule.
    public let rule: DeadlineRule
    /// Who owes the act.
    public let owedBy: DeadlineDebtor
    /// For whom: a ministry or the company; nil for the lead authority.
    public let organisation: String?
    /// The number of the deadline whose end is this one's start.
    public let anchor: Int?
    /// Whether it runs from the end of another deadline, and not from an event of its own.
    public let startsAtEnd: Bool
    /// What it is about, if about a disposition.
    let disposition: DispositionKind?
    /// What it is counted from; nil if its start is not known, as that of a deadline whose anchor has no end.
    public let count: PeriodCount?
    /// The end counted on the calendar known when it started.
    public let promisedOn: CivilDate?
    /// The end as the database counts it.
    public let dueOn: CivilDate?
    /// The day it ended.
    public let endedOn: CivilDate?
    /// Its state.
    public let state: DeadlineState
    /// Today, in the authority's zone.
    public let today: CivilDate
    /// The calendar it is counted on.
    let calendar: String
    /// Whether silence at its end has been recorded.
    let hasLapsed: Bool

    /// The deadlines that a condition on `deadline_today AS s` picks, by case and number.
    static func list(_ session: Session, _ condition: SQL, knownOn: CivilDate? = nil) throws -> [DeadlineCount] {
        var deadlines: [DeadlineCount] = []
        try forEach(session, condition, knownOn: knownOn) { deadlines.append($0) }
        return deadlines
    }

    /// Hands them on one by one. With `isAnew` they are counted, otherwise as they are kept.
    static func forEach(
        _ session: Session, _ condition: SQL, knownOn: CivilDate? = nil, isAnew: Bool = false,
        _ body: (DeadlineCount) throws -> Void
    ) throws {
        let rules = try DeadlineRuleStore.byID(session, "true")
        let stops = try DeadlineStopRow.byDeadline(session, condition)
        let counted: SQL =
            knownOn.map { "deadline_state(NULL, \($0))" } ?? (isAnew ? "deadline_state()" : "deadline_today")
        try session.stream(
            """
            SELECT c.deadline_id, c.deadline_rule_id, c.case_file_id, f.reference, c.deadline_no, c.owed_by, o.name, a.deadline_no,
                s.started_on, c.promised_on, s.due_on, s.ended_on, s.state, s.today, g.calendar,
                CASE WHEN c.floor_deadline_id IS NOT NULL THEN
                    (SELECT f.due_on FROM \(counted) AS f WHERE f.deadline_id = c.floor_deadline_id) END,
                c.length, c.unit, x.length, x.unit, c.ended_by = 'lapsed' AND f.stage = 'consulting',
                c.anchor_deadline_id IS NOT NULL AND c.started_on IS DISTINCT FROM s.started_on,
                CASE WHEN c.subject = 'objection' THEN (SELECT d.kind FROM disposition AS d WHERE d.disposition_id = c.subject_id) END
            FROM \(counted) AS s
            JOIN deadline AS c ON c.deadline_id = s.deadline_id
            JOIN case_file AS f ON f.case_file_id = s.case_file_id
            JOIN regime AS g ON g.regime = f.regime
            LEFT JOIN organisation AS o ON o.organisation_id = c.organisation_id
            LEFT JOIN deadline AS a ON a.deadline_id = c.anchor_deadline_id
            CROSS JOIN LATERAL (SELECT sum(x.length)::integer AS length, max(x.unit::text) AS unit FROM deadline_extension AS x
                WHERE x.deadline_id = c.deadline_id) AS x
            WHERE \(condition) ORDER BY s.case_file_id, s.deadline_no
            """, DeadlineCountRow.init
        ) { row in
            if let rule = rules[row.ruleID] { try body(DeadlineCount(row, rule, stops[row.id] ?? [])) }
        }
    }

    private init(_ row: DeadlineCountRow, _ rule: DeadlineRule, _ stops: [PeriodCount.Stop]) {
        reference = DeadlineReference(CaseReference(number: row.caseNumber, row.caseID), row.number)
        (self.rule, owedBy, organisation, anchor) = (rule, row.owedBy, row.organisation, row.anchor)
        (promisedOn, dueOn, endedOn) = (row.promisedOn, row.dueOn, row.endedOn)
        (state, today, calendar) = (row.state, row.today, row.calendar)
        hasLapsed = row.hasLapsed ?? false
        (startsAtEnd, disposition) = (row.startsAtEnd, row.disposition)
        count = row.startedOn.map { start in
            PeriodCount(
                rule.method, row.own ?? rule.length, from: start, added: row.added(by: rule),
                extendsFromExpiry: rule.extendsFromExpiry, cap: rule.cap, stops: rule.stoppedBy.isEmpty ? [] : stops,
                floor: row.floor)
        }
    }
}

private struct DeadlineCountRow {
    let id: Int64, ruleID: Int64, caseID: CaseFileID, caseNumber: String?, number: Int, owedBy: DeadlineDebtor
    let organisation: String?, anchor: Int?, startedOn: CivilDate?, promisedOn: CivilDate?, dueOn: CivilDate?
    let endedOn: CivilDate?, state: DeadlineState, today: CivilDate, calendar: String
    let floor: CivilDate?, ownLength: Int?, ownUnit: PeriodUnit?, extended: Int?, extendedUnit: PeriodUnit?
    let hasLapsed: Bool?, startsAtEnd: Bool, disposition: DispositionKind?

    /// The length of this deadline where it differs from its rule's, as for a validity that was made shorter.
    var own: PeriodLength? { ownLength.flatMap { length in ownUnit.map { PeriodLength(length, $0) } } }

    /// What extensions add; in the rule's unit unless they say another, as an extension of a validity by months does.
    func added(by rule: DeadlineRule) -> PeriodLength? {
        extended.flatMap { sum in (extendedUnit ?? rule.extensionLength?.unit).map { PeriodLength(sum, $0) } }
    }
}

/// The stops of deadlines: the days that are left out, why and on what paper.
enum DeadlineStopRow {
    /// The stops of one deadline with their number in it.
    static func numbered(of deadline: SQL) -> SQL {
        """
        SELECT x.deadline_stop_id, x.supplement_id, x.began_on, x.ended_on, x.days, x.cause, x.began_by, x.paper, x.undone,
            row_number() OVER (ORDER BY x.deadline_stop_id) AS number
        FROM deadline_stop AS x WHERE x.deadline_id = \(deadline)
        """
    }

    /// Those of the deadlines that a condition on `deadline AS s` picks, without those that were undone or cover no
    /// day.
    static func byDeadline(_ session: Session, _ condition: SQL) throws -> [Int64: [PeriodCount.Stop]] {
        var stops: [Int64: [PeriodCount.Stop]] = [:]
        try session.stream(
            """
            SELECT s.deadline_id, t.number, t.began_on, t.ended_on, t.cause, coalesce(o.name, t.began_by),
                t.paper, p.supplement_no
            FROM deadline AS s CROSS JOIN LATERAL (\(numbered(of: "s.deadline_id"))) AS t
            LEFT JOIN supplement AS p ON p.supplement_id = t.supplement_id
            LEFT JOIN organisation AS o ON o.organisation_id = p.asked_by_id
            WHERE \(condition) AND NOT t.undone AND NOT isempty(t.days) ORDER BY s.deadline_id, t.began_on
            """,
            {
                (
                    id: Int64, number: Int, first: CivilDate, last: CivilDate?, cause: StopCause, actor: String,
                    paper: String?, supplement: Int?
                ) in
                (
                    id,
                    PeriodCount.Stop(
                        from: first, to: last, number: number, cause: cause, actor: actor, paper: paper,
                        supplement: supplement)
                )
            }
        ) { stops[$0.0, default: []].append($0.1) }
        return stops
    }
}
