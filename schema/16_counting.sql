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
--   stops              the days that do not count; an upper bound of infinity: it lasts
-- counted_end is NULL while a stop lasts; cap_end is the end in any case; earliest_on the day before which a short period does
-- not end, whose open days are too few.
CREATE FUNCTION period_ends(
    calendar text, known_on date, start date, start_time time, counts_first_day boolean, counts_open_days_only boolean,
    runs_backward boolean, ends_on_same_date boolean, min_open_days integer, length integer, unit text, added integer,
    added_unit text, cap_length integer, cap_unit text, stops datemultirange
) RETURNS TABLE (first_day date, plain_end date, counted_end date, cap_end date, earliest_on date, due_time time)
    LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
    SELECT a.first_day, a.plain_end,
        CASE WHEN period_ends.counts_open_days_only AND period_ends.unit = 'day' THEN (a.petition).day
            WHEN period_ends.stops IS NULL OR period_ends.runs_backward THEN a.plain_end
            ELSE stopped_end(a.plain_end, a.first_day, period_ends.stops) END,
        a.cap_end,
        CASE WHEN period_ends.min_open_days > 0 AND a.plain_end - a.first_day BETWEEN 1 AND 60 THEN open_day_end(
            period_ends.calendar, period_ends.known_on, a.first_day, period_ends.min_open_days, period_ends.stops) END,
        (a.petition).hour
    FROM (
        SELECT f.first_day,
            CASE WHEN period_ends.runs_backward
                    THEN (period_ends.start - period_length(period_ends.length, period_ends.unit))::date
                WHEN period_ends.ends_on_same_date AND period_ends.added > 0
                    THEN (period_ends.start + period_length(period_ends.length, period_ends.unit)
                        + period_length(period_ends.added, period_ends.added_unit))::date
                WHEN period_ends.ends_on_same_date
                    THEN (period_ends.start + period_length(period_ends.length, period_ends.unit))::date
                WHEN period_ends.added > 0 THEN period_end(
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
        OFFSET 0
    ) AS a OFFSET 0;
END;

-- The open day a day moves to, either way (`step`), if it moves at all. `open_on` is that day by the calendar as it is known
-- now, for whoever has it at hand.
CREATE FUNCTION moved_day(calendar text, known_on date, moves boolean, day date, step integer, open_on date)
    RETURNS date LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
    SELECT CASE WHEN moved_day.day IS NULL OR NOT moved_day.moves THEN moved_day.day
        WHEN moved_day.known_on IS NULL THEN moved_day.open_on
        ELSE nearest_open(moved_day.calendar, moved_day.known_on, moved_day.day, moved_day.step) END;
END;

-- Counts one period by the name of its counting method.
CREATE FUNCTION count_period(
    calendar text, known_on date, start date, start_time time, counting text, length integer, unit text,
    added integer, added_unit text, cap_length integer, cap_unit text, stops datemultirange
) RETURNS TABLE (first_day date, plain_end date, counted_end date, cap_on date, due_on date, due_time time,
    safe_on date)
    LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
    SELECT c.first_day, c.plain_end, c.counted_end, c.cap_on, least(c.moved_on, c.cap_on), c.due_time, c.safe_on
    FROM (
        SELECT p.first_day, p.plain_end, p.counted_end, p.due_time,
            greatest(moved_day(count_period.calendar, count_period.known_on, m.end_moves, p.counted_end, 1,
                e.next_open), CASE WHEN p.counted_end IS NOT NULL THEN p.earliest_on END) AS moved_on,
            moved_day(count_period.calendar, count_period.known_on, m.end_moves, p.cap_end, 1, k.next_open) AS cap_on,
            CASE WHEN m.runs_backward THEN moved_day(count_period.calendar, count_period.known_on, true, p.counted_end,
                -1, e.previous_open) END AS safe_on
        FROM counting_method AS m
        CROSS JOIN LATERAL period_ends(count_period.calendar, count_period.known_on, count_period.start,
            count_period.start_time, m.counts_first_day, m.counts_open_days_only, m.runs_backward, m.ends_on_same_date,
            m.min_open_days, count_period.length, count_period.unit, count_period.added, count_period.added_unit,
            count_period.cap_length, count_period.cap_unit, count_period.stops) AS p
        LEFT JOIN calendar_day AS e ON count_period.known_on IS NULL AND e.calendar = count_period.calendar
            AND e.day = p.counted_end
        LEFT JOIN calendar_day AS k ON count_period.known_on IS NULL AND k.calendar = count_period.calendar
            AND k.day = p.cap_end
        WHERE m.counting = count_period.counting
    ) AS c;
END;

GRANT EXECUTE ON FUNCTION period_length, period_end, stopped_end, open_day_end, nearest_open, petition_end, period_ends,
    moved_day, count_period TO PUBLIC;
