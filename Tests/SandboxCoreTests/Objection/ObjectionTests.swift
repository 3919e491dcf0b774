import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Objections", .database)
struct ObjectionTests {
    private func dispositions(_ person: Casework.Person, _ reference: CaseReference) async throws -> [Disposition] {
        try await person.answer(CaseView(reference)).dispositions
    }

    private func periods(_ person: Casework.Person, _ reference: CaseReference) async throws -> [String] {
        try await person.answer(CaseView(reference)).deadlines.filter { $0.rule.hasPrefix("k20") }
            .map { "\($0.rule) \($0.dueOn?.description ?? "-") \($0.state.rawValue)" }
    }

    private func refusal(_ act: () async throws -> Disposition) async -> Refusal? {
        do {
            _ = try await act()
            return nil
        } catch { return error as? Refusal }
    }

    @Test("thirty days for it, fourteen and ten more for the answer, ninety for what follows") func whole()
        async throws
    {
        try await TestDatabase.current.travel(to: "2026-01-31")
        let casework = try await Casework()
        let reference = try await casework.received()
        try await casework.desk.perform(ReturnCase(reference, reason: "요건이 없습니다."))
        let made = try #require(try await dispositions(casework.company, reference).first)
        #expect((made.number, made.kind, made.receivedOn, made.objectedOn) == (1, .return, "2026-01-31", nil))
        // Day 30 is Monday 2 March, a substitute holiday.
        #expect(made.objectUntil == "2026-03-03")
        #expect(try await periods(casework.company, reference) == ["k20 2026-03-03 running"])
        #expect(try await casework.desk.answer(Inbox()).map(\.task) == [.issueReturnNotice])

        try await casework.database.travel(to: "2026-03-03")
        let act = FileObjection(reference, statement: "요건을 갖추었습니다.")
        let filed = try await casework.company.perform(act, key: "k")
        #expect((filed.objectedOn, filed.answerDueOn, filed.ruling) == ("2026-03-03", "2026-03-17", nil))
        #expect(try await casework.company.perform(act, key: "k").objectedOn == "2026-03-03")
        #expect(
            try await casework.company.answer(CaseView(reference)).openTasks.map(\.task) == [
                .issueReturnNotice, .answerObjection,
            ])
        let waiting = try #require(try await casework.desk.answer(Inbox()).first)
        #expect((waiting.task, waiting.dueOn) == (.answerObjection, "2026-03-17"))
        #expect(
            // Without an answer in time the appeal runs from the day after (제36조 제4항).
            try await periods(casework.desk, reference) == [
                "k20 2026-03-03 met", "k20-answer 2026-03-17 running", "k20-appeal 2026-06-15 running",
            ])

        // The period for the answer is extended once, by ten days at most, by the desk that owes it.
        let deadlines = try await casework.desk.answer(CaseView(reference)).deadlines
        let owed = try #require(deadlines.first { $0.rule == "k20-answer" }?.reference)
        try await casework.desk.perform(ExtendDeadline(owed, by: 10, reason: "사실관계 확인"))
        #expect(
            try await periods(casework.desk, reference).suffix(2) == [
                "k20-answer 2026-03-27 running", "k20-appeal 2026-06-25 running",
            ])

        try await casework.database.travel(to: "2026-03-20")
        let answered = try await casework.desk.perform(
            AnswerObjection(reference, ruling: .dismissed, reason: "요건이 없음을 다시 확인하였습니다."))
        #expect((answered.ruling, answered.ruledOn, answered.appealUntil) == (.dismissed, "2026-03-20", "2026-06-18"))
        #expect(try await dispositions(casework.company, reference).map(\.reason) == [answered.reason])
        #expect(
            try await periods(casework.company, reference) == [
                "k20 2026-03-03 met", "k20-answer 2026-03-27 met", "k20-appeal 2026-06-18 running",
            ])
        #expect(
            Set(try await casework.desk.answer(Inbox()).map(\.task)) == [.issueReturnNotice, .issueObjectionAnswer])
        #expect(
            try await casework.auditor.answer(CaseHistory(reference)).map(\.act).filter {
                ["disposition", "objection-file", "objection-answer"].contains($0)
            }.sorted() == ["disposition", "objection-answer", "objection-file"])
        #expect(try await casework.auditor.answer(AuditVerify()).breaks.isEmpty)
        #expect(try await casework.auditor.answer(CheckDeadlines()).contradictions.isEmpty)
    }

    @Test("to what was done against a grant: each act has a number; a rejection is deliberated again instead")
    func grants() async throws {
        let casework = try await Casework()
        let reference = try await casework.granted()
        try await casework.company.perform(ActOnGrant.insured(reference))
        try await casework.desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = 1 })
        try await casework.company.perform(ActOnGrant.act(reference, .commence))
        for act in [GrantAct.correct, .suspend] {
            try await casework.desk.perform(ActOnGrant.act(reference, act) { $0.until = "2060-01-01" })
        }
        #expect(try await dispositions(casework.company, reference).map(\.kind) == [.correct, .suspend])
        let unnamed = await #expect(throws: BadInput.self) {
            try await casework.company.perform(FileObjection(reference, statement: "x"))
        }
        #expect(unnamed?.issues.map(\.problem) == [.missingName(.to)])
        try await casework.company.perform(FileObjection(reference, to: 2, statement: "중지할 사유가 없습니다."))
        try await casework.desk.perform(AnswerObjection(reference, ruling: .upheld, reason: "중지를 풀겠습니다."))
        #expect(
            await refusal { try await casework.company.perform(FileObjection(reference, to: 2, statement: "x")) }
                == .objection(.objectedBefore(2)))
        try await casework.desk.perform(ActOnGrant.act(reference, .resume))

        let rejected = try await casework.replied()
        try await casework.voted(rejected, .against)
        try await casework.desk.perform(DecideCase(rejected, outcome: .rejected, reason: "부결"))
        #expect(try await dispositions(casework.company, rejected).isEmpty)
        // Rapid confirmation has no re-deliberation.
        let confirmation = try await casework.replied(.rapidConfirmation)
        try await casework.desk.perform(DecideCase(confirmation, outcome: .rejected, reason: "대상이 아닙니다."))
        #expect(try await dispositions(casework.company, confirmation).map(\.kind) == [.rejection])
    }

    @Test("by the company whose case it is, in time, once; answered by the desk, once") func refusals() async throws {
        try await TestDatabase.current.travel(to: "2026-06-01")
        let casework = try await Casework()
        let reference = try await casework.received()
        let act = FileObjection(reference, statement: "x")
        #expect(await refusal { try await casework.company.perform(act) } == .objection(.noDisposition(nil)))
        try await casework.desk.perform(ReturnCase(reference, reason: "요건이 없습니다."))
        await #expect(throws: NotFound.self) { try await casework.rival.perform(act) }
        for person in [casework.desk, casework.mcst, casework.analyst] {
            await #expect(throws: NotPermitted.self) { try await person.perform(act) }
        }
        let answer = AnswerObjection(reference, ruling: .dismissed, reason: "x")
        #expect(await refusal { try await casework.desk.perform(answer) } == .objection(.noneOpen(nil)))
        #expect(
            await refusal { try await casework.company.perform(FileObjection(reference, to: 2, statement: "x")) }
                == .objection(.noDisposition(2)))
        try await casework.company.perform(act)
        #expect(await refusal { try await casework.company.perform(act) } == .objection(.objectedBefore(1)))
        for person in [casework.company, casework.mcst] {
            await #expect(throws: NotPermitted.self) { try await person.perform(answer) }
        }
        try await casework.desk.perform(answer)
        #expect(await refusal { try await casework.desk.perform(answer) } == .objection(.noneOpen(nil)))

        let late = try await casework.received()
        try await casework.desk.perform(ReturnCase(late, reason: "요건이 없습니다."))
        // Of a returned case the longer reading keeps the right: sixty days (민원처리법 제35조 제1항).
        #expect(try await dispositions(casework.company, late).first?.objectUntil == "2026-07-01")
        try await casework.database.travel(to: "2026-08-01")
        #expect(
            await refusal { try await casework.company.perform(FileObjection(late, statement: "x")) }
                == .objection(.tooLate("2026-07-31")))
        // What can be objected to no more is in nobody's list.
        #expect(try await !casework.company.answer(DeadlineList()).contains { $0.rule == "k20" })
    }

    @Test("the server says the same to whoever comes with psql") func server() async throws {
        try await TestDatabase.current.travel(to: "2026-06-01")
        let casework = try await Casework()
        let (first, second) = (try await casework.received(), try await casework.received())
        for reference in [first, second] {
            try await casework.desk.perform(ReturnCase(reference, reason: "요건이 없습니다."))
        }
        func refused(_ person: Casework.Person, _ sql: SQL) async throws -> String? {
            do {
                try await TestDatabase.current.database(as: person.name).write { session in
                    if try session.execute(sql) == 0 { throw NotFound(.caseFile, "") }
                }
                return nil
            } catch let error as PostgresError { return error.constraint ?? error.state?.rawValue } catch {
                return "nothing"
            }
        }
        let file: SQL = """
            INSERT INTO objection (disposition_id, case_file_id, statement)
            SELECT disposition_id, case_file_id, 'x' FROM disposition JOIN case_file USING (case_file_id)
            WHERE reference = \(first.description)
            """
        // Blind: of a case that the rival does not see.
        #expect(
            try await refused(
                casework.rival, "INSERT INTO objection (disposition_id, case_file_id, statement) VALUES (1, 1, 'x')")
                == "42501")
        #expect(try await refused(casework.rival, file) == "nothing")
        #expect(try await refused(casework.desk, file) == "42501")
        #expect(try await refused(casework.mcst, file) == "42501")
        #expect(
            try await refused(
                casework.company,
                """
                INSERT INTO objection (disposition_id, case_file_id, statement, ruling, reason) VALUES (1, 1, 'x', 'upheld', 'x')
                """) == "42501")
        #expect(try await refused(casework.company, "UPDATE disposition SET received_on = '2060-01-01'") == "42501")
        #expect(try await refused(casework.company, "DELETE FROM disposition") == "42501")
        // One case's disposition is not objected to in the name of another case.
        #expect(
            try await refused(
                casework.company,
                """
                INSERT INTO objection (disposition_id, case_file_id, statement)
                SELECT d.disposition_id, c.case_file_id, 'x' FROM disposition AS d, case_file AS c
                WHERE c.reference = \(second.description) AND d.case_file_id <> c.case_file_id
                """) == "objection_date_guard")
        #expect(try await refused(casework.company, file) == nil)
        #expect(try await refused(casework.company, file) == "objection_pkey")
        #expect(try await refused(casework.company, "UPDATE objection SET statement = 'y'") == "42501")
        let rule: SQL = "UPDATE objection SET ruling = 'upheld', reason = 'x'"
        #expect(try await refused(casework.company, rule) == "42501")
        #expect(try await refused(casework.desk, "UPDATE objection SET ruling = 'upheld'") == "objection_reason_check")
        #expect(try await refused(casework.desk, rule) == nil)
        #expect(try await refused(casework.desk, rule) == "objection_ruled_guard")
        try await casework.database.travel(to: "2026-08-01")
        #expect(
            try await refused(
                casework.company,
                """
                INSERT INTO objection (disposition_id, case_file_id, statement)
                SELECT disposition_id, case_file_id, 'x' FROM disposition JOIN case_file USING (case_file_id)
                WHERE reference = \(second.description)
                """) == "objection_date_guard")
    }
}
