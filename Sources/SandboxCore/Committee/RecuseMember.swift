public import Postgres
public import SandboxDomain

/// The desk records that a member takes no part in an item (제척·기피·회피: Decree 8의3).
public struct RecuseMember: Operation {
    let reference: CaseReference
    let member: String
    let kind: RecusalKind
    let ground: RecusalGround
    let note: String?

    /// - Throws: `BadInput` when a member is excluded for doubts about fairness alone; those are a ground for a
    ///   challenge, or for stepping back.
    public init(
        _ reference: CaseReference, member: String, kind: RecusalKind, ground: RecusalGround, note: String? = nil
    ) throws(BadInput) {
        (self.reference, self.member, self.kind) = (reference, member, kind)
        (self.ground, self.note) = (ground, note)
        if kind == .barred, ground == .fairness {
            throw BadInput(.contradiction(.said(.kind, "barred"), .said(.ground, "fairness")), field: .ground)
        }
    }

    public func perform(_ session: Session) throws -> RecusedMember {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let item = try AgendaStore.get(session, subject.id)
        let seat = try AgendaStore.members(session, item, [member])[0]
        try AgendaStore.votingFacts(session, item).mayRecuse(seat.name)
        try session.execute(
            """
            INSERT INTO recusal (agenda_item_id, meeting_id, member_no, kind, ground, note)
            VALUES (\(item.id), \(item.meetingID), \(seat.no), \(kind), \(ground), \(note.map(normalised)))
            """)
        return RecusedMember(
            reference: subject.reference, meeting: item.facts.meeting, member: seat.name, kind: kind, ground: ground)
    }
}

/// A member who takes no part in an item.
public struct RecusedMember: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The meeting.
    public let meeting: MeetingReference
    /// The member.
    public let member: String
    /// In which way.
    public let kind: RecusalKind
    /// On which ground.
    public let ground: RecusalGround
}
