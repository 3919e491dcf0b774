-- Many clocks are counted together: the ends of the periods first, then the days they move to, which are joined once and not
-- looked up for each. A period by the law of the Union contains two working days at least. And a clock that ends with the
-- validity of a grant ends when the validity has run out, though nobody says so.

ALTER TABLE counting_method ADD COLUMN least_open_days smallint NOT NULL DEFAULT 0
    CONSTRAINT counting_method_least_open_days_check CHECK (least_open_days BETWEEN 0 AND 5);
COMMENT ON COLUMN counting_method.least_open_days IS 'a period of two days or more contains so many open days';
UPDATE counting_method SET least_open_days = 2 WHERE counting = 'same-date';

-- The ends of one period before they are moved from closed days, by the answers of its counting method. A function of
-- columns and not of a rule's row, so that it is planned with the query around it; OFFSET keeps what is counted from being
-- counted again wherever it is used.
--   start, start_time  the day of the event, and its time where a period is counted in working hours
--   added              how much extensions add, in units of added_unit
--   stops              the days that do not count; an upper bound of infinity: it lasts
-- counted_end is NULL while a stop lasts; cap_end is the end in any case; least_on the day before which a short period does
-- not end, whose open days are too few.
CREATE FUNCTION period_ends(
    calendar text, known_on date, start date, start_time time, counts_first_day boolean, counts_open_days_only boolean,
    runs_backward boolean, ends_on_same_date boolean, least_open_days integer, length integer, unit text, added integer,
    added_unit text, cap_length integer, cap_unit text, stops datemultirange
) RETURNS TABLE (first_day date, plain_end date, counted_end date, cap_end date, least_on date, due_time time)
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT a.first_day, a.plain_end,
        CASE WHEN period_ends.counts_open_days_only AND period_ends.unit = 'day' THEN (a.petition).day
            WHEN period_ends.stops IS NULL OR period_ends.runs_backward THEN a.plain_end
            ELSE stopped_end(a.plain_end, a.first_day, period_ends.stops) END,
        a.cap_end,
        CASE WHEN period_ends.least_open_days > 0 AND a.plain_end - a.first_day BETWEEN 1 AND 60 THEN open_day_end(
            period_ends.calendar, period_ends.known_on, a.first_day, period_ends.least_open_days, period_ends.stops) END,
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
        FROM (SELECT period_ends.start
            + CASE WHEN period_ends.counts_first_day THEN 0 ELSE 1 END AS first_day) AS f
        OFFSET 0
    ) AS a
    OFFSET 0;
END;

-- The open day a day moves to, either way (`step`), if it moves at all. `open_on` is that day by the calendar as it is known
-- now, for whoever has it at hand.
CREATE FUNCTION moved_day(calendar text, known_on date, moves boolean, day date, step integer, open_on date) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT CASE WHEN moved_day.day IS NULL OR NOT moved_day.moves THEN moved_day.day
        WHEN moved_day.known_on IS NULL THEN moved_day.open_on
        ELSE nearest_open(moved_day.calendar, moved_day.known_on, moved_day.day, moved_day.step) END;
END;
GRANT EXECUTE ON FUNCTION period_ends, moved_day TO PUBLIC;

CREATE OR REPLACE FUNCTION count_period(
    calendar text, known_on date, start date, start_time time, counting text, length integer, unit text,
    added integer, added_unit text, cap_length integer, cap_unit text, stops datemultirange
) RETURNS TABLE (first_day date, plain_end date, counted_end date, cap_on date, due_on date, due_time time, safe_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT c.first_day, c.plain_end, c.counted_end, c.cap_on, least(c.moved_on, c.cap_on), c.due_time, c.safe_on
    FROM (
        SELECT p.first_day, p.plain_end, p.counted_end, p.due_time,
            greatest(moved_day(count_period.calendar, count_period.known_on, m.end_moves, p.counted_end, 1, e.next_open),
                CASE WHEN p.counted_end IS NOT NULL THEN p.least_on END) AS moved_on,
            moved_day(count_period.calendar, count_period.known_on, m.end_moves, p.cap_end, 1, k.next_open) AS cap_on,
            CASE WHEN m.runs_backward THEN moved_day(count_period.calendar, count_period.known_on, true, p.counted_end, -1,
                e.previous_open) END AS safe_on
        FROM counting_method AS m
        CROSS JOIN LATERAL period_ends(count_period.calendar, count_period.known_on, count_period.start,
            count_period.start_time, m.counts_first_day, m.counts_open_days_only, m.runs_backward, m.ends_on_same_date,
            m.least_open_days, count_period.length, count_period.unit, count_period.added, count_period.added_unit,
            count_period.cap_length, count_period.cap_unit, count_period.stops) AS p
        LEFT JOIN calendar_day AS e ON count_period.known_on IS NULL AND e.calendar = count_period.calendar
            AND e.day = p.counted_end
        LEFT JOIN calendar_day AS k ON count_period.known_on IS NULL AND k.calendar = count_period.calendar
            AND k.day = p.cap_end
        WHERE m.counting = count_period.counting
    ) AS c;
END;

-- Whether the grant of a case is in force no more on a day, by an act or because its validity ran out. A validity that was
-- promised for longer than that day has not run out: so much is seen without asking in which state the grant is.
CREATE FUNCTION grant_is_over(case_file_id bigint, on_day date) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM clock AS c JOIN clock_rule AS r ON r.clock_rule_id = c.clock_rule_id
        WHERE c.case_file_id = grant_is_over.case_file_id AND r.when_missed = 'ends'
            AND (c.promised_on < on_day OR c.ended_on <= on_day))
    THEN
        RETURN false;
    END IF;
    RETURN EXISTS (SELECT FROM exemption_grant AS g WHERE g.case_file_id = grant_is_over.case_file_id)
        AND NOT EXISTS (SELECT FROM exemption_grant AS g
            CROSS JOIN LATERAL grant_of(g.exemption_grant_id, on_day) AS o
            WHERE g.case_file_id = grant_is_over.case_file_id AND o.is_in_force);
END
$$;
GRANT EXECUTE ON FUNCTION grant_is_over TO PUBLIC;

CREATE OR REPLACE FUNCTION clock_state(on_day date DEFAULT NULL, known_on date DEFAULT NULL) RETURNS TABLE (
    clock_id bigint, case_file_id bigint, clock_no smallint, clock_rule_id bigint, rule text, subject text, subject_id bigint,
    owed_by text, organisation_id bigint, started_on date, promised_on date, first_day date, plain_end date,
    counted_end date, cap_on date, due_on date, due_time time, safe_on date, ended_on date, ended_by text, today date,
    days_left integer, state text
)
    LANGUAGE sql STABLE PARALLEL RESTRICTED
BEGIN ATOMIC
    SELECT s.clock_id, s.case_file_id, s.clock_no, s.clock_rule_id, s.rule, s.subject, s.subject_id,
        s.owed_by, s.organisation_id, s.started_on, s.promised_on, s.first_day, s.plain_end,
        CASE WHEN s.counted_end < s.floor_on THEN s.floor_on ELSE s.counted_end END, s.cap_on,
        s.due_on, s.due_time, s.safe_on, s.ended_on, s.ended_by, s.today, s.due_on - s.today,
        CASE
            WHEN s.ended_by = 'lapsed' THEN 'lapsed'
            WHEN s.ended_on > s.due_on THEN 'late'
            WHEN s.ended_on IS NOT NULL THEN 'met'
            WHEN s.due_on < s.today AND s.when_missed = 'deemed-not-needed' THEN 'lapsed'
            WHEN s.due_on < s.today AND s.when_missed = 'right-lost' THEN 'lost'
            WHEN s.due_on < s.today AND s.when_missed = 'ends' THEN 'expired'
            WHEN s.may_outlive_validity AND grant_is_over(s.case_file_id, s.today) THEN 'expired'
            WHEN s.due_on < s.today THEN 'overdue'
            WHEN s.counted_end IS NULL THEN 'stopped'
            ELSE 'running'
        END
    FROM (
        SELECT m.*, CASE WHEN least(m.moved_on, m.cap_on) < m.floor_on THEN m.floor_on
            ELSE least(m.moved_on, m.cap_on) END AS due_on,
            -- What is counted back from the validity's end runs only before it; the validity itself ends by its own count.
            m.ends_with_validity AND m.when_missed <> 'ends'
                AND (NOT m.is_anchored OR least(m.moved_on, m.cap_on) < m.today) AS may_outlive_validity
        FROM (
            SELECT c.clock_id, c.case_file_id, c.clock_no, c.clock_rule_id, r.rule, c.subject, c.subject_id, c.owed_by,
                c.organisation_id, h.started_on, c.promised_on, p.first_day, p.plain_end, p.counted_end, p.due_time,
                h.floor_on,
                greatest(moved_day(r.calendar, clock_state.known_on, r.end_moves, p.counted_end, 1, e.next_open),
                    CASE WHEN p.counted_end IS NOT NULL THEN p.least_on END) AS moved_on,
                moved_day(r.calendar, clock_state.known_on, r.end_moves, p.cap_end, 1, k.next_open) AS cap_on,
                CASE WHEN r.runs_backward THEN moved_day(r.calendar, clock_state.known_on, true, p.counted_end, -1,
                    e.previous_open) END AS safe_on,
                CASE WHEN clock_state.on_day IS NULL OR c.ended_on <= clock_state.on_day THEN c.ended_on END AS ended_on,
                CASE WHEN clock_state.on_day IS NULL OR c.ended_on <= clock_state.on_day THEN c.ended_by END AS ended_by,
                coalesce(clock_state.on_day, r.today) AS today, r.when_missed, r.ends_with_validity,
                c.anchor_clock_id IS NOT NULL AS is_anchored
            FROM clock AS c
            JOIN (SELECT r.*, 'expired' = ANY (r.ends_on) AS ends_with_validity, m.counts_first_day,
                    m.counts_open_days_only, m.runs_backward, m.end_moves, m.ends_on_same_date, m.least_open_days, g.calendar,
                    (now() AT TIME ZONE g.time_zone)::date AS today
                FROM clock_rule AS r
                JOIN counting_method AS m ON m.counting = r.counting
                JOIN regime AS g ON g.regime = r.regime
                OFFSET 0) AS r ON r.clock_rule_id = c.clock_rule_id
            LEFT JOIN LATERAL (SELECT sum(x.length)::integer AS length, max(x.unit::text) AS unit FROM clock_extension AS x
                WHERE r.extensions > 0 AND x.clock_id = c.clock_id
                    AND (clock_state.on_day IS NULL OR x.extended_on <= clock_state.on_day)) AS x ON true
            CROSS JOIN LATERAL (SELECT
                CASE WHEN r.stopped_by <> '{}' THEN (
                    SELECT range_agg(CASE WHEN s.ended_on > clock_state.on_day
                        THEN daterange(s.began_on + 1, NULL) ELSE s.days END)
                    FROM clock_stop AS s
                    WHERE s.clock_id = c.clock_id AND NOT s.undone
                        AND (clock_state.on_day IS NULL OR s.began_on <= clock_state.on_day)) END AS stops,
                CASE WHEN c.anchor_clock_id IS NULL THEN c.started_on
                    ELSE clock_due(c.anchor_clock_id, clock_state.on_day, clock_state.known_on) END AS started_on,
                CASE WHEN c.floor_clock_id IS NOT NULL
                    THEN clock_due(c.floor_clock_id, clock_state.on_day, clock_state.known_on) END AS floor_on
                OFFSET 0) AS h
            CROSS JOIN LATERAL period_ends(r.calendar, clock_state.known_on, h.started_on, NULL, r.counts_first_day,
                r.counts_open_days_only, r.runs_backward, r.ends_on_same_date, r.least_open_days, coalesce(c.length, r.length),
                coalesce(c.unit, r.unit), coalesce(x.length, 0), coalesce(x.unit, r.extension_unit), r.cap_length,
                r.cap_unit, h.stops) AS p
            LEFT JOIN calendar_day AS e ON clock_state.known_on IS NULL AND e.calendar = r.calendar
                AND e.day = p.counted_end
            LEFT JOIN calendar_day AS k ON clock_state.known_on IS NULL AND k.calendar = r.calendar AND k.day = p.cap_end
            WHERE clock_state.on_day IS NULL OR c.started_on <= clock_state.on_day
                OR c.started_on IS NULL AND h.started_on IS NOT NULL
        ) AS m
    ) AS s;
END;

-- Nobody counts by it any more.
DROP FUNCTION counted_period, instant.counted_period;

-- The past counts by the same text.
SELECT past.cover_function(p.oid) FROM pg_proc AS p
WHERE p.pronamespace = 'sandbox'::regnamespace
    AND p.proname IN ('period_ends', 'moved_day', 'count_period', 'grant_is_over', 'clock_state');
