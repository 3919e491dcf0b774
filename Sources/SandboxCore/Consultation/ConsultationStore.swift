internal import Postgres
internal import SandboxDomain

enum ConsultationStore {
    /// The acting ministry's latest round on a case, and what it may say in it.
    struct Latest {
        let id: ConsultationID?
        let facts: ConsultationFacts

        /// - Throws: `Refusal.consultationMissing` unless a round is open.
        func mayAskSupplement() throws {
            guard facts.isOpen else { throw Refusal.consultationMissing }
        }
    }

    static func latest(_ session: Session, _ subject: CaseFileFacts) throws -> Latest {
        try latest(session, subject, ministry: "acting_organisation_id()")
    }

    static func latest(_ session: Session, _ subject: CaseFileFacts, ministry: SQL) throws -> Latest {
        let round = try session.first(
            """
            SELECT consultation_id, round, replied_at IS NULL FROM consultation
            WHERE case_file_id = \(subject.id) AND ministry_id = \(ministry) ORDER BY round DESC LIMIT 1
            """
        ) { (id: ConsultationID, round: Int, isOpen: Bool) in (id: id, round: round, isOpen: isOpen) }
        let known = try session.all(
            """
            SELECT opinion FROM track_opinion WHERE regime = \(subject.regime) AND track = \(subject.track)
            """, as: Opinion.self)
        let facts = ConsultationFacts(
            stage: subject.stage, track: subject.track, knownOpinions: Opinion.allCases.filter(known.contains),
            latestRound: round?.round, isOpen: round?.isOpen ?? false)
        return Latest(id: round?.id, facts: facts)
    }
}
