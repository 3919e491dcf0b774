public import Postgres
public import SandboxDomain

/// What was said of a milestone.
public struct MilestoneStatement: Sendable, Hashable {
    /// The task.
    public let reference: TaskReference
    /// The milestone.
    public let milestone: Milestone
    /// When it is to be reached, or was: in the words in which it was said; nil when something was taken back.
    public let said: DatePhrase?
    /// The first promise of it, from which slip is counted.
    public let baseline: String?
    /// How far the task has come.
    public let status: ReformStatus
}

/// A ministry that owes a task, or the desk, says when a milestone is to be reached.
///
/// The first time is the baseline, which nobody can change. Each later time is a forecast and says why.
public struct PromiseMilestone: Operation {
    /// The day it was said; nil for today.
    public var saidOn: CivilDate?
    /// Why it is promised again.
    public var reason: String?
    /// Where it is written.
    public var source: String?
    let reference: TaskReference
    let milestone: Milestone?
    let said: DatePhrase
    let isFirst: Bool

    /// - Parameters:
    ///   - milestone: nil for the last one that was promised, or entry into force.
    ///   - isFirst: whether this is to be the first promise; then it is refused when there is one.
    public init(_ reference: TaskReference, _ milestone: Milestone?, said: DatePhrase, isFirst: Bool = false) {
        (self.reference, self.milestone, self.said, self.isFirst) = (reference, milestone, said, isFirst)
    }

    public func perform(_ session: Session) throws -> MilestoneStatement {
        let task = try TaskStore.spoken(session, reference)
        _ = try TaskStore.lock(session, task.id)
        let milestone = try milestone ?? MilestoneStore.last(session, task.id) ?? .inForce
        let now = try MilestoneStore.find(session, task.id, milestone)
        if isFirst { try PromiseRule.mayBegin(now.baseline, on: now.baselineOn) }
        try PromiseRule.mayPromise(saidOn: saidOn, baseline: now.baselineOn, today: now.today, reason: reason)
        try session.execute(
            """
            INSERT INTO forecast (reform_task_id, kind, said, said_from, said_to, said_on, reason, source)
            VALUES (\(task.id), \(milestone), \(said.text), \(said.first), \(said.last), \(saidOn),
                \(reason.map(normalised)), \(source.map(normalised)))
            """)
        return MilestoneStatement(
            reference: TaskReference(roadmap: reference.roadmap, number: task.number), milestone: milestone, said: said,
            baseline: now.baseline ?? said.text, status: task.status)
    }
}

/// A ministry that owes a task, or the desk, says that a milestone has been reached, or that it has not after all.
///
/// A task that has not come as far moves forward to the milestone.
public struct ReachMilestone: Operation {
    /// Why what was said before is corrected.
    public var reason: String?
    /// Where it is written.
    public var source: String?
    let reference: TaskReference
    let milestone: Milestone
    let day: DatePhrase?

    /// - Parameter day: the day, or the period when no more is known; nil takes back what was said.
    public init(_ reference: TaskReference, _ milestone: Milestone, on day: DatePhrase?) {
        (self.reference, self.milestone, self.day) = (reference, milestone, day)
    }

    public func perform(_ session: Session) throws -> MilestoneStatement {
        if let day, day.last == nil { throw BadInput(.notAPeriod(day.text), field: .on) }
        let task = try TaskStore.spoken(session, reference)
        _ = try TaskStore.lock(session, task.id)
        let now = try MilestoneStore.find(session, task.id, milestone)
        try PromiseRule.mayArrive(day?.last, isFirst: now.arrivals == 0, today: now.today, reason: reason)
        try MilestoneStore.insertArrival(
            session, task.id, milestone, day, reason: reason.map(normalised), source: source.map(normalised))
        try MilestoneStore.advance(session, [task.id])
        let status = try session.one(
            "SELECT status FROM reform_task WHERE reform_task_id = \(task.id)", as: ReformStatus.self)
        return MilestoneStatement(
            reference: TaskReference(roadmap: reference.roadmap, number: task.number), milestone: milestone, said: day,
            baseline: now.baseline, status: status)
    }
}
