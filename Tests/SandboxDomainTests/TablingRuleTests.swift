import SandboxDomain
import Testing

@Suite("Tabling a case")
struct TablingRuleTests {
    private let meeting = MeetingReference(committee: "main", number: 43)

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

    @Test("a case is not tabled twice at one meeting") func tabledTwice() {
        let facts = TablingFacts(
            stage: .received, track: .demonstration, committees: ["main": .nothing], wasTabled: true)
        #expect(
            refused { () throws(Refusal) in try facts.mayTable(at: meeting, delegatedBy: nil) }
                == .committee(.alreadyTabled(meeting)))
    }

    @Test("a case whose ministries nobody asked is not tabled: no grant could follow") func unasked() {
        let facts = TablingFacts(
            stage: .received, track: .demonstration, committees: ["main": .nothing],
            readiness: Readiness(unaskedMinistries: ["MOJ"]))
        #expect(
            refused { () throws(Refusal) in try facts.mayTable(at: meeting, delegatedBy: nil) }
                == .consultation(.ministriesUnasked(["MOJ"])))
    }

    @Test("what no committee will have any more is refused for what it is") func over() {
        func refusal(_ stage: Stage) -> Refusal? { refused { () throws(Refusal) in try stage.mayBeOnAgenda() } }
        #expect(refusal(.decided) == .decision(.alreadyDecided) && refusal(.consulting) == nil)
        #expect(refusal(.withdrawn) == .wrongStage(.withdrawn, allowed: [.received, .consulting]))
    }
}
