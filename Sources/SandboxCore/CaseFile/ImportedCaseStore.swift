internal import Postgres
internal import SandboxDomain

enum ImportedCaseStore {
    /// What the tracks of a regime know, in their order.
    static func rules(_ session: Session, _ regime: RegimeCode) throws -> [(track: TrackCode, rule: TrackRule)] {
        let rules = try session.all(
            """
            SELECT t.track, t.since, array_agg(o.outcome::text ORDER BY o.outcome)
            FROM track AS t JOIN track_outcome AS o USING (regime, track)
            WHERE regime = \(regime) GROUP BY t.track, t.since, t.position ORDER BY t.position
            """
        ) { (track: TrackCode, since: CivilDate, outcomes: [DecisionOutcome]) in
            (track: track, rule: TrackRule(since: since, outcomes: outcomes))
        }
        guard !rules.isEmpty else { throw NotFound(.regime, regime.code) }
        return rules
    }

    /// A case imported before, and whether the file says the same of it.
    struct Known {
        let reference: CaseReference
        let isSame: Bool
    }

    /// Those of the cases that were imported before, by their place in the list.
    static func known(
        _ session: Session, _ cases: ArraySlice<HistoricCase>, _ regime: RegimeCode
    ) throws -> [Int: Known] {
        let known = try session.all(
            """
            SELECT p.place - 1, c.case_file_id, c.reference, i.original = to_jsonb(p.past)
            FROM (\(rows(of: cases))) AS p
            JOIN imported_case AS i ON i.fingerprint = case_fingerprint(
                \(regime), (p.past).track, (p.past).company, (p.past).service_name, (p.past).decided_on, (p.past).outcome)
            JOIN case_file AS c USING (case_file_id)
            """
        ) { (place: Int, id: CaseFileID, number: String?, isSame: Bool) in
            (place, Known(reference: CaseReference(number: number, id), isSame: isSame))
        }
        return Dictionary(uniqueKeysWithValues: known)
    }

    /// Enters cases that are not there yet, and answers their references in the same order.
    static func insert(
        _ session: Session, _ cases: ArraySlice<HistoricCase>, _ regime: RegimeCode
    ) throws -> [CaseReference] {
        try session.all(
            """
            SELECT i.reference
            FROM import_cases(\(regime), (SELECT array_agg(p.past ORDER BY p.place) FROM (\(rows(of: cases))) AS p))
                WITH ORDINALITY AS i (reference, place)
            ORDER BY i.place
            """, as: String.self
        ).map { try CaseReference($0) }
    }

    /// The cases as rows `(place, past)`. A list within a row travels as the text of an array, for PostgreSQL's arrays of
    /// arrays must be rectangular.
    private static func rows(of cases: ArraySlice<HistoricCase>) -> SQL {
        """
        SELECT p.place, ROW(p.company, p.service_name, p.track, p.outcome, p.decided_on, p.meeting_label, p.filed_on,
            p.ministries::text[], p.laws::text[], p.obstacles::text[], p.conditions::text[], p.note,
            p.inferred_fields::text[], p.source)::past_case AS past
        FROM unnest(
            \(cases.map(\.company.text))::text[], \(cases.map(\.service))::text[], \(cases.map(\.track.code))::text[],
            \(cases.map(\.outcome.rawValue))::text[], \(cases.map(\.decidedOn.description))::date[],
            \(cases.map(\.meeting))::text[], \(cases.map { $0.filedOn?.text })::text[],
            \(cases.map(\.ministries))::text[], \(cases.map { $0.provisions.map(\.law) })::text[],
            \(cases.map { $0.provisions.map(\.obstacle) })::text[], \(cases.map(\.conditions))::text[],
            \(cases.map(\.note))::text[], \(cases.map(\.inferredFields))::text[], \(cases.map(\.source))::text[]
        ) WITH ORDINALITY AS p (company, service_name, track, outcome, decided_on, meeting_label, filed_on, ministries,
            laws, obstacles, conditions, note, inferred_fields, source, place)
        """
    }
}
