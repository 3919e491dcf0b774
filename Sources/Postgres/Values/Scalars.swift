extension Bool: Bindable, ColumnDecodable {
    /// `boolean`
    public static var postgresType: PostgresType { .bool }
    /// `t` or `f`
    public var bindValue: BindValue { .text(self ? "t" : "f") }

    /// Reads `t` or `f`.
    public init(cell: borrowing Cell) throws(PostgresError) {
        let bytes = try cell.bytes(for: Bool.self)
        switch bytes.first {
        case UInt8(ascii: "t") where bytes.count == 1: self = true
        case UInt8(ascii: "f") where bytes.count == 1: self = false
        default: throw cell.mismatch(Bool.self)
        }
    }
}

extension Int: Bindable, ColumnDecodable {
    /// `bigint`
    public static var postgresType: PostgresType { .int8 }
}

extension Int64: Bindable, ColumnDecodable {
    /// `bigint`
    public static var postgresType: PostgresType { .int8 }
}

extension Int32: Bindable, ColumnDecodable {
    /// `integer`
    public static var postgresType: PostgresType { .int4 }
}

extension Int16: Bindable, ColumnDecodable {
    /// `smallint`
    public static var postgresType: PostgresType { .int2 }
}

extension Bindable where Self: FixedWidthInteger {
    /// Decimal digits.
    public var bindValue: BindValue { .text(String(self)) }
}

extension ColumnDecodable where Self: FixedWidthInteger {
    /// Reads decimal digits; a number that does not fit is a failure.
    public init(cell: borrowing Cell) throws(PostgresError) {
        guard let value = Self(try cell.text(for: Self.self)) else { throw cell.mismatch(Self.self) }
        self = value
    }
}

extension Double: Bindable, ColumnDecodable {
    /// `double precision`
    public static var postgresType: PostgresType { .float8 }
    /// The shortest digits that mean exactly this number.
    public var bindValue: BindValue { .text(description) }

    /// Reads `real`, `double precision`, or `numeric` to the nearest double.
    public init(cell: borrowing Cell) throws(PostgresError) {
        guard let value = Double(try cell.text(for: Double.self)) else { throw cell.mismatch(Double.self) }
        self = value
    }
}

extension String: Bindable, ColumnDecodable {
    /// Unspecified, so that the server can make it a text, an enum, a domain or a date.
    public static var postgresType: PostgresType { .unspecified }
    /// The text itself.
    public var bindValue: BindValue { .text(self) }

    /// Reads the text form of any type.
    public init(cell: borrowing Cell) throws(PostgresError) {
        self = try cell.text(for: String.self)
    }
}

/// A JSON document as text: bound as `jsonb`, read from `json` or `jsonb`. The server checks that it is one.
public struct JSONText: Hashable, Sendable, PostgresValue {
    /// The document.
    public let text: String

    /// A document; not checked here.
    public init(_ text: String) {
        self.text = text
    }

    /// `jsonb`
    public static var postgresType: PostgresType { .jsonb }
    /// The document.
    public var bindValue: BindValue { .text(text) }

    /// Reads a document.
    public init(cell: borrowing Cell) throws(PostgresError) {
        text = try cell.text(for: JSONText.self)
    }
}
