public import Postgres
public import SandboxDomain

/// A person who acts in the sandbox.
public struct Person: Sendable, Hashable {
    /// The PostgreSQL login.
    public let roleName: String
    /// What the person does.
    public let role: GroupRole
    /// The organisation the person acts for.
    public let organisation: String?
    /// How the person is called.
    public let displayName: String
    /// Whether the person can no longer log in.
    public let isDisabled: Bool
    /// Which of the acts that bind the organisation the person may do.
    public let rights: [PersonRight]
    /// The last day of the absence that holds today; nil: the person is there.
    public let awayUntil: CivilDate?
    /// Who is the deputy meanwhile.
    public let deputy: String?

    init(
        roleName: String, role: GroupRole, organisation: String?, displayName: String, isDisabled: Bool,
        rights: [PersonRight] = PersonRight.allCases, awayUntil: CivilDate? = nil, deputy: String? = nil
    ) {
        (self.roleName, self.role, self.organisation) = (roleName, role, organisation)
        (self.displayName, self.isDisabled, self.rights) = (displayName, isDisabled, rights)
        (self.awayUntil, self.deputy) = (awayUntil, deputy)
    }
}

/// The persons the acting person may see: operators and auditors see all, everybody else their colleagues.
public struct PersonList: RowQuery {
    /// Only these roles; empty for all.
    public var roles: [GroupRole] = []
    /// Only those of this organisation.
    public var organisation: String?

    /// Everything visible.
    public init() {}

    public func forEach(_ session: Session, _ body: (Person) throws -> Void) throws {
        var conditions: [SQL] = ["true"]
        if !roles.isEmpty { conditions.append("p.group_role = ANY (\(roles.map(\.databaseRole))::text[])") }
        if let organisation {
            conditions.append("p.organisation_id = \(try OrganisationStore.get(session, organisation).id)")
        }
        try session.stream(PersonStore.query(conditions.joined(by: " AND ")), Person.init, body)
    }
}

enum PersonStore {
    static func query(_ condition: SQL) -> SQL {
        """
        SELECT p.role_name, p.group_role, o.name, p.display_name, p.disabled_at IS NOT NULL, p.rights, a.until_on, a.deputy
        FROM person AS p LEFT JOIN organisation AS o USING (organisation_id)
        LEFT JOIN absence AS a ON a.role_name = p.role_name AND a.withdrawn_at IS NULL
            AND (SELECT office_today()) BETWEEN a.from_on AND a.until_on
        WHERE \(condition) ORDER BY p.role_name
        """
    }

    static func list(_ session: Session, _ condition: SQL) throws -> [Person] {
        try session.all(query(condition), Person.init)
    }

    /// The persons of these logins, in this order.
    /// - Throws: `NotFound` for a login that nobody has, naming the one that was probably meant.
    static func existing(_ session: Session, _ logins: [String]) throws -> [Person] {
        let there = try list(session, "p.role_name = ANY (\(logins)::name[])")
        return try logins.map { login in
            guard let person = there.first(where: { $0.roleName == login }) else {
                let known = try session.all("SELECT role_name FROM person ORDER BY role_name", as: String.self)
                throw NotFound(.person, login, suggestion: closestWord(to: login, among: known))
            }
            return person
        }
    }

    /// - Throws: `NotPermitted` for anybody but an operator and the administrator who owns the database.
    static func mayManage(_ session: Session) throws {
        if try session.one("SELECT pg_has_role(acting_role(), 'sandbox_owner', 'MEMBER')", as: Bool.self) { return }
        _ = try Principal.current(session).required([.operator])
    }
}
