internal import Postgres
internal import SandboxDomain

enum TaskStore {
    /// What an act needs to know of a reform task.
    struct Facts {
        let id: ReformTaskID
        let number: String
        let status: ReformStatus
        let note: String?
        let inForceOn: CivilDate?
        let version: Int
        let owing: [String]
        let isOwing: Bool
    }

    /// The task of that reference.
    /// - Throws: `NotFound`, naming a number that was probably meant.
    static func get(_ session: Session, _ reference: TaskReference) throws -> Facts {
        let found = try session.first(
            """
            SELECT t.reform_task_id, e.task_no, t.status, t.status_note, t.in_force_on, t.version,
                coalesce((SELECT array_agg(o.name::text ORDER BY o.name) FROM task_ministry AS m
                    JOIN organisation AS o ON o.organisation_id = m.ministry_id
                    WHERE m.reform_task_id = t.reform_task_id), '{}'),
                EXISTS (SELECT FROM task_ministry AS m
                    WHERE m.reform_task_id = t.reform_task_id AND m.ministry_id = acting_organisation_id())
            FROM reform_task AS t JOIN roadmap_entry AS e USING (reform_task_id) JOIN roadmap AS r USING (roadmap_id)
            WHERE r.roadmap = \(reference.roadmap.text) AND lower(e.task_no) = lower(\(normalised(reference.number)))
            ORDER BY e.task_no = \(normalised(reference.number)) DESC LIMIT 1
            """, Facts.init)
        if let found { return found }
        let roadmaps = try session.all("SELECT roadmap FROM roadmap ORDER BY roadmap", as: String.self)
        guard roadmaps.contains(reference.roadmap.text) else {
            let meant = closestWord(to: reference.roadmap.text, among: roadmaps)
            throw NotFound(.roadmap, reference.roadmap.text, suggestion: meant)
        }
        let numbers = try session.all(
            """
            SELECT e.task_no FROM roadmap_entry AS e JOIN roadmap AS r USING (roadmap_id)
            WHERE r.roadmap = \(reference.roadmap.text) ORDER BY e.task_no
            """, as: String.self)
        let meant = closestWord(to: reference.number, among: numbers).map {
            TaskReference(roadmap: reference.roadmap, number: $0).description
        }
        throw NotFound(.reformTask, reference.description, suggestion: meant)
    }

    /// Nobody else changes the task until the transaction ends. Returns its current version.
    static func lock(_ session: Session, _ id: ReformTaskID) throws -> Int {
        try session.one("SELECT version FROM reform_task WHERE reform_task_id = \(id) FOR UPDATE", as: Int.self)
    }
}
