import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Suspension, order to correct, revocation", .database)
struct RevocationTests {
    @Test("suspended, resumed; ordered to correct once; revoked after a hearing") func orders() async throws {
        let casework = try await Casework()
        let reference = try await casework.running(daysAgo: 40)
        #expect(try await casework.desk.perform(ActOnGrant.act(reference, .suspend)).state == .suspended)
        #expect(
            await casework.desk.refusal(.act(reference, .suspend))
                == .grant(.wrongState(.suspended, allowed: [.running, .deemedRunning])))
        #expect(try await casework.desk.perform(ActOnGrant.act(reference, .resume)).state == .running)
        try await casework.desk.perform(ActOnGrant.act(reference, .correct) { $0.until = "2060-01-01" })
        #expect(
            await casework.desk.refusal(.act(reference, .correct) { $0.until = "2060-01-01" })
                == .grant(.doneOnce(.correct)))
        func hear(_ act: GrantAct, _ ground: String) -> ActOnGrant { .act(reference, act) { $0.ground = ground } }
        #expect(await casework.desk.refusal(hear(.revoke, "fraud")) == .grant(.hearingMissing("fraud")))
        guard case .grant(.groundNotGiven) = await casework.desk.refusal(hear(.recordHearing, "not-commenced")) else {
            Issue.record("heard on a ground that is not given")
            return
        }
        try await casework.desk.perform(hear(.recordHearing, "condition-unmet"))
        #expect(await casework.desk.refusal(hear(.revoke, "fraud")) == .grant(.hearingMissing("fraud")))
        #expect(try await casework.desk.perform(hear(.revoke, "condition-unmet")).state == .revoked)
        let permit = try await casework.running(.temporaryPermit)
        #expect(
            await casework.desk.refusal(.act(permit, .suspend)) == .grant(.notForTrack(.suspend, .temporaryPermit)))
    }

    @Test("not commenced within two years: a ground for revocation") func notCommenced() async throws {
        let casework = try await Casework()
        let reference = try await casework.granted()
        try await casework.company.perform(ActOnGrant.act(reference, .askExtension))
        try await casework.desk.perform(ActOnGrant.act(reference, .extend) { $0.months = 12 })
        try await casework.age(reference, days: 740)
        let due = try #require(try await casework.desk.grant(reference).dues.first { $0.rule == "k19" })
        #expect(due.state == "overdue" && due.missedEnglish == "A ground for revocation.")
        try await casework.desk.perform(ActOnGrant.act(reference, .recordHearing) { $0.ground = "not-commenced" })
        try await casework.desk.perform(ActOnGrant.act(reference, .revoke) { $0.ground = "not-commenced" })
    }
}
