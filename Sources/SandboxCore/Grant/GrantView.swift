public import Postgres
public import SandboxDomain

/// One grant in full: its legal state on a day and why, what must happen by when, and its journal.
public struct GrantView: Query {
    /// The day; nil for today.
    public var asOf: CivilDate?
    let reference: CaseReference

    /// - Parameter reference: the case whose grant it is.
    public init(_ reference: CaseReference) { self.reference = reference }

    /// - Throws: `NotFound`, also for a day before the grant.
    public func answer(_ session: Session) throws -> GrantDetail {
        let grant = try GrantStore.get(session, reference)
        let state = try session.first(
            """
            SELECT s.today, s.state, s.reason, s.basis, s.since_on, s.granted_on, s.commenced_on, s.end_on, s.last_on,
                s.is_extended, s.requested_on, s.finding, s.level, s.revised_on
            FROM \(GrantStore.all(on: asOf)) AS s WHERE s.exemption_grant_id = \(grant.id)
            """, GrantDetail.Legal.init)
        guard let state else { throw NotFound(.grant, reference.description) }
        let head = try session.one(
            """
            SELECT c.case_file_id, c.reference, g.certificate, g.track, o.name, c.service_name,
                (SELECT array_agg(DISTINCT n.reference) FROM grant_act AS a JOIN case_file AS n ON n.case_file_id = a.successor_case_id
                    WHERE a.exemption_grant_id = g.exemption_grant_id),
                (SELECT array_agg(DISTINCT p.reference) FROM grant_act AS a JOIN case_file AS p ON p.case_file_id = a.case_file_id
                    WHERE a.successor_case_id = g.case_file_id)
            FROM exemption_grant AS g JOIN case_file AS c USING (case_file_id)
            JOIN organisation AS o ON o.organisation_id = c.company_id
            WHERE g.exemption_grant_id = \(grant.id)
            """, GrantDetail.Head.init)
        let past = try session.first(
            """
            SELECT designation_no, valid_from, valid_until, state FROM imported_case WHERE case_file_id = \(grant.subject.id)
            """
        ) { PastGrant(number: $0, validFrom: $1, validUntil: $2, state: $3) }
        return GrantDetail(
            head: head, legal: state, past: past, dues: try dues(session, grant, state),
            acts: try acts(session, grant, state.today))
    }

    /// What must happen by when: the deadlines that run, the orders to be followed and the end of the insurance.
    private func dues(
        _ session: Session, _ grant: GrantStore.Row, _ legal: GrantDetail.Legal
    ) throws -> [GrantDetail.Due] {
        let (day, isInForce) = (legal.today, legal.state.isInForce)
        return try session.all(
            """
            SELECT r.rule, r.name_ko, r.name_en, r.basis, r.owed_by, o.name, s.due_on, s.safe_on, s.state,
                r.missed_ko, r.missed_en, calendar_doubt(r.regime, s.certainty)
            FROM \(DeadlineStore.all(on: asOf)) AS s JOIN deadline_rule AS r USING (deadline_rule_id)
            LEFT JOIN organisation AS o ON o.organisation_id = s.organisation_id
            WHERE s.case_file_id = \(grant.subject.id) AND s.ended_on IS NULL AND s.subject <> 'consultation'
                AND (\(isInForce) OR NOT 'expired' = ANY (r.ends_on))
            UNION ALL
            SELECT 'correct', '시정명령 이행', 'follow the correction order', b.basis, 'applicant', NULL, a.until_on, NULL,
                CASE WHEN a.until_on < \(day) THEN 'overdue' ELSE 'running' END, NULL, NULL, NULL
            FROM grant_act AS a JOIN exemption_grant AS g USING (exemption_grant_id)
            LEFT JOIN grant_basis AS b ON b.regime = g.regime AND b.track = g.track AND b.topic = 'correct'
            WHERE g.exemption_grant_id = \(grant.id) AND a.act = 'correct' AND a.on_day <= \(day)
                AND (\(isInForce) OR a.until_on <= \(legal.lastOn)::date) AND NOT EXISTS (SELECT FROM grant_act AS k
                    WHERE k.exemption_grant_id = a.exemption_grant_id AND k.act = 'confirm' AND k.about_no = a.act_no
                        AND k.on_day <= \(day))
            UNION ALL
            SELECT 'insure', '책임보험 갱신', 'renew the insurance', max(b.basis), 'applicant', NULL, max(i.covers_to), NULL,
                CASE WHEN max(i.covers_to) < \(day) THEN 'overdue' ELSE 'running' END, NULL, NULL, NULL
            FROM grant_act AS a JOIN insurance AS i USING (grant_act_id) JOIN exemption_grant AS g USING (exemption_grant_id)
            LEFT JOIN grant_basis AS b ON b.regime = g.regime AND b.track = g.track AND b.topic = 'insure'
            WHERE \(isInForce) AND g.exemption_grant_id = \(grant.id) AND a.on_day <= \(day) AND i.kind = 'insurance'
            HAVING count(*) > 0
            UNION ALL
            SELECT 'condition-' || d.condition_no, k.text, k.text, k.basis, 'applicant', NULL, d.due_on, NULL,
                CASE WHEN d.is_overdue THEN 'overdue' ELSE 'running' END, NULL, NULL, day_doubt(f.regime, d.due_on)
            FROM condition_due AS d JOIN condition_state AS k USING (decision_id, condition_no)
            JOIN case_file AS f ON f.case_file_id = d.case_file_id
            WHERE \(asOf == nil) AND d.case_file_id = \(grant.subject.id) AND d.is_owed AND d.due_on IS NOT NULL
            ORDER BY 7, 1
            """, GrantDetail.Due.init)
    }

    private func acts(_ session: Session, _ grant: GrantStore.Row, _ day: CivilDate) throws -> [GrantDetail.Entry] {
        try session.all(
            """
            SELECT a.act_no, a.on_day, a.act, o.name, coalesce(p.change, p.why_not, a.text), coalesce(p.provision, i.insurer, a.label),
                a.about_no, a.reason, a.ground, coalesce(p.by_on, i.covers_to, a.until_on), a.months, a.finding,
                a.step, a.level, a.amount, t.kind, t.progress, t.users, b.basis
            FROM grant_act AS a JOIN exemption_grant AS g USING (exemption_grant_id)
            LEFT JOIN organisation AS o ON o.organisation_id = a.organisation_id
            LEFT JOIN grant_basis AS b ON b.regime = g.regime AND b.track = g.track AND b.topic = a.act
            LEFT JOIN revision_plan AS p USING (grant_act_id)
            LEFT JOIN insurance AS i USING (grant_act_id)
            LEFT JOIN trial_report AS t USING (grant_act_id)
            WHERE a.exemption_grant_id = \(grant.id) AND a.on_day <= \(day) ORDER BY a.act_no
            """, GrantDetail.Entry.init)
    }
}

/// One grant in full.
public struct GrantDetail: Sendable {
    /// What it is.
    public let head: Head
    /// In which state it is, and why.
    public let legal: Legal
    /// Of a grant of the past: what its source says of it.
    public let past: PastGrant?
    /// What must happen by when, the soonest first.
    public let dues: [Due]
    /// The journal.
    public let acts: [Entry]

    /// What was granted to whom.
    public struct Head: Sendable {
        let id: CaseFileID
        let number: String?
        /// The number of the certificate; nil for a grant of the past, from a file.
        public let certificate: String?
        /// The track.
        public let track: TrackCode
        /// The holder.
        public let company: String
        /// The service.
        public let service: String
        /// The cases that are to take its place.
        public let successors: [String]?
        /// The grants whose place it took.
        public let predecessors: [String]?

        /// The case.
        public var reference: CaseReference { CaseReference(number: number, id) }
    }

    /// The legal state on a day.
    public struct Legal: Sendable {
        /// The day.
        public let today: CivilDate
        /// The state.
        public let state: GrantState
        /// Why it is in it.
        public let reason: GrantReason
        /// The article.
        public let basis: String?
        /// Since when; nil where that is not known of a grant of the past.
        public let since: CivilDate?
        /// The day of the grant; nil where the source of a grant of the past does not say it.
        public let grantedOn: CivilDate?
        /// The day business commenced.
        public let commencedOn: CivilDate?
        /// The last day of the validity as it was granted; nil: it begins with the business.
        public let endOn: CivilDate?
        /// The last day in force, as far as it is known.
        public let lastOn: CivilDate?
        /// The day a grant that is over ended, by an act or by the end of its validity.
        public var endedOn: CivilDate? { state.isInForce || state == .unrecorded ? nil : lastOn }
        /// Whether the validity was extended.
        public let isExtended: Bool
        /// The day a law revision was asked for.
        public let requestedOn: CivilDate?
        /// What was found.
        public let finding: RevisionFinding?
        /// The level of the law that must change.
        public let level: LawLevel?
        /// The day the revision was completed.
        public let revisedOn: CivilDate?
    }

    /// Something that must happen by a day.
    public struct Due: Sendable {
        /// The rule, e.g. `k13-demonstration`.
        public let rule: String
        /// What must happen, in Korean.
        public let korean: String
        /// What must happen, in English.
        public let english: String
        /// The article.
        public let basis: String?
        /// Who owes it: `applicant`, `ministry` or `desk`.
        public let owedBy: DeadlineDebtor
        /// The organisation that does.
        public let organisation: String?
        /// By when.
        public let dueOn: CivilDate?
        /// The open day before, for a period that is counted backward.
        public let safeOn: CivilDate?
        /// `running`, `overdue`, `lost` …
        public let state: String
        /// What follows when it is missed, in Korean.
        public let missedKorean: String?
        /// What follows when it is missed, in English.
        public let missedEnglish: String?
        /// That it is counted on days nobody has announced; nil where everything is known.
        public let doubt: CalendarDoubt?
    }

    /// An act of the journal.
    public struct Entry: Sendable {
        /// Its number.
        public let number: Int
        /// The day it took effect.
        public let day: CivilDate
        /// What was done.
        public let act: GrantAct
        /// Who did it; nil for what the register entered.
        public let organisation: String?
        /// In words.
        public let text: String?
        /// The name that goes with it.
        public let label: String?
        /// The act it is about.
        public let part: Int?
        /// Why an earlier insurance or report is replaced by it.
        public let reason: String?
        /// The ground.
        public let ground: String?
        /// The last day of what it orders, gives or covers.
        public let until: CivilDate?
        /// How many months it gives.
        public let months: Int?
        /// What was found.
        public let finding: RevisionFinding?
        /// How far the revision is.
        public let step: RevisionStep?
        /// The level of the law that must change.
        public let level: LawLevel?
        /// What was claimed or paid.
        public let amount: Int64?
        /// Periodic or result.
        public let kind: TrialReportKind?
        /// How much of the plan was done, in percent.
        public let progress: Int?
        /// How many people used it.
        public let users: Int?
        /// The article.
        public let basis: String?
    }
}
