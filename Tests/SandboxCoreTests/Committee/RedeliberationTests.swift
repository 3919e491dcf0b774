import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("Re-deliberation", .database)
struct RedeliberationTests {
    private func rejected(_ casework: Casework) async throws -> CaseReference {
        let reference = try await casework.replied()
        try await casework.voted(reference, .against)
        try await casework.desk.perform(DecideCase(reference, outcome: .rejected, reason: "안전성"))
        return reference
    }

    @Test("a rejected case is decided once more, and every reader sees which decision is in force") func again()
        async throws
    {
        let casework = try await Casework()
        let reference = try await rejected(casework)
        let act = RedeliberateCase(reference, ground: .newEvidence, statement: "시험 성적서", wantsHearing: true)
        let moved = try await casework.company.perform(act, key: "k")
        #expect(moved.stage == .consulting)
        #expect(try await casework.company.perform(act, key: "k").stage == .consulting)
        var view = try await casework.company.answer(CaseView(reference))
        #expect(view.redeliberation?.statement == "시험 성적서" && view.redeliberation?.wantsHearing == true)
        #expect(view.openTasks.map(\.task) == [.table])
        // What was seen with the first decision stays seen; what comes after it waits for the second.
        #expect(view.consultations.map(\.opinion) == [.agree])
        try await casework.desk.perform(SendConsultation(reference, to: ["개인정보보호위원회"]))
        try await casework.pipc.perform(ReplyToConsultation(reference, opinion: .agree))
        #expect(try await casework.company.answer(CaseView(reference)).consultations.map(\.opinion) == [nil, .agree])

        try await casework.voted(reference)
        try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        view = try await casework.company.answer(CaseView(reference))
        #expect(view.decision?.outcome == .granted && view.head.stage == .decided)
        #expect(view.consultations.map(\.opinion) == [.agree, .agree])
        let listed = try await casework.desk.answer(CaseList())
        #expect(listed.map(\.outcome) == [.granted])
        let exported = try await casework.database.administrator.read { session in
            try session.all(
                "SELECT outcome FROM report.cases WHERE reference = \(reference.description)", as: String.self)
        }
        #expect(exported == ["granted"])
        #expect(try await casework.company.answer(CaseHistory(reference)).filter { $0.act == "decision" }.count == 2)
        #expect(try await casework.auditor.answer(AuditVerify()).breaks.isEmpty)
    }

    @Test("is for the company, after a rejection, once, and in time") func refusals() async throws {
        let casework = try await Casework()
        let (reference, granted) = (try await rejected(casework), try await casework.decided())
        func ask(_ reference: CaseReference, _ person: Casework.Person) async -> (any Error)? {
            do {
                try await person.perform(RedeliberateCase(reference, ground: .newEvidence, statement: "x"))
                return nil
            } catch { return error }
        }
        #expect(await ask(reference, casework.desk) is NotPermitted)
        #expect(await ask(reference, casework.rival) is NotFound)
        #expect(await ask(granted, casework.company) as? Refusal == .committee(.notRejected))
        #expect(await ask(reference, casework.company) == nil)
        #expect(await ask(reference, casework.company) as? Refusal == .committee(.redeliberatedOnce))

        let late = try await rejected(casework)
        try await casework.database.administrator.write { session in
            try session.simple(
                """
                SET LOCAL session_replication_role = replica;
                UPDATE deadline SET started_on = started_on - 70 WHERE ended_on IS NULL AND deadline_rule_id IN (SELECT deadline_rule_id FROM deadline_rule WHERE starts_on = 'rejected');
                SELECT keep_deadlines(ARRAY(SELECT deadline_id FROM deadline))
                """)
        }
        guard case .committee(.redeliberationTooLate) = await ask(late, casework.company) as? Refusal else {
            Issue.record("the period is over")
            return
        }
        // The second rejection is the last word.
        try await casework.voted(reference, .against)
        try await casework.desk.perform(DecideCase(reference, outcome: .rejected, reason: "부결"))
        #expect(await ask(reference, casework.company) as? Refusal == .committee(.redeliberatedOnce))
    }
}
