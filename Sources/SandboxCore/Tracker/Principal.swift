public import Postgres
public import SandboxDomain

/// The person acting: who PostgreSQL says is connected, and for whom they act.
public struct Principal: Sendable {
    /// The PostgreSQL role.
    public let roleName: String
    /// What the person may do; nil for a login that is not an enabled person.
    public let role: GroupRole?
    /// The organisation the person acts for.
    public let organisationID: OrganisationID?
    /// That organisation's name.
    public let organisation: String?
    /// Which of the acts that bind the organisation the person may do; none for whoever acts for no organisation's work.
    public let rights: [PersonRight]

    /// Anyone may ask, even those who may not read organisations.
    static func current(_ session: Session) throws -> Principal { try session.get(statement) }

    static var statement: Statement<Principal> {
        // Whoever may not enter the schema is refused, and not told that there is no such function.
        .one(
            """
            SELECT sandbox.acting_role(), sandbox.acting_group(), sandbox.acting_organisation_id(),
                sandbox.acting_organisation(), sandbox.acting_rights()
            """, Principal.init)
    }

    /// The group role, if it is one of those that may.
    /// - Throws: `NotPermitted`.
    func required(_ needed: [GroupRole]) throws -> GroupRole {
        guard let role, needed.contains(role) else { throw NotPermitted(role: role, needed: needed) }
        return role
    }
}

/// Who am I?
public struct WhoAmI: Query {
    public init() {}

    public func answer(_ session: Session) throws -> Principal { try .current(session) }
}
