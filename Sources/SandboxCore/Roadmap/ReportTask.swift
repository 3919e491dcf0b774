public import Postgres
public import SandboxDomain

/// The desk sets the days by which ministries owe a report on each of their tasks in a roadmap.
public struct ScheduleReports: Operation {
    let roadmap: RoadmapCode
    let days: [CivilDate]
    let opensBefore: Int

    /// - Parameters:
    ///   - days: the last days for the reports; those that are set already stay as they are.
    ///   - opensBefore: how many days before that day a report may be given, and waits in the inbox.
    public init(_ roadmap: RoadmapCode, due days: [CivilDate], opensBefore: Int) {
        (self.roadmap, self.days, self.opensBefore) = (roadmap, days, opensBefore)
    }

    /// Performs the act; returns the days that were new.
    public func perform(_ session: Session) throws -> [CivilDate] {
        try BadInput.check(opensBefore, in: 0...366, .opensBefore)
        _ = try Principal.current(session).required([.desk])
        let found = try RoadmapStore.get(session, roadmap)
        return try session.all(
            """
            INSERT INTO reporting_date (roadmap_id, due_on, opens_on)
            SELECT DISTINCT \(found.id), day, day - \(opensBefore)::int FROM unnest(\(days)) AS day
            ON CONFLICT ON CONSTRAINT reporting_date_pkey DO NOTHING RETURNING due_on
            """, as: CivilDate.self
        ).sorted()
    }
}

/// A report that was given.
public struct GivenReport: Sendable, Hashable {
    /// The task.
    public let reference: TaskReference
    /// The day it was due.
    public let dueOn: CivilDate
    /// Whether that day had passed.
    public let isLate: Bool
    /// How many more the ministry owes on the task.
    public let stillOwed: Int
}

/// A ministry reports on a task it owes: for the oldest reporting date that is open.
public struct ReportTask: Operation {
    /// Why the day was missed.
    public var lateReason: String?
    let reference: TaskReference
    let report: String

    /// - Parameter report: what there is to say.
    public init(_ reference: TaskReference, report: String) { (self.reference, self.report) = (reference, report) }

    public func perform(_ session: Session) throws -> GivenReport {
        let principal = try Principal.current(session)
        _ = try principal.required([.ministry])
        let task = try TaskStore.get(session, reference)
        try ReformRule.mayUpdate(as: principal.role, isOwing: task.isOwing, owing: task.owing)
        let owed = try session.all(
            """
            SELECT w.roadmap_id, w.due_on, w.opens_on, task_today(w.reform_task_id) FROM report_owed AS w
            WHERE w.reform_task_id = \(task.id) AND w.ministry_id = acting_organisation_id() ORDER BY w.due_on, w.roadmap_id
            """
        ) { (roadmap: RoadmapID, due: CivilDate, opens: CivilDate, today: CivilDate) in
            (roadmap: roadmap, due: due, opens: opens, today: today)
        }
        guard let next = owed.first else { throw Refusal.roadmap(.noReportOwed) }
        try PromiseRule.mayReport(opens: next.opens, due: next.due, today: next.today, lateReason: lateReason)
        try session.execute(
            """
            INSERT INTO task_report (roadmap_id, due_on, reform_task_id, report, late_reason)
            VALUES (\(next.roadmap), \(next.due), \(task.id), \(normalised(report)), \(lateReason.map(normalised)))
            """)
        return GivenReport(
            reference: TaskReference(roadmap: reference.roadmap, number: task.number), dueOn: next.due,
            isLate: next.due < next.today, stillOwed: owed.count - 1)
    }
}

/// The reports on reform tasks: those that were given and those that are owed, by their day.
public struct TaskReports: RowQuery {
    /// Only on tasks of this roadmap.
    public var roadmap: RoadmapCode?
    /// Only of this ministry.
    public var ministry: String?
    /// Only those that are owed.
    public var isOwedOnly = false
    /// The maximum number of rows, plus one if there are more; nil for all.
    public var limit: Int?
    var taskID: ReformTaskID?

    /// All.
    public init() {}

    public func forEach(_ session: Session, _ body: (TaskReportRow) throws -> Void) throws {
        var conditions: [SQL] = ["true"]
        if let roadmap {
            _ = try RoadmapStore.get(session, roadmap)
            conditions.append("r.roadmap = \(roadmap.text)")
        }
        if let taskID { conditions.append("x.reform_task_id = \(taskID)") }
        if let ministry {
            conditions.append("o.organisation_id = \(try OrganisationStore.get(session, ministry).id)")
        }
        if isOwedOnly { conditions.append("x.report IS NULL") }
        try session.stream(
            """
            SELECT r.roadmap, e.task_no, o.name, x.due_on, x.reported_on, x.is_missed, x.report, x.late_reason
            FROM (
                SELECT roadmap_id, reform_task_id, ministry_id, due_on, reported_on, reported_on > due_on AS is_missed,
                    report::text, late_reason::text FROM task_report
                UNION ALL
                SELECT roadmap_id, reform_task_id, ministry_id, due_on, NULL, is_missed, NULL, NULL FROM report_owed
            ) AS x
            JOIN roadmap AS r USING (roadmap_id) JOIN roadmap_entry AS e USING (roadmap_id, reform_task_id)
            JOIN organisation AS o ON o.organisation_id = x.ministry_id
            WHERE \(conditions.joined(by: " AND ")) ORDER BY x.due_on, r.roadmap, e.position, o.name \(limit.oneMore)
            """, TaskReportRow.init, body)
    }
}

/// A report that was given or is owed.
public struct TaskReportRow: Sendable {
    /// The task.
    public let reference: TaskReference
    /// Who gave it, or owes it.
    public let ministry: String
    /// The day it was or is due.
    public let dueOn: CivilDate
    /// The day it was given; nil: it is owed.
    public let reportedOn: CivilDate?
    /// Whether its day passed without it.
    public let isMissed: Bool
    /// What it says.
    public let report: String?
    /// Why the day was missed.
    public let lateReason: String?

    init(
        roadmap: String, number: String, ministry: String, dueOn: CivilDate, reportedOn: CivilDate?, isMissed: Bool,
        report: String?, lateReason: String?
    ) throws {
        reference = TaskReference(roadmap: try RoadmapCode(roadmap), number: number)
        (self.ministry, self.dueOn, self.reportedOn, self.isMissed) = (ministry, dueOn, reportedOn, isMissed)
        (self.report, self.lateReason) = (report, lateReason)
    }
}
