/// A connection as a closure of ``Database/read(_:preamble:_:)`` or ``Database/write(_:retries:preamble:dryRun:_:)``
/// sees it.
///
/// It is not sendable and lives only inside the closure. Its calls wait on the connection's own thread, so the code in
/// the closure is plain synchronous code.
public final class Session {
    let link: Link

    init(_ link: Link) {
        self.link = link
    }

    /// All rows, each made by an initialiser or closure that takes the columns in their order.
    ///
    /// ```swift
    /// let rows = try session.all("SELECT book_id, title FROM book", BookRow.init)
    /// ```
    public func all<each Column: ColumnDecodable, Value>(
        _ sql: SQL, file: StaticString = #fileID, line: Int = #line, _ make: (repeat each Column) throws -> Value
    ) throws -> [Value] {
        let site = CallSite(file: file, line: line)
        let result = try link.query(sql, site)
        return try attributing(to: sql, site) { try result.all(make) }
    }

    /// The only row, or `nil` if there is none.
    /// - Throws: a decoding failure if there are several.
    public func first<each Column: ColumnDecodable, Value>(
        _ sql: SQL, file: StaticString = #fileID, line: Int = #line, _ make: (repeat each Column) throws -> Value
    ) throws -> Value? {
        let site = CallSite(file: file, line: line)
        let result = try link.query(sql, site)
        return try attributing(to: sql, site) { try result.first(make) }
    }

    /// Exactly one row.
    /// - Throws: a decoding failure if there are none or several.
    public func one<each Column: ColumnDecodable, Value>(
        _ sql: SQL, file: StaticString = #fileID, line: Int = #line, _ make: (repeat each Column) throws -> Value
    ) throws -> Value {
        let site = CallSite(file: file, line: line)
        let result = try link.query(sql, site)
        return try attributing(to: sql, site) { try result.one(make) }
    }

    /// Whether the statement gives any row.
    public func exists(_ sql: SQL, file: StaticString = #fileID, line: Int = #line) throws -> Bool {
        try link.query(sql, CallSite(file: file, line: line)).rowCount > 0
    }

    /// Runs a statement and says how many rows it inserted, changed or deleted.
    @discardableResult
    public func execute(_ sql: SQL, file: StaticString = #fileID, line: Int = #line) throws -> Int {
        try link.query(sql, CallSite(file: file, line: line)).affectedRows
    }

    func attributing<Value>(to sql: SQL, _ site: CallSite, _ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch var error as PostgresError where error.sql == nil {
            error.blame(sql, site)
            throw error
        }
    }
}

@available(*, unavailable, message: "a session lives only inside the closure that was given it")
extension Session: Sendable {}
