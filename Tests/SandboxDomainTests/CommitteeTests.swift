import SandboxDomain
import Testing

@Suite("The committee") struct CommitteeTests {
    private let main = BodyRule(leastMembers: 2, mostMembers: 20, leastPrivatePercent: 50, leastFromMain: 0)
    private let fastTrack = BodyRule(leastMembers: 7, mostMembers: 20, leastPrivatePercent: 0, leastFromMain: 1)
    private let session = SessionReference(body: "main", number: 43)

    private func members(_ agencies: Int, _ privateMembers: Int, chairs: Int = 1) -> [CommitteeMember] {
        (0..<chairs).map { .init("chair \($0)", .chair) } + (0..<agencies).map { .init("agency \($0)", .agency) }
            + (0..<privateMembers).map { .init("private \($0)", .private) }
    }

    @Test("is composed as the Act and the Decree have it (Act 10의2; Decree 8의2)") func composition() {
        #expect(refused { () throws(Refusal) in try main.mayCompose(members(1, 2)) } == nil)
        #expect(
            refused { () throws(Refusal) in try main.mayCompose(members(2, 2)) }
                == .committee(.compositionUnlawful([.privateMembers(2, least: 3)])))
        #expect(
            refused { () throws(Refusal) in try main.mayCompose(members(10, 11, chairs: 0)) }
                == .committee(.compositionUnlawful([.members(21, least: 2, most: 20), .chairs(0)])))
        #expect(
            refused { () throws(Refusal) in try fastTrack.mayCompose(members(1, 4)) }
                == .committee(.compositionUnlawful([.members(6, least: 7, most: 20), .fromMain(0, least: 1)])))
        var seven = members(1, 5)
        seven[3].isFromMain = true
        #expect(refused { () throws(Refusal) in try fastTrack.mayCompose(seven) } == nil)
    }

    @Test("votes on a frozen agenda, when the session has begun") func voting() {
        var item = AgendaFacts(session: session, heldOn: "2026-12-10", closesOn: "2026-12-10", isFrozen: false)
        func vote(_ day: CivilDate) -> Refusal? { refused { () throws(Refusal) in try item.mayVote(on: day) } }
        #expect(vote("2026-12-10") == .committee(.agendaNotFrozen(session)))
        item.isFrozen = true
        #expect(vote("2026-12-09") == .committee(.sessionNotBegun("2026-12-10")))
        #expect(vote("2026-12-10") == nil)
    }

    @Test("decides with a quorum, as the votes say, on a day of the session (Decree 8의2④)") func deciding() {
        func decide(
            _ outcome: DecisionOutcome, present: Int, inFavour: Int, on day: CivilDate = "2026-12-10",
            frozen: Bool = true
        ) -> Refusal? {
            let item = AgendaFacts(
                session: session, heldOn: "2026-12-10", closesOn: "2026-12-12", isFrozen: frozen,
                tally: Tally(
                    composed: 9, present: present, inFavour: inFavour, isQuorate: present > 4,
                    isCarried: 2 * inFavour > present))
            return refused { () throws(Refusal) in try item.mayDecide(outcome, on: day) }
        }
        #expect(decide(.granted, present: 5, inFavour: 3) == nil)
        #expect(decide(.rejected, present: 6, inFavour: 3) == nil)
        #expect(decide(.granted, present: 9, inFavour: 9, frozen: false) == .committee(.agendaNotFrozen(session)))
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
            bodies: ["main": .nothing, "fast-track": .precedent, "case-by-case": .delegation])
        func table(_ body: String, _ facts: TablingFacts, by resolution: String? = nil) -> Refusal? {
            refused { () throws(Refusal) in
                try facts.mayTable(at: SessionReference(body: body, number: 1), delegatedBy: resolution)
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
                    .bodyNotForTrack("other", .demonstration, known: ["case-by-case", "fast-track", "main"])))
        var other = facts
        other.hasPrecedent = true
        #expect(table("fast-track", other) == nil)
        other.openSession = session
        #expect(table("main", other) == .committee(.alreadyTabled(session)))
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

    @Test("a track that a committee decides is not decided without it; another is") func bodies() {
        var facts = DecisionFacts(
            stage: .consulting, track: .demonstration, knownOutcomes: [.granted, .rejected],
            repliedMinistries: ["개인정보보호위원회"], openMinistries: [], openSupplements: [],
            filedOn: "2026-09-01", today: "2026-12-11", body: .committee(nil))
        func decide(_ facts: DecisionFacts) -> Refusal? {
            refused { () throws(Refusal) in
                try facts.mayDecide(.granted, conditions: 0, reason: nil, on: facts.usualDay)
            }
        }
        #expect(decide(facts) == .committee(.notOnAgenda))
        let tally = Tally(composed: 3, present: 3, inFavour: 2, isQuorate: true, isCarried: true)
        facts.body = .committee(
            AgendaFacts(session: session, heldOn: "2026-12-10", closesOn: "2026-12-10", isFrozen: true, tally: tally))
        #expect(facts.usualDay == "2026-12-10")
        #expect(decide(facts) == nil)
        facts.body = .authority
        #expect(facts.usualDay == "2026-12-11")
        #expect(decide(facts) == nil)
    }

    @Test("a session is quoted by body and number", arguments: ["main/43", " MAIN/43", "ｍａｉｎ／４３"])
    func reference(text: String) throws {
        #expect(try SessionReference(text) == session)
    }

    @Test(
        "what is no session is refused",
        arguments: ["main", "main/", "main/0", "main/x", "/1", "main/1/2", "main/99999"])
    func notAReference(text: String) {
        #expect(throws: InputProblem.notASessionReference(text)) { try SessionReference(text) }
    }
}
