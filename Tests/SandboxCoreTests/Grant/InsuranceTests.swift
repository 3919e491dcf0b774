import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Insurance and claims", .database)
struct InsuranceTests {
    @Test("an insurance that covers too little is not confirmed, one that ends too early does not carry the start")
    func insurance() async throws {
        let casework = try await Casework()
        let reference = try await casework.granted()
        let small = try await casework.company.perform(ActOnGrant.insured(reference, death: 1_000))
        guard
            case .grant(.coverTooSmall(let gaps)) = await casework.desk.refusal(
                .act(reference, .confirm) { $0.part = small.number })
        else {
            Issue.record("a cover that is too small was confirmed")
            return
        }
        #expect(gaps.map(\.cover) == ["death"] && gaps.first?.minimum == 150_000_000)
        let brief = try await casework.company.perform(ActOnGrant.insured(reference, to: "2026-12-31"))
        try await casework.desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = brief.number })
        guard case .grant(.insuranceMissing) = await casework.company.refusal(.act(reference, .commence)) else {
            Issue.record("commenced with an insurance that ends before the grant")
            return
        }
        let plan = try await casework.company.perform(
            ActOnGrant.act(reference, .insure) { $0.detail = .insurance(.compensationPlan) })
        try await casework.desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = plan.number })
        #expect(try await casework.company.perform(ActOnGrant.act(reference, .commence)).state == .running)
    }

    @Test("claims: the period for payment runs without insurance, and the outcome is told in time") func claims()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.running(daysAgo: 100)
        let claim = try await casework.company.perform(
            ActOnGrant.act(reference, .claim) { ($0.label, $0.amount, $0.isInsured) = ("이용자", 100, false) })
        let dues = try await casework.company.grant(reference).dues
        #expect(dues.contains { $0.rule == "k18" && $0.state == "running" })
        try await casework.company.perform(ActOnGrant.act(reference, .closeClaim) { $0.part = claim.number })
        #expect(try await !casework.company.grant(reference).dues.contains { $0.rule.hasPrefix("k18") })
        #expect(
            await casework.company.refusal(.act(reference, .closeClaim) { $0.part = claim.number })
                == .grant(.partNotOpen(claim.number)))
        try await casework.company.perform(
            ActOnGrant.act(reference, .claim) { ($0.label, $0.isInsured) = ("이용자", true) })
        #expect(try await !casework.company.grant(reference).dues.contains { $0.rule == "k18" })
    }
}
