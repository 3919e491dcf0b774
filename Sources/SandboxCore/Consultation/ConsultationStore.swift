internal import Postgres
internal import SandboxDomain

enum ConsultationStore {
    /// The acting ministry's latest round on a case, and what it may say in it.
    struct Latest {
        let id: ConsultationID?
        let facts: ConsultationFacts

        /// The round itself.
        /// - Throws: `Refusal.consultation(.missing)` if the ministry was never asked.
        func round() throws -> ConsultationID {
            guard let id else { throw Refusal.consultation(.missing) }
            return id
        }
    }

    private struct Round {
        let id: ConsultationID, round: Int, isOpen: Bool, notifiedOn: CivilDate?, lapsedOn: CivilDate?
    }

    static func latest(_ session: Session, _ subject: CaseFileFacts) throws -> Latest {
        try latest(session, subject, ministry: "acting_organisation_id()")
    }

    static func latest(_ session: Session, _ subject: CaseFileFacts, ministry: SQL) throws -> Latest {
        let round = try session.first(
            """
            SELECT k.consultation_id, k.round, k.replied_at IS NULL, k.notified_on,
                CASE WHEN s.state = 'lapsed' AND (k.lapsed OR k.replied_at IS NULL) THEN s.due_on END
            FROM consultation AS k
            LEFT JOIN LATERAL (SELECT t.due_on, t.state FROM deadline_today AS t
                WHERE t.case_file_id = k.case_file_id AND t.subject = 'consultation'
                    AND t.subject_id = k.consultation_id
                ORDER BY t.deadline_id DESC LIMIT 1) AS s ON true
            WHERE k.case_file_id = \(subject.id) AND k.ministry_id = \(ministry) AND k.recall_reason IS NULL
            ORDER BY k.round DESC LIMIT 1
            """, Round.init)
        let known = try session.all(
            """
            SELECT opinion FROM track_opinion WHERE regime = \(subject.regime) AND track = \(subject.track)
            """, as: Opinion.self)
        let facts = ConsultationFacts(
            stage: subject.stage, track: subject.track, knownOpinions: Opinion.allCases.filter(known.contains),
            latestRound: round?.round, isOpen: round?.isOpen ?? false, lapsedOn: round?.lapsedOn,
            notifiedOn: round?.notifiedOn)
        return Latest(id: round?.id, facts: facts)
    }
}
