internal import Postgres

/// Other people's objects depend on our definitions in a way that cannot be preserved. Nothing was changed.
public struct OthersDepend: Error, Hashable, Sendable {
    /// What they are: `materialized view bi.monthly`.
    public let things: [String]
    /// Why a view could not be made again, in PostgreSQL's words; nil for things that are not views.
    public let reason: String?

    init(things: [String], reason: String? = nil) { (self.things, self.reason) = (things, reason) }
}

/// A view of somebody else that reads ours, with the script that makes it again.
struct ForeignView {
    let name: String
    let script: String
}

extension Migrator.Work {
    /// In the order in which they can be dropped.
    func foreignViews(_ items: [Replacement.Item], _ session: Session) throws -> [ForeignView] {
        try items.map { item in
            try session.one(.embedded("foreign_view", binding: [item.number]), ForeignView.init)
        }
    }

    /// Makes the views again as they were: definition, options, owner, privileges, comments.
    func restore(_ views: [ForeignView], _ session: Session) throws {
        try session.execute("SET LOCAL search_path TO pg_catalog")
        for view in views.reversed() {
            do { try session.savepoint { try session.simple("\(unsafe: view.script)") } } catch let error
                as PostgresError
            {
                throw OthersDepend(things: [view.name], reason: error.message)
            }
        }
    }

    /// Grants of an administrator to roles that are not ours. Grants on things that no longer exist are left out.
    func restore(_ grants: [String], _ session: Session) throws {
        try session.execute("SET LOCAL ROLE sandbox_owner")
        for grant in grants {
            do { try session.savepoint { try session.simple("\(unsafe: grant)") } } catch let error as PostgresError
                where ["42P01", "42883"].contains(error.state?.rawValue)
            {}
        }
        try session.execute("RESET ROLE")
    }
}
