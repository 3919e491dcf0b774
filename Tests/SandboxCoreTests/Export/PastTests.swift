import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// The register as it was at an instant: the same rows for everybody, whatever has happened since.
@Suite("The past", .database)
struct PastTests {
    /// Every table and view that can be read as of a moment, and the functions that count over them.
    private func relations(_ test: TestDatabase) async throws -> [String] {
        try await test.administrator.read { session in
            try session.all(
                """
                SELECT DISTINCT c.relname::text FROM pg_class AS c
                WHERE c.relnamespace IN ('past'::regnamespace, 'instant'::regnamespace) AND c.relkind = 'v' ORDER BY 1
                """, as: String.self) + Self.counts
        }
    }

    private static let counts = [
        "deadline_state", "grant_state", "grant_outlook", "milestone_at", "commitment_at", "reform_status_at",
    ]

    /// Everything a person can read of a moment, table by table.
    private func everything(
        _ world: World, _ person: World.Person, _ relations: [String], at instant: String
    ) async throws -> [String: [String]] {
        try await world.database(person).write(.repeatableRead, dryRun: true) { session in
            // A reading at an instant takes the time it takes.
            try session.execute("SET LOCAL statement_timeout = 0")
            try session.execute("SELECT instant.enter(\(instant)::timestamptz)")
            var all: [String: [String]] = [:]
            for name in relations {
                let isCount = Self.counts.contains(name)
                guard
                    try session.one(
                        "SELECT has_table_privilege(\(isCount ? "deadline" : name), 'SELECT')", as: Bool.self)
                else { continue }
                let counted = name == "calendar" ? "revision" : ""
                let arguments: SQL = name == "reform_status_at" ? "(now())" : isCount ? "()" : ""
                all[name] = try session.all(
                    // What is in a paper is not in the log, nor how often a calendar was changed.
                    """
                    SELECT (to_jsonb(everything) - 'content' - \(counted)::text)::text
                    FROM \(identifier: name)\(arguments) AS everything ORDER BY 1
                    """, as: String.self)
            }
            return all
        }
    }

    private func settled(_ world: World) async throws -> String {
        try await world.database(.desk).read { try $0.one("SELECT instant.stable()::text", as: String.self) }
    }

    @Test("is the same for every role after work of every kind, and is what was really there") func undone()
        async throws
    {
        let world = try await World.make()
        try await world.run(
            .desk,
            """
            INSERT INTO meeting (committee, form, held_on, closes_on)
            SELECT 'main', 'in-person', authority_date('kr-ict') + 30, authority_date('kr-ict') + 30;
            UPDATE case_file SET stage = 'received' WHERE case_file_id = 4;
            INSERT INTO agenda_item (meeting_id, case_file_id)
            SELECT max(meeting_id), 4 FROM meeting;
            """)
        let relations = try await relations(world.test)
        let people = World.characters.filter { ![.stranger, .disabled].contains($0) }
        let instant = try await settled(world)
        var before: [World.Person: [String: [String]]] = [:]
        for person in people {
            before[person] = try await everything(world, person, relations, at: instant)
            // Nothing has happened since: the tables of the past are those of today.
            for table in ["case_file", "consultation", "opinion", "decision", "reform_task", "event"] {
                guard let then = before[person]?[table] else { continue }
                let now = try await world.lines(person, "SELECT to_jsonb(x) FROM sandbox.\(table) AS x")
                #expect(now.count == then.count, "\(person) on \(table)")
            }
        }
        #expect(before[.desk]?.count ?? 0 > 25 && before[.desk]?["cases"]?.count ?? 0 == 4)

        try await workOnEverything(world)
        for person in people {
            let after = try await everything(world, person, relations, at: instant)
            #expect(after.keys == before[person]?.keys)
            for table in after.keys.sorted() {
                #expect(after[table] == before[person]?[table], "\(person) on \(table)")
            }
        }
        let now = try await settled(world)
        #expect(try await everything(world, .desk, ["cases"], at: now)["cases"] != before[.desk]?["cases"])
    }

    @Test("a reading at an instant takes the time it takes; casework has a limit") func patience() async throws {
        struct Limit: Query {
            func answer(_ session: Session) throws -> String {
                try session.one("SHOW statement_timeout", as: String.self)
            }
        }
        let tracker = try TestDatabase.current.tracker(as: try await TestDatabase.current.person(.analyst))
        #expect(try await tracker.answer(Limit()) != "0")
        #expect(try await tracker.reading(at: tracker.instant()).answer(Limit()) == "0")
    }

    @Test("an act in flight belongs to what comes after: the instant waits for it") func inFlight() async throws {
        let world = try await World.make()
        let recorded = AsyncStream.makeStream(of: Void.self)
        let desk = world.database(.desk)
        async let slow: Void = desk.write { session in
            try session.execute("UPDATE reform_task SET status = 'drafting'")
            recorded.continuation.yield()
            try session.execute("SELECT pg_sleep(0.4)")
        }
        for await _ in recorded.stream { break }
        let auditor = world.database(.auditor)
        let instant = try await auditor.read { try $0.one("SELECT instant.stable()::text", as: String.self) }
        // What was recorded before the instant is visible by the time the instant is known.
        #expect(
            try await auditor.read { session in
                try session.one(
                    """
                    SELECT count(*) FROM event WHERE entity = 'reform_task' AND new ->> 'status' = 'drafting'
                        AND at <= \(instant)::timestamptz
                    """, as: Int.self)
            } == 1)
        try await slow
    }

    @Test("who changed what everybody may read is told to nobody, and of a session only to those who could see it")
    func withheld() async throws {
        let world = try await World.make()
        for person in World.characters {
            let refused = try await world.refusal(person, "SELECT past.open_events()")
            #expect(refused?.state == .insufficientPrivilege, "\(person)")
            let meetings = try await world.lines(person, "SELECT * FROM past.meetings()")
            let today = try? await world.lines(person, "SELECT * FROM meeting")
            #expect(Set(meetings) == Set(today ?? []), "\(person)")
        }
    }

    @Test("every table that is watched can be read as of a moment") func covered() async throws {
        let missing = try await TestDatabase.current.administrator.read { session in
            try session.all(
                """
                SELECT c.relname::text FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
                WHERE c.relnamespace = 'sandbox'::regnamespace AND t.tgname = 'log_insert'
                    AND c.relname <> 'person' AND NOT EXISTS (SELECT FROM pg_class AS p
                        WHERE p.relnamespace = 'past'::regnamespace AND p.relname = c.relname)
                """, as: String.self)
        }
        #expect(missing == [], "schema/96_past_cover.sql covers what log.watch watches")
        // What follows from the tables: views, and functions that were bound to the tables of today.
        let bound = try await TestDatabase.current.administrator.read { session in
            try session.all(
                """
                SELECT c.relname::text FROM pg_class AS c
                WHERE c.relnamespace IN ('sandbox'::regnamespace, 'report'::regnamespace) AND c.relkind = 'v'
                    AND NOT EXISTS (SELECT FROM pg_class AS i
                        WHERE i.relnamespace = 'instant'::regnamespace AND i.relname = c.relname)
                UNION ALL
                SELECT p.proname::text FROM pg_proc AS p
                WHERE p.pronamespace = 'sandbox'::regnamespace AND p.provolatile = 's' AND NOT p.prosecdef
                    AND pg_get_function_sqlbody(p.oid) ~ 'BEGIN ATOMIC' AND EXISTS (SELECT FROM pg_depend AS d
                        WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.refclassid = 'pg_class'::regclass)
                    AND NOT EXISTS (SELECT FROM pg_proc AS i
                        WHERE i.pronamespace = 'instant'::regnamespace AND i.proname = p.proname)
                """, as: String.self)
        }
        #expect(bound == [], "SELECT past.cover_view('…') or past.cover_function('…') in the migration that makes it")
    }

    @Test("the past has the columns of today's tables, and the views by the stopped clock say what today's say")
    func current() async throws {
        try await TestDatabase.current.administrator.read { session in
            let differing = try session.all(
                """
                SELECT p.relname::text FROM pg_class AS p JOIN pg_class AS t ON t.relname = p.relname
                WHERE p.relnamespace = 'past'::regnamespace AND p.relkind = 'v' AND t.relnamespace = 'sandbox'::regnamespace
                    AND (SELECT array_agg(a.attname ORDER BY a.attnum) FROM pg_attribute AS a
                            WHERE a.attrelid = p.oid AND a.attnum > 0)
                        <> (SELECT array_agg(a.attname ORDER BY a.attnum) FROM pg_attribute AS a
                            WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped)
                """, as: String.self)
            #expect(differing == [], "SELECT past.cover_table('…') again in the migration that adds the column")
            let views = try session.all(
                """
                SELECT i.oid::bigint, b.oid::bigint, i.relname::text FROM pg_class AS i
                JOIN pg_class AS b ON b.relname = i.relname AND b.relkind = 'v'
                    AND b.relnamespace IN ('sandbox'::regnamespace, 'report'::regnamespace)
                WHERE i.relnamespace = 'instant'::regnamespace AND i.relkind = 'v'
                """
            ) { (stopped: Int64, today: Int64, name: String) in (stopped, today, name) }
            #expect(views.count >= 16)
            try session.execute("SELECT set_config('search_path', 'sandbox', true)")
            let stale = try session.all(
                """
                SELECT p.proname::text FROM pg_proc AS p
                JOIN pg_proc AS i ON i.proname = p.proname AND i.pronamespace = 'instant'::regnamespace
                WHERE p.pronamespace = 'sandbox'::regnamespace AND pg_get_function_sqlbody(p.oid) ~ 'BEGIN ATOMIC'
                    AND (i.prosrc <> substring(pg_get_function_sqlbody(p.oid) FROM '^\\s*BEGIN ATOMIC(.*)END\\s*$')
                        OR pg_get_function_arguments(i.oid) <> pg_get_function_arguments(p.oid)
                        OR pg_get_function_result(i.oid) <> pg_get_function_result(p.oid))
                """, as: String.self)
            #expect(stale == [], "SELECT past.cover_function('…') again in the migration that replaces the function")
            for (stopped, today, name) in views {
                try session.execute("SELECT set_config('search_path', 'sandbox, report', true)")
                let said = try session.one("SELECT pg_get_viewdef(\(today)::oid)", as: String.self)
                try session.execute("SELECT set_config('search_path', 'instant, sandbox, report', true)")
                let again = try session.one("SELECT pg_get_viewdef(\(stopped)::oid)", as: String.self)
                #expect(
                    again.replacing("instant.", with: "").replacing(/past\.(kept_\w+)s\(\) (\w+)\([^)]*\)/) {
                        "\($0.output.1) \($0.output.2)"
                    } == said,
                    "SELECT past.cover_view('…', '\(name)') again in the migration that replaces the view")
            }
        }
    }

    private func workOnEverything(_ world: World) async throws {
        try await world.run(.companyA, World.draft("새 제안") + World.file + World.draft("에이 둘째 초안"))
        try await world.run(.companyB, World.draft("비이 새것") + World.file)
        try await world.run(
            .companyB, "SELECT take_out(3, 'participant'), take_out(3, 'attachment')")
        try await world.run(.ministryOpen, World.reply("agree", "NULL", "'{}'"))
        try await world.run(.companyA, "UPDATE supplement SET answer = '답' WHERE case_file_id = 2")
        try await world.run(
            .desk,
            """
            UPDATE case_file SET stage = 'received' WHERE stage = 'filed';
            UPDATE case_file SET stage = 'consulting' WHERE stage = 'received';
            INSERT INTO consultation (case_file_id, ministry_id, question)
            SELECT c.case_file_id, o.organisation_id, '추가' FROM case_file AS c, organisation AS o
            WHERE c.stage = 'consulting' AND o.name IN ('하나부', '세나부') AND NOT EXISTS (SELECT FROM consultation AS k
                WHERE k.case_file_id = c.case_file_id AND k.ministry_id = o.organisation_id AND k.replied_at IS NULL);
            UPDATE organisation SET name = name || ' 개칭', closed_on = NULL;
            UPDATE reform_task SET status = 'drafting', title = '바뀐 제목';
            UPDATE reform_task SET status = 'in-force', in_force_on = '2026-01-01';
            SELECT remove_rows('task_provision', t.reform_task_id) FROM reform_task AS t;
            UPDATE roadmap SET name = '바뀐 로드맵';
            SELECT remove_rows('case_task', t.reform_task_id) FROM reform_task AS t; INSERT INTO case_task (case_file_id, reform_task_id) VALUES (6, 1);
            INSERT INTO register_withholding (case_file_id, field, regime, ground)
            VALUES (5, 'company', 'kr-ict', 'trade-secret');
            INSERT INTO organisation (kind, name) VALUES ('company', '과거사');
            SELECT stage_cases('kr-ict');
            INSERT INTO pg_temp.staged_case (line, company, service_name, track, outcome, decided_on, filed_on, ministries,
                laws, obstacles, conditions, inferred_fields)
            VALUES (2, '과거사', '옛 서비스', 'demonstration', 'granted', '2020-01-01', '2019', '{하나부}', '{저작권법}', '{장애}',
                '{조건}', '{}');
            SELECT import_cases();
            """)
        try await world.run(.ministryElsewhere, World.reply("oppose", "'이유'", "'{}'"))
        try await world.run(.ministryAsked, World.reply("agree", "NULL", "'{}'"))
        try await world.run(
            .desk,
            """
            INSERT INTO decision (case_file_id, outcome, decided_on) VALUES (6, 'granted', authority_date('kr-ict'));
            UPDATE case_file SET stage = 'decided' WHERE case_file_id = 6
            """)
        try await workOnWhatIsCounted(world)
    }

    /// What deadlines, grants, promises and summits are made of.
    private func workOnWhatIsCounted(_ world: World) async throws {
        try await world.run(
            .desk,
            """
            SELECT announce_holidays('kr', (SELECT array_agg(ROW(authority_date('kr-ict') + n, '임시공휴일', NULL, 'temporary',
                NULL, NULL)::holiday) FROM generate_series(1, 120) AS n));
            SELECT withdraw_holidays('kr', ARRAY[authority_date('kr-ict') + 3], NULL, NULL, '철회');
            INSERT INTO deadline_stop_undoing (deadline_stop_id, case_file_id, reason)
            SELECT s.deadline_stop_id, s.case_file_id, '잘못' FROM deadline_stop AS s JOIN deadline AS c USING (deadline_id)
            WHERE c.ended_on IS NULL AND (s.ended_on IS NOT NULL OR s.supplement_id IS NULL);
            INSERT INTO grant_act (exemption_grant_id, case_file_id, act, label)
            SELECT exemption_grant_id, case_file_id, 'publish', '관보' FROM exemption_grant WHERE certificate IS NOT NULL;
            UPDATE meeting SET held_on = held_on + 1, closes_on = closes_on + 1 WHERE frozen_at IS NULL;
            SELECT remove_rows('agenda_item', i.agenda_item_id) FROM agenda_item AS i WHERE i.closed_at IS NULL;
            INSERT INTO forecast (reform_task_id, kind, said, said_from, said_to)
            VALUES (1, 'in-force', '2027년', '2027-01-01', '2027-12-31');
            INSERT INTO arrival (reform_task_id, kind, said, said_from, said_to)
            VALUES (1, 'drafting', '2025년', '2025-01-01', '2025-12-31');
            INSERT INTO raised_point (summit_id, kind, body, case_file_id) VALUES (1, 'suggestion', '새 건의', NULL),
                (1, 'proposal', '에이의 새 제안', 2), (1, 'proposal', '비이의 새 제안', 5);
            INSERT INTO commitment (summit_id, kind, owner, body) VALUES (1, 'data', '에이', '공개');
            INSERT INTO commitment_evidence (commitment_id, kind, body) VALUES (1, 'fulfilled', '공개했다');
            """)
        try await world.run(
            .companyB,
            """
            INSERT INTO grant_act (exemption_grant_id, case_file_id, act, text)
            SELECT exemption_grant_id, case_file_id, 'renounce', '포기' FROM exemption_grant WHERE case_file_id = 5;
            """)
    }
}
