public import Postgres
public import SandboxDomain

/// A change of what a task is known by elsewhere.
public struct EditedReference: Sendable, Hashable {
    /// The task.
    public let reference: TaskReference
    /// What it is.
    public let kind: TaskReferenceKind
    /// How it is quoted.
    public let text: String
    /// Whether anything had to be done.
    public let isChanged: Bool
}

/// A ministry that owes a task, or the desk, notes a bill, a promulgation number, a gazette; the desk takes one away.
public struct EditReferences: Operation {
    /// Its day.
    public var datedOn: CivilDate?
    let reference: TaskReference
    let kind: TaskReferenceKind
    let text: String
    let isRemoval: Bool

    /// - Parameter text: how it is quoted, without an address: `법률 제18475호`.
    public init(_ reference: TaskReference, _ kind: TaskReferenceKind, _ text: String, isRemoval: Bool = false) {
        (self.reference, self.kind, self.text, self.isRemoval) = (reference, kind, text, isRemoval)
    }

    public func perform(_ session: Session) throws -> EditedReference {
        let principal = try Principal.current(session)
        let task = try TaskStore.get(session, reference)
        if isRemoval { _ = try principal.required([.desk]) }
        try ReformRule.mayUpdate(as: principal.role, isOwing: task.isOwing, owing: task.owing)
        let words = normalised(text)
        let change: SQL =
            isRemoval
            ? "SELECT FROM remove_rows('task_reference', \(task.id), ARRAY[\(kind.rawValue + " " + words)])"
            : """
            INSERT INTO task_reference (reform_task_id, kind, reference, dated_on)
            VALUES (\(task.id), \(kind), \(words), \(datedOn)) ON CONFLICT DO NOTHING RETURNING reform_task_id
            """
        let isChanged = try session.exists(change)
        return EditedReference(
            reference: TaskReference(roadmap: reference.roadmap, number: task.number), kind: kind, text: words,
            isChanged: isChanged)
    }
}
