import Postgres
import SandboxDomain

/// A database whose every transaction first makes sure that the schema is the one this program was built with, and then
/// takes the role of the person it acts for, if there is one.
struct CheckedDatabase: Sendable {
    private let database: Database
    private let version: Int
    private let definitions: SchemaDefinitions
    /// The person a service acts for; nil for whoever logged in.
    var actor: RoleName?

    init(_ database: Database, version: Int = Migration.newest, definitions: SchemaDefinitions = .embedded) {
        (self.database, self.version, self.definitions) = (database, version, definitions)
    }

    /// One READ ONLY transaction.
    /// - Throws: `Refusal.schemaOlder`, `.schemaNewer`, `.schemaDefinitionsDiffer`, `.schemaBeforeRelease`,
    ///   `.superuserActing`, and what `Database.read` throws.
    func read<Value: Sendable>(
        _ mode: ReadMode = .readCommitted, _ body: @Sendable (Session) throws -> Value
    ) async throws -> Value {
        try await checkingSchema { check in try await database.read(mode, preamble: check, body) }
    }

    /// One transaction; with `dryRun` everything is done, checked and rolled back.
    /// - Throws: as `read`, and what `Database.write` throws.
    @discardableResult
    func write<Value: Sendable>(
        _ mode: WriteMode = .readCommitted, retries: Int = 0, dryRun: Bool = false,
        _ body: @Sendable (Session) throws -> Value
    ) async throws -> Value {
        try await checkingSchema { check in
            do {
                return try await database.write(mode, retries: retries, preamble: check, dryRun: dryRun, body)
            } catch let error as PostgresError where error.state == .lockNotAvailable {
                // Nobody waits for somebody who has begun an act and does not end it.
                let ended = try? await database.write(preamble: check) {
                    try $0.one("SELECT sandbox.end_idle_sessions()", as: Int.self)
                }
                guard let ended, ended > 0 else { throw error }
                return try await database.write(mode, retries: retries, preamble: check, dryRun: dryRun, body)
            }
        }
    }

    /// How many connections there may be.
    var lanes: Int { database.lanes }

    /// One READ ONLY transaction on whatever schema there is: for a caller that must report what is wrong with it.
    func readUnchecked<Value: Sendable>(_ body: @Sendable (Session) throws -> Value) async throws -> Value {
        let role: SQL? = actor == nil ? nil : "SELECT 0\(taking(actor))"
        return try await database.read(preamble: role) { try body($0) }
    }

    /// Who keeps everybody from reading our tables is named.
    func namingWhoLocks<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        try await translatingErrors {
            do { return try await body() } catch let error as PostgresError {
                throw try await database.lockedOut(error) ?? error
            }
        }
    }

    /// Whose schema it is.
    enum SchemaState: Sendable {
        case ours
        /// The one who asks may not enter it.
        case hidden
        /// Why it is not this program's, and its version.
        case other(Refusal.Code, found: Int?)
    }

    /// Checks as every transaction does, and reports what those would be refused for.
    func schemaState() async throws -> SchemaState {
        do {
            return try await read { _ in .ours }
        } catch let refusal as Refusal {
            switch refusal {
            case .schemaOlder(let found, _), .schemaNewer(let found, _): return .other(refusal.code, found: found)
            case .schemaDefinitionsDiffer: return .other(refusal.code, found: version)
            case .schemaBeforeRelease: return .other(refusal.code, found: nil)
            default: throw refusal
            }
        } catch let error as PostgresError where error.state == .insufficientPrivilege {
            return .hidden
        }
    }

    func close() async { await database.close() }

    /// The check is one statement that travels with BEGIN, so it costs no round trip. Where something differs it fails
    /// by itself: it casts to a number a text that is not one.
    private func checkingSchema<Value>(_ run: (SQL) async throws -> Value) async throws -> Value {
        let check: SQL = """
            SELECT CASE WHEN max(version) = \(version) AND \(hasDefinitions) THEN 0
                ELSE ('schema version ' || coalesce(max(version), 0))::integer END\(taking(actor))
            FROM sandbox.schema_migration
            """
        do { return try await run(check) } catch let error as PostgresError where error.sql == check.text {
            if let refusal = try await disagreement() { throw refusal }
            // A service is not told whether there is no such role, or only no such right.
            if actor != nil, error.state == .noSuchRole { throw NotPermitted(role: nil) }
            throw error
        }
    }

    private var hasDefinitions: SQL {
        definitions.isEmpty
            ? "true"
            : """
            coalesce((SELECT d.version = \(version) AND d.sha256 = \(definitions.sha256)
                FROM sandbox.schema_definition AS d ORDER BY d.number DESC LIMIT 1), false)
            """
    }

    /// For the rest of the transaction. PostgreSQL checks that the login is a member of that role; a superuser is a
    /// member of all.
    private func taking(_ actor: RoleName?) -> SQL {
        guard let actor else { return "" }
        return """
            , CASE WHEN (SELECT r.rolsuper FROM pg_roles AS r WHERE r.rolname = session_user)
                THEN ('superuser ' || session_user)::integer::text ELSE set_config('role', \(actor.text), true) END
            """
    }

    private func disagreement() async throws -> Refusal? {
        try await database.read { session -> Refusal? in
            let older = Refusal.schemaOlder(database: 0, program: version)
            // A schema that may not be entered still exists; then the first error says more.
            guard try session.exists("SELECT 1 FROM pg_namespace WHERE nspname = 'sandbox'") else { return older }
            guard try session.one("SELECT has_schema_privilege('sandbox', 'USAGE')", as: Bool.self) else { return nil }
            let applied = try Migrator.applied(in: session)
            if let refusal = Refusal(applied, programVersion: version) { return refusal }
            let found = try Migrator.definitions(in: session)
            if !definitions.isEmpty, found != AppliedDefinitions(version: version, sha256: definitions.sha256) {
                return .schemaDefinitionsDiffer
            }
            guard actor != nil else { return nil }
            let isSuperuser: Bool? = try session.first(
                "SELECT r.rolsuper FROM pg_roles AS r WHERE r.rolname = session_user")
            return isSuperuser == true ? .superuserActing : nil
        }
    }
}

extension SQLState {
    /// `invalid_parameter_value`: what `set_config('role', …)` says of a role that is not there.
    fileprivate static var noSuchRole: SQLState { SQLState(rawValue: "22023") }
}

extension Refusal {
    /// Nil when the versions are the same.
    init?(_ applied: [AppliedMigration], programVersion program: Int) {
        if MigrationPlan.beforeRelease((try? Migration.embedded()) ?? [], applied) != nil {
            self = .schemaBeforeRelease
            return
        }
        let database = applied.map(\.version).max() ?? 0
        if database == program { return nil }
        self =
            database < program
            ? .schemaOlder(database: database, program: program)
            : .schemaNewer(database: database, program: program)
    }
}
