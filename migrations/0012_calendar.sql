-- The calendar an authority counts on: one row for each day, open or not, and what is known of public holidays, from
-- which day on. Holidays are announced late and sometimes withdrawn; what was known on a given day stays answerable.

CREATE TABLE calendar (
    calendar code CONSTRAINT calendar_pkey PRIMARY KEY,
    name_ko label NOT NULL,
    name_en label NOT NULL,
    closed_weekdays smallint[] NOT NULL DEFAULT '{6,7}',
    opens_at time NOT NULL DEFAULT '09:00',
    closes_at time NOT NULL DEFAULT '18:00',
    CONSTRAINT calendar_hours_check CHECK (opens_at < closes_at)
);
COMMENT ON COLUMN calendar.closed_weekdays IS 'days of the week on which a period does not end, 1 Monday … 7 Sunday';

CREATE TABLE public_holiday (
    public_holiday_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT public_holiday_pkey PRIMARY KEY,
    calendar code NOT NULL CONSTRAINT public_holiday_calendar_fkey REFERENCES calendar,
    day date NOT NULL CONSTRAINT public_holiday_day_check CHECK (day BETWEEN '2000-01-01' AND '2060-12-31'),
    name_ko label NOT NULL,
    name_en label,
    kind code NOT NULL CONSTRAINT public_holiday_kind_check CHECK (
        kind IN ('regular', 'substitute', 'temporary', 'election')
    ),
    source prose,
    known_from date NOT NULL DEFAULT '-infinity',
    known_to date,
    withdrawal_reason prose,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT public_holiday_known_check CHECK (known_from <= known_to),
    CONSTRAINT public_holiday_withdrawal_check CHECK ((known_to IS NULL) = (withdrawal_reason IS NULL))
);
COMMENT ON COLUMN public_holiday.known_from IS 'the day it was announced; -infinity: known all along, as the first calendar was';
COMMENT ON COLUMN public_holiday.known_to IS 'the day it was withdrawn; NULL: it holds';
CREATE UNIQUE INDEX public_holiday_day_key ON public_holiday (calendar, day, name_ko) WHERE known_to IS NULL;
CREATE INDEX public_holiday_calendar_idx ON public_holiday (calendar, day);

-- Derived from the two tables above, by rebuild_calendar alone.
CREATE TABLE calendar_day (
    calendar code NOT NULL CONSTRAINT calendar_day_calendar_fkey REFERENCES calendar,
    day date NOT NULL,
    is_open boolean NOT NULL,
    open_no integer NOT NULL,
    next_open date NOT NULL,
    previous_open date NOT NULL,
    CONSTRAINT calendar_day_pkey PRIMARY KEY (calendar, day)
);
COMMENT ON COLUMN calendar_day.open_no IS 'how many open days there are from 2000-01-01 up to and including this one';
COMMENT ON COLUMN calendar_day.next_open IS 'this day if it is open, otherwise the next one that is (민법 제161조)';

-- The days of a calendar as it was known on a day; NULL: as it is known now.
CREATE FUNCTION calendar_as_known(calendar text, known_on date) RETURNS SETOF calendar_day
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
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
        FROM calendar AS c,
            generate_series(timestamp '2000-01-01', timestamp '2061-01-31', interval '1 day') AS g (day)
        WHERE c.calendar = calendar_as_known.calendar
    ) AS d
    WINDOW upwards AS (ORDER BY d.day ROWS UNBOUNDED PRECEDING);
END;

CREATE FUNCTION rebuild_calendar(calendar text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
INSERT INTO calendar_day AS d
SELECT k.* FROM calendar_as_known(rebuild_calendar.calendar, NULL) AS k
ON CONFLICT ON CONSTRAINT calendar_day_pkey DO UPDATE
SET (is_open, open_no, next_open, previous_open)
    = (excluded.is_open, excluded.open_no, excluded.next_open, excluded.previous_open)
WHERE (d.is_open, d.open_no, d.next_open, d.previous_open)
    IS DISTINCT FROM (excluded.is_open, excluded.open_no, excluded.next_open, excluded.previous_open)
$$;

-- The last day for which holidays are published: the end of the last year that has a regular one.
CREATE FUNCTION calendar_reach(calendar text) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT (date_trunc('year', max(h.day)) + interval '1 year - 1 day')::date
    FROM public_holiday AS h
    WHERE h.calendar = calendar_reach.calendar AND h.kind = 'regular' AND h.known_to IS NULL;
END;

GRANT EXECUTE ON FUNCTION calendar_as_known, calendar_reach TO PUBLIC;

INSERT INTO calendar (calendar, name_ko, name_en) VALUES ('kr', '대한민국 관공서', 'Public offices of the Republic of Korea');
ALTER TABLE regime ADD COLUMN calendar code CONSTRAINT regime_calendar_fkey REFERENCES calendar;
UPDATE regime SET calendar = 'kr' WHERE regime = 'kr-ict';
ALTER TABLE regime ALTER COLUMN calendar SET NOT NULL;
