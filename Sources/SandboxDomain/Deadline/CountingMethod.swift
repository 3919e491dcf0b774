/// A way the law counts, as answers to six questions; the names are those of regime files.
///
/// | method | law |
/// |---|---|
/// | civil | first day out, an end on a Saturday or holiday moves on (민법 제157조, 제159조~제161조) |
/// | burden | first day in, the end does not move (행정기본법 제6조 제2항) |
/// | petition | first day in, closed days out; five days or fewer in working hours (민원처리법 제19조) |
/// | validity | first day in, the end does not move |
/// | backward | back from the day a validity ends |
/// | same-date | first day out, months and years end on the date of the event (Regulation 1182/71, Article 3) |
/// | validity-same-date | the same, ending on the day that a paper states |
public struct CountingMethod: Hashable, Sendable {
    /// Its name.
    public let code: String
    /// Whether the day of the event is day 1.
    public let countsFirstDay: Bool
    /// Whether only open days count, if the rule measures in days.
    public let countsOpenDaysOnly: Bool
    /// Whether it is counted back from the start.
    public let runsBackward: Bool
    /// Whether an end on a closed day moves to the next open one.
    public let endMoves: Bool
    /// Whether months and years end on the date of the event, and not on the day before the one corresponding to the first
    /// day that counts.
    public let endsOnSameDate: Bool
    /// How many open days a period of two days or more contains at minimum: two by Regulation 1182/71, Article 3(5).
    public let minOpenDays: Int

    /// Whether its ends hang on which days are open.
    public var hangsOnDays: Bool { endMoves || countsOpenDaysOnly || runsBackward }

    /// A method as reference data has it.
    public init(
        code: String, countsFirstDay: Bool, countsOpenDaysOnly: Bool, runsBackward: Bool, endMoves: Bool,
        endsOnSameDate: Bool, minOpenDays: Int = 0
    ) {
        (self.code, self.countsFirstDay, self.countsOpenDaysOnly) = (code, countsFirstDay, countsOpenDaysOnly)
        (self.runsBackward, self.endMoves, self.endsOnSameDate) = (runsBackward, endMoves, endsOnSameDate)
        self.minOpenDays = minOpenDays
    }
}

/// So many days, weeks, months or years.
public struct PeriodLength: Hashable, Sendable {
    /// How many.
    public let count: Int
    /// Of what.
    public let unit: PeriodUnit

    /// So many days, weeks, months or years.
    public init(_ count: Int, _ unit: PeriodUnit) { (self.count, self.unit) = (count, unit) }

    /// The last day of a period of this length whose first counted day is `first`: the day before the corresponding one,
    /// or the last of the month where there is none (민법 제160조).
    ///
    /// Example: one month from 2026-01-31 ends on 2026-02-28, one from 2026-02-01 as well.
    public func lastDay(from first: CivilDate) -> CivilDate? {
        switch unit {
        case .day: first.adding(days: count - 1)
        case .week: first.adding(days: 7 * count - 1)
        case .month, .year:
            corresponding(first, 1).flatMap { $0.day == first.day ? $0.adding(days: -1) : $0 }
        }
    }

    /// The day from which a period of this length leads to `end`, counted back.
    ///
    /// Example: two months before 2028-04-30 is 2028-02-29.
    public func before(_ end: CivilDate) -> CivilDate? {
        shifted(end, -1)
    }

    /// The day on which a period of this length ends that is counted from the date of its event.
    ///
    /// Example: one month after 2026-02-28 is 2026-03-28, one after 2026-01-31 is 2026-02-28.
    public func after(_ event: CivilDate) -> CivilDate? { shifted(event, 1) }

    private func shifted(_ day: CivilDate, _ direction: Int) -> CivilDate? {
        switch unit {
        case .day: day.adding(days: direction * count)
        case .week: day.adding(days: direction * count * 7)
        case .month, .year: corresponding(day, direction)
        }
    }

    /// The same day so many months later or earlier, or the last one of a month that is too short.
    private func corresponding(_ day: CivilDate, _ direction: Int) -> CivilDate? {
        let months = (unit == .year ? 12 * count : count) * direction + day.year * 12 + day.month - 1
        let (year, month) = (months / 12, months % 12 + 1)
        guard (1...9999).contains(year) else { return nil }
        return CivilDate(year: year, month: month, day: min(day.day, CivilDate.length(ofMonth: month, year: year)))
    }
}
