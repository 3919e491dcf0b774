import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// What the server refuses in plain SQL, past the library.
@Suite("What the server refuses of a grant", .database)
struct GrantBoundaryTests {
    private func refused(_ person: Casework.Person, _ script: String) async throws -> String? {
        let database = try TestDatabase.current.database(as: person.name)
        do {
            try await database.write(dryRun: true) { try $0.simple("\(unsafe: script)") }
            return nil
        } catch let error as PostgresError { return error.constraint ?? error.state?.rawValue ?? error.message }
    }

    /// An act as psql would enter it; the columns beside grant and case, and their values.
    private func insert(_ reference: CaseReference, _ act: String, _ more: [(String, String)] = []) -> String {
        let names = more.map { ", " + $0.0 }.joined()
        let values = more.map { ", " + $0.1 }.joined()
        return """
            INSERT INTO grant_act (exemption_grant_id, case_file_id, act\(names))
            SELECT exemption_grant_id, case_file_id, '\(act)'\(values) FROM exemption_grant
            JOIN case_file USING (case_file_id) WHERE reference = '\(reference)';
            """
    }

    @Test("acts that a rule is against") func rules() async throws {
        let casework = try await Casework()
        let fresh = try await casework.granted(conditions: true)
        let running = try await casework.running(daysAgo: 400)
        let permit = try await casework.running(.temporaryPermit)
        let small = try await casework.company.perform(ActOnGrant.insured(running, death: 1))
        let late = try await casework.running(daysAgo: 700)
        let begins = try await casework.replied()
        _ = try await casework.voted(begins)
        var decision = DecideCase(begins, outcome: .granted)
        decision.beginsWithCommencement = true
        try await casework.desk.perform(decision)
        try await casework.company.perform(ActOnGrant.act(running, .askExtension))
        let tries: [(Casework.Person, String, String)] = [
            (casework.company, insert(fresh, "commence"), "grant_act_condition_guard"),
            (casework.desk, insert(fresh, "confirm", [("about_no", "1")]), "grant_act_about_guard"),
            (casework.desk, insert(running, "confirm", [("about_no", "\(small.number)")]), "grant_act_cover_guard"),
            (casework.company, insert(running, "commence"), "grant_act_once_guard"),
            (casework.desk, insert(permit, "suspend", [("text", "'x'")]), "grant_act_track_guard"),
            (casework.desk, insert(running, "resume"), "grant_act_state_guard"),
            (casework.desk, insert(running, "revoke", [("ground", "'fraud'")]), "grant_act_hearing_guard"),
            (
                casework.desk, insert(running, "hear", [("ground", "'whim'"), ("text", "'x'")]),
                "grant_act_ground_guard"
            ),
            (casework.desk, insert(running, "extend", [("months", "25")]), "grant_act_length_guard"),
            (
                casework.desk,
                insert(running, "extend", [("months", "12")]) + insert(running, "extend", [("months", "12")]),
                "grant_act_extended_guard"
            ),
            (casework.desk, insert(permit, "extend", [("months", "12")]), "grant_act_asked_guard"),
            (casework.company, insert(late, "ask-extension"), "grant_act_window_guard"),
            (casework.company, insert(begins, "ask-extension"), "grant_act_begun_guard"),
            (casework.company, insert(late, "request-revision", [("text", "'x'")]), "grant_act_window_guard"),
            (casework.mcst, insert(running, "find", [("finding", "'needed'")]), "grant_act_request_guard"),
            (
                casework.company, insert(running, "apply-permit", [("successor_case_id", "case_file_id")]),
                "grant_act_permit_guard"
            ),
            (
                casework.company, insert(running, "report", [("text", "'x'"), ("on_day", "date '2000-01-01'")]),
                "grant_act_day_guard"
            ),
            (
                casework.company, insert(running, "report", [("text", "'x'"), ("on_day", "current_date + 2")]),
                "grant_act_day_guard"
            ),
            (
                casework.company,
                "INSERT INTO insurance_cover SELECT grant_act_id, case_file_id, 'x', 1 FROM insurance LIMIT 1",
                "grant_detail_guard"
            ),
        ]
        for (person, script, expected) in tries {
            #expect(try await refused(person, script) == expected, "\(script)")
        }
    }

    @Test("a start without insurance, also when the condition is met") func uninsured() async throws {
        let casework = try await Casework()
        let reference = try await casework.granted(conditions: true)
        try await casework.meet(reference, 1)
        #expect(try await refused(casework.company, insert(reference, "commence")) == "grant_act_insurance_guard")
    }

    @Test("a plan that is not owed, and a validity that the law does not allow") func plans() async throws {
        let casework = try await Casework()
        let reference = try await casework.running()
        try await casework.mcst.perform(
            ActOnGrant.act(reference, .plan) { $0.detail = .plan(.whyNot("판결을 기다립니다.")) })
        #expect(try await refused(casework.mcst, insert(reference, "plan")) == "grant_act_debtor_guard")
        let pending = try await casework.replied()
        _ = try await casework.voted(pending)
        let decision = """
            INSERT INTO decision (case_file_id, outcome, decided_on, validity_until)
            SELECT case_file_id, 'granted', authority_date(regime), date '2060-01-01' FROM case_file
            WHERE reference = '\(pending)';
            """
        #expect(try await refused(casework.desk, decision) == "decision_validity_guard")
    }

    @Test("another's grant, another's act, and what nobody writes") func persons() async throws {
        let casework = try await Casework()
        let reference = try await casework.running()
        let ids: [Int64] = try await TestDatabase.current.administrator.read {
            try $0.all("SELECT exemption_grant_id FROM exemption_grant", as: Int64.self)
        }
        let id = try #require(ids.first)
        let blind = """
            INSERT INTO grant_act (exemption_grant_id, case_file_id, act, text)
            SELECT \(id), c.case_file_id, 'report', 'x' FROM (VALUES (1), (2)) AS c (case_file_id);
            """
        #expect(try await refused(casework.rival, blind) == "42501")
        #expect(try await refused(casework.pipc, insert(reference, "inspect", [("text", "'x'")])) == nil)
        #expect(try await refused(casework.desk, insert(reference, "commence")) == "42501")
        #expect(try await refused(casework.company, insert(reference, "suspend", [("text", "'x'")])) == "42501")
        #expect(try await refused(casework.company, insert(reference, "convert")) == "42501")
        for statement in [
            "UPDATE grant_act SET text = 'y'", "DELETE FROM grant_act",
            "UPDATE exemption_grant SET granted_on = current_date",
            "INSERT INTO exemption_grant DEFAULT VALUES", "UPDATE clock SET length = 1",
        ] {
            for person in [casework.company, casework.desk, casework.mcst, casework.auditor, casework.analyst] {
                #expect(try await refused(person, statement) == "42501", "\(person.name): \(statement)")
            }
        }
        for person in [casework.rival, casework.pipc] {
            let seen = try await TestDatabase.current.database(as: person.name).read {
                try $0.all("SELECT state FROM grant_state()", as: String.self)
            }
            #expect(seen == [])
        }
    }
}
