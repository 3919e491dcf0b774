internal import Postgres
public import SandboxDomain

/// A clock with everything it is counted from, and what the database counts.
public struct ClockCount: Sendable {
    /// The clock.
    public let reference: ClockReference
    /// The rule.
    public let rule: ClockRule
    /// Who owes the act.
    public let owedBy: ClockDebtor
    /// For whom: a ministry or the company; nil for the lead authority.
    public let organisation: String?
    /// The number of the clock whose end is this one's start.
    public let anchor: Int?
    /// What it is counted from; nil if its start is not known, as that of a clock whose anchor has no end.
    public let count: PeriodCount?
    /// The end counted on the calendar known when it started.
    public let promisedOn: CivilDate?
    /// The end as the database counts it.
    public let dueOn: CivilDate?
    /// The day it ended.
    public let endedOn: CivilDate?
    /// Where it stands.
    public let state: ClockState
    /// Today, in the authority's zone.
    public let today: CivilDate
    /// The calendar it is counted on.
    let calendar: String
    /// Whether silence at its end has been recorded.
    let hasLapsed: Bool

    /// The clocks that a condition on `clock_state() AS s` picks, by case and number.
    static func list(_ session: Session, _ condition: SQL, knownOn: CivilDate? = nil) throws -> [ClockCount] {
        var clocks: [ClockCount] = []
        try forEach(session, condition, knownOn: knownOn) { clocks.append($0) }
        return clocks
    }

    /// Hands them on one by one.
    static func forEach(
        _ session: Session, _ condition: SQL, knownOn: CivilDate? = nil, _ body: (ClockCount) throws -> Void
    ) throws {
        let rules = try ClockRuleStore.byID(session, "true")
        let stops = try ClockStopRow.byClock(session, condition)
        let day: SQL = knownOn.map { "\($0)" } ?? "NULL"
        try session.stream(
            """
            SELECT c.clock_id, c.clock_rule_id, c.case_file_id, f.reference, c.clock_no, c.owed_by, o.name, a.clock_no,
                s.started_on, c.promised_on, s.due_on, s.ended_on, s.state, s.today, g.calendar,
                CASE WHEN c.floor_clock_id IS NOT NULL THEN clock_due(c.floor_clock_id, NULL, \(day)) END,
                c.length, c.unit, x.length, x.unit, c.ended_by = 'lapsed'
            FROM clock_state(NULL, \(day)) AS s
            JOIN clock AS c ON c.clock_id = s.clock_id
            JOIN case_file AS f ON f.case_file_id = s.case_file_id
            JOIN regime AS g ON g.regime = f.regime
            LEFT JOIN organisation AS o ON o.organisation_id = c.organisation_id
            LEFT JOIN clock AS a ON a.clock_id = c.anchor_clock_id
            CROSS JOIN LATERAL (SELECT sum(x.length)::integer AS length, max(x.unit::text) AS unit FROM clock_extension AS x
                WHERE x.clock_id = c.clock_id) AS x
            WHERE \(condition) ORDER BY s.case_file_id, s.clock_no
            """, ClockCountRow.init
        ) { row in
            if let rule = rules[row.ruleID] { try body(ClockCount(row, rule, stops[row.id] ?? [])) }
        }
    }

    private init(_ row: ClockCountRow, _ rule: ClockRule, _ stops: [PeriodCount.Stop]) {
        reference = ClockReference(CaseReference(number: row.caseNumber, row.caseID), row.number)
        (self.rule, owedBy, organisation, anchor) = (rule, row.owedBy, row.organisation, row.anchor)
        (promisedOn, dueOn, endedOn) = (row.promisedOn, row.dueOn, row.endedOn)
        (state, today, calendar) = (row.state, row.today, row.calendar)
        hasLapsed = row.hasLapsed ?? false
        count = row.startedOn.map { start in
            PeriodCount(
                rule.method, row.own ?? rule.length, from: start, added: row.added(by: rule), cap: rule.cap,
                stops: rule.stoppedBy.isEmpty ? [] : stops, floor: row.floor)
        }
    }
}

private struct ClockCountRow {
    let id: Int64, ruleID: Int64, caseID: CaseFileID, caseNumber: String?, number: Int, owedBy: ClockDebtor
    let organisation: String?, anchor: Int?, startedOn: CivilDate?, promisedOn: CivilDate?, dueOn: CivilDate?
    let endedOn: CivilDate?, state: ClockState, today: CivilDate, calendar: String
    let floor: CivilDate?, ownLength: Int?, ownUnit: PeriodUnit?, extended: Int?, extendedUnit: PeriodUnit?
    let hasLapsed: Bool?

    /// The length of this clock where it is another than its rule's: of a validity that was made shorter.
    var own: PeriodLength? { ownLength.flatMap { length in ownUnit.map { PeriodLength(length, $0) } } }

    /// What extensions add; in the rule's unit unless they say another, as an extension of a validity by months does.
    func added(by rule: ClockRule) -> PeriodLength? {
        extended.flatMap { sum in (extendedUnit ?? rule.extensionLength?.unit).map { PeriodLength(sum, $0) } }
    }
}

/// The stops of clocks: the days that are left out, why and on what paper.
enum ClockStopRow {
    /// The stops of one clock with their number in it.
    static func numbered(of clock: SQL) -> SQL {
        """
        SELECT x.clock_stop_id, x.supplement_id, x.began_on, x.ended_on, x.days, x.cause, x.began_by, x.paper, x.undone,
            row_number() OVER (ORDER BY x.clock_stop_id) AS number
        FROM clock_stop AS x WHERE x.clock_id = \(clock)
        """
    }

    /// Those of the clocks that a condition on `clock AS s` picks, without the undone and those of no day.
    static func byClock(_ session: Session, _ condition: SQL) throws -> [Int64: [PeriodCount.Stop]] {
        var stops: [Int64: [PeriodCount.Stop]] = [:]
        try session.stream(
            """
            SELECT s.clock_id, t.number, t.began_on + 1, t.ended_on, t.cause, coalesce(o.name, t.began_by),
                t.paper, p.supplement_no
            FROM clock AS s CROSS JOIN LATERAL (\(numbered(of: "s.clock_id"))) AS t
            LEFT JOIN supplement AS p ON p.supplement_id = t.supplement_id
            LEFT JOIN organisation AS o ON o.organisation_id = p.asked_by_id
            WHERE \(condition) AND NOT t.undone AND NOT isempty(t.days) ORDER BY s.clock_id, t.began_on
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
