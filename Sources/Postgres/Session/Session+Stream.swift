import CLibPQ

extension Session {
    /// Hands over the rows one by one as they arrive: memory does not grow with their number.
    ///
    /// Until it returns, the session takes no other statement. A closure that throws stops the statement on the server;
    /// the transaction is then over, unless the stream runs in a ``savepoint(_:)``.
    public func stream<each Column: ColumnDecodable, Value>(
        _ sql: SQL, file: StaticString = #fileID, line: Int = #line,
        _ make: (repeat each Column) throws -> Value, _ each: (Value) throws -> Void
    ) throws {
        let site = CallSite(file: file, line: line)
        let columns = count(repeat (each Column).self)
        try link.run(sql, site) {
            try link.send(sql, site)
            PQsetSingleRowMode(link.connection)
            while let result = try link.next(sql, site) {
                do {
                    try result.requireColumns(columns)
                    for row in 0..<result.rowCount { try each(result.decode(row: row, make)) }
                } catch {
                    link.canceller.stopStatement()
                    throw error
                }
            }
        }
    }
}
