internal import Postgres

/// The tables could not be locked in time, so the definitions were not replaced and nothing was changed.
public struct InUse: Error, Hashable, Sendable {
    /// Who used them, the longest first.
    public let users: [User]
    /// How long all attempts waited together.
    public let waited: Duration
    /// How often it was tried.
    public let attempts: Int

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
    /// - Throws: ``InUse`` with whoever holds the lock, when nothing has moved after three times the patience.
    func lockOut(_ session: Session) throws {
        let waited = patience * Self.attempts
        try session.execute("SET LOCAL statement_timeout = 0")
        try session.execute("SET LOCAL lock_timeout TO \(unsafe: "\(Self.milliseconds(waited))")")
        do { try session.savepoint { try session.lock(Migrator.lock) } } catch let error as PostgresError
            where error.state == .lockNotAvailable
        {
            throw InUse(users: try users(session, of: [], Migrator.lock.number), waited: waited, attempts: 1)
        }
        try session.execute("SET LOCAL lock_timeout TO DEFAULT")
    }

    private func users(_ session: Session, of schemas: [String], _ key: Int64? = nil) throws -> [InUse.User] {
        try session.all(.embedded("lock_user", binding: schemas, key), InUse.User.init)
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
                    users: try users(session, of: Migrator.schemas), waited: patience * attempt, attempts: attempt)
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
