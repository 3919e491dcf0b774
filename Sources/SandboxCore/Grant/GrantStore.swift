internal import Postgres
internal import SandboxDomain

/// Reads what an act upon a grant needs to know.
enum GrantStore {
    /// A grant, and the case whose grant it is.
    struct Row {
        let id: GrantID
        let subject: CaseFileFacts
        let grantedOn: CivilDate
        let movedOn: CivilDate?
        let today: CivilDate
    }

    /// The grant of a case.
    /// - Throws: `NotFound`, for a case that is hidden, and for one without a grant.
    static func get(_ session: Session, _ reference: CaseReference) throws -> Row {
        let subject = try CaseFileStore.get(session, reference)
        let found = try session.first(
            """
            SELECT g.exemption_grant_id, g.granted_on,
                (SELECT max(a.on_day) FROM grant_act AS a WHERE a.exemption_grant_id = g.exemption_grant_id
                    AND a.act = ANY (\(GrantAct.allCases.filter(\.moves).map(\.rawValue))::text[])),
                authority_date(g.regime)
            FROM exemption_grant AS g WHERE g.case_file_id = \(subject.id)
            """
        ) { (id: GrantID, granted: CivilDate, moved: CivilDate?, today: CivilDate) in
            Row(id: id, subject: subject, grantedOn: granted, movedOn: moved, today: today)
        }
        guard let found else { throw NotFound(.grant, reference.description) }
        return found
    }

    /// What every act depends on, as it stands on a day.
    static func facts(_ session: Session, _ grant: Row, on day: CivilDate) throws -> GrantFacts {
        let row = try session.one(
            """
            SELECT s.state, s.end_on, e.insured_until, t.may_suspend, t.converts_to IS NOT NULL,
                coalesce((SELECT r.extensions > 0 FROM case_file AS c
                    JOIN clock_rule AS r ON r.regime = c.regime AND r.version = c.regime_version AND r.rule = t.validity_rule
                    WHERE c.case_file_id = g.case_file_id), false),
                EXISTS (SELECT FROM case_file AS c JOIN clock_rule AS r ON r.regime = c.regime AND r.version = c.regime_version
                    WHERE c.case_file_id = g.case_file_id AND 'exit-reported' = ANY (r.ends_on)
                        AND (r.tracks = '{}' OR c.track = ANY (r.tracks))), s.finding, s.revised_on IS NOT NULL,
                is_insured(s.exemption_grant_id, \(day), e.insured_until),
                ARRAY(SELECT unmet_conditions(s.exemption_grant_id, 'before', \(day)))::bigint[],
                ARRAY(SELECT DISTINCT a.act::text FROM grant_act AS a WHERE a.exemption_grant_id = s.exemption_grant_id),
                ARRAY(SELECT a.ground::text FROM grant_act AS a
                    WHERE a.exemption_grant_id = s.exemption_grant_id AND a.act = 'hear' AND a.on_day <= \(day)),
                ARRAY(SELECT r.ground::text FROM revocation_ground AS r
                    WHERE r.regime = g.regime AND r.track = g.track ORDER BY r.position),
                ARRAY(SELECT r.ground::text FROM revocation_ground AS r
                    WHERE r.regime = g.regime AND r.track = g.track AND CASE r.needs
                        WHEN 'law-revised' THEN s.revised_on IS NOT NULL
                        WHEN 'commencement-overdue' THEN EXISTS (
                            SELECT FROM clock_state(\(day)) AS k JOIN clock_rule AS c USING (clock_rule_id)
                            WHERE k.case_file_id = g.case_file_id AND 'commenced' = ANY (c.ends_on) AND k.state = 'overdue')
                        ELSE true END)
            FROM grant_of(\(grant.id), \(day)) AS s
            JOIN exemption_grant AS g USING (exemption_grant_id) JOIN grant_track AS t USING (regime, track)
            CROSS JOIN LATERAL (
                SELECT coalesce(s.end_on, validity_end(s.exemption_grant_id, \(day)), s.granted_on) AS insured_until) AS e
            """, State.init)
        var facts = GrantFacts(
            state: row.state, track: grant.subject.track, grantedOn: grant.grantedOn, movedOn: grant.movedOn,
            today: grant.today, endOn: row.endOn)
        facts.insuredUntil = row.insuredUntil
        (facts.maySuspend, facts.mayConvert, facts.finding) = (row.maySuspend, row.mayConvert, row.finding)
        (facts.isExtendable, facts.hasExitReport) = (row.isExtendable, row.hasExitReport)
        (facts.isInsured, facts.unmetConditions) = (row.isInsured, row.unmet.map(Int.init))
        facts.done = Set(row.done.compactMap(GrantAct.init(rawValue:)))
        (facts.heardGrounds, facts.knownGrounds, facts.givenGrounds) = (Set(row.heard), row.known, row.given)
        return facts
    }

    private struct State {
        let state: GrantState
        let endOn: CivilDate?
        let insuredUntil: CivilDate
        let maySuspend: Bool
        let mayConvert: Bool
        let isExtendable: Bool
        let hasExitReport: Bool
        let finding: RevisionFinding?
        let isRevised: Bool
        let isInsured: Bool
        let unmet: [Int64]
        let done: [String]
        let heard: [String]
        let known: [String]
        let given: [String]
    }

    /// The last day on which an act may be done; nil where no period is set for it.
    static func window(_ session: Session, _ grant: Row, of act: GrantAct, on day: CivilDate) throws -> CivilDate? {
        let column: SQL
        switch act {
        case .askExtension: column = "t.extension_rule"
        case .requestRevision: column = "t.revision_rule"
        case .applyPermit: column = "t.permit_rule"
        default: return nil
        }
        return try session.one(
            """
            SELECT max(k.due_on) FROM exemption_grant AS g JOIN grant_track AS t USING (regime, track)
            LEFT JOIN clock_state(\(day)) AS k ON k.case_file_id = \(grant.subject.id) AND k.rule = \(column)
            WHERE g.exemption_grant_id = \(grant.id)
            """, as: CivilDate?.self)
    }

    /// The last day an extension of so many months gives, and the last day the law allows.
    static func extended(
        _ session: Session, _ grant: Row, from end: CivilDate, months: Int?
    ) throws -> (end: CivilDate?, longest: CivilDate?) {
        try session.one(
            """
            SELECT period_end(\(end)::date + 1, \(months)::int, 'month'),
                period_end(\(end)::date + 1, r.extension_length, r.extension_unit)
            FROM exemption_grant AS g JOIN grant_track AS t USING (regime, track)
            JOIN clock AS c ON c.case_file_id = g.case_file_id AND c.subject_id = g.decision_id
            JOIN clock_rule AS r ON r.clock_rule_id = c.clock_rule_id AND r.rule = t.validity_rule
            WHERE g.exemption_grant_id = \(grant.id)
            """
        ) { (end: CivilDate?, longest: CivilDate?) in (end: end, longest: longest) }
    }

    /// The covers of an insurance that are too small.
    static func coverGaps(_ session: Session, _ grant: Row, part: Int) throws -> [CoverGap] {
        try session.all(
            """
            SELECT m.cover, m.name_ko, m.name_en, coalesce(c.amount, 0), m.amount, m.basis
            FROM grant_act AS a JOIN insurance AS i USING (grant_act_id)
            JOIN insurance_minimum AS m ON m.regime = \(grant.subject.regime)
            LEFT JOIN insurance_cover AS c ON c.grant_act_id = a.grant_act_id AND c.cover = m.cover
            WHERE a.exemption_grant_id = \(grant.id) AND a.act_no = \(Int64(part))
                AND m.cover IN (SELECT short_covers(a.grant_act_id))
            ORDER BY m.position
            """
        ) { (cover: String, korean: String, english: String, amount: Int64, least: Int64, basis: String) in
            CoverGap(cover, korean: korean, english: english, amount: amount, least: least, basis: basis)
        }
    }

    /// The insurances nobody has confirmed, or the claims nobody has settled.
    static func openParts(_ session: Session, _ grant: Row, of act: GrantAct) throws -> [Int] {
        let begun: GrantAct = act == .settle ? .claim : .insure
        return try session.all(
            """
            SELECT a.act_no FROM grant_act AS a
            WHERE a.exemption_grant_id = \(grant.id) AND a.act = \(begun) AND NOT EXISTS (SELECT FROM grant_act AS k
                WHERE k.exemption_grant_id = a.exemption_grant_id AND k.act = \(act) AND k.about_no = a.act_no)
            ORDER BY a.act_no
            """, as: Int.self)
    }

    /// What the acting ministry owes on a grant.
    static func debts(_ session: Session, _ grant: Row) throws -> (owesPlan: Bool, hasFound: Bool) {
        try session.one(
            """
            SELECT EXISTS (SELECT FROM clock AS c JOIN clock_rule AS r USING (clock_rule_id)
                    WHERE c.case_file_id = \(grant.subject.id) AND c.ended_on IS NULL
                        AND 'revision-planned' = ANY (r.ends_on) AND c.organisation_id = acting_organisation_id()),
                EXISTS (SELECT FROM grant_act AS a WHERE a.exemption_grant_id = \(grant.id) AND a.act = 'find'
                    AND a.organisation_id = acting_organisation_id())
            """
        ) { (owesPlan: Bool, hasFound: Bool) in (owesPlan: owesPlan, hasFound: hasFound) }
    }
}
