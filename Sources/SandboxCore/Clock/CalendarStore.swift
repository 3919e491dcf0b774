internal import Postgres
internal import SandboxDomain

/// Reads the tables `calendar` and `public_holiday`: the facts, not what the database derived from them.
enum CalendarStore {
    /// The calendar as it is known now, or as it was known on a day.
    /// - Throws: `NotFound`.
    static func get(_ session: Session, _ code: String, knownOn: CivilDate? = nil) throws -> CountingCalendar {
        let found = try session.first(
            """
            SELECT closed_weekdays::integer[], extract(hour FROM opens_at)::integer * 60 + extract(minute FROM opens_at)::integer,
                extract(hour FROM closes_at)::integer * 60 + extract(minute FROM closes_at)::integer
            FROM calendar WHERE calendar = \(code)
            """
        ) { (closed: [Int], opens: Int, closes: Int) in (closed, opens, closes) }
        guard let found else { throw NotFound(.calendar, code) }
        let known: SQL =
            knownOn.map { "known_from <= \($0) AND coalesce(known_to > \($0), true)" } ?? "known_to IS NULL"
        var holidays: [CivilDate: CountingCalendar.Holiday] = [:]
        try session.stream(
            """
            SELECT day, string_agg(name_ko, ', ' ORDER BY public_holiday_id),
                string_agg(coalesce(name_en, name_ko), ', ' ORDER BY public_holiday_id)
            FROM public_holiday WHERE calendar = \(code) AND \(known) GROUP BY day
            """, { (day: CivilDate, korean: String, english: String) in (day, korean, english) }
        ) { holidays[$0.0] = CountingCalendar.Holiday(korean: $0.1, english: $0.2) }
        return CountingCalendar(
            closedWeekdays: Set(found.0.compactMap { Weekday(rawValue: $0) }), holidays: holidays,
            hours: found.1..<found.2)
    }
}
