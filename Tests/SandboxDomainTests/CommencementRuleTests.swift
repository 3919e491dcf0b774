import SandboxDomain
import Testing

@Suite("When business commences")
struct CommencementRuleTests {
    @Test("business commences under its conditions and its insurance") func commencement() {
        #expect(GrantFacts.refusal(.act(.commence)) == nil)
        #expect(
            GrantFacts.refusal(.act(.commence)) { $0.unmetConditions = [1, 3] } == .grant(.conditionsUnmet([1, 3])))
        #expect(
            GrantFacts.refusal(.act(.commence)) { $0.isInsured = false }
                == .grant(.insuranceMissing(until: "2028-03-01")))
        #expect(GrantFacts.refusal(.act(.commence)) { $0.done = [.commence] } == .grant(.doneOnce(.commence)))
    }
}
