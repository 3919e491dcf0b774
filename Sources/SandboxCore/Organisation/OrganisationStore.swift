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

    /// The visible organisation of that name.
    /// - Throws: `NotFound`, naming a visible one that was probably meant.
    static func get(_ session: Session, _ name: String) throws -> Facts {
        let name = normalised(name)
        let found = try session.first(
            """
            SELECT organisation_id, name, kind, version, coalesce(closed_on <= current_date, false)
            FROM organisation WHERE name = \(name)
            """, Facts.init)
        if let found { return found }
        throw try notFound(session, name)
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
        guard let found else { throw try notFound(session, name) }
        return found
    }

    /// Enters the public bodies and companies that are not there yet, and answers the names of those it entered.
    static func insertMissing(_ session: Session, _ names: [String], kind: OrganisationKind) throws -> [String] {
        guard !names.isEmpty else { return [] }
        return try session.all(
            """
            INSERT INTO organisation (kind, name)
            SELECT \(kind), n.name FROM (SELECT DISTINCT name FROM unnest(\(names)::text[]) AS name) AS n
            WHERE NOT EXISTS (SELECT FROM organisation AS o WHERE o.name = n.name) ORDER BY n.name
            RETURNING name
            """, as: String.self)
    }

    private static func notFound(_ session: Session, _ name: String) throws -> NotFound {
        let visible = try session.all(
            "SELECT name FROM organisation WHERE kind <> 'company' ORDER BY name", as: String.self)
        return NotFound(.organisation, name, suggestion: closestWord(to: name, among: visible))
    }
}
