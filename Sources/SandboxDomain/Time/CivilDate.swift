/// A day of the calendar, without time or zone: what the law counts in.
///
/// Proleptic Gregorian, years 1…9999, like PostgreSQL's `date` within that range. Which day *today* is, PostgreSQL says,
/// in the authority's zone.
public struct CivilDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The year, 1…9999.
    public let year: Int
    /// The month, 1…12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// The day of that year and month, or nil when the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= CivilDate.length(ofMonth: month, year: year)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Reads exactly `2026-11-23`: four, two and two digits.
    ///
    /// - Throws: ``InputProblem/notADate(_:)`` for another form or a day that does not exist.
    public init(iso text: some StringProtocol) throws(InputProblem) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
            let date = CivilDate(year: year, month: month, day: day)
        else { throw .notADate(String(text)) }
        self = date
    }

    /// The day in ISO form, `2026-11-23`.
    public var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

    /// Earlier days come first.
    public static func < (a: CivilDate, b: CivilDate) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    /// The number of days in a month, 1…12, of a year.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CivilDate: ExpressibleByStringLiteral {
    /// A literal in ISO form, for constants and tests; any other literal is a programmer's error and traps.
    public init(stringLiteral text: String) {
        guard let date = try? CivilDate(iso: text) else { preconditionFailure("no such day: \(text)") }
        self = date
    }
}

private func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
        guard (0x30...0x39).contains(digit) else { return nil }
        value = value * 10 + Int(digit) - 0x30
    }
    return value
}
