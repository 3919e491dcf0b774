public import Postgres
public import SandboxDomain

/// How far a reform task has come now.
public struct TaskProgress: Sendable, Hashable {
    /// The task.
    public let reference: TaskReference
    /// How far it has come.
    public let status: ReformStatus
    /// What is known about that, in words.
    public let note: String?
    /// The entry into force of the changed law.
    public let inForceOn: CivilDate?
    /// Counted up by every change.
    public let version: Int
}

/// A ministry that owes a reform task, or the desk, says how far it has come.
public struct UpdateTask: Operation {
    /// What is known about the status, in words.
    public var note = Edit<String>.keep
    /// The entry into force; goes with `promulgated` and `inForce` only, and is dropped with them.
    public var inForceOn = Edit<CivilDate>.keep
    /// Why the status is taken back: a step backward, giving up, leaving the end.
    public var reason: String?
    /// The day the status was reached, if that is to be recorded as a milestone.
    public var reachedOn: CivilDate?
    let reference: TaskReference
    let status: ReformStatus
    let version: Int

    /// - Parameter version: the one the change was made from; if it is no longer the last, the change is a conflict.
    public init(_ reference: TaskReference, status: ReformStatus, version: Int) {
        (self.reference, self.status, self.version) = (reference, status, version)
    }

    /// - Throws: `Conflict` with both sides if somebody else has changed the task since.
    public func perform(_ session: Session) throws -> TaskProgress {
        let principal = try Principal.current(session)
        let seen = try TaskStore.get(session, reference)
        try ReformRule.mayUpdate(as: principal.role, isOwing: seen.isOwing, owing: seen.owing)
        if case .set(let date?) = inForceOn { try ReformRule.mayState(status, inForceOn: date) }
        _ = try TaskStore.lock(session, seen.id)
        let now = try TaskStore.get(session, reference)
        let noteNow = note.applied(to: now.note).map(normalised)
        let date = status.hasPromulgatedLaw ? inForceOn.applied(to: now.inForceOn) : nil
        let wanted = TaskProgress(
            reference: TaskReference(roadmap: reference.roadmap, number: now.number), status: status, note: noteNow,
            inForceOn: date, version: now.version)
        guard now.version == version else {
            throw Conflict(
                wanted.reference.description, yourVersion: version, theirVersion: now.version,
                fields: wanted.differences(from: now))
        }
        if wanted.differences(from: now).isEmpty { return wanted }
        try ReformRule.maySpeak(of: TaskStore.continuation(session, now.id))
        try ReformRule.mayMove(from: now.status, to: status, reason: reason)
        let version = try session.one(
            """
            UPDATE reform_task SET status = \(status), status_note = \(noteNow), in_force_on = \(date),
                status_reason = CASE WHEN status = \(status)::text THEN status_reason ELSE \(reason.map(normalised)) END
            WHERE reform_task_id = \(now.id) RETURNING version
            """, as: Int.self)
        if let reachedOn { try reach(session, now.id, reachedOn) }
        return TaskProgress(
            reference: wanted.reference, status: status, note: noteNow, inForceOn: date, version: version)
    }

    private func reach(_ session: Session, _ task: ReformTaskID, _ day: CivilDate) throws {
        guard let milestone = Milestone(rawValue: status.rawValue) else {
            throw BadInput(.contradiction(.field(.on), .said(.status, status.rawValue)), field: .on)
        }
        let known = try MilestoneStore.find(session, task, milestone)
        try PromiseRule.mayArrive(day, isFirst: known.arrivals == 0, today: known.today, reason: reason)
        try MilestoneStore.insertArrival(
            session, task, milestone, DatePhrase(day.description), reason: reason.map(normalised), source: nil)
    }
}

extension TaskProgress {
    fileprivate func differences(from theirs: TaskStore.Facts) -> [Conflict.Field] {
        let fields = [
            Conflict.Field("status", yours: status.rawValue, theirs: theirs.status.rawValue),
            Conflict.Field("status_note", yours: note, theirs: theirs.note),
            Conflict.Field(
                "in_force_on", yours: inForceOn.map(\.description), theirs: theirs.inForceOn.map(\.description)),
        ]
        return fields.filter { $0.yours != $0.theirs }
    }
}
