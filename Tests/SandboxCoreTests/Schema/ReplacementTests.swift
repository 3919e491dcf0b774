import Postgres
import SandboxTesting
import Synchronization
import Testing

@testable import SandboxCore

/// On small sets of files, so that each test says all that there is.
@Suite("Definitions are replaced as a whole", .database)
struct ReplacementTests {
    private func changed(_ old: String = "upper(t.name)", _ new: String = "initcap(t.name)") -> [(
        name: String, text: String
    )] {
        SmallSchema.definitions.map { ($0.name, $0.text.replacing(old, with: new)) }
    }

    @Test("the same definitions are applied once, and come to the same when applied again") func twice() async throws {
        try await inSmallSchema { small in
            #expect(try await small.migrate().lockedFor != nil)
            let first = try await small.database.catalogue()
            #expect(try await small.migrate().isEmpty)
            try await small.run("UPDATE sandbox.schema_definition SET sha256 = 'another'")
            #expect(try await small.migrate().lockedFor != nil)
            #expect(try await small.database.catalogue().differences(from: first) == [])
            let rows: [String] = try await small.database.read {
                try $0.all(
                    "SELECT format('%s %s %s', number, version, applied_by) FROM sandbox.schema_definition ORDER BY 1")
            }
            #expect(rows == ["1 2 postgres", "2 2 postgres"])
        }
    }

    @Test("what somebody dropped, changed or added by hand is put right with the next change") func byHand()
        async throws
    {
        try await inSmallSchema { small in
            try await small.migrate(changed())
            try await small.migrate()
            let right = try await small.database.catalogue()
            try await small.run(
                """
                DROP POLICY thing_desk ON sandbox.thing; DROP FUNCTION sandbox.make_pair();
                CREATE FUNCTION sandbox.stray() RETURNS integer LANGUAGE sql RETURN 1;
                CREATE POLICY stray ON sandbox.part USING (true);
                GRANT DELETE ON sandbox.thing TO sandbox_analyst, PUBLIC;
                GRANT UPDATE (name) ON sandbox.thing TO sandbox_company;
                """)
            #expect(try await small.database.catalogue() != right)
            try await small.migrate(changed())
            try await small.migrate()
            #expect(try await small.database.catalogue().differences(from: right) == [])
        }
    }

    @Test("a definition that the files no longer have is gone") func vanishes() async throws {
        try await inSmallSchema { small in
            try await small.migrate()
            try await small.migrate([SmallSchema.definitions[0]])
            let lines = try await small.database.catalogue()
            #expect(lines.lines(of: "sandbox.guard_thing()") == [])
            #expect(lines.lines.filter { $0.hasPrefix("trigger") || $0.contains("policy thing_") } == [])
            #expect(!lines.lines(of: "sandbox.title(bigint)").isEmpty)
        }
    }

    @Test("what a table depends on is state and stays, with all that hangs on it") func kept() async throws {
        try await inSmallSchema { small in
            try await small.migrate()
            try await small.migrate([("10_nothing", "SELECT 1")])
            let lines = try await small.database.catalogue().lines
            for name in ["is_name(text)", "folded(text)", "inner_today()", "today()"] {
                #expect(lines.contains { $0.hasPrefix("function sandbox.\(name)") }, "\(name)")
            }
            #expect(lines.contains { $0.hasPrefix("type sandbox.span: c") })
            #expect(lines.contains { $0.hasPrefix("constraint thing_name_check") })
            #expect(lines.contains { $0.hasPrefix("index sandbox.part_name_idx") })
            #expect(
                lines.contains { $0.hasPrefix("column sandbox.thing.made_on: date not null default sandbox.today()") })
            #expect(!lines.contains { $0.hasPrefix("type sandbox.pair") || $0.hasPrefix("view ") })
        }
    }

    @Test("a fresh database is what an older one has become") func upgrade() async throws {
        let more = [("0003_more", "ALTER TABLE thing ADD COLUMN colour text; DROP VIEW IF EXISTS named_thing CASCADE")]
        let new =
            changed() + [("30_colour", "CREATE VIEW coloured AS SELECT t.thing_id FROM thing AS t WHERE t.colour > ''")]
        var fresh: Catalogue?
        var digest: String?
        try await inSmallSchema { small in
            try await small.migrate(new, and: more)
            fresh = try await small.database.catalogue()
            digest = try await small.migrator().digest()
        }
        try await inSmallSchema { small in
            try await small.migrate()
            try await small.migrate(new, and: more)
            let wanted = try #require(fresh)
            #expect(try await small.database.catalogue().differences(from: wanted) == [])
            #expect(try await small.migrator().digest() == digest)
        }
    }

    @Test("a migration that took definitions along has them made again, though they are the same") func afterMigration()
        async throws
    {
        try await inSmallSchema { small in
            try await small.migrate()
            let before = try await small.database.catalogue()
            try await small.migrate(and: [("0003_drop", "DROP VIEW IF EXISTS named_thing CASCADE")])
            #expect(try await small.database.catalogue().differences(from: before) == [])
        }
    }

    @Test("a file that fails leaves everything as it was, and says file, line and the line's text") func failure()
        async throws
    {
        try await inSmallSchema { small in
            try await small.migrate()
            let before = try await small.database.catalogue()
            let failure = await #expect(throws: MigrationFailure.self) {
                try await small.migrate(
                    SmallSchema.definitions + [("30_bad", "SELECT 1;\n\nCREATE VIEW v AS SELECT nothing;")])
            }
            #expect(failure?.file == "schema/30_bad.sql")
            #expect(failure?.line == 3)
            #expect(failure?.offendingLine == "CREATE VIEW v AS SELECT nothing;")
            #expect(try await small.database.catalogue().differences(from: before) == [])
        }
    }

    @Test("bodies may call what comes later, and are checked when everything is there") func bodies() async throws {
        try await inSmallSchema { small in
            let early = "CREATE FUNCTION a() RETURNS integer LANGUAGE sql AS $$ SELECT b() $$;"
            let late = "CREATE FUNCTION b() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;"
            try await small.migrate([("10_a", early), ("20_b", late)])
            let failure = await #expect(throws: MigrationFailure.self) {
                try await small.migrate([
                    ("10_a", "SELECT 1;\n" + early.replacing("SELECT b()", with: "\n  SELECT c()"))
                ])
            }
            #expect(failure?.file == "schema/10_a.sql")
            #expect(failure?.line == 3)
            #expect(failure?.offendingLine == "SELECT c() $$;")
            let plpgsql = await #expect(throws: MigrationFailure.self) {
                try await small.migrate([
                    ("10_a", "CREATE FUNCTION a() RETURNS integer LANGUAGE plpgsql AS $$\nBEGIN\n  nonsense;\nEND $$")
                ])
            }
            #expect(plpgsql?.file == "schema/10_a.sql")
            #expect(plpgsql?.line == 3)
        }
    }

    @Test("a dry run tries all of it and keeps nothing; a target below the newest leaves definitions alone") func dry()
        async throws
    {
        try await inSmallSchema { small in
            let migrator = try small.migrator()
            #expect(try await migrator.migrate(to: 1, regimes: []).lockedFor == nil)
            let before = try await small.database.catalogue()
            let tried = try await migrator.migrate(dryRun: true, regimes: [])
            #expect(tried.migrations.count == 1 && tried.lockedFor != nil)
            #expect(try await small.database.catalogue().differences(from: before) == [])
            let status = try await migrator.status()
            #expect(status.areDefinitionsDue && status.definitions == nil && status.disagreements == [])
            try await migrator.migrate(regimes: [])
            try await small.run("UPDATE sandbox.schema_definition SET sha256 = 'another'")
            #expect(try await migrator.status().disagreements == [.definitions])
        }
    }

    @Test("tables in use are waited for, then it says who uses them, and nothing is changed") func inUse() async throws
    {
        try await inSmallSchema { small in
            try await small.migrate()
            let before = try await small.database.catalogue()
            let steps = Mutex(0)
            let other = small.other()
            let failure = try await other.holding("SELECT 1 FROM sandbox.thing") {
                await #expect(throws: InUse.self) {
                    try await small.migrate(changed(), patience: .milliseconds(100)) { step in
                        if case .waiting = step { steps.withLock { $0 += 1 } }
                    }
                }
            }
            await other.close()
            #expect(failure?.attempts == 3)
            #expect(failure?.users.map(\.table) == ["thing"])
            #expect(failure?.users.map(\.login) == ["postgres"])
            #expect(steps.withLock { $0 } == 2)
            #expect(try await small.database.catalogue().differences(from: before) == [])
            #expect(try await small.migrate(changed()).lockedFor != nil)
        }
    }
}
