package import Postgres

/// A row of `sandbox.schema_migration`.
package struct AppliedMigration: Equatable, Sendable {
    package let version: Int
    package let name: String
    /// Of the file's text, in hexadecimal digits.
    package let sha256: String
    package let appliedAt: Timestamp
    /// Who was logged in.
    package let appliedBy: String
    package let milliseconds: Int

    package init(
        version: Int, name: String, sha256: String, appliedAt: Timestamp, appliedBy: String, milliseconds: Int
    ) {
        self.version = version
        self.name = name
        self.sha256 = sha256
        self.appliedAt = appliedAt
        self.appliedBy = appliedBy
        self.milliseconds = milliseconds
    }
}

/// A way in which a database and this program do not tell the same history.
package enum SchemaDisagreement: Error, Equatable, Sendable {
    /// Applied, of a number this program has, but under a name it does not have.
    case missingHere(version: Int, name: String)
    /// Applied with another text than this program's.
    case changed(version: Int, name: String)
    /// Applied, with a number this program does not know yet.
    case unknownNewer(version: Int, name: String)
    /// Not applied, although a later one is.
    case outOfOrder(version: Int, name: String)

    /// Stable, for machines.
    package var code: String {
        switch self {
        case .missingHere: "migration-missing-here"
        case .changed: "migration-changed"
        case .unknownNewer: "migration-unknown-newer"
        case .outOfOrder: "migration-out-of-order"
        }
    }

    package var name: String {
        switch self {
        case .missingHere(_, let name), .changed(_, let name), .unknownNewer(_, let name), .outOfOrder(_, let name):
            name
        }
    }
}

/// What is left to do, and what stands against doing it. Pure: from two lists to two lists.
package struct MigrationPlan: Equatable, Sendable {
    /// To be applied, in this order.
    package let pending: [Migration]
    package let disagreements: [SchemaDisagreement]

    /// - Parameters:
    ///   - embedded: this program's migrations in order, without gaps.
    ///   - digests: their SHA-256, as PostgreSQL computes it, in the same order.
    ///   - target: the last version to apply; nil for all.
    package init(
        embedded: [Migration], digests: [String], applied: [AppliedMigration], target: Int? = nil
    ) {
        let done = Dictionary(applied.map { ($0.version, $0) }) { first, _ in first }
        let last = done.keys.max() ?? 0
        var pending: [Migration] = []
        var disagreements: [SchemaDisagreement] = []
        for (migration, digest) in zip(embedded, digests) {
            if let row = done[migration.version] {
                if row.name != migration.name {
                    disagreements.append(.missingHere(version: row.version, name: row.name))
                } else if row.sha256 != digest {
                    disagreements.append(.changed(version: row.version, name: row.name))
                }
            } else if migration.version < last {
                disagreements.append(.outOfOrder(version: migration.version, name: migration.name))
            } else if migration.version <= target ?? .max {
                pending.append(migration)
            }
        }
        for row in applied.sorted(by: { $0.version < $1.version }) where row.version > embedded.count {
            disagreements.append(.unknownNewer(version: row.version, name: row.name))
        }
        self.pending = pending
        self.disagreements = disagreements
    }
}
