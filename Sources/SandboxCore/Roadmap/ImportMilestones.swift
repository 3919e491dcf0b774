public import Postgres
internal import SandboxDomain

/// The desk enters the history of milestones from a file: what was promised when, and what was reached. Everything is
/// entered, or nothing. What is there already in the same words is not entered again; nothing that is there is changed.
public struct ImportMilestones: Operation {
    let bytes: [UInt8]
    let file: String?

    /// - Parameters:
    ///   - bytes: a CSV file, see ``MilestoneFile``.
    ///   - file: its name, for messages; nil for standard input.
    public init(_ bytes: [UInt8], file: String?) { (self.bytes, self.file) = (bytes, file) }

    /// What an import came to.
    public struct Imported: Sendable, Hashable {
        /// How many promises were entered.
        public let promises: Int
        /// How many arrivals were entered.
        public let arrivals: Int
        /// How many facts were there already.
        public let unchanged: Int
    }

    /// - Throws: `BadInput` with every problem of the file.
    public func perform(_ session: Session) throws -> Imported {
        _ = try Principal.current(session).required([.desk])
        try session.takeTurn("milestones")
        var known = Known()
        let facts = try MilestoneFile.read(bytes, name: file) { facts in
            known = try Known(session, facts.map(\.task))
            return known.take(facts)
        }
        try session.execute(
            """
            INSERT INTO forecast (reform_task_id, kind, said, said_from, said_to, said_on, reason, source)
            SELECT f.* FROM unnest(\(known.promises.map(\.task)), \(known.promises.map(\.fact.milestone.rawValue))::text[],
                \(known.promises.map { $0.fact.promised?.text })::text[],
                \(known.promises.map { $0.fact.promised?.first?.description })::date[],
                \(known.promises.map { $0.fact.promised?.last?.description })::date[],
                \(known.promises.map { $0.fact.saidOn?.description })::date[], \(known.promises.map(\.fact.reason))::text[],
                \(known.promises.map(\.fact.source))::text[]) AS f
            """)
        try session.execute(
            """
            INSERT INTO arrival (reform_task_id, kind, said, said_from, said_to, source)
            SELECT f.* FROM unnest(\(known.arrivals.map(\.task)), \(known.arrivals.map(\.fact.milestone.rawValue))::text[],
                \(known.arrivals.map { $0.fact.reached?.text })::text[],
                \(known.arrivals.map { $0.fact.reached?.first?.description })::date[],
                \(known.arrivals.map { $0.fact.reached?.last?.description })::date[],
                \(known.arrivals.map(\.fact.source))::text[]) AS f
            """)
        try MilestoneStore.advance(session, Array(Set(known.arrivals.map(\.task))))
        let entered = known.promises.count + known.arrivals.count
        let all = facts.count { $0.promised != nil } + facts.count { $0.reached != nil }
        return Imported(
            promises: known.promises.count, arrivals: known.arrivals.count, unchanged: all - entered)
    }
}

/// What the register says of the tasks of a file, and what of the file is new to it.
private struct Known {
    private struct Key: Hashable {
        let task: ReformTaskID
        let milestone: Milestone
    }

    private var tasks: [String: ReformTaskID] = [:]
    private var continued: Set<ReformTaskID> = []
    private var names: [String] = []
    private var said: [Key: [(text: String, on: CivilDate)]] = [:]
    private var reached: [Key: String] = [:]
    private var today: CivilDate = "1970-01-01"
    private(set) var promises: [(task: ReformTaskID, fact: MilestoneFact)] = []
    private(set) var arrivals: [(task: ReformTaskID, fact: MilestoneFact)] = []

    init() {}

    init(_ session: Session, _ references: [TaskReference]) throws {
        let rows = try session.all(
            """
            SELECT r.roadmap || '/' || e.task_no, e.reform_task_id,
                EXISTS (SELECT FROM task_merge AS m WHERE m.reform_task_id = e.reform_task_id)
            FROM roadmap_entry AS e JOIN roadmap AS r USING (roadmap_id)
            ORDER BY r.roadmap, e.position
            """
        ) { (name: String, id: ReformTaskID, isContinued: Bool) in (name: name, id: id, isContinued: isContinued) }
        names = rows.map(\.name)
        tasks = Dictionary(rows.map { (foldedWord($0.name), $0.id) }) { first, _ in first }
        continued = Set(rows.filter(\.isContinued).map(\.id))
        let ids = Array(Set(references.compactMap { tasks[foldedWord($0.description)] }))
        let sayings = try session.all(
            """
            SELECT reform_task_id, kind, said, said_on FROM forecast WHERE reform_task_id = ANY (\(ids))
            ORDER BY reform_task_id, kind, forecast_no
            """
        ) { (task: ReformTaskID, kind: Milestone, said: String, on: CivilDate) in
            (key: Key(task: task, milestone: kind), text: said, on: on)
        }
        for saying in sayings { said[saying.key, default: []].append((saying.text, saying.on)) }
        let reachings = try session.all(
            """
            SELECT DISTINCT ON (reform_task_id, kind) reform_task_id, kind, said FROM arrival
            WHERE reform_task_id = ANY (\(ids)) ORDER BY reform_task_id, kind, arrival_no DESC
            """
        ) { (task: ReformTaskID, kind: Milestone, said: String?) in
            (key: Key(task: task, milestone: kind), text: said ?? "")
        }
        for reaching in reachings { reached[reaching.key] = reaching.text }
        today = try session.one(
            """
            SELECT coalesce(max(authority_date(g.regime)), current_date) FROM regime AS g
            WHERE g.regime IN (SELECT r.regime FROM roadmap AS r)
            """, as: CivilDate.self)
    }

    /// Sorts out what is new, and answers what is wrong.
    mutating func take(_ facts: [MilestoneFact]) -> [(line: Int, column: String, problem: InputProblem)] {
        var problems: [(line: Int, column: String, problem: InputProblem)] = []
        for fact in facts {
            guard let task = tasks[foldedWord(fact.task.description)] else {
                problems.append((fact.line, "task", .unknownWord(fact.task.description, known: names)))
                continue
            }
            let key = Key(task: task, milestone: fact.milestone)
            if let promised = fact.promised, let day = fact.saidOn, !isKnown(key, promised.text, day) {
                if let problem = problem(key, fact, day) {
                    problems.append((fact.line, problem.column, problem.problem))
                } else {
                    promises.append((task, fact))
                    said[key, default: []].append((promised.text, day))
                }
            }
            if let day = fact.reached, reached[key] != day.text {
                if let there = reached[key] {
                    problems.append((fact.line, "reached", .differsFromRegister(day.text, registered: there)))
                } else if let last = day.last, last > today {
                    problems.append((fact.line, "reached", .dateOutside(last, earliest: "0001-01-01", latest: today)))
                } else if continued.contains(task) {
                    problems.append((fact.line, "task", .unknownWord(fact.task.description, known: [])))
                } else {
                    arrivals.append((task, fact))
                    reached[key] = day.text
                }
            }
        }
        return problems
    }

    private func isKnown(_ key: Key, _ text: String, _ day: CivilDate) -> Bool {
        said[key]?.contains { $0.text == text && $0.on == day } ?? false
    }

    private func problem(_ key: Key, _ fact: MilestoneFact, _ day: CivilDate) -> (
        column: String, problem: InputProblem
    )? {
        if continued.contains(key.task) { return ("task", .unknownWord(fact.task.description, known: [])) }
        let baseline = said[key]?.first?.on
        do {
            try PromiseRule.mayPromise(saidOn: day, baseline: baseline, today: today, reason: fact.reason)
            return nil
        } catch {
            return error == .reasonRequired
                ? ("reason", .missingValue)
                : ("said_on", .dateOutside(day, earliest: baseline ?? "0001-01-01", latest: today))
        }
    }
}
