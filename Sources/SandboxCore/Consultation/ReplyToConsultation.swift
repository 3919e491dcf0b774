public import Postgres
public import SandboxDomain

/// A ministry replies to the round that is open with it (Act 36③, 38의2⑤; Decree 40④).
public struct ReplyToConsultation: OnceOnly {
    public typealias Outcome = SentConsultation
    public static let act = "reply"
    let reference: CaseReference
    let opinion: Opinion
    let reason: String?
    let conditions: [String]

    /// - Parameters:
    ///   - reason: required when the ministry opposes, says it is not its business, or that a permit is needed.
    ///   - conditions: what the ministry asks for; with `agreeWithConditions`, and only with it.
    public init(_ reference: CaseReference, opinion: Opinion, reason: String? = nil, conditions: [String] = []) {
        (self.reference, self.opinion, self.reason, self.conditions) = (reference, opinion, reason, conditions)
    }

    public var fingerprint: Fingerprint {
        Fingerprint([reference.description, opinion.rawValue, reason] + conditions)
    }

    public func performOnce(_ session: Session) throws -> Int64 {
        _ = try Principal.current(session).required([.ministry])
        let subject = try CaseFileStore.get(session, reference)
        let latest = try ConsultationStore.latest(session, subject)
        try latest.facts.mayReply(opinion, conditions: conditions.count, reason: reason)
        let id = try latest.round()
        try session.execute(
            """
            INSERT INTO opinion (consultation_id, case_file_id, opinion, reason, conditions)
            VALUES (\(id), \(subject.id), \(opinion), \(reason.map(normalised)), \(conditions.map(normalised)))
            """)
        return id.number
    }

    public func outcome(of receipt: Int64, _ session: Session) throws -> SentConsultation {
        try Self.outcome(of: receipt, session)
    }

    static func outcome(of receipt: Int64, _ session: Session) throws -> SentConsultation {
        try session.one(
            """
            SELECT c.reference, c.case_file_id, o.name, k.round
            FROM consultation AS k
            JOIN case_file AS c USING (case_file_id) JOIN organisation AS o ON o.organisation_id = k.ministry_id
            WHERE k.consultation_id = \(receipt)
            """
        ) { (number: String?, id: CaseFileID, ministry: String, round: Int) in
            SentConsultation(reference: CaseReference(number: number, id), ministry: ministry, round: round)
        }
    }
}
