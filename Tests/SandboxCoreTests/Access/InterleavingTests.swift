import Postgres
import SandboxTesting
import Testing

@testable import SandboxCore

/// Persons act on the same cases at the same moment, at random, in transactions of every isolation level. Whatever was done and
/// whatever was refused, the register is in a state that the rules allow, and the log proves it. `script/interleave` runs thousands.
@Suite("Random interleavings of acts", .database)
struct InterleavingTests {
    /// Who does what, in one transaction. Much of it is refused most of the time.
    private static let acts: [(who: [World.Person], sql: String)] = [
        ([.companyB, .twin], "UPDATE case_file SET stage = 'filed' WHERE case_file_id = 3"),
        ([.companyB, .twin], "UPDATE case_file SET summary = summary || '.' WHERE case_file_id = 3"),
        (
            [.companyB, .twin],
            "UPDATE case_file SET stage = 'withdrawn', closing_reason = 'x' WHERE case_file_id IN (4, 6)"
        ),
        ([.companyA], "UPDATE supplement SET answer = 'x' WHERE case_file_id = 2 AND answered_at IS NULL"),
        ([.companyA], draft + World.file),
        ([.desk, .deskTwin], "UPDATE case_file SET stage = 'received' WHERE stage = 'filed'"),
        ([.desk, .deskTwin], "UPDATE case_file SET stage = 'returned', closing_reason = 'x' WHERE case_file_id = 4"),
        ([.desk, .deskTwin], ask("하나부", "c.stage IN ('received', 'consulting')")),
        ([.desk, .deskTwin], ask("세나부", "c.case_file_id = 6")),
        (
            [.desk, .deskTwin],
            "INSERT INTO supplement (case_file_id, request) SELECT case_file_id, 'x' FROM case_file WHERE stage = 'consulting'"
        ),
        (
            [.desk, .deskTwin],
            "UPDATE supplement SET ended_as = 'recalled', ended_reason = 'x' WHERE answered_at IS NULL"
        ),
        ([.desk, .deskTwin], "UPDATE consultation SET recall_reason = 'x' WHERE replied_at IS NULL"),
        ([.desk, .deskTwin], decide("granted")), ([.desk, .deskTwin], decide("granted")),
        ([.desk, .deskTwin], decide("rejected")),
        (
            [.desk, .deskTwin],
            "UPDATE agenda_vote SET vote = CASE vote WHEN 'against' THEN 'in-favour' ELSE 'against' END, reason = 'x'"
        ),
        (
            [.desk, .deskTwin],
            "UPDATE agenda_item SET closed_as = 'deferred', closing_reason = 'x' WHERE closed_at IS NULL"
        ),
        (
            [.desk, .deskTwin],
            "SELECT remove_rows('agenda_item', i.agenda_item_id) FROM agenda_item AS i WHERE i.closed_at IS NULL"
        ),
        ([.desk, .deskTwin], "UPDATE meeting SET frozen_at = NULL, change_reason = 'x' WHERE frozen_at IS NOT NULL"),
        ([.desk, .deskTwin], "UPDATE meeting SET frozen_at = now() WHERE frozen_at IS NULL"),
        ([.ministryOpen, .ministryTwin], World.reply("agree", "NULL", "'{}'")),
        ([.ministryAsked], World.reply("oppose", "'x'", "'{}'")),
        ([.ministryElsewhere], World.reply("agree", "NULL", "'{}'")),
        ([.ministryOpen, .ministryTwin], "INSERT INTO supplement (case_file_id, request) VALUES (2, 'x')"),
        ([.desk, .ministryOpen, .companyA], "SELECT record_lapses()"),
        ([.auditor], "SELECT seal_audit()"),
        (
            [.desk],
            "SELECT announce_holidays('kr', ARRAY[ROW(authority_date('kr-ict') + (random() * 60)::integer, '임시공휴일', NULL, "
                + "'temporary', NULL, NULL)::holiday])"
        ),
        ([.desk, .deskTwin], "SELECT count(*) FROM case_file"), ([.analyst], "SELECT count(*) FROM decision"),
    ]

    private static let draft = World.draft("에이 새 제안")

    private static func ask(_ ministry: String, _ which: String) -> String {
        """
        UPDATE case_file AS c SET stage = 'consulting' WHERE c.stage = 'received' AND \(which);
        INSERT INTO consultation (case_file_id, ministry_id) SELECT c.case_file_id, o.organisation_id
        FROM case_file AS c, organisation AS o WHERE o.name = '\(ministry)' AND c.stage = 'consulting' AND \(which)
        """
    }

    private static func decide(_ outcome: String) -> String {
        """
        INSERT INTO decision (case_file_id, outcome, decided_on, reason) VALUES (6, '\(outcome)', authority_date('kr-ict'), 'x');
        UPDATE case_file SET stage = 'decided' WHERE case_file_id = 6
        """
    }

    /// What no history may lead to: each query answers what contradicts the model.
    private static let contradictions: [(what: String, query: String)] = [
        ("the log has a break", "SELECT * FROM audit_break()"),
        ("a row is not what the log says", "SELECT * FROM audit_row_break()"),
        ("a paper is not what the log says", "SELECT * FROM audit_content_break()"),
        (
            "a case went a way that there is none of",
            """
            SELECT * FROM (SELECT e.case_file_id, lag(e.new ->> 'stage') OVER (PARTITION BY e.case_file_id ORDER BY e.seq) AS before,
                e.new ->> 'stage' AS after FROM event AS e WHERE e.entity = 'case_file' AND e.new ? 'stage') AS s
            WHERE s.before IS NOT NULL AND NOT EXISTS (SELECT FROM transition AS t
                WHERE t.from_stage = s.before AND t.to_stage = s.after)
            """
        ),
        (
            "a number is missing or given twice",
            """
            SELECT c.track, c.last FROM reference_counter AS c WHERE c.last <> (SELECT count(*) FROM case_file AS f
                WHERE f.regime = c.regime AND f.track = c.track AND f.reference IS NOT NULL AND f.origin = 'filed')
            """
        ),
        (
            "a decided case waits for an answer",
            """
            SELECT c.case_file_id FROM case_file AS c WHERE c.stage = 'decided' AND (
                EXISTS (SELECT FROM consultation AS k WHERE k.case_file_id = c.case_file_id AND k.replied_at IS NULL)
                OR EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = c.case_file_id AND s.answered_at IS NULL))
            """
        ),
        (
            "a case was decided twice, or is decided without a decision",
            """
            SELECT c.case_file_id FROM case_file AS c
            WHERE (SELECT count(*) FROM decision AS d WHERE d.case_file_id = c.case_file_id) <> (c.stage = 'decided')::integer
            """
        ),
        (
            "a decision is not what was voted, or in a meeting that is not frozen",
            """
            SELECT d.decision_id FROM decision AS d JOIN agenda_item AS i USING (agenda_item_id) JOIN meeting AS m USING (meeting_id)
            JOIN agenda_tally AS t ON t.agenda_item_id = i.agenda_item_id
            WHERE m.frozen_at IS NULL OR NOT t.is_quorate OR t.is_carried = (d.outcome = 'rejected')
                OR i.closed_as IS DISTINCT FROM 'decided'
            """
        ),
        ("a ministry answered a round twice", "SELECT consultation_id FROM opinion GROUP BY 1 HAVING count(*) > 1"),
        ("what is kept of periods is not what they come to", "SELECT * FROM kept_deadline_drift()"),
        ("what is kept of grants is not what they come to", "SELECT * FROM kept_grant_drift()"),
        ("what is kept of tasks is not what they come to", "SELECT * FROM kept_open_task_drift()"),
        ("what is kept of counts is not what they come to", "SELECT * FROM case_count_drift()"),
    ]

    @Test("lead to no state that the rules do not allow, and the log proves each", .timeLimit(.minutes(60))) func acts()
        async throws
    {
        var random = SeededGenerator.ofThisRun()
        let world = try await World.make()
        for round in 0..<numberOfInputs(6) {
            // A lane each: those of one person would wait for one another in the program.
            var busy: Set<String> = []
            let chosen = (0..<6).compactMap { _ -> (World.Person, WriteMode, String)? in
                guard let act = Self.acts.randomElement(using: &random),
                    let who = act.who.randomElement(using: &random),
                    busy.insert(who.rawValue).inserted
                else { return nil }
                let mode: [WriteMode] = [
                    .readCommitted, .readCommitted, .readCommitted, .repeatableRead, .serializable,
                ]
                let look = random.isOne(in: 3) ? "SELECT count(*) FROM event; " : ""
                let idle = random.isOne(in: 3) ? "; SELECT pg_sleep(0.02)" : ""
                return (who, mode.randomElement(using: &random) ?? .readCommitted, look + act.sql + idle)
            }
            await withTaskGroup(of: Void.self) { group in
                for (who, mode, script) in chosen {
                    group.addTask {
                        // Whether it is done or refused depends on who comes first; only what it leaves matters.
                        try? await world.database(who).write(mode) { try $0.simple("\(unsafe: script)") }
                    }
                }
            }
            guard round % 6 == 5 || round == numberOfInputs(6) - 1 else { continue }
            for (what, query) in Self.contradictions {
                let found = try await world.lines(.auditor, query)
                #expect(found == [], "\(what), after round \(round)")
            }
        }
        // The model is of no use where nothing happens.
        #expect(try await world.lines(.auditor, "SELECT act FROM event GROUP BY act").count > 12)
    }
}
