import SandboxDomain
import Testing

@Suite("Recusal and votes")
struct RecusalTests {
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

    @Test("a vote is corrected to another one") func unchanged() {
        let facts = VotingFacts(voted: ["A", "B"])
        func correct(_ unchanged: Set<String>) -> Refusal? {
            refused { () throws(Refusal) in try facts.mayCorrect(["A", "B"], unchanged: unchanged, reason: "x") }
        }
        #expect(correct([]) == nil && correct(["B"]) == .committee(.voteUnchanged("B")))
    }
}
