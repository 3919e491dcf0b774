internal import Postgres
public import SandboxDomain

/// Everything the acting person may see in a view of schema `report`, in a fixed order. PostgreSQL writes the bytes.
///
/// A new export is a view of that schema with its comments, and one constant here.
public struct TableExport: Sendable {
    /// What the rows are called together.
    public let name: String
    /// What is read; it may depend on what the reader may read.
    private let view: @Sendable (Session) throws -> SQL
    /// Columns that link the views together or order the rows, and are not exported.
    let keys: Set<String>
    /// Columns of codes and numbers in letters: no value of theirs is a formula.
    let codes: Set<String>
    let order: SQL
    private(set) var conditions: [SQL] = []
    /// What the conditions compare with: settings of the transaction, because COPY takes no bound values. They throw
    /// `NotFound` if what is named is not there.
    private(set) var settings: [(name: String, value: @Sendable (Session) throws -> String)] = []

    init(
        _ name: String, keys: Set<String>, codes: Set<String> = [], order: SQL,
        of view: @escaping @Sendable (Session) throws -> SQL
    ) {
        (self.name, self.keys, self.codes, self.order, self.view) = (name, keys, codes, order, view)
    }

    private init(_ name: String, schema: String? = nil, keys: Set<String>, order: SQL) {
        self.init(name, keys: keys, order: order) { _ in
            schema.map { "\(identifier: $0).\(identifier: name)" } ?? "\(identifier: name)"
        }
    }

    /// The rows of which a condition holds that compares with `current_setting('sandbox.NAME')`.
    func filtered<Value: Sendable>(
        _ name: String, _ value: Value?, _ condition: SQL,
        _ setting: @escaping @Sendable (Session, Value) throws -> String
    ) -> TableExport {
        guard let value else { return self }
        var export = self
        export.conditions.append(condition)
        export.settings.append(("sandbox." + name, { try setting($0, value) }))
        return export
    }

    /// The rows of that regime.
    public func of(_ regime: RegimeCode?) -> TableExport {
        filtered("regime", regime, "regime = current_setting('sandbox.regime')") { try RegimeStore.get($0, $1).code }
    }

    /// Case files; those whose stage changed on that day or later.
    public static func cases(changedSince: CivilDate? = nil) -> TableExport {
        TableExport("cases", keys: ["case_file_id"], order: "case_file_id")
            .filtered("since", changedSince, "stage_since >= current_setting('sandbox.since')::date") { $1.description }
    }

    /// Rounds of consultation, the latest first; those with that ministry.
    public static func consultations(ministry: String? = nil) -> TableExport {
        TableExport("consultations", keys: ["consultation_id", "case_file_id"], order: "consultation_id DESC")
            .filtered("ministry", ministry, "ministry = current_setting('sandbox.ministry')") {
                try OrganisationStore.get($0, $1).name
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
        ).filtered("roadmap", roadmap, "roadmap = current_setting('sandbox.roadmap')") {
            _ = try RoadmapStore.get($0, $1)
            return $1.text
        }
    }

    /// The public register, by reference number.
    public static let register = TableExport("grants", schema: "register", keys: [], order: "reference")

    private func decided(_ since: CivilDate?) -> TableExport {
        filtered("since", since, "decided_on >= current_setting('sandbox.since')::date") { $1.description }
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
            case text, number, boolean, date, list, json
        }
    }

    /// The columns, as the server describes them.
    func columns(_ session: Session) throws -> [Column] {
        try session.describe("SELECT * FROM \(try view(session))").columns.filter { !keys.contains($0.name) }.map {
            column in
            let kind: Column.Kind =
                switch column.type {
                case "smallint", "integer", "bigint", "numeric": .number
                case "boolean": .boolean
                case "date": .date
                case "text[]": .list
                case "jsonb": .json
                default: .text
                }
            return Column(name: column.name, kind: kind)
        }
    }

    /// The rows with these columns, each written by `expression`. The planner does not merge the view into the query,
    /// because of OFFSET 0: the expression that writes a value names it more than once, and a value that is itself a
    /// query would not be inlined, or would be evaluated twice.
    func rows(_ session: Session, _ columns: [Column], _ expression: (Column) -> SQL) throws -> SQL {
        let list = columns.map { "\(expression($0)) AS \(identifier: $0.name)" as SQL }.joined(by: ", ")
        let filter: SQL = conditions.isEmpty ? "" : "WHERE \(conditions.joined(by: " AND "))"
        return "SELECT \(list) FROM (SELECT * FROM \(try view(session)) \(filter) ORDER BY \(order) OFFSET 0) AS e"
    }
}
