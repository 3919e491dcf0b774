public import Postgres
public import SandboxDomain

/// The desk puts votes right that it recorded wrongly (표결 정정), before the decision. What was recorded first stays in the event log.
/// After the decision the minutes are corrected instead (``CorrectDecision``).
public struct CorrectVotes: Operation {
    let reference: CaseReference
    let votes: [(member: String, vote: Vote)]
    let reason: String

    /// - Parameters:
    ///   - votes: members by name, with the votes they cast; `absent` for one who was not there.
    ///   - reason: how the mistake came about.
    /// - Throws: `BadInput` for a member who is named twice, or if nobody is named.
    public init(_ reference: CaseReference, _ votes: [(member: String, vote: Vote)], reason: String) throws(BadInput) {
        (self.reference, self.reason) = (reference, reason)
        self.votes = votes.map { (normalised($0.member), $0.vote) }
        if votes.isEmpty { throw BadInput(.missingName(.member)) }
        for (index, cast) in self.votes.enumerated()
        where self.votes[..<index].contains(where: { $0.member == cast.member }) {
            throw BadInput(.repeatedName(cast.member))
        }
    }

    public func perform(_ session: Session) throws -> CountedVotes {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let item = try AgendaStore.get(session, subject.id)
        let members = try AgendaStore.members(session, item, votes.map(\.member))
        let recorded = try session.all(
            """
            SELECT m.name, v.vote FROM agenda_vote AS v JOIN meeting_member AS m USING (meeting_id, member_no)
            WHERE v.agenda_item_id = \(item.id)
            """
        ) { (name: String, vote: Vote) in (name: name, vote: vote) }
        let unchanged = votes.filter { cast in recorded.contains { $0 == (cast.member, cast.vote) } }
        try VotingFacts(voted: Set(recorded.map(\.name)))
            .mayCorrect(members.map(\.name), unchanged: Set(unchanged.map(\.member)), reason: reason)
        try session.execute(
            """
            UPDATE agenda_vote AS v SET vote = n.vote, correction = \(normalised(reason))
            FROM unnest(\(members.map(\.no))::smallint[], \(votes.map(\.vote.rawValue))::text[]) AS n (member_no, vote)
            WHERE v.agenda_item_id = \(item.id) AND v.member_no = n.member_no
            """)
        return CountedVotes(
            reference: subject.reference, meeting: item.facts.meeting, tally: try AgendaStore.tally(session, item.id))
    }
}
