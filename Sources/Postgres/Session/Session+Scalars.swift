extension Session {
    /// All values of the only column: `let ids: [Int64] = try session.all("SELECT …")`.
    public func all<Value: ColumnDecodable>(
        _ sql: SQL, as type: Value.Type = Value.self, file: StaticString = #fileID, line: Int = #line
    ) throws -> [Value] {
        try all(sql, file: file, line: line) { (value: Value) in value }
    }

    /// The value of the only column of the only row, or `nil` if there is no row.
    public func first<Value: ColumnDecodable>(
        _ sql: SQL, as type: Value.Type = Value.self, file: StaticString = #fileID, line: Int = #line
    ) throws -> Value? {
        try first(sql, file: file, line: line) { (value: Value) in value }
    }

    /// The value of the only column of exactly one row: `try session.one("SELECT count(*) …", as: Int.self)`.
    public func one<Value: ColumnDecodable>(
        _ sql: SQL, as type: Value.Type = Value.self, file: StaticString = #fileID, line: Int = #line
    ) throws -> Value {
        try one(sql, file: file, line: line) { (value: Value) in value }
    }
}
