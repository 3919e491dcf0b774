internal import Postgres
public import SandboxDomain

/// Something that whoever sets a day may have overlooked. It is told, and forbids nothing.
public enum DayNote: Sendable, Hashable {
    /// It is before today.
    case past(CivilDate)
    /// Offices are closed: a closed day of the week, or a holiday with its name.
    case closed(CivilDate, holiday: Holiday?)

    /// What is to be told of days that somebody sets, on the calendar of a regime.
    /// - Parameter today: the day at the regime's authority.
    static func notes(
        _ session: Session, _ days: [CivilDate], _ regime: RegimeCode, today: CivilDate
    ) throws -> [DayNote] {
        let closed = try session.all(
            """
            SELECT d.day, h.name_ko, h.name_en FROM regime AS g
            JOIN calendar_day AS d ON d.calendar = g.calendar AND d.day = ANY (\(days.map(\.description))::date[]) AND NOT d.is_open
            LEFT JOIN LATERAL (SELECT h.name_ko, h.name_en FROM public_holiday AS h
                WHERE h.calendar = d.calendar AND h.day = d.day AND h.known_to IS NULL
                ORDER BY h.public_holiday_id LIMIT 1) AS h ON true
            WHERE g.regime = \(regime) ORDER BY d.day
            """
        ) { (day: CivilDate, korean: String?, english: String?) in
            DayNote.closed(day, holiday: korean.map { Holiday(day, $0, english: english) })
        }
        return days.filter { $0 < today }.map(DayNote.past) + closed
    }
}
