import Postgres
import SandboxDomain
import SandboxTesting
import Synchronization
import Testing

@testable import SandboxCore

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// What is kept of deadlines, grants and open tasks is what their facts come to, whatever happens to the facts.
@Suite("Kept deadlines, grants and open tasks", .database)
struct KeptDeadlineTests {
    @Test("kept equals counted after each of many random changes of facts") func randomFacts() async throws {
        let casework = try await Casework()
        for _ in 0..<3 { _ = try await casework.consulting(with: ["문화체육관광부", "개인정보보호위원회"]) }
        for track in [TrackCode.demonstration, .temporaryPermit] { _ = try await casework.decided(track) }
        let facts = try await RandomFacts(casework.database)
        var generator = SeededGenerator.ofThisRun()
        var made = 0
        for number in 0..<RandomFacts.count {
            let (change, isMade) = try await facts.change(&generator)
            made += isMade ? 1 : 0
            let drift = try await casework.database.drift()
            try #require(drift == [], "after change \(number): \(change)")
        }
        #expect(made * 2 > RandomFacts.count)
    }

    @Test("a holiday and a stop at the same moment: whoever comes second counts both") func race() async throws {
        let casework = try await Casework()
        _ = try await casework.consulting()
        let database = casework.database
        for day in ["2026-12-28", "2026-12-29", "2026-12-30"] {
            let outcomes = await results(of: 2) { number in
                try await database.administrator.write { session in
                    try session.execute("SET LOCAL ROLE sandbox_owner")
                    if number == 0 {
                        try session.execute(
                            """
                            SELECT announce_holidays('kr', ARRAY[(\(day)::date, '임시공휴일', NULL, 'temporary', NULL, NULL)::holiday])
                            """)
                    } else {
                        try session.execute(
                            """
                            INSERT INTO deadline_extension (deadline_id, extension_no, case_file_id, length, unit, reason, extended_on)
                            SELECT d.deadline_id, 1 + (SELECT count(*) FROM deadline_extension AS x
                                WHERE x.deadline_id = d.deadline_id), d.case_file_id, 1, 'day', 'x', d.started_on
                            FROM deadline AS d JOIN deadline_rule AS r USING (deadline_rule_id)
                            WHERE d.started_on IS NOT NULL AND r.extensions > 0
                            """)
                    }
                }
            }
            #expect(outcomes.compactMap(\.failure).isEmpty)
            #expect(try await database.drift() == [])
        }
    }

    @Test("a case is linked while its task is dropped, in either order, and the grant is counted with both")
    func links()
        async throws
    {
        let casework = try await Casework()
        _ = try await casework.decided(.temporaryPermit)
        let database = casework.database
        try await database.administrator.write { session in
            try session.simple(
                """
                SET LOCAL ROLE sandbox_owner;
                INSERT INTO reform_task (title) VALUES ('과제 1'), ('과제 2'), ('과제 3'), ('과제 4');
                INSERT INTO provision (law, level) VALUES ('법', 'act');
                INSERT INTO task_provision (reform_task_id, provision_id) SELECT t.reform_task_id, p.provision_id
                FROM reform_task AS t, provision AS p WHERE t.title <> '과제 4'
                """)
        }
        func link(_ title: String) -> SQL {
            "INSERT INTO case_task (case_file_id, reform_task_id) SELECT g.case_file_id, t.reform_task_id FROM exemption_grant AS g, reform_task AS t WHERE t.title = \(title)"
        }
        func drop(_ title: String) -> SQL {
            "UPDATE reform_task SET status = 'dropped', status_reason = 'x' WHERE title = \(title)"
        }
        let provide: SQL =
            "INSERT INTO task_provision (reform_task_id, provision_id) SELECT t.reform_task_id, p.provision_id FROM reform_task AS t, provision AS p WHERE t.title = '과제 4'"
        for (first, second) in [(link("과제 1"), drop("과제 1")), (drop("과제 2"), link("과제 2")), (link("과제 4"), provide)] {
            // The second waits for the first.
            async let other: Void = {
                try await Task.sleep(for: .milliseconds(50))
                try await database.administrator.write { _ = try $0.execute(second) }
            }()
            try await database.administrator.holding(first) { try await Task.sleep(for: .milliseconds(200)) }
            try await other
            #expect(try await database.drift() == [])
        }
    }

    @Test("two acts on one case at the same moment: whoever comes second counts both") func acts() async throws {
        let casework = try await Casework()
        let reference = try await casework.consulting(with: ["문화체육관광부", "개인정보보호위원회"])
        let meeting = try await casework.desk.perform(ScheduleMeeting(committee: "main")).reference
        try await casework.desk.perform(TableCase(try await casework.replied(), at: meeting))
        let database = casework.database
        func reply(_ ministry: String) -> SQL {
            "UPDATE consultation SET replied_at = now() WHERE replied_at IS NULL AND ministry_id = (SELECT organisation_id FROM organisation WHERE name = \(ministry))"
        }
        let ask: SQL = """
            INSERT INTO supplement (case_file_id, supplement_no, asked_by_id, request, asked_by)
            SELECT i.case_file_id, 7, c.company_id, 'x', 'x' FROM agenda_item AS i JOIN case_file AS c USING (case_file_id)
            """
        let move: SQL = "UPDATE meeting SET held_on = held_on + 7, closes_on = closes_on + 7"
        let answer: SQL =
            "UPDATE supplement SET answer = 'x', answered_at = now(), answered_by = 'x' WHERE supplement_no = 7"
        for (first, second) in [(reply("문화체육관광부"), reply("개인정보보호위원회")), (ask, move), (move, answer)] {
            async let other: Void = {
                try await Task.sleep(for: .milliseconds(50))
                try await database.administrator.write { _ = try $0.execute(second) }
            }()
            try await database.administrator.holding(first) { try await Task.sleep(for: .milliseconds(200)) }
            try await other
            #expect(try await database.drift() == [])
        }
        #expect(try await casework.company.answer(WaitingFor(reference)).map(\.task) == [.table])
    }

    @Test("a track that no committee decides any more is decided by the desk") func committees() async throws {
        let casework = try await Casework()
        let reference = try await casework.replied()
        #expect(try await casework.company.answer(WaitingFor(reference)).map(\.task) == [.table])
        try await casework.database.administrator.write { session in
            try session.simple(
                """
                SET LOCAL ROLE sandbox_owner;
                SELECT apply_committees(jsonb_set(d, '{tracks}', (SELECT jsonb_agg(t || '{"decided_by": []}')
                    FROM jsonb_array_elements(d -> 'tracks') AS t)), current_date)
                FROM regime_document('kr-ict') AS d
                """)
        }
        #expect(try await casework.company.answer(WaitingFor(reference)).map(\.task) == [.decide])
        #expect(try await casework.database.drift() == [])
    }

    @Test(
        "an act in a transaction that saw fewer holidays is refused; a holiday is announced in none of that kind",
        arguments: [WriteMode.repeatableRead, .serializable]) func older(mode: WriteMode) async throws
    {
        let casework = try await Casework()
        _ = try await casework.consulting()
        let database = casework.database
        let announce: SQL =
            "SELECT announce_holidays('kr', ARRAY[('2027-01-12'::date, '임시공휴일', NULL, 'temporary', NULL, NULL)::holiday])"
        let extend: SQL = """
            INSERT INTO deadline_extension (deadline_id, extension_no, case_file_id, length, unit, reason, extended_on)
            SELECT d.deadline_id, 1, d.case_file_id, 1, 'day', 'x', d.started_on FROM deadline AS d
            JOIN deadline_rule AS r USING (deadline_rule_id) WHERE d.started_on IS NOT NULL AND r.extensions > 0
            """
        let turn = Turn()
        async let late: Void = database.administrator.write(mode) { session in
            try session.execute("SELECT count(*) FROM calendar_day")
            turn.hasLooked.store(true, ordering: .sequentiallyConsistent)
            while !turn.isAnnounced.load(ordering: .sequentiallyConsistent) {
                try session.execute("SELECT pg_sleep(0.01)")
            }
            try session.execute(extend)
        }
        try await eventually { turn.hasLooked.load(ordering: .sequentiallyConsistent) }
        try await database.administrator.write { _ = try $0.execute(announce) }
        turn.isAnnounced.store(true, ordering: .sequentiallyConsistent)
        do {
            try await late
            Issue.record("it saw fewer holidays")
        } catch let error as PostgresError { #expect(error.state?.class == "0A") }
        #expect(try await database.drift() == [])
        let another: SQL =
            "SELECT announce_holidays('kr', ARRAY[('2027-01-13'::date, '임시공휴일', NULL, 'temporary', NULL, NULL)::holiday])"
        let refused = await #expect(throws: PostgresError.self) {
            try await database.administrator.write(mode) { _ = try $0.execute(another) }
        }
        #expect(refused?.state?.class == "0A")
    }

    @Test("what was changed past every guard is named and put right, and no act is touched") func repaired()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.decided()
        let before = try await casework.desk.answer(DeadlineList())
        try await casework.database.administrator.write { session in
            try session.simple(
                """
                SET LOCAL session_replication_role = replica;
                UPDATE kept_deadline SET due_on = due_on + 1 WHERE ended_on IS NULL;
                UPDATE kept_grant SET last_on = last_on + 1;
                DELETE FROM kept_open_task;
                """)
        }
        let verdict = try await casework.auditor.answer(CheckDeadlines())
        #expect(Set(verdict.contradictions.map(\.problem)) == [.keptDiffers, .keptGrantDiffers, .keptTaskDiffers])
        #expect(verdict.contradictions.contains { $0.reference.caseFile == reference })
        let events = try await casework.database.events()
        await #expect(throws: NotPermitted.self) { try await casework.mcst.perform(RecountDeadlines()) }
        #expect(try await casework.mcst.answer(Inbox()).isEmpty)
        let recounted = try await casework.desk.perform(RecountDeadlines())
        #expect(recounted == verdict.contradictions.count)
        #expect(try await casework.database.drift() == [])
        #expect(try await casework.desk.answer(DeadlineList()).map(\.dueOn) == before.map(\.dueOn))
        #expect(try await casework.mcst.answer(Inbox()).map(\.task) == [.plan])
        #expect(try await casework.database.events() == events)
        #expect(try await casework.desk.perform(RecountDeadlines()) == 0)
    }

    @Test("nobody writes what is kept, and everybody sees of it what they see of the case") func access() async throws {
        let world = try await World.make()
        for person in World.Person.allCases {
            for act in [
                "UPDATE kept_deadline SET due_on = due_on", "DELETE FROM kept_grant", "DELETE FROM kept_open_task",
                "SELECT keep_deadlines('{1}')", "SELECT keep_grants('{1}')", "SELECT keep_open_tasks('{1}')",
            ] {
                await #expect(throws: PostgresError.self, "\(person): \(act)") { try await world.run(person, act) }
            }
        }
    }
}

/// Facts changed at random, in the ways in which acts change them.
private struct RandomFacts {
    /// `SANDBOX_FACTS=5000` for the long run.
    static var count: Int { unsafe getenv("SANDBOX_FACTS").flatMap { unsafe Int(String(cString: $0)) } ?? 120 }

    let database: TestDatabase

    /// With a reform task whose law has a level, which the cases can be linked to, with conditions of all kinds, and a meeting.
    init(_ database: TestDatabase) async throws {
        self.database = database
        try await database.administrator.write { session in
            try session.simple(
                """
                SET LOCAL ROLE sandbox_owner;
                INSERT INTO reform_task (title) VALUES ('과제 1'), ('과제 2');
                INSERT INTO provision (law, level) VALUES ('법', 'act');
                INSERT INTO task_provision (reform_task_id, provision_id) SELECT t.reform_task_id, p.provision_id
                FROM reform_task AS t, provision AS p;
                INSERT INTO condition (decision_id, condition_no, case_file_id, phase, text, due, responsible)
                SELECT d.decision_id, 10 + v.n, d.case_file_id, v.phase, '조건', v.due, 'company'
                FROM decision AS d, (VALUES (1, 'before', 'before commencement'), (2, 'during', 'every 2 months'),
                    (3, 'during', 'within 20 days of grant'), (4, 'after', 'within 30 days of end'), (5, 'before', NULL))
                    AS v (n, phase, due);
                INSERT INTO meeting (committee, form, held_on, closes_on, scheduled_by)
                VALUES ('main', 'in-person', current_date + 3, current_date + 3, 'x');
                INSERT INTO disposition (case_file_id, disposition_no, kind, received_on)
                SELECT c.case_file_id, 1, 'return', current_date FROM case_file AS c
                """)
        }
    }

    /// Makes one change. One that a constraint or a guard refuses is none.
    func change(_ generator: inout SeededGenerator) async throws -> (String, isMade: Bool) {
        let (a, b) = (Int.random(in: 0..<1000, using: &generator), Int.random(in: 0..<60, using: &generator))
        let choices = [
            "INSERT INTO deadline_stop (deadline_id, case_file_id, cause, began_on) SELECT d.deadline_id, d.case_file_id, "
                + "'mediation', d.started_on + \(b) FROM deadline AS d WHERE d.started_on IS NOT NULL AND NOT EXISTS "
                + "(SELECT FROM deadline_stop AS s WHERE s.deadline_id = d.deadline_id) ORDER BY d.deadline_id * \(a) % 17 LIMIT 2",
            "UPDATE deadline_stop SET ended_on = began_on + \(b) WHERE ended_on IS NULL",
            "UPDATE deadline_stop SET undone = true WHERE deadline_stop_id % 3 = \(a) % 3",
            "INSERT INTO deadline_extension (deadline_id, extension_no, case_file_id, length, unit, reason, extended_on) "
                + "SELECT d.deadline_id, 1 + (SELECT count(*) FROM deadline_extension AS x WHERE x.deadline_id = d.deadline_id), "
                + "d.case_file_id, 1 + \(b), 'day', 'x', current_date FROM deadline AS d JOIN deadline_rule AS r USING (deadline_rule_id) "
                + "WHERE r.extensions > 0 AND d.deadline_id % 5 = \(a) % 5",
            "UPDATE deadline SET ended_on = current_date - \(b), ended_by = 'decided' WHERE ended_on IS NULL AND deadline_id % 7 = \(a) % 7",
            "UPDATE deadline SET ended_on = NULL, ended_by = NULL WHERE ended_on IS NOT NULL AND deadline_id % 7 = \(a) % 7 "
                + "AND NOT EXISTS (SELECT FROM deadline AS o WHERE o.ended_on IS NULL AND o.deadline_rule_id = deadline.deadline_rule_id "
                + "AND o.subject_id = deadline.subject_id)",
            "UPDATE deadline SET started_on = started_on - \(b) WHERE started_on IS NOT NULL AND deadline_id % 5 = \(a) % 5 "
                + "AND NOT EXISTS (SELECT FROM deadline_stop AS s WHERE s.deadline_id = deadline.deadline_id)",
            "UPDATE deadline SET length = 1 + \(b), unit = 'month' WHERE deadline_id % 11 = \(a) % 11",
            "SELECT announce_holidays('kr', ARRAY[(current_date + \(a) % 400, 'x\(a)', NULL, 'temporary', NULL, NULL)::holiday])",
            "SELECT withdraw_holidays('kr', ARRAY(SELECT h.day FROM public_holiday AS h WHERE h.known_to IS NULL "
                + "AND h.day > current_date - 40 ORDER BY h.day OFFSET \(a % 5) LIMIT 1), '{}', current_date, 'x')",
            "INSERT INTO grant_act (exemption_grant_id, case_file_id, act_no, act, on_day, text, about_no, organisation_id, finding, "
                + "recorded_by) SELECT g.exemption_grant_id, g.case_file_id, next_act_no(g.exemption_grant_id), v.act, current_date, 'x', "
                + "CASE v.act WHEN 'confirm' THEN (SELECT max(i.act_no) FROM grant_act AS i "
                + "WHERE i.exemption_grant_id = g.exemption_grant_id AND i.act = 'insure') END, "
                + "CASE v.act WHEN 'record-finding' THEN (SELECT min(m.ministry_id) FROM case_ministry AS m "
                + "WHERE m.case_file_id = g.case_file_id) END, CASE v.act WHEN 'record-finding' THEN 'not-needed' END, 'x' "
                + "FROM exemption_grant AS g, (SELECT ('{suspend,resume,commence,insure,confirm,ask-extension,refuse-extension,"
                + "request-revision,record-finding}'::text[])[1 + \(a) % 9] AS act) AS v",
            "INSERT INTO grant_act (exemption_grant_id, case_file_id, act_no, act, on_day, text, until_on, recorded_by) SELECT "
                + "g.exemption_grant_id, g.case_file_id, next_act_no(g.exemption_grant_id), 'correct', current_date, 'x', "
                + "current_date + \(b), 'x' FROM exemption_grant AS g WHERE g.exemption_grant_id % 2 = \(a) % 2",
            "INSERT INTO insurance (grant_act_id, case_file_id, kind, insurer, policy_no, covers_from, covers_to) SELECT "
                + "a.grant_act_id, a.case_file_id, 'insurance', 'x', 'x', current_date, current_date + \(a) FROM grant_act AS a "
                + "WHERE a.act = 'insure' ON CONFLICT DO NOTHING",
            "INSERT INTO condition_waiver (decision_id, condition_no, case_file_id, reason, waived_by) SELECT k.decision_id, "
                + "k.condition_no, k.case_file_id, 'x', 'x' FROM condition AS k WHERE k.condition_no % 7 = \(a) % 7 "
                + "ON CONFLICT DO NOTHING",
            "INSERT INTO case_task (case_file_id, reform_task_id) SELECT g.case_file_id, t.reform_task_id FROM exemption_grant AS g, "
                + "reform_task AS t ON CONFLICT DO NOTHING",
            "DELETE FROM case_task WHERE reform_task_id % 2 = \(a) % 2",
            "UPDATE provision SET level = \(a % 2 == 0 ? "'act'" : "'decree'")",
            "INSERT INTO supplement (case_file_id, supplement_no, asked_by_id, request, asked_by, due_on) SELECT c.case_file_id, "
                + "1 + (SELECT count(*) FROM supplement AS s WHERE s.case_file_id = c.case_file_id), "
                + "(SELECT o.organisation_id FROM organisation AS o ORDER BY o.organisation_id * \(a) % 7 LIMIT 1), 'x', 'x', "
                + "current_date + \(b) FROM case_file AS c WHERE c.stage = 'consulting' AND c.case_file_id % 2 = \(a) % 2",
            "UPDATE supplement SET answer = 'x', answered_at = now(), answered_by = 'x' WHERE answered_at IS NULL",
            "UPDATE consultation SET replied_at = CASE WHEN replied_at IS NULL THEN now() END WHERE consultation_id % 3 = \(a) % 3",
            "UPDATE consultation SET recall_reason = 'x', recalled_by = 'x', replied_at = now() WHERE replied_at IS NULL "
                + "AND consultation_id % 5 = \(a) % 5",
            "UPDATE supplement SET ended_as = '\(a % 2 == 0 ? "recalled" : "unanswered")', ended_reason = 'x', "
                + "answered_at = now(), answered_by = 'x' WHERE answered_at IS NULL AND supplement_id % 2 = \(b) % 2",
            "UPDATE deadline SET ended_by = 'recalled' WHERE ended_on IS NOT NULL AND deadline_id % 7 = \(a) % 7",
            "INSERT INTO agenda_item (meeting_id, item_no, case_file_id, tabled_by) SELECT m.meeting_id, "
                + "1 + (SELECT count(*) FROM agenda_item), c.case_file_id, 'x' FROM meeting AS m, case_file AS c "
                + "WHERE m.frozen_at IS NULL AND c.stage = 'consulting' ORDER BY c.case_file_id * \(a) % 7 LIMIT 1",
            "UPDATE agenda_item SET closed_as = 'withdrawn', closed_at = now() WHERE closed_at IS NULL",
            "DELETE FROM agenda_item WHERE closed_at IS NULL",
            "UPDATE meeting SET held_on = current_date + \(b % 5 - 2), closes_on = current_date + \(b % 5 - 2) WHERE frozen_at IS NULL",
            "INSERT INTO mediation (case_file_id, mediation_no, council, begun_on, begun_by) SELECT c.case_file_id, "
                + "1 + (SELECT count(*) FROM mediation AS m WHERE m.case_file_id = c.case_file_id), 'x', current_date, 'x' "
                + "FROM case_file AS c WHERE c.stage = 'consulting' AND c.case_file_id % 2 = \(a) % 2",
            "UPDATE mediation SET ended_on = begun_on, outcome = 'x' WHERE ended_on IS NULL",
            "INSERT INTO objection (disposition_id, case_file_id, statement, filed_by) SELECT d.disposition_id, d.case_file_id, 'x', 'x' "
                + "FROM disposition AS d WHERE d.disposition_id % 3 = \(a) % 3",
            "UPDATE objection SET ruling = 'dismissed', reason = 'x', ruled_at = now(), ruled_by = 'x' WHERE ruling IS NULL",
            "INSERT INTO condition_evidence (decision_id, condition_no, evidence_no, case_file_id, note, filed_by) "
                + "SELECT k.decision_id, k.condition_no, 1 + (SELECT count(*) FROM condition_evidence AS e "
                + "WHERE e.decision_id = k.decision_id AND e.condition_no = k.condition_no), k.case_file_id, 'x', 'x' "
                + "FROM condition AS k WHERE k.condition_no % 3 = \(a) % 3",
            "UPDATE condition_evidence SET is_confirmed = \(a % 2 == 0), ruling = 'x', ruled_at = now(), ruled_by = 'x' "
                + "WHERE is_confirmed IS NULL",
            "INSERT INTO condition_change (decision_id, condition_no, change_no, case_file_id, text, purpose, evidence, due, reason, "
                + "asked_by_id, asked_by) SELECT k.decision_id, k.condition_no, 1 + (SELECT count(*) FROM condition_change AS o "
                + "WHERE o.decision_id = k.decision_id AND o.condition_no = k.condition_no), k.case_file_id, 'x', 'x', 'x', "
                + "'within \(b + 1) days of grant', 'x', (SELECT min(o.organisation_id) FROM organisation AS o), 'x' "
                + "FROM condition AS k WHERE k.condition_no = 11 + \(a) % 5",
            "UPDATE condition_change SET is_accepted = \(a % 2 == 0), ruling = 'x', ruled_at = now(), ruled_by = 'x' "
                + "WHERE is_accepted IS NULL",
            "INSERT INTO correction (case_file_id, correction_no, decision_id, subject, text, reason, corrected_by) SELECT "
                + "d.case_file_id, 1 + (SELECT count(*) FROM correction AS k WHERE k.case_file_id = d.case_file_id), d.decision_id, "
                + "'decision', 'x', 'x', 'x' FROM decision AS d WHERE d.decision_id % 2 = \(a) % 2",
            "INSERT INTO official_paper (regime, paper, template_no, case_file_id, about_no, addressee_id, language, year, series_no, "
                + "edition, number, verification, title, official, issued_on, issued_by, size, sha256, content) SELECT c.regime, v.paper, "
                + "1, c.case_file_id, v.about_no, c.company_id, 'ko', 2026, \(a) * 100 + c.case_file_id, 1, 'x', new_verification(), 'x', "
                + "(SELECT min(p.role_name::text)::name FROM person AS p), current_date, 'x', 1, '', '' FROM case_file AS c, (VALUES "
                + "('certificate', NULL::smallint), ('decision-notice', 1), ('order', \(b % 9)), ('objection-answer', 1), "
                + "('return-notice', NULL)) AS v (paper, about_no) WHERE c.case_file_id % 3 = \(a) % 3 AND v.paper <> 'agenda'",
            "INSERT INTO consultation_omission (case_file_id, ministry_id, reason, stated_by) SELECT c.case_file_id, o.organisation_id, "
                + "'x', 'x' FROM case_file AS c, organisation AS o WHERE o.kind = 'ministry' AND c.case_file_id % 3 = \(a) % 3",
            "UPDATE exemption_item SET ministry = (SELECT o.name FROM organisation AS o WHERE o.kind = 'ministry' "
                + "ORDER BY o.organisation_id * \(a) % 7 LIMIT 1) WHERE case_file_id IN (SELECT s.case_file_id FROM supplement AS s "
                + "WHERE s.answered_at IS NULL)",
            "UPDATE organisation SET name = name || '\(b % 3)' WHERE kind = 'ministry' AND organisation_id % 2 = \(a) % 2",
            "INSERT INTO insurance_cover (grant_act_id, case_file_id, cover, amount) SELECT i.grant_act_id, i.case_file_id, m.cover, "
                + "m.amount - \(a % 2) FROM insurance AS i, "
                + "insurance_minimum AS m ON CONFLICT DO NOTHING",
            "UPDATE grant_track SET at_end = \(a % 2 == 0 ? "'until-law-changes'" : "'revision-procedure'"), "
                + "barring_levels = \(b % 2 == 0 ? "'{act}'" : "'{}'")",
        ]
        let choice = choices[Int.random(in: 0..<choices.count, using: &generator)]
        do {
            try await database.administrator.write { session in
                try session.simple("SET LOCAL ROLE sandbox_owner; \(unsafe: choice)")
            }
        } catch let error as PostgresError where ["23", "SB"].contains(error.state?.class) {
            return (choice, false)
        }
        return (choice, true)
    }
}

extension TestDatabase {
    /// What is kept otherwise than its facts come to.
    fileprivate func drift() async throws -> [String] {
        try await administrator.read { session in
            try session.all(
                """
                SELECT 'deadline ' || concat_ws(' ', deadline_id, kept_due_on, due_on) FROM kept_deadline_drift()
                UNION ALL
                SELECT 'grant ' || concat_ws(' ', exemption_grant_id, kept_last_on, last_on) FROM kept_grant_drift()
                UNION ALL
                SELECT 'task ' || concat_ws(' ', case_file_id, task, kept_due_on, due_on) FROM kept_open_task_drift()
                """, as: String.self)
        }
    }

    fileprivate func events() async throws -> Int {
        try await administrator.read { try $0.one("SELECT count(*) FROM event", as: Int.self) }
    }
}

/// Who has come how far.
private final class Turn: Sendable {
    let hasLooked = Atomic(false)
    let isAnnounced = Atomic(false)
}
