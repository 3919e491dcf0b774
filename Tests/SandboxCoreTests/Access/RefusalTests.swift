import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// What the server refuses in plain SQL, whoever is connected and with whatever program. Each line was an attack.
@Suite("What the server refuses", .database)
struct RefusalTests {
    /// A guard or constraint by its name, or an SQLSTATE.
    private typealias Try = (who: World.Person, statement: String, refused: String)
    private static let permission = "42501"

    private func check(_ tries: [Try]) async throws {
        let world = try await World.make()
        for attempt in tries {
            let error = try await world.refusal(attempt.who, attempt.statement)
            let found = error.map { $0.constraint ?? $0.state?.rawValue ?? $0.message }
            #expect(found == attempt.refused, "\(attempt.who): \(attempt.statement)\n\(error?.message ?? "was done")")
        }
    }

    @Test("jumps of the stage") func stages() async throws {
        let world = try await World.make()
        // Every change that is not in the rulebook, tried by everybody who may write the column, from each stage there is.
        let stages: [(Int64, Stage)] = [(1, .draft), (2, .consulting), (4, .filed), (5, .decided)]
        for (id, from) in stages {
            for to in Stage.allCases where to != from {
                for (person, role) in [(World.Person.desk, GroupRole.desk), (id < 3 ? .companyA : .companyB, .company)]
                {
                    if person == .desk && from == .draft { continue }
                    let isAllowed = Transition.table.contains { $0.from == from && $0.to == to && $0.role == role }
                    let isDecided = to == .decided || from == .decided
                    let reason = to == .returned || to == .withdrawn ? "'이유'" : "NULL"
                    let error = try await world.refusal(
                        person,
                        "UPDATE case_file SET stage = '\(to.rawValue)', closing_reason = \(reason) WHERE case_file_id = \(id)"
                    )
                    // A decision, and going back behind one, need more than the change itself.
                    if isAllowed && !isDecided {
                        #expect(error == nil, "\(role) from \(from) to \(to): \(error?.message ?? "")")
                    } else {
                        let guardName = isAllowed ? "case_file_decision_guard" : "case_file_stage_guard"
                        #expect(
                            error?.constraint == guardName, "\(role) from \(from) to \(to): \(error?.message ?? "done")"
                        )
                    }
                }
            }
        }
    }

    @Test("changing what was filed") func edits() async throws {
        try await check([
            (.companyB, "UPDATE case_file SET summary = '다른 내용' WHERE case_file_id = 4", "case_file_draft_guard"),
            (
                .companyB,
                "UPDATE case_file SET stage = 'withdrawn', closing_reason = 'x', summary = 'y' WHERE case_file_id = 4",
                "case_file_draft_guard"
            ),

            (
                .companyB, "INSERT INTO exemption_item (case_file_id, item_no, law) VALUES (4, 2, '법')",
                "case_file_draft_guard"
            ),
            (
                .companyB, "UPDATE exemption_item SET case_file_id = 4, item_no = 2 WHERE case_file_id = 3",
                "case_file_draft_guard"
            ),
            (
                .companyB, "UPDATE exemption_item SET case_file_id = 2, item_no = 2 WHERE case_file_id = 3",
                Self.permission
            ),
            (.companyB, "INSERT INTO case_contact (case_file_id, name) VALUES (4, 'x')", "case_file_draft_guard"),
            (
                .companyB,
                "INSERT INTO attachment (case_file_id, paper, file_name, media_type, content) VALUES (4, 'other', 'a', 'b', 'c')",
                "attachment_stage_guard"
            ),
            (.companyB, "UPDATE attachment SET content = 'x'", Self.permission),
            (.companyB, "UPDATE case_file SET reference = 'DE-2026-0099' WHERE case_file_id = 3", Self.permission),
            (
                .companyB, "UPDATE case_file SET filed_at = now() - interval '1 year' WHERE case_file_id = 3",
                Self.permission
            ),
            (.companyB, "UPDATE case_file SET company_id = 1 WHERE case_file_id = 3", Self.permission),
            (.companyB, "DELETE FROM case_file WHERE case_file_id = 3", Self.permission),
            (.desk, "UPDATE case_file SET summary = 'x' WHERE case_file_id = 4", Self.permission),
            (.desk, "UPDATE case_file SET stage = 'returned' WHERE case_file_id = 4", "case_file_closing_reason_check"),
            (
                .companyB,
                "INSERT INTO case_file (regime, track, service_name, stage) VALUES ('kr-ict', 'demonstration', 'x', 'filed')",
                Self.permission
            ),
            (
                .companyB,
                "INSERT INTO case_file (regime, track, service_name) VALUES ('kr-ict', 'demonstration', 'x'); UPDATE case_file SET stage = 'filed' WHERE service_name = 'x'",
                "case_file_complete_guard"
            ),
            (
                .ministryAsked,
                "INSERT INTO case_file (regime, track, service_name) VALUES ('kr-ict', 'demonstration', 'x')",
                Self.permission
            ),
        ])
    }

    @Test("consultations, opinions and supplements out of order") func consultations() async throws {
        let ask =
            "INSERT INTO consultation (case_file_id, ministry_id) SELECT %, organisation_id FROM organisation WHERE name = "
        func asking(_ id: Int, _ name: String) -> String { ask.replacing("%", with: String(id)) + "'\(name)'" }
        let reply =
            "INSERT INTO opinion (consultation_id, case_file_id, opinion, reason) SELECT consultation_id, case_file_id, 'oppose', 'x' FROM consultation"
        try await check([
            (.desk, asking(4, "하나부"), "consultation_stage_guard"),
            (.desk, asking(2, "에이"), "consultation_ministry_guard"),
            (.desk, asking(2, "두나부"), "consultation_open_key"),
            (
                .desk,
                "UPDATE case_file SET stage = 'received' WHERE case_file_id = 4; UPDATE case_file SET stage = 'consulting' WHERE case_file_id = 4",
                "case_file_consultation_guard"
            ),
            (.desk, "UPDATE consultation SET replied_at = now()", Self.permission),
            (.desk, reply, Self.permission),
            (.ministryAsked, asking(2, "세나부"), Self.permission),
            (.ministryAsked, reply + " WHERE ministry_id = acting_organisation_id()", "opinion_once_guard"),
            (
                .ministryAsked, reply + " WHERE ministry_id <> acting_organisation_id() AND replied_at IS NULL",
                Self.permission
            ),
            (.ministryElsewhere, reply + " WHERE case_file_id = 5", "opinion_once_guard"),
            (
                .ministryOpen, reply.replacing("'oppose'", with: "'permit-needed'") + " WHERE replied_at IS NULL",
                "opinion_track_guard"
            ),
            (
                .ministryOpen,
                reply.replacing("'oppose'", with: "'agree-with-conditions'") + " WHERE replied_at IS NULL",
                "opinion_conditions_check"
            ),
            (.ministryOpen, reply.replacing("'x'", with: "NULL") + " WHERE replied_at IS NULL", "opinion_reason_check"),
            (.ministryAsked, "UPDATE opinion SET opinion = 'agree'", Self.permission),
            (.ministryAsked, "DELETE FROM opinion", Self.permission),
            (
                .ministryAsked, "INSERT INTO supplement (case_file_id, request) VALUES (2, 'x')",
                "supplement_stage_guard"
            ),
            (.desk, "INSERT INTO supplement (case_file_id, request) VALUES (5, 'x')", "supplement_stage_guard"),
            (.companyA, "INSERT INTO supplement (case_file_id, request) VALUES (2, 'x')", Self.permission),
            (.companyA, "UPDATE supplement SET answer = NULL", "supplement_answer_check"),
            (
                .companyA, "UPDATE supplement SET answer = 'a'; UPDATE supplement SET answer = 'b'",
                "supplement_once_guard"
            ),
            (.companyA, "UPDATE supplement SET request = 'x'", Self.permission),
            (
                .companyA,
                "UPDATE supplement SET answer = 'a'; INSERT INTO attachment (case_file_id, paper, file_name, media_type, content) VALUES (2, 'other', 'a', 'b', 'c')",
                "attachment_stage_guard"
            ),
        ])
    }

    @Test("decisions over open questions, second decisions, conditions afterwards") func decisions() async throws {
        func decide(_ id: Int, _ outcome: String = "granted", on day: String = "authority_date('kr-ict')") -> String {
            "INSERT INTO decision (case_file_id, outcome, decided_on) VALUES (\(id), '\(outcome)', \(day)); "
        }
        func decided(_ id: Int) -> String { "UPDATE case_file SET stage = 'decided' WHERE case_file_id = \(id); " }
        func condition(_ id: Int, _ number: Int = 1) -> String {
            "INSERT INTO condition (decision_id, condition_no, case_file_id, text, purpose, evidence) "
                + "SELECT decision_id, \(number), case_file_id, 'x', 'y', 'z' FROM decision WHERE case_file_id = \(id); "
        }
        let askAgain =
            "INSERT INTO consultation (case_file_id, ministry_id) SELECT 6, organisation_id FROM organisation WHERE name = '하나부'; "
        let supplement = "INSERT INTO supplement (case_file_id, request) VALUES (6, 'x'); "
        try await check([
            (.desk, decide(2) + decided(2), "decision_consultation_guard"),
            (.desk, decide(4) + decided(4), "decision_stage_guard"),
            (.desk, decide(5), "decision_stage_guard"),
            (.desk, decide(6), "case_file_decision_guard"),
            (.desk, decided(6), "case_file_decision_guard"),
            (
                .desk,
                decide(6) + "UPDATE case_file SET stage = 'returned', closing_reason = 'x' WHERE case_file_id = 6",
                "case_file_decision_guard"
            ),
            // The consultation is asked, the supplement is asked behind the decision's back.
            (.desk, decide(6) + askAgain + decided(6), "decision_consultation_guard"),
            (.desk, decide(6) + supplement + decided(6), "decision_supplement_guard"),
            (.desk, decide(6) + supplement + "SET CONSTRAINTS ALL IMMEDIATE", "case_file_decision_guard"),
            (.desk, decide(6) + decided(6) + "SET CONSTRAINTS ALL IMMEDIATE; " + supplement, "supplement_stage_guard"),
            (.desk, decide(6) + decided(6) + "SET CONSTRAINTS ALL IMMEDIATE; " + askAgain, "consultation_stage_guard"),
            (
                .desk, decide(6) + decided(6) + "SET CONSTRAINTS ALL IMMEDIATE; " + condition(6),
                "condition_decision_guard"
            ),
            (.desk, decide(6) + condition(6) + decided(6), "decision_conditions_guard"),
            (.desk, decide(6, "granted-with-conditions") + decided(6), "decision_conditions_guard"),
            (
                .desk,
                decide(6, "granted-with-conditions") + "SAVEPOINT a; " + condition(6) + "ROLLBACK TO a; " + decided(6),
                "decision_conditions_guard"
            ),
            (.desk, condition(5, 2), "condition_decision_guard"),
            (.desk, "UPDATE condition SET text = 'x'", Self.permission),
            (.desk, "UPDATE decision SET outcome = 'rejected'", Self.permission),
            (.desk, decide(6, "rejected") + decided(6), "decision_reason_guard"),
            (.desk, decide(6, "conditions-changed") + decided(6), "decision_outcome_guard"),
            (.desk, decide(6, "permit-needed") + decided(6), "decision_outcome_guard"),
            (.desk, decide(6, on: "authority_date('kr-ict') + 1") + decided(6), "decision_date_guard"),
            (.desk, decide(6, on: "authority_date('kr-ict') - 1") + decided(6), "decision_date_guard"),
            (
                .desk, "UPDATE case_file SET stage = 'received' WHERE case_file_id = 4; " + decide(4) + decided(4),
                "decision_grant_guard"
            ),
            (.ministryElsewhere, decide(6), Self.permission), (.companyB, decide(6), Self.permission),
        ])
    }

    @Test("the event log, its chains and its seals") func log() async throws {
        let world = try await World.make()
        try await world.run(.auditor, "SELECT seal_audit()")
        let statements = [
            "UPDATE event SET actor = 'x'", "DELETE FROM event", "TRUNCATE event CASCADE",
            "INSERT INTO event_chain VALUES ('case_file:2', 1, 'x')", "UPDATE event_chain SET head = 'x'",
            "UPDATE audit_seal SET digest = 'x'", "DELETE FROM audit_seal",
            "SELECT append_event(NULL)", "SELECT append_events(NULL)",
            "ALTER TABLE event DISABLE TRIGGER ALL", "ALTER TABLE event DISABLE ROW LEVEL SECURITY",
            "DROP TRIGGER event_append_only ON event", "SET session_replication_role = replica",
            "INSERT INTO event (chain, seq) VALUES ('case_file:2', 99)", "DROP POLICY event_company ON event",
            "CREATE POLICY p ON event TO PUBLIC USING (true)", "COMMENT ON TABLE event IS 'x'",
        ]
        for person in World.characters {
            for statement in statements {
                #expect(
                    try await world.refusal(person, statement)?.state == .insufficientPrivilege,
                    "\(person): \(statement)")
            }
        }
        // The owner logs in never; whoever acts as it still runs into the triggers.
        for statement in [
            "UPDATE event SET actor = 'x'", "DELETE FROM event", "TRUNCATE event", "TRUNCATE audit_seal",
            "DELETE FROM audit_seal",
        ] {
            await #expect(throws: PostgresError.self) {
                try await world.test.administrator.write { session in
                    try session.execute("SET LOCAL ROLE sandbox_owner")
                    try session.simple("\(unsafe: statement)")
                }
            }
        }
        #expect(try await world.refusal(.desk, "SELECT seal_audit()")?.state == .insufficientPrivilege)
        #expect(try await world.refusal(.companyA, "SELECT * FROM audit_break()")?.state == .insufficientPrivilege)
    }

    @Test("promises, merges, reports and commitments out of order, or by others") func promises() async throws {
        let promise =
            "INSERT INTO forecast (reform_task_id, kind, said, said_to) VALUES (1, 'in-force', '2027', '2027-12-31')"
        let again = promise + "; " + promise
        let other = """
            INSERT INTO reform_task (title) VALUES ('다른 과제');
            INSERT INTO task_merge (reform_task_id, into_id, status, reason)
            SELECT 1, max(reform_task_id), 'merged', '통합' FROM reform_task
            """
        try await check([
            (.desk, again, "forecast_reason_check"),
            (.ministryOpen, promise, Self.permission),
            (.companyA, promise, Self.permission),
            (.analyst, promise, Self.permission),
            (.ministryAsked, promise.replacing("said_to)", with: "said_on)"), "forecast_date_guard"),
            (.ministryAsked, "UPDATE forecast SET said = 'x'", Self.permission),
            (
                .desk,
                "INSERT INTO arrival (reform_task_id, kind, said, said_to) VALUES (1, 'passed', '2099', '2099-12-31')",
                "arrival_date_guard"
            ),
            (.desk, "INSERT INTO arrival (reform_task_id, kind) VALUES (1, 'passed')", "arrival_first_check"),
            (
                .ministryOpen,
                "INSERT INTO arrival (reform_task_id, kind, said, said_to) VALUES (1, 'passed', '2020', '2020-12-31')",
                Self.permission
            ),
            (.desk, "UPDATE reform_task SET status = 'dropped'", "reform_task_reason_guard"),
            (.desk, "UPDATE reform_task SET status = 'merged', status_reason = 'x'", "reform_task_merge_guard"),
            (
                .ministryAsked,
                "UPDATE reform_task SET status = 'in-force'; UPDATE reform_task SET status = 'drafting'",
                "reform_task_reason_guard"
            ),
            (.ministryAsked, other, Self.permission),
            (
                .desk,
                other + "; UPDATE reform_task SET status = 'planned', status_reason = 'x' WHERE reform_task_id = 1",
                "reform_task_status_guard"
            ),
            (.desk, other + "; " + promise, "forecast_merged_guard"),
            (.desk, other.replacing("max(reform_task_id)", with: "1"), "task_merge_into_check"),
            (
                .desk,
                other
                    + "; INSERT INTO task_merge (reform_task_id, into_id, status, reason) SELECT max(reform_task_id), 1, 'merged', 'x' FROM reform_task",
                "task_merge_into_guard"
            ),
            (
                .desk,
                other
                    + "; INSERT INTO task_merge (reform_task_id, into_id, status, reason) SELECT 1, max(reform_task_id), 'merged', 'x' FROM reform_task",
                "task_merge_pkey"
            ),
            (.desk, "UPDATE roadmap_entry SET target = 'x'", Self.permission),
            (.desk, "DELETE FROM roadmap_entry", Self.permission),
            (
                .ministryOpen, "INSERT INTO task_reference (reform_task_id, kind, reference) VALUES (1, 'bill', 'x')",
                Self.permission
            ),
            (
                .ministryAsked, "INSERT INTO task_provision (reform_task_id, provision_id) VALUES (1, 1)",
                Self.permission
            ),
            (
                .desk,
                "INSERT INTO task_report (roadmap_id, due_on, reform_task_id, report) VALUES (1, '2026-01-01', 1, 'x')",
                Self.permission
            ),
            (
                .desk, "INSERT INTO council_report (summit_topic_id, summit_id, body) VALUES (1, 1, 'x')",
                "council_report_summit_guard"
            ),
            (
                .companyA, "INSERT INTO commitment (summit_id, kind, owner, body) VALUES (1, 'other', '에이', 'x')",
                Self.permission
            ),
            (
                .desk, "INSERT INTO raised_point (summit_id, kind, body, case_file_id) VALUES (1, 'proposal', 'x', 1)",
                Self.permission
            ),
        ])
    }

    @Test("evidence of a commitment by others, or out of order") func commitments() async throws {
        let world = try await World.make()
        try await world.run(
            .desk, "INSERT INTO commitment (summit_id, kind, owner, body) VALUES (1, 'other', '에이', '약속')")
        let fulfil = "INSERT INTO commitment_evidence (commitment_id, kind, body) VALUES (1, 'fulfilled', 'x')"
        #expect(try await world.refusal(.companyB, fulfil)?.state == .insufficientPrivilege)
        #expect(try await world.refusal(.analyst, fulfil)?.state == .insufficientPrivilege)
        #expect(try await world.refusal(.companyA, fulfil) == nil)
        #expect(
            try await world.refusal(.companyA, fulfil + "; " + fulfil)?.constraint
                == "commitment_evidence_settled_guard")
        #expect(
            try await world.refusal(.companyA, fulfil.replacing("fulfilled", with: "reopened"))?.constraint
                == "commitment_evidence_open_guard")
    }
}
