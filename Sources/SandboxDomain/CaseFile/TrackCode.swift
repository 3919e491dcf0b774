/// The code of a track: the way through the sandbox a company chooses.
///
/// Tracks are rows of the regime's reference data, not an enum: another regime brings its own. The constants name those
/// of Korea's ICT sandbox, for tests and for words where no register is at hand; no rule asks for one of them.
public struct TrackCode: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The code as it stands in SQL and JSON, e.g. `temporary-permit`.
    public let code: String

    /// Takes a code as it is; whether a track of that code exists, the reference data decides.
    public init(_ code: String) { self.code = code }
    /// A literal code, for constants and tests.
    public init(stringLiteral code: String) { self.code = code }

    /// The code itself.
    public var description: String { code }
    /// Alphabetical by code.
    public static func < (a: TrackCode, b: TrackCode) -> Bool { a.code < b.code }

    /// 신속처리: is a permit needed for this business, and whose? (Act 36; Decree 39)
    public static let rapidConfirmation: TrackCode = "rapid-confirmation"
    /// 임시허가: to market although the law has no fitting standard (Act 37, 38; Decree 40–42의3).
    public static let temporaryPermit: TrackCode = "temporary-permit"
    /// 실증특례: a test within limits although the law forbids or does not fit (Act 38의2–38의5; Decree 42의4–42의7).
    public static let demonstration: TrackCode = "demonstration"

    /// The tracks of Korea's ICT sandbox, in the order of the Act.
    public static let ofKoreanICT: [TrackCode] = [.rapidConfirmation, .temporaryPermit, .demonstration]
}

/// The code of a regime: one country's or field's sandbox rules, e.g. `kr-ict`.
public struct RegimeCode: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The code as it stands in SQL and JSON.
    public let code: String

    /// Takes a code as it is; whether such a regime exists, the reference data decides.
    public init(_ code: String) { self.code = code }
    /// A literal code, for constants and tests.
    public init(stringLiteral code: String) { self.code = code }

    /// The code itself.
    public var description: String { code }
}
