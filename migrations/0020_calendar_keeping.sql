-- Keeping a calendar: nothing is known before it is said, and of two holidays on one day one can be withdrawn.

-- The day at the authority that counts on a calendar; one that nobody counts on yet has no zone of its own.
CREATE FUNCTION calendar_today(calendar text) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT coalesce((SELECT max(authority_date(g.regime)) FROM regime AS g WHERE g.calendar = calendar_today.calendar),
        (now() AT TIME ZONE 'UTC')::date);
END;
GRANT EXECUTE ON FUNCTION calendar_today TO PUBLIC;

-- The calendar is the desk's. What a file says of a day is entered unless it is known already; the days are derived anew.
CREATE TYPE holiday AS (day date, name_ko text, name_en text, kind text, announced_on date, source text);

-- A day of announcement in the future would make a holiday that holds now and is not known today: it is taken for today.
CREATE FUNCTION announce_holidays(calendar text, holidays holiday[]) RETURNS integer
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
GRANT EXECUTE ON FUNCTION announce_holidays, withdraw_holidays TO sandbox_desk;
