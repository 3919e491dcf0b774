import SandboxDomain
import Testing

@Suite("When the law is to be revised")
struct RevisionRuleTests {
    @Test("law revision: asked for once and in time, found by who was asked, planned by who owes it") func revision() {
        func running(_ act: GrantAct, _ change: (inout GrantFacts) -> Void = { _ in }) -> Refusal? {
            GrantFacts.refusal(.act(act)) {
                $0.state = .running
                change(&$0)
            }
        }
        #expect(running(.requestRevision) == nil)
        #expect(running(.requestRevision) { $0.windowEndsOn = "2026-11-30" } == .grant(.windowClosed("2026-11-30")))
        #expect(running(.requestRevision) { $0.done = [.requestRevision] } == .grant(.doneOnce(.requestRevision)))
        #expect(running(.recordFinding) == .grant(.revisionNotRequested))
        #expect(
            running(.recordFinding) { ($0.done, $0.hasFound) = ([.requestRevision], true) }
                == .grant(.revisionNotRequested))
        #expect(running(.plan) == .grant(.planNotOwed))
        #expect(running(.applyPermit) == .grant(.permitNotApplicable))
        #expect(running(.applyPermit) { $0.finding = .needed } == .grant(.permitNotApplicable))
        #expect(running(.applyPermit) { ($0.finding, $0.isPermitFiled) = (.needed, true) } == nil)
        #expect(
            running(.applyPermit) {
                ($0.finding, $0.isPermitFiled, $0.windowEndsOn) = (.needed, true, "2026-11-30")
            } == .grant(.windowClosed("2026-11-30")))
    }
}
