import SandboxDomain
import Testing

@Suite("The committee") struct CommitteeTests {
    private let main = CommitteeRule(minMembers: 2, maxMembers: 20, minPrivatePercent: 50, minFromMain: 0)
    private let fastTrack = CommitteeRule(minMembers: 7, maxMembers: 20, minPrivatePercent: 0, minFromMain: 1)
    private let meeting = MeetingReference(committee: "main", number: 43)

    private func members(_ agencies: Int, _ privateMembers: Int, chairs: Int = 1) -> [CommitteeMember] {
        (0..<chairs).map { .init("chair \($0)", .chair) } + (0..<agencies).map { .init("agency \($0)", .agency) }
            + (0..<privateMembers).map { .init("private \($0)", .private) }
    }

    @Test("is composed as the Act and the Decree have it (Act 10의2; Decree 8의2)") func composition() {
        #expect(refused { () throws(Refusal) in try main.mayCompose(members(1, 2)) } == nil)
        #expect(
            refused { () throws(Refusal) in try main.mayCompose(members(2, 2)) }
                == .committee(.compositionUnlawful([.privateMembers(2, minimum: 3)])))
        #expect(
            refused { () throws(Refusal) in try main.mayCompose(members(10, 11, chairs: 0)) }
                == .committee(.compositionUnlawful([.members(21, minimum: 2, maximum: 20), .chairs(0)])))
        #expect(
            refused { () throws(Refusal) in try fastTrack.mayCompose(members(1, 4)) }
                == .committee(.compositionUnlawful([.members(6, minimum: 7, maximum: 20), .fromMain(0, minimum: 1)])))
        var seven = members(1, 5)
        seven[3].isFromMain = true
        #expect(refused { () throws(Refusal) in try fastTrack.mayCompose(seven) } == nil)
    }

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

    @Test("takes what it may decide: by its own right, after a precedent, or by delegation") func tabling() {
        let facts = TablingFacts(
            stage: .consulting, track: .demonstration,
            committees: ["main": .nothing, "fast-track": .precedent, "case-by-case": .delegation])
        func table(_ committee: String, _ facts: TablingFacts, by resolution: String? = nil) -> Refusal? {
            refused { () throws(Refusal) in
                try facts.mayTable(at: MeetingReference(committee: committee, number: 1), delegatedBy: resolution)
            }
        }
        #expect(table("main", facts) == nil)
        #expect(table("main", facts, by: "제42차") == .committee(.delegationNotAllowed))
        #expect(table("fast-track", facts) == .committee(.precedentRequired))
        #expect(table("case-by-case", facts) == .committee(.delegationRequired))
        #expect(table("case-by-case", facts, by: "제42차") == nil)
        #expect(
            table("other", facts)
                == .committee(
                    .committeeNotForTrack("other", .demonstration, known: ["case-by-case", "fast-track", "main"])))
        var other = facts
        other.hasPrecedent = true
        #expect(table("fast-track", other) == nil)
        other.openMeeting = meeting
        #expect(table("main", other) == .committee(.alreadyTabled(meeting)))
        other.stage = .decided
        #expect(table("main", other) == .wrongStage(.decided, allowed: [.received, .consulting]))
    }

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

    @Test("a meeting is quoted by committee and number", arguments: ["main/43", " MAIN/43", "ｍａｉｎ／４３"])
    func reference(text: String) throws {
        #expect(try MeetingReference(text) == meeting)
    }

    @Test(
        "what is not a meeting is refused",
        arguments: ["main", "main/", "main/0", "main/x", "/1", "main/1/2", "main/99999"])
    func notAReference(text: String) {
        #expect(throws: InputProblem.notAMeetingReference(text)) { try MeetingReference(text) }
    }
}
