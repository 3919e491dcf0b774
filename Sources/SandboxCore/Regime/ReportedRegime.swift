public import Postgres
public import SandboxDomain

/// Of which regime is a report? The figures of two laws are not added up, and a second regime changes no report of the first.
public struct ReportedRegime: Query {
    /// The regime that is named, if one is.
    public var asked: RegimeCode?
    /// One that has this track.
    public var track: TrackCode?
    /// The one of this roadmap.
    public var roadmap: RoadmapCode?
    /// The one of this case.
    public var caseFile: CaseReference?

    public init(
        _ asked: RegimeCode? = nil, track: TrackCode? = nil, roadmap: RoadmapCode? = nil, caseFile: CaseReference? = nil
    ) {
        (self.asked, self.track, self.roadmap, self.caseFile) = (asked, track, roadmap, caseFile)
    }

    /// The regime a report takes.
    public struct Taken: Sendable, Hashable {
        /// Its code.
        public let code: RegimeCode
        /// What it is called in Korean.
        public let korean: String
        /// The same in English.
        public let english: String
        /// The regimes it could have been as well, by code.
        public let others: [RegimeCode]
        /// Whether the register has no other.
        public let isOnly: Bool
    }

    /// The one named; else the one of what is named; else of those of the reader's authority, or of all if it has none, the
    /// one that was entered first. Nil while there is none.
    public func answer(_ session: Session) throws -> Taken? {
        if let asked { _ = try RegimeStore.get(session, asked) }
        if let roadmap { _ = try RoadmapStore.get(session, roadmap) }
        var conditions: [SQL] = [asked.map { "g.regime = \($0)" as SQL } ?? "true"]
        if asked == nil, let track {
            conditions.append("EXISTS (SELECT FROM track AS t WHERE t.regime = g.regime AND t.track = \(track.code))")
        }
        if asked == nil, let roadmap {
            conditions.append("g.regime = (SELECT r.regime FROM roadmap AS r WHERE r.roadmap = \(roadmap.text))")
        }
        if asked == nil, let caseFile {
            let subject = try CaseFileStore.get(session, caseFile)
            conditions.append(
                "g.regime = (SELECT c.regime FROM case_file AS c WHERE c.case_file_id = \(subject.id))")
        }
        let found = try session.all(
            """
            SELECT g.regime, g.name_ko, g.name_en, g.regime = ANY (o.own),
                (SELECT count(DISTINCT n.regime) < 2 FROM regime_version AS n)
            FROM regime AS g
            CROSS JOIN (SELECT own_regimes()) AS o (own)
            LEFT JOIN (SELECT v.regime, min(v.applied_at) AS entered_at FROM regime_version AS v GROUP BY v.regime) AS v
                ON v.regime = g.regime
            WHERE \(conditions.joined(by: " AND ")) ORDER BY v.entered_at, g.regime
            """
        ) { (code: RegimeCode, korean: String, english: String, isOwn: Bool, isOnly: Bool) in
            (code: code, korean: korean, english: english, isOwn: isOwn, isOnly: isOnly)
        }
        let own = found.filter { $0.isOwn }
        let candidates = own.isEmpty ? found : own
        guard let first = candidates.first else { return nil }
        return Taken(
            code: first.code, korean: first.korean, english: first.english,
            others: candidates.dropFirst().map { $0.code }.sorted { $0.code < $1.code }, isOnly: first.isOnly)
    }
}
