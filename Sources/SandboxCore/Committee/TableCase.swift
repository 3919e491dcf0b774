public import Postgres
public import SandboxDomain

/// The desk puts a case on the agenda of a meeting (상정).
public struct TableCase: Operation {
    let reference: CaseReference
    let meetingReference: MeetingReference
    let resolution: String?

    /// - Parameter resolution: for a committee that decides what is delegated to it, the resolution that delegated it.
    public init(_ reference: CaseReference, at session: MeetingReference, delegatedBy resolution: String? = nil) {
        (self.reference, meetingReference, self.resolution) = (reference, session, resolution)
    }

    public func perform(_ session: Session) throws -> TabledCase {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let meeting = try MeetingStore.lock(session, meetingReference)
        try meeting.mayChange()
        try facts(session, subject, meeting).mayTable(at: meeting.reference, delegatedBy: resolution)
        let number = try session.one(
            """
            INSERT INTO agenda_item (meeting_id, case_file_id, delegated_by)
            VALUES (\(meeting.id), \(subject.id), \(resolution.map(normalised))) RETURNING item_no
            """, as: Int.self)
        return TabledCase(
            reference: subject.reference, meeting: meeting.reference, number: number, heldOn: meeting.heldOn)
    }

    private func facts(
        _ session: Session, _ subject: CaseFileFacts, _ meeting: MeetingFacts
    ) throws -> TablingFacts {
        let committees = try session.all(
            "SELECT committee, needs FROM track_committee WHERE regime = \(subject.regime) AND track = \(subject.track)"
        ) { (committee: String, need: CommitteeNeed) in (committee, need) }
        return TablingFacts(
            stage: subject.stage, track: subject.track, committees: Dictionary(uniqueKeysWithValues: committees),
            openMeeting: try AgendaStore.find(session, subject.id)?.facts.meeting,
            hasPrecedent: try session.exists("SELECT FROM fast_track WHERE case_file_id = \(subject.id)"),
            wasTabled: try session.exists(
                """
                SELECT FROM agenda_item WHERE meeting_id = \(meeting.id) AND case_file_id = \(subject.id)
                """),
            readiness: try AgendaStore.readiness(session, of: "SELECT \(subject.id)"))
    }
}

/// The desk takes a case off an agenda that is not frozen yet.
public struct UntableCase: Operation {
    let reference: CaseReference
    let meetingReference: MeetingReference

    /// - Parameter meeting: the meeting on whose agenda the case is.
    public init(_ reference: CaseReference, from session: MeetingReference) {
        (self.reference, meetingReference) = (reference, session)
    }

    public func perform(_ session: Session) throws -> TabledCase {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let item = try AgendaStore.get(session, subject.id)
        try item.facts.mayUntable(from: meetingReference)
        let number = try session.one(
            "SELECT r::integer FROM remove_rows('agenda_item', \(item.id)) AS r", as: Int.self)
        return TabledCase(
            reference: subject.reference, meeting: item.facts.meeting, number: number, heldOn: item.facts.heldOn)
    }
}

/// A case and its place on an agenda.
public struct TabledCase: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The meeting.
    public let meeting: MeetingReference
    /// The number of the item.
    public let number: Int
    /// The day of the meeting.
    public let heldOn: CivilDate
}

/// The desk freezes an agenda: what is tabled stays as it is, and PostgreSQL takes its digest.
public struct FreezeAgenda: Operation {
    let reference: MeetingReference

    /// - Parameter reference: a meeting with members and an agenda.
    public init(_ reference: MeetingReference) { self.reference = reference }

    public func perform(_ session: Session) throws -> FrozenAgenda {
        _ = try Principal.current(session).required([.desk])
        let facts = try MeetingStore.lock(session, reference)
        try facts.mayChange()
        try facts.rule.mayCompose(try MeetingStore.members(session, facts.id))
        let items = try session.one(
            "SELECT count(*) FROM agenda_item WHERE meeting_id = \(facts.id)", as: Int.self)
        try AgendaFacts.mayFreeze(facts.reference, items: items)
        let open: SQL = "SELECT case_file_id FROM agenda_item WHERE meeting_id = \(facts.id) AND closed_at IS NULL"
        try AgendaStore.readiness(session, of: open).mayBeTabled()
        let digest = try session.one(
            """
            UPDATE meeting SET frozen_at = now() WHERE meeting_id = \(facts.id)
            RETURNING encode(digest, 'hex')
            """, as: String.self)
        return FrozenAgenda(reference: facts.reference, items: items, digest: digest)
    }
}

/// An agenda that no longer changes.
public struct FrozenAgenda: Sendable {
    /// The meeting.
    public let reference: MeetingReference
    /// How many items it has.
    public let items: Int
    /// The digest of what was tabled, 64 hexadecimal digits.
    public let digest: String
}
