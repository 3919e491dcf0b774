internal import Postgres
internal import SandboxDomain

enum OrganisationStore {
    /// What an act needs to know of an organisation.
    struct Facts {
        let id: OrganisationID
        let name: String
        let kind: OrganisationKind
        let version: Int
        let isClosed: Bool
    }

    /// The visible organisation of that name, or the only one of which it is another spelling, a short name or one of before.
    /// - Throws: `NotFound`, naming a visible one that was probably meant.
    static func get(_ session: Session, _ name: String) throws -> Facts {
        let name = normalised(name)
        let columns: SQL = "organisation_id, name, kind, version, coalesce(closed_on <= current_date, false)"
        if let found = try session.first("SELECT \(columns) FROM organisation WHERE name = \(name)", Facts.init) {
            return found
        }
        let meant = try session.all(
            "SELECT \(columns) FROM organisation WHERE \(isMeant(by: name)) LIMIT 2", Facts.init)
        if let only = meant.first, meant.count == 1 { return only }
        throw try notFound(session, name)
    }

    private static func isMeant(by name: String) -> SQL {
        "organisation_key(name) = ANY ((SELECT organisation_keys(\(name)))::text[])"
    }

    /// The name of another organisation of the kind that is called so, however it is spelt.
    /// - Parameter present: the name that it has now.
    static func same(
        _ session: Session, _ name: String, _ kind: OrganisationKind, besides present: String? = nil
    ) throws -> String? {
        try named(session, [name]).first { $0.isLike(kind) && $0.registered != present }?.registered
    }

    /// The organisation that has the registration number.
    static func owner(_ session: Session, of number: String) throws -> String? {
        try session.first("SELECT name FROM organisation WHERE registration_no = \(number)", as: String.self)
    }

    /// An organisation that a name means.
    struct Named {
        let name: String
        /// The same for all names of an organisation.
        let identity: String
        let registered: String?
        let kind: OrganisationKind?
        let number: String?
        let isExact: Bool?

        /// Whether it is a company as that one, or a public body, or neither.
        func isLike(_ other: OrganisationKind) -> Bool {
            kind == other || kind?.isPublicBody == true && other.isPublicBody
        }
    }

    /// What names mean, for whoever enters organisations; one that is exactly so called comes first.
    static func named(_ session: Session, _ names: [String]) throws -> [Named] {
        if names.isEmpty { return [] }
        return try session.all(
            """
            SELECT name, identity, registered, kind, registration_no, is_exact
            FROM organisations_named(\(names)::text[])
            """, Named.init)
    }

    /// Everything about the visible organisation of that name, locked on request so that nobody else changes it
    /// meanwhile.
    /// - Throws: `NotFound`, naming a visible one that was probably meant.
    static func view(_ session: Session, _ name: String, locking: Bool = false) throws -> Organisation {
        let name = normalised(name)
        let lock: SQL = locking ? "FOR UPDATE" : ""
        let found = try session.first(
            """
            SELECT organisation_id, name, kind, name_en, registration_no, closed_on, version
            FROM organisation WHERE name = \(name) \(lock)
            """, Organisation.init)
        if let found { return found }
        return try view(session, try get(session, name).name, locking: locking)
    }

    /// What the names of ministries in a file came to.
    struct Met {
        /// The organisation of each name.
        var ids: [String: OrganisationID] = [:]
        /// The name under which the register knows it.
        var registered: [String: String] = [:]
        /// Those that were entered.
        var entered: Set<String> = []
        /// The names that were taken for another spelling.
        var taken: [TakenName] {
            registered.filter { $0.key != $0.value }.map { TakenName(name: $0.key, registered: $0.value) }
                .sorted { $0.name < $1.name }
        }
    }

    /// Enters the organisations that are not there yet, one for all spellings of a name.
    static func meet(_ session: Session, _ names: [String], kind: OrganisationKind) throws -> Met {
        var met = Met()
        if names.isEmpty { return met }
        let rows = try session.all(
            "SELECT name, organisation_id, registered, is_new FROM meet_organisations(\(kind.rawValue), \(names)::text[])"
        ) { (name: String, id: OrganisationID, registered: String, isNew: Bool) in (name, id, registered, isNew) }
        for (name, id, registered, isNew) in rows {
            (met.ids[name], met.registered[name]) = (id, registered)
            if isNew { met.entered.insert(registered) }
        }
        return met
    }

    private static func notFound(_ session: Session, _ name: String) throws -> NotFound {
        let visible = try session.all(
            "SELECT name FROM organisation WHERE kind <> 'company' ORDER BY name", as: String.self)
        return NotFound(.organisation, name, suggestion: closestWord(to: name, among: visible))
    }
}
