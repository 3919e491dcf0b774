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
    /// The years that are declared complete; nil: every one, as of a calendar that is made up.
    public let completeYears: Set<Int>?
    /// The other years whose holidays its rules foresee; nil: of any year all that is foreseen are its closed weekdays.
    public let foreseenYears: ClosedRange<Int>?

    /// What a holiday is called. Two may share a day.
    public struct Holiday: Hashable, Sendable {
        /// Its name in Korean.
        public var korean: String
        /// Its name in English, or in Korean if nobody gave one.
        public var english: String
        /// Whether nobody has announced it: the rules of the calendar foresee it.
        public var isForeseen = false

        /// A holiday of that name.
        public init(korean: String, english: String? = nil, isForeseen: Bool = false) {
            (self.korean, self.english, self.isForeseen) = (korean, english ?? korean, isForeseen)
        }
    }

    /// A calendar of these holidays.
    public init(
        days: ClosedRange<CivilDate> = "2000-01-01"..."2061-01-31",
        closedWeekdays: Set<Weekday> = [.saturday, .sunday],
        holidays: [CivilDate: Holiday], hours: Range<Int> = 540..<1080, completeYears: Set<Int>? = nil,
        foreseenYears: ClosedRange<Int>? = nil
    ) {
        (self.completeYears, self.foreseenYears) = (completeYears, foreseenYears)
        (self.days, self.closedWeekdays, self.holidays, self.hours) = (days, closedWeekdays, holidays, hours)
    }

    /// The last day to which every holiday is known: the end of the last complete year, with no year missing since the first.
    public var knownTo: CivilDate? {
        guard let completeYears, var year = completeYears.min() else { return nil }
        while completeYears.contains(year + 1) { year += 1 }
        return CivilDate(year: year, month: 12, day: 31)
    }

    /// How certain what hangs on these days is: as the worst of them.
    public func certainty(_ days: ClosedRange<CivilDate>) -> Certainty {
        guard let completeYears else { return .known }
        return (days.lowerBound.year...days.upperBound.year).map { year in
            if completeYears.contains(year) { return Certainty.known }
            return foreseenYears?.contains(year) ?? true ? .foreseen : .unknown
        }.max() ?? .known
    }

    /// Whether the offices are open; nil outside the calendar.
    public func isOpen(_ day: CivilDate) -> Bool? {
        guard days.contains(day) else { return nil }
        return !closedWeekdays.contains(day.weekday) && holidays[day] == nil
    }
}
