public import Postgres
public import SandboxDomain

/// The case tracker on one database: acts go in, answers come out.
///
/// ```swift
/// let tracker = try Tracker("postgresql://mcst@/sandbox")
/// let reply = ReplyToConsultation(case: reference, opinion: .agree)
/// try await tracker.perform(reply)
/// ```
/// Every act is one transaction of the person PostgreSQL authenticated, on a schema of this program's version
/// (`Refusal.schemaOlder`, `.schemaNewer`, `.schemaDefinitionsDiffer`). Errors are the domain's (`Refusal`, `NotFound`,
/// `NotPermitted`, `Conflict`, `BadInput`), ``ServerRefusal``, ``DatabaseUnavailable``, ``StandbyServer`` or
/// ``UnexpectedDatabaseError``.
public struct Tracker: Sendable {
    private(set) var database: CheckedDatabase
    /// How long an act that is safe to repeat is repeated while the server is away.
    let patience: Duration
    /// The moment to read at; nil for now.
    var instant: Instant?
    /// Told once, when an act begins to be repeated because the server is away.
    public var onWaiting: (@Sendable () -> Void)?
    /// Told when a question was answered without recording the lapses that it shows, because the server is a standby.
    public var onUnrecordedLapse: (@Sendable () -> Void)?

    /// The version of the schema that this program works with.
    public static let schemaVersion = Migration.newest

    /// The version of libpq that this program uses, such as `15.8`.
    public static var clientLibraryVersion: String { ClientLibrary.version }

    /// The same connection as a URI for other programs, such as `psql`, without its passwords.
    /// - Throws: `PostgresError` of kind `usage` for words that libpq cannot read.
    public static func uri(of connection: String) throws -> String { try ConnectionOptions(connection).uri }

    /// A tracker on that database.
    public init(_ database: Database, patience: Duration = .seconds(15)) {
        (self.database, self.patience) = (CheckedDatabase(database), patience)
    }

    /// A tracker on the database that libpq finds under these words.
    /// - Parameters:
    ///   - connection: a URI or `host=… dbname=…`; what it leaves out is left to libpq's variables and files.
    ///   - lanes: how many connections there may be; one is right for a command line.
    ///   - keepsStatements: whether the server keeps statements prepared, so that one that comes again is not planned
    ///     again: for a service whose lanes act for one person each; a lane that takes another role plans anew. Through
    ///     PgBouncer in its transaction mode nothing is kept.
    ///   - trace: told about connections and statements, for logs.
    /// - Throws: `PostgresError` of kind `usage` for words that libpq cannot read.
    public init(
        _ connection: String, lanes: Int = 1, patience: Duration = .seconds(15), keepsStatements: Bool = false,
        trace: Trace? = nil
    ) throws {
        var options = try ConnectionOptions(casework: connection, application: "sandbox", trace: trace)
        options.keepsStatements = keepsStatements
        options.searchPath = ["sandbox", "public"]
        self.init(Database(options, lanes: lanes), patience: patience)
    }

    /// The same tracker, acting for a person: for a service that has authenticated the person by itself.
    ///
    /// ```swift
    /// let kim = tracker.acting(as: try RoleName("kim"))
    /// try await kim.perform(ReplyToConsultation(case: reference, opinion: .agree), key: form.key)
    /// ```
    /// Every transaction takes the person's role as it begins, without another round trip. The login needs to be a
    /// member of that role and of no group role of its own: by itself it may do nothing. The event log names the person
    /// as the actor and the service as the login. A superuser is refused (`Refusal.superuserActing`); a person for whom
    /// the service may not act is `NotPermitted`.
    public func acting(as person: RoleName) -> Tracker {
        var tracker = self
        tracker.database.actor = person
        return tracker
    }

    /// Does one act. A dry run does all of it, checks included, and rolls it back.
    public func perform<O: Operation>(_ operation: O, dryRun: Bool = false) async throws -> O.Outcome {
        try await translatingErrors {
            try await database.write(retries: 3, dryRun: dryRun) {
                try operation.perform($0)
            }
        }
    }

    /// Does one act at most once. If the server goes away meanwhile the act is repeated under the same key; the key of
    /// an act whose outcome stays unknown is in the error.
    public func perform<O: OnceOnly>(
        _ operation: O, key: IdempotencyKey? = nil, dryRun: Bool = false
    ) async throws -> O.Outcome {
        let key = key ?? .random()
        let end = ContinuousClock.now.advanced(by: patience)
        var isWaiting = false
        while true {
            do {
                return try await translatingErrors(key: key) {
                    try await database.write(retries: 3, dryRun: dryRun) {
                        try key.once(operation, $0)
                    }
                }
            } catch let error as DatabaseUnavailable where error.mayReturn && ContinuousClock.now < end {
                if !isWaiting { onWaiting?() }
                isWaiting = true
                try await Task.sleep(for: .milliseconds(.random(in: 50...250)))
            }
        }
    }

    /// Answers a question.
    public func answer<Q: Query>(_ query: Q) async throws -> Q.Answer {
        try await translatingErrors {
            try await read(query, all: true) { try query.answer($0) }
        }
    }

    /// One read-only transaction. Where a period has ended in silence, the lapse is recorded first, in a transaction of
    /// its own; then the question that depends on it is answered.
    /// - Parameter all: the answer is complete when the body returns, and nobody has seen any of it: whether a lapse is due
    ///   is then asked along with the first statement, and an answer that it changes is thrown away.
    private func read<Q: Query, Value: Sendable>(
        _ query: Q, all: Bool = false, _ body: @Sendable (Session) throws -> Value
    ) async throws -> Value {
        guard instant == nil, query is any NeedsCurrentLapses else { return try await read { try body($0) } }
        let answer = try await database.read { session -> Value? in
            let isDue = session.ask(RecordLapses.isDue)
            if !all, try isDue.get() { return nil }
            let answer = Result { try body(session) }
            return try isDue.get() ? nil : try answer.get()
        }
        if let answer { return answer }
        do {
            try await database.write(retries: 3) { try RecordLapses().perform($0) }
        } catch let error as PostgresError where error.isFromStandby {
            onUnrecordedLapse?()
        }
        return try await database.read { try body($0) }
    }

    /// Hands the rows of a listing on one by one, in constant memory.
    public func forEach<Q: RowQuery>(_ query: Q, _ body: @Sendable (Q.Row) throws -> Void) async throws {
        try await translatingErrors {
            try await read(query) { try query.forEach($0, body) }
        }
    }

    /// Hands the rows of a listing, one by one and in constant memory, to something that is made for them, such as a
    /// writer, and returns its result.
    public func reduce<Q: RowQuery, Sink, Value: Sendable>(
        _ query: Q, into make: @Sendable () -> Sink, _ each: @Sendable (inout Sink, Q.Row) throws -> Void,
        _ finish: @Sendable (inout Sink) throws -> Value
    ) async throws -> Value {
        try await translatingErrors {
            try await read(query) { session in
                var sink = make()
                try query.forEach(session) { try each(&sink, $0) }
                return try finish(&sink)
            }
        }
    }

    /// Ends the connections.
    public func close() async { await database.close() }
}
