import SandboxDomain
import Testing

@Suite("Who decides a case, and where")
struct DecidingCommitteeTests {
    private let meeting = MeetingReference(committee: "main", number: 43)

    @Test("a track that a committee decides is not decided without it; another is") func committees() {
        var facts = DecisionFacts(
            stage: .consulting, track: .demonstration, knownOutcomes: [.granted, .rejected],
            repliedMinistries: ["개인정보보호위원회"], openMinistries: [], openSupplements: [],
            filedOn: "2026-09-01", today: "2026-12-11", committee: .committee(nil))
        func decide(_ facts: DecisionFacts) -> Refusal? {
            refused { () throws(Refusal) in
                try facts.mayDecide(.granted, conditions: 0, reason: nil, on: facts.usualDay)
            }
        }
        #expect(decide(facts) == .committee(.notOnAgenda))
        let tally = Tally(composed: 3, present: 3, inFavour: 2, isQuorate: true, isCarried: true)
        facts.committee = .committee(
            AgendaFacts(meeting: meeting, heldOn: "2026-12-10", closesOn: "2026-12-10", isFrozen: true, tally: tally))
        #expect(facts.usualDay == "2026-12-10")
        #expect(decide(facts) == nil)
        facts.committee = .authority
        #expect(facts.usualDay == "2026-12-11")
        #expect(decide(facts) == nil)
    }

    @Test("a decision names the meeting the case is on, and any occasion where no committee decides") func occasion() {
        let item = AgendaFacts(meeting: meeting, heldOn: "2026-12-10", closesOn: "2026-12-10", isFrozen: true)
        func meet(_ committee: DecidingCommittee, _ name: String) -> Refusal? {
            refused { () throws(Refusal) in try committee.mayMeet(at: name) }
        }
        #expect(meet(.authority, "수시") == nil && meet(.committee(item), "main/43") == nil)
        #expect(meet(.committee(item), "main/44") == .committee(.notOnAgenda))
        #expect(meet(.committee(item), "수시") == .committee(.notOnAgenda))
        #expect(meet(.committee(nil), "main/43") == .committee(.notOnAgenda))
    }
}
