import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// Somebody with all the rights of the machine changes the schema in psql.
@Suite("A schema that was tampered with", .database)
struct TamperedSchemaTests {
    private func differences(_ small: SmallSchema) async throws -> [SchemaDifference] {
        try await small.migrator().status().differences
    }

    private func named(_ differences: [SchemaDifference]) -> [String] {
        differences.map { "\($0.change) \($0.kind) \($0.name)" }
    }

    @Test(
        "a definition that was dropped, changed or added is named, and the next migration puts it right",
        arguments: [
            ("DROP POLICY thing_desk ON sandbox.thing", "missing policy thing_desk on sandbox.thing"),
            (
                "ALTER POLICY thing_desk ON sandbox.thing USING (true)",
                "changed policy thing_desk on sandbox.thing"
            ),
            ("CREATE POLICY odd ON sandbox.thing USING (true)", "foreign policy odd on sandbox.thing"),
            (
                """
                CREATE OR REPLACE FUNCTION sandbox.guard_thing() RETURNS trigger LANGUAGE plpgsql
                    AS $$ BEGIN RETURN NULL; END $$
                """, "changed function sandbox.guard_thing()"
            ),
            ("ALTER FUNCTION sandbox.title SECURITY DEFINER", "changed function sandbox.title(bigint)"),
            ("ALTER FUNCTION sandbox.title OWNER TO postgres", "changed function sandbox.title(bigint)"),
            (
                "CREATE FUNCTION report.odd() RETURNS integer LANGUAGE sql RETURN 1",
                "foreign function report.odd()"
            ),
            ("ALTER TABLE sandbox.thing DISABLE TRIGGER thing_guard", "changed trigger thing_guard on sandbox.thing"),
            ("DROP TRIGGER thing_guard ON sandbox.thing", "missing trigger thing_guard on sandbox.thing"),
            ("GRANT DELETE ON sandbox.thing TO sandbox_desk", "changed privilege sandbox_desk on sandbox.thing"),
            ("GRANT SELECT ON sandbox.part TO PUBLIC", "foreign privilege PUBLIC on sandbox.part"),
            ("REVOKE SELECT ON report.thing FROM sandbox_desk", "missing privilege sandbox_desk on report.thing"),
            (
                "CREATE OR REPLACE VIEW report.thing AS SELECT t.thing_id, t.name AS title FROM sandbox.thing AS t",
                "changed view report.thing"
            ),
            ("ALTER VIEW sandbox.named_thing RESET (security_invoker)", "changed view sandbox.named_thing"),
            ("DROP VIEW report.thing", "missing view report.thing"),
            ("ALTER TABLE sandbox.thing DISABLE ROW LEVEL SECURITY", "changed row-security sandbox.thing"),
        ])
    func definition(sql: String, named: String) async throws {
        try await inSmallSchema { small in
            try await small.migrate()
            let digest = try await small.migrator().digest()
            try await small.run("\(unsafe: sql)")
            let found = try await differences(small)
            #expect(self.named(found) == [named])
            #expect(found.allSatisfy { !$0.isState && $0.isProblem && $0.repair == nil })
            #expect(try await small.migrator().digest() != digest)
            #expect(try await small.migrate().lockedFor != nil)
            #expect(try await self.named(differences(small)) == [])
            #expect(try await small.migrator().digest() == digest)
            #expect(try await small.migrate().isEmpty)
        }
    }

    @Test(
        "state that was dropped or changed is named with a script that puts it right; no definition hides it",
        arguments: [
            (
                "ALTER TABLE sandbox.thing DROP CONSTRAINT thing_name_check",
                ["missing constraint thing_name_check on sandbox.thing"]
            ),
            (
                "ALTER TABLE sandbox.thing DROP CONSTRAINT thing_pkey CASCADE",
                [
                    "missing constraint thing_pkey on sandbox.thing",
                    "missing constraint part_thing_id_fkey on sandbox.part",
                ]
            ),
            ("ALTER TABLE sandbox.part DISABLE TRIGGER ALL", ["changed constraint part_thing_id_fkey on sandbox.part"]),
            ("DROP INDEX sandbox.part_name_idx", ["missing index sandbox.part_name_idx"]),
            (
                "ALTER TABLE sandbox.thing ALTER COLUMN made_on DROP DEFAULT, ALTER COLUMN name DROP NOT NULL",
                ["changed column sandbox.thing.made_on", "changed column sandbox.thing.name"]
            ),
            (
                """
                CREATE OR REPLACE FUNCTION sandbox.is_name(text text) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN true
                """, ["changed function sandbox.is_name(text)"]
            ),
            (
                "CREATE RULE odd AS ON UPDATE TO sandbox.part DO INSTEAD NOTHING",
                ["foreign rule odd on sandbox.part"]
            ),
            ("GRANT USAGE ON SCHEMA log TO PUBLIC", ["foreign privilege PUBLIC on log"]),
        ])
    func state(sql: String, named: [String]) async throws {
        try await inSmallSchema { small in
            try await small.migrate()
            let digest = try await small.migrator().digest()
            try await small.run("\(unsafe: sql)")
            // The triggers of `part` are definitions; disabling all of them also disables those of its foreign key.
            try await small.migrate()
            let found = try await differences(small)
            #expect(self.named(found) == named)
            #expect(found.allSatisfy { $0.isState && $0.isProblem })
            try await small.run("UPDATE sandbox.schema_definition SET sha256 = 'another'")
            try await small.migrate()
            #expect(try await differences(small) == found)
            for repair in found.compactMap(\.repair) { try await small.run("\(unsafe: repair)") }
            #expect(try await self.named(differences(small)) == [])
            #expect(try await small.migrator().digest() == digest)
        }
    }

    @Test("a table that is gone is named once, and nothing but a backup has it") func table() async throws {
        try await inSmallSchema { small in
            try await small.migrate()
            try await small.run("DROP TABLE sandbox.part; ALTER TABLE sandbox.thing DROP COLUMN held")
            let found = try await differences(small)
            #expect(named(found) == ["missing table sandbox.part", "missing column sandbox.thing.held"])
            #expect(found.allSatisfy { $0.repair == nil && $0.isProblem })
        }
    }

    @Test("what an administrator adds is named and left alone, and never becomes ours") func foreign() async throws {
        try await inSmallSchema { small in
            try await small.migrate()
            try await small.run(
                """
                CREATE INDEX odd_idx ON sandbox.thing (made_on); CREATE TABLE sandbox.odd (a integer PRIMARY KEY);
                CREATE SCHEMA bi;
                CREATE FUNCTION bi.notice() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
                CREATE TRIGGER bi_notice AFTER INSERT ON sandbox.thing FOR EACH ROW EXECUTE FUNCTION bi.notice();
                """)
            let added = [
                "foreign table sandbox.odd", "foreign index sandbox.odd_idx",
                "foreign trigger bi_notice on sandbox.thing",
            ]
            let migrator = try small.migrator()
            #expect(try await named(differences(small)) == added)
            #expect(try await migrator.status().disagreements == [])
            #expect(try await migrator.migrate().isEmpty)
            let later = [("0003_more", "ALTER TABLE thing ADD COLUMN colour text")]
            try await small.migrate(and: later)
            #expect(try await named(small.migrator(and: later).status().differences) == added)
        }
    }

    @Test("a migration does not begin on a state that is not the recorded one") func refused() async throws {
        try await inSmallSchema { small in
            try await small.migrate()
            try await small.run("DROP INDEX sandbox.part_name_idx; DROP POLICY thing_desk ON sandbox.thing")
            let later = [("0003_more", "ALTER TABLE thing ADD COLUMN colour text")]
            let error = await #expect(throws: SchemaDisagreement.self) { try await small.migrate(and: later) }
            #expect(error?.code == "schema-object-missing")
            #expect(error?.name == "sandbox.part_name_idx")
            let repair = try #require(try await differences(small).first?.repair)
            try await small.run("\(unsafe: repair)")
            try await small.migrate(and: later)
            #expect(try await small.migrator(and: later).status().disagreements == [])
        }
    }

    @Test("a falsified record agrees, but the digest does not; a record of another form is made anew") func record()
        async throws
    {
        try await inSmallSchema { small in
            try await small.migrate()
            let digest = try await small.migrator().digest()
            try await small.run(
                """
                DROP POLICY thing_desk ON sandbox.thing;
                UPDATE sandbox.schema_definition SET objects = (SELECT jsonb_agg(o) FROM jsonb_array_elements(objects) AS o
                    WHERE o ->> 'name' <> 'thing_desk on sandbox.thing')
                """)
            #expect(try await named(differences(small)) == [])
            #expect(try await small.migrator().digest() != digest)
            try await small.run("UPDATE sandbox.schema_definition SET form = 'of PostgreSQL 14'")
            let status = try await small.migrator().status()
            #expect(status.disagreements == [.unrecorded] && !status.isRecorded && status.areDefinitionsDue)
            try await small.migrate()
            #expect(try await small.migrator().status().disagreements == [])
            #expect(try await small.migrator().digest() == digest)
        }
    }
}
