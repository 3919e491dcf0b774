internal import Postgres
internal import SandboxDomain

enum RoadmapStore {
    /// A roadmap that is there.
    struct Facts {
        let id: RoadmapID
        let name: String
        let adoptedOn: CivilDate?

        func differences(from name: String, _ adoptedOn: CivilDate?) -> [Conflict.Field] {
            [
                Conflict.Field("name", yours: name, theirs: self.name),
                Conflict.Field(
                    "adopted_on", yours: adoptedOn.map(\.description), theirs: self.adoptedOn.map(\.description)),
            ].filter { $0.yours != $0.theirs }
        }
    }

    static func find(_ session: Session, _ code: RoadmapCode) throws -> Facts? {
        try session.first("SELECT roadmap_id, name, adopted_on FROM roadmap WHERE roadmap = \(code.text)", Facts.init)
    }

    /// - Throws: `NotFound`, naming one that was probably meant.
    static func get(_ session: Session, _ code: RoadmapCode) throws -> Facts {
        if let found = try find(session, code) { return found }
        let known = try session.all("SELECT roadmap FROM roadmap ORDER BY roadmap", as: String.self)
        throw NotFound(.roadmap, code.text, suggestion: closestWord(to: code.text, among: known))
    }

    /// Enters tasks in their order, with what belongs to them.
    /// - Parameter met: the ministries they name.
    static func insert(
        _ session: Session, _ tasks: [RoadmapTask], into roadmap: RoadmapID, _ met: OrganisationStore.Met
    ) throws {
        // Identities rise in the order of the rows; RETURNING promises no order.
        let ids = try session.all(
            """
            INSERT INTO reform_task (title, status, status_note, source)
            SELECT t.title, t.status, t.note, t.source
            FROM unnest(\(tasks.map(\.title))::text[], \(tasks.map(\.status.rawValue))::text[],
                \(tasks.map(\.statusNote))::text[], \(tasks.map(\.source))::text[])
                WITH ORDINALITY AS t (title, status, note, source, place)
            ORDER BY t.place RETURNING reform_task_id
            """, as: ReformTaskID.self
        ).sorted()
        try session.execute(
            """
            INSERT INTO roadmap_entry
                (roadmap_id, reform_task_id, task_no, area, target, target_from, target_to, target_kind, position)
            SELECT \(roadmap), e.*
            FROM unnest(\(ids), \(tasks.map(\.number))::text[], \(tasks.map(\.area))::text[],
                \(tasks.map { $0.target?.text })::text[], \(tasks.map { $0.target?.first?.description })::date[],
                \(tasks.map { $0.target?.last?.description })::date[], \(tasks.map(\.targetKind.rawValue))::text[])
                WITH ORDINALITY AS e
            """)
        let ministries = zip(ids, tasks).flatMap { id, task in
            task.ministries.map { (id, met.ids[$0.name], $0.isConfirmed) }
        }
        try session.execute(
            """
            INSERT INTO task_ministry (reform_task_id, ministry_id, confirmed)
            SELECT m.task, m.ministry, bool_or(m.confirmed)
            FROM unnest(\(ministries.map(\.0)), \(ministries.map(\.1?.number))::bigint[], \(ministries.map(\.2)))
                AS m (task, ministry, confirmed) GROUP BY m.task, m.ministry
            """)
        let laws = zip(ids, tasks).flatMap { id, task in task.laws.map { (id, $0) } }
        try session.execute(
            """
            INSERT INTO provision (law, level)
            SELECT l.law, level_of_law(l.law) FROM (SELECT DISTINCT law FROM unnest(\(laws.map(\.1.name))::text[]) AS law) AS l
            ORDER BY l.law ON CONFLICT ON CONSTRAINT provision_law_article_key DO NOTHING
            """)
        try session.execute(
            """
            INSERT INTO task_provision (reform_task_id, provision_id, confirmed)
            SELECT l.task, p.provision_id, l.confirmed
            FROM unnest(\(laws.map(\.0)), \(laws.map(\.1.name))::text[], \(laws.map(\.1.isConfirmed))) AS l (task, law, confirmed)
            JOIN provision AS p ON p.law = l.law AND p.article IS NULL
            """)
    }

    /// Where a file differs from the register about a roadmap; the status is not compared, because it changes.
    static func differences(
        _ session: Session, _ code: RoadmapCode, from tasks: [RoadmapTask]
    ) throws -> [Conflict.Field] {
        var list = TaskList()
        list.roadmap = code
        let there = Dictionary(try list.answer(session).map { ($0.reference.number, $0) }) { first, _ in first }
        var differences: [Conflict.Field] = []
        var known: [String: String] = [:]
        for named in try OrganisationStore.named(session, tasks.flatMap { $0.ministries.map(\.name) })
        where named.isLike(.ministry) && known[named.name] == nil { known[named.name] = named.registered }
        for task in tasks {
            let registered = there[task.number]?.contents ?? [:]
            for (name, value) in task.contents(known).sorted(by: { $0.key < $1.key }) where registered[name] != value {
                let theirs = registered[name].flatMap { $0.isEmpty ? nil : $0 }
                differences.append(.init("\(task.number).\(name)", yours: value.isEmpty ? nil : value, theirs: theirs))
            }
        }
        let numbers = Set(tasks.map(\.number))
        for number in there.keys.sorted() where !numbers.contains(number) {
            differences.append(.init(number, yours: nil, theirs: there[number]?.title))
        }
        return differences
    }
}

extension RoadmapTask {
    /// - Parameter registered: under what names the register knows the ministries.
    fileprivate func contents(_ registered: [String: String]) -> [String: String] {
        let ministries = ministries.map {
            Attributed(name: registered[$0.name] ?? $0.name, isConfirmed: $0.isConfirmed)
        }
        return RoadmapStore.contents(area, title, ministries, laws, target?.text, targetKind)
    }
}

extension TaskSummary {
    fileprivate var contents: [String: String] {
        RoadmapStore.contents(area, title, ministries, laws, target, targetKind)
    }
}

extension RoadmapStore {
    fileprivate static func contents(
        _ area: String?, _ title: String, _ ministries: [Attributed], _ laws: [Attributed], _ target: String?,
        _ targetKind: Milestone
    ) -> [String: String] {
        func listed(_ names: [Attributed]) -> String {
            names.map { $0.isConfirmed ? $0.name : "\($0.name) (unconfirmed)" }.sorted().joined(separator: "; ")
        }
        return [
            "area": area ?? "", "task": title, "ministries": listed(ministries), "laws": listed(laws),
            "target": target ?? "", "target_kind": target == nil ? "" : targetKind.rawValue,
        ]
    }
}
