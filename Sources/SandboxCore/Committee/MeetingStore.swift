internal import Postgres
internal import SandboxDomain

/// What an act needs to know of a meeting.
struct MeetingFacts {
    let id: MeetingID
    let reference: MeetingReference
    let heldOn: CivilDate
    let closesOn: CivilDate
    let state: MeetingState
    let today: CivilDate
    let rule: CommitteeRule

    init(
        id: MeetingID, committee: String, number: Int, heldOn: CivilDate, closesOn: CivilDate, isFrozen: Bool,
        isCancelled: Bool, hasBegun: Bool, today: CivilDate, minimum: Int, maximum: Int, privatePercent: Int,
        fromMain: Int
    ) {
        (self.id, self.heldOn, self.closesOn) = (id, heldOn, closesOn)
        reference = MeetingReference(committee: committee, number: number)
        state = MeetingState(meeting: reference, isFrozen: isFrozen, isCancelled: isCancelled, hasBegun: hasBegun)
        self.today = today
        rule = CommitteeRule(
            minMembers: minimum, maxMembers: maximum, minPrivatePercent: privatePercent, minFromMain: fromMain)
    }

    /// Whether members and items may still be added and removed.
    func mayChange() throws(Refusal) { try state.mayChange() }
}

/// Reads meetings.
enum MeetingStore {
    /// The code of the committee that is meant, by its code or its name.
    /// - Throws: `NotFound`, naming the one that was probably meant, and else those there are.
    static func committee(_ session: Session, _ said: String) throws -> String {
        let known = try session.all(
            "SELECT committee, name_ko, name_en FROM committee ORDER BY regime, position", NamedCode.init)
        if let code = known.code(said: said) { return code }
        let meant = closestWord(to: foldedWord(said), among: known.map(\.code) + known.map(\.korean))
        throw NotFound(.committee, said, suggestion: meant)
    }

    /// The meeting of that reference.
    /// - Throws: `NotFound`.
    static func get(_ session: Session, _ reference: MeetingReference) throws -> MeetingFacts {
        try find(session, reference, "", "false")
    }

    /// As ``get(_:_:)``, and nobody else changes it until the transaction ends.
    static func lock(_ session: Session, _ reference: MeetingReference) throws -> MeetingFacts {
        try find(session, reference, "FOR UPDATE OF s", "meeting_has_begun(s.meeting_id)")
    }

    /// - Parameter hasBegun: asked by whoever is about to change the meeting: others do not read votes.
    private static func find(
        _ session: Session, _ reference: MeetingReference, _ lock: SQL, _ hasBegun: SQL
    ) throws -> MeetingFacts {
        let found = try session.first(
            """
            SELECT s.meeting_id, s.committee, s.meeting_no, s.held_on, s.closes_on, s.frozen_at IS NOT NULL,
                s.cancelled_at IS NOT NULL, \(hasBegun), authority_date(b.regime), b.min_members, b.max_members, b.min_private_percent, b.min_from_main
            FROM meeting AS s JOIN committee AS b USING (committee)
            WHERE s.committee = \(reference.committee) AND s.meeting_no = \(reference.number) \(lock)
            """, MeetingFacts.init)
        guard let found else { throw NotFound(.meeting, reference.description) }
        return found
    }

    /// How many of its items are neither decided nor put off.
    static func openItems(_ session: Session, _ id: MeetingID) throws -> Int {
        try session.one(
            "SELECT count(*) FROM agenda_item WHERE meeting_id = \(id) AND closed_at IS NULL", as: Int.self)
    }

    /// Who sits in a meeting, in the order they were named.
    static func members(_ session: Session, _ id: MeetingID) throws -> [CommitteeMember] {
        try session.all(
            """
            SELECT name, capacity, from_main FROM meeting_member
            WHERE meeting_id = \(id) ORDER BY member_no
            """
        ) { (name: String, capacity: MemberCapacity, isFromMain: Bool) in
            CommitteeMember(name, capacity, isFromMain: isFromMain)
        }
    }
}
