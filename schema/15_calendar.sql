-- The calendar: what is open, how far holidays are known, and how they are announced and withdrawn.

-- A day off as a file names it.
CREATE TYPE holiday AS (day date, name_ko text, name_en text, kind text, announced_on date, source text);

-- The days of a calendar as it was known on a day; NULL: as it is known now.
CREATE FUNCTION calendar_as_known(calendar text, known_on date) RETURNS SETOF calendar_day
    LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
    SELECT d.calendar, d.day, d.is_open,
        (count(*) FILTER (WHERE d.is_open) OVER upwards)::integer,
        min(d.day) FILTER (WHERE d.is_open) OVER (ORDER BY d.day DESC ROWS UNBOUNDED PRECEDING),
        coalesce(max(d.day) FILTER (WHERE d.is_open) OVER upwards, d.day), d.certainty
    FROM (
        SELECT c.calendar, g.day::date AS day,
            CASE WHEN EXISTS (SELECT FROM calendar_year AS y
                    WHERE y.calendar = c.calendar AND y.year = extract(year FROM g.day)
                        AND CASE WHEN calendar_as_known.known_on IS NULL THEN y.known_to IS NULL
                            ELSE y.known_from <= calendar_as_known.known_on
                                AND coalesce(y.known_to > calendar_as_known.known_on, true) END) THEN NULL
                WHEN c.foreseen_to IS NULL OR g.day::date BETWEEN c.foreseen_from AND c.foreseen_to THEN 'foreseen'
                ELSE 'unknown' END AS certainty,
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

-- The last day to which holidays are known: the end of the last year that is declared complete, with no year missing since the
-- first. NULL: no year is.
CREATE FUNCTION calendar_reach(calendar text) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
    SELECT make_date(max(y.year), 12, 31) FROM (
        SELECT y.year::integer AS year, y.year - row_number() OVER (ORDER BY y.year) AS run,
            min(y.year) OVER () - 1 AS first_run FROM calendar_year AS y
        WHERE y.calendar = calendar_reach.calendar AND y.known_to IS NULL) AS y WHERE y.run = y.first_run;
END;

-- What is told with a day that hangs on a calendar: how certain it is, and to which day holidays are known. NULL: there is no doubt.
CREATE FUNCTION calendar_doubt(regime text, certainty text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
    SELECT CASE WHEN calendar_doubt.certainty IS NOT NULL THEN concat_ws(' ', calendar_doubt.certainty,
        (SELECT calendar_reach(g.calendar) FROM regime AS g WHERE g.regime = calendar_doubt.regime)) END;
END;

-- The same of a day that a period ends on.
CREATE FUNCTION day_doubt(regime text, day date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
    SELECT calendar_doubt(day_doubt.regime, (SELECT d.certainty FROM regime AS g JOIN calendar_day AS d
        ON d.calendar = g.calendar AND d.day = day_doubt.day WHERE g.regime = day_doubt.regime));
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
    SELECT daterange(min(k.day) FILTER (WHERE (d.is_open, d.certainty) IS DISTINCT FROM (k.is_open, k.certainty)),
            max(k.day) FILTER (WHERE (d.is_open, d.certainty) IS DISTINCT FROM (k.is_open, k.certainty)), '[]'),
        array_agg(k.day), array_agg(d.next_open)
    INTO changed, moved, reached
    FROM calendar_as_known(rebuild_calendar.calendar, NULL) AS k
    LEFT JOIN calendar_day AS d ON d.calendar = k.calendar AND d.day = k.day
    WHERE (d.is_open, d.next_open, d.previous_open, d.certainty)
        IS DISTINCT FROM (k.is_open, k.next_open, k.previous_open, k.certainty);
    -- What ends on an open day by these days ends on one of them, or on the first open day after them.
    moving := daterange(lower(changed), (SELECT d.next_open FROM calendar_day AS d
        WHERE d.calendar = rebuild_calendar.calendar AND d.day = upper(changed) - 1), '[]');
    INSERT INTO calendar_day AS d
    SELECT k.* FROM calendar_as_known(rebuild_calendar.calendar, NULL) AS k
    ON CONFLICT ON CONSTRAINT calendar_day_pkey DO UPDATE
    SET (is_open, open_no, next_open, previous_open, certainty)
        = (excluded.is_open, excluded.open_no, excluded.next_open, excluded.previous_open, excluded.certainty)
    WHERE (d.is_open, d.open_no, d.next_open, d.previous_open, d.certainty)
        IS DISTINCT FROM (excluded.is_open, excluded.open_no, excluded.next_open, excluded.previous_open, excluded.certainty);
    -- A period of calendar days ends on another day only if it ends on a day that moves; one in which open days are counted, or
    -- which ends with another, if it runs over a day that was not open, or was.
    PERFORM keep_deadlines(ARRAY(SELECT k.deadline_id FROM kept_deadline AS k
        JOIN deadline_rule AS r ON r.deadline_rule_id = k.deadline_rule_id
        JOIN counting_method AS m ON m.counting = r.counting
        JOIN regime AS g ON g.regime = k.regime AND g.calendar = rebuild_calendar.calendar
        WHERE k.due_on IS NULL OR k.counted_end = ANY (moved) OR k.cap_on = ANY (reached) OR k.due_on = ANY (moved)
            OR m.runs_backward AND k.counted_end - 1 = ANY (moved)
            -- What hangs on more than its own end: an end that a stop moved on, an extension that follows a moved end.
            OR (m.counts_open_days_only OR m.min_open_days > 0 OR r.floor_rule IS NOT NULL
                    OR r.stopped_by <> '{}' OR r.extends_from = 'expiry')
                AND daterange(least(k.started_on, k.first_day, k.counted_end, k.safe_on),
                    greatest(k.due_on, k.cap_on, k.counted_end, k.started_on), '[]') && changed));
    PERFORM keep_condition_tasks(rebuild_calendar.calendar, moving);
    PERFORM undo_lapses(ARRAY(SELECT l.lapse_id FROM wrong_lapse AS l JOIN regime AS g ON g.regime = l.regime
        WHERE g.calendar = rebuild_calendar.calendar ORDER BY l.case_file_id, l.lapse_id));
END $$;

-- The holidays that the rules of a calendar foresee, from its first to its last foreseen year. One with a substitute that falls
-- on a day that is closed for it, or on another holiday, is followed by one on the next open day that is no holiday; in the
-- order of their days.
CREATE FUNCTION foreseen_holidays(calendar text) RETURNS SETOF holiday
    LANGUAGE plpgsql STABLE SET search_path = sandbox, pg_temp AS $$
DECLARE
    this calendar;
    found holiday[];
    taken date[];
    one record;
    next date;
BEGIN
    SELECT * INTO this FROM calendar AS c WHERE c.calendar = foreseen_holidays.calendar;
    IF this.foreseen_to IS NULL THEN
        RETURN;
    END IF;
    SELECT array_agg((d.day, r.name_ko, r.name_en, 'regular', NULL, this.foreseen_basis)::holiday ORDER BY d.day, r.position),
        array_agg(d.day)
    INTO found, taken
    FROM holiday_rule AS r CROSS JOIN LATERAL (
        SELECT unnest(r.dates) AS day UNION ALL
        SELECT make_date(y.year, r.month, r.day) FROM generate_series(extract(year FROM this.foreseen_from)::integer,
            extract(year FROM this.foreseen_to)::integer) AS y (year) WHERE r.month IS NOT NULL) AS d
    WHERE r.calendar = foreseen_holidays.calendar AND d.day BETWEEN this.foreseen_from AND this.foreseen_to;
    -- One substitute for holidays that share a day.
    FOR one IN
        SELECT h.day, string_agg(h.name_ko, '·' ORDER BY h.n) FILTER (WHERE r.substitute <> 'none') AS name_ko,
            string_agg(h.name_en, ' / ' ORDER BY h.n) FILTER (WHERE r.substitute <> 'none') AS name_en
        FROM unnest(found) WITH ORDINALITY AS h (day, name_ko, name_en, kind, announced_on, source, n)
        JOIN holiday_rule AS r ON r.calendar = foreseen_holidays.calendar AND r.name_ko = h.name_ko
        GROUP BY h.day HAVING bool_or(CASE r.substitute WHEN 'none' THEN false
            WHEN 'sunday' THEN extract(isodow FROM h.day) = 7 ELSE extract(isodow FROM h.day) IN (6, 7) END)
            OR count(*) > 1 AND bool_or(r.substitute <> 'none') AND extract(isodow FROM h.day) < 6
        ORDER BY h.day
    LOOP
        next := one.day + 1;
        WHILE extract(isodow FROM next)::smallint = ANY (this.closed_weekdays) OR next = ANY (taken) LOOP
            next := next + 1;
        END LOOP;
        taken := taken || next;
        found := found || (next, '대체공휴일(' || one.name_ko || ')', 'Substitute holiday for ' || one.name_en, 'substitute', NULL,
            this.foreseen_basis)::holiday;
    END LOOP;
    RETURN QUERY SELECT h.* FROM unnest(found) AS h ORDER BY h.day;
END $$;

-- Enters what is foreseen of the years that are not declared complete, and takes away what is foreseen no more: because the rules
-- are others, the year is complete, or the day has been announced. Answers whether anything changed.
CREATE FUNCTION foresee_holidays(calendar text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    today date := calendar_today(foresee_holidays.calendar);
    wanted holiday[];
    changed integer;
    entered integer;
BEGIN
    SELECT array_agg(h) INTO wanted FROM foreseen_holidays(foresee_holidays.calendar) AS h
    WHERE NOT EXISTS (SELECT FROM calendar_year AS y WHERE y.calendar = foresee_holidays.calendar
            AND y.year = extract(year FROM h.day) AND y.known_to IS NULL)
        AND NOT EXISTS (SELECT FROM public_holiday AS p WHERE p.calendar = foresee_holidays.calendar AND p.day = h.day
            AND p.name_ko = h.name_ko AND p.known_to IS NULL AND NOT p.is_foreseen);
    UPDATE public_holiday AS p SET known_to = greatest(today, p.known_from),
        withdrawal_reason = 'foreseen by rule; announced or no longer foreseen'
    WHERE p.calendar = foresee_holidays.calendar AND p.is_foreseen AND p.known_to IS NULL
        AND NOT EXISTS (SELECT FROM unnest(wanted) AS n WHERE n.day = p.day AND n.name_ko = p.name_ko);
    GET DIAGNOSTICS changed = ROW_COUNT;
    INSERT INTO public_holiday (calendar, day, name_ko, name_en, kind, source, is_foreseen, known_from)
    SELECT foresee_holidays.calendar, n.day, n.name_ko, n.name_en, n.kind, n.source, true,
        CASE WHEN acting_as_owner() THEN '-infinity' ELSE today END
    FROM unnest(wanted) AS n WHERE NOT EXISTS (SELECT FROM public_holiday AS p
        WHERE p.calendar = foresee_holidays.calendar AND p.day = n.day AND p.name_ko = n.name_ko AND p.known_to IS NULL);
    GET DIAGNOSTICS entered = ROW_COUNT;
    RETURN changed + entered > 0;
END $$;

-- The foreseen holidays of a year that nobody has announced: what declaring it complete would drop.
CREATE FUNCTION unannounced_holidays(calendar text, year integer) RETURNS SETOF public_holiday
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp AS $$
SELECT p.* FROM public_holiday AS p WHERE p.calendar = unannounced_holidays.calendar AND p.is_foreseen AND p.known_to IS NULL
    AND extract(year FROM p.day) = unannounced_holidays.year
    AND NOT EXISTS (SELECT FROM public_holiday AS a WHERE a.calendar = p.calendar AND a.day = p.day AND a.known_to IS NULL
        AND NOT a.is_foreseen)
ORDER BY p.day $$;

-- The desk declares that every holiday of these years is entered, as far as it is published. A day that the rules foresee and nobody
-- has entered speaks against it, until the desk says that it is none.
CREATE FUNCTION declare_years(calendar text, years integer[], source text, despite_missing boolean DEFAULT false) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    missing text;
    declared integer;
BEGIN
    IF NOT acting_as('sandbox_desk') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only the desk keeps the calendar';
    END IF;
    PERFORM FROM calendar AS c WHERE c.calendar = declare_years.calendar FOR UPDATE;
    IF NOT despite_missing THEN
        SELECT string_agg(h.day || ' ' || h.name_ko, ', ' ORDER BY h.day) INTO missing
        FROM unnest(years) AS y (year) CROSS JOIN LATERAL unannounced_holidays(declare_years.calendar, y.year) AS h;
        IF missing IS NOT NULL THEN
            PERFORM refuse('calendar_year_missing_guard', 'holidays that are foreseen are not entered', missing);
        END IF;
    END IF;
    INSERT INTO calendar_year (calendar, year, source, known_from)
    SELECT declare_years.calendar, y.year, declare_years.source,
        CASE WHEN acting_as_owner() THEN '-infinity' ELSE calendar_today(declare_years.calendar) END
    FROM (SELECT DISTINCT unnest(years) AS year) AS y
    WHERE NOT EXISTS (SELECT FROM calendar_year AS k WHERE k.calendar = declare_years.calendar AND k.year = y.year
        AND k.known_to IS NULL) ORDER BY y.year;
    GET DIAGNOSTICS declared = ROW_COUNT;
    IF declared > 0 THEN
        PERFORM foresee_holidays(declare_years.calendar);
        PERFORM rebuild_calendar(declare_years.calendar);
    END IF;
    RETURN declared;
END $$;

-- Takes it back: what the rules foresee of these years is entered again.
CREATE FUNCTION reopen_years(calendar text, years integer[], reason text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE reopened integer;
BEGIN
    IF NOT acting_as('sandbox_desk') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only the desk keeps the calendar';
    END IF;
    PERFORM FROM calendar AS c WHERE c.calendar = reopen_years.calendar FOR UPDATE;
    UPDATE calendar_year AS y SET known_to = greatest(calendar_today(reopen_years.calendar), y.known_from),
        withdrawal_reason = reopen_years.reason
    WHERE y.calendar = reopen_years.calendar AND y.year = ANY (years) AND y.known_to IS NULL;
    GET DIAGNOSTICS reopened = ROW_COUNT;
    IF reopened > 0 THEN
        PERFORM foresee_holidays(reopen_years.calendar);
        PERFORM rebuild_calendar(reopen_years.calendar);
    END IF;
    RETURN reopened;
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
    -- What is announced takes the place of what was foreseen of the same name and day.
    UPDATE public_holiday AS p SET known_to = greatest(today, p.known_from),
        withdrawal_reason = 'foreseen by rule; announced or no longer foreseen'
    FROM unnest(holidays) AS h WHERE p.calendar = announce_holidays.calendar AND p.is_foreseen AND p.known_to IS NULL
        AND p.day = h.day AND p.name_ko = h.name_ko;
    INSERT INTO public_holiday (calendar, day, name_ko, name_en, kind, source, known_from)
    SELECT announce_holidays.calendar, h.day, h.name_ko, h.name_en, h.kind, h.source,
        least(coalesce(h.announced_on, CASE WHEN acting_as_owner() THEN '-infinity'::date END), today)
    FROM unnest(holidays) AS h WHERE NOT EXISTS (SELECT FROM public_holiday AS p
        WHERE p.calendar = announce_holidays.calendar AND p.day = h.day AND p.name_ko = h.name_ko
            AND p.known_to IS NULL);
    GET DIAGNOSTICS entered = ROW_COUNT;
    IF entered > 0 THEN
        PERFORM foresee_holidays(announce_holidays.calendar);
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
        PERFORM foresee_holidays(withdraw_holidays.calendar);
        PERFORM rebuild_calendar(withdraw_holidays.calendar);
    END IF;
    RETURN withdrawn;
END $$;

GRANT EXECUTE ON FUNCTION calendar_as_known, calendar_reach, calendar_doubt, day_doubt, calendar_today, foreseen_holidays, unannounced_holidays TO PUBLIC;
GRANT EXECUTE ON FUNCTION announce_holidays, withdraw_holidays, declare_years, reopen_years TO sandbox_desk;
