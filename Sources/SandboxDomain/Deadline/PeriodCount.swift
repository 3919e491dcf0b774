/// What one period is counted from: a rule's measures, its start, and the days that do not count.
public struct PeriodCount: Sendable {
    /// How it is counted.
    public var method: CountingMethod
    /// How long it is.
    public var length: PeriodLength
    /// The day of the event it runs from; for a backward count the day it leads to.
    public var start: CivilDate
    /// The minute of the day of the event, where a period is counted in working hours.
    public var startMinute: Int?
    /// What extensions add.
    public var added: PeriodLength?
    /// Whether what they add runs from the day after the period has ended, where that has moved as well (행정기본법 제36조 제2항).
    public var extendsFromExpiry: Bool
    /// The end in any case, stops and extensions or not.
    public var cap: PeriodLength?
    /// The days that do not count, in their order.
    public var stops: [Stop]
    /// A day before which it does not end: the end of another deadline.
    public var floor: CivilDate?

    /// Days that do not count.
    public struct Stop: Hashable, Sendable {
        /// The first of them.
        public let first: CivilDate
        /// The last of them; nil while it lasts.
        public let last: CivilDate?
        /// Its number within the deadline; nil where it is only assumed.
        public let number: Int?
        /// Why; nil where it is only assumed.
        public let cause: StopCause?
        /// Who.
        public let actor: String?
        /// The paper it rests on.
        public let paper: String?
        /// The number of the supplement that stops the deadline.
        public let supplement: Int?

        /// Days that do not count, both bounds included.
        public init(
            from first: CivilDate, to last: CivilDate?, number: Int? = nil, cause: StopCause? = nil,
            actor: String? = nil, paper: String? = nil, supplement: Int? = nil
        ) {
            (self.first, self.last, self.number, self.cause) = (first, last, number, cause)
            (self.actor, self.paper, self.supplement) = (actor, paper, supplement)
        }
    }

    /// A period to count.
    public init(
        _ method: CountingMethod, _ length: PeriodLength, from start: CivilDate, startMinute: Int? = nil,
        added: PeriodLength? = nil, extendsFromExpiry: Bool = false, cap: PeriodLength? = nil, stops: [Stop] = [],
        floor: CivilDate? = nil
    ) {
        self.extendsFromExpiry = extendsFromExpiry
        (self.method, self.length, self.start, self.startMinute) = (method, length, start, startMinute)
        (self.added, self.cap, self.stops, self.floor) = (added, cap, stops, floor)
    }
}

/// A period counted day by day. It is a second way to what the database counts by formula (`count_period`): nothing here
/// is taken from there, so that each can be held against the other.
public struct CountedPeriod: Sendable {
    /// The days from the start to the end; for a backward count from the end of the validity down to the last day.
    public internal(set) var days: [CountedDay] = []
    /// When it would end without stops and moves.
    public internal(set) var plainEnd: CivilDate?
    /// When the count is full; nil while a stop lasts, or when the calendar ends before.
    public internal(set) var countedEnd: CivilDate?
    /// The end in any case, moved to an open day.
    public internal(set) var capOn: CivilDate?
    /// The last day.
    public internal(set) var dueOn: CivilDate?
    /// The minute of that day, where the period is counted in working hours.
    public internal(set) var dueMinute: Int?
    /// For a backward count: the open day by which one is safe, also by the strict reading.
    public internal(set) var safeOn: CivilDate?
    /// How certain the days are that the end hangs on.
    public internal(set) var certainty = Certainty.known

    /// Nothing counted yet.
    public init() {}
}

/// One day of a counted period.
public struct CountedDay: Hashable, Sendable {
    /// The day.
    public let date: CivilDate
    /// Which of the counted days it is, from 1; nil if it does not count.
    public let number: Int?
    /// Counted, or why not.
    public let kind: Kind
    /// The stop it falls in, by its place in ``PeriodCount/stops``.
    public let stop: Int?
    /// What happens on that day beside.
    public internal(set) var marks: [Mark] = []

    /// Whether and why a day counts.
    public enum Kind: String, StableCode {
        /// The day of the event, which does not count (민법 제157조).
        case firstDayOut = "first-day-out"
        /// A day that counts.
        case counted
        /// A stop leaves it out.
        case stopped
        /// Closed, and the rule counts open days only; or the event came too late on it.
        case notCounted = "not-counted"
        /// The end fell on a closed day and moves past it (민법 제161조).
        case moved
        /// Its own count has ended before; another deadline, before which this one does not end, has not.
        case untilFloor = "until-floor"
        /// Counted back, a day that the strict reading leaves out.
        case strict
        /// The day on which the period ends when the end has moved, or which a backward count leads to.
        case end
    }

    /// What happens on a day beside being counted.
    public enum Mark: String, StableCode {
        /// The first day that extensions add.
        case extended
        /// Where the period would end without stops.
        case plainEnd = "plain-end"
        /// The count is full.
        case countFull = "count-full"
        /// The period contains as many open days as it must.
        case minOpen = "min-open"
        /// The end in any case.
        case cap
        /// Another deadline ends, before which this one does not.
        case floor
        /// The last day.
        case due
        /// The open day by which one is safe.
        case safe
    }
}
