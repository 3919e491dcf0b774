public import Postgres
public import SandboxDomain

/// What the letter on the decision of a case says.
public struct DecisionLetter: Query {
    let reference: CaseReference

    /// - Parameter reference: a visible case that has been decided.
    public init(_ reference: CaseReference) { self.reference = reference }

    public func answer(_ session: Session) throws -> DecisionText {
        let subject = try CaseFileStore.get(session, reference)
        guard let decision = try CaseDetail.Decision.whole(session, subject.id) else {
            throw NotFound(.decision, reference.description)
        }
        let seesContact = try session.one("SELECT \(CaseDetail.Contact.mayBeSeen)", as: Bool.self)
        let contact = seesContact ? try session.get(CaseDetail.Contact.of(subject.id)) : nil
        let facts = try session.one(
            """
            SELECT o.name, c.service_name, t.basis, CASE WHEN d.outcome = 'rejected' AND c.origin = 'filed'
                    AND NOT EXISTS (SELECT FROM redeliberation AS a WHERE a.case_file_id = c.case_file_id)
                THEN act_until('rejected', c.case_file_id, d.decision_id) END,
                (SELECT r.basis FROM deadline_rule AS r WHERE r.regime = c.regime AND r.version = c.regime_version
                    AND r.starts_on = 'rejected' ORDER BY r.position LIMIT 1), c.summary
            FROM case_file AS c JOIN latest_decision AS d USING (case_file_id)
            JOIN track AS t ON t.regime = c.regime AND t.track = c.track
            JOIN organisation AS o ON o.organisation_id = c.company_id WHERE c.case_file_id = \(subject.id)
            """
        ) {
            (
                company: String, service: String, basis: String, until: CivilDate?, redeliberation: String?,
                summary: String?
            ) in
            (
                company: company, service: service, basis: basis, until: until, redeliberation: redeliberation,
                summary: summary
            )
        }
        return DecisionText(
            reference: subject.reference, track: subject.track, company: facts.company, service: facts.service,
            basis: facts.basis, representative: contact?.representative, address: contact?.address, decision: decision,
            conditions: try ConditionList(reference).answer(session), redeliberationUntil: facts.until,
            redeliberationBasis: facts.redeliberation, summary: facts.summary,
            grant: try DecisionText.Grant.find(session, subject.id))
    }
}

/// A decision, as the company is told it.
public struct DecisionText: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The track.
    public let track: TrackCode
    /// The company.
    public let company: String
    /// The service.
    public let service: String
    /// The article of the track.
    public let basis: String
    /// Who represents the company, if the reader may know.
    public let representative: String?
    /// Its address, if the reader may know.
    public let address: String?
    /// The current decision.
    public let decision: CaseDetail.Decision
    /// Its conditions, as they are now.
    public let conditions: [StandingCondition]
    /// After a rejection, until when re-deliberation may be asked for.
    public let redeliberationUntil: CivilDate?
    /// The article for that.
    public let redeliberationBasis: String?
    /// What the service does.
    public let summary: String?
    /// What was granted, if anything was.
    public let grant: Grant?

    /// The grant that the decision made (Decree 40⑥, 42의4⑤).
    public struct Grant: Sendable {
        /// The number of the certificate.
        public let certificate: String
        /// What the certificate is called in Korean.
        public let korean: String
        /// What it is called in English.
        public let english: String
        /// The article that says what it contains.
        public let basis: String?
        /// The first day of the validity; nil while it has not begun.
        public let validFrom: CivilDate?
        /// The last day of the validity as it is now; nil while it has not begun.
        public let validUntil: CivilDate?
        /// How long the decision makes it valid, in months; nil: as long as the law allows, or up to a day.
        public let months: Int?
        /// The legal state it is in.
        public let state: GrantState

        static func find(_ session: Session, _ id: CaseFileID) throws -> Grant? {
            try session.first(
                """
                SELECT g.certificate, t.certificate_ko, t.certificate_en, b.basis,
                    CASE WHEN d.validity_from IS NULL THEN g.granted_on ELSE s.commenced_on END, s.end_on, d.validity_months, s.state
                FROM exemption_grant AS g JOIN grant_track AS t USING (regime, track) JOIN decision AS d USING (decision_id)
                JOIN grant_today AS s ON s.exemption_grant_id = g.exemption_grant_id
                LEFT JOIN grant_basis AS b ON b.regime = g.regime AND b.track = g.track AND b.topic = 'publish'
                WHERE g.case_file_id = \(id) AND g.certificate IS NOT NULL
                """, Grant.init)
        }
    }
}
