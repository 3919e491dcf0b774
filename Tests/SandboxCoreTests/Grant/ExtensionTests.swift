import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("The validity of a grant and its extension", .database)
struct ExtensionTests {
    @Test("a validity shorter than the law allows, and none longer") func validity() async throws {
        let casework = try await Casework()
        let reference = try await casework.granted(validity: .months(6))
        let detail = try await casework.company.grant(reference)
        let (granted, end) = (try #require(detail.legal.grantedOn), try #require(detail.legal.endOn))
        #expect(end.dayNumber == GrantHistory.monthsOn(granted.dayNumber, 6) - 1)
        let ask = try #require(detail.dues.first { $0.rule == "k13-demonstration" }?.dueOn)
        #expect(ask.dayNumber == GrantHistory.monthsOn(end.dayNumber, -2))
        let other = try await casework.replied()
        _ = try await casework.voted(other)
        var decision = DecideCase(other, outcome: .granted)
        decision.validity = .months(25)
        let longest = try #require(CivilDate(dayNumber: GrantHistory.monthsOn(granted.dayNumber, 24) - 1))
        await #expect(throws: Refusal.grant(.validityTooLong(latest: longest))) {
            try await casework.desk.perform(decision)
        }
    }

    @Test("extended once, after it was asked for two months before the end") func extensions() async throws {
        let casework = try await Casework()
        let reference = try await casework.running(daysAgo: 365)
        #expect(
            await casework.desk.refusal(.act(reference, .extend) { $0.months = 12 }) == .grant(.extensionNotAsked))
        let end = try #require(try await casework.desk.grant(reference).legal.endOn)
        try await casework.company.perform(ActOnGrant.act(reference, .askExtension))
        #expect(try await casework.desk.answer(Inbox()).map(\.task).contains(.extend))
        guard case .grant(.validityTooLong) = await casework.desk.refusal(.act(reference, .extend) { $0.months = 25 })
        else {
            Issue.record("extended by 25 months")
            return
        }
        let extended = try await casework.desk.perform(ActOnGrant.act(reference, .extend) { $0.months = 12 })
        #expect(extended.endOn?.dayNumber == GrantHistory.monthsOn(end.dayNumber + 1, 12) - 1)
        #expect(await casework.desk.refusal(.act(reference, .extend) { $0.months = 12 }) == .grant(.extendedOnce))
        #expect(
            await casework.desk.refusal(.act(reference, .refuseExtension) { $0.text = "x" }) == .grant(.extendedOnce))
        #expect(await casework.company.refusal(.act(reference, .askExtension)) == .grant(.doneOnce(.askExtension)))

        let late = try await casework.running(daysAgo: 700)
        guard case .grant(.windowClosed) = await casework.company.refusal(.act(late, .askExtension)) else {
            Issue.record("asked for a month before the end")
            return
        }
    }
}
