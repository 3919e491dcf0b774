import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("The report on the exit from a sandbox", .database)
struct ExitReportTests {
    /// A grant of the European regime whose holder takes part.
    private func participating(_ casework: Casework) async throws -> CaseReference {
        try await casework.desk.perform(
            ApplyRegime(RegimeFile(yaml: try regimeFile("eu-ai-act.yaml"), file: "eu-ai-act.yaml")))
        let reference = try await casework.filedInEurope()
        try await casework.desk.perform(ReceiveCase(reference))
        try await casework.desk.perform(SendConsultation(reference, to: ["개인정보보호위원회"]))
        try await casework.pipc.perform(ReplyToConsultation(reference, opinion: .agree))
        try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        try await casework.company.perform(ActOnGrant(reference, .commence))
        return reference
    }

    private let deadlines: SQL = """
        SELECT s.rule || ' ' || s.state || ' ' || coalesce(s.ended_by, '-') || ' ' || coalesce(s.due_on - s.today, 0)
        FROM deadline_state() AS s JOIN deadline_rule AS r USING (deadline_rule_id)
        WHERE 'exit-reported' = ANY (r.ends_on) ORDER BY s.deadline_id
        """

    @Test("is owed when the validity has run out, and given once") func expired() async throws {
        try await TestDatabase.current.travel(to: "2025-03-03")
        let casework = try await Casework()
        let reference = try await participating(casework)
        await #expect(throws: Refusal.grant(.wrongState(.running, allowed: GrantAct.exitReport.states))) {
            try await casework.desk.perform(ActOnGrant.act(reference, .exitReport))
        }
        #expect(try await casework.desk.answer(Inbox()).isEmpty)
        // Twelve months from 3 March end on 3 March, a Tuesday; on the Wednesday the report is late.
        try await casework.database.travel(to: "2026-03-04")
        #expect(try await casework.company.answer(GrantView(reference)).legal.state == .expired)
        #expect(try await texts(deadlines) == ["exit-report overdue - -1"])
        let waiting = try #require(try await casework.desk.answer(Inbox()).first)
        #expect((waiting.task, waiting.since, waiting.dueOn) == (.exitReport, "2026-03-04", "2026-03-03"))
        let given = try await casework.desk.perform(
            ActOnGrant.act(reference, .exitReport) { $0.label = "https://example.eu/reports/1" })
        #expect(given.state == .expired)
        #expect(try await texts(deadlines) == ["exit-report late exit-reported -1"])
        #expect(try await casework.desk.answer(Inbox()).isEmpty)
        let seen = try await casework.company.answer(GrantView(reference))
        #expect(seen.acts.last?.act == .exitReport && seen.acts.last?.basis == "Article 57(7)")
        await #expect(throws: Refusal.grant(.doneOnce(.exitReport))) {
            try await casework.desk.perform(ActOnGrant.act(reference, .exitReport))
        }
        await #expect(throws: NotPermitted.self) {
            try await casework.company.perform(ActOnGrant.act(reference, .exitReport))
        }
    }

    @Test("is owed from the day the grant ends earlier, instead") func early() async throws {
        let casework = try await Casework()
        let reference = try await participating(casework)
        try await casework.company.perform(ActOnGrant.act(reference, .renounce))
        let open = try await texts(deadlines)
        try #require(open.count == 2)
        #expect(open[0].hasPrefix("exit-report fell-away exit "))
        #expect(open[1].hasPrefix("early-exit-report running - "))
        #expect(try await casework.desk.answer(Inbox()).map(\.task) == [.exitReport])
        try await casework.desk.perform(ActOnGrant.act(reference, .exitReport))
        #expect(try await texts(deadlines)[1].hasPrefix("early-exit-report met exit-reported "))
        func refused(_ text: String?) async throws -> String? {
            let error = await #expect(throws: PostgresError.self) {
                try await TestDatabase.current.database(as: casework.desk.name).write { session in
                    try session.execute(
                        """
                        INSERT INTO grant_act (exemption_grant_id, case_file_id, act, text)
                        SELECT exemption_grant_id, case_file_id, 'exit-report', \(text) FROM exemption_grant
                        """)
                }
            }
            return error?.constraint
        }
        #expect(try await refused("once more") == "grant_act_once_guard")
        #expect(try await casework.auditor.answer(AuditVerify()).breaks.isEmpty)
    }

    @Test("is not given where the law asks for none") func none() async throws {
        let casework = try await Casework()
        let reference = try await casework.running()
        try await casework.company.perform(ActOnGrant.act(reference, .renounce))
        await #expect(throws: Refusal.grant(.notForTrack(.exitReport, .demonstration))) {
            try await casework.desk.perform(ActOnGrant.act(reference, .exitReport))
        }
        let error = await #expect(throws: PostgresError.self) {
            try await TestDatabase.current.database(as: casework.desk.name).write { session in
                try session.execute(
                    """
                    INSERT INTO grant_act (exemption_grant_id, case_file_id, act, text)
                    SELECT exemption_grant_id, case_file_id, 'exit-report', 'x' FROM exemption_grant
                    """)
            }
        }
        #expect(error?.constraint == "grant_act_track_guard")
    }
}
