import CLibPQ

/// One column of one row, as the server sent it. It cannot be copied or kept: the memory belongs to the result.
public struct Cell: ~Copyable {
    private let result: OpaquePointer
    private let column: Int32
    private let content: UnsafeRawBufferPointer?

    init(_ result: OpaquePointer, row: Int32, column: Int32) {
        self.result = result
        self.column = column
        content =
            PQgetisnull(result, row, column) == 1
            ? nil
            : UnsafeRawBufferPointer(
                start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
    }

    private init(result: OpaquePointer, column: Int32, content: UnsafeRawBufferPointer?) {
        self.result = result
        self.column = column
        self.content = content
    }

    /// Whether it holds SQL's NULL.
    public var isNull: Bool { content == nil }

    /// The value in PostgreSQL's text form.
    /// - Throws: a decoding failure for NULL.
    public func text<Value>(for type: Value.Type) throws(PostgresError) -> String {
        String(decoding: try bytes(for: type), as: UTF8.self)
    }

    func bytes<Value>(for type: Value.Type) throws(PostgresError) -> UnsafeRawBufferPointer {
        guard let content else { throw mismatch(type) }
        return content
    }

    /// Reads an element of the array in this cell.
    func element<Value: ColumnDecodable>(_ bytes: [UInt8]?, _ type: Value.Type) throws(PostgresError) -> Value {
        guard let bytes else { return try Value(cell: Cell(result: result, column: column, content: nil)) }
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        defer { copy.deallocate() }
        copy.copyBytes(from: bytes)
        return try Value(cell: Cell(result: result, column: column, content: UnsafeRawBufferPointer(copy)))
    }

    /// The failure "this column cannot be read as that": names the column and both types, and never shows the value.
    public func mismatch<Value>(_ type: Value.Type) -> PostgresError {
        let name = String(cString: PQfname(result, column))
        let found = content.map { "\($0.count) bytes of" } ?? "NULL in"
        let sqlType = PostgresType.name(of: PQftype(result, column))
        var error = PostgresError(
            .decoding, "column \"\(name)\" (number \(column + 1)): \(found) \(sqlType) cannot be read as \(type)")
        error.column = name
        return error
    }
}
