/// A plain date of the Gregorian calendar, without a time or a zone: PostgreSQL's `date`.
public struct PostgresDate: Hashable, Sendable {
    /// 1…9999
    public let year: Int
    /// 1…12
    public let month: Int
    /// 1…31
    public let day: Int

    /// A date, or `nil` if there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2026-03-01`, and nothing else.
    public init?(_ text: some StringProtocol) {
        var text = ISOReader(text.utf8)
        guard let date = text.date(), text.isAtEnd else { return nil }
        self = date
    }

    /// Days since 1970-01-01, which is 0.
    public var daysSinceEpoch: Int {
        // Years that begin in March have the leap day at their end (Howard Hinnant's days_from_civil).
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The date that many days after 1970-01-01, or `nil` outside the years 1…9999.
    public init?(daysSinceEpoch days: Int) {
        guard (-719_162...2_932_896).contains(days) else { return nil }
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension PostgresDate: Comparable {
    /// Earlier before later.
    public static func < (left: PostgresDate, right: PostgresDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension PostgresDate: CustomStringConvertible {
    /// `2026-03-01`
    public var description: String { "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))" }
}

extension PostgresDate: PostgresValue {
    /// `date`
    public static var postgresType: PostgresType { .date }
    /// `2026-03-01`
    public var bindValue: BindValue { .text(description) }

    /// Reads a date of the years 1…9999; `infinity` is a failure.
    public init(cell: borrowing Cell) throws(PostgresError) {
        var text = ISOReader(try cell.bytes(for: PostgresDate.self))
        guard let date = text.date(), text.isAtEnd else { throw cell.mismatch(PostgresDate.self) }
        self = date
    }
}

extension Int {
    /// With zeros in front.
    func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}
