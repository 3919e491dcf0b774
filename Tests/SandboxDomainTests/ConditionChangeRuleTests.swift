import SandboxDomain
import Testing

@Suite("Changes of a condition")
struct ConditionChangeRuleTests {
    @Test("a condition is changed one change at a time, ruled on when no reply is awaited (RegAct 19의3⑦)")
    func changes() {
        var facts = ConditionChangeFacts(number: 2, isOpen: false)
        func rule(_ accept: Bool, _ reason: String? = nil) -> Refusal? {
            refused { () throws(Refusal) in try facts.mayRule(accept: accept, reason: reason) }
        }
        #expect(refused { () throws(Refusal) in try facts.mayAsk() } == nil)
        #expect(rule(true) == .condition(.conditionChangeNoneOpen(2)))
        facts.isOpen = true
        #expect(refused { () throws(Refusal) in try facts.mayAsk() } == .condition(.conditionChangeOpen(2)))
        #expect(rule(true) == nil && rule(false) == .reasonRequired && rule(false, "x") == nil)
        facts.awaited = ["MOJ"]
        #expect(rule(true) == .condition(.changeReplyOpen(["MOJ"])) && rule(false, "x") == nil)
    }
}
