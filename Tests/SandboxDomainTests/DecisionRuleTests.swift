import SandboxDomain
import Testing

@Suite("Decision")
struct DecisionRuleTests {
    private let facts = DecisionFacts(
        stage: .consulting, track: .demonstration,
        knownOutcomes: [.granted, .grantedWithConditions, .rejected, .positiveInterpretation, .noRegulation],
        repliedMinistries: ["개인정보보호위원회"], openMinistries: [], openSupplements: [],
        filedOn: "2026-09-01", today: "2026-11-23")

    private func decide(
        _ outcome: DecisionOutcome, _ facts: DecisionFacts, conditions: Int = 0, reason: String? = nil,
        on day: CivilDate = "2026-11-20"
    ) -> Refusal? {
        refused { () throws(Refusal) in
            try facts.mayDecide(outcome, conditions: conditions, reason: reason, on: day)
        }
    }

    @Test("a decision carries what it needs and nothing it does not take") func contents() {
        #expect(decide(.granted, facts) == nil)
        #expect(decide(.granted, facts, conditions: 1) == .decision(.conditionsNotAllowed))
        #expect(decide(.grantedWithConditions, facts) == .decision(.conditionsRequired))
        #expect(decide(.grantedWithConditions, facts, conditions: 3) == nil)
        #expect(decide(.rejected, facts) == .reasonRequired)
        #expect(decide(.rejected, facts, reason: "안전성 미검증") == nil)
        #expect(
            decide(.conditionsChanged, facts, conditions: 1)
                == .decision(.outcomeNotForTrack(.conditionsChanged, .demonstration, known: facts.knownOutcomes)))
        #expect(
            decide(.permitNeeded, facts)
                == .decision(.outcomeNotForTrack(.permitNeeded, .demonstration, known: facts.knownOutcomes)))
    }

    @Test("nothing may be open when a case is decided") func open() {
        var facts = facts
        facts.openSupplements = [2]
        #expect(decide(.granted, facts) == .caseFile(.supplementOpen([2])))
        facts.openMinistries = ["문화체육관광부"]
        #expect(decide(.granted, facts) == .consultation(.open(["문화체육관광부"])))
    }

    @Test("a grant needs the reply of a ministry, a rejection does not") func grant() {
        var facts = facts
        facts.stage = .received
        facts.repliedMinistries = []
        #expect(decide(.granted, facts) == .decision(.ministryNotConsulted))
        #expect(decide(.grantedWithConditions, facts, conditions: 1) == .decision(.ministryNotConsulted))
        #expect(decide(.rejected, facts, reason: "요건 미해당") == nil)
        #expect(decide(.noRegulation, facts) == nil)
    }

    @Test("a decision lies between filing and today") func dates() {
        #expect(decide(.granted, facts, on: "2026-09-01") == nil)
        #expect(decide(.granted, facts, on: "2026-11-23") == nil)
        for day in ["2026-08-31", "2026-11-24"] as [CivilDate] {
            #expect(
                decide(.granted, facts, on: day)
                    == .decision(.dateOutside(day, earliest: "2026-09-01", latest: "2026-11-23")))
        }
    }

    @Test("before the day of the meeting nothing is decided, and that day is named") func beforeMeeting() {
        var facts = facts
        facts.committee = .committee(
            AgendaFacts(
                meeting: MeetingReference(committee: "main", number: 1), heldOn: "2026-11-24", closesOn: "2026-11-24",
                isFrozen: true))
        for day in ["2026-11-23", "2026-11-24"] as [CivilDate] {
            #expect(decide(.granted, facts, on: day) == .committee(.meetingNotBegun("2026-11-24")))
        }
        #expect(Refusal.committee(.meetingNotBegun("2026-11-24")).remedy == .awaitMeeting)
        facts.today = "2026-11-24"
        #expect(decide(.granted, facts, on: "2026-11-24")?.code == .committee(.quorumMissing))
    }

    @Test("only a received case is decided, and once", arguments: Stage.allCases) func stages(stage: Stage) {
        var facts = facts
        facts.stage = stage
        let refusal: Refusal? =
            switch stage {
            case .received, .consulting: nil
            case .decided: .decision(.alreadyDecided)
            default: .wrongStage(stage, allowed: [.received, .consulting])
            }
        #expect(decide(.granted, facts) == refusal)
    }
}
