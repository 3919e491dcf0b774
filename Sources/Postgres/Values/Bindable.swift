/// A value that can be interpolated into a statement as `\(…)`.
///
/// A type whose raw value is bindable, such as an enum of strings or an identifier over `Int64`, opts in with nothing
/// but the conformance: `extension Stage: PostgresValue {}`.
public protocol Bindable: BindableElement {
    /// The type the server is told.
    static var postgresType: PostgresType { get }
    /// The value in the form it is sent.
    var bindValue: BindValue { get }
}

/// A value that can be bound and read back.
public typealias PostgresValue = Bindable & ColumnDecodable

/// A value in the form it is sent to the server.
public enum BindValue: Sendable, Hashable {
    /// SQL's NULL.
    case null
    /// PostgreSQL's text form of the type.
    case text(String)
    /// PostgreSQL's binary form of the type.
    case binary([UInt8])
}

/// A value of which a list can be bound. Not to be conformed to: ``Bindable`` brings it along.
public protocol BindableElement: Sendable {
    /// The type of a list.
    static var listType: PostgresType { get }
    /// A list in the form it is sent.
    static func bindValue(of list: [Self]) -> BindValue
}

/// One bound value, without its Swift type.
struct Bind: Sendable {
    let oid: UInt32
    let value: BindValue

    init<Value: Bindable>(_ value: Value) {
        oid = Value.postgresType.oid
        self.value = value.bindValue
    }
}

extension Bindable {
    /// An array of this type.
    public static var listType: PostgresType { PostgresType(oid: postgresType.arrayOID) }

    /// PostgreSQL's array literal.
    public static func bindValue(of list: [Self]) -> BindValue {
        .text(ArrayLiteral.write(list.map(\.bindValue)))
    }
}

extension Bindable where Self: RawRepresentable, RawValue: Bindable {
    /// The raw value's type.
    public static var postgresType: PostgresType { RawValue.postgresType }
    /// The raw value.
    public var bindValue: BindValue { rawValue.bindValue }
}

extension Optional: BindableElement where Wrapped: Bindable {}

extension Optional: Bindable where Wrapped: Bindable {
    /// The wrapped value's type.
    public static var postgresType: PostgresType { Wrapped.postgresType }
    /// The wrapped value, or NULL.
    public var bindValue: BindValue { self?.bindValue ?? .null }
}

extension Array: BindableElement where Element: BindableElement {}

/// A list: `WHERE book_id = ANY(\(ids))`. Bytes (`[UInt8]`) are `bytea`.
extension Array: Bindable where Element: BindableElement {
    /// The type "array of the element's".
    public static var postgresType: PostgresType { Element.listType }
    /// The list as PostgreSQL's array literal.
    public var bindValue: BindValue { Element.bindValue(of: self) }
}

extension UInt8: BindableElement {
    /// A list of bytes is `bytea`.
    public static var listType: PostgresType { .bytea }
    /// Bytes are sent as they are, not as twice as many hexadecimal digits.
    public static func bindValue(of list: [UInt8]) -> BindValue { .binary(list) }
}
