public import Postgres
public import SandboxDomain

/// The desk records how members voted on a case (표결: Decree 8의2④). What was recorded wrongly is put right by ``CorrectVotes``.
public struct CastVotes: Operation {
    let reference: CaseReference
    let votes: [(member: String, vote: Vote)]
    let rest: Vote?

    /// - Parameters:
    ///   - votes: members by name, with their votes.
    ///   - rest: how everybody voted who is not named, has not voted yet and takes part.
    /// - Throws: `BadInput` for a member who is named twice, or if there is no vote.
    public init(_ reference: CaseReference, _ votes: [(member: String, vote: Vote)], rest: Vote? = nil) throws(BadInput)
    {
        self.reference = reference
        self.votes = votes.map { (normalised($0.member), $0.vote) }
        self.rest = rest
        if votes.isEmpty, rest == nil { throw BadInput(.missingName(.inFavour)) }
        if rest == .absent || votes.contains(where: { $0.vote == .absent }) {
            throw BadInput(
                .unknownWord(Vote.absent.rawValue, known: [Vote.inFavour, .against, .abstained].map(\.rawValue)))
        }
        for (index, cast) in self.votes.enumerated()
        where self.votes[..<index].contains(where: { $0.member == cast.member }) {
            throw BadInput(.repeatedName(cast.member))
        }
    }

    public func perform(_ session: Session) throws -> CountedVotes {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let item = try AgendaStore.get(session, subject.id)
        try item.facts.mayVote(on: item.today)
        let members = try AgendaStore.members(session, item, votes.map(\.member))
        try AgendaStore.votingFacts(session, item).mayVote(members.map(\.name))
        try session.execute(
            """
            INSERT INTO agenda_vote (agenda_item_id, meeting_id, member_no, vote)
            SELECT \(item.id), \(item.meetingID), v.member_no, v.vote
            FROM unnest(\(members.map(\.no))::smallint[], \(votes.map(\.vote.rawValue))::text[]) AS v (member_no, vote)
            """)
        if let rest {
            try session.execute(
                """
                INSERT INTO agenda_vote (agenda_item_id, meeting_id, member_no, vote)
                SELECT \(item.id), m.meeting_id, m.member_no, \(rest)
                FROM meeting_member AS m WHERE m.meeting_id = \(item.meetingID)
                    AND NOT EXISTS (SELECT FROM agenda_vote AS v
                        WHERE v.agenda_item_id = \(item.id) AND v.member_no = m.member_no)
                    AND NOT EXISTS (SELECT FROM recusal AS r
                        WHERE r.agenda_item_id = \(item.id) AND r.member_no = m.member_no)
                """)
        }
        return CountedVotes(
            reference: subject.reference, meeting: item.facts.meeting, tally: try AgendaStore.tally(session, item.id))
    }
}

/// The votes on an item so far.
public struct CountedVotes: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The meeting.
    public let meeting: MeetingReference
    /// The count.
    public let tally: Tally
}
