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

    /// The state of every grant on a day: today’s are kept, those of another day are counted.
    static func all(on day: CivilDate?) -> SQL { day.map { "grant_state(\($0))" } ?? "grant_today" }

    /// The grant of a case.
    /// - Throws: `NotFound`, for a case that is hidden, and for one without a grant.
    static func get(_ session: Session, _ reference: CaseReference) throws -> Row {
        let subject = try CaseFileStore.get(session, reference)
        let found = try session.first(
            """
            SELECT g.exemption_grant_id, coalesce(g.granted_on, authority_date(g.regime, g.created_at)),
                (SELECT max(a.on_day) FROM grant_act AS a WHERE a.exemption_grant_id = g.exemption_grant_id
                    AND changes_grant(a.act)),
                authority_date(g.regime)
            FROM exemption_grant AS g WHERE g.case_file_id = \(subject.id)
            """
        ) { (id: GrantID, granted: CivilDate, moved: CivilDate?, today: CivilDate) in
            Row(id: id, subject: subject, grantedOn: granted, movedOn: moved, today: today)
        }
        guard let found else { throw NotFound(.grant, reference.description) }
        return found
    }

    /// What an act depends on, as it is on a day: the facts by which the server's guard judges too.
    static func facts(_ session: Session, _ grant: Row, of act: GrantAct, on day: CivilDate) throws -> GrantFacts {
        let row = try session.one(
            """
            SELECT (f.standing).state, (f.standing).end_on, (f.standing).finding, f.may_suspend, f.may_convert,
                f.is_extendable, f.has_exit_report, f.window_ends_on, f.longest_end_on, f.insured_until, f.is_insured,
                f.unmet_conditions, f.done, f.heard_grounds, f.known_grounds, f.given_grounds, f.open_parts, f.owes_plan,
                f.has_found
            FROM grant_facts(\(grant.id), \(act), \(day)) AS f
            """, FactsRow.init)
        var facts = GrantFacts(
            state: row.state, track: grant.subject.track, grantedOn: grant.grantedOn, movedOn: grant.movedOn,
            today: grant.today, endOn: row.endOn)
        facts.insuredUntil = row.insuredUntil
        (facts.maySuspend, facts.mayConvert, facts.finding) = (row.maySuspend, row.mayConvert, row.finding)
        (facts.isExtendable, facts.hasExitReport) = (row.isExtendable, row.hasExitReport)
        (facts.windowEndsOn, facts.longestEndOn) = (row.windowEndsOn, row.longestEndOn)
        (facts.isInsured, facts.unmetConditions) = (row.isInsured, row.unmet.map(Int.init))
        facts.done = Set(row.done.compactMap(GrantAct.init(rawValue:)))
        (facts.heardGrounds, facts.knownGrounds, facts.givenGrounds) = (Set(row.heard), row.known, row.given)
        (facts.openParts, facts.owesPlan, facts.hasFound) = (row.openParts.map(Int.init), row.owesPlan, row.hasFound)
        return facts
    }

    private struct FactsRow {
        let state: GrantState
        let endOn: CivilDate?
        let finding: RevisionFinding?
        let maySuspend: Bool
        let mayConvert: Bool
        let isExtendable: Bool
        let hasExitReport: Bool
        let windowEndsOn: CivilDate?
        let longestEndOn: CivilDate?
        let insuredUntil: CivilDate
        let isInsured: Bool
        let unmet: [Int64]
        let done: [String]
        let heard: [String]
        let known: [String]
        let given: [String]
        let openParts: [Int64]
        let owesPlan: Bool
        let hasFound: Bool
    }

    /// The code of the ground that is meant; what is none is left as it is, for the rule to refuse.
    static func ground(_ said: String, _ session: Session, _ grant: Row) throws -> String {
        let known = try session.all(
            """
            SELECT ground, name_ko, name_en FROM revocation_ground
            WHERE regime = \(grant.subject.regime) AND track = \(grant.subject.track) ORDER BY position
            """, NamedCode.init)
        return known.code(said: said) ?? said
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
        ) { (cover: String, korean: String, english: String, amount: Int64, minimum: Int64, basis: String) in
            CoverGap(cover, korean: korean, english: english, amount: amount, minimum: minimum, basis: basis)
        }
    }
}
