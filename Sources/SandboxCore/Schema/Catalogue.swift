package import Postgres

/// A thing of a database as the catalogue describes it.
package struct CatalogueEntry: Sendable {
    /// `policy`
    package let kind: String
    /// `staff on sandbox.opinion`
    package let name: String
    /// Everything that is said of it.
    package let text: String
}

extension Session {
    /// Everything that the catalogue says of these schemas.
    package func catalogue(of schemas: [String]) throws -> [CatalogueEntry] {
        try withNamesInFull {
            try all(.embedded("catalogue", binding: schemas, [String](), ".", [String](), [String]())) {
                (
                    kind: String, name: String, text: String?, _: String?, _: Bool, _: Int64, _: Int64, _: String?,
                    _: String?
                ) in CatalogueEntry(kind: kind, name: name, text: text ?? "")
            }
        }
    }

    /// Runs something while no schema but that of the catalogue is looked for names in. Compiling a statement of that
    /// length takes seconds, running it takes none.
    func withNamesInFull<Value>(_ body: () throws -> Value) throws -> Value {
        let (path, jit) = try one("SELECT current_setting('search_path'), current_setting('jit')") {
            (path: String, jit: String) in (path, jit)
        }
        func set(_ path: String, _ jit: String) throws {
            try execute("SELECT set_config('search_path', \(path), true), set_config('jit', \(jit), true)")
        }
        try set("pg_catalog", "off")
        let value = try body()
        try set(path, jit)
        return value
    }
}

/// What the catalogue says of our schemas, the rows of the program's own words included, as one query.
struct CatalogueQuery {
    private static let things: String = EmbeddedSQL.queries.first { $0.name == "catalogue" }?.text ?? ""
    /// What two descriptions have in common if they can be compared.
    static let form: String = things + (EmbeddedSQL.queries.first { $0.name == "vocabulary" }?.text ?? "")
    /// The tables whose rows migrations insert: words, and who may do what in which state.
    static let vocabularies = [
        "act_right", "counting_method", "deadline_event", "grant_transition", "paper_kind", "reform_status",
        "reform_transition", "stage", "transition",
    ]
    /// PUBLIC and the group roles.
    private static let grantees = "^(PUBLIC|sandbox_.*)$"

    private let text: String
    private let persons, groups: [String]
    /// Tables of words that the role may not read: nothing can be said of their rows.
    private let hidden: [String]

    init(_ session: Session) throws {
        let words = try session.all(.embedded("vocabulary", binding: Self.vocabularies)) {
            (name: String, isReadable: Bool, query: String) in (name: name, isReadable: isReadable, query: query)
        }
        text = Self.things + words.filter(\.isReadable).map { "\nUNION ALL" + $0.query }.joined()
        hidden = words.filter { !$0.isReadable }.map(\.name)
        let mayAsk = try session.exists(
            """
            SELECT FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE n.nspname = 'sandbox' AND c.relname = 'person' AND has_table_privilege(c.oid, 'SELECT')
            """)
        let entered =
            mayAsk
            ? try session.all("SELECT p.role_name::text, p.group_role FROM sandbox.person AS p ORDER BY 1") {
                (name: String, group: String) in (name: name, group: group)
            } : []
        (persons, groups) = (entered.map(\.name), entered.map(\.group))
    }

    /// A statement that begins with the catalogue, under the name `found`. Its own values are numbered from 6.
    func statement<each Value: Bindable>(_ text: String, binding values: repeat each Value) -> SQL {
        SQL(
            unsafe: """
                WITH found AS MATERIALIZED (
                    SELECT c.kind, c.name, c.text, encode(sha256(convert_to(coalesce(c.text, ''), 'UTF8')), 'hex') AS sha256,
                        c.part_of, c.is_state, c.making, c.removal, c.class, c.object
                    FROM (\(self.text)) AS c
                )\(text)
                """, binding: Migrator.schemas, Migrator.bookkeepingTables, Self.grantees, persons, groups,
            repeat each values)
    }

    /// The same with what should be there, under the name `recorded`. Its own values are numbered from 8.
    /// - Parameter record: as ``RecordedCatalogue`` makes it; nil for the last one recorded.
    func statement<each Value: Bindable>(
        _ text: String, comparing record: String?, binding values: repeat each Value
    ) -> SQL {
        statement(
            """
            , recorded AS (
                SELECT r.kind, r.name, r.sha256, r.part_of, r.is_state, r.making
                FROM (SELECT coalesce($6::jsonb,
                        (SELECT d.objects FROM sandbox.schema_definition AS d ORDER BY d.number DESC LIMIT 1)) AS objects) AS d,
                    jsonb_to_recordset(d.objects) AS r
                        (kind text, name text, sha256 text, part_of text, is_state boolean, making text)
                WHERE NOT (r.kind = 'row' AND r.part_of = ANY ($7::text[]))
            )\(text)
            """, binding: record, hidden, repeat each values)
    }
}
