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
        let visible = try session.all(
            "SELECT name FROM organisation WHERE kind <> 'company' ORDER BY name", as: String.self)
        throw NotFound(.organisation, name, suggestion: closestWord(to: name, among: visible))
    }
}
