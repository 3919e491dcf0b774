import Postgres
import SandboxTesting
import Testing

@testable import SandboxCore

/// Illegal acts on conditions, their changes and their evidence, tried in plain SQL.
@Suite("What the server refuses about conditions", .database)
struct ConditionRefusalTests {
    @Test("conditions that cannot be measured, changes and evidence out of order") func conditions() async throws {
        let world = try await World.make()
        let permission = "42501"
        let change = """
            INSERT INTO condition_change (decision_id, condition_no, case_file_id, text, purpose, evidence, reason)
            VALUES (1, 1, %, 'x', 'y', 'z', 'r');
            """
        let evidence =
            "INSERT INTO condition_evidence (decision_id, condition_no, case_file_id, note) VALUES (1, 1, %, 'x'); "
        let decide =
            "INSERT INTO decision (case_file_id, outcome, decided_on) VALUES (6, 'granted-with-conditions', authority_date('kr-ict')); "
        let propose =
            "INSERT INTO proposed_condition (agenda_item_id, condition_no, text, responsible) SELECT agenda_item_id, 9, 'x', 'company' FROM agenda_item WHERE case_file_id = 6; "
        for (person, statement, refused) in [
            (
                World.Person.desk,
                decide
                    + "INSERT INTO condition (decision_id, condition_no, case_file_id, text) SELECT max(decision_id), 1, 6, 'x' FROM decision",
                "condition_measurable_guard"
            ),
            (
                .desk,
                decide
                    + "INSERT INTO condition (decision_id, condition_no, case_file_id, text, purpose) SELECT max(decision_id), 1, 6, 'x', 'y' FROM decision",
                "condition_measurable_guard"
            ),
            (.desk, propose, "committee_session_frozen_guard"),
            (.desk, "DELETE FROM proposed_condition; UPDATE condition SET text = 'x'", permission),
            (.companyB, change.replacing("%", with: "6"), "condition_standing_guard"),
            (.companyA, change.replacing("%", with: "5"), permission),
            (
                .companyB, change.replacing("%", with: "5") + change.replacing("%", with: "5"),
                "condition_change_open_key"
            ),
            (.ministryOpen, change.replacing("%", with: "5"), permission),
            (
                .companyB, change.replacing("%", with: "5") + "UPDATE condition_change SET is_accepted = true",
                permission
            ),
            (.companyB, evidence.replacing("%", with: "6"), "condition_standing_guard"),
            (.desk, evidence.replacing("%", with: "5"), permission),
            (.ministryElsewhere, evidence.replacing("%", with: "5"), permission),
            (.companyB, evidence.replacing("%", with: "5") + "DELETE FROM condition_evidence", permission),
            (.analyst, "SELECT content FROM condition_evidence", permission),
            (.analyst, "SELECT file_name FROM condition_evidence", permission),
        ] {
            let error = try await world.refusal(person, statement)
            let found = error.map { $0.constraint ?? $0.state?.rawValue ?? $0.message }
            #expect(found == refused, "\(person): \(statement)\n\(error?.message ?? "was done")")
        }
        try await world.run(.companyB, change.replacing("%", with: "5") + evidence.replacing("%", with: "5"))
        let reply = """
            INSERT INTO change_reply (condition_change_id, case_file_id, opinion, reason)
            SELECT condition_change_id, 5, % FROM (SELECT max(condition_change_id) AS condition_change_id
                FROM condition_change) AS c;
            """
        for (person, statement, refused) in [
            (World.Person.desk, "UPDATE condition_change SET is_accepted = true", "condition_change_reply_guard"),
            (.desk, reply.replacing("%", with: "'agree', NULL"), permission),
            (.companyB, reply.replacing("%", with: "'agree', NULL"), permission),
            (.ministryOpen, reply.replacing("%", with: "'agree', NULL"), permission),
            (.ministryElsewhere, reply.replacing("%", with: "'oppose', NULL"), "change_reply_reason_check"),
            (
                .ministryElsewhere,
                reply.replacing("%", with: "'agree', NULL") + reply.replacing("%", with: "'agree', NULL"),
                "change_reply_debtor_guard"
            ),
            (.ministryElsewhere, "UPDATE change_reply SET opinion = 'agree'", permission),
        ] {
            let error = try await world.refusal(person, statement)
            let found = error.map { $0.constraint ?? $0.state?.rawValue ?? $0.message }
            #expect(found == refused, "\(person): \(statement)\n\(error?.message ?? "was done")")
        }
        try await world.run(.ministryElsewhere, reply.replacing("%", with: "'agree', NULL"))
        for (statement, refused) in [
            ("UPDATE condition_change SET is_accepted = false", "condition_change_ruling_check"),
            (
                "UPDATE condition_change SET is_accepted = true; UPDATE condition_change SET is_accepted = false, ruling = 'x'",
                "condition_change_ruled_guard"
            ),
            ("UPDATE condition_evidence SET is_confirmed = false", "condition_evidence_ruling_check"),
            (
                "UPDATE condition_evidence SET is_confirmed = true; UPDATE condition_evidence SET is_confirmed = true",
                "condition_evidence_ruled_guard"
            ),
        ] {
            #expect(try await world.refusal(.desk, statement)?.constraint == refused, "\(statement)")
        }
    }

    @Test("departures from precedents go with the decision, and precedents are grants") func departures() async throws {
        let world = try await World.make()
        let decide =
            "INSERT INTO decision (case_file_id, outcome, decided_on) VALUES (6, 'granted', authority_date('kr-ict')); "
        func depart(_ precedent: Int) -> String {
            "INSERT INTO precedent_departure (decision_id, case_file_id, precedent_id, reason) SELECT max(decision_id), max(case_file_id), \(precedent), 'x' FROM decision; "
        }
        #expect(
            try await world.refusal(.desk, decide + depart(2))?.constraint == "precedent_departure_grant_guard")
        let late =
            "INSERT INTO precedent_departure (decision_id, case_file_id, precedent_id, reason) SELECT decision_id, case_file_id, 6, 'x' FROM decision"
        #expect(try await world.refusal(.desk, late)?.constraint == "precedent_departure_decision_guard")
        #expect(
            try await world.refusal(.desk, decide + depart(5) + "UPDATE precedent_departure SET reason = 'y'")?.state
                == .insufficientPrivilege)
    }
}
