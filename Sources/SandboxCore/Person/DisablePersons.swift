public import Postgres
public import SandboxDomain

/// An operator disables persons: they cannot log in, have no right any more, and their open sessions are ended.
/// Either all of them are disabled, or none. What is still assigned to them stays so until it is handed over (``HandOverWork``):
/// shutting a login waits for nothing.
public struct DisablePersons: Operation {
    let names: [RoleName]

    /// - Parameter names: enabled persons.
    public init(_ names: [RoleName]) { self.names = names }

    public func perform(_ session: Session) throws -> [DisabledPerson] {
        try PersonStore.mayManage(session)
        let me = try Principal.current(session).roleName
        let logins = names.map(\.text)
        let staying = try session.all(
            "SELECT group_role FROM person WHERE disabled_at IS NULL AND role_name <> ALL (\(logins)::name[])",
            as: String.self)
        let isOwner: Bool = try session.one("SELECT acting_as_owner()")
        for person in try PersonStore.existing(session, logins) {
            let others = staying.count { $0 == person.role.databaseRole }
            try PersonRule.mayDisable(
                person.roleName, person.role, by: me, isDisabled: person.isDisabled, others: isOwner ? 1 : others)
        }
        try session.execute("SELECT disable_person(n.login) FROM unnest(\(logins)::text[]) AS n (login)")
        let open = try session.all(
            "SELECT count_open_work(n.login::name) FROM unnest(\(logins)::text[]) WITH ORDINALITY AS n (login, no) ORDER BY n.no",
            as: Int.self)
        return zip(try PersonStore.existing(session, logins), open).map(DisabledPerson.init)
    }
}

/// Somebody who was disabled.
public struct DisabledPerson: Sendable {
    /// Who.
    public let person: Person
    /// How many cases that are not over are still assigned to the person.
    public let openCases: Int
}
