public import Postgres
public import SandboxDomain

/// In which time zone do days begin and end?
public struct AuthorityTimeZone: Query {
    let regime: RegimeCode?

    /// - Parameter regime: whose authority; nil for the zone that all regimes have in common.
    public init(of regime: RegimeCode? = nil) { self.regime = regime }

    /// Returns e.g. `Asia/Seoul`; nil if no regime is named and the zones differ.
    public func answer(_ session: Session) throws -> String? {
        if regime == nil {
            let zones = try session.all("SELECT DISTINCT time_zone FROM regime", as: String.self)
            if zones.count != 1 { return nil }
        }
        return try RegimeStore.timeZone(session, regime)
    }
}
