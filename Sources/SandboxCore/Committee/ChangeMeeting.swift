public import Postgres
public import SandboxDomain

/// The desk moves a meeting to another day (회의 연기·변경), as long as nothing was voted on. What was tabled stays tabled.
public struct MoveMeeting: Operation {
    let reference: MeetingReference
    let heldOn: CivilDate
    let closesOn: CivilDate?
    let reason: String

    /// - Parameters:
    ///   - heldOn: its new day; of a written vote its new first day.
    ///   - closesOn: the last day of a written vote; nil for as many days as before.
    ///   - reason: why it is moved.
    public init(_ reference: MeetingReference, to heldOn: CivilDate, until closesOn: CivilDate? = nil, reason: String) {
        (self.reference, self.heldOn, self.closesOn, self.reason) = (reference, heldOn, closesOn, reason)
    }

    public func perform(_ session: Session) throws -> ScheduledMeeting {
        _ = try Principal.current(session).required([.desk])
        let facts = try MeetingStore.lock(session, reference)
        try facts.state.mayMove(reason: reason)
        let (regime, earliest, latest, form) = try session.one(
            """
            SELECT b.regime, regime_began_on(b.regime), last_planned_day(b.regime), s.form
            FROM meeting AS s JOIN committee AS b USING (committee) WHERE s.meeting_id = \(facts.id)
            """
        ) { (regime: RegimeCode, earliest: CivilDate, latest: CivilDate, form: MeetingForm) in
            (regime, earliest, latest, form)
        }
        if form == .inPerson, let closesOn, closesOn != heldOn {
            throw BadInput(.contradiction(.said(.form, "in-person"), .field(.until)), field: .until)
        }
        let length = facts.heldOn.days(until: facts.closesOn)
        let last = closesOn ?? heldOn.adding(days: length) ?? heldOn
        if last < heldOn { throw BadInput(.endsBeforeStart, field: .until) }
        try MeetingState.mayBeHeld(on: [heldOn, last], earliest: earliest, latest: latest)
        let notes = try DayNote.notes(session, Set([heldOn, last]).sorted(), regime, today: facts.today)
        try session.execute(
            """
            UPDATE meeting SET held_on = \(heldOn), closes_on = \(last), change_reason = \(normalised(reason))
            WHERE meeting_id = \(facts.id)
            """)
        return ScheduledMeeting(reference: facts.reference, heldOn: heldOn, closesOn: last, notes: notes)
    }
}

/// The desk cancels a meeting that has not begun (회의 취소). Its items are put off with that reason, and the periods that its agenda had
/// ended run on.
public struct CancelMeeting: Operation {
    let reference: MeetingReference
    let reason: String

    /// - Parameter reason: why it does not take place; the parties of its cases read it.
    public init(_ reference: MeetingReference, reason: String) {
        (self.reference, self.reason) = (reference, reason)
    }

    public func perform(_ session: Session) throws -> ChangedMeeting {
        _ = try Principal.current(session).required([.desk])
        let facts = try MeetingStore.lock(session, reference)
        try facts.state.mayMove(reason: reason)
        let items = try MeetingStore.openItems(session, facts.id)
        try session.execute(
            "UPDATE meeting SET cancel_reason = \(normalised(reason)) WHERE meeting_id = \(facts.id)")
        return ChangedMeeting(reference: facts.reference, items: items)
    }
}

/// The desk opens a frozen agenda again (안건 확정 취소), to put right what is on it or who sits; until the first vote. What had been frozen
/// stays in the event log; the periods that it had ended run on until it is frozen anew.
public struct ReopenAgenda: Operation {
    let reference: MeetingReference
    let reason: String

    /// - Parameter reason: what has to be put right.
    public init(_ reference: MeetingReference, reason: String) {
        (self.reference, self.reason) = (reference, reason)
    }

    public func perform(_ session: Session) throws -> ChangedMeeting {
        _ = try Principal.current(session).required([.desk])
        let facts = try MeetingStore.lock(session, reference)
        try facts.state.mayReopen(reason: reason)
        let items = try MeetingStore.openItems(session, facts.id)
        try session.execute(
            """
            UPDATE meeting SET frozen_at = NULL, change_reason = \(normalised(reason)) WHERE meeting_id = \(facts.id)
            """)
        return ChangedMeeting(reference: facts.reference, items: items)
    }
}

/// A meeting that was cancelled, or whose agenda was opened again.
public struct ChangedMeeting: Sendable {
    /// Its reference.
    public let reference: MeetingReference
    /// How many open items it had.
    public let items: Int
}
