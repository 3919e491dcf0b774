public import Postgres
public import SandboxDomain

/// An operator changes how a person is called. Whoever moves to another organisation or role gets another login, so that their acts
/// stay told apart.
public struct EditPerson: Operation {
    let name: RoleName
    let displayName: String

    /// - Parameter displayName: how the person is called from now on.
    public init(_ name: RoleName, displayName: String) { (self.name, self.displayName) = (name, displayName) }

    public func perform(_ session: Session) throws -> [Person] {
        try PersonStore.mayManage(session)
        _ = try PersonStore.existing(session, [name.text])
        try session.execute("SELECT rename_person(\(name.text), \(normalised(displayName)))")
        return try PersonStore.existing(session, [name.text])
    }
}
