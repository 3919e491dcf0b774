public import Postgres
public import SandboxDomain

/// The regimes there are, each with its newest version.
public struct RegimeList: RowQuery {
    /// All of them.
    public init() {}

    /// Hands on the rows, by code.
    public func forEach(_ session: Session, _ body: (RegimeSummary) throws -> Void) throws {
        try session.stream(
            """
            SELECT g.regime, g.name_ko, g.name_en, v.version,
                (SELECT max(f.version) FROM regime_version AS f
                    WHERE f.regime = g.regime AND f.valid_from <= authority_date(g.regime)),
                CASE WHEN isfinite(v.valid_from) THEN v.valid_from END,
                (SELECT count(*) FROM track AS t WHERE t.regime = g.regime AND t.closed_on IS NULL),
                (SELECT count(*) FROM deadline_rule AS r WHERE r.regime = g.regime AND r.version = v.version),
                g.calendar, g.time_zone, g.basis, authority_of(g.regime)
            FROM regime AS g
            JOIN LATERAL (SELECT n.version, n.valid_from FROM regime_version AS n WHERE n.regime = g.regime
                ORDER BY n.version DESC LIMIT 1) AS v ON true
            ORDER BY g.regime
            """, RegimeSummary.init, body)
    }
}

/// One line of a list of regimes.
public struct RegimeSummary: Sendable {
    /// Its code.
    public let code: RegimeCode
    /// What it is called.
    public let name: RegimeDocument.Name
    /// Its newest version.
    public let version: Int
    /// The version under which cases are filed today; nil if none is in force yet.
    public let inForce: Int?
    /// The day from which cases are filed under the newest; nil for always.
    public let validFrom: CivilDate?
    /// How many tracks are open.
    public let tracks: Int
    /// How many deadline rules the newest version has.
    public let rules: Int
    /// The calendar its periods are counted on.
    public let calendar: String
    /// The authority's time zone.
    public let timeZone: String
    /// The law.
    public let basis: String
    /// Whose it is; nil as long as there is no authority.
    public let authority: String?

    init(
        code: RegimeCode, korean: String, english: String, version: Int, inForce: Int?, validFrom: CivilDate?,
        tracks: Int, rules: Int, calendar: String, timeZone: String, basis: String, authority: String?
    ) {
        (self.code, name, self.version, self.inForce) = (code, .init(korean, english), version, inForce)
        (self.validFrom, self.tracks, self.rules) = (validFrom, tracks, rules)
        (self.calendar, self.timeZone, self.basis, self.authority) = (calendar, timeZone, basis, authority)
    }
}
