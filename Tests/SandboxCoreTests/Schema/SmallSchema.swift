import Postgres
import SandboxTesting

@testable import SandboxCore

/// A database of its own with a small set of files, beside the clone of the running test.
struct SmallSchema {
    let database: Database

    /// Roles and schemas as the real first file makes them, and tables with what hangs on functions and types.
    static let state: [(String, String)] = [
        ("0001_roles", EmbeddedSQL.migrations[0].text),
        (
            "0002_tables",
            """
            CREATE FUNCTION today() RETURNS date LANGUAGE sql STABLE RETURN inner_today();
            CREATE TYPE span AS (first date, last date);
            CREATE TABLE thing (
                thing_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT thing_pkey PRIMARY KEY,
                name text NOT NULL CONSTRAINT thing_name_check CHECK (is_name(name)),
                made_on date NOT NULL DEFAULT today(),
                held span
            );
            CREATE TABLE part (thing_id bigint NOT NULL CONSTRAINT part_thing_id_fkey REFERENCES thing, name text);
            CREATE INDEX part_name_idx ON part (folded(name));
            CREATE TABLE stage (stage text CONSTRAINT stage_pkey PRIMARY KEY, position integer NOT NULL);
            INSERT INTO stage VALUES ('draft', 1), ('filed', 2);
            """
        ),
    ]

    /// Functions that tables hang on: part of the state.
    static let kernel = """
        CREATE FUNCTION is_name(text text) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN length(text) > 0;
        CREATE FUNCTION folded(text text) RETURNS text LANGUAGE sql IMMUTABLE RETURN lower(text);
        CREATE FUNCTION inner_today() RETURNS date LANGUAGE sql STABLE RETURN current_date;
        """

    static let definitions: [(name: String, text: String)] = [
        (
            "10_thing",
            """
            -- What a thing is called.
            CREATE FUNCTION title(thing_id bigint) RETURNS text LANGUAGE sql STABLE AS $$
            SELECT upper(t.name) FROM thing AS t WHERE t.thing_id = title.thing_id
            $$;
            CREATE VIEW named_thing WITH (security_invoker = true) AS SELECT t.thing_id, title(t.thing_id) AS title FROM thing AS t;
            CREATE FUNCTION named() RETURNS SETOF named_thing LANGUAGE sql STABLE BEGIN ATOMIC SELECT * FROM named_thing; END;
            CREATE VIEW report.thing AS SELECT n.thing_id, n.title FROM named_thing AS n;
            COMMENT ON VIEW report.thing IS 'things by their names';
            CREATE TYPE pair AS (a integer, b integer);
            CREATE FUNCTION make_pair() RETURNS pair LANGUAGE sql IMMUTABLE RETURN ROW(1, 2)::pair;
            CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
            """
        ),
        (
            "20_guard",
            """
            CREATE FUNCTION guard_thing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
            CREATE TRIGGER thing_guard BEFORE UPDATE ON thing FOR EACH ROW EXECUTE FUNCTION guard_thing();
            CREATE CONSTRAINT TRIGGER part_check AFTER INSERT ON part DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION guard_thing();
            ALTER TABLE thing ENABLE ROW LEVEL SECURITY;
            CREATE POLICY thing_owner ON thing TO sandbox_owner USING (true) WITH CHECK (true);
            CREATE POLICY thing_desk ON thing FOR SELECT TO sandbox_desk USING (title(thing_id) <> '');
            GRANT SELECT ON thing, named_thing, report.thing TO sandbox_desk;
            GRANT INSERT (name) ON part TO sandbox_desk;
            GRANT EXECUTE ON FUNCTION title, is_name TO PUBLIC;
            """
        ),
    ]

    /// An empty database, of the name of the running test's clone and a number.
    init(_ number: Int = 1) async throws {
        let test = try TestDatabase.current
        let name = "\(test.name)_\(number)"
        try await test.administrator.withoutTransaction { session in
            try session.execute("DROP DATABASE IF EXISTS \(identifier: name)")
            try session.execute("CREATE DATABASE \(identifier: name)")
        }
        var options = test.administrator.options
        options.database = name
        database = Database(options, lanes: 2)
    }

    /// Connects anew, as another administrator of the same database would.
    func other() -> Database { Database(database.options, lanes: 1) }

    /// Closes and drops it.
    func end() async throws {
        let name = database.options.database ?? ""
        await database.close()
        try await TestDatabase.current.administrator.withoutTransaction { session in
            try session.execute("DROP DATABASE \(identifier: name) WITH (FORCE)")
        }
    }

    func migrator(
        _ definitions: [(name: String, text: String)] = Self.definitions, and more: [(String, String)] = []
    ) throws -> Migrator {
        var files = Self.state
        files[1].1 = Self.kernel + files[1].1
        let migrations = try Migration.ordered((files + more).map { (name: $0.0, text: $0.1) })
        return Migrator(database, migrations: migrations, definitions: SchemaDefinitions(definitions))
    }

    @discardableResult
    func migrate(
        _ definitions: [(name: String, text: String)] = Self.definitions, and more: [(String, String)] = [],
        patience: Duration = .seconds(10), progress: @escaping @Sendable (Migrator.Step) -> Void = { _ in }
    ) async throws -> Migrator.Outcome {
        try await migrator(definitions, and: more).migrate(regimes: [], patience: patience, progress: progress)
    }

    func run(_ script: SQL) async throws { try await database.write { try $0.simple(script) } }
}

/// Runs a test in a small database, and drops it whatever comes of it.
func inSmallSchema(_ body: (SmallSchema) async throws -> Void) async throws {
    let schema = try await SmallSchema()
    do { try await body(schema) } catch {
        try? await schema.end()
        throw error
    }
    try await schema.end()
}
