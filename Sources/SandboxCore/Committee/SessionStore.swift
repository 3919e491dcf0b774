internal import Postgres
internal import SandboxDomain

/// What an act needs to know of a committee session.
struct SessionFacts {
    let id: CommitteeSessionID
    let reference: SessionReference
    let heldOn: CivilDate
    let closesOn: CivilDate
    let isFrozen: Bool
    let today: CivilDate
    let rule: BodyRule

    init(
        id: CommitteeSessionID, body: String, number: Int, heldOn: CivilDate, closesOn: CivilDate, isFrozen: Bool,
        today: CivilDate, least: Int, most: Int, privatePercent: Int, fromMain: Int
    ) {
        (self.id, self.heldOn, self.closesOn) = (id, heldOn, closesOn)
        reference = SessionReference(body: body, number: number)
        (self.isFrozen, self.today) = (isFrozen, today)
        rule = BodyRule(
            leastMembers: least, mostMembers: most, leastPrivatePercent: privatePercent, leastFromMain: fromMain)
    }

    /// Whether members and items may still come and go.
    func mayChange() throws(Refusal) {
        if isFrozen { throw .committee(.agendaFrozen(reference)) }
    }
}

/// Reads committee sessions.
enum SessionStore {
    /// The session of that reference.
    /// - Throws: `NotFound`.
    static func get(_ session: Session, _ reference: SessionReference) throws -> SessionFacts {
        try find(session, reference, "")
    }

    /// As ``get(_:_:)``, and nobody else changes it until the transaction ends.
    static func lock(_ session: Session, _ reference: SessionReference) throws -> SessionFacts {
        try find(session, reference, "FOR UPDATE OF s")
    }

    private static func find(_ session: Session, _ reference: SessionReference, _ lock: SQL) throws -> SessionFacts {
        let found = try session.first(
            """
            SELECT s.committee_session_id, s.body, s.session_no, s.held_on, s.closes_on, s.frozen_at IS NOT NULL,
                authority_date(b.regime), b.least_members, b.most_members, b.least_private_percent, b.least_from_main
            FROM committee_session AS s JOIN committee_body AS b USING (body)
            WHERE s.body = \(reference.body) AND s.session_no = \(reference.number) \(lock)
            """, SessionFacts.init)
        guard let found else { throw NotFound(.committeeSession, reference.description) }
        return found
    }

    /// Who sits in a session, in the order they were named.
    static func members(_ session: Session, _ id: CommitteeSessionID) throws -> [CommitteeMember] {
        try session.all(
            """
            SELECT name, capacity, from_main FROM session_member
            WHERE committee_session_id = \(id) ORDER BY member_no
            """
        ) { (name: String, capacity: MemberCapacity, isFromMain: Bool) in
            CommitteeMember(name, capacity, isFromMain: isFromMain)
        }
    }
}
