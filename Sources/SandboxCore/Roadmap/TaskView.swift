public import Postgres
public import SandboxDomain

/// One reform task in full.
public struct TaskView: Query {
    let reference: TaskReference

    /// - Parameter reference: a task by any of the roadmaps it stands in.
    public init(_ reference: TaskReference) { self.reference = reference }

    /// Answers the question.
    public func answer(_ session: Session) throws -> TaskDetail {
        let task = try TaskStore.get(session, reference)
        let entries = try TaskList.of(task.id).answer(session)
        let named = TaskReference(roadmap: reference.roadmap, number: task.number)
        guard let summary = entries.first(where: { $0.reference == named }) else {
            throw NotFound(.reformTask, reference.description)
        }
        let cases = try session.all(
            """
            SELECT c.case_file_id, c.reference, o.name, c.service_name, c.stage, authority_date(c.regime, k.linked_at)
            FROM case_task AS k JOIN case_file AS c USING (case_file_id)
            JOIN organisation AS o ON o.organisation_id = c.company_id
            WHERE k.reform_task_id = \(task.id) ORDER BY c.case_file_id
            """, WaitingCase.init)
        let names = try session.all("SELECT roadmap, name FROM roadmap") { (code: String, name: String) in (code, name)
        }
        let roadmaps = Dictionary(uniqueKeysWithValues: names)
        return TaskDetail(
            summary: summary, roadmap: roadmaps[reference.roadmap.text] ?? "",
            others: entries.map(\.reference).filter { $0 != named }, cases: cases)
    }
}

/// One reform task in full.
public struct TaskDetail: Sendable {
    /// What a list says of it.
    public let summary: TaskSummary
    /// The name of the roadmap it was asked for by.
    public let roadmap: String
    /// The other roadmaps it stands in.
    public let others: [TaskReference]
    /// The visible cases that wait for it.
    public let cases: [WaitingCase]
}

/// A case that waits for a change of law.
public struct WaitingCase: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The company.
    public let company: String
    /// The service.
    public let service: String
    /// Its stage.
    public let stage: Stage
    /// The day it was linked.
    public let linkedOn: CivilDate

    init(id: CaseFileID, number: String?, company: String, service: String, stage: Stage, linkedOn: CivilDate) {
        reference = CaseReference(number: number, id)
        (self.company, self.service, self.stage, self.linkedOn) = (company, service, stage, linkedOn)
    }
}
