public import Postgres
public import SandboxDomain

/// Which day is it on the authority's calendar?
public struct Today: Query {
    /// The question takes nothing.
    public init() {}

    /// Answers the question.
    public func answer(_ session: Session) throws -> CivilDate {
        try session.one("SELECT authority_date(regime) FROM regime ORDER BY regime LIMIT 1", as: CivilDate.self)
    }
}
