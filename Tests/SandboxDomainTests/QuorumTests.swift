import SandboxDomain
import Testing

@Suite("Votes and quorum")
struct QuorumTests {
    private let meeting = MeetingReference(committee: "main", number: 43)

    @Test("votes on a frozen agenda, when the meeting has begun") func voting() {
        var item = AgendaFacts(meeting: meeting, heldOn: "2026-12-10", closesOn: "2026-12-10", isFrozen: false)
        func vote(_ day: CivilDate) -> Refusal? { refused { () throws(Refusal) in try item.mayVote(on: day) } }
        #expect(vote("2026-12-10") == .committee(.agendaNotFrozen(meeting)))
        item.isFrozen = true
        #expect(vote("2026-12-09") == .committee(.meetingNotBegun("2026-12-10")))
        #expect(vote("2026-12-10") == nil)
    }

    @Test("decides with a quorum, as the votes say, on a day of the meeting (Decree 8의2④)") func deciding() {
        func decide(
            _ outcome: DecisionOutcome, present: Int, inFavour: Int, on day: CivilDate = "2026-12-10",
            frozen: Bool = true
        ) -> Refusal? {
            let item = AgendaFacts(
                meeting: meeting, heldOn: "2026-12-10", closesOn: "2026-12-12", isFrozen: frozen,
                tally: Tally(
                    composed: 9, present: present, inFavour: inFavour, isQuorate: present > 4,
                    isCarried: 2 * inFavour > present))
            return refused { () throws(Refusal) in try item.mayDecide(outcome, on: day) }
        }
        #expect(decide(.granted, present: 5, inFavour: 3) == nil)
        #expect(decide(.rejected, present: 6, inFavour: 3) == nil)
        #expect(decide(.granted, present: 9, inFavour: 9, frozen: false) == .committee(.agendaNotFrozen(meeting)))
        #expect(decide(.granted, present: 4, inFavour: 4) == .committee(.quorumMissing(present: 4, composed: 9)))
        #expect(
            decide(.granted, present: 6, inFavour: 3)
                == .committee(.votesSayOtherwise(.granted, inFavour: 3, present: 6)))
        #expect(
            decide(.rejected, present: 5, inFavour: 3)
                == .committee(.votesSayOtherwise(.rejected, inFavour: 3, present: 5)))
        #expect(
            decide(.granted, present: 9, inFavour: 9, on: "2026-12-13")
                == .decision(.dateOutside("2026-12-13", earliest: "2026-12-10", latest: "2026-12-12")))
    }
}
