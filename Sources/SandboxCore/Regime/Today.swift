public import Postgres
public import SandboxDomain

/// Which day is it on the authority's calendar?
public struct Today: Query {
    let regime: RegimeCode?

    /// - Parameter regime: whose authority; nil for the only regime there is.
    public init(of regime: RegimeCode? = nil) { self.regime = regime }

    public func answer(_ session: Session) throws -> CivilDate {
        try session.one("SELECT authority_date(\(try RegimeStore.get(session, regime)))")
    }
}
