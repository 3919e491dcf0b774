internal import Postgres
public import SandboxDomain

/// A period that the database counts, and that is also walked through day by day on the calendar.
public struct CalculatedPeriod: Sendable {
    /// The rule; nil for a plain period.
    public let rule: PeriodRule?
    /// What was counted.
    public let count: PeriodCount
    /// Its days.
    public let days: [CountedDay]
    /// The calendar it was counted on.
    public let calendar: CountingCalendar
    /// That calendar's code.
    public let calendarCode: CalendarCode
    /// What the database says.
    public let ends: Ends
    /// Whether walking through the days comes to the same end. If not, something is wrong.
    public let isBorneOut: Bool

    /// When a period begins to count and ends.
    public struct Ends: Sendable, Hashable {
        /// The first day that counts, or could.
        public let firstDay: CivilDate?
        /// The end without stops, before it moves.
        public let plainEnd: CivilDate?
        /// The end with stops, before it moves; nil while a stop lasts, and where the calendar ends.
        public let countedEnd: CivilDate?
        /// The end in any case.
        public let capOn: CivilDate?
        /// The day it ends on; nil as above.
        public let dueOn: CivilDate?
        /// The time it ends at, in working hours: `18:00`.
        public let dueTime: String?
        /// For a period that runs backward: the open day by which the act is safe.
        public let safeOn: CivilDate?
        /// How certain the days are that the end hangs on.
        public let certainty: Certainty
    }

    /// Whether it has an end that can be told: not beyond what even the rules of the calendar foresee. A stop that has no end yet leaves
    /// none to be told.
    public var isKnown: Bool {
        ends.certainty < .unknown && (ends.dueOn != nil || count.stops.contains { $0.last == nil })
    }

    /// That it is counted on days nobody has announced; nil where everything is known.
    public var doubt: CalendarDoubt? { CalendarDoubt(ends.certainty, knownTo: calendar.knownTo) }

    /// The ends by other readings of the law.
    public var otherwise: [ReadOtherwise] { count.read(otherwise: rule?.readings ?? [], on: calendar) }

    init(
        _ session: Session, _ count: PeriodCount, on calendar: CalendarCode, knownOn: CivilDate?, rule: PeriodRule?
    ) throws {
        let stops = "{" + count.stops.map { "[\($0.first),\($0.last?.description ?? "")]" }.joined(separator: ",") + "}"
        let ends = try session.one(
            """
            SELECT p.first_day, p.plain_end, p.counted_end, p.cap_on, p.due_on, to_char(p.due_time, 'HH24:MI'), p.safe_on,
                coalesce(p.certainty, 'known')
            FROM count_period(\(calendar), \(knownOn), \(count.start),
                time '00:00' + \(count.startMinute)::int * interval '1 minute', \(count.method.code),
                \(count.length.count)::int, \(count.length.unit), \(count.added?.count ?? 0)::int, \(count.added?.unit),
                \(count.cap?.count)::int, \(count.cap?.unit), \(count.stops.isEmpty ? nil : stops)::datemultirange,
                \(count.extendsFromExpiry)) AS p
            """, Ends.init)
        let known = try CountingCalendar.load(session, calendar, knownOn: knownOn)
        let walked = count.counted(on: known, through: count.start)
        (self.rule, self.count, self.calendar, calendarCode, self.ends) = (rule, count, known, calendar, ends)
        days = walked.days
        isBorneOut =
            walked.dueOn == ends.dueOn && walked.safeOn == ends.safeOn && walked.capOn == ends.capOn
            // Where a cap ends it, the walk goes no further.
            && (walked.countedEnd == ends.countedEnd || walked.countedEnd == nil && ends.dueOn == ends.capOn)
            && walked.dueMinute == ends.dueTime.flatMap(Self.minute)
            && (walked.certainty == ends.certainty || walked.dueOn == nil)
    }

    /// The minute of the day in `18:00`.
    private static func minute(_ time: String) -> Int? {
        let parts = time.split(separator: ":").compactMap { Int($0) }
        return parts.count == 2 ? parts[0] * 60 + parts[1] : nil
    }
}
