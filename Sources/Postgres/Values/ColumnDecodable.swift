/// A type that a column can be read into.
public protocol ColumnDecodable: DecodableElement {
    /// Reads the value of one column of one row.
    /// - Throws: ``PostgresError`` of kind `decoding`, made by ``Cell/mismatch(_:)``.
    init(cell: borrowing Cell) throws(PostgresError)
}

/// A type of which a list can be read. Not to be conformed to: ``ColumnDecodable`` brings it along.
public protocol DecodableElement {
    /// Reads a list.
    static func list(cell: borrowing Cell) throws(PostgresError) -> [Self]
}

extension ColumnDecodable {
    /// Reads PostgreSQL's array literal.
    public static func list(cell: borrowing Cell) throws(PostgresError) -> [Self] {
        guard let elements = ArrayLiteral.read(try cell.bytes(for: [Self].self)) else {
            throw cell.mismatch([Self].self)
        }
        var list: [Self] = []
        list.reserveCapacity(elements.count)
        for element in elements { list.append(try cell.element(element, Self.self)) }
        return list
    }
}

extension ColumnDecodable where Self: RawRepresentable, RawValue: ColumnDecodable {
    /// Reads the raw value; a raw value that the type does not have is a failure.
    public init(cell: borrowing Cell) throws(PostgresError) {
        guard let value = Self(rawValue: try RawValue(cell: cell)) else { throw cell.mismatch(Self.self) }
        self = value
    }
}

extension Optional: DecodableElement where Wrapped: ColumnDecodable {}

extension Optional: ColumnDecodable where Wrapped: ColumnDecodable {
    /// NULL is `nil`.
    public init(cell: borrowing Cell) throws(PostgresError) {
        self = cell.isNull ? nil : try Wrapped(cell: cell)
    }
}

extension Array: DecodableElement where Element: DecodableElement {}

extension Array: ColumnDecodable where Element: DecodableElement {
    /// Reads an array, or bytes.
    public init(cell: borrowing Cell) throws(PostgresError) {
        self = try Element.list(cell: cell)
    }
}

extension UInt8: DecodableElement {
    /// Reads `bytea` in its hexadecimal form.
    public static func list(cell: borrowing Cell) throws(PostgresError) -> [UInt8] {
        guard let bytes = Bytea.read(try cell.bytes(for: [UInt8].self)) else { throw cell.mismatch([UInt8].self) }
        return bytes
    }
}
