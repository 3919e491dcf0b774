import CLibPQ

/// How a transaction ends whose closure returned.
enum TransactionEnd: Sendable {
    case commit
    /// What COMMIT would check is checked, then everything is undone.
    case rehearse
    /// Nothing was changed: it is over.
    case leaveNothing
}

extension Link {
    /// BEGIN, the body, and the end.
    func transaction<Value>(_ begin: String, _ body: () throws -> Value) throws -> Value {
        try self.begin(begin, preamble: nil)
        return try finishTransaction(.commit, body)
    }

    /// The rest of a transaction that has begun: the body, and the end; ROLLBACK if the body throws or the task is
    /// cancelled.
    func finishTransaction<Value>(_ end: TransactionEnd, _ body: () throws -> Value) throws -> Value {
        do {
            let value = try body()
            try sendWaiting()
            if canceller.isCancelled { throw CancellationError() }
            switch end {
            case .commit: try commit()
            case .rehearse:
                // Whoever does more at the end of a transaction than the database takes back asks for this.
                try control("SET LOCAL transaction.is_rehearsal TO on")
                try control("SET CONSTRAINTS ALL IMMEDIATE")
            case .leaveNothing: break
            }
            rollBack()
            return value
        } catch {
            rollBack()
            throw error
        }
    }

    /// Opens a transaction; the preamble goes with it in the same round trip.
    func begin(_ begin: String, preamble: SQL?) throws {
        guard !isBroken else { throw lost(SQL.control(begin), .driver) }
        let along = [isPooled ? options.transactionSettings : nil, preamble].compactMap { $0 }
        if along.isEmpty {
            try control(begin)
            return
        }
        do {
            try sendTogether(([SQL.control(begin)] + along).map { Waiting($0, .driver, self, isTold: false) })
        } catch {
            rollBack()
            throw error
        }
    }

    private func commit() throws {
        guard transactionStatus != PQTRANS_IDLE else {
            throw PostgresError(.usage, "the closure ended the transaction that it was given")
        }
        let tag: String
        warning = nil
        do {
            tag = try control("COMMIT")
        } catch var error as PostgresError where isBroken {
            error.commitOutcomeUnknown = true
            throw error
        }
        // COMMIT of a failed transaction succeeds, as a ROLLBACK.
        guard tag == "COMMIT" else {
            throw PostgresError(
                .commitRolledBack, "nothing was saved: a statement of the transaction had failed",
                state: .inFailedTransaction, hint: "Let its error be thrown, or put the statement into a savepoint.")
        }
        // A time limit that strikes while a standby is waited for ends the waiting with a warning and "COMMIT": the server
        // has it, but it is lost if the standby takes over now.
        if let warning {
            var error = PostgresError(.timeout, warning.message, state: .resolutionUnknown, hint: warning.hint)
            error.detail = warning.detail
            error.commitOutcomeUnknown = true
            throw error
        }
    }

    /// Ends whatever transaction there is. A connection on which this fails is broken, which is noticed later.
    func rollBack() {
        savepointDepth = 0
        waiting = []
        guard !isBroken, transactionStatus != PQTRANS_IDLE else { return }
        PQclear(PQexec(connection, "ROLLBACK"))
    }

    /// Sends a statement of the driver's own, which no cancellation can meet, and gives its tag.
    @discardableResult
    func control(_ text: String) throws -> String {
        guard let pointer = PQexec(connection, text) else { throw lost(SQL.control(text), .driver) }
        let result = QueryResult(pointer)
        guard !result.isFailure else {
            var error = PostgresError(result: result.pointer, statement: SQL.control(text), sentBy: .driver)
            if isBroken { error.kind = .connection }
            throw error
        }
        return result.tag
    }
}

extension SQL {
    fileprivate static func control(_ text: String) -> SQL { "\(unsafe: text)" }
}

extension CallSite {
    static let driver = CallSite(file: #fileID, line: #line)
}
