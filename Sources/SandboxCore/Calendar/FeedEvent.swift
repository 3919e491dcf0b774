internal import Postgres

/// What a calendar feed needs of a day that ends something on a case, beside the day: in a query that calls the case `c`.
enum FeedEvent {
    /// The tables that the other parts read. The days are joined once, for where the past is read they are counted.
    static func tables(_ day: SQL, daysBefore: Int) -> SQL {
        """
        JOIN regime AS f ON f.regime = c.regime
        LEFT JOIN calendar AS k ON k.calendar = f.calendar
        LEFT JOIN calendar_day AS e ON e.calendar = f.calendar AND e.day = \(day) - \(daysBefore)::integer
        LEFT JOIN (SELECT h.calendar, count(*) + count(h.known_to) AS number FROM public_holiday AS h GROUP BY h.calendar) AS n
            ON n.calendar = f.calendar
        """
    }

    /// When to be reminded, in UTC: as offices open on the last open day that is so many days before.
    static let reminder: SQL =
        """
        to_char((e.previous_open + k.opens_at) AT TIME ZONE f.time_zone AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MISS"Z"')
        """

    /// How often the holidays have changed by which the day is counted.
    static let changes: SQL = "coalesce(n.number, 0)"
}
