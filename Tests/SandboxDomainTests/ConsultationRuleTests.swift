import SandboxDomain
import Testing

@Suite("Consultation")
struct ConsultationRuleTests {
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
