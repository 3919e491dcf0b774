public import Postgres

/// A row of `sandbox.schema_migration`.
public struct AppliedMigration: Equatable, Sendable {
    /// The number of the file.
    public let version: Int
    /// The name it had.
    public let name: String
    /// Of the file's text, in hexadecimal digits.
    public let sha256: String
    /// When it was applied.
    public let appliedAt: Timestamp
    /// Who was logged in.
    public let appliedBy: String
    /// How long it took.
    public let milliseconds: Int

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

/// A way in which a database and this program do not agree.
public enum SchemaDisagreement: Error, Equatable, Sendable {
    /// Applied, with a number this program has, but under a name it does not have.
    case missingHere(version: Int, name: String)
    /// Applied with another text than this program's.
    case changed(version: Int, name: String)
    /// Applied, with a number this program does not have yet.
    case unknownNewer(version: Int, name: String)
    /// Not applied, although a later one is.
    case outOfOrder(version: Int, name: String)
    /// The database was made by a version before the first release, from which no upgrade leads here.
    case beforeRelease(name: String)
    /// All migrations agree, but the definitions applied last are not this program's.
    case definitions
    /// Nothing was recorded of what was made on this version of PostgreSQL, so nothing can be compared.
    case unrecorded
    /// Something is not as it was made.
    case object(SchemaDifference)

    /// Stable, for machines.
    public var code: String {
        switch self {
        case .missingHere: "migration-missing-here"
        case .changed: "migration-changed"
        case .unknownNewer: "migration-unknown-newer"
        case .outOfOrder: "migration-out-of-order"
        case .beforeRelease: "schema-before-release"
        case .definitions: "schema-definitions-differ"
        case .unrecorded: "schema-unrecorded"
        case .object(let difference): "schema-object-\(difference.change)"
        }
    }

    /// The migration or the thing it is about, or the folder `schema`.
    public var name: String {
        switch self {
        case .missingHere(_, let name), .changed(_, let name), .unknownNewer(_, let name), .outOfOrder(_, let name),
            .beforeRelease(let name):
            name
        case .definitions, .unrecorded: "schema"
        case .object(let difference): difference.name
        }
    }
}

/// What is left to do, and what prevents it. A pure function from two lists to two lists.
public struct MigrationPlan: Equatable, Sendable {
    /// To be applied, in this order.
    public let pending: [Migration]
    /// What must be put right first.
    public let disagreements: [SchemaDisagreement]

    /// - Parameters:
    ///   - embedded: this program's migrations in order, without gaps.
    ///   - digests: their SHA-256, as PostgreSQL computes it, in the same order.
    ///   - target: the last version to apply; nil for all.
    package init(
        embedded: [Migration], digests: [String], applied: [AppliedMigration], target: Int? = nil
    ) {
        if let row = Self.beforeRelease(embedded, applied) {
            (pending, disagreements) = ([], [.beforeRelease(name: row.name)])
            return
        }
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

    /// The third file of every database made before the first release; no release has a file of that name.
    static func beforeRelease(_ embedded: [Migration], _ applied: [AppliedMigration]) -> AppliedMigration? {
        let mark = "0003_kr_ict"
        return embedded.contains { $0.name == mark } ? nil : applied.first { $0.name == mark }
    }
}
