-- Keeping a calendar: nothing is known before it is said, and of two holidays on one day one can be withdrawn.

-- Taking a holiday back shifts the numbers of all open days behind it by one, which no unique index lives through.
DROP INDEX calendar_day_open_no_key;

-- The day at the authority that counts on a calendar; one that nobody counts on yet has no zone of its own.
CREATE FUNCTION calendar_today(calendar text) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT coalesce((SELECT max(authority_date(g.regime)) FROM regime AS g WHERE g.calendar = calendar_today.calendar),
        (now() AT TIME ZONE 'UTC')::date);
END;
GRANT EXECUTE ON FUNCTION calendar_today TO PUBLIC;

-- A day of announcement in the future would make a holiday that holds now and is not known today: it is taken for today.
CREATE OR REPLACE FUNCTION announce_holidays(calendar text, holidays holiday[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    today date := calendar_today(announce_holidays.calendar);
    entered integer;
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only the desk keeps the calendar';
    END IF;
    PERFORM FROM calendar AS c WHERE c.calendar = announce_holidays.calendar FOR UPDATE;
    INSERT INTO public_holiday (calendar, day, name_ko, name_en, kind, source, known_from)
    SELECT announce_holidays.calendar, h.day, h.name_ko, h.name_en, h.kind, h.source, least(h.announced_on, today)
    FROM unnest(holidays) AS h
    WHERE NOT EXISTS (SELECT FROM public_holiday AS p
        WHERE p.calendar = announce_holidays.calendar AND p.day = h.day AND p.name_ko = h.name_ko AND p.known_to IS NULL);
    GET DIAGNOSTICS entered = ROW_COUNT;
    IF entered > 0 THEN
        PERFORM rebuild_calendar(announce_holidays.calendar);
        PERFORM look_again();
    END IF;
    RETURN entered;
END
$$;

-- Withdraws holidays by their days; with `names`, which go along with the days, only those of that name.
DROP FUNCTION withdraw_holidays(text, date[], date, text);
CREATE FUNCTION withdraw_holidays(calendar text, days date[], names text[], withdrawn_on date, reason text)
    RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    today date := calendar_today(withdraw_holidays.calendar);
    withdrawn integer;
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only the desk keeps the calendar';
    END IF;
    PERFORM FROM calendar AS c WHERE c.calendar = withdraw_holidays.calendar FOR UPDATE;
    UPDATE public_holiday AS p SET known_to = greatest(least(withdraw_holidays.withdrawn_on, today), p.known_from),
        withdrawal_reason = withdraw_holidays.reason
    WHERE p.calendar = withdraw_holidays.calendar AND p.known_to IS NULL
        AND EXISTS (SELECT FROM unnest(withdraw_holidays.days, withdraw_holidays.names) AS w (day, name)
            WHERE w.day = p.day AND (w.name = p.name_ko) IS NOT FALSE);
    GET DIAGNOSTICS withdrawn = ROW_COUNT;
    IF withdrawn > 0 THEN
        PERFORM rebuild_calendar(withdraw_holidays.calendar);
        PERFORM look_again();
    END IF;
    RETURN withdrawn;
END
$$;
GRANT EXECUTE ON FUNCTION withdraw_holidays TO sandbox_desk;

-- The n-th open day, as before; on the calendar as it is known now by its index and no further than it has to look.
CREATE OR REPLACE FUNCTION open_day_end(
    calendar text, known_on date, first_day date, length integer, stops datemultirange
) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp
    AS $$
SELECT CASE WHEN open_day_end.known_on IS NULL THEN (
    SELECT max(n.day) FILTER (WHERE n.number = open_day_end.length) FROM (
        SELECT d.day, row_number() OVER (ORDER BY d.day) AS number FROM calendar_day AS d
        WHERE d.calendar = open_day_end.calendar AND d.is_open AND d.day >= open_day_end.first_day
            AND NOT d.day <@ coalesce(open_day_end.stops, '{}')
        ORDER BY d.day LIMIT open_day_end.length
    ) AS n
) ELSE (
    SELECT max(n.day) FILTER (WHERE n.number = open_day_end.length) FROM (
        SELECT d.day, row_number() OVER (ORDER BY d.day) AS number
        FROM calendar_as_known(open_day_end.calendar, open_day_end.known_on) AS d
        WHERE d.is_open AND d.day >= open_day_end.first_day AND NOT d.day <@ coalesce(open_day_end.stops, '{}')
        ORDER BY d.day LIMIT open_day_end.length
    ) AS n
) END
$$;

-- Whether a day was open as the calendar was known on a day, and the nearest open day from one on, either way: looked up
-- where it is asked, so that counting a thousand periods does not read the calendar a thousand times.
CREATE FUNCTION nearest_open(calendar text, known_on date, day date, step integer) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp
    AS $$
SELECT CASE WHEN nearest_open.step > 0 THEN min(d.day) ELSE max(d.day) END
FROM (SELECT nearest_open.day + n * nearest_open.step AS day FROM generate_series(0, 60) AS n) AS d
JOIN calendar AS c ON c.calendar = nearest_open.calendar
WHERE d.day BETWEEN '2000-01-01' AND '2061-01-31' AND NOT extract(isodow FROM d.day)::smallint = ANY (c.closed_weekdays)
    AND NOT d.day = ANY (ARRAY(SELECT h.day FROM public_holiday AS h
        WHERE h.calendar = nearest_open.calendar AND h.known_from <= nearest_open.known_on
            AND coalesce(h.known_to > nearest_open.known_on, true)
            AND h.day BETWEEN nearest_open.day - 60 AND nearest_open.day + 60))
$$;
GRANT EXECUTE ON FUNCTION nearest_open TO PUBLIC;

-- Counts one period, as before.
CREATE OR REPLACE FUNCTION count_period(
    calendar text, known_on date, start date, start_time time, counting text, length integer, unit text,
    added integer, added_unit text, cap_length integer, cap_unit text, stops datemultirange
) RETURNS TABLE (first_day date, plain_end date, counted_end date, cap_on date, due_on date, due_time time, safe_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT e.first_day, e.plain_end, e.counted_end, e.cap_on, least(e.moved_end, e.cap_on), e.due_time, e.safe_on
    FROM (
        SELECT c.first_day, c.plain_end, c.counted_end, c.due_time,
            CASE WHEN NOT c.end_moves THEN c.cap_end
                WHEN c.cap_end IS NULL THEN NULL
                WHEN count_period.known_on IS NOT NULL
                    THEN nearest_open(count_period.calendar, count_period.known_on, c.cap_end, 1)
                ELSE (SELECT d.next_open FROM calendar_day AS d
                    WHERE d.calendar = count_period.calendar AND d.day = c.cap_end) END AS cap_on,
            CASE WHEN NOT c.end_moves THEN c.counted_end
                WHEN c.counted_end IS NULL THEN NULL
                WHEN count_period.known_on IS NOT NULL
                    THEN nearest_open(count_period.calendar, count_period.known_on, c.counted_end, 1)
                ELSE (SELECT d.next_open FROM calendar_day AS d
                    WHERE d.calendar = count_period.calendar AND d.day = c.counted_end) END AS moved_end,
            CASE WHEN NOT c.runs_backward OR c.counted_end IS NULL THEN NULL
                WHEN count_period.known_on IS NOT NULL
                    THEN nearest_open(count_period.calendar, count_period.known_on, c.counted_end, -1)
                ELSE (SELECT d.previous_open FROM calendar_day AS d
                    WHERE d.calendar = count_period.calendar AND d.day = c.counted_end) END AS safe_on
        FROM (
            SELECT p.first_day, p.plain_end, p.end_moves, p.runs_backward, p.cap_end, p.due_time,
                CASE WHEN p.open_days_only THEN open_day_end(count_period.calendar, count_period.known_on, p.first_open,
                        count_period.length + count_period.added, count_period.stops)
                    WHEN count_period.stops IS NULL OR p.runs_backward THEN p.plain_end
                    ELSE stopped_end(p.plain_end, p.first_day, count_period.stops) END AS counted_end
            FROM (
                SELECT f.first_day, m.end_moves, m.runs_backward,
                    m.counts_open_days_only AND count_period.unit = 'day' AS open_days_only,
                    CASE WHEN NOT m.runs_backward
                        THEN period_end(f.first_day, count_period.cap_length, count_period.cap_unit) END AS cap_end,
                    CASE WHEN m.runs_backward THEN (count_period.start - count_period.length * CASE count_period.unit
                            WHEN 'day' THEN interval '1 day' WHEN 'month' THEN interval '1 month'
                            ELSE interval '1 year' END)::date
                        WHEN count_period.added > 0 THEN period_end(
                            period_end(f.first_day, count_period.length, count_period.unit) + 1,
                            count_period.added, count_period.added_unit)
                        ELSE period_end(f.first_day, count_period.length, count_period.unit) END AS plain_end,
                    CASE WHEN h.by_hours AND (NOT h.is_open OR h.start_time > h.opens_at) THEN f.first_day + 1
                        ELSE f.first_day END AS first_open,
                    CASE WHEN h.by_hours THEN CASE
                        WHEN h.is_open AND h.start_time > h.opens_at AND h.start_time < h.closes_at THEN h.start_time
                        ELSE h.closes_at END END AS due_time
                FROM counting_method AS m
                CROSS JOIN LATERAL (SELECT count_period.start
                    + CASE WHEN m.counts_first_day THEN 0 ELSE 1 END AS first_day) AS f
                LEFT JOIN LATERAL (SELECT true AS by_hours, k.opens_at, k.closes_at,
                        coalesce(count_period.start_time, k.opens_at) AS start_time,
                        CASE WHEN count_period.known_on IS NOT NULL THEN
                            nearest_open(count_period.calendar, count_period.known_on, count_period.start, 1)
                                = count_period.start
                        ELSE (SELECT d.is_open FROM calendar_day AS d
                            WHERE d.calendar = k.calendar AND d.day = count_period.start) END AS is_open
                    FROM calendar AS k WHERE m.counts_open_days_only AND count_period.unit = 'day'
                        AND count_period.length <= 5 AND k.calendar = count_period.calendar) AS h ON true
                WHERE m.counting = count_period.counting
                OFFSET 0
            ) AS p
            OFFSET 0
        ) AS c
        OFFSET 0
    ) AS e;
END;
