public import Postgres
public import SandboxDomain

/// A task that another one continues.
public struct MergedTask: Sendable, Hashable {
    /// The task that ended.
    public let reference: TaskReference
    /// The one that continues it.
    public let into: TaskReference
    /// Merged or superseded.
    public let status: ReformStatus
    /// How many visible cases wait for the one that continues it now.
    public let cases: Int
}

/// The desk merges a task into another one, or says that another one supersedes it.
///
/// What waited for the old task waits for the new one, and who owed it owes the new one. The old task keeps its reference,
/// its links and its promises; whether those were kept is measured by the new one.
public struct MergeTask: Operation {
    let reference: TaskReference
    let into: TaskReference
    let status: ReformStatus
    let reason: String

    /// - Parameter isSuperseded: whether the other task replaces it instead of taking it in.
    public init(_ reference: TaskReference, into: TaskReference, reason: String, isSuperseded: Bool = false) {
        (self.reference, self.into, self.reason) = (reference, into, reason)
        status = isSuperseded ? .superseded : .merged
    }

    public func perform(_ session: Session) throws -> MergedTask {
        _ = try Principal.current(session).required([.desk])
        let old = try TaskStore.spoken(session, reference)
        let new = try TaskStore.get(session, into)
        let newReference = TaskReference(roadmap: into.roadmap, number: new.number)
        guard old.id != new.id else {
            throw BadInput(.contradiction(.value(reference.description), .value(into.description)), field: .into)
        }
        try ReformRule.mayContinue(old.status, how: status, in: new.status, newReference.description)
        try session.execute(
            """
            INSERT INTO task_merge (reform_task_id, into_id, status, reason)
            VALUES (\(old.id), \(new.id), \(status), \(normalised(reason)))
            """)
        let cases = try session.one(
            "SELECT count(*) FROM case_task WHERE reform_task_id = \(new.id)", as: Int.self)
        return MergedTask(
            reference: TaskReference(roadmap: reference.roadmap, number: old.number), into: newReference,
            status: status,
            cases: cases)
    }
}
