public import Postgres
public import SandboxDomain

/// The desk enters an existing task into another roadmap, which may promise it again. It remains one task.
public struct EnterTask: Operation {
    /// The part of the roadmap it is in.
    public var area: String?
    /// When it is to be done, in the words of that roadmap.
    public var target: DatePhrase?
    /// Which milestone that means.
    public var targetKind = Milestone.inForce
    let reference: TaskReference
    let roadmap: RoadmapCode
    let number: String

    /// - Parameters:
    ///   - reference: the task by a roadmap it is in.
    ///   - number: its number in the other roadmap.
    public init(_ reference: TaskReference, into roadmap: RoadmapCode, as number: String) {
        (self.reference, self.roadmap, self.number) = (reference, roadmap, number)
    }

    /// Performs the act; returns how the task is quoted in the other roadmap.
    /// - Throws: `Conflict` if the task is in that roadmap, or another one has that number there.
    public func perform(_ session: Session) throws -> TaskReference {
        _ = try Principal.current(session).required([.desk])
        let task = try TaskStore.spoken(session, reference)
        let found = try RoadmapStore.get(session, roadmap)
        try session.takeTurn("roadmap \(roadmap)")
        let number = normalised(number)
        let there = try session.first(
            """
            SELECT e.task_no FROM roadmap_entry AS e
            WHERE e.roadmap_id = \(found.id) AND (e.reform_task_id = \(task.id) OR lower(e.task_no) = lower(\(number)))
            ORDER BY e.reform_task_id = \(task.id) DESC LIMIT 1
            """, as: String.self)
        if let there { throw Conflict(roadmap.text, fields: [.init("task_no", yours: number, theirs: there)]) }
        if target != nil {
            let now = try MilestoneStore.find(session, task.id, targetKind)
            try PromiseRule.mayPromise(
                saidOn: found.adoptedOn, baseline: now.baselineOn, today: now.today, reason: found.name)
        }
        try session.execute(
            """
            INSERT INTO roadmap_entry
                (roadmap_id, reform_task_id, position, task_no, area, target, target_from, target_to, target_kind)
            SELECT \(found.id), \(task.id), 1 + coalesce(max(e.position), 0), \(number), \(area.map(normalised)),
                \(target?.text), \(target?.first), \(target?.last), \(targetKind)
            FROM roadmap_entry AS e WHERE e.roadmap_id = \(found.id)
            """)
        return TaskReference(roadmap: roadmap, number: number)
    }
}
