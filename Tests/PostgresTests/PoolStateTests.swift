import SandboxTesting
import Testing

@testable import Postgres

@Suite("The pool's decisions")
struct PoolStateTests {
    private var state = PoolState(lanes: 2)

    @Test("lanes are given first to the one, then to the other, then to nobody")
    mutating func exhaustion() {
        let tickets = (0..<3).map { _ in state.ticket() }
        #expect(Set(tickets).count == 3)
        #expect(state.lease(tickets[0]) == [.grant(lane: 0, tickets[0])])
        #expect(state.lease(tickets[1]) == [.grant(lane: 1, tickets[1])])
        #expect(state.lease(tickets[2]) == [])
        #expect(state.waiting == [tickets[2]])
    }

    @Test("a returned lane goes to who waited longest")
    mutating func fairness() {
        let tickets = (0..<4).map { _ in state.ticket() }
        for ticket in tickets { _ = state.lease(ticket) }
        #expect(state.returned(1, isConnected: true) == [.grant(lane: 1, tickets[2])])
        #expect(state.returned(1, isConnected: false) == [.grant(lane: 1, tickets[3])])
        #expect(state.returned(1, isConnected: true) == [])
        #expect(state.leased == [0])
    }

    @Test("a lane whose connection is open is used again before another one")
    mutating func warmFirst() {
        let tickets = (0..<4).map { _ in state.ticket() }
        _ = state.lease(tickets[0])
        _ = state.returned(0, isConnected: true)
        #expect(state.lease(tickets[1]) == [.grant(lane: 0, tickets[1])])
        _ = state.returned(0, isConnected: false)
        #expect(state.lease(tickets[2]) == [.grant(lane: 1, tickets[2])])
    }

    @Test(
        "who gives up while waiting is refused, who has a lane keeps it",
        arguments: [
            PoolState.Refusal.timeout, .cancelled,
        ])
    func givingUp(reason: PoolState.Refusal) {
        var state = PoolState(lanes: 1)
        let (first, second, third) = (state.ticket(), state.ticket(), state.ticket())
        for ticket in [first, second, third] { _ = state.lease(ticket) }
        #expect(state.gaveUp(first, reason) == [])
        #expect(state.gaveUp(second, reason) == [.refuse(second, reason)])
        #expect(state.gaveUp(second, reason) == [])
        #expect(state.returned(0, isConnected: true) == [.grant(lane: 0, third)])
    }

    @Test("closing refuses who waits and who comes, and is finished when the last lane is back")
    mutating func closing() {
        let tickets = (0..<3).map { _ in state.ticket() }
        for ticket in tickets { _ = state.lease(ticket) }
        _ = state.returned(1, isConnected: true)
        let late = state.ticket()
        #expect(state.leased == [0, 1])
        #expect(state.lease(late) == [])
        #expect(state.close() == [.refuse(late, .closed)])
        #expect(state.lease(state.ticket()).count == 1)
        #expect(state.returned(0, isConnected: true) == [.disconnect(lane: 0)])
        #expect(state.close() == [])
        #expect(state.returned(1, isConnected: false) == [.disconnect(lane: 1), .finishClosing])
        #expect(state.close() == [.finishClosing])
    }

    @Test("closing an idle pool is finished at once")
    mutating func closingIdle() {
        #expect(state.close() == [.disconnect(lane: 1), .disconnect(lane: 0), .finishClosing])
    }

    @Test("a lane that nobody has cannot be returned")
    mutating func strangers() {
        #expect(state.returned(0, isConnected: true) == [])
        #expect(state.idle == [1, 0])
    }

    @Test("whatever happens, no lane is lost, none is given twice, and nobody waits while a lane is idle")
    func randomWalks() {
        var random = SeededGenerator.ofThisRun()
        for _ in 0..<200 {
            var state = PoolState(lanes: 3)
            for _ in 0..<100 {
                switch Int.random(in: 0..<3, using: &random) {
                case 0:
                    let held = state.leased
                    for case .grant(let lane, _) in state.lease(state.ticket()) { #expect(!held.contains(lane)) }
                case 1:
                    guard let lane = state.leased.sorted().randomElement(using: &random) else { continue }
                    _ = state.returned(lane, isConnected: .random(using: &random))
                default:
                    guard let ticket = state.waiting.randomElement(using: &random) else { continue }
                    _ = state.gaveUp(ticket, .timeout)
                }
                #expect(state.leased.union(state.idle) == [0, 1, 2])
                #expect(state.leased.count + state.idle.count == 3)
                #expect(state.waiting.isEmpty || state.idle.isEmpty)
            }
        }
    }
}
