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
            [
                ("DROP POLICY thing_desk ON sandbox.thing", "missing policy thing_desk on sandbox.thing"),
                ("CREATE POLICY odd ON sandbox.thing USING (true)", "foreign policy odd on sandbox.thing"),
                (
                    """
                    CREATE OR REPLACE FUNCTION sandbox.guard_thing() RETURNS trigger LANGUAGE plpgsql
                        AS $$ BEGIN RETURN NULL; END $$
                    """, "changed function sandbox.guard_thing()"
                ),
                ("ALTER FUNCTION sandbox.title SECURITY DEFINER", "changed function sandbox.title(bigint)"),
                (
                    "CREATE FUNCTION report.odd() RETURNS integer LANGUAGE sql RETURN 1",
                    "foreign function report.odd()"
                ),
                (
                    "ALTER TABLE sandbox.thing DISABLE TRIGGER thing_guard",
                    "changed trigger thing_guard on sandbox.thing"
                ),
                ("GRANT DELETE ON sandbox.thing TO sandbox_desk", "changed privilege sandbox_desk on sandbox.thing"),
                ("GRANT SELECT ON sandbox.part TO PUBLIC", "foreign privilege PUBLIC on sandbox.part"),
                ("REVOKE SELECT ON report.thing FROM sandbox_desk", "missing privilege sandbox_desk on report.thing"),
                (
                    "CREATE OR REPLACE VIEW report.thing AS SELECT t.thing_id, t.name AS title FROM sandbox.thing AS t",
                    "changed view report.thing"
                ),
                ("ALTER VIEW sandbox.named_thing RESET (security_invoker)", "changed view sandbox.named_thing"),
                ("ALTER TABLE sandbox.thing DISABLE ROW LEVEL SECURITY", "changed row-security sandbox.thing"),
            ],
            [
                ("ALTER POLICY thing_desk ON sandbox.thing USING (true)", "changed policy thing_desk on sandbox.thing"),
                ("ALTER FUNCTION sandbox.title OWNER TO postgres", "changed function sandbox.title(bigint)"),
                ("DROP TRIGGER thing_guard ON sandbox.thing", "missing trigger thing_guard on sandbox.thing"),
                ("DROP VIEW report.thing", "missing view report.thing"),
                (
                    "ALTER DEFAULT PRIVILEGES FOR ROLE sandbox_owner GRANT EXECUTE ON FUNCTIONS TO PUBLIC",
                    "missing default-privilege sandbox_owner f"
                ),
                (
                    "ALTER DEFAULT PRIVILEGES FOR ROLE sandbox_owner GRANT SELECT ON TABLES TO PUBLIC",
                    "foreign default-privilege sandbox_owner r"
                ),
            ],
        ])
    func definition(tampering: [(sql: String, named: String)]) async throws {
        try await inSmallSchema { small in
            try await small.migrate()
            let digest = try await small.migrator().digest()
            for (sql, _) in tampering { try await small.run("\(unsafe: sql)") }
            let found = try await differences(small)
            #expect(named(found).sorted() == tampering.map(\.named).sorted())
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
            [
                (
                    "ALTER TABLE sandbox.thing DROP CONSTRAINT thing_name_check",
                    ["missing constraint thing_name_check on sandbox.thing"]
                ),
                (
                    "ALTER TABLE sandbox.part DISABLE TRIGGER ALL",
                    ["changed constraint part_thing_id_fkey on sandbox.part"]
                ),
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
                (
                    "ALTER POLICY schema_migration_read ON sandbox.schema_migration USING (false)",
                    ["changed policy schema_migration_read on sandbox.schema_migration"]
                ),
                (
                    "CREATE POLICY odd ON sandbox.schema_migration USING (true)",
                    ["foreign policy odd on sandbox.schema_migration"]
                ),
                (
                    "ALTER TABLE sandbox.schema_definition NO FORCE ROW LEVEL SECURITY",
                    ["changed row-security sandbox.schema_definition"]
                ),
            ],
            [
                (
                    "ALTER TABLE sandbox.thing DROP CONSTRAINT thing_pkey CASCADE",
                    [
                        "missing constraint thing_pkey on sandbox.thing",
                        "missing constraint part_thing_id_fkey on sandbox.part",
                    ]
                ),
                ("DELETE FROM sandbox.stage WHERE stage = 'draft'", ["missing row draft on sandbox.stage"]),
                ("UPDATE sandbox.stage SET position = 7 WHERE stage = 'filed'", ["changed row filed on sandbox.stage"]),
                ("INSERT INTO sandbox.stage VALUES ('odd', 9)", ["foreign row odd on sandbox.stage"]),
                (
                    "ALTER SEQUENCE sandbox.thing_thing_id_seq CYCLE",
                    ["changed sequence sandbox.thing_thing_id_seq"]
                ),
            ],
        ])
    func state(tampering: [(sql: String, named: [String])]) async throws {
        try await inSmallSchema { small in
            try await small.migrate()
            let digest = try await small.migrator().digest()
            for (sql, _) in tampering { try await small.run("\(unsafe: sql)") }
            // The triggers of `part` are definitions; disabling all of them also disables those of its foreign key.
            try await small.migrate()
            let found = try await differences(small)
            #expect(named(found).sorted() == tampering.flatMap(\.named).sorted())
            #expect(found.allSatisfy { $0.isState && $0.isProblem })
            try await small.run("UPDATE sandbox.schema_definition SET sha256 = 'another'")
            try await small.migrate()
            #expect(try await differences(small) == found)
            // Nothing comparable was recorded, as after an upgrade of PostgreSQL: what should be there is made once more.
            try await small.run("UPDATE sandbox.schema_definition SET form = 'of PostgreSQL 14'")
            #expect(try await small.migrator().status().disagreements == [.unrecorded])
            #expect(try await small.migrator().verified().differences == found)
            let lost = await #expect(throws: SchemaDisagreement.self) { try await small.migrate(and: Self.later) }
            #expect(lost?.code != "schema-unrecorded" && found.map(\.name).contains(lost?.name))
            try await small.migrate()
            #expect(try await differences(small) == found)
            for repair in found.compactMap(\.repair) { try await small.run("\(unsafe: repair)") }
            #expect(try await self.named(differences(small)) == [])
            #expect(try await small.migrator().digest() == digest)
        }
    }

    private static let later = [("0003_more", "ALTER TABLE thing ADD COLUMN colour text")]

    @Test("a column or a constraint that was renamed gets its name back, and with it what names it") func renamed()
        async throws
    {
        try await inSmallSchema { small in
            try await small.migrate()
            try await small.run(
                """
                ALTER TABLE sandbox.part RENAME name TO label;
                ALTER TABLE sandbox.thing RENAME CONSTRAINT thing_pkey TO odd;
                ALTER TABLE sandbox.thing RENAME CONSTRAINT thing_name_check TO odder
                """)
            let found = try await differences(small)
            #expect(
                named(found.filter(\.isState)) == [
                    "foreign column sandbox.part.label", "missing column sandbox.part.name",
                    "changed index sandbox.part_name_idx", "foreign constraint odd on sandbox.thing",
                    "foreign constraint odder on sandbox.thing", "missing constraint thing_name_check on sandbox.thing",
                    "missing constraint thing_pkey on sandbox.thing",
                ])
            #expect(
                found.compactMap(\.repair) == [
                    "ALTER TABLE sandbox.part RENAME COLUMN label TO name",
                    "ALTER TABLE sandbox.thing RENAME CONSTRAINT odder TO thing_name_check",
                    "ALTER TABLE sandbox.thing RENAME CONSTRAINT odd TO thing_pkey",
                ])
            try await small.run("UPDATE sandbox.schema_definition SET form = 'of PostgreSQL 14'")
            let lost = await #expect(throws: SchemaDisagreement.self) { try await small.migrate() }
            #expect(lost?.name == "sandbox.part.name")
            for repair in found.compactMap(\.repair) { try await small.run("\(unsafe: repair)") }
            try await small.migrate()
            #expect(try await self.named(differences(small)) == [])
        }
    }

    @Test("what roles may do beyond their group is named, with what takes it away") func roles() async throws {
        let test = try TestDatabase.current
        let kim = try await test.person(.desk, of: "과학기술정보통신부")
        let lee = try await test.person(.analyst)
        let (kimNamed, leeNamed) = ("\"\(kim)\"", "\"\(lee)\"")
        // Roles belong to the whole cluster, so all of it is undone.
        try await test.administrator.write(dryRun: true) { session in
            try session.simple(
                """
                ALTER ROLE sandbox_public LOGIN; ALTER ROLE sandbox_register BYPASSRLS; ALTER ROLE \(identifier: kim) CREATEROLE;
                GRANT sandbox_analyst TO sandbox_public; GRANT sandbox_auditor TO \(identifier: kim);
                GRANT \(identifier: kim) TO \(identifier: lee); GRANT UPDATE (reason) ON sandbox.decision TO \(identifier: lee);
                CREATE PUBLICATION odd FOR TABLE sandbox.decision;
                CREATE FUNCTION public.odd() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
                CREATE EVENT TRIGGER odd ON ddl_command_end EXECUTE FUNCTION public.odd();
                CREATE SEQUENCE sandbox.odd; DELETE FROM sandbox.transition WHERE to_stage = 'returned' AND from_stage = 'filed'
                """)
            let found = try RecordedCatalogue.differences(session)
            let foreign = [
                "membership \(kimNamed) in sandbox_auditor", "membership \(leeNamed) in \(kimNamed)",
                "membership sandbox_public in sandbox_analyst", "person-privilege \(leeNamed) on sandbox.decision",
                "role-attribute BYPASSRLS of sandbox_register", "role-attribute CREATEROLE of \(kimNamed)",
                "role-attribute LOGIN of sandbox_public", "publication odd", "event-trigger odd",
                "sequence sandbox.odd",
            ]
            #expect(
                named(found).sorted()
                    == (foreign.map { "foreign \($0)" } + ["missing row filed returned on sandbox.transition"]).sorted()
            )
            #expect(found.count { !$0.isProblem } == 3)
            for repair in found.compactMap(\.repair) { try session.simple("\(unsafe: repair)") }
            #expect(try RecordedCatalogue.differences(session).map(\.kind).allSatisfy { $0 == .sequence })
        }
    }

    @Test("every table that migrations insert rows into is compared row by row") func vocabularies() throws {
        let inserts = EmbeddedSQL.migrations.flatMap {
            $0.text.matches(of: /\nINSERT INTO (\w+)/).map { String($0.output.1) }
        }
        #expect(Set(inserts).sorted() == CatalogueQuery.vocabularies)
    }

    @Test("whoever locks a table is named by those who read the catalogue") func locked() async throws {
        try await inSmallSchema { small in
            try await small.migrate()
            var options = small.database.options
            options.lockTimeout = .milliseconds(50)
            let database = Database(options, lanes: 2)
            let other = small.other()
            try await other.holding("LOCK TABLE sandbox.schema_migration IN ACCESS EXCLUSIVE MODE") {
                let migrator = Migrator(database, migrations: [], definitions: SchemaDefinitions([]))
                let error = await #expect(throws: InUse.self) { try await migrator.status() }
                #expect(error?.isReading == true && error?.users.map(\.login) == ["postgres"])
                #expect(error?.users.map(\.table) == ["schema_migration"])
                await #expect(throws: InUse.self) { try await migrator.migrate() }
            }
            await other.close()
            await database.close()
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
            try await small.migrate(and: Self.later)
            #expect(try await named(small.migrator(and: Self.later).status().differences) == added)
        }
    }

    @Test("a migration does not begin on a state that is not the recorded one") func refused() async throws {
        try await inSmallSchema { small in
            try await small.migrate()
            try await small.run("DROP INDEX sandbox.part_name_idx; DROP POLICY thing_desk ON sandbox.thing")
            let error = await #expect(throws: SchemaDisagreement.self) { try await small.migrate(and: Self.later) }
            #expect(error?.code == "schema-object-missing")
            #expect(error?.name == "sandbox.part_name_idx")
            let repair = try #require(try await differences(small).first?.repair)
            try await small.run("\(unsafe: repair)")
            try await small.migrate(and: Self.later)
            #expect(try await small.migrator(and: Self.later).status().disagreements == [])
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
