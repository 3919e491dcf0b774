import Postgres
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("What other people hang on our definitions", .database)
struct ForeignViewTests {
    private let changed = SmallSchema.definitions.map {
        ($0.name, $0.text.replacing("upper(t.name)", with: "initcap(t.name)"))
    }

    /// Makes a role for the running test, dropped with its clone.
    private func role(_ name: String) async throws -> String {
        let role = try TestDatabase.current.roleName(name)
        try await TestDatabase.current.administrator.write { try $0.execute("CREATE ROLE \(identifier: role)") }
        return role
    }

    private func catalogue(_ small: SmallSchema) async throws -> Catalogue {
        try await small.database.catalogue(of: ["bi"])
    }

    @Test("views survive with definition, options, owner, privileges and comments, and views on views") func survive()
        async throws
    {
        try await inSmallSchema { small in
            try await small.migrate()
            let (owner, reader) = (try await role("bi"), try await role("reader"))
            try await small.database.write { session in
                try session.simple(
                    """
                    CREATE SCHEMA bi;
                    CREATE VIEW bi."Things" WITH (security_barrier = true) AS SELECT t.thing_id AS id, t.title FROM report.thing AS t;
                    CREATE VIEW bi.count AS SELECT count(*) AS n, sandbox.title(1) AS first FROM bi."Things";
                    CREATE VIEW bi.names AS SELECT t.name FROM sandbox.thing AS t;
                    COMMENT ON VIEW bi."Things" IS 'ours'; COMMENT ON COLUMN bi."Things".id IS 'the number';
                    """)
                try session.execute("ALTER VIEW bi.\"Things\" OWNER TO \(identifier: owner)")
                try session.execute("GRANT SELECT ON bi.\"Things\" TO \(identifier: reader) WITH GRANT OPTION")
                try session.execute("GRANT SELECT (n) ON bi.count TO PUBLIC")
            }
            let before = try await catalogue(small)
            try await small.migrate(changed)
            #expect(try await catalogue(small).differences(from: before) == [])
        }
    }

    @Test("a view whose column is gone refuses the whole, and is named with what it misses") func missing() async throws
    {
        try await inSmallSchema { small in
            try await small.migrate()
            try await small.run("CREATE SCHEMA bi; CREATE VIEW bi.things AS SELECT t.title FROM report.thing AS t")
            let before = (try await catalogue(small), try await small.database.catalogue())
            let renamed = SmallSchema.definitions.map {
                (
                    $0.name,
                    $0.text.replacing(
                        "SELECT n.thing_id, n.title FROM", with: "SELECT n.thing_id, n.title AS name FROM")
                )
            }
            let refused = await #expect(throws: OthersDepend.self) { try await small.migrate(renamed) }
            #expect(refused?.things == ["bi.things"])
            #expect(refused?.reason == "column t.title does not exist")
            #expect(try await catalogue(small).differences(from: before.0) == [])
            #expect(try await small.database.catalogue().differences(from: before.1) == [])
        }
    }

    @Test("a materialised view, a function's body, a default and a trigger of others refuse the whole") func others()
        async throws
    {
        try await inSmallSchema { small in
            try await small.migrate()
            try await small.run(
                """
                CREATE SCHEMA bi;
                CREATE MATERIALIZED VIEW bi.monthly AS SELECT t.title FROM report.thing AS t WITH NO DATA;
                CREATE VIEW bi.latest AS SELECT t.title FROM report.thing AS t;
                ALTER VIEW bi.latest ALTER COLUMN title SET DEFAULT 'x';
                CREATE FUNCTION bi.one() RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT sandbox.title(1); END;
                CREATE TABLE bi.copy (title text DEFAULT sandbox.title(1));
                """)
            let refused = await #expect(throws: OthersDepend.self) { try await small.migrate(changed) }
            #expect(
                Set(refused?.things ?? []) == [
                    "materialized view bi.monthly", "function bi.one()", "table bi.copy",
                    "default value for column title of view bi.latest",
                ])
            #expect(refused?.reason == nil)
        }
    }

    @Test("a trigger of somebody's own function on a table of ours is left alone") func trigger() async throws {
        try await inSmallSchema { small in
            try await small.migrate()
            try await small.run(
                """
                CREATE SCHEMA bi;
                CREATE FUNCTION bi.notice() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
                CREATE TRIGGER bi_notice AFTER INSERT ON sandbox.thing FOR EACH ROW EXECUTE FUNCTION bi.notice();
                """)
            try await small.migrate(changed)
            #expect(
                try await small.database.catalogue().lines.contains { $0.hasPrefix("trigger bi_notice on") }
            )
        }
    }

    @Test("what an administrator granted on our views to a role that is not ours is granted again") func grants()
        async throws
    {
        try await inSmallSchema { small in
            try await small.migrate()
            let reader = try await role("reader")
            try await small.database.write { session in
                try session.execute("GRANT SELECT ON report.thing TO \(identifier: reader)")
                try session.execute("GRANT EXECUTE ON FUNCTION sandbox.title TO \(identifier: reader)")
                try session.execute("GRANT SELECT ON sandbox.part TO \(identifier: reader)")
            }
            try await small.migrate(changed)
            let lines = try await small.database.catalogue().lines.filter { $0.contains("privilege \"\(reader)\" on") }
            #expect(lines.count == 3)
        }
    }
}
