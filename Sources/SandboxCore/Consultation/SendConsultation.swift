public import Postgres
public import SandboxDomain

/// The desk asks ministries whose law is touched (관계부처 협의: Act 36②, 37③, 38의2⑤). The first consultation moves
/// the case on; a further one with the same ministry is a new round.
public struct SendConsultation: Operation {
    let reference: CaseReference
    let ministries: [String]
    let question: String?
    let isFastTrack: Bool

    /// - Parameters:
    ///   - ministries: names of public bodies; all are asked, or none.
    ///   - question: what each is asked; nil for the proposal as such.
    ///   - isFastTrack: as a same-or-similar case, with the shorter period (Act 37④, 38의2⑦).
    public init(
        _ reference: CaseReference, to ministries: [String], question: String? = nil, isFastTrack: Bool = false
    ) {
        (self.reference, self.ministries, self.question, self.isFastTrack) = (
            reference, ministries, question, isFastTrack
        )
    }

    public func perform(_ session: Session) throws -> [SentConsultation] {
        _ = try Principal.current(session).required([.desk])
        let facts = try CaseFileStore.lock(session, reference)
        let asked = try ministries.map { try OrganisationStore.get(session, $0) }
        for ministry in asked {
            try ConsultationFacts.mayAsk(ministry.name, ministry.kind, isClosed: ministry.isClosed)
            try ConsultationStore.latest(session, facts, ministry: "\(ministry.id)").facts.maySend(to: ministry.name)
        }
        if isFastTrack {
            try ConsultationFacts.mayHasten(
                facts.track, hasFastTrack: hasFastTrack(session, facts),
                hasPrecedent: session.exists("SELECT FROM fast_track WHERE case_file_id = \(facts.id)"))
        }
        if facts.stage == .received { CaseFileStore.update(session, facts.id, stage: .consulting) }
        return try asked.map { ministry in
            let sent = try session.one(
                """
                INSERT INTO consultation (case_file_id, ministry_id, question, fast_track)
                VALUES (\(facts.id), \(ministry.id), \(question.map(normalised)), \(isFastTrack))
                RETURNING consultation_id, round
                """
            ) { (id: ConsultationID, round: Int) in (id: id, round: round) }
            let due = try session.first(
                """
                SELECT s.due_on, calendar_doubt(\(facts.regime), s.certainty) FROM deadline_today AS s
                WHERE s.case_file_id = \(facts.id) AND s.subject = 'consultation' AND s.subject_id = \(sent.id)
                """
            ) { (day: CivilDate?, doubt: CalendarDoubt?) in (day: day, doubt: doubt) }
            return SentConsultation(
                reference: facts.reference, ministry: ministry.name, round: sent.round, dueOn: due?.day,
                doubt: due?.doubt)
        }
    }

    private func hasFastTrack(_ session: Session, _ facts: CaseFileFacts) throws -> Bool {
        try session.one("SELECT has_fast_track(\(facts.id))", as: Bool.self)
    }
}

/// A round of consultation with one ministry.
public struct SentConsultation: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The ministry asked.
    public let ministry: String
    /// 1 for the first round with this ministry on this case.
    public let round: Int
    /// The last day for the reply; nil until the ministry is told.
    public var dueOn: CivilDate?
    /// That it is counted on days nobody has announced; nil where everything is known.
    public var doubt: CalendarDoubt?
}
