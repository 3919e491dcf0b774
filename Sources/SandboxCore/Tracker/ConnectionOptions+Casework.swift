internal import Postgres

extension ConnectionOptions {
    /// How this program connects to the database that libpq finds under these words.
    /// - Parameter application: the name that the connection shows in `pg_stat_activity`.
    /// - Throws: `PostgresError` of kind `usage` for words that libpq cannot read.
    init(casework connection: String, application: String, trace: Trace?) throws {
        try self.init(connection)
        applicationName = application
        // Then whoever keeps others waiting is looked for.
        lockTimeout = .seconds(5)
        // Compiling costs more than the queries of casework; and pages come from memory or flash, not from a turning disk.
        defaults = ["jit": "off", "random_page_cost": "1.1"]
        guard let trace else { return }
        onStatement = { trace(TraceEvent($0)) }
        onConnection = { trace(TraceEvent($0)) }
    }
}

extension TraceEvent {
    fileprivate init(_ statement: ExecutedStatement) {
        self = .statement(
            sql: statement.sql, values: statement.bindCount, duration: statement.duration, failed: statement.failed,
            location: statement.location, follows: statement.follows)
    }

    fileprivate init(_ event: ConnectionEvent) {
        self =
            switch event {
            case .opened(_, let process, let duration): .connected(process: process, duration: duration)
            case .closed: .disconnected
            case .retrying(let attempt, let state): .retrying(attempt: attempt, state: state?.rawValue)
            }
    }
}
