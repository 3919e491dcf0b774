/// The code of a track: the way through the sandbox a company chooses.
///
/// Tracks are rows of the regime's reference data, not an enum: another regime brings its own.
public struct TrackCode: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The code as it is written in SQL and JSON, e.g. `temporary-permit`.
    public let code: String

    /// Takes a code as it is; whether a track of that code exists, the reference data decides.
    public init(_ code: String) { self.code = code }
    /// A literal code, for constants and tests.
    public init(stringLiteral code: String) { self.code = code }

    /// The code itself.
    public var description: String { code }
    /// Alphabetical by code.
    public static func < (a: TrackCode, b: TrackCode) -> Bool { a.code < b.code }
}

/// The code of a regime: one country's or field's sandbox rules, e.g. `kr-ict`.
public struct RegimeCode: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The code as it is written in SQL and JSON.
    public let code: String

    /// Takes a code as it is; whether such a regime exists, the reference data decides.
    public init(_ code: String) { self.code = code }
    /// A literal code, for constants and tests.
    public init(stringLiteral code: String) { self.code = code }

    /// The code itself.
    public var description: String { code }
}
