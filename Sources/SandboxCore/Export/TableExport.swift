internal import Postgres
public import SandboxDomain

/// Everything the acting person may see in a view of schema `report`, in a fixed order. PostgreSQL writes the bytes.
///
/// A new export is a view of that schema with its comments, and one constant here.
public struct TableExport: Sendable {
    /// The view's name.
    public let name: String
    let view: SQL
    /// Columns that link the views together or order the rows, and are not exported.
    let keys: Set<String>
    let order: SQL
    private(set) var conditions: [SQL] = []
    /// What the conditions compare with: settings of the transaction, because COPY takes no bound values.
    private(set) var settings: [(name: String, value: String)] = []
    /// Throws `NotFound` if what the conditions name is not there.
    private(set) var check: (@Sendable (Session) throws -> Void)?

    private init(_ name: String, schema: String? = nil, keys: Set<String>, order: SQL) {
        self.name = name
        view = schema.map { "\(identifier: $0).\(identifier: name)" } ?? "\(identifier: name)"
        (self.keys, self.order) = (keys, order)
    }

    private func filtered(
        _ name: String, _ value: String?, _ condition: SQL, check: (@Sendable (Session) throws -> Void)? = nil
    ) -> TableExport {
        guard let value else { return self }
        var export = self
        export.check = check
        export.conditions.append(condition)
        export.settings.append(("sandbox." + name, value))
        return export
    }

    /// Case files; those whose stage changed on that day or later.
    public static func cases(changedSince: CivilDate? = nil) -> TableExport {
        TableExport("cases", keys: ["case_file_id"], order: "case_file_id")
            .filtered("since", changedSince?.description, "stage_since >= current_setting('sandbox.since')::date")
    }

    /// Rounds of consultation, the latest first; those with that ministry.
    public static func consultations(ministry: String? = nil) -> TableExport {
        TableExport("consultations", keys: ["consultation_id", "case_file_id"], order: "consultation_id DESC")
            .filtered("ministry", ministry.map(normalised), "ministry = current_setting('sandbox.ministry')") {
                session in
                if let ministry { _ = try OrganisationStore.get(session, ministry) }
            }
    }

    /// Decisions, the earliest first; those made on that day or later.
    public static func decisions(since: CivilDate? = nil) -> TableExport {
        TableExport("decisions", keys: ["decision_id", "case_file_id"], order: "decided_on, decision_id").decided(since)
    }

    /// Grants, the earliest first; those decided on that day or later.
    public static func grants(since: CivilDate? = nil) -> TableExport {
        TableExport("grants", keys: ["decision_id", "case_file_id"], order: "decided_on, decision_id").decided(since)
    }

    /// Conditions, by decision; those decided on that day or later.
    public static func conditions(since: CivilDate? = nil) -> TableExport {
        TableExport(
            "conditions", keys: ["decision_id", "case_file_id"], order: "decided_on, decision_id, condition_no"
        ).decided(since)
    }

    /// Reform tasks, in the order of their roadmaps; those of that roadmap.
    public static func roadmapTasks(_ roadmap: RoadmapCode? = nil) -> TableExport {
        TableExport(
            "roadmap_tasks", keys: ["reform_task_id", "roadmap", "position"], order: "roadmap, position"
        ).filtered("roadmap", roadmap?.text, "roadmap = current_setting('sandbox.roadmap')") { session in
            if let roadmap { _ = try RoadmapStore.get(session, roadmap) }
        }
    }

    /// The public register, by reference number.
    public static let register = TableExport("grants", schema: "register", keys: [], order: "reference")

    private func decided(_ since: CivilDate?) -> TableExport {
        filtered("since", since?.description, "decided_on >= current_setting('sandbox.since')::date")
    }
}

extension TableExport {
    /// A column of an export.
    public struct Column: Sendable, Hashable {
        /// Its name: the header of csv, the key of JSON.
        public let name: String
        /// What its values are.
        public let kind: Kind

        /// What a value can be.
        public enum Kind: Sendable, Hashable {
            case text, number, boolean, date, list
        }
    }

    /// The columns, as the server describes them.
    func columns(_ session: Session) throws -> [Column] {
        try session.describe("SELECT * FROM \(view)").columns.filter { !keys.contains($0.name) }.map { column in
            let kind: Column.Kind =
                switch column.type {
                case "smallint", "integer", "bigint", "numeric": .number
                case "boolean": .boolean
                case "date": .date
                case "text[]": .list
                default: .text
                }
            return Column(name: column.name, kind: kind)
        }
    }

    /// The rows with these columns, each written by `expression`. The planner does not merge the view into the query,
    /// because of OFFSET 0: the expression that writes a value names it more than once, and a value that is itself a
    /// query would not be inlined, or would be evaluated twice.
    func rows(_ columns: [Column], _ expression: (Column) -> SQL) -> SQL {
        let list = columns.map { "\(expression($0)) AS \(identifier: $0.name)" as SQL }.joined(by: ", ")
        let filter: SQL = conditions.isEmpty ? "" : "WHERE \(conditions.joined(by: " AND "))"
        return "SELECT \(list) FROM (SELECT * FROM \(view) \(filter) ORDER BY \(order) OFFSET 0) AS e"
    }
}
