internal import Postgres
internal import SandboxDomain

enum MilestoneStore {
    /// What an act needs to know of a milestone of a task.
    struct Facts {
        /// The authority's today.
        let today: CivilDate
        /// The first promise and the day it was made.
        let baseline: String?
        let baselineOn: CivilDate?
        /// How often it was said to have been reached.
        let arrivals: Int
    }

    static func find(_ session: Session, _ task: ReformTaskID, _ milestone: Milestone) throws -> Facts {
        try session.one(
            """
            SELECT task_today(\(task)), f.said, f.said_on,
                (SELECT count(*) FROM arrival AS a WHERE a.reform_task_id = \(task) AND a.kind = \(milestone))
            FROM (SELECT) AS always
            LEFT JOIN forecast AS f ON f.reform_task_id = \(task) AND f.kind = \(milestone) AND f.forecast_no = 1
            """, Facts.init)
    }

    /// The last milestone of a task for which anything was promised: what a date without a milestone refers to.
    static func last(_ session: Session, _ task: ReformTaskID) throws -> Milestone? {
        try session.first(
            """
            SELECT f.kind FROM forecast AS f JOIN reform_status AS s ON s.status = f.kind
            WHERE f.reform_task_id = \(task) ORDER BY s.position DESC LIMIT 1
            """, as: Milestone.self)
    }

    static func insertArrival(
        _ session: Session, _ task: ReformTaskID, _ milestone: Milestone, _ said: DatePhrase?, reason: String?,
        source: String?
    ) throws {
        try session.execute(
            """
            INSERT INTO arrival (reform_task_id, kind, said, said_from, said_to, reason, source)
            VALUES (\(task), \(milestone), \(said?.text), \(said?.first), \(said?.last), \(reason), \(source))
            """)
    }

    /// Moves tasks forward to the last milestone they have reached; those that are further, or have ended, stay.
    static func advance(_ session: Session, _ tasks: [ReformTaskID]) throws {
        try session.execute(
            """
            UPDATE reform_task AS t SET status = r.kind
            FROM (
                SELECT DISTINCT ON (a.reform_task_id) a.reform_task_id, a.kind, s.position
                FROM (
                    SELECT DISTINCT ON (a.reform_task_id, a.kind) a.reform_task_id, a.kind, a.said_to FROM arrival AS a
                    WHERE a.reform_task_id = ANY (\(tasks)) ORDER BY a.reform_task_id, a.kind, a.arrival_no DESC
                ) AS a JOIN reform_status AS s ON s.status = a.kind
                WHERE a.said_to IS NOT NULL ORDER BY a.reform_task_id, s.position DESC
            ) AS r, reform_status AS now
            WHERE t.reform_task_id = r.reform_task_id AND now.status = t.status
                AND (now.status = 'undetermined' OR (now.is_on_course AND now.position < r.position))
            """)
    }
}

extension TaskStore {
    /// A task about which the acting person may speak, and which is not continued by another one.
    /// - Throws: `NotPermitted`, `Refusal.roadmap(.taskNotOwed)`, `Refusal.roadmap(.taskContinued)`.
    static func spoken(_ session: Session, _ reference: TaskReference) throws -> Facts {
        let principal = try Principal.current(session)
        let task = try get(session, reference)
        try ReformRule.mayUpdate(as: principal.role, isOwing: task.isOwing, owing: task.owing)
        try ReformRule.maySpeak(of: continuation(session, task.id))
        return task
    }

    /// How the task is quoted that continues a merged or superseded one.
    static func continuation(_ session: Session, _ task: ReformTaskID) throws -> TaskReference? {
        try session.first(
            """
            SELECT r.roadmap, e.task_no FROM task_merge AS m JOIN roadmap_entry AS e ON e.reform_task_id = m.into_id
            JOIN roadmap AS r USING (roadmap_id) WHERE m.reform_task_id = \(task) ORDER BY r.roadmap_id DESC LIMIT 1
            """
        ) { (roadmap: String, number: String) in
            TaskReference(roadmap: try RoadmapCode(roadmap), number: number)
        }
    }
}
