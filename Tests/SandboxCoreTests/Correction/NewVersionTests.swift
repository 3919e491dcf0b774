import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// What is put right by a new version: the old one stays to be read, and what others rely on is not changed.
@Suite("A new version in place of an old one", .database)
struct NewVersionTests {
    @Test("an insurance is replaced with a reason until it is confirmed; both stay in the journal") func insurance()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.granted()
        let wrong = try await casework.company.perform(ActOnGrant.insured(reference, death: 1_000))
        func replacing(_ number: Int, _ reason: String?) -> ActOnGrant {
            var act = ActOnGrant.insured(reference)
            (act.part, act.reason) = (number, reason)
            return act
        }
        await #expect(throws: BadInput.self) { try await casework.company.perform(replacing(wrong.number, nil)) }
        let right = try await casework.company.perform(replacing(wrong.number, "가입금액 오기"))
        // What was replaced is neither confirmed nor replaced again.
        await #expect(throws: Refusal.grant(.partNotOpen(wrong.number))) {
            try await casework.desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = wrong.number })
        }
        await #expect(throws: Refusal.grant(.partNotOpen(wrong.number))) {
            try await casework.company.perform(replacing(wrong.number, "x"))
        }
        try await casework.desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = right.number })
        await #expect(throws: Refusal.grant(.partNotOpen(right.number))) {
            try await casework.company.perform(replacing(right.number, "x"))
        }
        let journal = try await casework.desk.answer(GrantView(reference)).acts.filter { $0.act == .insure }
        #expect(journal.map(\.part) == [nil, wrong.number] && journal.last?.reason == "가입금액 오기")
    }

    @Test("a report is replaced with a reason until an authority has acted upon the grant since") func report()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.running()
        func reported(_ users: Int, replacing number: Int? = nil) -> ActOnGrant {
            ActOnGrant.act(reference, .report) {
                var report = TrialReport(.periodic)
                report.users = users
                ($0.detail, $0.part, $0.reason) = (.report(report), number, number.map { _ in "이용자 수 오기" })
            }
        }
        let first = try await casework.company.perform(reported(120))
        let second = try await casework.company.perform(reported(1_200, replacing: first.number))
        let journal = try await casework.desk.answer(GrantView(reference)).acts.filter { $0.act == .report }
        #expect(journal.map(\.users) == [120, 1_200] && journal.map(\.part) == [nil, first.number])
        let today = second.today
        try await casework.desk.perform(ActOnGrant.act(reference, .correct) { $0.until = today })
        await #expect(throws: Refusal.grant(.partNotOpen(second.number))) {
            try await casework.company.perform(reported(1, replacing: second.number))
        }
    }

    @Test("the contact of a filed case is replaced with a reason; who it was is in the history") func contact()
        async throws
    {
        let casework = try await Casework()
        let draft = try await casework.drafted()
        let change = Proposal.Contact(name: "이바다", phone: "02-0000-0000")
        await #expect(throws: Refusal.wrongStage(.draft, allowed: [.filed, .received, .consulting, .decided])) {
            try await casework.company.perform(ReplaceContact(draft, change, reason: "x"))
        }
        let reference = try await casework.company.perform(FileCase(draft)).reference
        for reason in ["담당자 변경", "담당자 변경"] {
            try await casework.company.perform(ReplaceContact(reference, change, reason: reason))
        }
        try await casework.company.perform(
            ReplaceContact(reference, Proposal.Contact(email: "lee@example.com"), reason: "담당자 변경"))
        let contact = try await casework.desk.answer(CaseView(reference)).contact
        #expect(contact?.name == "이바다" && contact?.email == "lee@example.com")
        #expect(try await casework.company.answer(CaseHistory(reference)).map(\.act).contains("replace-contact"))
        for stranger in [casework.rival] {
            await #expect(throws: NotFound.self) {
                try await stranger.perform(ReplaceContact(reference, change, reason: "x"))
            }
        }
        await #expect(throws: NotPermitted.self) {
            try await casework.desk.perform(ReplaceContact(reference, change, reason: "x"))
        }
        await expectRefusal(.reasonRequired) {
            try await casework.company.perform(ReplaceContact(reference, change, reason: " "))
        }
        try await casework.desk.perform(ReturnCase(reference, reason: "대상이 아닙니다."))
        await #expect(throws: Refusal.self) {
            try await casework.company.perform(ReplaceContact(reference, change, reason: "x"))
        }
        #expect(try await casework.auditor.answer(AuditVerify()).breaks.isEmpty)
    }
}
