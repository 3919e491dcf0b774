public import Postgres
public import SandboxDomain

/// How far the law roadmaps have come.
public struct RoadmapProgress: Query {
    /// How tasks are grouped.
    public enum Grouping: String, StableCode {
        /// The parts of each roadmap, in its order.
        case area
        /// Who owes them; a task owed by two ministries counts for both, and once in the total.
        case ministry
        /// Whole roadmaps.
        case roadmap
    }

    /// How tasks are grouped.
    public var grouping = Grouping.area
    /// Only this roadmap; nil for all.
    public var roadmap: RoadmapCode?
    /// The day to look at; nil for today. Statuses are then those the event log knows of the end of that day.
    public var asOf: CivilDate?

    /// All roadmaps, today, by area.
    public init() {}

    public func answer(_ session: Session) throws -> ProgressReport {
        if let roadmap { _ = try RoadmapStore.get(session, roadmap) }
        let rows = try session.all(
            .embedded("roadmap_progress", binding: asOf, grouping.rawValue, roadmap?.text), ProgressRow.init)
        return ProgressReport(groups: rows.filter { !$0.isTotal }, total: rows.first(where: \.isTotal))
    }
}

/// How far the law roadmaps have come.
public struct ProgressReport: Sendable {
    /// One row for each group.
    public let groups: [ProgressRow]
    /// All tasks, each once; nil if there are none.
    public let total: ProgressRow?
}

/// How many tasks of a group are at which point.
public struct ProgressRow: Sendable {
    let isTotal: Bool
    /// The roadmap's code; nil where tasks of several are counted.
    public let roadmap: String?
    /// The area, ministry or roadmap; nil for tasks that have none, and in the total.
    public let name: String?
    /// The day looked at.
    public let asOf: CivilDate
    /// All tasks.
    public let tasks: Int
    /// The changed law is in force.
    public let done: Int
    /// Between drafting and promulgation.
    public let underWay: Int
    /// Promised, not begun.
    public let notBegun: Int
    /// Ended without a change of law of their own: dropped, merged, superseded.
    public let ended: Int
    /// Nobody has said.
    public let undetermined: Int
    /// The last day has passed, and the task is known not to have ended.
    public let overdue: Int
    /// The last day has passed, and nobody has said how far the task has come.
    public let pastTargetUndetermined: Int
    /// Visible cases linked to tasks that have not ended.
    public let casesWaiting: Int
    /// Tasks recorded after the day looked at: what is counted for them is their first recorded status.
    public let recordedLater: Int

    init(
        isTotal: Bool, roadmap: String?, name: String?, asOf: CivilDate, tasks: Int, done: Int, underWay: Int,
        notBegun: Int, ended: Int, undetermined: Int, overdue: Int, pastTargetUndetermined: Int, casesWaiting: Int,
        recordedLater: Int
    ) {
        (self.isTotal, self.roadmap, self.name, self.asOf) = (isTotal, roadmap, name, asOf)
        (self.tasks, self.done, self.underWay, self.notBegun) = (tasks, done, underWay, notBegun)
        (self.ended, self.undetermined, self.overdue) = (ended, undetermined, overdue)
        (self.pastTargetUndetermined, self.casesWaiting) = (pastTargetUndetermined, casesWaiting)
        self.recordedLater = recordedLater
    }
}
