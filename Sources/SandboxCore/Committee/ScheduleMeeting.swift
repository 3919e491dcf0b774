public import Postgres
public import SandboxDomain

/// The desk schedules a meeting of a committee.
public struct ScheduleMeeting: Operation {
    let said: String
    let number: Int?
    let form: MeetingForm
    let heldOn: CivilDate?
    let closesOn: CivilDate?

    /// - Parameters:
    ///   - committee: the code of the committee, e.g. `main`, or its name.
    ///   - number: nil for the one after the committee's last.
    ///   - heldOn: nil for today on the authority's calendar.
    ///   - closesOn: the last day of a written vote; nil for the day itself.
    /// - Throws: `BadInput` for a number no session has, or a meeting in person on several days.
    public init(
        committee: String, number: Int? = nil, form: MeetingForm = .inPerson, on heldOn: CivilDate? = nil,
        until closesOn: CivilDate? = nil
    ) throws(BadInput) {
        (said, self.number, self.form) = (committee, number, form)
        (self.heldOn, self.closesOn) = (heldOn, closesOn)
        try BadInput.check(number, in: 1...9999, .number)
        if form == .inPerson, let closesOn, closesOn != heldOn {
            throw BadInput(.contradiction(.said(.form, "in-person"), .field(.until)), field: .until)
        }
    }

    public func perform(_ session: Session) throws -> ScheduledMeeting {
        _ = try Principal.current(session).required([.desk])
        let committee = try MeetingStore.committee(session, said)
        let meets = try session.one("SELECT committee_meets(\(committee))", as: Bool.self)
        try CommitteeRule.mayMeet(committee, isOpen: meets)
        if let number,
            try session.exists("SELECT FROM meeting WHERE committee = \(committee) AND meeting_no = \(number)")
        {
            throw Refusal.committee(.meetingExists(MeetingReference(committee: committee, number: number)))
        }
        let (regime, today, earliest, latest) = try session.one(
            """
            SELECT regime, authority_date(regime), regime_began_on(regime), last_planned_day(regime)
            FROM committee WHERE committee = \(committee)
            """
        ) { (regime: RegimeCode, today: CivilDate, earliest: CivilDate, latest: CivilDate) in
            (regime, today, earliest, latest)
        }
        let first = heldOn ?? today
        let last = closesOn ?? first
        if last < first { throw BadInput(.endsBeforeStart, field: .until) }
        try MeetingState.mayBeHeld(on: [first, last], earliest: earliest, latest: latest)
        let highest = try session.one(
            "SELECT coalesce(max(meeting_no), 0)::integer FROM meeting WHERE committee = \(committee)", as: Int.self)
        try BadInput.check(number ?? highest + 1, in: 1...9999, .number)
        let notes = try DayNote.notes(session, Set([first, last]).sorted(), regime, today: today)
        return try session.one(
            """
            INSERT INTO meeting (committee, meeting_no, form, held_on, closes_on)
            VALUES (\(committee), \(number)::smallint, \(form), \(first), \(last))
            RETURNING committee, meeting_no, held_on, closes_on
            """
        ) { (committee: String, number: Int, heldOn: CivilDate, closesOn: CivilDate) in
            ScheduledMeeting(
                reference: MeetingReference(committee: committee, number: number), heldOn: heldOn, closesOn: closesOn,
                notes: notes)
        }
    }
}

/// A meeting that was scheduled.
public struct ScheduledMeeting: Sendable {
    /// Its reference.
    public let reference: MeetingReference
    /// Its day, or first day.
    public let heldOn: CivilDate
    /// Its last day.
    public let closesOn: CivilDate
    /// What is unusual about these days.
    public let notes: [DayNote]
}

/// The desk composes a meeting: whoever was named before is replaced (구성: Act 10의2; Decree 8의2④).
public struct ComposeMeeting: Operation {
    let reference: MeetingReference
    let named: [CommitteeMember]
    let model: MeetingReference?

    /// - Parameters:
    ///   - members: who sits, in the order they are shown.
    ///   - model: a meeting whose members sit again, before those named.
    /// - Throws: `BadInput` for a name that is there twice, or if nobody is named.
    public init(
        _ reference: MeetingReference, members: [CommitteeMember], like model: MeetingReference? = nil
    ) throws(BadInput) {
        (self.reference, self.model) = (reference, model)
        if members.isEmpty, model == nil { throw BadInput(.missingName(.member)) }
        named = members.map { .init(normalised($0.name), $0.capacity, isFromMain: $0.isFromMain) }
        for (index, member) in named.enumerated() where named[..<index].contains(where: { $0.name == member.name }) {
            throw BadInput(.repeatedName(member.name), field: .member)
        }
    }

    public func perform(_ session: Session) throws -> ComposedMeeting {
        _ = try Principal.current(session).required([.desk])
        let facts = try MeetingStore.lock(session, reference)
        try facts.mayChange()
        let before = try model.map { try MeetingStore.members(session, MeetingStore.get(session, $0).id) } ?? []
        let members = before.filter { old in !named.contains { $0.name == old.name } } + named
        try facts.rule.mayCompose(members)
        try session.execute("SELECT remove_rows('meeting_member', \(facts.id))")
        try session.execute(
            """
            INSERT INTO meeting_member (meeting_id, member_no, name, capacity, from_main)
            SELECT \(facts.id), m.n, m.name, m.capacity, m.from_main
            FROM unnest(\(members.map(\.name))::text[], \(members.map(\.capacity.rawValue))::text[],
                \(members.map(\.isFromMain))::boolean[]) WITH ORDINALITY AS m (name, capacity, from_main, n)
            """)
        return ComposedMeeting(reference: facts.reference, members: members)
    }
}

/// A session with those who sit in it.
public struct ComposedMeeting: Sendable {
    /// Its reference.
    public let reference: MeetingReference
    /// Who sits.
    public let members: [CommitteeMember]
}
