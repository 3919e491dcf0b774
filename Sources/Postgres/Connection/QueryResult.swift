import CLibPQ

/// One result, freed with its last owner.
final class QueryResult {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit { PQclear(pointer) }

    var status: ExecStatusType { PQresultStatus(pointer) }
    var rowCount: Int32 { PQntuples(pointer) }
    var columnCount: Int32 { PQnfields(pointer) }
    /// `COMMIT`, `INSERT 0 1`, …
    var tag: String { String(cString: PQcmdStatus(pointer)) }
    /// Rows inserted, changed, deleted, copied or selected.
    var affectedRows: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

    var isFailure: Bool {
        status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE || status == PGRES_NONFATAL_ERROR
    }

    /// - Throws: a decoding failure if there are more or fewer columns than the initialiser takes.
    func requireColumns(_ count: Int32) throws(PostgresError) {
        guard columnCount == count else {
            throw PostgresError(.decoding, "the statement gives \(columnCount) columns, \(count) are read")
        }
    }

    /// A value of each row.
    func all<each Column: ColumnDecodable, Value>(_ make: (repeat each Column) throws -> Value) throws -> [Value] {
        try requireColumns(count(repeat (each Column).self))
        return try (0..<rowCount).map { try decode(row: $0, make) }
    }

    /// A value of the only row, or `nil` if there is none.
    func first<each Column: ColumnDecodable, Value>(_ make: (repeat each Column) throws -> Value) throws -> Value? {
        try requireColumns(count(repeat (each Column).self))
        guard rowCount <= 1 else {
            throw PostgresError(.decoding, "the statement gives \(rowCount) rows, at most one is read")
        }
        return rowCount == 0 ? nil : try decode(row: 0, make)
    }

    /// A value of exactly one row.
    func one<each Column: ColumnDecodable, Value>(_ make: (repeat each Column) throws -> Value) throws -> Value {
        guard let value = try first(make) else {
            throw PostgresError(.decoding, "the statement gives no row, one is read")
        }
        return value
    }

    /// Makes a value of one row.
    func decode<each Column: ColumnDecodable, Value>(
        row: Int32, _ make: (repeat each Column) throws -> Value
    ) throws -> Value {
        var column: Int32 = -1
        func next<Item: ColumnDecodable>(_ type: Item.Type) throws -> Item {
            column += 1
            return try Item(cell: Cell(pointer, row: row, column: column))
        }
        return try make(repeat try next((each Column).self))
    }
}

/// How many types a pack has.
func count<each Column>(_ types: repeat (each Column).Type) -> Int32 {
    var number: Int32 = 0
    for _ in repeat each types { number += 1 }
    return number
}
