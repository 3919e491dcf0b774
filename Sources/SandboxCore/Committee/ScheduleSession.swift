public import Postgres
public import SandboxDomain

/// The desk schedules a session of a committee.
public struct ScheduleSession: Operation {
    let body: String
    let number: Int?
    let form: SessionForm
    let heldOn: CivilDate?
    let closesOn: CivilDate?

    /// - Parameters:
    ///   - body: the code of the body, e.g. `main`.
    ///   - number: nil for the one behind the body's last.
    ///   - heldOn: nil for today on the authority's calendar.
    ///   - closesOn: the last day of a written vote; nil for the day itself.
    /// - Throws: `BadInput` for a number no session has, or a meeting in person on several days.
    public init(
        body: String, number: Int? = nil, form: SessionForm = .inPerson, on heldOn: CivilDate? = nil,
        until closesOn: CivilDate? = nil
    ) throws(BadInput) {
        (self.body, self.number, self.form) = (foldedWord(body), number, form)
        (self.heldOn, self.closesOn) = (heldOn, closesOn)
        try BadInput.check(number, in: 1...Int(Int16.max), .number)
        if form == .inPerson, let closesOn, closesOn != heldOn {
            throw BadInput(.contradiction(.said(.form, "in-person"), .field(.until)), field: .until)
        }
    }

    public func perform(_ session: Session) throws -> ScheduledSession {
        _ = try Principal.current(session).required([.desk])
        let bodies = try session.all(
            "SELECT body, body_meets(body) FROM committee_body ORDER BY regime, position"
        ) { (body: String, meets: Bool) in (body: body, meets: meets) }
        guard let found = bodies.first(where: { $0.body == body }) else {
            let open = bodies.filter(\.meets).map(\.body)
            throw NotFound(.committeeBody, body, suggestion: closestWord(to: body, among: open))
        }
        try BodyRule.mayMeet(body, isOpen: found.meets)
        if let number,
            try session.exists("SELECT FROM committee_session WHERE body = \(body) AND session_no = \(number)")
        {
            throw Refusal.committee(.sessionExists(SessionReference(body: body, number: number)))
        }
        let today = try session.one(
            "SELECT authority_date(regime) FROM committee_body WHERE body = \(body)", as: CivilDate.self)
        let first = heldOn ?? today
        let last = closesOn ?? first
        if last < first { throw BadInput(.endsBeforeStart, field: .until) }
        return try session.one(
            """
            INSERT INTO committee_session (body, session_no, form, held_on, closes_on)
            VALUES (\(body), \(number)::smallint, \(form), \(first), \(last))
            RETURNING body, session_no, held_on, closes_on
            """
        ) { (body: String, number: Int, heldOn: CivilDate, closesOn: CivilDate) in
            ScheduledSession(
                reference: SessionReference(body: body, number: number), heldOn: heldOn, closesOn: closesOn)
        }
    }
}

/// A session that was scheduled.
public struct ScheduledSession: Sendable {
    /// Its reference.
    public let reference: SessionReference
    /// Its day, or first day.
    public let heldOn: CivilDate
    /// Its last day.
    public let closesOn: CivilDate
}

/// The desk composes a session: whoever was named before is replaced (구성: Act 10의2; Decree 8의2④).
public struct ComposeSession: Operation {
    let reference: SessionReference
    let named: [CommitteeMember]
    let model: SessionReference?

    /// - Parameters:
    ///   - members: who sits, in the order they are shown.
    ///   - model: a session whose members sit again, before those named.
    /// - Throws: `BadInput` for a name that is there twice, or if nobody is named.
    public init(
        _ reference: SessionReference, members: [CommitteeMember], like model: SessionReference? = nil
    ) throws(BadInput) {
        (self.reference, self.model) = (reference, model)
        if members.isEmpty, model == nil { throw BadInput(.missingName(.member)) }
        named = members.map { .init(normalised($0.name), $0.capacity, isFromMain: $0.isFromMain) }
        for (index, member) in named.enumerated() where named[..<index].contains(where: { $0.name == member.name }) {
            throw BadInput(.repeatedName(member.name), field: .member)
        }
    }

    public func perform(_ session: Session) throws -> ComposedSession {
        _ = try Principal.current(session).required([.desk])
        let facts = try SessionStore.lock(session, reference)
        try facts.mayChange()
        let before = try model.map { try SessionStore.members(session, SessionStore.get(session, $0).id) } ?? []
        let members = before.filter { old in !named.contains { $0.name == old.name } } + named
        try facts.rule.mayCompose(members)
        try session.execute("DELETE FROM session_member WHERE committee_session_id = \(facts.id)")
        try session.execute(
            """
            INSERT INTO session_member (committee_session_id, member_no, name, capacity, from_main)
            SELECT \(facts.id), m.n, m.name, m.capacity, m.from_main
            FROM unnest(\(members.map(\.name))::text[], \(members.map(\.capacity.rawValue))::text[],
                \(members.map(\.isFromMain))::boolean[]) WITH ORDINALITY AS m (name, capacity, from_main, n)
            """)
        return ComposedSession(reference: facts.reference, members: members)
    }
}

/// A session with those who sit in it.
public struct ComposedSession: Sendable {
    /// Its reference.
    public let reference: SessionReference
    /// Who sits.
    public let members: [CommitteeMember]
}
