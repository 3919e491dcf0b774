public import Postgres
public import SandboxDomain

/// An operator lets persons who were disabled log in again (복직·재사용), for the organisation they acted for. Either all of them, or
/// none.
public struct EnablePersons: Operation {
    let names: [RoleName]

    /// - Parameter names: disabled persons.
    public init(_ names: [RoleName]) { self.names = names }

    public func perform(_ session: Session) throws -> [Person] {
        try PersonStore.mayManage(session)
        let logins = names.map(\.text)
        let there = try PersonStore.existing(session, logins)
        for person in there {
            let organisation = try person.organisation.map { try OrganisationStore.get(session, $0) }
            try PersonRule.mayEnable(
                person.roleName, isDisabled: person.isDisabled, of: organisation.map { ($0.name, $0.isClosed) })
        }
        try session.execute("SELECT enable_person(n.login) FROM unnest(\(logins)::text[]) AS n (login)")
        return try PersonStore.existing(session, logins)
    }
}
