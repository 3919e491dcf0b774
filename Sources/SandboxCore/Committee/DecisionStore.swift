internal import Postgres
internal import SandboxDomain

enum DecisionStore {
    /// What the rule of decisions needs to know of a case.
    static func facts(_ session: Session, _ subject: CaseFileFacts) throws -> DecisionFacts {
        let known = try session.all(
            """
            SELECT outcome FROM track_outcome
            WHERE regime = \(subject.regime) AND track = \(subject.track) AND NOT import_only
            """, as: DecisionOutcome.self)
        let ministries = try session.all(
            """
            SELECT o.name, k.replied_at IS NOT NULL FROM consultation AS k
            JOIN organisation AS o ON o.organisation_id = k.ministry_id
            WHERE k.case_file_id = \(subject.id) ORDER BY k.consultation_id
            """
        ) { (name: String, hasReplied: Bool) in (name: name, hasReplied: hasReplied) }
        let days = try session.one(
            """
            SELECT authority_date(regime, coalesce(filed_at, now())), authority_date(regime) FROM case_file
            WHERE case_file_id = \(subject.id)
            """
        ) { (filed: CivilDate, today: CivilDate) in (filed: filed, today: today) }
        return DecisionFacts(
            stage: subject.stage, track: subject.track, knownOutcomes: DecisionOutcome.allCases.filter(known.contains),
            repliedMinistries: ministries.filter(\.hasReplied).map(\.name),
            openMinistries: ministries.filter { !$0.hasReplied }.map(\.name),
            contestedMinistries: try LapseStore.contested(session, subject.id),
            openSupplements: try SupplementStore.open(session, subject.id).map(\.number),
            filedOn: days.filed, today: days.today,
            body: try body(session, subject))
    }

    /// Whether the law allows a validity that a decision of that day gives; a track without grants has none.
    static func mayGive(
        _ session: Session, _ subject: CaseFileFacts, _ validity: ShorterValidity, from day: CivilDate
    ) throws {
        let days = try session.first(
            """
            SELECT coalesce(\(validity.until)::date, period_end(\(day)::date, \(validity.months)::int, 'month')),
                period_end(\(day)::date, r.length, r.unit)
            FROM case_file AS c JOIN grant_track AS t USING (regime, track)
            JOIN clock_rule AS r ON r.regime = c.regime AND r.version = c.regime_version AND r.rule = t.validity_rule
            WHERE c.case_file_id = \(subject.id)
            """
        ) { (end: CivilDate, longest: CivilDate) in (end: end, longest: longest) }
        if let days { try ShorterValidity.mayGive(until: days.end, from: day, longest: days.longest) }
    }

    /// Who decides a case; with the item of the agenda it stands on, which nobody else closes meanwhile.
    private static func body(_ session: Session, _ subject: CaseFileFacts) throws -> DecidingBody {
        let hasBody = try session.exists(
            "SELECT FROM track_body WHERE regime = \(subject.regime) AND track = \(subject.track)")
        return hasBody ? .committee(try AgendaStore.find(session, subject.id)?.facts) : .authority
    }
}
