public import Postgres
public import SandboxDomain

/// An operator changes how a person is called, or which of the acts that bind the organisation the person may do. Whoever moves to
/// another organisation or role gets another login, so that their acts stay told apart.
public struct EditPerson: Operation {
    let name: RoleName
    let displayName: String?
    let rights: [PersonRight]?

    /// - Parameters:
    ///   - displayName: how the person is called from now on; nil: as before.
    ///   - rights: what the person may do from now on; nil: as before.
    public init(_ name: RoleName, displayName: String? = nil, rights: [PersonRight]? = nil) {
        (self.name, self.displayName, self.rights) = (name, displayName, rights)
    }

    public func perform(_ session: Session) throws -> [Person] {
        try PersonStore.mayManage(session)
        _ = try PersonStore.existing(session, [name.text])
        let kept = rights?.map(\.rawValue)
        try session.execute(
            "SELECT edit_person(\(name.text), \(displayName.map(normalised)), \(kept)::text[])")
        return try PersonStore.existing(session, [name.text])
    }
}
