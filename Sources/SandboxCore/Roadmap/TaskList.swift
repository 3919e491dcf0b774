public import Postgres
public import SandboxDomain

/// The reform tasks of the roadmaps, in the order of each roadmap. A task of two roadmaps is listed in both.
public struct TaskList: RowQuery {
    /// Only this roadmap's.
    public var roadmap: RoadmapCode?
    /// Only this regime's; nil for all, or for the desk those of its authority.
    public var regime: RegimeCode?
    /// Only those this ministry owes.
    public var ministry: String?
    /// Only these statuses; empty for all.
    public var statuses: [ReformStatus] = []
    /// Only those that change this law.
    public var law: String?
    /// The maximum number of rows, plus one that tells the caller that there are more; nil for all.
    public var limit: Int?
    var taskID: ReformTaskID?

    /// Everything.
    public init() {}

    static func of(_ id: ReformTaskID) -> TaskList {
        var list = TaskList()
        list.taskID = id
        return list
    }

    public func forEach(_ session: Session, _ body: (TaskSummary) throws -> Void) throws {
        if let roadmap { _ = try RoadmapStore.get(session, roadmap) }
        try session.stream(
            """
            SELECT r.roadmap, e.task_no, e.area, t.title,
                ministry.names, ministry.confirmed, law.names, law.confirmed,
                e.target, e.target_from, e.target_to, e.target_kind, t.status, t.status_note, f.in_force_on, f.is_exact, t.source, t.version,
                e.target_to < authority_date(r.regime),
                (SELECT count(*) FROM case_task AS c WHERE c.reform_task_id = t.reform_task_id)
            FROM roadmap_entry AS e
            JOIN roadmap AS r USING (roadmap_id)
            JOIN reform_task AS t USING (reform_task_id)
            JOIN task_in_force AS f USING (reform_task_id)
            CROSS JOIN LATERAL (
                SELECT array_agg(o.name::text ORDER BY o.name) AS names, array_agg(m.confirmed ORDER BY o.name) AS confirmed
                FROM task_ministry AS m JOIN organisation AS o ON o.organisation_id = m.ministry_id
                WHERE m.reform_task_id = t.reform_task_id) AS ministry
            CROSS JOIN LATERAL (
                SELECT array_agg(l.law::text ORDER BY l.law) AS names, array_agg(l.confirmed ORDER BY l.law) AS confirmed
                FROM task_law AS l WHERE l.reform_task_id = t.reform_task_id) AS law
            WHERE \(try conditions(session).joined(by: " AND ")) ORDER BY r.roadmap, e.position \(limit.oneMore)
            """, TaskSummary.init, body)
    }

    private func conditions(_ session: Session) throws -> [SQL] {
        var list: [SQL] = ["true"]
        if let taskID { list.append("t.reform_task_id = \(taskID)") }
        if taskID == nil, roadmap == nil, let wanted = try RegimeStore.listed(session, regime, "r.regime") {
            list.append(wanted)
        }
        if let roadmap { list.append("r.roadmap = \(roadmap.text)") }
        if !statuses.isEmpty { list.append("t.status = ANY (\(statuses.map(\.rawValue))::text[])") }
        if let law {
            list.append(
                """
                EXISTS (SELECT FROM task_law AS l
                    WHERE l.reform_task_id = t.reform_task_id AND law_identity(l.law) = law_identity(\(normalised(law))))
                """)
        }
        if let ministry {
            list.append(
                """
                EXISTS (SELECT FROM task_ministry AS m WHERE m.reform_task_id = t.reform_task_id
                    AND m.ministry_id = \(try OrganisationStore.get(session, ministry).id))
                """)
        }
        return list
    }
}

/// One reform task in one roadmap.
public struct TaskSummary: Sendable {
    /// How it is quoted.
    public let reference: TaskReference
    /// The part of the roadmap it is in.
    public let area: String?
    /// What is to be done.
    public let title: String
    /// The ministries that owe it.
    public let ministries: [Attributed]
    /// The laws to be changed or made.
    public let laws: [Attributed]
    /// When it was to be done, in the words of the roadmap.
    public let target: String?
    /// The first day those words mean.
    public let targetFrom: CivilDate?
    /// The last day those words mean.
    public let targetTo: CivilDate?
    /// Which milestone those words mean.
    public let targetKind: Milestone
    /// How far it has come.
    public let status: ReformStatus
    /// What is known about that.
    public let note: String?
    /// The entry into force of the changed law.
    public let inForceOn: CivilDate?
    /// Whether that is the very day; otherwise the last it can have been.
    public let isInForceExact: Bool
    /// Where it is written.
    public let source: String?
    /// Counted up by every change.
    public let version: Int
    /// Whether the last day has passed, and nobody has said that the task is ended. Nil: it has no last day, or nobody has
    /// said anything.
    public let isOverdue: Bool?
    /// How many visible cases are linked to it.
    public let cases: Int

    init(
        roadmap: String, number: String, area: String?, title: String, ministries: [String]?,
        ministriesConfirmed: [Bool]?, laws: [String]?, lawsConfirmed: [Bool]?, target: String?, targetFrom: CivilDate?,
        targetTo: CivilDate?, targetKind: Milestone, status: ReformStatus, note: String?, inForceOn: CivilDate?,
        isInForceExact: Bool, source: String?, version: Int, isPast: Bool?, cases: Int
    ) throws {
        func attributed(_ names: [String]?, _ confirmed: [Bool]?) -> [Attributed] {
            zip(names ?? [], confirmed ?? []).map { Attributed(name: $0, isConfirmed: $1) }
        }
        reference = TaskReference(roadmap: try RoadmapCode(roadmap), number: number)
        (self.area, self.title, self.target) = (area, title, target)
        (self.targetFrom, self.targetTo, self.targetKind) = (targetFrom, targetTo, targetKind)
        self.ministries = attributed(ministries, ministriesConfirmed)
        self.laws = attributed(laws, lawsConfirmed)
        (self.status, self.note, self.inForceOn, self.source) = (status, note, inForceOn, source)
        (self.version, self.cases, self.isInForceExact) = (version, cases, isInForceExact)
        isOverdue = status == .undetermined ? nil : status.isEnded ? false : isPast
    }
}
