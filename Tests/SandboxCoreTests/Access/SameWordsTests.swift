import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// "Another company's case" and "there is no such case" are the same answer, byte for byte, on every way in.
@Suite("The same words for what is hidden and what is not there", .database)
struct SameWordsTests {
    /// What one statement came to: the rows, or all the server said.
    private func answer(_ world: World, _ person: World.Person, _ statement: String, _ id: Int) async throws -> String {
        let text = statement.replacing("%", with: String(id))
        do {
            return try await world.database(person).write(dryRun: true) { session in
                "rows: \(try session.execute("\(unsafe: text)"))"
            }
        } catch let error as PostgresError {
            // Everything the server said about it, the statement apart.
            return [
                error.state?.rawValue, error.message, error.detail, error.hint, error.constraint, error.table,
                error.column,
                error.context,
            ].map { $0 ?? "-" }.joined(separator: "|")
        }
    }

    /// Statements on a case, and who tries them on one that is hidden from it.
    private static let statements: [(World.Person, hidden: Int, String)] = {
        var list: [(World.Person, Int, String)] = []
        let reads = [
            "SELECT FROM case_file WHERE case_file_id = %", "SELECT FROM event WHERE case_file_id = %",
            "SELECT FROM filing_gap(%)", "SELECT FROM open_task_today WHERE case_file_id = %",
            "SELECT FROM consultation WHERE case_file_id = %", "SELECT FROM supplement WHERE case_file_id = %",
        ]
        let companyWrites = [
            "SELECT FROM case_file WHERE case_file_id = % FOR UPDATE NOWAIT",
            "UPDATE case_file SET stage = 'withdrawn', closing_reason = 'x' WHERE case_file_id = %",
            "UPDATE case_file SET summary = 'x' WHERE case_file_id = %",
            "INSERT INTO exemption_item (case_file_id, item_no, law) VALUES (%, 1, 'x')",
            "INSERT INTO exemption_item (case_file_id, item_no, law) VALUES (%, 1, 'x') ON CONFLICT DO NOTHING",
            "INSERT INTO exemption_item (case_file_id, item_no, law) VALUES (%, 1, 'x') "
                + "ON CONFLICT ON CONSTRAINT exemption_item_pkey DO UPDATE SET law = 'y'",
            "INSERT INTO case_contact (case_file_id) VALUES (%) ON CONFLICT DO NOTHING",
            "UPDATE exemption_item SET law = 'x' WHERE case_file_id = %",
            "UPDATE exemption_item SET case_file_id = % WHERE case_file_id = 1",
            "SELECT FROM (SELECT take_out(%, 'proposal_section')) AS t (taken) WHERE taken > 0",
            "INSERT INTO attachment (case_file_id, paper, file_name, media_type, content) VALUES (%, 'other', 'a', 'b', 'c') RETURNING attachment_no",
            "SELECT FROM (SELECT take_out(%, 'attachment')) AS t (taken) WHERE taken > 0",
            "UPDATE supplement SET answer = 'x' WHERE case_file_id = %",
            "INSERT INTO redeliberation (case_file_id, ground, statement) VALUES (%, 'new-evidence', 'x')",
            "SELECT FROM agenda_item WHERE case_file_id = %",
            "INSERT INTO objection (disposition_id, case_file_id, statement) VALUES (1, %, 'x')",
            "SELECT FROM disposition WHERE case_file_id = %", "SELECT FROM objection WHERE case_file_id = %",
        ]
        for hidden in [3, 4, 5, 6] { list += (reads + companyWrites).map { (.companyA, hidden, $0) } }
        let ministryWrites = [
            "INSERT INTO opinion (consultation_id, case_file_id, opinion) VALUES (%, %, 'agree')",
            "INSERT INTO supplement (case_file_id, request) VALUES (%, 'x')",
        ]
        for hidden in [1, 3, 4, 6] { list += (reads + ministryWrites).map { (.ministryOpen, hidden, $0) } }
        let deskWrites = [
            "UPDATE case_file SET stage = 'received' WHERE case_file_id = %",
            "SELECT FROM case_file WHERE case_file_id = % FOR UPDATE NOWAIT",
            "INSERT INTO consultation (case_file_id, ministry_id) VALUES (%, 3)",
            "INSERT INTO supplement (case_file_id, request) VALUES (%, 'x')",
            "INSERT INTO decision (case_file_id, outcome, decided_on) VALUES (%, 'granted', '2026-01-01')",
            "INSERT INTO case_task (case_file_id, reform_task_id) VALUES (%, 1)",
            "INSERT INTO agenda_item (meeting_id, case_file_id) VALUES (1, %)",
            "INSERT INTO mediation (case_file_id, council, begun_on) VALUES (%, 'x', '2026-01-01')",
            "INSERT INTO fast_track (case_file_id, precedent_id, reason) VALUES (%, 5, 'x')",
        ]
        // What the desk may not see is a draft.
        for hidden in [1, 3] { list += (reads + deskWrites).map { (.desk, hidden, $0) } }
        return list
    }()

    @Test("in plain SQL, also while somebody works on the hidden case") func plainSQL() async throws {
        let world = try await World.make()
        // Every hidden case is locked by somebody: a wait would be an answer too, and ends as another error here.
        let worker = Task {
            try await world.test.administrator.write {
                try $0.simple("SELECT FROM case_file WHERE case_file_id > 2 FOR UPDATE; SELECT pg_sleep(600)")
            }
        }
        defer { worker.cancel() }
        try await eventually {
            try await world.refusal(.companyB, "SELECT FROM case_file WHERE case_file_id = 3 FOR UPDATE NOWAIT") != nil
        }
        for (person, hidden, statement) in Self.statements {
            let there = try await answer(world, person, statement, hidden)
            #expect(
                try await answer(world, person, statement, 987_654) == there, "\(person): \(statement) on \(hidden)")
        }
    }

    @Test("through the library") func library() async throws {
        let world = try await World.make()
        func said(_ person: World.Person, _ act: (Tracker, CaseReference) async throws -> Void, _ name: String)
            async throws -> String
        {
            let tracker = try Tracker(world.test.conninfo(as: world.login(person)), patience: .zero)
            defer { Task { await tracker.close() } }
            do {
                try await act(tracker, try CaseReference(name))
                return "was done"
            } catch { return String(describing: error).replacing(name, with: "%") }
        }
        let acts: [(World.Person, String, (Tracker, CaseReference) async throws -> Void)] = [
            (.companyA, "DE-2026-0002", { _ = try await $0.answer(CaseView($1)) }),
            (.companyA, "DE-2026-0002", { _ = try await $0.answer(CaseHistory($1)) }),
            (.companyA, "DRAFT-3", { _ = try await $0.answer(CasePapers($1)) }),
            (.companyA, "DRAFT-3", { _ = try await $0.answer(ReadPaper($1, number: 1)) }),
            (.companyA, "DE-2026-0002", { _ = try await $0.perform(WithdrawCase($1, reason: "x")) }),
            (.companyA, "DRAFT-3", { _ = try await $0.perform(DetachPapers($1, numbers: [1])) }),
            (.companyA, "DE-2026-0004", { _ = try await $0.perform(AnswerSupplement($1, answer: "x")) }),
            (.ministryOpen, "DE-2026-0004", { _ = try await $0.perform(ReplyToConsultation($1, opinion: .agree)) }),
            (.ministryOpen, "DE-2026-0004", { _ = try await $0.perform(AskSupplement($1, request: "x")) }),
            (.desk, "DRAFT-3", { _ = try await $0.perform(ReceiveCase($1)) }),
            (.desk, "DRAFT-3", { _ = try await $0.perform(SendConsultation($1, to: ["하나부"])) }),
            (.desk, "DRAFT-3", { _ = try await $0.perform(DecideCase($1, outcome: .granted)) }),
        ]
        for (person, hidden, act) in acts {
            let nowhere = hidden.hasPrefix("DRAFT") ? "DRAFT-987654" : "DE-2026-9876"
            let there = try await said(person, act, hidden)
            #expect(try await said(person, act, nowhere) == there, "\(person) on \(hidden)")
            #expect(there.hasPrefix("NotFound"), "\(there)")
        }
    }
}
