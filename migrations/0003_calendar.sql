-- The calendar an authority counts on: one row for each day, open or not, and what is known of public holidays, from
-- which day on. Holidays are announced late and sometimes withdrawn; what was known on a given day stays answerable.

CREATE TABLE calendar (
    calendar code CONSTRAINT calendar_pkey PRIMARY KEY,
    name_ko label NOT NULL, name_en label NOT NULL,
    closed_weekdays smallint[] NOT NULL DEFAULT '{6,7}',
    opens_at time NOT NULL DEFAULT '09:00',
    closes_at time NOT NULL DEFAULT '18:00',
    revision integer NOT NULL DEFAULT 0,
    foreseen_from date, foreseen_to date,
    foreseen_basis label,
    CONSTRAINT calendar_hours_check CHECK (opens_at < closes_at),
    CONSTRAINT calendar_foreseen_check CHECK (foreseen_from <= foreseen_to)
);
COMMENT ON COLUMN calendar.foreseen_to IS
    'how far its rules say which days will be holidays; NULL: closed weekdays are all that is known of any year';
COMMENT ON COLUMN calendar.revision IS
    'grows with every change of its days: a transaction that has seen fewer days fails when it counts';
COMMENT ON COLUMN calendar.closed_weekdays IS 'days of the week on which a period does not end, 1 Monday … 7 Sunday';

CREATE TABLE public_holiday (
    public_holiday_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT public_holiday_pkey PRIMARY KEY,
    calendar code NOT NULL CONSTRAINT public_holiday_calendar_fkey REFERENCES calendar,
    day date NOT NULL CONSTRAINT public_holiday_day_check CHECK (day BETWEEN '2000-01-01' AND '2060-12-31'),
    name_ko label NOT NULL, name_en label,
    kind code NOT NULL CONSTRAINT public_holiday_kind_check CHECK (
        kind IN ('regular', 'substitute', 'temporary', 'election')),
    is_foreseen boolean NOT NULL DEFAULT false,
    source prose,
    known_from date NOT NULL DEFAULT '-infinity', known_to date,
    withdrawal_reason prose,
    recorded_at timestamptz NOT NULL DEFAULT now(), recorded_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT public_holiday_known_check CHECK (known_from <= known_to),
    CONSTRAINT public_holiday_withdrawal_check CHECK ((known_to IS NULL) = (withdrawal_reason IS NULL))
);
COMMENT ON COLUMN public_holiday.known_from IS
    'the day it was announced; -infinity: known all along, as the first calendar was';
COMMENT ON COLUMN public_holiday.known_to IS 'the day it was withdrawn; NULL: it holds';
COMMENT ON COLUMN public_holiday.is_foreseen IS
    'nobody has announced it: it follows from the rules of the calendar, until its year is declared complete';
CREATE UNIQUE INDEX public_holiday_day_key ON public_holiday (calendar, day, name_ko) WHERE known_to IS NULL;
CREATE INDEX public_holiday_calendar_idx ON public_holiday (calendar, day);

-- A year is known when it is declared complete: a single row of it says nothing of its other days.
CREATE TABLE calendar_year (
    calendar_year_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT calendar_year_pkey PRIMARY KEY,
    calendar code NOT NULL CONSTRAINT calendar_year_calendar_fkey REFERENCES calendar,
    year smallint NOT NULL CONSTRAINT calendar_year_year_check CHECK (year BETWEEN 2000 AND 2060),
    source prose,
    known_from date NOT NULL DEFAULT '-infinity', known_to date,
    withdrawal_reason prose,
    recorded_at timestamptz NOT NULL DEFAULT now(), recorded_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT calendar_year_known_check CHECK (known_from <= known_to),
    CONSTRAINT calendar_year_withdrawal_check CHECK ((known_to IS NULL) = (withdrawal_reason IS NULL))
);
CREATE UNIQUE INDEX calendar_year_key ON calendar_year (calendar, year) WHERE known_to IS NULL;

-- By what rules the holidays of a year are foreseen that nobody has declared complete.
CREATE TABLE holiday_rule (
    calendar code NOT NULL CONSTRAINT holiday_rule_calendar_fkey REFERENCES calendar,
    position smallint NOT NULL,
    name_ko label NOT NULL, name_en label NOT NULL,
    month smallint, day smallint,
    dates date[] NOT NULL DEFAULT '{}',
    substitute code NOT NULL DEFAULT 'none' CONSTRAINT holiday_rule_substitute_check CHECK (
        substitute IN ('none', 'sunday', 'weekend')),
    CONSTRAINT holiday_rule_pkey PRIMARY KEY (calendar, position),
    CONSTRAINT holiday_rule_day_check CHECK (
        (month IS NULL) = (day IS NULL) AND (month IS NULL) = (dates <> '{}')
        AND (month IS NULL OR make_date(2001, month, day) IS NOT NULL))
);
COMMENT ON COLUMN holiday_rule.dates IS 'the days of one that no fixed date has, as those of the lunar calendar';
COMMENT ON COLUMN holiday_rule.substitute IS
    'on which closed days it has a substitute, beside a day that is another holiday: none, Sundays, the weekend';

-- Derived from the tables above, by rebuild_calendar alone.
CREATE TABLE calendar_day (
    calendar code NOT NULL CONSTRAINT calendar_day_calendar_fkey REFERENCES calendar,
    day date NOT NULL,
    is_open boolean NOT NULL,
    open_no integer NOT NULL,
    next_open date NOT NULL,
    previous_open date NOT NULL,
    certainty code CONSTRAINT calendar_day_certainty_check CHECK (certainty IN ('foreseen', 'unknown')),
    CONSTRAINT calendar_day_pkey PRIMARY KEY (calendar, day)
);
COMMENT ON COLUMN calendar_day.open_no IS 'how many open days there are from 2000-01-01 up to and including this one';
COMMENT ON COLUMN calendar_day.certainty IS
    'NULL: its year is declared complete; foreseen: by the rules of the calendar; unknown: nobody can say';
COMMENT ON COLUMN calendar_day.next_open IS 'this day if it is open, otherwise the next one that is (민법 제161조)';

-- The ways the law counts. Each is three answers; the names are those of regime files.
CREATE TABLE counting_method (
    counting code CONSTRAINT counting_method_pkey PRIMARY KEY,
    counts_first_day boolean NOT NULL,
    counts_open_days_only boolean NOT NULL,
    runs_backward boolean NOT NULL,
    end_moves boolean NOT NULL,
    ends_on_same_date boolean NOT NULL,
    min_open_days smallint NOT NULL DEFAULT 0
        CONSTRAINT counting_method_min_open_days_check CHECK (min_open_days BETWEEN 0 AND 5)
);
COMMENT ON COLUMN counting_method.end_moves IS 'an end on a closed day moves to the next open day';
COMMENT ON COLUMN counting_method.ends_on_same_date IS
    'months and years end on the date of the event, or the last of the month, '
    'and not on the day before the corresponding one';
COMMENT ON COLUMN counting_method.min_open_days IS 'a period of two days or more contains so many open days';

INSERT INTO counting_method (counting, counts_first_day, counts_open_days_only, runs_backward, end_moves,
    ends_on_same_date, min_open_days) VALUES
    ('civil', false, false, false, true, false, 0), -- 민법 제157조, 제159조~제161조
    ('burden', true, false, false, false, false, 0), -- 행정기본법 제6조 제2항
    ('petition', true, true, false, true, false, 0), -- 민원처리법 제19조
    ('validity', true, false, false, false, false, 0), -- the validity written on a certificate or permit
    ('backward', true, false, true, false, false, 0), -- by analogy with 민법 제157조 단서
    ('same-date', false, false, false, true, true, 2), -- Regulation (EEC, Euratom) No 1182/71, Article 3
    ('validity-same-date', false, false, false, false, true, 0); -- the same, ending on the day that a paper states
