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

    /// Copies the cases that `next` gives to the server, where they wait to be entered.
    static func stage(
        _ session: Session, _ regime: RegimeCode, _ next: () throws(BadInput) -> HistoricCase?
    ) throws {
        try session.execute("SELECT stage_cases(\(regime))")
        let copy: SQL = """
            COPY pg_temp.staged_case (line, company, service_name, track, outcome, decided_on, meeting_label, filed_on,
                ministries, laws, articles, obstacles, conditions, partners, designation_no, valid_from, valid_until, state, note,
                inferred_fields, source, reference) FROM STDIN
            """
        try session.copyIn(copy) { rows in
            while let found = try next() {
                try rows.row(
                    found.line, found.company.text, found.service, found.track.code, found.outcome?.rawValue,
                    found.decidedOn?.description, found.meeting, found.filedOn?.text, found.ministries,
                    found.provisions.map(\.law), found.provisions.map(\.article), found.provisions.map(\.obstacle),
                    found.conditions, found.partners, found.grant.number, found.grant.validFrom?.description,
                    found.grant.validUntil?.description, found.grant.state, found.note, found.inferredFields,
                    found.source,
                    found.reference)
            }
        }
    }

    /// Staged rows that tell of the same case as an earlier one, the first of them first.
    static func repeats(_ session: Session, atMost limit: Int) throws -> [HistoricCaseFile.Repeat] {
        try session.all("SELECT line, first_line FROM staged_repeats(\(limit)::integer)") { (line: Int, first: Int) in
            HistoricCaseFile.Repeat(line: line, firstLine: first)
        }
    }

    /// Enters the staged cases that are not known yet.
    static func enter(_ session: Session) throws -> ImportedCases {
        try session.one(
            """
            SELECT imported, first_reference, last_reference, known, differing, differing_lines, differing_references,
                companies, company_names, ministry_names, taken_names, taken_for, undecided
            FROM import_cases()
            """
        ) {
            (
                imported: Int, first: String?, last: String?, known: Int, differing: Int, lines: [Int],
                references: [String], companies: Int, companyNames: [String], ministryNames: [String],
                takenNames: [String], takenFor: [String], undecided: Int
            ) in
            ImportedCases(
                imported: imported, first: try first.map { try CaseReference($0) },
                last: try last.map { try CaseReference($0) }, known: known, differing: differing,
                differingRows: try zip(lines, references).map { .init(line: $0, reference: try CaseReference($1)) },
                companies: companies, companyNames: companyNames, ministryNames: ministryNames,
                taken: zip(takenNames, takenFor).map { .init(name: $0, registered: $1) }, undecided: undecided)
        }
    }
}
