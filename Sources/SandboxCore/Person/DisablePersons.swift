public import Postgres
public import SandboxDomain

/// An operator disables persons: they cannot log in, and an open session of theirs sees nothing and does nothing more.
/// Either all of them are disabled, or none.
public struct DisablePersons: Operation {
    let names: [RoleName]

    /// - Parameter names: enabled persons.
    public init(_ names: [RoleName]) { self.names = names }

    public func perform(_ session: Session) throws -> [Person] {
        try PersonStore.mayManage(session)
        let me = try Principal.current(session).roleName
        let logins = names.map(\.text)
        for person in try PersonStore.existing(session, logins) {
            try PersonRule.mayDisable(person.roleName, by: me, isDisabled: person.isDisabled)
        }
        try session.execute("SELECT disable_person(n.login) FROM unnest(\(logins)::text[]) AS n (login)")
        return try PersonStore.list(session, "p.role_name = ANY (\(logins)::name[])")
    }
}
