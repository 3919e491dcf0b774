/// A PostgreSQL database, by a fixed number of connections that are opened when they are first needed.
///
/// ```swift
/// let database = Database(try ConnectionOptions("postgresql:///library"), lanes: 1)
/// let titles = try await database.read { session in
///     try session.all("SELECT title FROM book WHERE shelf = \(shelf)", as: String.self)
/// }
/// ```
///
/// The closures are synchronous: nothing but the database can be waited for inside a transaction. They run on a thread
/// of the connection's own, so no thread that async code shares is ever held.
public final class Database: Sendable {
    /// How it was opened.
    public let options: ConnectionOptions
    /// How many connections there may be.
    public let lanes: Int
    private let pool: Pool

    /// Nothing is connected yet.
    /// - Parameter lanes: how many connections there may be; one is right for a command line.
    public init(_ options: ConnectionOptions, lanes: Int = 4) {
        self.options = options
        self.lanes = lanes
        pool = Pool(options, lanes: lanes)
    }

    /// Runs the closure in one READ ONLY transaction.
    /// - Parameters:
    ///   - preamble: one statement that goes along with BEGIN, such as setting the role.
    /// - Throws: what the closure throws, ``PostgresError``, or `CancellationError` if the task is cancelled.
    public func read<Value: Sendable>(
        _ mode: ReadMode = .readCommitted, preamble: SQL? = nil, _ body: @Sendable (Session) throws -> Value
    ) async throws -> Value {
        try await onLane { try await $0.transaction(mode.begin, preamble: preamble, end: .leaveNothing, body) }
    }

    /// Runs the closure in one transaction, which is committed when it returns and rolled back when it throws.
    ///
    /// A task cancelled before COMMIT is sent rolls back; once sent, the commit is waited for.
    /// - Parameters:
    ///   - retries: how often to start again when the error ``PostgresError/isRetryable``. Right only for closures
    ///     that touch nothing but the session.
    ///   - preamble: one statement that goes along with BEGIN, such as setting the role.
    ///   - dryRun: the transaction is rolled back at its end, after all constraints were checked.
    /// - Throws: what the closure throws, ``PostgresError``, or `CancellationError` if the task is cancelled.
    @discardableResult
    public func write<Value: Sendable>(
        _ mode: WriteMode = .readCommitted, retries: Int = 0, preamble: SQL? = nil, dryRun: Bool = false,
        _ body: @Sendable (Session) throws -> Value
    ) async throws -> Value {
        var attempt = 0
        while true {
            do {
                return try await onLane {
                    try await $0.transaction(mode.begin, preamble: preamble, end: dryRun ? .rehearse : .commit, body)
                }
            } catch let error as PostgresError where error.isRetryable && attempt < retries {
                attempt += 1
                options.onConnection?(.retrying(attempt: attempt, state: error.state))
                try await Task.sleep(for: .milliseconds(Int.random(in: 1...10) << min(attempt, 6)))
            }
        }
    }

    /// Runs the closure outside of any transaction, each statement on its own: for `CREATE INDEX CONCURRENTLY`,
    /// `VACUUM`, `CREATE DATABASE`. What it sets or locks in the session is gone afterwards.
    @discardableResult
    public func withoutTransaction<Value: Sendable>(
        _ body: @Sendable (Session) throws -> Value
    ) async throws -> Value {
        try await onLane { try await $0.withoutTransaction(body) }
    }

    /// Takes no more calls, waits for those that run, and closes the connections.
    public func close() async {
        await pool.close()
    }

    /// Waits until the task is cancelled, then closes: the shape of a service.
    public func run() async {
        let (never, end) = AsyncStream.makeStream(of: Never.self)
        await withTaskCancellationHandler {
            for await _ in never {}
        } onCancel: {
            end.finish()
        }
        await close()
    }

    private func onLane<Value: Sendable>(_ work: (Connection) async throws -> Value) async throws -> Value {
        let connection = try await pool.lease()
        let canceller = connection.canceller
        let use = canceller.beginUse()
        let outcome: Result<Value, any Error>
        do {
            outcome = .success(
                try await withTaskCancellationHandler {
                    try await work(connection)
                } onCancel: {
                    canceller.cancel(use)
                })
        } catch {
            outcome = .failure(error)
        }
        canceller.endUse()
        pool.giveBack(connection, isConnected: await connection.settle())
        return try outcome.get()
    }
}
