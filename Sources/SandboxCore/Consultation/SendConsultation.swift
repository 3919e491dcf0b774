public import Postgres
public import SandboxDomain

/// The desk asks ministries whose law is touched (관계부처 협의: Act 36②, 37③, 38의2⑤). The first consultation moves
/// the case on; a further one with the same ministry is a new round.
public struct SendConsultation: Operation {
    let reference: CaseReference
    let ministries: [String]
    let question: String?

    /// - Parameters:
    ///   - ministries: names of public bodies; all are asked, or none.
    ///   - question: what each is asked; nil for the proposal as such.
    public init(_ reference: CaseReference, to ministries: [String], question: String? = nil) {
        (self.reference, self.ministries, self.question) = (reference, ministries, question)
    }

    /// Does the act.
    public func perform(_ session: Session) throws -> [SentConsultation] {
        _ = try Principal.current(session).required([.desk])
        let facts = try CaseFileStore.lock(session, reference)
        let asked = try ministries.map { try OrganisationStore.get(session, $0) }
        for ministry in asked {
            guard ministry.kind.isPublicBody else { throw Refusal.notAMinistry(ministry.name) }
            guard !ministry.isClosed else { throw Refusal.organisationClosed(ministry.name) }
            try ConsultationStore.latest(session, facts, ministry: "\(ministry.id)").facts.maySend(to: ministry.name)
        }
        if facts.stage == .received { try CaseFileStore.update(session, facts.id, stage: .consulting) }
        return try asked.map { ministry in
            let round = try session.one(
                """
                INSERT INTO consultation (case_file_id, ministry_id, question)
                VALUES (\(facts.id), \(ministry.id), \(question.map(normalised))) RETURNING round
                """, as: Int.self)
            return SentConsultation(reference: facts.reference, ministry: ministry.name, round: round)
        }
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
}
