public import Postgres
public import SandboxDomain

/// The public holidays of a calendar, by day.
public struct HolidayList: RowQuery {
    /// The calendar; nil for all.
    public var calendar: CalendarCode?
    /// Only those of this year.
    public var year: Int?
    /// Those that were known and held on this day; nil: those that hold now.
    public var knownOn: CivilDate?
    /// Withdrawn ones as well.
    public var includesWithdrawn = false

    /// Those that hold now.
    public init() {}

    /// One holiday, with what is known of it.
    public struct Row: Sendable {
        /// The calendar.
        public let calendar: CalendarCode
        /// The holiday.
        public let holiday: Holiday
        /// The day it was withdrawn.
        public let withdrawnOn: CivilDate?
        /// Why.
        public let reason: String?
        /// When this was asked, as PostgreSQL writes it.
        public let asked: String

        init(
            calendar: CalendarCode, day: CivilDate, korean: String, english: String?, kind: Holiday.Kind,
            announced: CivilDate?, withdrawn: CivilDate?, reason: String?, source: String?, asked: String,
            isForeseen: Bool
        ) {
            (self.calendar, withdrawnOn, self.reason, self.asked) = (calendar, withdrawn, reason, asked)
            holiday = Holiday(
                day, korean, english: english, kind: kind, announcedOn: announced, source: source,
                isForeseen: isForeseen)
        }
    }

    public func forEach(_ session: Session, _ body: (Row) throws -> Void) throws {
        if let calendar { _ = try CalendarStore.get(session, calendar) }
        let whose: SQL = calendar.map { "calendar = \($0)" } ?? "true"
        let when: SQL =
            year.map { "day BETWEEN make_date(\($0)::int, 1, 1) AND make_date(\($0)::int, 12, 31)" } ?? "true"
        let known: SQL =
            knownOn.map { day in
                includesWithdrawn
                    ? "known_from <= \(day)" : "known_from <= \(day) AND coalesce(known_to > \(day), true)"
            } ?? (includesWithdrawn ? "true" : "known_to IS NULL")
        try session.stream(
            """
            SELECT calendar, day, name_ko, name_en, kind, nullif(known_from, '-infinity'), known_to, withdrawal_reason,
                source, (now() AT TIME ZONE 'UTC')::text, is_foreseen
            FROM public_holiday WHERE \(whose) AND \(when) AND \(known)
            ORDER BY calendar, day, public_holiday_id
            """, Row.init, body)
    }
}
