internal import Postgres

/// The tables could not be locked in time: the definitions were not replaced, or a file of `migrations/` was not applied.
public struct InUse: Error, Hashable, Sendable {
    /// The file that waited, as `migrations/0005_organisation.sql`; nil for the definitions and for another migrator.
    public let file: String?
    /// Whether nothing was changed. A file that runs in no transaction can leave an index that is not valid.
    public let isUndone: Bool
    /// Who used them, the longest first.
    public let users: [User]
    /// How long all attempts waited together.
    public let waited: Duration
    /// How often it was tried.
    public let attempts: Int
    /// Whether something was only to be read.
    public var isReading = false

    /// Somebody with a transaction that uses our tables.
    public struct User: Hashable, Sendable {
        /// The number of the server's process, for `pg_terminate_backend`.
        public let process: Int
        /// The login.
        public let login: String
        /// What the program called itself; may be empty.
        public let program: String
        /// One of the tables.
        public let table: String
        /// For how long the transaction has been open.
        public let seconds: Int
    }
}

extension Migrator.Work {
    private static var attempts: Int { 3 }

    /// Waits for another migrator to end, before anything is read: whoever has read a table and waits here would be
    /// waited for by the one that locks all tables.
    ///
    /// The lock is one of a table that persons may only read, so nobody but an administrator can take it. Before there is
    /// such a table it is an advisory lock.
    /// - Throws: ``InUse`` with whoever holds the lock, when nothing has moved after three times the patience.
    func lockOut(_ session: Session) throws {
        try session.execute("SET LOCAL statement_timeout = 0")
        try session.execute("SET LOCAL lock_timeout TO \(unsafe: "\(Self.milliseconds(longPatience))")")
        try naming(session) {
            try session.savepoint {
                if try !Migrator.hasTable("schema_migration", session) { try session.lock(Migrator.lock) }
                if try Migrator.hasTable("schema_migration", session) {
                    try session.execute("LOCK TABLE sandbox.schema_migration IN SHARE UPDATE EXCLUSIVE MODE")
                }
            }
        }
        try session.execute("SET LOCAL lock_timeout TO DEFAULT")
    }

    /// The same for a file that runs in no transaction: a lock of the session, which anybody can take, since one of a table
    /// ends with its transaction. The file itself waits as long for the locks it needs.
    func lockOutForSession(_ session: Session) throws {
        try session.execute("SET statement_timeout = 0")
        try session.execute("SET lock_timeout TO \(unsafe: "\(Self.milliseconds(longPatience))")")
        try naming(session) { try session.execute("SELECT pg_advisory_lock(\(Migrator.lock.number))") }
    }

    private var longPatience: Duration { patience * Self.attempts }

    private func naming(_ session: Session, _ wait: () throws -> Void) throws {
        do { try wait() } catch let error as PostgresError where error.state == .lockNotAvailable {
            let users = try users(session, of: [], Migrator.lock.number)
            throw InUse(file: nil, isUndone: true, users: users, waited: longPatience, attempts: 1)
        }
    }

    /// Who was in the way of a file that waited in vain for a lock; nil if it failed for another reason. Asked when its
    /// transaction is over, for in one that failed nothing is answered.
    func inUse(_ failure: MigrationFailure, _ session: Session) throws -> InUse? {
        guard failure.error.state == .lockNotAvailable else { return nil }
        let isInTransaction = migrator.migrations.first { $0.file == failure.file }?.mode != .noTransaction
        let limit = isInTransaction ? migrator.database.options.lockTimeout ?? .zero : longPatience
        return InUse(
            file: failure.file, isUndone: isInTransaction, users: try users(session, of: Migrator.schemas),
            waited: limit, attempts: 1)
    }

    private func users(_ session: Session, of schemas: [String], _ key: Int64? = nil) throws -> [InUse.User] {
        try session.all(.embedded("lock_user", binding: schemas, key, false), InUse.User.init)
    }

    private static func milliseconds(_ duration: Duration) -> Int { max(1, Int(duration / .milliseconds(1))) }

    /// Locks every table of ours. Every transaction of the program reads the first one as it begins: a later
    /// transaction waits there, without holding anything that others could wait for.
    func lockTables(_ session: Session) throws {
        let tables: [String] = try session.all(
            """
            SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE n.nspname = ANY (\(Migrator.schemas)) AND c.relkind IN ('r', 'p')
            ORDER BY c.relname <> 'schema_migration', n.nspname, c.relname
            """)
        let milliseconds = Self.milliseconds(patience)
        try session.execute("SET LOCAL lock_timeout TO \(unsafe: "\(milliseconds)")")
        var attempt = 1
        while true {
            do {
                try session.savepoint {
                    // One limit for the whole statement: there are many tables, and each could be waited for.
                    try session.execute("SET LOCAL statement_timeout TO \(unsafe: "\(milliseconds)")")
                    try session.simple("LOCK TABLE \(unsafe: tables.joined(separator: ", ")) IN ACCESS EXCLUSIVE MODE")
                    try session.execute("SET LOCAL statement_timeout TO 0")
                }
                return
            } catch let error as PostgresError where Self.isWait(error) {
                let inUse = InUse(
                    file: nil, isUndone: true, users: try users(session, of: Migrator.schemas),
                    waited: patience * attempt, attempts: attempt)
                guard attempt < Self.attempts else { throw inUse }
                progress(.waiting(inUse))
                // Those who waited for us meanwhile get their turn.
                try session.execute("SELECT pg_sleep(\(unsafe: "\(Double(milliseconds) / 10_000)"))")
                attempt += 1
            }
        }
    }

    private static func isWait(_ error: PostgresError) -> Bool {
        error.isRetryable || ["57014", "55P03"].contains(error.state?.rawValue)
    }
}

extension Database {
    /// One READ ONLY transaction; who keeps everybody from reading our tables is named.
    ///
    /// It waits for another migrator before its snapshot is taken: with one from before the definitions were replaced, it
    /// would find the names of things that are gone.
    /// - Throws: ``InUse``.
    func readUnlessLocked<Value: Sendable>(_ body: @Sendable (Session) throws -> Value) async throws -> Value {
        do {
            return try await read(.snapshot) { session in
                do {
                    try session.savepoint {
                        try session.execute("LOCK TABLE sandbox.schema_migration IN ACCESS SHARE MODE")
                    }
                } catch let error as PostgresError
                    where [.undefinedTable, .undefinedSchema, .insufficientPrivilege].contains(error.state)
                {
                    // There is nothing of ours here, or nothing that this person may read: the body says so.
                }
                return try body(session)
            }
        } catch let error as PostgresError {
            throw try await lockedOut(error) ?? error
        }
    }

    /// Nil for an error that is not about a lock of the whole of a table.
    func lockedOut(_ error: PostgresError) async throws -> InUse? {
        guard error.state == .lockNotAvailable else { return nil }
        let users: [InUse.User] = try await read {
            try $0.all(.embedded("lock_user", binding: Migrator.schemas, Int64?.none, true), InUse.User.init)
        }
        guard !users.isEmpty else { return nil }
        return InUse(
            file: nil, isUndone: true, users: users, waited: options.lockTimeout ?? .zero, attempts: 1, isReading: true)
    }
}
