import Postgres
package import SandboxDomain

/// Whom a test needs. Made by the schema's own function, as an operator makes them.
extension TestDatabase {
    /// Makes an organisation, or finds it.
    /// - Parameter kind: `company`, `ministry`, `authority` or `other`.
    package func organisation(_ name: String, kind: String) async throws -> Int64 {
        try await administrator.write { session in
            let known: Int64? = try session.first(
                "SELECT organisation_id FROM sandbox.organisation WHERE name = \(name)"
            )
            if let known { return known }
            return try session.one(
                """
                INSERT INTO sandbox.organisation (kind, name) VALUES (\(kind), \(name)) RETURNING organisation_id
                """
            )
        }
    }

    /// Makes a person of this group role.
    /// - Parameters:
    ///   - organisation: the name of the organisation it belongs to; made if there is none of that name. Companies,
    ///     ministries and desks need one.
    ///   - name: what the role's name begins with; by default the group's.
    /// - Returns: the name to log in with.
    package func person(
        _ group: GroupRole, of organisation: String? = nil, named name: String? = nil
    ) async throws -> String {
        let kind =
            switch group {
            case .company: "company"
            case .ministry: "ministry"
            case .desk: "authority"
            default: "other"
            }
        var organisationID: Int64?
        if let organisation { organisationID = try await self.organisation(organisation, kind: kind) }
        let role = roleName(name ?? group.rawValue)
        let roleOfGroup = group.databaseRole
        try await administrator.write { [organisationID] session in
            try session.execute(
                "SELECT sandbox.create_person(\(role), \(roleOfGroup), \(organisationID)::bigint, \(role))"
            )
        }
        return role
    }
}
