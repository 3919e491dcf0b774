import CLibPQ

/// One libpq connection, in its plain blocking mode. Not sendable: it lives on its lane.
final class Link {
    let connection: OpaquePointer
    let canceller: Canceller
    let options: ConnectionOptions
    /// A statement is running: only its own results may be read.
    var isBusy = false
    var savepointDepth = 0
    /// Statements that go along with the next one that is waited for.
    var waiting: [Waiting] = []
    /// The statements that the server keeps prepared for this connection.
    var kept = KeptStatements()
    /// The last warning of the server.
    var warning: Notice?
    /// A pooler in between lends a connection of the server to each transaction: what belongs to a session does not hold,
    /// so every transaction brings its settings.
    var isPooled = false

    init(_ connection: OpaquePointer, _ options: ConnectionOptions, _ canceller: Canceller) {
        self.connection = connection
        self.options = options
        self.canceller = canceller
        receiveNotices()
    }

    deinit {
        canceller.aim(at: nil)
        PQfinish(connection)
    }

    var isBroken: Bool { PQstatus(connection) != CONNECTION_OK }
    var serverProcess: Int { Int(PQbackendPID(connection)) }
    var transactionStatus: PGTransactionStatusType { PQtransactionStatus(connection) }

    /// What the server has told of itself while connecting, or since.
    func parameter(_ name: String) -> String? { PQparameterStatus(connection, name).map { String(cString: $0) } }

    /// For what needs a session: `LISTEN`, and statements outside of transactions.
    func requireSession() throws(PostgresError) {
        guard isPooled else { return }
        throw PostgresError(
            .usage, "a pooler lends this connection for single transactions only; this needs one to the server itself",
            hint: "Name the server's own host and port.")
    }

    /// Sends a statement and reads what comes back, cancellable from the first byte to the last.
    ///
    /// Whatever `receive` leaves unread is read and thrown away, so the connection is ready for the next statement.
    func run<Value>(_ statement: SQL, _ sentBy: CallSite, receive: () throws -> Value) throws -> Value {
        try sendWaiting()
        guard !isBusy else {
            var error = PostgresError(.usage, "a stream or COPY of this session is still running")
            error.blame(statement, sentBy)
            throw error
        }
        try canceller.beginStatement()
        isBusy = true
        let start = options.onStatement == nil ? nil : ContinuousClock.now
        var failed = true
        defer {
            drain()
            isBusy = false
            canceller.endStatement()
            if let start { tell(statement, sentBy, .now - start, failed: failed) }
        }
        do {
            let value = try receive()
            failed = false
            return value
        } catch var error as PostgresError where error.sql == nil {
            error.blame(statement, sentBy)
            throw error
        }
    }

    /// Tells the observer of a statement that has ended.
    func tell(_ statement: SQL, _ sentBy: CallSite, _ duration: Duration, failed: Bool, follows: Bool = false) {
        options.onStatement?(
            ExecutedStatement(
                sql: statement.text, bindCount: statement.bindCount, duration: duration, failed: failed,
                location: sentBy.description, follows: follows))
    }

    /// Sends a statement of the closure's, after those that wait, and gives its result.
    func query(_ statement: SQL, _ sentBy: CallSite) throws -> QueryResult {
        guard waiting.isEmpty, !keepsStatements else {
            let asked = Waiting(statement, sentBy, self)
            waiting.append(asked)
            return try asked.receive { $0 }
        }
        return try run(statement, sentBy) {
            try send(statement, sentBy)
            guard let result = try next(statement, sentBy) else { throw lost(statement, sentBy) }
            let status = result.status
            guard status != PGRES_COPY_IN, status != PGRES_COPY_OUT else {
                throw PostgresError(.usage, "COPY needs copyIn or copyOut")
            }
            return result
        }
    }

    /// Sends the text and the binds.
    func send(_ statement: SQL, _ sentBy: CallSite) throws {
        let parameters = try Parameters(statement.binds)
        let sent = parameters.withPointers { count, types, values, lengths, formats in
            PQsendQueryParams(connection, statement.text, count, types, values, lengths, formats, 0)
        }
        guard sent == 1 else { throw lost(statement, sentBy) }
    }

    /// The next result, or `nil` after the last.
    func next(_ statement: SQL, _ sentBy: CallSite) throws -> QueryResult? {
        guard let pointer = PQgetResult(connection) else { return nil }
        let result = QueryResult(pointer)
        guard result.isFailure else { return result }
        throw failure(PostgresError(result: result.pointer, statement: statement, sentBy: sentBy))
    }

    /// The error for a statement that could not be sent or got no answer.
    func lost(_ statement: SQL, _ sentBy: CallSite) -> any Error {
        let message = PostgresError.firstLine(of: String(cString: PQerrorMessage(connection)))
        var error = PostgresError(.connection, message, state: .connectionFailure)
        error.blame(statement, sentBy)
        return failure(error)
    }

    /// `CancellationError` if it was the task that stopped the statement.
    private func failure(_ error: PostgresError) -> any Error {
        var error = error
        if isBroken { error.kind = .connection }
        let stopped = error.state == .queryCanceled || isBroken
        return stopped && canceller.isCancelled ? CancellationError() : error
    }

    /// Reads and forgets what is left of a statement.
    private func drain() {
        while let pointer = PQgetResult(connection) {
            let result = QueryResult(pointer)
            switch result.status {
            case PGRES_COPY_IN: PQputCopyEnd(connection, "given up by the client")
            case PGRES_COPY_OUT: while copyData() != nil {}
            default: break
            }
        }
    }

    /// One message of a COPY OUT, or `nil` at its end.
    func copyData() -> [UInt8]? {
        var buffer: UnsafeMutablePointer<CChar>?
        let count = PQgetCopyData(connection, &buffer, 0)
        guard count > 0, let buffer else { return nil }
        defer { PQfreemem(buffer) }
        return Array(UnsafeRawBufferPointer(start: buffer, count: Int(count)))
    }
}
