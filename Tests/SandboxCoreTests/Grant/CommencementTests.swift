import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("The start of the business", .database)
struct CommencementTests {
    @Test("a validity that begins with the business; until then nothing runs but the period for the start") func later()
        async throws
    {
        try await TestDatabase.current.travel(to: "2024-08-01")
        let casework = try await Casework()
        let reference = try await casework.replied()
        _ = try await casework.voted(reference)
        var decision = DecideCase(reference, outcome: .granted)
        (decision.validity, decision.beginsWithCommencement) = (.months(12), true)
        try await casework.desk.perform(decision)
        var detail = try await casework.company.grant(reference)
        #expect(detail.legal.state == .preparing && detail.legal.endOn == nil && detail.legal.lastOn == nil)
        #expect(detail.dues.map(\.rule) == ["k10", "k19"])
        #expect(await casework.company.refusal(.act(reference, .askExtension)) == .grant(.validityNotBegun))
        let idle = try await casework.decided()

        // Two years on: one has no start and can be revoked for it, the other has run out, and nothing is owed on it.
        try await casework.database.travel(to: "2026-08-10")
        #expect(try await casework.company.grant(reference).dues.map(\.state) == ["overdue", "overdue"])
        #expect(try await casework.company.grant(idle).legal.state == .expired)
        #expect(try await casework.company.grant(idle).dues.map(\.rule) == ["k10", "k15"])
        var mine = DeadlineList()
        mine.mineOnly = true
        let owed = try await casework.company.answer(mine)
        #expect(Set(owed.filter { $0.rule == "k19" }.map(\.reference.caseFile)) == [reference])
        let exported = try await casework.company.answer(DeadlineExport())
        #expect(Set(exported.filter { $0.rule == "k19" }.map(\.reference)) == [reference])
        #expect(Set(owed.map(\.rule)) == ["k15", "k19"])
        try await casework.desk.perform(ActOnGrant.act(reference, .recordHearing) { $0.ground = "not-commenced" })
        #expect(
            await casework.desk.refusal(.act(idle, .recordHearing) { $0.ground = "not-commenced" })
                == .grant(.wrongState(.expired, allowed: GrantState.inForce)))

        let insured = try await casework.company.perform(ActOnGrant.insured(reference, to: "2027-08-08"))
        try await casework.desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = insured.number })
        #expect(
            await casework.company.refusal(.act(reference, .commence))
                == .grant(.insuranceMissing(until: "2027-08-09")))
        let longer = try await casework.company.perform(ActOnGrant.insured(reference, to: "2027-08-09"))
        try await casework.desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = longer.number })
        #expect(try await casework.company.perform(ActOnGrant.act(reference, .commence)).endOn == "2027-08-09")
        detail = try await casework.company.grant(reference)
        #expect(detail.legal.state == .running && detail.dues.contains { $0.rule == "k14" && $0.dueOn == "2027-06-09" })
        // On the days before, the grant is what it was.
        let before = try await casework.company.grant(reference, on: "2026-08-09").legal
        #expect(before.state == .preparing && before.endOn == nil)
    }
}
