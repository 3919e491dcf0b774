public import Postgres
public import SandboxDomain

/// The desk enters a ministry's reply that came as an official document (공문 회신). It is marked as such, and was given on the day on
/// which the document arrived.
public struct RecordReply: OnceOnly {
    public typealias Outcome = SentConsultation
    public static let act = "record-reply"
    let reference: CaseReference
    let ministry: String
    let opinion: Opinion
    let reason: String?
    let conditions: [String]
    let document: OfficialDocument
    /// Why the reply that was entered before is put right: that one is taken back, and this one takes its place. What had begun with the
    /// replies runs on.
    public var correction: String?

    /// - Parameters:
    ///   - ministry: whose reply it is.
    ///   - reason: required when the ministry opposes, says it is not its business, or that a permit is needed.
    ///   - conditions: what the ministry asks for; with `agreeWithConditions`, and only with it.
    ///   - document: the paper it came as.
    public init(
        _ reference: CaseReference, ministry: String, opinion: Opinion, reason: String? = nil,
        conditions: [String] = [], document: OfficialDocument
    ) {
        (self.reference, self.ministry, self.opinion) = (reference, ministry, opinion)
        (self.reason, self.conditions, self.document) = (reason, conditions, document)
    }

    public var fingerprint: Fingerprint {
        Fingerprint(
            [reference.description, ministry, opinion.rawValue, reason, correction] + conditions + document.words,
            files: document.files)
    }

    public func performOnce(_ session: Session) throws -> Int64 {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let ministry = try OrganisationStore.get(session, ministry)
        if let correction { try RecallStore.reply(session, subject, of: ministry.id, reason: correction) }
        let latest = try ConsultationStore.latest(session, subject, ministry: "\(ministry.id)")
        let id = try latest.round()
        let (sentOn, today) = try session.one(
            """
            SELECT authority_date(\(subject.regime), k.sent_at), authority_date(\(subject.regime))
            FROM consultation AS k WHERE k.consultation_id = \(id)
            """
        ) { (sent: CivilDate, today: CivilDate) in (sent, today) }
        let day = document.arrivedOn ?? today
        try latest.facts.mayRecord(
            opinion, conditions: conditions.count, reason: reason, arrivedOn: day, sentOn: sentOn, today: today)
        try document.insert(session, subject, sender: ministry.id, on: day)
        try session.execute(
            """
            INSERT INTO opinion (consultation_id, case_file_id, opinion, reason, conditions, document_no, arrived_on)
            VALUES (\(id), \(subject.id), \(opinion), \(reason.map(normalised)), \(conditions.map(normalised)),
                \(normalised(document.number)), \(day))
            """)
        return id.number
    }

    public func outcome(of receipt: Int64, _ session: Session) throws -> SentConsultation {
        try ReplyToConsultation.outcome(of: receipt, session)
    }
}
