public import Postgres
public import SandboxDomain

/// From which day on does the register know anything as it was, and which day is it?
public struct RegisterSpan: Query {
    let regime: RegimeCode?

    /// - Parameter regime: on whose calendar; nil for that of the regime that was entered first.
    public init(of regime: RegimeCode? = nil) { self.regime = regime }

    /// The first day and today; nil while there is no regime.
    public struct Days: Sendable, Hashable {
        /// The day on which the register was made.
        public let began: CivilDate
        /// Today.
        public let today: CivilDate
    }

    public func answer(_ session: Session) throws -> Days? {
        try session.first(
            """
            SELECT (min(v.applied_at) AT TIME ZONE z.zone)::date, (now() AT TIME ZONE z.zone)::date
            FROM regime_version AS v, (SELECT authority_zone(\(regime)) AS zone) AS z GROUP BY z.zone
            """
        ) { (began: CivilDate, today: CivilDate) in Days(began: began, today: today) }
    }
}
