internal import Postgres
public import SandboxDomain

/// What was entered by mistake and taken back: it counts nowhere, and is read beside what took its place.
public struct RecalledEntry: Sendable {
    /// The case.
    public let reference: CaseReference
    /// What it was.
    public let subject: RecallSubject
    /// The number of the round, the supplement, the condition, the disposition, or the act in the journal of the grant.
    public let number: Int
    /// The ministry whose reply it was entered as.
    public let ministry: String?
    /// What it said: the opinion, the ruling, the act.
    public let said: String
    /// The day it had.
    public let saidOn: CivilDate
    /// The number of the official document it was entered from.
    public let document: String?
    /// Why it was taken back.
    public let reason: String
    /// The day on which it was.
    public let recalledOn: CivilDate

    /// Those of a case, in the order in which they were taken back.
    static func of(_ id: CaseFileID) -> Statement<[RecalledEntry]> {
        .all(
            """
            SELECT c.case_file_id, c.reference, x.subject, x.about_no, x.ministry, x.said, x.said_on, x.document_no, x.reason,
                authority_date(c.regime, x.recalled_at)
            FROM (SELECT r.case_file_id, 'reply' AS subject, k.round AS about_no, o.name::text AS ministry,
                    r.opinion::text AS said, r.arrived_on AS said_on, r.document_no::text AS document_no, r.reason::text AS reason,
                    r.recalled_at
                FROM opinion_recall AS r JOIN consultation AS k USING (consultation_id)
                JOIN organisation AS o ON o.organisation_id = k.ministry_id WHERE r.case_file_id = \(id)
                UNION ALL SELECT r.case_file_id, r.subject::text, r.about_no, NULL, r.said::text, r.said_on, NULL, r.reason::text,
                    r.recalled_at
                FROM recall AS r WHERE r.case_file_id = \(id)) AS x
            JOIN case_file AS c USING (case_file_id) ORDER BY x.recalled_at, x.subject, x.about_no
            """
        ) {
            (
                id: CaseFileID, reference: String?, subject: RecallSubject, number: Int, ministry: String?,
                said: String,
                saidOn: CivilDate, document: String?, reason: String, day: CivilDate
            ) in
            RecalledEntry(
                reference: CaseReference(number: reference, id), subject: subject, number: number, ministry: ministry,
                said: said, saidOn: saidOn, document: document, reason: reason, recalledOn: day)
        }
    }
}

/// Takes entries back.
enum RecallStore {
    /// Takes the latest reply back that was entered for a ministry.
    /// - Throws: `Refusal.recall`.
    static func reply(
        _ session: Session, _ subject: CaseFileFacts, of ministry: OrganisationID, reason: String
    ) throws {
        struct Reply { let id: ConsultationID, isEntered: Bool, reliance: Reliance? }
        let found = try session.first(
            """
            SELECT k.consultation_id, o.document_no IS NOT NULL, reply_reliance(k.consultation_id)
            FROM consultation AS k LEFT JOIN opinion AS o ON o.consultation_id = k.consultation_id
            WHERE k.case_file_id = \(subject.id) AND k.ministry_id = \(ministry) AND k.recall_reason IS NULL
            ORDER BY o.document_no IS NULL, k.round DESC LIMIT 1
            """, Reply.init)
        try RecallFacts(isEntered: found?.isEntered ?? false, reliedOnBy: found?.reliance).mayRecall(reason: reason)
        guard let found else { return }
        try session.execute(
            """
            INSERT INTO opinion_recall (consultation_id, case_file_id, reason)
            VALUES (\(found.id), \(subject.id), \(normalised(reason)))
            """)
    }

    /// Takes another entry back.
    /// - Throws: `Refusal.recall`.
    static func take(
        back kind: RecallSubject, _ number: Int, of subject: CaseFileFacts, _ session: Session, reason: String
    ) throws {
        struct Found { let said: String, reliance: Reliance? }
        let found = try session.first(
            """
            SELECT r.said, r.relied_on_by FROM recallable(\(subject.id), \(kind), \(Int64(number))::integer) AS r
            """, Found.init)
        try RecallFacts(isEntered: found != nil, reliedOnBy: found?.reliance).mayRecall(reason: reason)
        try session.execute(
            """
            INSERT INTO recall (case_file_id, subject, about_no, reason)
            VALUES (\(subject.id), \(kind), \(Int64(number)), \(normalised(reason)))
            """)
    }

    /// The entry that was taken back last.
    static func latest(_ session: Session, _ subject: CaseFileFacts, _ kind: RecallSubject) throws -> RecalledEntry {
        guard let entry = try session.get(RecalledEntry.of(subject.id)).last(where: { $0.subject == kind }) else {
            throw NotFound(.caseFile, subject.reference.description)
        }
        return entry
    }
}
