public import Postgres
public import SandboxDomain

/// Every grant in force with its end, the forecast of the law it waits for, and the gap between the two, the worst
/// first. Grants whose law comes too late, or at an unknown time, come before those whose law comes in time. Grants of
/// the past, whose end nobody knows, come last.
public struct ExpiriesReport: RowQuery {
    /// The day; nil for today.
    public var asOf: CivilDate?
    /// Only this track; nil for all.
    public var track: TrackCode?
    /// Only those in force for at most this many more days.
    public var withinDays: Int?
    /// Only this regime; nil for all.
    public var regime: RegimeCode?

    /// Everything visible.
    public init() {}

    public func forEach(_ session: Session, _ body: (ExpiryRow) throws -> Void) throws {
        var wanted: [SQL] = ["true"]
        if let track { wanted.append("c.track = \(track.code)") }
        if let regime { wanted.append("c.regime = \(regime)") }
        if let withinDays { wanted.append("x.last_on - x.today <= \(withinDays)") }
        try session.stream(
            """
            SELECT c.case_file_id, c.reference, g.certificate, o.name, c.service_name, x.state, x.reason, x.end_on, x.last_on,
                x.last_on - x.today, x.level, coalesce(x.tasks, '{}'), x.forecast_on, x.gap_days,
                to_char(now() AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MISS"Z"'),
                \(FeedEvent.reminder),
                \(FeedEvent.changes) + (SELECT count(*) FROM grant_act AS a WHERE a.exemption_grant_id = x.exemption_grant_id)
            FROM grant_outlook(\(asOf)) AS x
            JOIN exemption_grant AS g USING (exemption_grant_id)
            JOIN case_file AS c ON c.case_file_id = g.case_file_id
            \(FeedEvent.tables("x.last_on", daysBefore: 60))
            JOIN organisation AS o ON o.organisation_id = c.company_id
            WHERE \(wanted.joined(by: " AND "))
            ORDER BY x.state = 'unrecorded', x.gap_days IS NOT NULL AND x.gap_days <= 0, x.last_on IS NULL,
                x.gap_days IS NULL, x.gap_days DESC, x.last_on, g.exemption_grant_id
            """, ExpiryRow.init, body)
    }
}

/// A grant, its end and the law it waits for.
public struct ExpiryRow: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The number of the certificate; nil for a grant of the past, from a file.
    public let certificate: String?
    /// The holder.
    public let company: String
    /// The service.
    public let service: String
    /// The legal state.
    public let state: GrantState
    /// Why it is in it.
    public let reason: GrantReason
    /// The last day of the validity; nil: it begins with the business.
    public let endOn: CivilDate?
    /// The last day in force, as far as it is known.
    public let lastOn: CivilDate?
    /// How many days that is from the day asked about.
    public let daysLeft: Int?
    /// The highest level of the law that must change, as far as it is known.
    public let level: LawLevel?
    /// The reform tasks it waits for.
    public let tasks: [String]
    /// When the last of them is expected to be in force; nil: that is unknown for one of them, or there is none.
    public let forecastOn: CivilDate?
    /// By how many days the law comes after the end; negative: before it.
    public let gapDays: Int?
    /// When this was asked, in UTC: `20261126T072800Z`.
    public let asked: String
    /// When to be reminded of the end, in UTC: as offices open, on an open day sixty days before or earlier.
    public let reminder: String?
    /// Grows whenever something changed by which the end may have moved.
    public let sequence: Int

    init(
        id: CaseFileID, number: String?, certificate: String?, company: String, service: String, state: GrantState,
        reason: GrantReason, endOn: CivilDate?, lastOn: CivilDate?, daysLeft: Int?, level: LawLevel?, tasks: [String],
        forecastOn: CivilDate?, gapDays: Int?, asked: String, reminder: String?, sequence: Int
    ) {
        reference = CaseReference(number: number, id)
        (self.certificate, self.company, self.service) = (certificate, company, service)
        (self.state, self.reason, self.endOn, self.lastOn) = (state, reason, endOn, lastOn)
        (self.daysLeft, self.level, self.tasks) = (daysLeft, level, tasks)
        (self.forecastOn, self.gapDays, self.asked) = (forecastOn, gapDays, asked)
        (self.reminder, self.sequence) = (reminder, sequence)
    }
}
