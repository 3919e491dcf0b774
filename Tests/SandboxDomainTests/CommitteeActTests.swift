import SandboxDomain
import Testing

@Suite("What the desk does for a committee") struct CommitteeActTests {
    private let meeting = MeetingReference(committee: "main", number: 43)
    private let reference = CaseReference.draft(CaseFileID(17))

    @Test("nobody votes who takes no part, or twice; nobody is recused after voting, or twice (Decree 8의3)")
    func voting() {
        let facts = VotingFacts(recused: ["갑"], voted: ["을"])
        #expect(refused { () throws(Refusal) in try facts.mayVote(["병"]) } == nil)
        #expect(refused { () throws(Refusal) in try facts.mayVote(["병", "갑"]) } == .committee(.memberRecused("갑")))
        #expect(refused { () throws(Refusal) in try facts.mayVote(["을"]) } == .committee(.memberHasVoted("을")))
        #expect(refused { () throws(Refusal) in try facts.mayRecuse("병") } == nil)
        #expect(refused { () throws(Refusal) in try facts.mayRecuse("갑") } == .committee(.memberRecused("갑")))
        #expect(refused { () throws(Refusal) in try facts.mayRecuse("을") } == .committee(.memberHasVoted("을")))
    }

    @Test("a mediation begins while the case is pending, one at a time, and ends between its beginning and today")
    func mediation() {
        var facts = MediationFacts(stage: .received, filedOn: "2026-11-01", today: "2026-11-23")
        func begin(_ day: CivilDate) -> Refusal? { refused { () throws(Refusal) in try facts.mayBegin(on: day) } }
        func end(_ day: CivilDate) -> Refusal? { refused { () throws(Refusal) in try facts.mayEnd(on: day) } }
        func outside(_ day: CivilDate, _ earliest: CivilDate) -> Refusal {
            .committee(.mediationDateOutside(day, earliest: earliest, latest: "2026-11-23"))
        }
        #expect(begin("2026-11-01") == nil && begin("2026-11-23") == nil)
        #expect(begin("2026-10-31") == outside("2026-10-31", "2026-11-01"))
        #expect(begin("2026-11-24") == outside("2026-11-24", "2026-11-01"))
        #expect(end("2026-11-23") == .committee(.mediationNoneOpen))
        facts.lastEndedOn = "2026-11-10"
        #expect(begin("2026-11-11") == nil)
        #expect(begin("2026-11-10") == outside("2026-11-10", "2026-11-11"))
        facts.openSince = "2026-11-12"
        #expect(begin("2026-11-20") == .committee(.mediationOpen))
        #expect(end("2026-11-12") == nil && end("2026-11-11") == outside("2026-11-11", "2026-11-12"))
        facts.stage = .decided
        #expect(begin("2026-11-20") == .wrongStage(.decided, allowed: [.received, .consulting]))
    }

    @Test("a precedent is named once, with a reason, and is a grant that concerned the same laws (Act 37④)")
    func precedents() {
        var facts = PrecedentFacts(stage: .consulting, hasPrecedent: false, precedent: reference, isSimilar: true)
        func follow(_ reason: String = "같은 서비스") -> Refusal? {
            refused { () throws(Refusal) in try facts.mayFollow(reason: reason) }
        }
        #expect(follow() == nil && follow(" ") == .reasonRequired)
        facts.isSimilar = false
        #expect(follow() == .committee(.notAPrecedent(reference)))
        facts.hasPrecedent = true
        #expect(follow() == .committee(.precedentNamed))
        facts.stage = .draft
        #expect(follow() == .wrongStage(.draft, allowed: [.received, .consulting]))
    }

    @Test("a decision departs from another grant, with a reason") func departures() {
        func depart(_ isGrant: Bool, _ reason: String?) -> Refusal? {
            refused { () throws(Refusal) in
                try PrecedentFacts.mayDepart(from: reference, isOtherGrant: isGrant, reason: reason)
            }
        }
        #expect(depart(true, "사정 변경") == nil && depart(true, nil) == .reasonRequired)
        #expect(depart(false, "사정 변경") == .committee(.notAPrecedent(reference)))
    }

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

    @Test("a vote is corrected to another one") func unchanged() {
        let facts = VotingFacts(voted: ["A", "B"])
        func correct(_ unchanged: Set<String>) -> Refusal? {
            refused { () throws(Refusal) in try facts.mayCorrect(["A", "B"], unchanged: unchanged, reason: "x") }
        }
        #expect(correct([]) == nil && correct(["B"]) == .committee(.voteUnchanged("B")))
    }

    @Test("what no committee will have any more is refused for what it is") func over() {
        func refusal(_ stage: Stage) -> Refusal? { refused { () throws(Refusal) in try stage.mayBeOnAgenda() } }
        #expect(refusal(.decided) == .decision(.alreadyDecided) && refusal(.consulting) == nil)
        #expect(refusal(.withdrawn) == .wrongStage(.withdrawn, allowed: [.received, .consulting]))
    }

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
