internal import Postgres
internal import SandboxDomain

/// Reads what papers are made of.
enum PaperStore {
    /// What the office of a regime is called and where it is.
    static func office(_ session: Session, _ regime: RegimeCode) throws -> IssuingOffice? {
        try session.first(
            """
            SELECT division, postcode, address, homepage, phone, fax, email, approver
            FROM issuing_office WHERE regime = \(regime)
            """, IssuingOffice.init)
    }

    /// Somebody in charge; nil for one who has not said how to be reached.
    static func official(_ session: Session, _ login: String) throws -> PaperOfficial? {
        try session.first(
            """
            SELECT o.role_name::text, p.display_name, o.title, o.phone, o.fax, o.email
            FROM paper_official AS o JOIN person AS p USING (role_name) WHERE o.role_name = \(login)::name
            """, PaperOfficial.init)
    }

    /// A case with everything that papers tell of it.
    static func material(_ session: Session, _ reference: CaseReference) throws -> PaperMaterial.CaseMaterial {
        var view = try CaseView(reference).answer(session)
        // What was called off or taken back is in no official paper.
        view.consultations.removeAll { $0.recallReason != nil }
        view.supplements.removeAll { $0.ending == .recalled }
        let facts = try session.one(
            """
            SELECT t.name_ko, t.name_en, o.registration_no,
                (SELECT max(d.decision_no) FROM decision AS d WHERE d.case_file_id = c.case_file_id)
            FROM case_file AS c JOIN track AS t USING (regime, track)
            JOIN organisation AS o ON o.organisation_id = c.company_id WHERE c.case_file_id = \(view.head.id)
            """
        ) { (korean: String, english: String, number: String?, decision: Int?) in
            (korean: korean, english: english, number: number, decision: decision)
        }
        let longest = try session.all(
            """
            SELECT o.name, s.cap_on, day_doubt(c.regime, s.cap_on)
            FROM deadline_today AS s JOIN organisation AS o USING (organisation_id)
            JOIN case_file AS c ON c.case_file_id = s.case_file_id
            WHERE s.case_file_id = \(view.head.id) AND s.subject = 'consultation' AND s.cap_on IS NOT NULL
            ORDER BY s.deadline_id
            """
        ) { (name: String, day: CivilDate, doubt: CalendarDoubt?) in (name, (day: day, doubt: doubt)) }
        return .init(
            view: view, trackKorean: facts.korean, trackEnglish: facts.english, registrationNumber: facts.number,
            papers: try CasePapers(reference, onlyFiled: true).answer(session),
            conditions: try ConditionList(reference).answer(session),
            grant: try grant(session, reference, view.head.id),
            longest: Dictionary(longest) { $1 }, decisionNumber: facts.decision)
    }

    private static func grant(
        _ session: Session, _ reference: CaseReference, _ id: CaseFileID
    ) throws -> PaperMaterial.GrantMaterial? {
        let row = try session.first(
            """
            SELECT CASE WHEN d.validity_from IS NULL THEN g.granted_on ELSE s.commenced_on END, s.end_on,
                (SELECT min(k.promised_on) FROM deadline_today AS k
                    WHERE k.case_file_id = g.case_file_id AND k.rule = t.validity_rule),
                coalesce(d.validity_months, (SELECT r.length * CASE r.unit WHEN 'year' THEN 12 ELSE 1 END
                    FROM deadline_rule AS r WHERE r.regime = c.regime AND r.version = c.regime_version
                        AND r.rule = t.validity_rule), 24),
                split_part(g.certificate, '-', 2)::integer, split_part(g.certificate, '-', 3)::integer
            FROM exemption_grant AS g JOIN case_file AS c USING (case_file_id)
            JOIN grant_track AS t ON (t.regime, t.track) = (g.regime, g.track) JOIN decision AS d USING (decision_id)
            JOIN grant_today AS s ON s.exemption_grant_id = g.exemption_grant_id
            WHERE g.case_file_id = \(id) AND g.certificate IS NOT NULL
            """
        ) { (from: CivilDate?, until: CivilDate?, promised: CivilDate?, months: Int, year: Int, serial: Int) in
            (from: from, until: until, promised: promised, months: months, year: year, serial: serial)
        }
        guard let row else { return nil }
        return .init(
            view: try GrantView(reference).answer(session), validFrom: row.from, validUntil: row.until,
            promisedUntil: row.promised, months: row.months, year: row.year, serial: row.serial)
    }

    /// The items of a meeting with everything that papers tell of them.
    static func items(_ session: Session, _ meeting: MeetingDetail) throws -> [PaperMaterial.ItemMaterial] {
        let reference = meeting.summary.reference
        let tabled = Set(meeting.items.map(\.reference))
        return try meeting.items.map { item in
            let proposed = try session.all(
                """
                SELECT n.phase, n.text, o.name, n.basis, n.purpose, n.evidence, n.due, n.responsible
                FROM proposed_condition AS n JOIN agenda_item AS i USING (agenda_item_id)
                JOIN meeting AS s USING (meeting_id)
                LEFT JOIN organisation AS o ON o.organisation_id = n.asked_by_id
                WHERE s.committee = \(reference.committee) AND s.meeting_no = \(Int64(reference.number))
                    AND i.item_no = \(Int64(item.number))
                ORDER BY n.condition_no
                """, ProposedCondition.init)
            var precedents = Precedents(item.reference)
            precedents.limit = 5 + tabled.count
            // What the same meeting decides, or a later one, came after the item was tabled. An unknown day is one of the past.
            let earlier = try precedents.answer(session).filter {
                !tabled.contains($0.reference) && $0.decidedOn.map { $0 <= meeting.summary.heldOn } ?? true
            }
            return .init(
                item: item, caseFile: try material(session, item.reference), proposed: proposed,
                precedents: Array(earlier.prefix(5)))
        }
    }
}
