public import Postgres
public import SandboxDomain

/// The tracks there are, in the order of the law.
public struct TrackList: Query {
    /// The question takes nothing.
    public init() {}

    /// Answers the question.
    public func answer(_ session: Session) throws -> [TrackCode] {
        try session.all("SELECT track FROM track ORDER BY regime, position", as: TrackCode.self)
    }
}
