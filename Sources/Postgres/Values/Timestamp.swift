/// A moment, to the microsecond: PostgreSQL's `timestamptz`. Always in UTC; zones are applied by the server.
public struct Timestamp: Hashable, Sendable {
    /// Since 1970-01-01 00:00:00 UTC; negative before.
    public let microsecondsSinceEpoch: Int64

    /// A moment by its distance from 1970-01-01 00:00:00 UTC.
    public init(microsecondsSinceEpoch: Int64) {
        self.microsecondsSinceEpoch = microsecondsSinceEpoch
    }

    /// Reads ISO 8601 with a zone: `2026-03-01T09:00:00Z`, `2026-03-01 18:00:00.5+09`. Years 1…9999.
    public init?(_ text: some StringProtocol) {
        var reader = ISOReader(text.utf8)
        guard let date = reader.date(), reader.skip("T") || reader.skip(" "), let time = reader.time(),
            let offset = reader.zone(), reader.isAtEnd
        else { return nil }
        microsecondsSinceEpoch = Int64(date.daysSinceEpoch) * Self.day + time - Int64(offset) * 1_000_000
    }

    /// The date in UTC, or `nil` outside the years 1…9999.
    public var date: PostgresDate? {
        PostgresDate(daysSinceEpoch: Int(days))
    }

    private static let day: Int64 = 86_400_000_000

    private var days: Int64 {
        let quotient = microsecondsSinceEpoch / Self.day
        return microsecondsSinceEpoch % Self.day < 0 ? quotient - 1 : quotient
    }
}

extension Timestamp: Comparable {
    /// Earlier before later.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microsecondsSinceEpoch < right.microsecondsSinceEpoch
    }
}

extension Timestamp: CustomStringConvertible {
    /// `2026-03-01T09:00:00Z`, with a fraction only when there is one.
    public var description: String {
        guard let date else { return "\(microsecondsSinceEpoch) µs" }
        let rest = Int(microsecondsSinceEpoch - days * Self.day)
        let seconds = rest / 1_000_000
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0.padded(2) }.joined(separator: ":")
        return "\(date)T\(clock)\(Self.fraction(rest % 1_000_000))Z"
    }

    private static func fraction(_ microseconds: Int) -> String {
        if microseconds == 0 { return "" }
        var digits = microseconds.padded(6)
        while digits.last == "0" { digits.removeLast() }
        return "." + digits
    }
}

extension Timestamp: PostgresValue {
    /// `timestamptz`
    public static var postgresType: PostgresType { .timestamptz }
    /// ISO 8601
    public var bindValue: BindValue { .text(description) }

    /// Reads a moment of the years 1…9999; `infinity` is a failure.
    public init(cell: borrowing Cell) throws(PostgresError) {
        guard let moment = Timestamp(try cell.text(for: Timestamp.self)) else { throw cell.mismatch(Timestamp.self) }
        self = moment
    }
}
