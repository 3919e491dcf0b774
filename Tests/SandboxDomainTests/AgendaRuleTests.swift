import SandboxDomain
import Testing

@Suite("Items of an agenda")
struct AgendaRuleTests {
    private let meeting = MeetingReference(committee: "main", number: 43)

    @Test("an item leaves, gets conditions and is deferred as its agenda allows") func items() {
        var item = AgendaFacts(meeting: meeting, heldOn: "2026-12-10", closesOn: "2026-12-10", isFrozen: false)
        let other = MeetingReference(committee: "main", number: 44)
        func check(_ rule: (AgendaFacts) throws(Refusal) -> Void) -> Refusal? {
            refused { () throws(Refusal) in try rule(item) }
        }
        #expect(check { item throws(Refusal) in try item.mayUntable(from: meeting) } == nil)
        #expect(check { item throws(Refusal) in try item.mayUntable(from: other) } == .committee(.notOnAgenda))
        #expect(check { item throws(Refusal) in try item.mayPropose(conditions: 1) } == nil)
        #expect(
            check { item throws(Refusal) in try item.mayPropose(conditions: 0) } == .decision(.conditionsRequired))
        #expect(
            check { item throws(Refusal) in try item.mayDefer(reason: "x") } == .committee(.agendaNotFrozen(meeting)))
        item.isFrozen = true
        #expect(
            check { item throws(Refusal) in try item.mayUntable(from: meeting) } == .committee(.agendaFrozen(meeting)))
        #expect(
            check { item throws(Refusal) in try item.mayPropose(conditions: 1) } == .committee(.agendaFrozen(meeting)))
        #expect(check { item throws(Refusal) in try item.mayDefer(reason: "") } == .reasonRequired)
        #expect(check { item throws(Refusal) in try item.mayDefer(reason: "x") } == nil)
        #expect(
            refused { () throws(Refusal) in try AgendaFacts.mayFreeze(meeting, items: 0) }
                == .committee(.agendaEmpty(meeting)))
    }
}
