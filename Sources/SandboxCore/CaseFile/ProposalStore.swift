internal import Postgres
internal import SandboxDomain

/// Writes what a company proposes: the plain fields of `case_file` and everything below it.
///
/// Each kind of part is written by one statement, however many there are. A part that is already as it should be is not
/// touched, so that the event log shows what was changed and nothing else.
enum ProposalStore {
    /// Opens a draft of the acting person's company.
    static func insert(_ session: Session, _ proposal: Proposal, _ regime: RegimeCode) throws -> CaseFileFacts {
        let draft = try session.one(
            """
            INSERT INTO case_file (regime, track, service_name, service_type, summary, reasons, period_from, period_to,
                period_months)
            VALUES (\(regime), \(proposal.track), \(normalised(proposal.service.name)),
                \(proposal.service.type?.rawValue), \(proposal.service.summary.map(normalised)),
                \(proposal.reasons.map(normalised)), \(proposal.period.from), \(proposal.period.to),
                \(proposal.period.months.map(Int64.init)))
            RETURNING \(CaseFileFacts.columns)
            """, CaseFileFacts.init)
        writeParts(session, draft.id, proposal)
        return draft
    }

    /// Makes a draft what `proposal` says, and counts its version up.
    static func update(_ session: Session, _ id: CaseFileID, _ proposal: Proposal) {
        session.ask(
            .execute(
                """
                UPDATE case_file SET track = \(proposal.track), service_name = \(normalised(proposal.service.name)),
                    service_type = \(proposal.service.type?.rawValue), summary = \(proposal.service.summary.map(normalised)),
                    reasons = \(proposal.reasons.map(normalised)), period_from = \(proposal.period.from),
                    period_to = \(proposal.period.to), period_months = \(proposal.period.months.map(Int64.init))
                WHERE case_file_id = \(id)
                """))
        removeParts(session, id, notIn: proposal)
        writeParts(session, id, proposal)
    }

    /// What keeps a draft from being filed, all at once.
    static func gaps(_ session: Session, _ id: CaseFileID) throws -> [Gap] { try session.get(gaps(id)) }

    /// The same, as a question that others can be asked with.
    static func gaps(_ id: CaseFileID) -> Statement<[Gap]> {
        .all("SELECT kind, gap, name_ko, name_en, basis FROM filing_gap(\(id))") {
            (kind: Gap.Kind, code: String, korean: String?, english: String?, basis: String) in
            Gap(kind, code, korean: korean, english: english, basis: basis)
        }
    }

    /// Takes out what is not in the proposal any more.
    private static func removeParts(_ session: Session, _ id: CaseFileID, notIn proposal: Proposal) {
        let kept = [
            ("exemption_item", proposal.exemptions.count), ("participant", proposal.participants.count),
            ("risk_scenario", proposal.risks.count), ("stakeholder_conflict", proposal.stakeholders.count),
        ]
        for (table, count) in kept {
            session.ask(
                .execute(
                    """
                    SELECT take_out(\(id), \(table), ARRAY(SELECT item_no::text FROM \(identifier: table)
                        WHERE case_file_id = \(id) AND item_no > \(Int64(count))))
                    """))
        }
        session.ask(
            .execute(
                """
                SELECT take_out(\(id), 'proposal_section', ARRAY(SELECT section::text FROM proposal_section
                    WHERE case_file_id = \(id) AND section <> ALL (\(texts(proposal.sections.map(\.code))))))
                """))
        if proposal.contact.isEmpty { session.ask(.execute("SELECT take_out(\(id), 'case_contact')")) }
    }

    /// Writes each kind of part, all of them along with the next statement.
    private static func writeParts(_ session: Session, _ id: CaseFileID, _ proposal: Proposal) {
        write(session, id, proposal.exemptions)
        write(session, id, proposal.sections)
        write(session, id, proposal.participants)
        write(session, id, proposal.risks)
        write(session, id, proposal.stakeholders)
        write(session, id, proposal.contact)
    }

    private static func write(_ session: Session, _ id: CaseFileID, _ items: [Proposal.Exemption]) {
        guard !items.isEmpty else { return }
        session.ask(
            .execute(
                """
                INSERT INTO exemption_item AS e
                    (case_file_id, item_no, law, article, ministry, obstacle, exemption, application, question)
                SELECT \(id), i.n, i.law, i.article, i.ministry, i.obstacle, i.exemption, i.application, i.question
                FROM unnest(\(texts(items.map(\.law))), \(texts(items.map(\.article))), \(texts(items.map(\.ministry))),
                    \(texts(items.map(\.obstacle))), \(texts(items.map(\.exemption))), \(texts(items.map(\.application))),
                    \(texts(items.map(\.question)))) WITH ORDINALITY
                    AS i (law, article, ministry, obstacle, exemption, application, question, n)
                ON CONFLICT ON CONSTRAINT exemption_item_pkey DO UPDATE SET
                    (law, article, ministry, obstacle, exemption, application, question) = (EXCLUDED.law, EXCLUDED.article,
                        EXCLUDED.ministry, EXCLUDED.obstacle, EXCLUDED.exemption, EXCLUDED.application, EXCLUDED.question)
                WHERE e.* IS DISTINCT FROM EXCLUDED.*
                """))
    }

    private static func write(_ session: Session, _ id: CaseFileID, _ sections: [Proposal.Section]) {
        guard !sections.isEmpty else { return }
        session.ask(
            .execute(
                """
                INSERT INTO proposal_section AS p (case_file_id, section, body)
                SELECT \(id), s.section, s.body
                FROM unnest(\(texts(sections.map(\.code))), \(texts(sections.map(\.body)))) AS s (section, body)
                ON CONFLICT ON CONSTRAINT proposal_section_pkey DO UPDATE SET body = EXCLUDED.body
                WHERE p.body <> EXCLUDED.body
                """))
    }

    private static func write(_ session: Session, _ id: CaseFileID, _ items: [Proposal.Participant]) {
        guard !items.isEmpty else { return }
        session.ask(
            .execute(
                """
                INSERT INTO participant AS p (case_file_id, item_no, organisation, responsible, part)
                SELECT \(id), i.n, i.organisation, i.responsible, i.part
                FROM unnest(\(texts(items.map(\.organisation))), \(texts(items.map(\.responsible))),
                    \(texts(items.map(\.part)))) WITH ORDINALITY AS i (organisation, responsible, part, n)
                ON CONFLICT ON CONSTRAINT participant_pkey DO UPDATE SET
                    (organisation, responsible, part) = (EXCLUDED.organisation, EXCLUDED.responsible, EXCLUDED.part)
                WHERE p.* IS DISTINCT FROM EXCLUDED.*
                """))
    }

    private static func write(_ session: Session, _ id: CaseFileID, _ items: [Proposal.Risk]) {
        guard !items.isEmpty else { return }
        session.ask(
            .execute(
                """
                INSERT INTO risk_scenario AS r (case_file_id, item_no, category, scenario, response)
                SELECT \(id), i.n, i.category, i.scenario, i.response
                FROM unnest(\(texts(items.map(\.category))), \(texts(items.map(\.scenario))),
                    \(texts(items.map(\.response)))) WITH ORDINALITY AS i (category, scenario, response, n)
                ON CONFLICT ON CONSTRAINT risk_scenario_pkey DO UPDATE SET
                    (category, scenario, response) = (EXCLUDED.category, EXCLUDED.scenario, EXCLUDED.response)
                WHERE r.* IS DISTINCT FROM EXCLUDED.*
                """))
    }

    private static func write(_ session: Session, _ id: CaseFileID, _ items: [Proposal.Stakeholder]) {
        guard !items.isEmpty else { return }
        session.ask(
            .execute(
                """
                INSERT INTO stakeholder_conflict AS s (case_file_id, item_no, conflict, impact, mitigation, consultation)
                SELECT \(id), i.n, i.conflict, i.impact, i.mitigation, i.consultation
                FROM unnest(\(texts(items.map(\.conflict))), \(texts(items.map(\.impact))),
                    \(texts(items.map(\.mitigation))), \(texts(items.map(\.consultation)))) WITH ORDINALITY
                    AS i (conflict, impact, mitigation, consultation, n)
                ON CONFLICT ON CONSTRAINT stakeholder_conflict_pkey DO UPDATE SET
                    (conflict, impact, mitigation, consultation) = (EXCLUDED.conflict, EXCLUDED.impact,
                        EXCLUDED.mitigation, EXCLUDED.consultation)
                WHERE s.* IS DISTINCT FROM EXCLUDED.*
                """))
    }

    private static func write(_ session: Session, _ id: CaseFileID, _ contact: Proposal.Contact) {
        guard !contact.isEmpty else { return }
        session.ask(
            .execute(
                """
                INSERT INTO case_contact AS k (case_file_id, name, phone, email, address, representative)
                VALUES (\(id), \(contact.name.map(normalised)), \(contact.phone.map(normalised)),
                    \(contact.email.map(normalised)), \(contact.address.map(normalised)),
                    \(contact.representative.map(normalised)))
                ON CONFLICT ON CONSTRAINT case_contact_pkey DO UPDATE SET
                    (name, phone, email, address, representative) = (EXCLUDED.name, EXCLUDED.phone, EXCLUDED.email,
                        EXCLUDED.address, EXCLUDED.representative)
                WHERE k.* IS DISTINCT FROM EXCLUDED.*
                """))
    }

    /// One column of parts, as an array the server unnests.
    private static func texts(_ values: [String?]) -> SQL { "\(values.map { $0.map(normalised) })::text[]" }
}
