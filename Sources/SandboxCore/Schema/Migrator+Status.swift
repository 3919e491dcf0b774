internal import Postgres

extension Migrator {
    /// One READ ONLY transaction, in which who is in the way is named.
    func reading<Value: Sendable>(_ body: @Sendable (Session) throws -> Value) async throws -> Value {
        try await translatingErrors { try await database.readUnlessLocked(body) }
    }

    /// - Parameter comparing: also compares the catalogue with what was recorded of it.
    func status(in session: Session, target: Int?, comparing: Bool = true) throws -> Status {
        let applied = try Self.applied(in: session)
        let digests: [String] = try session.all(
            """
            SELECT encode(sha256(convert_to(text, 'UTF8')), 'hex')
            FROM unnest(\(migrations.map(\.text))::text[]) WITH ORDINALITY AS file (text, number)
            ORDER BY number
            """
        )
        let plan = MigrationPlan(embedded: migrations, digests: digests, applied: applied, target: target)
        let recorded = try Self.definitions(in: session)
        // Migrations that were applied since may have dropped definitions, and their tables need guards and the event
        // log.
        let isCurrent = recorded == AppliedDefinitions(version: migrations.count, sha256: definitions.sha256)
        let catalogue = comparing ? try Self.comparable(in: session, applied) : nil
        return Status(
            applied: applied, plan: plan, definitions: recorded, isCurrent: definitions.isEmpty || isCurrent,
            recorded: catalogue, isRecorded: !comparing || catalogue != nil || definitions.isEmpty,
            differences: catalogue == nil ? [] : try RecordedCatalogue.differences(session))
    }

    /// What was recorded of the catalogue, if it was recorded on this version of PostgreSQL and after the last migration.
    static func comparable(in session: Session, _ applied: [AppliedMigration]) throws -> RecordedCatalogue? {
        guard try hasTable("schema_definition", session), let last = try RecordedCatalogue.last(session),
            last.version == applied.map(\.version).max(), last.form == (try RecordedCatalogue.form(session))
        else { return nil }
        return last
    }

    static func applied(in session: Session) throws -> [AppliedMigration] {
        guard try hasTable("schema_migration", session) else { return [] }
        return try session.all(
            """
            SELECT version, name, sha256, applied_at, applied_by, duration_ms
            FROM sandbox.schema_migration
            ORDER BY version
            """,
            AppliedMigration.init(version:name:sha256:appliedAt:appliedBy:milliseconds:)
        )
    }

    static func definitions(in session: Session) throws -> AppliedDefinitions? {
        guard try hasTable("schema_definition", session) else { return nil }
        return try session.first(
            """
            SELECT version, sha256 FROM sandbox.schema_definition ORDER BY number DESC LIMIT 1
            """, AppliedDefinitions.init)
    }

    /// Reads the catalogue itself: `to_regclass` answers from a cache, which a session that has just waited for another
    /// migrator has not renewed yet.
    static func hasTable(_ name: String, _ session: Session) throws -> Bool {
        try session.exists(
            """
            SELECT FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE n.nspname = 'sandbox' AND c.relname = \(name)
            """)
    }

    /// Checked again under the lock: another migrator may have been faster.
    func isPending(_ migration: Migration, in session: Session) throws -> Bool {
        try status(in: session, target: nil, comparing: false).plan.pending.contains(migration)
    }
}
