import SandboxDomain
import Testing

@Suite("Filing") struct FilingTests {
    private func gap(_ kind: Gap.Kind, _ code: String) -> Gap {
        Gap(kind, code, korean: "이름", english: "name", basis: "시행령 제40조 제1항")
    }

    @Test("a proposal without gaps is filed, any other names every gap at once") func gaps() throws {
        try Filing.mayFile(lacking: [])
        let (paper, section, field) = (gap(.paper, "business-plan"), gap(.section, "necessity"), gap(.field, "summary"))
        #expect(throws: Refusal.caseFile(.papersMissing([paper]))) { try Filing.mayFile(lacking: [paper]) }
        #expect(throws: Refusal.caseFile(.fieldsMissing([field, section]))) {
            try Filing.mayFile(lacking: [field, section])
        }
        let both = #expect(throws: Refusal.self) { try Filing.mayFile(lacking: [field, section, paper]) }
        #expect(both == .caseFile(.proposalIncomplete(papers: [paper], fields: [field, section])))
        #expect(both?.gaps == [field, section, paper])
        #expect(both?.basis == ["시행령 제40조 제1항"])
    }

    @Test("only a draft is edited", arguments: Stage.allCases) func edit(stage: Stage) {
        let refusal = stage == .draft ? nil : Refusal.caseFile(.draftOnly(stage))
        #expect(refused { () throws(Refusal) in try Filing.mayEdit(at: stage) } == refusal)
    }

    @Test("a paper fits into a draft or an answer, is not empty and at most 20 MiB") func attach() {
        func attempt(_ size: Int, _ stage: Stage, _ answering: Bool) -> Refusal? {
            refused { () throws(Refusal) in try Filing.mayAttach("계획서.pdf", size: size, at: stage, answering: answering)
            }
        }
        #expect(attempt(1, .draft, false) == nil)
        #expect(attempt(20_971_520, .draft, false) == nil)
        #expect(
            attempt(20_971_521, .draft, false)
                == .caseFile(.attachmentTooLarge(name: "계획서.pdf", size: 20_971_521, limit: 20_971_520)))
        #expect(attempt(0, .draft, false) == .caseFile(.attachmentEmpty(name: "계획서.pdf")))
        #expect(attempt(1, .consulting, true) == nil)
        #expect(attempt(1, .consulting, false) == .caseFile(.attachmentNotEditable(.consulting)))
        #expect(attempt(1, .decided, true) == .caseFile(.attachmentNotEditable(.decided)))
    }

    @Test("a supplement is asked between filing and decision", arguments: Stage.allCases) func supplement(stage: Stage)
    {
        let isAllowed = [.filed, .received, .consulting].contains(stage)
        let refusal = Refusal.wrongStage(stage, allowed: [.filed, .received, .consulting])
        #expect(refused { () throws(Refusal) in try Filing.maySupplement(at: stage) } == (isAllowed ? nil : refusal))
    }
}

@Suite("Consultation") struct ConsultationTests {
    private let facts = ConsultationFacts(
        stage: .consulting, track: .demonstration, knownOpinions: [.agree, .agreeWithConditions, .oppose, .notOurs],
        latestRound: 1, isOpen: true)

    @Test("the next round is sent when the one before has been replied to") func rounds() {
        func send(_ facts: ConsultationFacts) -> Refusal? {
            refused { () throws(Refusal) in try facts.maySend(to: "문화체육관광부") }
        }
        var facts = facts
        #expect(send(facts) == .consultation(.roundOpen(ministry: "문화체육관광부", round: 1)))
        facts.isOpen = false
        #expect(send(facts) == nil)
        facts.latestRound = nil
        facts.stage = .received
        #expect(send(facts) == nil)
        facts.stage = .filed
        #expect(send(facts) == .wrongStage(.filed, allowed: [.received, .consulting]))
    }

    @Test(
        "an opinion carries what it needs and nothing it does not take",
        arguments: [
            (.agree, 0, nil, nil), (.agree, 1, nil, .decision(.conditionsNotAllowed)),
            (.agreeWithConditions, 0, nil, .decision(.conditionsRequired)),
            (.agreeWithConditions, 2, nil, nil), (.oppose, 0, nil, .reasonRequired),
            (.oppose, 0, " \n", .reasonRequired),
            (.oppose, 0, "안전성 미검증", nil), (.notOurs, 0, nil, .reasonRequired), (.notOurs, 0, "소관 아님", nil),
            (
                .permitNeeded, 0, "허가 대상",
                .consultation(
                    .opinionNotForTrack(
                        .permitNeeded, .demonstration, known: [.agree, .agreeWithConditions, .oppose, .notOurs]))
            ),
        ] as [(Opinion, Int, String?, Refusal?)])
    func opinions(opinion: Opinion, conditions: Int, reason: String?, refusal: Refusal?) {
        #expect(
            refused { () throws(Refusal) in
                try facts.mayReply(opinion, conditions: conditions, reason: reason)
            } == refusal)
    }

    @Test("a round is replied to once, by a ministry that was asked, while the case is in consultation") func once() {
        func reply(_ facts: ConsultationFacts) -> Refusal? {
            refused { () throws(Refusal) in try facts.mayReply(.agree, conditions: 0, reason: nil) }
        }
        var facts = facts
        facts.latestRound = 2
        facts.isOpen = false
        #expect(reply(facts) == .consultation(.alreadyReplied(round: 2)))
        facts.latestRound = nil
        #expect(reply(facts) == .consultation(.missing))
        facts = self.facts
        facts.stage = .withdrawn
        #expect(reply(facts) == .wrongStage(.withdrawn, allowed: [.consulting]))
    }
}

@Suite("Decision") struct DecisionTests {
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

@Suite("Organisations and persons") struct OrganisationTests {
    @Test("a person acts for an organisation that fits", arguments: GroupRole.allCases) func fits(role: GroupRole) {
        let kinds = OrganisationKind.allCases.filter { $0.fits(role) }
        switch role {
        case .company: #expect(kinds == [.company])
        case .ministry: #expect(kinds == [.ministry, .authority])
        case .desk: #expect(kinds == [.authority])
        case .analyst, .auditor, .operator, .public: #expect(kinds == OrganisationKind.allCases)
        }
    }
}

/// What a rule refuses with, or nil if it lets the act pass.
func refused(_ rule: () throws(Refusal) -> Void) -> Refusal? {
    do {
        try rule()
        return nil
    } catch { return error }
}
