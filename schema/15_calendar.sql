-- The calendar: what is open, how far holidays are known, and how they are announced and withdrawn.

-- The calendar is the desk's. What a file says of a day is entered unless it is known already; the days are derived anew.
CREATE TYPE holiday AS (day date, name_ko text, name_en text, kind text, announced_on date, source text);

-- The days of a calendar as it was known on a day; NULL: as it is known now.
CREATE FUNCTION calendar_as_known(calendar text, known_on date) RETURNS SETOF calendar_day
    LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
    SELECT d.calendar, d.day, d.is_open,
        (count(*) FILTER (WHERE d.is_open) OVER upwards)::integer,
        min(d.day) FILTER (WHERE d.is_open) OVER (ORDER BY d.day DESC ROWS UNBOUNDED PRECEDING),
        coalesce(max(d.day) FILTER (WHERE d.is_open) OVER upwards, d.day)
    FROM (
        SELECT c.calendar, g.day::date AS day,
            NOT extract(isodow FROM g.day)::smallint = ANY (c.closed_weekdays)
            AND NOT EXISTS (SELECT FROM public_holiday AS h
                WHERE h.calendar = c.calendar AND h.day = g.day::date
                    AND CASE WHEN calendar_as_known.known_on IS NULL THEN h.known_to IS NULL
                        ELSE h.known_from <= calendar_as_known.known_on
                            AND coalesce(h.known_to > calendar_as_known.known_on, true) END) AS is_open
        FROM calendar AS c, generate_series(timestamp '2000-01-01', timestamp '2061-01-31', interval '1 day') AS g (day)
        WHERE c.calendar = calendar_as_known.calendar
    ) AS d WINDOW upwards AS (ORDER BY d.day ROWS UNBOUNDED PRECEDING);
END;

-- The last day for which holidays are published: the end of the last year that has a regular one.
CREATE FUNCTION calendar_reach(calendar text) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
    SELECT (date_trunc('year', max(h.day)) + interval '1 year - 1 day')::date FROM public_holiday AS h
    WHERE h.calendar = calendar_reach.calendar AND h.kind = 'regular' AND h.known_to IS NULL;
END;

-- The day at the authority that counts on a calendar; one that nobody counts on yet has no zone of its own.
CREATE FUNCTION calendar_today(calendar text) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
    SELECT coalesce((SELECT max(authority_date(g.regime)) FROM regime AS g WHERE g.calendar = calendar_today.calendar),
        (now() AT TIME ZONE 'UTC')::date);
END;

-- Derives the days of a calendar anew, and counts the deadlines anew whose end may be another by that. Acts that are under way
-- are waited for; those that come later wait, and count on the new calendar.
CREATE FUNCTION rebuild_calendar(calendar text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
DECLARE changed daterange; moving daterange; moved date[]; reached date[];
BEGIN
    PERFORM hold_deadlines(rebuild_calendar.calendar);
    -- The days that are open or closed now and were not before; those that an end on them moves from in another way; and where it
    -- moved to before.
    SELECT daterange(min(k.day) FILTER (WHERE d.is_open IS DISTINCT FROM k.is_open),
            max(k.day) FILTER (WHERE d.is_open IS DISTINCT FROM k.is_open), '[]'),
        array_agg(k.day), array_agg(d.next_open)
    INTO changed, moved, reached
    FROM calendar_as_known(rebuild_calendar.calendar, NULL) AS k
    LEFT JOIN calendar_day AS d ON d.calendar = k.calendar AND d.day = k.day
    WHERE (d.is_open, d.next_open, d.previous_open) IS DISTINCT FROM (k.is_open, k.next_open, k.previous_open);
    -- What ends on an open day by these days ends on one of them, or on the first open day after them.
    moving := daterange(lower(changed), (SELECT d.next_open FROM calendar_day AS d
        WHERE d.calendar = rebuild_calendar.calendar AND d.day = upper(changed) - 1), '[]');
    INSERT INTO calendar_day AS d
    SELECT k.* FROM calendar_as_known(rebuild_calendar.calendar, NULL) AS k
    ON CONFLICT ON CONSTRAINT calendar_day_pkey DO UPDATE
    SET (is_open, open_no, next_open, previous_open)
        = (excluded.is_open, excluded.open_no, excluded.next_open, excluded.previous_open)
    WHERE (d.is_open, d.open_no, d.next_open, d.previous_open)
        IS DISTINCT FROM (excluded.is_open, excluded.open_no, excluded.next_open, excluded.previous_open);
    -- A period of calendar days ends on another day only if it ends on a day that moves; one in which open days are counted, or
    -- which ends with another, if it runs over a day that was not open, or was.
    PERFORM keep_deadlines(ARRAY(SELECT k.deadline_id FROM kept_deadline AS k
        JOIN deadline_rule AS r ON r.deadline_rule_id = k.deadline_rule_id
        JOIN counting_method AS m ON m.counting = r.counting
        JOIN regime AS g ON g.regime = k.regime AND g.calendar = rebuild_calendar.calendar
        WHERE k.due_on IS NULL OR k.counted_end = ANY (moved) OR k.cap_on = ANY (reached)
            OR (m.counts_open_days_only OR m.min_open_days > 0 OR r.floor_rule IS NOT NULL)
                AND daterange(least(k.started_on, k.first_day, k.counted_end, k.safe_on),
                    greatest(k.due_on, k.cap_on, k.counted_end, k.started_on), '[]') && changed));
    PERFORM keep_condition_tasks(rebuild_calendar.calendar, moving);
END $$;

-- A day of announcement in the future would make a holiday that holds now and is not known today: it is taken for today. So is
-- no day, but for the first calendar, which comes with the database and was known all along.
CREATE FUNCTION announce_holidays(calendar text, holidays holiday[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    today date := calendar_today(announce_holidays.calendar);
    entered integer;
BEGIN
    IF NOT acting_as('sandbox_desk') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only the desk keeps the calendar';
    END IF;
    PERFORM FROM calendar AS c WHERE c.calendar = announce_holidays.calendar FOR UPDATE;
    INSERT INTO public_holiday (calendar, day, name_ko, name_en, kind, source, known_from)
    SELECT announce_holidays.calendar, h.day, h.name_ko, h.name_en, h.kind, h.source,
        least(coalesce(h.announced_on, CASE WHEN acting_as_owner() THEN '-infinity'::date END), today)
    FROM unnest(holidays) AS h WHERE NOT EXISTS (SELECT FROM public_holiday AS p
        WHERE p.calendar = announce_holidays.calendar AND p.day = h.day AND p.name_ko = h.name_ko
            AND p.known_to IS NULL);
    GET DIAGNOSTICS entered = ROW_COUNT;
    IF entered > 0 THEN
        PERFORM rebuild_calendar(announce_holidays.calendar);
    END IF;
    RETURN entered;
END $$;

-- Withdraws holidays by their days; with `names`, which go along with the days, only those of that name.
CREATE FUNCTION withdraw_holidays(calendar text, days date[], names text[], withdrawn_on date, reason text)
    RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    today date := calendar_today(withdraw_holidays.calendar);
    withdrawn integer;
BEGIN
    IF NOT acting_as('sandbox_desk') AND NOT acting_as_owner() THEN
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
    END IF;
    RETURN withdrawn;
END $$;

GRANT EXECUTE ON FUNCTION calendar_as_known, calendar_reach, calendar_today TO PUBLIC;
GRANT EXECUTE ON FUNCTION announce_holidays, withdraw_holidays TO sandbox_desk;
