-- Counting a period: the arithmetic that all rules share.

-- A period of open days. Five days or fewer are counted in working hours: what comes after the opening, or on a closed day,
-- is due at its hour a day later (민원처리법 제19조). `length` is the rule's, `added` what extensions add.
CREATE TYPE day_and_hour AS (day date, hour time);

-- So many days, weeks, months or years, as an interval.
CREATE FUNCTION period_length(length integer, unit text) RETURNS interval LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN length * CASE unit WHEN 'day' THEN interval '1 day' WHEN 'week' THEN interval '7 days'
        WHEN 'month' THEN interval '1 month' ELSE interval '1 year' END;

-- The last day of a period without stops, before an end on a closed day is moved. `first_day` is the first that counts.
-- A month or year ends on the day before the corresponding one; where there is none, on the last of the month (민법 제160조).
CREATE FUNCTION period_end(first_day date, length integer, unit text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN unit IN ('day', 'week') THEN first_day + length * CASE unit WHEN 'day' THEN 1 ELSE 7 END - 1
        ELSE (first_day + period_length(length, unit))::date
            - CASE WHEN extract(day FROM first_day + period_length(length, unit)) < extract(day FROM first_day)
                THEN 0 ELSE 1 END
    END;

-- The end moved by the days that do not count: each stop that begins no later than the end so far moves it by its length.
-- NULL: a stop that has not ended holds it up.
CREATE FUNCTION stopped_end(period_end date, first_day date, stops datemultirange) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
SELECT CASE WHEN coalesce(bool_or(upper_inf(s.days)), false) THEN NULL
    ELSE stopped_end.period_end + coalesce(sum(upper(s.days) - lower(s.days)), 0)::integer END
FROM (
    SELECT d.days, coalesce(sum(CASE WHEN upper_inf(d.days) THEN NULL ELSE upper(d.days) - lower(d.days) END)
        OVER (ORDER BY lower(d.days) ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::integer AS before
    FROM (SELECT x * daterange(stopped_end.first_day, NULL) AS days FROM unnest(stopped_end.stops) AS x) AS d
    WHERE NOT isempty(d.days)
) AS s WHERE lower(s.days) - s.before <= stopped_end.period_end $$;

-- The n-th open day from `first_day` on, stops left out. NULL: a stop that has not ended holds it up, or the calendar ends.
-- On the calendar as it is known now it goes by the index, no further than it has to look.
CREATE FUNCTION open_day_end(calendar text, known_on date, first_day date, length integer,
    stops datemultirange) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp AS $$
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
) END $$;

-- The nearest open day from one on, either way, as the calendar was known on a day: looked up where it is asked, so that
-- counting a thousand periods does not read the calendar a thousand times.
CREATE FUNCTION nearest_open(calendar text, known_on date, day date, step integer) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp AS $$
SELECT CASE WHEN nearest_open.step > 0 THEN min(d.day) ELSE max(d.day) END
FROM (SELECT nearest_open.day + n * nearest_open.step AS day FROM generate_series(0, 60) AS n) AS d
JOIN calendar AS c ON c.calendar = nearest_open.calendar
WHERE d.day BETWEEN '2000-01-01' AND '2061-01-31' AND NOT extract(isodow FROM d.day)::smallint = ANY (c.closed_weekdays)
    AND NOT d.day = ANY (ARRAY(SELECT h.day FROM public_holiday AS h
        WHERE h.calendar = nearest_open.calendar AND h.known_from <= nearest_open.known_on
            AND coalesce(h.known_to > nearest_open.known_on, true)
            AND h.day BETWEEN nearest_open.day - 60 AND nearest_open.day + 60)) $$;

-- The day a period has ended whose count is full on `full_on`: that day, or where ends move the first open day from it on that no
-- stop leaves out, for a day that does not count cannot be the last. NULL: a stop that has not ended holds it up. `open_on` is
-- the open day by the calendar as it is known now, for whoever has it at hand.
CREATE FUNCTION expiry_day(calendar text, known_on date, moves boolean, full_on date, open_on date, stops datemultirange)
    RETURNS date LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
    SELECT CASE WHEN expiry_day.full_on IS NULL OR NOT expiry_day.moves THEN expiry_day.full_on
        WHEN expiry_day.known_on IS NULL AND expiry_day.open_on IS NOT NULL
            AND (expiry_day.open_on <@ expiry_day.stops) IS NOT TRUE THEN expiry_day.open_on
        WHEN expiry_day.known_on IS NOT NULL AND (nearest_open(expiry_day.calendar, expiry_day.known_on, expiry_day.full_on, 1)
            <@ expiry_day.stops) IS NOT TRUE
            THEN nearest_open(expiry_day.calendar, expiry_day.known_on, expiry_day.full_on, 1)
        ELSE open_day_end(expiry_day.calendar, expiry_day.known_on, expiry_day.full_on, 1, expiry_day.stops) END;
END;

-- How certain is what hangs on the days from one to another: as the worst of them. NULL: the years are declared complete.
CREATE FUNCTION days_certainty(calendar text, known_on date, first_day date, last_day date) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp AS $$
SELECT max(CASE WHEN c.foreseen_to IS NULL OR y.year BETWEEN extract(year FROM c.foreseen_from) AND extract(year FROM c.foreseen_to)
    THEN 'foreseen' ELSE 'unknown' END)
FROM generate_series(extract(year FROM days_certainty.first_day)::integer, extract(year FROM days_certainty.last_day)::integer)
    AS y (year)
JOIN calendar AS c ON c.calendar = days_certainty.calendar
WHERE NOT EXISTS (SELECT FROM calendar_year AS k WHERE k.calendar = days_certainty.calendar AND k.year = y.year
    AND CASE WHEN days_certainty.known_on IS NULL THEN k.known_to IS NULL
        ELSE k.known_from <= days_certainty.known_on AND coalesce(k.known_to > days_certainty.known_on, true) END) $$;

CREATE FUNCTION petition_end(calendar text, known_on date, first_day date, start date, start_time time, length integer,
    added integer, stops datemultirange) RETURNS day_and_hour LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
    SELECT (
        open_day_end(petition_end.calendar, petition_end.known_on,
            petition_end.first_day + CASE WHEN h.by_hours AND (NOT h.is_open OR h.at > h.opens_at) THEN 1 ELSE 0 END,
            petition_end.length + petition_end.added, petition_end.stops),
        CASE WHEN h.by_hours THEN
            CASE WHEN h.is_open AND h.at > h.opens_at AND h.at < h.closes_at THEN h.at ELSE h.closes_at END END
    )::day_and_hour
    FROM (
        SELECT petition_end.length <= 5 AS by_hours, k.opens_at, k.closes_at,
            coalesce(petition_end.start_time, k.opens_at) AS at,
            CASE WHEN petition_end.known_on IS NULL
                THEN (SELECT d.is_open FROM calendar_day AS d WHERE d.calendar = k.calendar
                    AND d.day = petition_end.start)
                ELSE nearest_open(k.calendar, petition_end.known_on, petition_end.start, 1) = petition_end.start
            END AS is_open
        FROM calendar AS k WHERE k.calendar = petition_end.calendar
    ) AS h;
END;

-- The ends of one period before they are moved from closed days, by the answers of its counting method. A function of
-- columns and not of a rule's row, so that it is planned with the query around it; OFFSET keeps what is counted from being
-- counted again wherever it is used.
--   start, start_time  the day of the event, and its time where a period is counted in working hours
--   added              how much extensions add, in units of added_unit
--   added_from_expiry  from the day after the period has ended, where that has moved as well (행정기본법 제36조 제2항)
--   stops              the days that do not count; an upper bound of infinity: it lasts
-- counted_end is NULL while a stop lasts; cap_end is the end in any case; earliest_on the day before which a short period does
-- not end, whose open days are too few.
CREATE FUNCTION period_ends(
    calendar text, known_on date, start date, start_time time, counts_first_day boolean, counts_open_days_only boolean,
    runs_backward boolean, ends_on_same_date boolean, min_open_days integer, length integer, unit text, added integer,
    added_unit text, cap_length integer, cap_unit text, stops datemultirange, end_moves boolean, added_from_expiry boolean
) RETURNS TABLE (first_day date, plain_end date, counted_end date, cap_end date, earliest_on date, due_time time)
    LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
    SELECT a.first_day, coalesce(x.plain_end, a.plain_end),
        CASE WHEN period_ends.counts_open_days_only AND period_ends.unit = 'day' THEN (a.petition).day
            WHEN a.adds_after THEN CASE WHEN period_ends.stops IS NULL THEN x.plain_end
                ELSE stopped_end(x.plain_end, a.expired_on + 1, period_ends.stops) END
            WHEN period_ends.stops IS NULL OR period_ends.runs_backward THEN a.plain_end
            ELSE stopped_end(a.plain_end, a.first_day, period_ends.stops) END,
        a.cap_end,
        CASE WHEN period_ends.min_open_days > 0 AND a.plain_end - a.first_day BETWEEN 1 AND 60 THEN open_day_end(
            period_ends.calendar, period_ends.known_on, a.first_day, period_ends.min_open_days, period_ends.stops) END,
        (a.petition).hour
    FROM (
        SELECT b.*, CASE WHEN b.adds_after THEN expiry_day(period_ends.calendar, period_ends.known_on, period_ends.end_moves,
            CASE WHEN period_ends.stops IS NULL THEN b.plain_end
                ELSE stopped_end(b.plain_end, b.first_day, period_ends.stops) END, NULL, period_ends.stops) END AS expired_on
        FROM (
        SELECT f.first_day, e.adds_after,
            CASE WHEN period_ends.runs_backward
                    THEN (period_ends.start - period_length(period_ends.length, period_ends.unit))::date
                WHEN period_ends.ends_on_same_date AND period_ends.added > 0 AND NOT e.adds_after
                    THEN (period_ends.start + period_length(period_ends.length, period_ends.unit)
                        + period_length(period_ends.added, period_ends.added_unit))::date
                WHEN period_ends.ends_on_same_date
                    THEN (period_ends.start + period_length(period_ends.length, period_ends.unit))::date
                WHEN period_ends.added > 0 AND NOT e.adds_after THEN period_end(
                    period_end(f.first_day, period_ends.length, period_ends.unit) + 1,
                    period_ends.added, period_ends.added_unit)
                ELSE period_end(f.first_day, period_ends.length, period_ends.unit) END AS plain_end,
            CASE WHEN period_ends.cap_length IS NULL OR period_ends.runs_backward THEN NULL
                WHEN period_ends.ends_on_same_date
                    THEN (period_ends.start + period_length(period_ends.cap_length, period_ends.cap_unit))::date
                ELSE period_end(f.first_day, period_ends.cap_length, period_ends.cap_unit) END AS cap_end,
            CASE WHEN period_ends.counts_open_days_only AND period_ends.unit = 'day' THEN petition_end(
                period_ends.calendar, period_ends.known_on, f.first_day, period_ends.start, period_ends.start_time,
                period_ends.length, period_ends.added, period_ends.stops)
            END AS petition
        FROM (SELECT period_ends.start + CASE WHEN period_ends.counts_first_day THEN 0 ELSE 1 END AS first_day) AS f
        -- Where only open days count, the day after the end begins what an extension adds anyway.
        CROSS JOIN LATERAL (SELECT coalesce(period_ends.added_from_expiry, false) AND period_ends.added > 0
            AND NOT period_ends.runs_backward AND NOT (period_ends.counts_open_days_only AND period_ends.unit = 'day')
            AS adds_after) AS e
        OFFSET 0
    ) AS b OFFSET 0) AS a
    CROSS JOIN LATERAL (SELECT CASE WHEN NOT a.adds_after THEN NULL
        WHEN period_ends.ends_on_same_date
            THEN (a.expired_on + period_length(period_ends.added, period_ends.added_unit))::date
        ELSE period_end(a.expired_on + 1, period_ends.added, period_ends.added_unit) END AS plain_end) AS x
    OFFSET 0;
END;

-- The open day a day moves to, either way (`step`), if it moves at all. `open_on` is that day by the calendar as it is known
-- now, for whoever has it at hand.
CREATE FUNCTION moved_day(calendar text, known_on date, moves boolean, day date, step integer, open_on date)
    RETURNS date LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
    SELECT CASE WHEN moved_day.day IS NULL OR NOT moved_day.moves THEN moved_day.day
        WHEN moved_day.known_on IS NULL THEN moved_day.open_on
        ELSE nearest_open(moved_day.calendar, moved_day.known_on, moved_day.day, moved_day.step) END;
END;

-- A day of an event, refused where no calendar has it.
CREATE FUNCTION within_calendar(day date) RETURNS date LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
    SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF within_calendar.day NOT BETWEEN '2000-01-01' AND '2061-01-31' THEN
        PERFORM refuse('calendar_day_outside_guard', 'no calendar has that day', within_calendar.day::text);
    END IF;
    RETURN within_calendar.day;
END $$;

-- Counts one period by the name of its counting method. The last day by which one is safe is, counted back, that of the strict
-- reading: the day the count leads to is out as well. `certainty` is NULL where every day that the end hangs on is of a year that is
-- declared complete, or where it hangs on no open day.
CREATE FUNCTION count_period(
    calendar text, known_on date, start date, start_time time, counting text, length integer, unit text,
    added integer, added_unit text, cap_length integer, cap_unit text, stops datemultirange,
    added_from_expiry boolean DEFAULT false
) RETURNS TABLE (first_day date, plain_end date, counted_end date, cap_on date, due_on date, due_time time,
    safe_on date, certainty text)
    LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
    SELECT d.first_day, d.plain_end, d.counted_end, d.cap_on, d.due_on, d.due_time, d.safe_on,
        CASE WHEN d.hangs_on_days THEN days_certainty(count_period.calendar, count_period.known_on,
            least(CASE WHEN d.counts_open_days THEN d.first_day END, d.counted_end, d.due_on, d.safe_on),
            coalesce(d.due_on, d.counted_end)) END
    FROM (
    SELECT c.first_day, c.plain_end, CASE WHEN c.moved_on IS NULL AND upper_inf(count_period.stops) THEN NULL
            ELSE c.counted_end END AS counted_end,
        c.cap_on, least(CASE WHEN c.moved_on IS NOT NULL THEN greatest(c.moved_on, c.earliest_on) END, c.cap_on) AS due_on,
        c.due_time, c.safe_on, c.hangs_on_days, c.counts_open_days
    FROM (
        SELECT p.first_day, p.plain_end, p.counted_end, p.due_time, p.earliest_on,
            expiry_day(count_period.calendar, count_period.known_on, m.end_moves, p.counted_end, e.next_open,
                count_period.stops) AS moved_on,
            moved_day(count_period.calendar, count_period.known_on, m.end_moves, p.cap_end, 1, k.next_open) AS cap_on,
            CASE WHEN m.runs_backward THEN moved_day(count_period.calendar, count_period.known_on, true, p.counted_end - 1,
                -1, e.previous_open) END AS safe_on,
            m.end_moves OR m.counts_open_days_only OR m.runs_backward AS hangs_on_days,
            m.counts_open_days_only OR m.min_open_days > 0 AS counts_open_days
        FROM counting_method AS m
        CROSS JOIN LATERAL (SELECT within_calendar(count_period.start) AS start OFFSET 0) AS f
        CROSS JOIN LATERAL period_ends(count_period.calendar, count_period.known_on, f.start,
            count_period.start_time, m.counts_first_day, m.counts_open_days_only, m.runs_backward, m.ends_on_same_date,
            m.min_open_days, count_period.length, count_period.unit, count_period.added, count_period.added_unit,
            count_period.cap_length, count_period.cap_unit, count_period.stops, m.end_moves,
            count_period.added_from_expiry) AS p
        LEFT JOIN calendar_day AS e ON count_period.known_on IS NULL AND e.calendar = count_period.calendar
            AND e.day = p.counted_end - CASE WHEN m.runs_backward THEN 1 ELSE 0 END
        LEFT JOIN calendar_day AS k ON count_period.known_on IS NULL AND k.calendar = count_period.calendar
            AND k.day = p.cap_end
        WHERE m.counting = count_period.counting
    ) AS c OFFSET 0) AS d;
END;

GRANT EXECUTE ON FUNCTION period_length, period_end, stopped_end, open_day_end, nearest_open, expiry_day, days_certainty,
    petition_end, period_ends, moved_day, within_calendar, count_period TO PUBLIC;
