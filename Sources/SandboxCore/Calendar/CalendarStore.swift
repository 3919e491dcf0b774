internal import Postgres
internal import SandboxDomain

enum CalendarStore {
    /// A calendar that is there.
    struct Facts {
        let code: CalendarCode
        /// The authority's day.
        let today: CivilDate
        /// The first year that is declared complete, the last with none missing between, and how many holidays have been announced.
        let firstYear, lastYear: Int?
        let count: Int
        /// Whether a regime of the authority for which the person acts counts on it.
        let isOwn: Bool
    }

    /// The calendar of this code; without one the only calendar there is, or the only one of the person's authority.
    /// - Throws: `NotFound`, naming one that was probably meant; `BadInput` when there are several to choose from.
    static func get(_ session: Session, _ code: CalendarCode?) throws -> Facts {
        let all = try list(session)
        guard let code else {
            let own = all.filter(\.isOwn)
            guard let only = all.count == 1 ? all.first : own.count == 1 ? own.first : nil else {
                throw BadInput(.missingName(.calendar, known: (own.isEmpty ? all : own).map(\.code.code)))
            }
            return only
        }
        guard let found = all.first(where: { $0.code == code }) else {
            throw NotFound(
                .calendar, code.code, suggestion: closestWord(to: code.code, among: all.map(\.code.code)))
        }
        return found
    }

    /// All calendars.
    static func list(_ session: Session) throws -> [Facts] {
        try session.all(
            """
            SELECT k.calendar, coalesce((SELECT max(authority_date(g.regime)) FROM regime AS g
                    WHERE g.calendar = k.calendar), current_date),
                (SELECT min(y.year)::int FROM calendar_year AS y WHERE y.calendar = k.calendar AND y.known_to IS NULL),
                extract(year FROM calendar_reach(k.calendar))::int, count(h.day),
                EXISTS (SELECT FROM regime AS g WHERE g.calendar = k.calendar AND g.regime = ANY (own_regimes()))
            FROM calendar AS k
            LEFT JOIN public_holiday AS h ON h.calendar = k.calendar AND h.known_to IS NULL AND NOT h.is_foreseen
            GROUP BY k.calendar ORDER BY k.calendar
            """, Facts.init)
    }
}

extension CalendarStore {
    /// The holidays of a calendar that have been announced and hold.
    static func holidays(_ session: Session, _ calendar: CalendarCode) throws -> [Holiday] {
        try session.all(
            """
            SELECT day, name_ko, name_en, kind, nullif(known_from, '-infinity'), source
            FROM public_holiday WHERE calendar = \(calendar) AND known_to IS NULL AND NOT is_foreseen
            ORDER BY day, public_holiday_id
            """
        ) { (day: CivilDate, korean: String, english: String?, kind: Holiday.Kind, from: CivilDate?, source: String?) in
            Holiday(day, korean, english: english, kind: kind, announcedOn: from, source: source)
        }
    }

    /// Enters holidays.
    static func announce(_ session: Session, _ calendar: CalendarCode, _ holidays: [Holiday]) throws {
        if holidays.isEmpty { return }
        _ = try session.one(
            """
            SELECT announce_holidays(\(calendar), array_agg(ROW(h.*)::holiday ORDER BY h.day))
            FROM unnest(\(holidays.map(\.day.description))::date[], \(holidays.map(\.korean))::text[],
                \(holidays.map(\.english))::text[], \(holidays.map(\.kind.rawValue))::text[],
                \(holidays.map { $0.announcedOn?.description })::date[], \(holidays.map(\.source))::text[])
                AS h (day, name_ko, name_en, kind, announced_on, source)
            """, as: Int.self)
    }

    /// Declares that every holiday of these years is entered; answers how many of them were not declared before.
    /// - Throws: `Refusal.deadline(.holidaysMissing)`, where days that are foreseen are not entered.
    static func declare(
        _ session: Session, _ calendar: CalendarCode, _ years: [Int], source: String?, despiteMissing: Bool
    ) throws -> Int {
        if !despiteMissing {
            let missing = try session.all(
                """
                SELECT h.day || ' ' || h.name_ko FROM unnest(\(years)::integer[]) AS y (year)
                CROSS JOIN LATERAL unannounced_holidays(\(calendar), y.year) AS h ORDER BY h.day
                """, as: String.self)
            if !missing.isEmpty { throw Refusal.deadline(.holidaysMissing(missing)) }
        }
        return try session.one(
            "SELECT declare_years(\(calendar), \(years)::integer[], \(source), \(despiteMissing))", as: Int.self)
    }

    /// Withdraws holidays, each by its day and name.
    static func withdraw(
        _ session: Session, _ calendar: CalendarCode, _ holidays: [Holiday], on day: CivilDate, _ reason: String
    ) throws {
        if holidays.isEmpty { return }
        _ = try session.one(
            """
            SELECT withdraw_holidays(\(calendar), \(holidays.map(\.day.description))::date[],
                \(holidays.map(\.korean))::text[], \(day), \(reason))
            """, as: Int.self)
    }
}

extension Holiday.Kind: PostgresValue {}
