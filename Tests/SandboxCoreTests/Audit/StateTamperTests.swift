import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// Somebody with all the rights of the machine changes the register past the triggers and leaves the log as it is. Every row
/// that was changed is named.
@Suite("A register that was tampered with", .database)
struct StateTamperTests {
    /// A register with rows in most tables.
    private func arrange() async throws -> Casework {
        let casework = try await Casework()
        _ = try await casework.drafted()
        _ = try await casework.consulting()
        _ = try await casework.granted(conditions: true)
        _ = try await casework.running()
        let answered = try await casework.consulting()
        let file = PaperFile(paper: "reply", name: "회신.txt", content: Array("회신".utf8))
        try await casework.desk.perform(
            RecordReply(
                answered, ministry: "문화체육관광부", opinion: .agree,
                document: OfficialDocument(number: "제1호", file: file)))
        try await casework.voted(answered)
        var shorter = DecideCase(answered, outcome: .granted)
        shorter.validity = .months(6)
        try await casework.desk.perform(shorter)
        let returned = try await casework.received()
        try await casework.desk.perform(ReturnCase(returned, reason: "요건 미비"))
        let past =
            "company,service,track,regulation,conditions,decided_on,decision,meeting\n"
            + "가나,과거 과제,demonstration,의료법,조건 하나,2024-01-02,granted-with-conditions,30\n"
        _ = try await casework.desk.perform(ImportCases(Array(past.utf8), file: nil))
        return casework
    }

    /// Changes the register as nobody may, asks what does not agree with the log, and takes it back.
    private func rows(_ casework: Casework, after change: String) async throws -> [AuditBreak] {
        try await casework.database.administrator.write(dryRun: true) { session in
            try session.simple(
                """
                SET LOCAL search_path TO sandbox, public; SET LOCAL session_replication_role = replica;
                \(unsafe: change)
                """)
            return try AuditVerify().verdict(session).breaks
        }
    }

    @Test("an untouched one agrees with its log") func untouched() async throws {
        let casework = try await arrange()
        #expect(try await rows(casework, after: "SELECT 1") == [])
        let seal = try await casework.auditor.tracker.perform(AuditSeal())
        let later = try await casework.drafted()
        try await casework.company.perform(WithdrawCase(later, reason: "철회"))
        let verdict = try await casework.auditor.answer(AuditVerify(token: seal.token, onlyLater: true))
        #expect(verdict.breaks == [] && verdict.covered == EventID(seal.token.upTo))
    }

    @Test("the key of an event is that of one row, whatever the row says") func keys() async throws {
        let ambiguous = try await TestDatabase.current.administrator.read {
            // Of the decisions of a case one has conditions: only a rejected case is decided again.
            try $0.all(
                """
                SELECT w.name FROM log.watched() AS w WHERE w.name NOT LIKE 'condition%' AND NOT EXISTS (
                    SELECT FROM pg_index AS i WHERE i.indrelid = w.base AND i.indisunique AND i.indpred IS NULL
                        AND i.indexprs IS NULL AND NOT EXISTS (
                            SELECT FROM unnest(i.indkey::smallint[]) AS k (n)
                            JOIN pg_attribute AS a ON a.attrelid = w.base AND a.attnum = k.n
                            WHERE w.chain || ' ' || w.row_key !~ ('r\\."?' || a.attname || '\\M')))
                """, as: String.self)
        }
        #expect(ambiguous == [])
    }

    /// What is changed, and the row that is named for it.
    private static let changes = [
        ("UPDATE decision SET outcome = 'rejected' WHERE decision_id = 1", "decision 1 state-differs"),
        ("UPDATE opinion SET reason = 'x' WHERE consultation_id = 2", "opinion 2 state-differs"),
        ("UPDATE condition SET text = 'x' WHERE condition_no = 1", "condition 1 state-differs"),
        ("DELETE FROM condition WHERE condition_no = 2", "condition 2 row-missing"),
        ("DELETE FROM agenda_vote WHERE agenda_item_id = 1 AND member_no = 1", "agenda_vote 1/1 row-missing"),
        (
            "UPDATE agenda_vote SET vote = 'against' WHERE agenda_item_id = 1 AND member_no = 2",
            "agenda_vote 1/2 state-differs"
        ),
        (
            "UPDATE case_file SET filed_at = filed_at - interval '1 day' WHERE case_file_id = 2",
            "case_file 2 state-differs"
        ),
        (
            "UPDATE meeting_member SET name = 'x' WHERE meeting_id = 1 AND member_no = 3",
            "meeting_member 3 state-differs"
        ),
        ("UPDATE attachment SET content = 'x' WHERE attachment_id = 1", "attachment 1 content-differs"),
        ("UPDATE received_document SET content = 'x'", "received_document 1 content-differs"),
        ("UPDATE agenda_paper SET content = content || ' ' WHERE agenda_item_id = 1", "agenda_paper 1 content-differs"),
        ("UPDATE agenda_paper SET digest = sha256('x') WHERE agenda_item_id = 2", "agenda_paper 2 state-differs"),
        (
            "UPDATE deadline SET promised_on = promised_on + 1 WHERE case_file_id = 2 AND deadline_no = 1",
            "deadline 1 state-differs"
        ),
        ("UPDATE deadline SET ended_at = now() WHERE case_file_id = 2 AND deadline_no = 2", "deadline 2 state-differs"),
        ("DELETE FROM deadline WHERE case_file_id = 3 AND deadline_no = 1", "deadline 1 row-missing"),
        ("UPDATE public_holiday SET day = day + 1 WHERE public_holiday_id = 1", "public_holiday row-without-event"),
        ("DELETE FROM public_holiday WHERE public_holiday_id = 2", "public_holiday row-missing"),
        ("UPDATE holiday_rule SET day = 2 WHERE position = 1", "holiday_rule 1 state-differs"),
        ("UPDATE calendar SET foreseen_to = '2040-12-31' WHERE calendar = 'kr'", "calendar kr state-differs"),
        ("UPDATE person SET group_role = 'sandbox_auditor' WHERE role_name LIKE 'rival%'", "person state-differs"),
        ("UPDATE organisation SET name = 'x' WHERE name = '다른회사'", "organisation state-differs"),
        (
            "UPDATE exemption_grant SET granted_on = granted_on - 1 WHERE exemption_grant_id = 1",
            "exemption_grant 1 state-differs"
        ),
        ("UPDATE grant_act SET on_day = on_day - 1 WHERE act_no = 1", "grant_act state-differs"),
        ("UPDATE insurance_cover SET amount = amount + 1 WHERE cover = 'death'", "insurance_cover state-differs"),
        ("UPDATE calendar SET closed_weekdays = '{7}'", "calendar kr state-differs"),
        ("UPDATE deadline_rule SET length = 90 WHERE rule = 'k1'", "regime_version 1 content-differs"),
        ("DELETE FROM exemption_item WHERE case_file_id = 1", "exemption_item 1 row-missing"),
        ("UPDATE case_file SET reference = 'DE-2024-0099' WHERE origin = 'import'", "imported_case content-differs"),
        (
            """
            INSERT INTO lapse (consultation_id, case_file_id, deadline_id, due_on, lapsed_at, proposes, basis, notified_on, notice)
            SELECT 1, 2, 1, '2026-01-01', now(), 'deemed-not-needed', 'x', '2026-01-01', 'x'
            """, "lapse 1/1 row-without-event"
        ),
        (
            """
            INSERT INTO recusal (agenda_item_id, meeting_id, member_no, kind, ground, recorded_by)
            VALUES (1, 1, 4, 'barred', 'party', 'x')
            """, "recusal 1/4 row-without-event"
        ),
    ]

    @Test("every row that was changed, removed or put in is named, with what it is") func kinds() async throws {
        let casework = try await arrange()
        let found = try await rows(casework, after: Self.changes.map(\.0).joined(separator: ";\n"))
        for (change, expected) in Self.changes {
            let words = expected.split(separator: " ").map(String.init)
            #expect(
                found.contains { broken in
                    let named = (broken.row ?? "").split(separator: " ").map(String.init)
                    return named.starts(with: words.dropLast()) && broken.problem.rawValue == words.last
                }, "\(change)")
        }
        #expect(found.allSatisfy { $0.row != nil })
        // One at a time: no other row is named beside.
        let alone = try await rows(
            casework, after: "UPDATE opinion SET opinion = 'oppose', reason = 'x' WHERE consultation_id = 2")
        #expect(alone.map(\.row) == ["opinion 2"])
        #expect(alone.map(\.problem) == [.stateDiffers])
    }

    @Test(
        "a counter that is not where the numbers left it is named, and a key whose result is not there",
        arguments: [
            ("UPDATE reference_counter SET last = last - 1 WHERE year <> 0", "reference_counter", "counter-low"),
            ("UPDATE reference_counter SET last = last + 1 WHERE year = 0", "reference_counter", "counter-high"),
            ("DELETE FROM certificate_counter", "certificate_counter", "counter-low"),
            ("UPDATE certificate_counter SET year = 1999", "certificate_counter", "counter-low"),
            (
                "INSERT INTO paper_counter SELECT regime, 'receipt', 2020, 7 FROM regime", "paper_counter",
                "counter-high"
            ),
            (kept("'file'", "'999999'"), "idempotency_key", "result-missing"),
            (kept("'file'", "NULL"), "idempotency_key", "result-missing"),
            (kept("'file'", "'1e300'"), "idempotency_key", "result-missing"),
            (kept("'file'", "'\"x\"'"), "idempotency_key", "result-missing"),
            (kept("'x'", "'1'"), "idempotency_key", "result-missing"),
        ])
    func numbers(change: String, table: String, problem: String) async throws {
        let casework = try await arrange()
        let found = try await rows(casework, after: change)
        #expect(
            found.contains { $0.row?.hasPrefix(table + " ") == true && $0.problem.rawValue == problem }, "\(found)")
        #expect(found.allSatisfy { $0.chain == table && $0.event == nil }, "\(found)")
        let latest = try await casework.database.administrator.write(dryRun: true) { session in
            try session.simple("SET LOCAL session_replication_role = replica; \(unsafe: change)")
            return try AuditVerify.latest(session).breaks
        }
        #expect(latest.contains { $0.problem.rawValue == problem })
    }

    /// A key that was kept past the triggers, beside one whose result is there.
    private static func kept(_ act: String, _ result: String) -> String {
        """
        INSERT INTO idempotency_key (role_name, key, act, fingerprint, result)
        VALUES ('x', 'j', 'decide', 'x', '1'), ('x', 'k', \(act), 'x', \(result))
        """
    }

    @Test("a row that is there twice does not hide one that is gone") func twice() async throws {
        let casework = try await arrange()
        let found = try await rows(
            casework,
            after: """
                ALTER TABLE agenda_vote DROP CONSTRAINT agenda_vote_pkey;
                UPDATE agenda_vote SET member_no = 2 WHERE agenda_item_id = 1 AND member_no = 1
                """)
        #expect(found.contains { $0.row == "agenda_vote 1/1" && $0.problem == .rowMissing })
        #expect(Set(found.compactMap(\.row)) == ["agenda_vote 1/1", "agenda_vote 1/2"])
    }

    @Test("of changes at random, of any column of any row, none is overlooked") func random() async throws {
        let casework = try await arrange()
        var generator = SeededGenerator.ofThisRun()
        let seed = Double.random(in: -1...1, using: &generator)
        let (changed, missed) = try await casework.database.administrator.write(dryRun: true) { session in
            try session.simple(
                """
                SET LOCAL search_path TO sandbox, public; SET LOCAL session_replication_role = replica;
                SELECT setseed(\(unsafe: String(seed)));
                """)
            try session.simple(Self.tamper)
            return (
                try session.one("SELECT count(*) FROM tampered", as: Int.self),
                try session.all(
                    """
                    SELECT concat_ws(' ', t.entity, t.chain, t.entity_key, t.how) FROM tampered AS t WHERE NOT EXISTS (
                        SELECT FROM (SELECT * FROM audit_row_break() UNION ALL SELECT * FROM audit_content_break()) AS b
                        -- The rows of an imported case are proven together.
                        WHERE b.chain = t.chain
                            AND (b.entity = t.entity AND b.entity_key = t.entity_key OR b.entity = 'imported_case'))
                    """, as: String.self)
            )
        }
        #expect(changed >= 100)
        #expect(missed == [])
    }

    /// Changes a column that is no part of the key, or removes a row, each time another one; what a constraint forbids is tried no
    /// further.
    private static let tamper: SQL = #"""
        CREATE TEMP TABLE tampered (entity text, chain text, entity_key text, how text);
        DO $$
        DECLARE
            target record; col record; line record; worth text; tries integer := 0;
        BEGIN
            FOR target IN EXECUTE 'SELECT c.oid::regclass AS name, k.conname FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid
                WHERE k.contype = ''c'' AND c.relnamespace = ''sandbox''::regnamespace' LOOP
                EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', target.name, target.conname);
            END LOOP;
            WHILE (SELECT count(*) FROM tampered) < 110 AND tries < 2000 LOOP
                tries := tries + 1;
                SELECT w.* INTO target FROM log.watched() AS w ORDER BY random() LIMIT 1;
                EXECUTE format('SELECT r.ctid AS place, %s AS chain, %s AS entity_key FROM %s AS r ORDER BY random() LIMIT 1',
                    target.chain, target.row_key, target.base) INTO line;
                CONTINUE WHEN line.chain IS NULL OR EXISTS (SELECT FROM tampered AS t WHERE t.entity = target.name
                    AND t.chain = line.chain AND t.entity_key = line.entity_key);
                BEGIN
                    IF random() < 0.15 THEN
                        EXECUTE format('DELETE FROM %s WHERE ctid = $1', target.base) USING line.place;
                        INSERT INTO tampered VALUES (target.name, line.chain, line.entity_key, 'removed');
                        CONTINUE;
                    END IF;
                    SELECT a.attname AS name, format_type(coalesce(nullif(t.typbasetype, 0), t.oid), NULL) AS type INTO col
                    FROM pg_attribute AS a JOIN pg_type AS t ON t.oid = a.atttypid
                    WHERE a.attrelid = target.base AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                        AND a.attidentity = '' AND concat_ws(' ', target.chain, target.row_key) !~ ('r\.' || a.attname || '\M')
                        AND NOT (target.name = 'calendar' AND a.attname = 'revision') ORDER BY random() LIMIT 1;
                    worth := CASE
                        WHEN col.type IN ('text', 'name') THEN format('coalesce(%I::text, '''') || ''x''', col.name)
                        WHEN col.type IN ('smallint', 'integer', 'bigint', 'numeric') THEN format('coalesce(%I, 0) + 1', col.name)
                        WHEN col.type = 'boolean' THEN format('NOT coalesce(%I, false)', col.name)
                        WHEN col.type = 'date' THEN format('CASE WHEN isfinite(%1$I) THEN %1$I + 1 ELSE ''2026-01-01'' END', col.name)
                        WHEN col.type = 'timestamp with time zone' THEN format('coalesce(%I, now()) + interval ''1 microsecond''', col.name)
                        WHEN col.type = 'bytea' THEN format('sha256(coalesce(%I, '''') || ''x'')', col.name)
                        WHEN col.type = 'jsonb' THEN format('%I || ''{"x": 1}''', col.name)
                        WHEN col.type = 'uuid' THEN 'gen_random_uuid()'
                        WHEN col.type LIKE '%[]' THEN format('%1$I || %1$I[1:1] || ''{x}''', col.name) END;
                    CONTINUE WHEN worth IS NULL;
                    EXECUTE format('UPDATE %s SET %I = %s WHERE ctid = $1', target.base, col.name, worth) USING line.place;
                    INSERT INTO tampered VALUES (target.name, line.chain, line.entity_key, col.name);
                EXCEPTION WHEN OTHERS THEN
                    NULL;
                END;
            END LOOP;
        END $$;
        """#

    /// Tables that no event tells of: what is kept beside the facts and proven by `deadline check` and `doctor`, what the schema
    /// itself brings along, the log, numbers that were given out, and what somebody has seen.
    private static let others: Set<String> = [
        "calendar_day", "case_count", "case_feature", "case_law", "case_ministry", "case_search", "kept_deadline",
        "kept_grant",
        "kept_open_task", "ministry_deadline", "ministry_grant",
        "act_right", "counting_method", "deadline_event", "grant_transition", "paper_kind", "reform_status",
        "reform_transition",
        "stage", "transition",
        "audit_seal", "event", "event_chain", "idempotency_key", "schema_definition", "schema_migration",
        "certificate_counter", "paper_counter", "reference_counter", "inbox_mark", "turn",
    ]
    /// Tables that `regime_digest` digests.
    private static let ofRegimes: Set<String> = [
        "regime", "track", "required_paper", "form_section", "track_opinion", "track_outcome", "deadline_rule",
        "committee",
        "track_committee", "grant_track", "grant_basis", "revocation_ground", "insurance_minimum", "disclosure_ground",
        "law_ending", "other_name", "paper_issuer", "paper_part", "paper_template",
    ]

    @Test("every table is recorded, or it is said why not") func tables() async throws {
        let administrator = try TestDatabase.current.administrator
        let (all, recorded) = try await administrator.read { session in
            (
                try session.all(
                    """
                    SELECT c.relname::text FROM pg_class AS c
                    WHERE c.relnamespace = 'sandbox'::regnamespace AND c.relkind = 'r'
                    """, as: String.self),
                try session.all(
                    """
                    SELECT c.relname::text FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
                    WHERE t.tgname = 'log_insert' AND c.relnamespace = 'sandbox'::regnamespace
                    """, as: String.self)
            )
        }
        #expect(Set(all).subtracting(recorded) == Self.others.union(Self.ofRegimes))
    }
}
