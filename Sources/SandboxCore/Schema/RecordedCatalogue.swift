internal import Postgres

/// What a database has, compared with what this program made.
///
/// With every application of definitions the catalogue is read back and recorded in the same transaction: a digest of each
/// thing, and for what belongs to `migrations/` the script that makes it. So whatever is dropped, changed or added later is
/// named.
///
/// State is never recorded because it is there. Where nothing comparable was recorded (after another version of PostgreSQL,
/// or one of this program that reads the catalogue in another way) the migrations are applied once more, beside what there
/// is, and what that makes is recorded: see ``Migrator/expectedState(upTo:_:)``. A thing that was dropped by hand is
/// not forgotten by any upgrade.
///
/// It does not prove that nobody falsified the record: whoever may change definitions may change the record as well.
/// ``Migrator/digest()`` is over the catalogue alone: it is the same for every database that this program made on the same
/// version of PostgreSQL, so it can be compared with that of a new database, or with one that was kept elsewhere.
struct RecordedCatalogue: Equatable {
    /// What has to be equal for two records to be comparable.
    let form: String?
    /// The migration after which it was made.
    let version: Int

    /// The form of what this program records on this server.
    static func form(_ session: Session) throws -> String {
        try session.one(
            """
            SELECT (current_setting('server_version_num')::integer / 10000) || ' '
                || encode(sha256(convert_to(\(CatalogueQuery.form), 'UTF8')), 'hex')
            """)
    }

    /// The last one; nil if nothing was recorded.
    static func last(_ session: Session) throws -> RecordedCatalogue? {
        try session.first(
            "SELECT d.form, d.version FROM sandbox.schema_definition AS d ORDER BY d.number DESC LIMIT 1"
        ) { (form: String?, version: Int) in RecordedCatalogue(form: form, version: version) }
    }

    /// A digest over everything that the catalogue says.
    static func digest(_ session: Session) throws -> String {
        try session.withNamesInFull {
            try session.one(
                CatalogueQuery(session).statement(
                    """

                    SELECT encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', c.kind, c.name, c.text), E'\\n'
                        ORDER BY c.kind COLLATE "C", c.name COLLATE "C"), ''), 'UTF8')), 'hex') FROM found AS c
                    """))
        }
    }

    /// What is only named and never made, so that it is in no record.
    private static let neverMade = SchemaDifference.Kind.allCases.filter(\.isNeverMade).map(\.rawValue)

    /// The state that there is, in the form of a record.
    static func state(_ session: Session) throws -> String {
        try session.withNamesInFull {
            try session.one(
                CatalogueQuery(session).statement(
                    """

                    SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', f.kind, 'name', f.name,
                        'sha256', f.sha256, 'part_of', f.part_of, 'is_state', true, 'making', f.making))), '[]')::text
                    FROM found AS f
                    WHERE (f.is_state OR f.kind IN ('function', 'view', 'type', 'column')) AND f.kind <> ALL ($6::text[])
                    """, binding: neverMade))
        }
    }

    /// The state of the last record.
    static func lastState(_ session: Session) throws -> String {
        try session.one(
            """
            SELECT coalesce(jsonb_agg(o.value), '[]')::text FROM (
                SELECT d.objects FROM sandbox.schema_definition AS d ORDER BY d.number DESC LIMIT 1) AS d,
                jsonb_array_elements(d.objects) AS o WHERE (o.value ->> 'is_state')::boolean
            """)
    }

    /// The functions, views and types that belong to a state: what needed them may be gone by now.
    static func kept(_ state: String, _ session: Session) throws -> [Replacement.Item] {
        try session.withNamesInFull {
            try session.all(
                CatalogueQuery(session).statement(
                    """

                    SELECT f.class, f.object FROM found AS f JOIN recorded AS r ON r.kind = f.kind AND r.name = f.name
                    WHERE r.is_state AND f.kind IN ('function', 'view', 'type')
                    """, comparing: state), Replacement.Item.init(catalogue:number:))
        }
    }

    /// Records the state that should be there, and the definitions that were just made.
    static func record(
        _ applied: AppliedDefinitions, _ duration: Duration, state: String, _ session: Session
    ) throws {
        let form = try form(session)
        try session.withNamesInFull {
            _ = try session.execute(
                CatalogueQuery(session).statement(
                    """
                    , object AS (
                        SELECT r.kind, r.name, r.sha256, r.part_of, r.is_state, r.making FROM recorded AS r
                        UNION ALL
                        SELECT f.kind, f.name, f.sha256, f.part_of, false, NULL FROM found AS f
                        WHERE NOT f.is_state AND NOT EXISTS (SELECT FROM recorded AS r WHERE r.kind = f.kind AND r.name = f.name)
                    )
                    INSERT INTO sandbox.schema_definition (number, version, sha256, duration_ms, form, objects)
                    SELECT coalesce(max(d.number), 0) + 1, $8::integer, $9::text, $10::integer, $11::text,
                        (SELECT jsonb_agg(jsonb_strip_nulls(to_jsonb(o))) FROM object AS o)
                    FROM sandbox.schema_definition AS d
                    """,
                    comparing: state, binding: applied.version, applied.sha256, Int(duration / .milliseconds(1)), form))
        }
    }
}

extension Migrator {
    /// Over everything that the catalogue says of our schemas now.
    public func digest() async throws -> String {
        try await reading { try RecordedCatalogue.digest($0) }
    }
}
