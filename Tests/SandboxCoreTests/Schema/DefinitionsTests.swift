import SandboxDomain
import Testing

@testable import SandboxCore

@Suite("Definitions are read from the files of the schema")
struct DefinitionsTests {
    private func read(_ text: String, _ path: String = "schema/10_x.sql") -> [Definition] {
        Definitions.read([(path, text)])
    }

    private func lines(_ text: String) -> [String] { read(text).map { "\($0.line) \($0.kind) \($0.name)" } }

    @Test("a semicolon in a text, a comment, parentheses or a body ends nothing") func splitting() {
        let text = """
            /* one; /* two; */ three; */ SELECT ';', 'it''s;', E'a\\';b', U&"x;y", $$;$$, $a$ $$;$b$ $a$; -- after;
            CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC
                SELECT CASE WHEN a > 0 THEN 1 ELSE 2 END;
                SELECT $1;
            END;
            CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2);;
            SELECT 3
            """
        #expect(SQLScript(text).statements.map(\.line) == [1, 2, 6, 7])
        #expect(SQLScript(text).statements[1].text.hasSuffix("SELECT $1;\nEND"))
        #expect(SQLScript("").statements.isEmpty && SQLScript("-- nothing\n;;").statements.isEmpty)
    }

    @Test("every kind has its name, with the schema unless it is the usual one") func kinds() {
        #expect(
            lines(
                """
                CREATE FUNCTION sandbox.f(a integer) RETURNS integer LANGUAGE sql RETURN 1;
                CREATE OR REPLACE VIEW report.v WITH (security_invoker = true) AS SELECT 1;
                CREATE CONSTRAINT TRIGGER t AFTER INSERT ON x FOR EACH ROW EXECUTE FUNCTION f();
                CREATE POLICY p ON x USING (true);
                CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON x (a);
                CREATE TYPE "Odd Name" AS (a integer);
                CREATE AGGREGATE past.overlay(jsonb) (SFUNC = jsonb_concat, STYPE = jsonb);
                SELECT access.staff('opinion');
                SELECT log.watch('opinion', insert => 'reply');
                COMMENT ON COLUMN report.v.a IS 'x';
                GRANT SELECT ON opinion, report.v TO sandbox_desk;
                GRANT EXECUTE ON FUNCTION f(integer, text), g TO PUBLIC;
                SELECT f(1); DO $$ BEGIN END $$; INSERT INTO x VALUES (1);
                """) == [
                    "1 function f", "2 view report.v", "3 trigger t", "4 policy p", "5 index i", "6 type Odd Name",
                    "7 aggregate past.overlay", "8 access.staff opinion", "9 log.watch opinion", "10 comment report.v",
                    "11 grant opinion", "11 grant report.v", "12 grant f", "12 grant g",
                ])
    }

    @Test("a constraint is its column or its clause, on its own line") func constraints() {
        let text = """
            CREATE TABLE a (
                a_id bigint CONSTRAINT a_pkey PRIMARY KEY,
                kind text NOT NULL
                    CONSTRAINT a_kind_check CHECK (kind IN ('x', 'y')),
                CONSTRAINT a_pair_key UNIQUE (a_id, kind)
            );
            ALTER TABLE a ADD COLUMN b integer, ADD CONSTRAINT a_b_check CHECK (b > 0);
            CREATE DOMAIN code AS text CONSTRAINT code_form_check CHECK (VALUE <> '');
            """
        #expect(
            read(text).filter { $0.kind == "constraint" }.map { "\($0.line) \($0.name): \($0.text)" } == [
                "2 a_pkey: a_id bigint CONSTRAINT a_pkey PRIMARY KEY",
                "3 a_kind_check: kind text NOT NULL\n        CONSTRAINT a_kind_check CHECK (kind IN ('x', 'y'))",
                "5 a_pair_key: CONSTRAINT a_pair_key UNIQUE (a_id, kind)",
                "7 a_b_check: ADD CONSTRAINT a_b_check CHECK (b > 0)",
                "8 code_form_check: CREATE DOMAIN code AS text CONSTRAINT code_form_check CHECK (VALUE <> '')",
            ])
    }

    @Test("the comment before a statement is its own; one after the last, or above a blank line, is not")
    func comments() {
        let found = read(
            """
            -- The file.

            -- First.
            -- Second.
            CREATE VIEW a AS SELECT 1; -- said after
            CREATE VIEW b AS SELECT 2;
            """)
        #expect(found.map(\.comment) == ["-- First.\n-- Second.", ""])
    }

    @Test("what was dropped later is not in force; a name is found with its schema and without") func names() throws {
        let all = read("CREATE TABLE a (); CREATE TABLE b (); DROP TABLE a; CREATE VIEW report.b AS SELECT 1")
        #expect(all.map(\.name) == ["b", "report.b"])
        #expect(try Definitions.named("B", among: all).count == 2)
        #expect(try Definitions.named("sandbox.b", among: all).count == 2)
        #expect(try Definitions.named("report.b", among: all).map(\.kind) == ["view"])
        #expect(throws: NotFound(.definition, "reprot.b", suggestion: "report.b")) {
            try Definitions.named("reprot.b", among: all)
        }
    }

    @Test(
        "with a table comes what is in force for it: indexes, triggers, their functions, policies, what all tables have"
    )
    func parts() throws {
        let all = read(
            """
            CREATE TABLE a (a_id integer); CREATE TABLE b (); CREATE UNIQUE INDEX a_idx ON a (a_id);
            CREATE FUNCTION guard_a() RETURNS trigger LANGUAGE sql; CREATE FUNCTION other() RETURNS trigger LANGUAGE sql;
            CREATE TRIGGER guard_a BEFORE INSERT OR UPDATE OF a_id ON a FOR EACH ROW EXECUTE FUNCTION guard_a();
            CREATE TRIGGER other BEFORE INSERT ON b FOR EACH ROW EXECUTE FUNCTION other();
            CREATE POLICY p ON a USING (true); CREATE POLICY p ON b USING (true);
            SELECT access.close_tables(); GRANT SELECT ON a TO sandbox_desk;
            """)
        #expect(
            try Definitions.named("a", among: all).map { "\($0.kind) \($0.name)" } == [
                "table a", "grant a", "index a_idx", "trigger guard_a", "policy p", "access.close_tables *",
                "function guard_a",
            ])
        #expect(try Definitions.named("guard_a", among: all).map(\.kind) == ["function", "trigger"])
        #expect(throws: NotFound(.definition, "gaurd_a", suggestion: "guard_a")) {
            try Definitions.named("gaurd_a", among: read("CREATE FUNCTION report.guard_a() RETURNS x"))
        }
    }

    @Test("everything in the files of this program is read, and each statement belongs to a file") func embedded() {
        #expect(Definitions.all.contains { $0.name == "person" && $0.kind == "table" })
        #expect(
            Definitions.all.allSatisfy {
                !$0.name.isEmpty && !$0.name.hasPrefix(".") && !$0.text.isEmpty && $0.line > 0
            })
    }
}
