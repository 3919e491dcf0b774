import CLibPQ

extension Link {
    /// Sends what waits, if anything does.
    func sendWaiting() throws {
        guard !waiting.isEmpty else { return }
        let statements = waiting
        waiting = []
        try sendTogether(statements)
    }

    /// Sends statements one after the other and then reads their results: one round trip. Of those after one that fails
    /// none has run; its error is thrown, and is the outcome of them all.
    func sendTogether(_ statements: [Waiting]) throws {
        do {
            try exchange(statements)
        } catch {
            for statement in statements where statement.outcome == nil { statement.outcome = .failure(error) }
            throw error
        }
    }

    private func exchange(_ statements: [Waiting]) throws {
        guard !isBusy else {
            var error = PostgresError(.usage, "a stream or COPY of this session is still running")
            error.blame(statements[0].sql, statements[0].site)
            throw error
        }
        if kept.isFull {
            try control("DEALLOCATE ALL")
            kept = KeptStatements()
        }
        try canceller.beginStatement()
        isBusy = true
        defer {
            isBusy = false
            canceller.endStatement()
        }
        guard PQenterPipelineMode(connection) == 1 else { throw lost(statements[0].sql, statements[0].site) }
        var failure: (any Error)?
        var start = ContinuousClock.now
        var parts: [Part] = []
        do {
            for statement in statements { parts.append(try sendKept(statement.sql, statement.site)) }
        } catch { failure = error }
        PQpipelineSync(connection)
        for (number, (statement, part)) in zip(statements, parts).enumerated() where failure == nil {
            do {
                if case .prepared(let text) = part {
                    while try next(statement.sql, statement.site) != nil {}
                    kept.isThere(text)
                }
                guard let result = try next(statement.sql, statement.site) else {
                    throw lost(statement.sql, statement.site)
                }
                while try next(statement.sql, statement.site) != nil {}
                statement.outcome = .success(result)
            } catch {
                failure = error
            }
            if statement.isTold {
                let end = ContinuousClock.now
                tell(statement.sql, statement.site, end - start, failed: failure != nil, follows: number > 0)
                start = end
            }
        }
        // Up to the answer to the sync, past the `nil` that ends each statement.
        while !isBroken {
            guard let pointer = PQgetResult(connection) else { continue }
            if QueryResult(pointer).status == PGRES_PIPELINE_SYNC { break }
        }
        PQexitPipelineMode(connection)
        kept.forgetWhatFailed()
        if let failure { throw failure }
    }

    /// Sends a statement, or its values alone if the server keeps it; one that is to be kept is prepared first.
    private func sendKept(_ statement: SQL, _ sentBy: CallSite) throws -> Part {
        guard keepsStatements else {
            try send(statement, sentBy)
            return .whole
        }
        let text = KeptStatements.Text(statement)
        let (name, isNew) = kept.name(of: text)
        let types = statement.binds.map(\.oid)
        if isNew, PQsendPrepare(connection, name, text.text, Int32(types.count), types) != 1 {
            throw lost(statement, sentBy)
        }
        let parameters = try Parameters(statement.binds)
        let sent = parameters.withPointers { count, _, values, lengths, formats in
            PQsendQueryPrepared(connection, name, count, values, lengths, formats, 0)
        }
        guard sent == 1 else { throw lost(statement, sentBy) }
        return isNew ? .prepared(text) : .whole
    }

    /// What was sent of a statement: with its preparation, whose result comes first, or without.
    private enum Part {
        case whole
        case prepared(KeptStatements.Text)
    }
}
