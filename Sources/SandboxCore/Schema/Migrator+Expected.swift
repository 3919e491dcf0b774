internal import Postgres
internal import SandboxDomain

extension Migrator {
    /// The state that the first of these migrations make on this server, in the form of a record: they are applied once more,
    /// beside what there is, and taken back. The schemas step aside for that long; nobody else sees it.
    ///
    /// It needs no record, so it is right after an upgrade of PostgreSQL, after a restore, and for a program that reads the
    /// catalogue in another way.
    func expectedState(upTo version: Int, _ session: Session) throws -> String {
        struct Made: Error { let state: String }
        do {
            try session.savepoint {
                try stepAside(session)
                for migration in migrations.prefix(version) { try apply(migration.inTransaction, in: session) }
                throw Made(state: try RecordedCatalogue.state(session))
            }
        } catch let made as Made { return made.state }
        return "[]"
    }

    /// As ``status(target:)``; and where nothing comparable was recorded, state is compared with what the migrations make. Only an
    /// administrator can have that made; for others it is not compared.
    public func verified() async throws -> Status {
        var status = try await status()
        if !isComparable(status) {
            do { status.differences = try await stateDifferences(status) } catch is NotPermitted {}
        }
        return status
    }

    /// State that is not as migrations left it: they cannot go on from there.
    func lostState(_ status: Status) async throws -> SchemaDifference? {
        let differences = isComparable(status) ? status.differences : try await stateDifferences(status)
        return differences.first { $0.isState && $0.change != .foreign }
    }

    private func isComparable(_ status: Status) -> Bool {
        status.recorded != nil || status.applied.isEmpty || definitions.isEmpty || !status.plan.disagreements.isEmpty
    }

    private func stateDifferences(_ status: Status) async throws -> [SchemaDifference] {
        try await translatingErrors {
            try await database.write(dryRun: true) { session in
                let expected = try expectedState(upTo: status.version, session)
                return try RecordedCatalogue.differences(session, comparing: expected).filter(\.isState)
            }
        }
    }

    private func stepAside(_ session: Session) throws {
        try session.execute("SET LOCAL client_min_messages TO warning")
        let schemas: [String] = try session.all(
            "SELECT n.nspname::text FROM pg_namespace AS n WHERE n.nspname = ANY (\(Self.schemas)) ORDER BY 1")
        for schema in schemas {
            try session.execute("ALTER SCHEMA \(identifier: schema) RENAME TO \(identifier: schema + " aside")")
        }
    }
}

extension Migration {
    /// On tables without rows and in use by nobody, what is otherwise done without a transaction can be done in one.
    fileprivate var inTransaction: Migration {
        guard mode == .noTransaction else { return self }
        let text = text.split(separator: " ", omittingEmptySubsequences: false)
            .filter { $0.uppercased() != "CONCURRENTLY" }.joined(separator: " ")
        return Migration(version: version, name: name, text: text, mode: .asOwner)
    }
}
