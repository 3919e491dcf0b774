import SandboxDomain
import Testing

@Suite("When a grant is revoked")
struct RevocationRuleTests {
    @Test("nothing is revoked without a hearing on its ground") func revocation() {
        func proposed(_ act: GrantAct, _ ground: String) -> ProposedGrantAct {
            .init(act, on: "2026-12-01", ground: ground)
        }
        #expect(GrantFacts.refusal(proposed(.recordHearing, "fraud")) == nil)
        #expect(GrantFacts.refusal(proposed(.revoke, "fraud")) == .grant(.hearingMissing("fraud")))
        #expect(GrantFacts.refusal(proposed(.revoke, "fraud")) { $0.heardGrounds = ["fraud"] } == nil)
        for ground in ["not-commenced", "whim"] {
            #expect(
                GrantFacts.refusal(proposed(.recordHearing, ground))
                    == .grant(.groundNotGiven(ground, known: ["fraud", "not-commenced"])))
        }
    }
}
