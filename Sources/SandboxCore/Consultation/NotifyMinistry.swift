public import Postgres
public import SandboxDomain

/// The desk records that the letter to a ministry without an account arrived. The period for its reply runs from then.
public struct NotifyMinistry: Operation {
    let reference: CaseReference
    let ministry: String
    let day: CivilDate?
    let notice: String

    /// - Parameters:
    ///   - day: the day the ministry was told; nil for today.
    ///   - notice: the proof, such as the number of the letter and of its receipt.
    public init(_ reference: CaseReference, ministry: String, on day: CivilDate? = nil, notice: String) {
        (self.reference, self.ministry, self.day, self.notice) = (reference, ministry, day, notice)
    }

    public func perform(_ session: Session) throws -> NotifiedMinistry {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let ministry = try OrganisationStore.get(session, ministry)
        let latest = try ConsultationStore.latest(session, subject, ministry: "\(ministry.id)")
        let id = try latest.round()
        let days = try session.one(
            """
            SELECT authority_date(c.regime, k.sent_at), authority_date(c.regime), k.round
            FROM consultation AS k JOIN case_file AS c USING (case_file_id) WHERE k.consultation_id = \(id)
            """
        ) { (sent: CivilDate, today: CivilDate, round: Int) in (sent: sent, today: today, round: round) }
        let day = day ?? days.today
        try latest.facts.mayNotify(on: day, sentOn: days.sent, today: days.today)
        try session.execute(
            "UPDATE consultation SET notified_on = \(day), notice = \(normalised(notice)) WHERE consultation_id = \(id)"
        )
        let due = try session.first(
            """
            SELECT s.due_on, calendar_doubt(\(subject.regime), s.certainty) FROM deadline_today AS s
            WHERE s.case_file_id = \(subject.id) AND s.subject = 'consultation' AND s.subject_id = \(id)
            ORDER BY s.deadline_id DESC LIMIT 1
            """
        ) { (day: CivilDate?, doubt: CalendarDoubt?) in (day: day, doubt: doubt) }
        return NotifiedMinistry(
            reference: subject.reference, ministry: ministry.name, round: days.round, notifiedOn: day, dueOn: due?.day,
            doubt: due?.doubt)
    }
}

/// A ministry that was told of a consultation.
public struct NotifiedMinistry: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The ministry.
    public let ministry: String
    /// The round.
    public let round: Int
    /// The day it was told.
    public let notifiedOn: CivilDate
    /// The last day for its reply.
    public let dueOn: CivilDate?
    /// That it is counted on days nobody has announced; nil where everything is known.
    public let doubt: CalendarDoubt?
}
