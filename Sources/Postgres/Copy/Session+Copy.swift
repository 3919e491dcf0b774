import CLibPQ

extension Session {
    /// Loads rows into a table, at the greatest speed there is. All of them or, if `write` throws, none.
    ///
    /// ```swift
    /// try session.copyIn("holiday", columns: ["day", "name"]) { rows in
    ///     for holiday in holidays { try rows.row(holiday.day, holiday.name) }
    /// }
    /// ```
    /// - Returns: how many rows were loaded.
    @discardableResult
    public func copyIn(
        _ table: Identifier, columns: [Identifier], file: StaticString = #fileID, line: Int = #line,
        _ write: (inout CopyWriter) throws -> Void
    ) throws -> Int {
        let names = columns.map { "\(identifier: $0)" as SQL }.joined(by: ", ")
        return try copyIn("COPY \(identifier: table) (\(names)) FROM STDIN", file: file, line: line, write)
    }

    /// Runs a `COPY … FROM STDIN`, whose data `write` gives in the format that the statement names.
    /// - Returns: how many rows were loaded.
    @discardableResult
    public func copyIn(
        _ sql: SQL, file: StaticString = #fileID, line: Int = #line, _ write: (inout CopyWriter) throws -> Void
    ) throws -> Int {
        let site = CallSite(file: file, line: line)
        return try link.run(sql, site) {
            try startCopy(sql, site, PGRES_COPY_IN)
            var writer = CopyWriter { bytes in
                let sent = bytes.withUnsafeBytes {
                    PQputCopyData(
                        self.link.connection, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count))
                }
                // The server may have refused a row already; its reason comes with the result.
                if sent != 1 { throw try self.copyFailure(sql, site) }
            }
            // Thrown out of here, the COPY is ended as failed by `run`.
            try write(&writer)
            try writer.flush()
            guard PQputCopyEnd(link.connection, nil) == 1 else { throw try copyFailure(sql, site) }
            return try link.next(sql, site)?.affectedRows ?? 0
        }
    }

    /// Runs a `COPY … TO STDOUT` and hands over its bytes as they arrive, in pieces of whole rows of about 64 KiB.
    /// - Returns: how many rows there were.
    @discardableResult
    public func copyOut(
        _ sql: SQL, file: StaticString = #fileID, line: Int = #line, _ chunk: ([UInt8]) throws -> Void
    ) throws -> Int {
        let site = CallSite(file: file, line: line)
        return try link.run(sql, site) {
            try startCopy(sql, site, PGRES_COPY_OUT)
            var buffer: [UInt8] = []
            do {
                while let row = link.copyData() {
                    buffer += row
                    guard buffer.count >= CopyWriter.pieceSize else { continue }
                    try chunk(buffer)
                    buffer.removeAll(keepingCapacity: true)
                }
                // First the verdict, then the last piece: a failed COPY does not look complete.
                let result = try link.next(sql, site)
                if !buffer.isEmpty { try chunk(buffer) }
                return result?.affectedRows ?? 0
            } catch {
                link.canceller.stopStatement()
                throw error
            }
        }
    }

    private func startCopy(_ sql: SQL, _ site: CallSite, _ expected: ExecStatusType) throws {
        guard sql.bindCount == 0 else { throw PostgresError(.usage, "COPY takes no bound values") }
        try link.send(sql, site)
        guard let result = try link.next(sql, site) else { throw link.lost(sql, site) }
        guard result.status == expected else {
            throw PostgresError(.usage, "the statement is no COPY in this direction")
        }
    }

    private func copyFailure(_ sql: SQL, _ site: CallSite) throws -> any Error {
        PQputCopyEnd(link.connection, nil)
        while try link.next(sql, site) != nil {}
        return link.lost(sql, site)
    }
}
