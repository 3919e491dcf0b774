/// Who of the members of a meeting takes part in an item.
public struct VotingFacts: Hashable, Sendable {
    /// Those who take no part (제척·기피·회피: Decree 8의3), by name.
    public var recused: Set<String>
    /// Those who have voted or abstained, by name.
    public var voted: Set<String>

    /// Who takes part.
    public init(recused: Set<String> = [], voted: Set<String> = []) { (self.recused, self.voted) = (recused, voted) }

    /// Whether these members may vote: nobody who takes no part, and nobody twice (Decree 8의2④, 8의3).
    public func mayVote(_ members: [String]) throws(Refusal) {
        if let member = members.first(where: recused.contains) { throw .committee(.memberRecused(member)) }
        if let member = members.first(where: voted.contains) { throw .committee(.memberHasVoted(member)) }
    }

    /// Whether the votes of these members may be put right: of those that were recorded, otherwise than they are now, with a
    /// reason, before the decision.
    ///
    /// Example: a vote in favour is not corrected to a vote in favour.
    /// - Parameter unchanged: those whose vote is recorded so already.
    public func mayCorrect(_ members: [String], unchanged: Set<String> = [], reason: String) throws(Refusal) {
        try Reason.mayBe(reason)
        if let member = members.first(where: { !voted.contains($0) }) {
            throw .committee(.memberHasNotVoted(member))
        }
        if let member = members.first(where: unchanged.contains) { throw .committee(.voteUnchanged(member)) }
    }

    /// Whether a member may be recused: before the vote, and once (Decree 8의3).
    public func mayRecuse(_ member: String) throws(Refusal) {
        guard !voted.contains(member) else { throw .committee(.memberHasVoted(member)) }
        guard !recused.contains(member) else { throw .committee(.memberRecused(member)) }
    }
}
