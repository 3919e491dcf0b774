public import Postgres
internal import SandboxDomain

/// Brings a database to the schema this program was built with.
///
/// ```swift
/// let migrator = try Migrator("postgresql://admin@db/sandbox")
/// let done = try await migrator.migrate { step in print(step) }
/// await migrator.close()
/// ```
/// The user that connects is an administrator: a superuser, or the owner of the database with CREATEROLE. There are two
/// kinds of files:
///
/// - `migrations/` are steps of what holds data. Each is one transaction together with its row in
///   `sandbox.schema_migration`, so a file is applied and known to be, or neither.
/// - `schema/` defines everything else: functions, views, triggers, policies, grants. When its digest is not the one
///   recorded, or a migration was applied since, one transaction drops all of it and runs all files. What tables depend on,
///   such as the function of a default, is part of the state and stays.
///
/// While definitions are replaced nobody can use the tables: about two seconds for the whole of this program's schema.
/// All tables are locked first. There are three attempts, each of which waits at most ten seconds; see ``InUse``. Other
/// people's views that read ours, and privileges on ours granted to their roles, are restored.
///
/// What somebody dropped, changed or added by hand is a ``SchemaDifference``: see `RecordedCatalogue` for what that
/// proves. Definitions are put right by ``migrate(to:dryRun:regimes:patience:progress:)``. State is not touched: each such
/// difference has a script that puts it right, and migrations do not run before that.
///
/// If two migrators run at once, the second waits for the first and finds the work done. A file that waits too long for a
/// lock is ``InUse`` too.
public struct Migrator: Sendable {
    let database: Database
    let migrations: [Migration]
    let definitions: SchemaDefinitions

    /// What a database says about itself.
    public struct Status: Sendable, Equatable {
        /// The migrations applied, in order.
        public let applied: [AppliedMigration]
        /// The migrations that are left, and what prevents applying them.
        public let plan: MigrationPlan
        /// The definitions applied last; nil if there were none yet.
        public let definitions: AppliedDefinitions?
        /// Whether those are this program's.
        let isCurrent: Bool
        /// What was recorded of the catalogue, if that can be compared.
        let recorded: RecordedCatalogue?
        /// Whether what was made was recorded, so that ``differences`` are all there are.
        public let isRecorded: Bool
        /// What is not as it was made; empty if there is no record of this version of the schema and of PostgreSQL.
        public internal(set) var differences: [SchemaDifference]
        /// Whether the definitions have to be applied once the migrations are.
        public var areDefinitionsDue: Bool {
            !isCurrent || !isRecorded || differences.contains { !$0.isState }
        }
        /// The last version applied; 0 for a database without our schema.
        public var version: Int { applied.map(\.version).max() ?? 0 }

        /// Everything in which the database is not as this program would leave it, what is pending apart.
        public var disagreements: [SchemaDisagreement] {
            guard plan.disagreements.isEmpty else { return plan.disagreements }
            let things = differences.filter(\.isProblem).map { SchemaDisagreement.object($0) }
            if !plan.pending.isEmpty { return things }
            return (isCurrent ? isRecorded ? [] : [.unrecorded] : [.definitions]) + things
        }

    }

    /// A moment of a migration, reported as it begins, or with its duration when it is over.
    public enum Step: Sendable {
        /// A file of `migrations/` is about to run.
        case migration(Migration)
        /// The tables are in use; it is tried again.
        case waiting(InUse)
        /// The files of `schema/` are about to run.
        case definitions
        /// They are applied; the tables were locked for this long.
        case replaced(lockedFor: Duration)
        /// A regime is in force in a new database.
        case regime(String)
    }

    /// The result of a migration.
    public struct Outcome: Sendable, Equatable {
        /// The files of `migrations/` that were applied.
        public let migrations: [Migration]
        /// How long the tables were locked; nil when the definitions were already this program's.
        public let lockedFor: Duration?

        /// The files that were missing, and that another migrator applied meanwhile.
        public var byAnother: [Migration] = []

        /// Whether nothing was done.
        public var isEmpty: Bool { migrations.isEmpty && lockedFor == nil }
    }

    /// On that database.
    public init(_ database: Database) throws {
        self.init(database, migrations: try Migration.embedded(), definitions: .embedded)
    }

    /// With other files than this program's, for tests.
    package init(_ database: Database, migrations: [Migration], definitions: SchemaDefinitions) {
        (self.database, self.migrations, self.definitions) = (database, migrations, definitions)
    }

    /// On the database that libpq finds under these words.
    /// - Throws: `PostgresError` of kind `usage` for words that libpq cannot read.
    public init(_ connection: String, trace: Trace? = nil) throws {
        let options = try ConnectionOptions(casework: connection, application: "sandbox db", trace: trace)
        try self.init(Database(options, lanes: 1))
    }

    /// Closes the connection.
    public func close() async { await database.close() }

    /// Reads what was applied and what is left; changes nothing.
    public func status(target: Int? = nil) async throws -> Status {
        try await reading { session in try status(in: session, target: target) }
    }

    /// Applies what is missing.
    /// - Parameters:
    ///   - target: the last migration to apply; nil for all. Definitions belong to the newest and are applied only with it.
    ///   - dryRun: everything runs in one transaction that is rolled back; files without a transaction are left out.
    ///   - regimes: those that a new database begins with; without effect on any other.
    ///   - patience: how long one attempt to lock the tables may take.
    ///   - progress: told before each file.
    /// - Throws: `SchemaDisagreement`, the first one; `MigrationFailure` for a file that fails; ``InUse`` and
    ///   ``OthersDepend`` when the definitions cannot be replaced. The file that failed and the definitions are then as
    ///   they were.
    @discardableResult
    public func migrate(
        to target: Int? = nil, dryRun: Bool = false, regimes: [FirstRegime] = FirstRegime.shipped,
        patience: Duration = .seconds(10), progress: @escaping @Sendable (Step) -> Void = { _ in }
    ) async throws -> Outcome {
        let before = try await status(target: target)
        let plan = before.plan
        if let disagreement = plan.disagreements.first { throw disagreement }
        if !plan.pending.isEmpty, let lost = try await lostState(before) { throw SchemaDisagreement.object(lost) }
        let outcome = try await translatingErrors {
            let work = Work(
                migrator: self, patience: patience, regimes: regimes, isNew: before.applied.isEmpty, progress: progress)
            do { return try await dryRun ? rehearse(plan, work) : apply(plan, work) } catch let failure
                as MigrationFailure
            {
                let inUse = try await database.read { try work.inUse(failure, $0) }
                if let inUse { throw inUse }
                // Definitions cannot be made on columns that are not there any more.
                if failure.file.hasPrefix("schema/"), let lost = try await lostState(status()) {
                    throw SchemaDisagreement.object(lost)
                }
                throw failure
            }
        }
        if target == nil && !dryRun { try await translatingErrors { try await setSearchPath() } }
        return outcome
    }

    /// What every step of one migration knows.
    struct Work: Sendable {
        let migrator: Migrator
        let patience: Duration
        let regimes: [FirstRegime]
        /// Whether there was no schema before.
        var isNew = false
        let progress: @Sendable (Step) -> Void
    }

    private func rehearse(_ plan: MigrationPlan, _ work: Work) async throws -> Outcome {
        try await database.write(dryRun: true) { session in
            for migration in plan.pending where migration.mode != .noTransaction {
                work.progress(.migration(migration))
                try apply(migration, in: session)
            }
            let begun = try work.replaceIfDue(session)
            return Outcome(migrations: plan.pending, lockedFor: begun.map { .now - $0 })
        }
    }

    private func apply(_ plan: MigrationPlan, _ work: Work) async throws -> Outcome {
        var applied: [Migration] = []
        for migration in plan.pending {
            let isMine =
                if migration.mode == .noTransaction {
                    try await database.withoutTransaction { session in
                        try applyWithoutTransaction(migration, work, in: session)
                    }
                } else {
                    try await database.write { session in
                        try work.lockOut(session)
                        guard try isPending(migration, in: session) else { return false }
                        work.progress(.migration(migration))
                        try apply(migration, in: session)
                        return true
                    }
                }
            if isMine { applied.append(migration) }
        }
        let begun = try await database.write { session in try work.replaceIfDue(session) }
        let lockedFor = begun.map { ContinuousClock.now - $0 }
        if let lockedFor { work.progress(.replaced(lockedFor: lockedFor)) }
        return Outcome(
            migrations: applied, lockedFor: lockedFor, byAnother: plan.pending.filter { !applied.contains($0) })
    }

    static let lock: AdvisoryKey = "sandbox.schema_migration"
}
