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
            try all(.embedded("catalogue", binding: schemas, [String](), ".")) {
                (
                    kind: String, name: String, text: String, _: String?, _: Bool, _: Int64, _: Int64, _: String?,
                    _: String?
                ) in CatalogueEntry(kind: kind, name: name, text: text)
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

/// What a database has, compared with what was recorded when this program made it.
///
/// With every application of definitions the catalogue is read back and recorded in the same transaction: a digest of each
/// thing, and for what belongs to `migrations/` the script that makes it. So whatever is dropped, changed or added later is
/// named. What belongs to `migrations/` is recorded anew only after a migration, and a migration refuses to run on a state
/// that is not the recorded one: something that was dropped by hand is not forgotten with the next version.
///
/// It does not prove that nobody falsified the record: whoever may change definitions may change the record as well. A
/// text of the catalogue can differ between versions of PostgreSQL, so a record made by another one is compared with
/// nothing, and applying the definitions makes a new one. ``Migrator/digest()`` is over the catalogue alone: it
/// is the same for every database that this program made on the same version of PostgreSQL, so it can be compared with
/// that of a new database, or with one that was kept elsewhere.
struct RecordedCatalogue: Equatable {
    /// What has to be equal for two records to be comparable.
    let form: String?
    /// The migration after which it was made.
    let version: Int

    private static let query: String = EmbeddedSQL.queries.first { $0.name == "catalogue" }?.text ?? ""

    /// PUBLIC and the group roles.
    private static let grantees = "^(PUBLIC|sandbox_.*)$"

    /// A statement that begins with the catalogue, under the name `found`.
    private static func statement<each Value: Bindable>(_ text: String, binding values: repeat each Value) -> SQL {
        SQL(
            unsafe: """
                WITH recorded AS (
                    SELECT r.kind, r.name, r.sha256, r.part_of, r.is_state, r.making
                    FROM (SELECT d.objects FROM sandbox.schema_definition AS d ORDER BY d.number DESC LIMIT 1) AS d,
                        jsonb_to_recordset(d.objects) AS r
                            (kind text, name text, sha256 text, part_of text, is_state boolean, making text)
                ), found AS MATERIALIZED (
                    SELECT c.kind, c.name, encode(sha256(convert_to(c.text, 'UTF8')), 'hex') AS sha256, c.part_of,
                        c.is_state, c.making, c.removal, c.class, c.object
                    FROM (\(query)) AS c
                )\(text)
                """, binding: Migrator.schemas, Migrator.bookkeepingTables, grantees, repeat each values)
    }

    /// The form of what this program records on this server.
    static func form(_ session: Session) throws -> String {
        try session.one(
            """
            SELECT (current_setting('server_version_num')::integer / 10000) || ' '
                || encode(sha256(convert_to(\(query), 'UTF8')), 'hex')
            """)
    }

    /// The last one; nil if nothing was recorded.
    static func last(_ session: Session) throws -> RecordedCatalogue? {
        try session.first(
            "SELECT d.form, d.version FROM sandbox.schema_definition AS d ORDER BY d.number DESC LIMIT 1"
        ) { (form: String?, version: Int) in RecordedCatalogue(form: form, version: version) }
    }

    /// Everything that differs, in an order in which the scripts can be run. A thing that is gone or foreign as a whole
    /// is named without its parts.
    static func differences(_ session: Session) throws -> [SchemaDifference] {
        try session.withNamesInFull {
            try session.all(
                statement(
                    """
                    , difference AS (
                        SELECT CASE WHEN f.kind IS NULL THEN 'missing' WHEN r.kind IS NULL THEN 'foreign' ELSE 'changed'
                                END AS change,
                            coalesce(r.kind, f.kind) AS kind, coalesce(r.name, f.name) AS name,
                            coalesce(r.part_of, f.part_of) AS part_of, coalesce(r.is_state, f.is_state) AS is_state,
                            CASE WHEN r.kind IS NULL THEN f.removal
                                WHEN f.kind IS NOT NULL OR r.kind <> 'column' THEN r.making END AS repair
                        FROM found AS f FULL JOIN recorded AS r ON r.kind = f.kind AND r.name = f.name
                        WHERE f.sha256 IS DISTINCT FROM r.sha256
                    )
                    SELECT d.change, d.kind, d.name, d.is_state, CASE WHEN d.is_state THEN d.repair END
                    FROM difference AS d
                    WHERE d.change = 'changed' OR NOT EXISTS (SELECT FROM difference AS w
                        WHERE w.name = d.part_of AND w.change = d.change
                            AND w.kind IN ('schema', 'type', 'function', 'sequence', 'table', 'view'))
                    ORDER BY array_position(ARRAY['schema', 'type', 'function', 'sequence', 'table', 'column', 'index',
                            'constraint', 'view', 'trigger', 'rule', 'policy'], d.kind),
                        d.repair LIKE '%FOREIGN KEY%', d.name
                    """), SchemaDifference.init(change:kind:name:isState:repair:))
        }
    }

    /// The functions, views and types that are recorded as state: what needed them may be gone by now.
    static func kept(_ session: Session) throws -> [Replacement.Item] {
        try session.withNamesInFull {
            try session.all(
                statement(
                    """
                    SELECT f.class, f.object FROM found AS f JOIN recorded AS r ON r.kind = f.kind AND r.name = f.name
                    WHERE r.is_state AND f.kind IN ('function', 'view', 'type')
                    """), Replacement.Item.init(catalogue:number:))
        }
    }

    /// A digest over everything that the catalogue says.
    static func digest(_ session: Session) throws -> String {
        try session.withNamesInFull {
            try session.one(
                SQL(
                    unsafe: """
                        SELECT encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', c.kind, c.name, c.text), E'\\n'
                            ORDER BY c.kind COLLATE "C", c.name COLLATE "C"), ''), 'UTF8')), 'hex') FROM (\(query)) AS c
                        """, binding: Migrator.schemas, Migrator.bookkeepingTables, grantees))
        }
    }

    /// Records what there is now.
    /// - Parameters:
    ///   - kept: definitions that tables depend on, which were not made again.
    ///   - keepsState: what was recorded of the state holds on: no migration was applied since.
    ///   - foreign: state that was not ours before the migrations, by kind and name.
    static func record(
        _ applied: AppliedDefinitions, _ duration: Duration, kept: [Replacement.Item], keepsState: Bool,
        foreign: [SchemaDifference], _ session: Session
    ) throws {
        let form = try form(session)
        try session.withNamesInFull {
            _ = try session.execute(
                statement(
                    """
                    , sorted AS (
                        SELECT f.kind, f.name, f.sha256, f.part_of, f.making, f.is_state OR EXISTS (
                            SELECT FROM unnest($4::bigint[], $5::bigint[]) AS k (class, object)
                            WHERE k.class = f.class AND k.object = f.object AND f.kind IN ('function', 'view', 'type')
                            ) AS is_state
                        FROM found AS f
                        WHERE NOT (f.kind || ' ' || f.name = ANY ($6::text[]) OR coalesce(f.part_of = ANY ($7::text[]), false))
                    ), object AS (
                        SELECT s.kind, s.name, s.sha256, s.part_of, s.is_state, CASE WHEN s.is_state THEN s.making END AS making
                        FROM sorted AS s
                        WHERE NOT ($8::boolean AND (s.is_state OR EXISTS (
                            SELECT FROM recorded AS r WHERE r.is_state AND r.kind = s.kind AND r.name = s.name)))
                        UNION ALL SELECT r.* FROM recorded AS r WHERE $8::boolean AND r.is_state
                    )
                    INSERT INTO sandbox.schema_definition (number, version, sha256, duration_ms, form, objects)
                    SELECT coalesce(max(d.number), 0) + 1, $9::integer, $10::text, $11::integer, $12::text,
                        (SELECT jsonb_agg(jsonb_strip_nulls(to_jsonb(o))) FROM object AS o)
                    FROM sandbox.schema_definition AS d
                    """,
                    binding: kept.map(\.catalogue), kept.map(\.number), foreign.map { "\($0.kind) \($0.name)" },
                    foreign.map(\.name), keepsState, applied.version, applied.sha256,
                    Int(duration / .milliseconds(1)), form))
        }
    }
}

extension Migrator {
    /// Over everything that the catalogue says of our schemas now.
    public func digest() async throws -> String {
        try await translatingErrors { try await database.read(.snapshot) { try RecordedCatalogue.digest($0) } }
    }
}
