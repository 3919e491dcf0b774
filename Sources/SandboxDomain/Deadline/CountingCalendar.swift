/// The days an authority counts on: which are open, and what a closed one is called.
public struct CountingCalendar: Sendable {
    /// The days it knows.
    public let days: ClosedRange<CivilDate>
    /// The days of the week on which it is closed.
    public let closedWeekdays: Set<Weekday>
    /// The days that are holidays, by name.
    public let holidays: [CivilDate: Holiday]
    /// When the offices open and close, in minutes of the day.
    public let hours: Range<Int>

    /// What a holiday is called. Two may share a day.
    public struct Holiday: Hashable, Sendable {
        /// Its name in Korean.
        public var korean: String
        /// Its name in English, or in Korean if nobody gave one.
        public var english: String

        /// A holiday of that name.
        public init(korean: String, english: String? = nil) {
            (self.korean, self.english) = (korean, english ?? korean)
        }
    }

    /// A calendar of these holidays.
    public init(
        days: ClosedRange<CivilDate> = "2000-01-01"..."2061-01-31",
        closedWeekdays: Set<Weekday> = [.saturday, .sunday],
        holidays: [CivilDate: Holiday], hours: Range<Int> = 540..<1080
    ) {
        (self.days, self.closedWeekdays, self.holidays, self.hours) = (days, closedWeekdays, holidays, hours)
    }

    /// Whether the offices are open; nil outside the calendar.
    public func isOpen(_ day: CivilDate) -> Bool? {
        guard days.contains(day) else { return nil }
        return !closedWeekdays.contains(day.weekday) && holidays[day] == nil
    }
}
