internal import Postgres
internal import SandboxDomain

extension CountingCalendar {
    private struct Facts {
        let closedWeekdays: [Int]
        let opens, closes: Int
        let foreseenFrom, foreseenTo: Int?
    }

    /// A calendar as it is known now, or as it was known on a day.
    static func load(_ session: Session, _ calendar: CalendarCode, knownOn: CivilDate?) throws -> CountingCalendar {
        let facts = try session.one(
            """
            SELECT closed_weekdays::int[], extract(epoch FROM opens_at)::int / 60, extract(epoch FROM closes_at)::int / 60,
                extract(year FROM foreseen_from)::int, extract(year FROM foreseen_to)::int
            FROM calendar WHERE calendar = \(calendar)
            """, Facts.init)
        let known: SQL =
            knownOn.map { "known_from <= \($0) AND coalesce(known_to > \($0), true)" } ?? "known_to IS NULL"
        let holidays = try session.all(
            """
            SELECT day, string_agg(name_ko::text, ', ' ORDER BY public_holiday_id),
                string_agg(coalesce(name_en, name_ko)::text, ', ' ORDER BY public_holiday_id), bool_and(is_foreseen)
            FROM public_holiday WHERE calendar = \(calendar) AND \(known) GROUP BY day
            """
        ) { (day: CivilDate, korean: String, english: String, isForeseen: Bool) in
            (day, Holiday(korean: korean, english: english, isForeseen: isForeseen))
        }
        let years = try session.all(
            "SELECT year::int FROM calendar_year WHERE calendar = \(calendar) AND \(known)", as: Int.self)
        return CountingCalendar(
            closedWeekdays: Set(facts.closedWeekdays.compactMap(Weekday.init(rawValue:))),
            holidays: Dictionary(holidays) { first, _ in first }, hours: facts.opens..<facts.closes,
            completeYears: Set(years),
            foreseenYears: facts.foreseenFrom.flatMap { first in facts.foreseenTo.map { first...$0 } })
    }
}
