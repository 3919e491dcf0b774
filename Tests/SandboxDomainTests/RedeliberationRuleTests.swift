import SandboxDomain
import Testing

@Suite("Deliberating a rejection again")
struct RedeliberationRuleTests {
    @Test("deliberates a rejection again, once, within the period (RegAct 19의3⑥)") func again() {
        func ask(
            _ outcome: DecisionOutcome?, before: Bool = false, today: CivilDate = "2026-11-23",
            lastDay: CivilDate? = "2026-11-23"
        ) -> Refusal? {
            let facts = RedeliberationFacts(outcome: outcome, wasAsked: before, today: today, lastDay: lastDay)
            return refused { () throws(Refusal) in try facts.mayAsk() }
        }
        #expect(ask(.rejected) == nil)
        #expect(ask(.rejected, before: true) == .committee(.redeliberatedOnce))
        #expect(ask(.granted) == .committee(.notRejected))
        #expect(ask(nil) == .committee(.notRejected))
        #expect(ask(.rejected, lastDay: nil) == .committee(.notRejected))
        #expect(ask(.rejected, today: "2026-11-24") == .committee(.redeliberationTooLate("2026-11-23")))
    }
}
