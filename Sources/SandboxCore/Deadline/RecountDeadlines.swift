public import Postgres
internal import SandboxDomain

/// Counts anew every deadline, grant and open task of which something else is kept than its facts come to, as ``CheckDeadlines``
/// names them, and what is searched and counted of cases. What anybody did stays as it is.
public struct RecountDeadlines: Operation {
    /// Everything.
    public init() {}

    /// Performs the act; returns how many deadlines, grants, open tasks, searched cases and counts were kept otherwise.
    /// - Throws: `NotPermitted` for anybody but the desk.
    public func perform(_ session: Session) throws -> Int {
        _ = try Principal.current(session).required([.desk])
        try session.execute("SET LOCAL statement_timeout = 0")
        return try session.one("SELECT recount_kept()", as: Int.self)
    }
}
