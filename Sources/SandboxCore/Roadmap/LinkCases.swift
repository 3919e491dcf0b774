public import Postgres
public import SandboxDomain

/// Which cases wait for a reform task, after a change of that.
public struct LinkedCases: Sendable, Hashable {
    /// The task.
    public let reference: TaskReference
    /// The cases that were linked or unlinked.
    public let changed: [CaseReference]
    /// Those for which nothing had to be done.
    public let unchanged: [CaseReference]
}

/// The desk notes that cases wait for a change of law. All are linked, or none; a link that is there stays.
public struct LinkCases: Operation {
    let task: TaskReference
    let cases: [CaseReference]

    /// - Parameter cases: filed cases.
    public init(_ task: TaskReference, to cases: [CaseReference]) { (self.task, self.cases) = (task, cases) }

    public func perform(_ session: Session) throws -> LinkedCases {
        try CaseTaskStore.change(session, task, cases) { task, ids in
            """
            INSERT INTO case_task (case_file_id, reform_task_id)
            SELECT id, \(task) FROM unnest(\(ids)) AS id
            ON CONFLICT ON CONSTRAINT case_task_pkey DO NOTHING RETURNING case_file_id
            """
        }
    }
}

/// The desk notes that cases no longer wait for a change of law.
public struct UnlinkCases: Operation {
    let task: TaskReference
    let cases: [CaseReference]

    /// - Parameter cases: filed cases.
    public init(_ task: TaskReference, from cases: [CaseReference]) { (self.task, self.cases) = (task, cases) }

    public func perform(_ session: Session) throws -> LinkedCases {
        try CaseTaskStore.change(session, task, cases) { task, ids in
            """
            SELECT r::bigint FROM remove_rows('case_task', \(task), ARRAY(SELECT unnest(\(ids))::text)) AS r
            """
        }
    }
}

private enum CaseTaskStore {
    static func change(
        _ session: Session, _ reference: TaskReference, _ cases: [CaseReference],
        _ statement: (ReformTaskID, [Int64]) -> SQL
    ) throws -> LinkedCases {
        _ = try Principal.current(session).required([.desk])
        let task = try TaskStore.get(session, reference)
        let found = try find(session, cases)
        let changed = Set(try session.all(statement(task.id, found.map(\.id.number)), as: CaseFileID.self))
        return LinkedCases(
            reference: TaskReference(roadmap: reference.roadmap, number: task.number),
            changed: found.filter { changed.contains($0.id) }.map(\.reference),
            unchanged: found.filter { !changed.contains($0.id) }.map(\.reference))
    }

    /// The cases in the order named, each once.
    /// - Throws: `NotFound` for the first that is not visible.
    private static func find(
        _ session: Session, _ cases: [CaseReference]
    ) throws -> [(id: CaseFileID, reference: CaseReference)] {
        var drafts: [Int64] = []
        for case .draft(let id) in cases { drafts.append(id.number) }
        let rows = try session.all(
            """
            SELECT case_file_id, reference FROM case_file
            WHERE reference = ANY (\(cases.map(\.description))::text[]) OR case_file_id = ANY (\(drafts))
            """
        ) { (id: CaseFileID, number: String?) in (id: id, number: number) }
        var found: [(id: CaseFileID, reference: CaseReference)] = []
        for reference in cases {
            let row = rows.first { $0.number == reference.description || .draft($0.id) == reference }
            guard let row else { throw NotFound(.caseFile, reference.description) }
            guard !found.contains(where: { $0.id == row.id }) else { continue }
            found.append((row.id, CaseReference(number: row.number, row.id)))
        }
        return found
    }
}
