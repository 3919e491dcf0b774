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

    static func current(_ session: Session) throws -> Principal {
        try session.one(
            """
            SELECT acting_role(), acting_group(), o.organisation_id, o.name
            FROM (SELECT acting_organisation_id() AS organisation_id) AS a LEFT JOIN organisation AS o USING (organisation_id)
            """, Principal.init)
    }

    /// The group role, if it is one of those that may.
    /// - Throws: `NotPermitted`.
    func required(_ needed: [GroupRole]) throws -> GroupRole {
        guard let role, needed.contains(role) else { throw NotPermitted(role: role, needed: needed) }
        return role
    }
}

extension GroupRole {
    /// The group role of the caller; nil for a login that is not an enabled person. Anyone may ask, even those who may
    /// not read organisations.
    static func acting(_ session: Session) throws -> GroupRole? {
        try session.one("SELECT acting_group()") { (role: GroupRole?) in role }
    }
}

/// Who am I?
public struct WhoAmI: Query {
    public init() {}

    public func answer(_ session: Session) throws -> Principal { try .current(session) }
}
