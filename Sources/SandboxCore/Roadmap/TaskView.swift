public import Postgres
public import SandboxDomain

/// One reform task in full.
public struct TaskView: Query {
    let reference: TaskReference

    /// - Parameter reference: a task by any of the roadmaps it is in.
    public init(_ reference: TaskReference) { self.reference = reference }

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
        var milestones = MilestoneList()
        milestones.task = named
        var reports = TaskReports()
        reports.taskID = task.id
        return TaskDetail(
            summary: summary, roadmap: roadmaps[reference.roadmap.text] ?? "",
            others: entries.map(\.reference).filter { $0 != named }, graph: try TaskGraph(session, task.id),
            milestones: try milestones.answer(session), reports: try reports.answer(session), cases: cases)
    }
}

/// One reform task in full.
public struct TaskDetail: Sendable {
    /// What a list says of it.
    public let summary: TaskSummary
    /// The name of the roadmap by which it was asked for.
    public let roadmap: String
    /// The other roadmaps it is in.
    public let others: [TaskReference]
    /// What it is connected with.
    public let graph: TaskGraph
    /// Its milestones as they are today.
    public let milestones: [MilestoneRow]
    /// The reports on it that were given or are owed.
    public let reports: [TaskReportRow]
    /// The visible cases that wait for it.
    public let cases: [WaitingCase]
}

/// What a reform task is connected with.
public struct TaskGraph: Sendable {
    /// Why its status was taken back, or it ended.
    public let statusReason: String?
    /// The provisions it changes.
    public let provisions: [Provision]
    /// What it is known by elsewhere: kind, reference, day.
    public let references: [(kind: TaskReferenceKind, text: String, datedOn: CivilDate?)]
    /// The task that continues it.
    public let continuedBy: TaskReference?
    /// The tasks that it continues, with why.
    public let continues: [(reference: TaskReference, status: ReformStatus, reason: String)]
    /// What was said of its milestones, and of those of the tasks it continues, in the order in which it was said.
    public let sayings: [Saying]

    init(_ session: Session, _ task: ReformTaskID) throws {
        statusReason = try session.one(
            "SELECT status_reason FROM reform_task WHERE reform_task_id = \(task)", as: String?.self)
        provisions = try session.all(
            """
            SELECT p.law, p.article, p.level FROM task_provision AS l JOIN provision AS p USING (provision_id)
            WHERE l.reform_task_id = \(task) ORDER BY p.law, p.article NULLS FIRST
            """
        ) { (law: String, article: String?, level: LawLevel?) in Provision(law: law, article: article, level: level) }
        references = try session.all(
            """
            SELECT kind, reference, dated_on FROM task_reference WHERE reform_task_id = \(task)
            ORDER BY dated_on, kind, reference
            """
        ) { (kind: TaskReferenceKind, text: String, day: CivilDate?) in (kind: kind, text: text, datedOn: day) }
        continuedBy = try TaskStore.continuation(session, task)
        continues = try session.all(
            """
            SELECT DISTINCT ON (m.reform_task_id) r.roadmap, e.task_no, m.status, m.reason
            FROM task_merge AS m JOIN roadmap_entry AS e USING (reform_task_id) JOIN roadmap AS r USING (roadmap_id)
            WHERE m.into_id = \(task) ORDER BY m.reform_task_id, r.roadmap_id
            """
        ) { (roadmap: String, number: String, status: ReformStatus, reason: String) in
            (
                reference: TaskReference(roadmap: try RoadmapCode(roadmap), number: number), status: status,
                reason: reason
            )
        }
        sayings = try session.all(
            """
            WITH RECURSIVE part AS (
                SELECT \(task)::bigint AS reform_task_id
                UNION SELECT m.reform_task_id FROM part AS p JOIN task_merge AS m ON m.into_id = p.reform_task_id
            )
            SELECT r.roadmap, e.task_no, f.kind, f.said, f.said_on, f.forecast_no = 1, f.reason, o.name
            FROM part AS p JOIN forecast AS f USING (reform_task_id)
            JOIN LATERAL (SELECT x.roadmap_id, x.task_no FROM roadmap_entry AS x
                WHERE x.reform_task_id = f.reform_task_id ORDER BY x.roadmap_id LIMIT 1) AS e ON true
            JOIN roadmap AS r USING (roadmap_id)
            LEFT JOIN organisation AS o ON o.organisation_id = f.author_id
            ORDER BY f.said_on, f.made_at, f.reform_task_id, f.forecast_no
            """, Saying.init)
    }
}

/// What was said once of when a milestone is to be reached.
public struct Saying: Sendable {
    /// The task it was said of.
    public let reference: TaskReference
    /// The milestone.
    public let milestone: Milestone
    /// The words.
    public let said: String
    /// The day.
    public let saidOn: CivilDate
    /// Whether it is the first promise.
    public let isBaseline: Bool
    /// Why it was said again.
    public let reason: String?
    /// Who entered it.
    public let author: String?

    init(
        roadmap: String, number: String, milestone: Milestone, said: String, saidOn: CivilDate, isBaseline: Bool,
        reason: String?, author: String?
    ) throws {
        reference = TaskReference(roadmap: try RoadmapCode(roadmap), number: number)
        (self.milestone, self.said, self.saidOn, self.isBaseline) = (milestone, said, saidOn, isBaseline)
        (self.reason, self.author) = (reason, author)
    }
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
