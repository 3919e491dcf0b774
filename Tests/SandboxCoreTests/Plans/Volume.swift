import Postgres
import SandboxDomain
import SandboxTesting
import Synchronization

@testable import SandboxCore

/// A register with years of work in it, entered past the triggers, and persons who ask it questions.
struct Volume {
    let test: TestDatabase
    private let logins: [String: String]

    /// How many cases there are; the plans of 200,000 and of a million are the same.
    static let cases = 50_000
    private static let companies = 1_000

    static func make() async throws -> Volume {
        let test = try TestDatabase.current
        try await test.administrator.write { session in
            // To fill a register takes the time it takes.
            try session.simple(
                "SET LOCAL statement_timeout = 0; SET LOCAL session_replication_role = replica; \(unsafe: script)")
        }
        // Not all tables: those that all databases share are another test's too.
        try await test.administrator.withoutTransaction { session in
            let tables = try session.all(
                "SELECT relname::text FROM pg_class WHERE relnamespace = 'sandbox'::regnamespace AND relkind = 'r'",
                as: String.self)
            for table in tables { try session.simple("VACUUM ANALYZE \(identifier: table)") }
        }
        var logins: [String: String] = [:]
        for (name, group, organisation) in [
            ("desk", GroupRole.desk, "주무부"), ("analyst", .analyst, nil), ("company", .company, "기업 7"),
            ("busyministry", .ministry, "부처 1"), ("rareministry", .ministry, "부처 40"),
        ] as [(String, GroupRole, String?)] {
            logins[name] = try await test.person(group, of: organisation, named: name)
        }
        // The server sends the plan of every statement, also of those inside functions, along with its result.
        try await test.administrator.withoutTransaction { session in
            for setting in [
                "session_preload_libraries = 'auto_explain'", "auto_explain.log_min_duration = 0",
                "auto_explain.log_analyze = on", "auto_explain.log_timing = off", "auto_explain.log_format = json",
                "auto_explain.log_level = notice", "auto_explain.log_nested_statements = on",
            ] {
                try session.simple("ALTER DATABASE \(identifier: test.name) SET \(unsafe: setting)")
            }
        }
        return Volume(test: test, logins: logins)
    }

    /// Asks as that person, and reads in the server's plans what was touched for the answer.
    func touched<Q: Query>(_ person: String, _ query: Q) async throws -> [Touch] {
        let plans = Mutex<[String]>([])
        var options = try ConnectionOptions(test.conninfo(as: logins[person]))
        options.searchPath = ["sandbox", "public"]
        options.onNotice = { notice in
            if notice.message.contains("plan:") { plans.withLock { $0.append(notice.message) } }
        }
        let tracker = Tracker(Database(options, lanes: 1))
        _ = try await tracker.answer(query)
        await tracker.close()
        return plans.withLock { $0 }.flatMap(Touch.all(in:))
    }

    /// What one node of a plan did to a table.
    struct Touch: CustomStringConvertible {
        let node: String
        let table: String
        /// Rows that were looked at, all loops together.
        let rows: Int

        var description: String { "\(node) on \(table): \(rows) rows" }

        static func all(in plan: String) -> [Touch] {
            plan.split(separator: "\"Node Type\": ").dropFirst().compactMap { block in
                func value(_ key: String) -> Substring? {
                    block.firstRange(of: "\"\(key)\": ").map {
                        block[$0.upperBound...].prefix { $0 != "\n" && $0 != "," }
                    }
                }
                guard let table = value("Relation Name")?.filter({ $0 != "\"" }) else { return nil }
                func number(_ key: String) -> Int { value(key).flatMap { Int($0) } ?? 0 }
                let rows =
                    number("Actual Rows") + number("Rows Removed by Filter") + number("Rows Removed by Index Recheck")
                return Touch(
                    node: String(block.dropFirst().prefix { $0 != "\"" }), table: table,
                    rows: rows * number("Actual Loops"))
            }
        }
    }

    private static let script = """
        INSERT INTO organisation (kind, name) SELECT 'company', '기업 ' || g FROM generate_series(1, \(companies)) AS g;
        INSERT INTO organisation (kind, name) SELECT 'ministry', '부처 ' || g FROM generate_series(1, 40) AS g;
        INSERT INTO case_file (case_file_id, regime, track, reference, company_id, stage, stage_since, service_name,
            service_type, summary, filed_at, closed_at, closing_reason, created_at)
        OVERRIDING SYSTEM VALUE
        SELECT g, 'kr-ict', t.track, CASE WHEN s.stage <> 'draft' THEN t.prefix || '-' || 2019 + g % 7 || '-' || 10000 + g END,
            1 + g % \(companies), s.stage, at, '서비스 ' || g, 'service', '요약', CASE WHEN s.stage <> 'draft' THEN at END,
            CASE WHEN s.stage IN ('decided', 'returned') THEN at END, CASE s.stage WHEN 'returned' THEN '사유' END, at
        FROM generate_series(1, \(cases)) AS g
        CROSS JOIN LATERAL (SELECT now() - (\(cases) - g) * interval '1 hour' AS at) AS a
        JOIN (SELECT track, prefix, position FROM track) AS t ON t.position = 1 + g % 3
        CROSS JOIN LATERAL (SELECT CASE WHEN g % 97 < 2 THEN 'draft' WHEN g % 97 < 4 THEN 'filed'
            WHEN g % 97 < 5 THEN 'received' WHEN g % 97 < 8 THEN 'consulting' WHEN g % 97 < 92 THEN 'decided'
            ELSE 'returned' END AS stage) AS s;
        INSERT INTO exemption_item (case_file_id, item_no, law) SELECT g, 1, '법 ' || g % 500 FROM generate_series(1, \(cases)) AS g;
        SELECT keep_case_laws(ARRAY(SELECT case_file_id FROM case_file));
        INSERT INTO roadmap (roadmap, regime, name) VALUES ('plan', 'kr-ict', '로드맵');
        INSERT INTO reform_task (title) SELECT '과제 ' || g FROM generate_series(1, 99) AS g;
        INSERT INTO roadmap_entry (roadmap_id, reform_task_id, position, task_no)
        SELECT 1, g, g, 'P' || g FROM generate_series(1, 99) AS g;
        INSERT INTO provision (law, level) SELECT '법 ' || g, 'act' FROM generate_series(1, 99) AS g;
        INSERT INTO task_provision (reform_task_id, provision_id) SELECT g, g FROM generate_series(1, 99) AS g;
        INSERT INTO case_task (case_file_id, reform_task_id, linked_by) SELECT g, 1 + g % 500, 'x'
        FROM generate_series(1, \(cases)) AS g WHERE g % 500 < 99 AND g % 7 = 0;
        INSERT INTO consultation (case_file_id, ministry_id, round, sent_at, sent_by, replied_at, notified_at, notified_on,
            notified_by)
        SELECT c.case_file_id, \(companies) + 1 + floor(40 * power((c.case_file_id * 7919 % 10007) / 10007.0, 3))::bigint, 1,
            c.stage_since, 'x', CASE WHEN c.stage <> 'consulting' OR c.case_file_id % 3 = 0 THEN c.stage_since END,
            c.stage_since, c.stage_since::date, 'inbox'
        FROM case_file AS c WHERE c.stage IN ('consulting', 'decided');
        INSERT INTO deadline (case_file_id, deadline_no, deadline_rule_id, subject, subject_id, owed_by, organisation_id,
            started_on, promised_on, ended_on, ended_by)
        SELECT c.case_file_id, 1, r.deadline_rule_id, 'consultation', k.consultation_id, 'ministry', k.ministry_id,
            k.notified_on, k.notified_on + 30, k.replied_at::date,
            CASE WHEN k.replied_at IS NOT NULL THEN 'replied' END
        FROM consultation AS k JOIN case_file AS c USING (case_file_id)
        JOIN deadline_rule AS r ON c.track = ANY (r.tracks) AND r.rule IN ('k1', 'k3', 'k4');
        INSERT INTO deadline (case_file_id, deadline_no, deadline_rule_id, subject, subject_id, owed_by, started_on,
            promised_on, ended_on, ended_by)
        SELECT c.case_file_id, 2, r.deadline_rule_id, 'case', c.case_file_id, 'desk', c.stage_since::date,
            c.stage_since::date + 90, d.ended_on, CASE WHEN d.ended_on IS NOT NULL THEN 'decided' END
        FROM case_file AS c JOIN deadline_rule AS r ON c.track = ANY (r.tracks) AND r.rule = 'k6'
        CROSS JOIN LATERAL (SELECT CASE WHEN c.stage IN ('decided', 'returned') THEN c.stage_since::date END) AS d (ended_on)
        WHERE c.stage NOT IN ('draft', 'filed');
        INSERT INTO deadline (case_file_id, deadline_no, deadline_rule_id, subject, subject_id, owed_by, organisation_id,
            started_on, promised_on)
        SELECT c.case_file_id, 3, r.deadline_rule_id, 'decision', c.case_file_id, 'applicant', c.company_id,
            c.stage_since::date, c.stage_since::date + 730
        FROM case_file AS c JOIN deadline_rule AS r ON c.track = ANY (r.tracks) AND r.rule = 'k19'
        WHERE c.stage = 'decided' AND c.case_file_id > \(cases) - 1000;
        INSERT INTO deadline (case_file_id, deadline_no, deadline_rule_id, subject, subject_id, owed_by, organisation_id,
            started_on, promised_on)
        SELECT c.case_file_id, 3 + r.position, r.deadline_rule_id, 'decision', 1000000 + c.case_file_id, 'applicant', c.company_id,
            c.stage_since::date, c.stage_since::date + 730
        FROM case_file AS c JOIN deadline_rule AS r ON r.rule = 'k20' OR c.track = ANY (r.tracks) AND r.rule IN ('k11', 'k12')
        WHERE c.stage = 'decided' AND c.case_file_id > \(cases) - 20000;
        INSERT INTO case_ministry SELECT k.ministry_id, k.case_file_id, c.company_id, c.stage = 'consulting' FROM consultation AS k
        JOIN case_file AS c USING (case_file_id);
        INSERT INTO decision (decision_id, case_file_id, outcome, decided_on, recorded_by) OVERRIDING SYSTEM VALUE
        SELECT 1000000 + case_file_id, case_file_id, 'granted', stage_since::date, 'x' FROM case_file WHERE stage = 'decided';
        INSERT INTO exemption_grant (case_file_id, decision_id, regime, track, certificate, granted_on)
        SELECT c.case_file_id, 1000000 + c.case_file_id, c.regime, c.track, 'C-' || c.case_file_id, c.stage_since::date
        FROM case_file AS c JOIN grant_track AS t USING (regime, track)
        WHERE c.stage = 'decided' AND c.case_file_id > \(cases) - 20000;
        -- Within one transaction nobody else tells the planner how much there is.
        ANALYZE case_file, case_ministry, consultation, decision, deadline, exemption_grant;
        SELECT keep_deadlines(ARRAY(SELECT deadline_id FROM deadline WHERE deadline_id % 15 = 0));
        ANALYZE kept_deadline, kept_grant, kept_open_task, ministry_deadline, ministry_grant;
        SELECT keep_deadlines(ARRAY(SELECT deadline_id FROM deadline WHERE deadline_id % 15 <> 0));
        ANALYZE kept_deadline, kept_grant, kept_open_task, ministry_deadline, ministry_grant;
        SELECT keep_search(ARRAY(SELECT case_file_id FROM case_file WHERE case_file_id > \(cases) - 20000));
        SELECT keep_grants(ARRAY(SELECT case_file_id FROM exemption_grant));
        INSERT INTO opinion (consultation_id, case_file_id, opinion, replied_by)
        SELECT consultation_id, case_file_id, 'agree', 'x' FROM consultation WHERE replied_at IS NOT NULL;
        INSERT INTO supplement (case_file_id, supplement_no, asked_by_id, request, asked_by, answer, answered_at, answered_by)
        SELECT case_file_id, 1, 1, '자료', 'x', a.word, CASE WHEN a.word IS NOT NULL THEN now() END, a.word
        FROM case_file CROSS JOIN LATERAL (SELECT CASE WHEN stage = 'decided' THEN 'a' END AS word) AS a
        WHERE case_file_id % 10 = 3 AND stage <> 'draft';
        SELECT keep_open_tasks(ARRAY(SELECT case_file_id FROM case_file));
        INSERT INTO event (event_id, chain, seq, at, actor, login, act, entity, entity_key, new, case_file_id, of_draft, salt,
            previous_hash, hash)
        OVERRIDING SYSTEM VALUE
        SELECT 1000000 + 2 * case_file_id + k, 'case_file:' || case_file_id, k, stage_since, 'x', 'x', 'edit', 'case_file',
            case_file_id, '{}', case_file_id, k = 1, gen_random_uuid(), '', ''
        FROM case_file, generate_series(1, 2) AS k
        """
}
