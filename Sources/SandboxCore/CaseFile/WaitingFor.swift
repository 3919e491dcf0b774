public import Postgres
public import SandboxDomain

/// Who has to act on a case now, as far as the acting person may see it: of a grant who has to do something about it.
public struct WaitingFor: Query, NeedsCurrentLapses {
    let reference: CaseReference

    /// - Parameter reference: a visible case.
    public init(_ reference: CaseReference) { self.reference = reference }

    public func answer(_ session: Session) throws -> [CaseDetail.OpenTask] {
        try session.get(CaseDetail.OpenTask.of(CaseFileStore.get(session, reference).id))
    }
}
