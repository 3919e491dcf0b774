/// A day of the week, Monday first as in ISO 8601.
public enum Weekday: Int, CaseIterable, Sendable, Hashable {
    /// 월요일…일요일.
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday
}

extension CivilDate {
    /// Days since 1970-01-01, which is day 0; negative before.
    public var dayNumber: Int {
        // March is taken as the first month, so that the leap day is the last of its year.
        let y = month > 2 ? year : year - 1
        let m = month > 2 ? month - 3 : month + 9
        return y * 365 + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 719_469
    }

    /// The day of that number, or nil outside the years 1…9999.
    public init?(dayNumber: Int) {
        guard (-719_162...2_932_896).contains(dayNumber) else { return nil }
        let days = dayNumber + 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let m = (5 * dayOfYear + 2) / 153
        let month = m < 10 ? m + 3 : m - 9
        self.init(
            year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * m + 2) / 5 + 1)
    }

    /// The day of the week.
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday; the sum is kept positive for any year.
        Weekday(rawValue: (dayNumber + 719_162) % 7 + 1) ?? .monday
    }

    /// The day that many days later (earlier if negative), or nil outside the years 1…9999. Calendar days: working days
    /// are counted by the database.
    public func adding(days: Int) -> CivilDate? {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        return overflow ? nil : CivilDate(dayNumber: sum)
    }

    /// How many days later `other` is; negative if earlier.
    public func days(until other: CivilDate) -> Int { other.dayNumber - dayNumber }
}
