public import Postgres
public import SandboxDomain

/// The desk enters what was promised at a summit.
public struct Commit: Operation {
    let summit: Int
    let promise: SummitPromise

    /// Something promised at the summit of that number.
    public init(_ summit: Int, _ promise: SummitPromise) { (self.summit, self.promise) = (summit, promise) }

    public func perform(_ session: Session) throws -> CommitmentReference {
        _ = try Principal.current(session).required([.desk])
        let summit = try SummitStore.get(session, summit)
        var promise = promise
        (promise.owner, promise.text) = (normalised(promise.owner), normalised(promise.text))
        promise.source = promise.source.map(normalised)
        let number = try SummitStore.insertCommitment(
            session, summit, topic: try SummitStore.topic(session, summit, promise.topic), promise)
        return CommitmentReference(summit: summit.number, number: number)
    }
}
