public import Postgres
public import SandboxDomain

/// An operator makes a person: a PostgreSQL login, without a password, in one group role and for one organisation.
///
/// The administrator who owns the database may do it too: somebody has to make the first operator.
public struct AddPerson: Operation {
    let name: RoleName
    let role: GroupRole
    let organisation: String?
    let displayName: String?

    /// - Parameters:
    ///   - organisation: required for companies, ministries and the desk.
    ///   - displayName: how the person is called; the login if nil.
    public init(_ name: RoleName, role: GroupRole, organisation: String? = nil, displayName: String? = nil) {
        (self.name, self.role, self.organisation, self.displayName) = (name, role, organisation, displayName)
    }

    public func perform(_ session: Session) throws -> Person {
        try PersonStore.mayManage(session)
        let body = try organisation.map { try OrganisationStore.get(session, $0) }
        try PersonRule.mayBelong(role, to: body.map { ($0.name, $0.kind, $0.isClosed) })
        let there = try PersonStore.list(session, "p.role_name = \(name.text)").first
        try PersonRule.mayAdd(name.text, isDisabled: there?.isDisabled)
        do {
            try session.execute(
                """
                SELECT create_person(\(name.text), \(role), \(body?.id)::bigint, \(normalised(displayName ?? name.text)))
                """)
        } catch let error as PostgresError where error.constraint == "person_role_guard" {
            throw Refusal.organisation(.personIsAdministrator(name.text))
        }
        return Person(
            roleName: name.text, role: role, organisation: body?.name,
            displayName: normalised(displayName ?? name.text),
            isDisabled: false)
    }
}
