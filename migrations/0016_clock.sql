-- Clocks: legal periods that run on a case. A row holds facts only: the rule, the start, what it is about; when it ends is
-- counted whenever somebody asks (clock_state). What was promised when it started is kept beside.

CREATE TABLE clock (
    clock_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT clock_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL CONSTRAINT clock_case_file_id_fkey REFERENCES case_file,
    clock_no smallint NOT NULL,
    clock_rule_id bigint NOT NULL CONSTRAINT clock_clock_rule_id_fkey REFERENCES clock_rule,
    subject code NOT NULL,
    subject_id bigint NOT NULL,
    owed_by code NOT NULL,
    organisation_id bigint CONSTRAINT clock_organisation_id_fkey REFERENCES organisation,
    may_lapse boolean NOT NULL,
    started_on date,
    anchor_clock_id bigint CONSTRAINT clock_anchor_clock_id_fkey REFERENCES clock,
    floor_clock_id bigint CONSTRAINT clock_floor_clock_id_fkey REFERENCES clock,
    length smallint CONSTRAINT clock_length_check CHECK (length > 0),
    unit code CONSTRAINT clock_unit_check CHECK (unit IN ('day', 'week', 'month', 'year')),
    started_at timestamptz NOT NULL DEFAULT now(),
    started_by name NOT NULL DEFAULT acting_role(),
    promised_on date,
    look_on date,
    ended_on date,
    ended_at timestamptz,
    ended_by code,
    CONSTRAINT clock_no_key UNIQUE (case_file_id, clock_no),
    CONSTRAINT clock_case_key UNIQUE (clock_id, case_file_id),
    CONSTRAINT clock_length_unit_check CHECK ((length IS NULL) = (unit IS NULL)),
    CONSTRAINT clock_start_check CHECK ((started_on IS NULL) <> (anchor_clock_id IS NULL)),
    CONSTRAINT clock_end_check CHECK ((ended_on IS NULL) = (ended_by IS NULL))
);
COMMENT ON COLUMN clock.organisation_id IS 'who owes the act: a ministry or the company; NULL: the lead authority';
COMMENT ON COLUMN clock.length IS 'shorter than the rule gives, as a validity that the decision set; NULL: as long as the rule';
COMMENT ON COLUMN clock.promised_on IS 'the end as it was counted on the calendar known when the clock started; never changed';
COMMENT ON COLUMN clock.look_on IS 'no lapse before the day after; a hint for looking, not a legal date';
CREATE UNIQUE INDEX clock_open_key ON clock (clock_rule_id, subject_id, coalesce(organisation_id, 0)) WHERE ended_on IS NULL;
CREATE INDEX clock_open_idx ON clock (clock_id) WHERE ended_on IS NULL;
CREATE INDEX clock_organisation_id_idx ON clock (organisation_id) WHERE ended_on IS NULL;
CREATE INDEX clock_lapse_idx ON clock (look_on) WHERE ended_on IS NULL AND may_lapse;
CREATE INDEX clock_anchor_clock_id_idx ON clock (anchor_clock_id);

-- Stops cannot overlap. The key of a clock and its days fit one range, which needs no extension of the server.
CREATE FUNCTION clock_stop_span(clock_id bigint, days daterange) RETURNS int8range
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN isempty(days) THEN 'empty'::int8range ELSE int8range(
        clock_id * 4194304 + (lower(days) - date '2000-01-01') + 1000000,
        CASE WHEN upper_inf(days) THEN (clock_id + 1) * 4194304
            ELSE clock_id * 4194304 + (upper(days) - date '2000-01-01') + 1000000 END) END;
GRANT EXECUTE ON FUNCTION clock_stop_span TO PUBLIC;

CREATE TABLE clock_stop (
    clock_stop_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT clock_stop_pkey PRIMARY KEY,
    clock_id bigint NOT NULL,
    case_file_id bigint NOT NULL,
    cause code NOT NULL,
    supplement_id bigint CONSTRAINT clock_stop_supplement_id_fkey REFERENCES supplement,
    paper prose,
    began_on date NOT NULL,
    ended_on date,
    days daterange NOT NULL GENERATED ALWAYS AS (daterange(began_on + 1, ended_on + 1)) STORED,
    began_by name NOT NULL DEFAULT acting_role(),
    began_at timestamptz NOT NULL DEFAULT now(),
    undone boolean NOT NULL DEFAULT false,
    CONSTRAINT clock_stop_clock_fkey FOREIGN KEY (clock_id, case_file_id) REFERENCES clock (clock_id, case_file_id),
    CONSTRAINT clock_stop_case_key UNIQUE (clock_stop_id, case_file_id),
    CONSTRAINT clock_stop_ended_on_check CHECK (ended_on >= began_on),
    CONSTRAINT clock_stop_overlap_excl EXCLUDE USING gist (clock_stop_span(clock_id, days) WITH &&) WHERE (NOT undone)
);
COMMENT ON COLUMN clock_stop.days IS 'the days that are not counted: from the day after it began up to and including the day it ended';
COMMENT ON COLUMN clock_stop.paper IS 'the paper it rests on, such as the letter that asks for the opinion';
CREATE INDEX clock_stop_clock_id_idx ON clock_stop (clock_id);
CREATE INDEX clock_stop_open_idx ON clock_stop (case_file_id) WHERE ended_on IS NULL;

-- A stop that should not have been is undone by an entry of its own; the stop itself stays to be read.
CREATE TABLE clock_stop_undoing (
    clock_stop_id bigint CONSTRAINT clock_stop_undoing_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL,
    reason prose NOT NULL,
    undone_at timestamptz NOT NULL DEFAULT now(),
    undone_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT clock_stop_undoing_stop_fkey
        FOREIGN KEY (clock_stop_id, case_file_id) REFERENCES clock_stop (clock_stop_id, case_file_id)
);

CREATE TABLE clock_extension (
    clock_id bigint NOT NULL,
    extension_no smallint NOT NULL,
    case_file_id bigint NOT NULL,
    length smallint NOT NULL CONSTRAINT clock_extension_length_check CHECK (length > 0),
    unit code CONSTRAINT clock_extension_unit_check CHECK (unit IN ('day', 'week', 'month', 'year')),
    reason prose NOT NULL,
    extended_on date NOT NULL,
    extended_at timestamptz NOT NULL DEFAULT now(),
    extended_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT clock_extension_pkey PRIMARY KEY (clock_id, extension_no),
    CONSTRAINT clock_extension_clock_fkey
        FOREIGN KEY (clock_id, case_file_id) REFERENCES clock (clock_id, case_file_id)
);
COMMENT ON COLUMN clock_extension.unit IS 'NULL: the extension unit of the rule';

-- The end of one clock: where another clock starts with it, or does not end before it. It counts by clock_state, which asks
-- it: its body comes behind that, and is a text, for a dump cannot put two functions in order that are bound to each other.
CREATE FUNCTION clock_due(clock_id bigint, on_day date, known_on date) RETURNS date
    LANGUAGE sql STABLE PARALLEL RESTRICTED RETURN NULL::date;

-- What the facts of every clock come to, counted on the calendar as it is known now, or as it was known on a day; with an
-- `on_day`, from the facts there were on that day.
CREATE FUNCTION clock_state(on_day date DEFAULT NULL, known_on date DEFAULT NULL) RETURNS TABLE (
    clock_id bigint, case_file_id bigint, clock_no smallint, clock_rule_id bigint, rule text, subject text, subject_id bigint,
    owed_by text, organisation_id bigint, started_on date, promised_on date, first_day date, plain_end date,
    counted_end date, cap_on date, due_on date, due_time time, safe_on date, ended_on date, ended_by text, today date,
    days_left integer, state text
)
    LANGUAGE sql STABLE PARALLEL RESTRICTED
BEGIN ATOMIC
    SELECT s.clock_id, s.case_file_id, s.clock_no, s.clock_rule_id, s.rule, s.subject, s.subject_id,
        s.owed_by, s.organisation_id, s.started_on, s.promised_on, s.first_day, s.plain_end, s.counted_end, s.cap_on,
        s.due_on, s.due_time, s.safe_on, s.ended_on, s.ended_by, s.today, s.due_on - s.today,
        CASE
            WHEN s.ended_by = 'lapsed' THEN 'lapsed'
            WHEN s.ended_on > s.due_on THEN 'late'
            WHEN s.ended_on IS NOT NULL THEN 'met'
            WHEN s.due_on < s.today THEN CASE s.when_missed
                WHEN 'deemed-not-needed' THEN 'lapsed' WHEN 'right-lost' THEN 'lost' WHEN 'ends' THEN 'expired'
                ELSE 'overdue' END
            WHEN s.counted_end IS NULL THEN 'stopped'
            ELSE 'running'
        END
    FROM (
        SELECT c.clock_id, c.case_file_id, c.clock_no, c.clock_rule_id, r.rule, c.subject, c.subject_id, c.owed_by,
            c.organisation_id, h.started_on, c.promised_on, p.first_day, p.plain_end,
            CASE WHEN p.counted_end < h.floor_on THEN h.floor_on ELSE p.counted_end END AS counted_end, p.cap_on,
            CASE WHEN p.due_on < h.floor_on THEN h.floor_on ELSE p.due_on END AS due_on, p.due_time, p.safe_on,
            CASE WHEN clock_state.on_day IS NULL OR c.ended_on <= clock_state.on_day THEN c.ended_on END AS ended_on,
            CASE WHEN clock_state.on_day IS NULL OR c.ended_on <= clock_state.on_day THEN c.ended_by END AS ended_by,
            coalesce(clock_state.on_day, (now() AT TIME ZONE g.time_zone)::date) AS today, r.when_missed
        FROM clock AS c
        JOIN clock_rule AS r ON r.clock_rule_id = c.clock_rule_id
        JOIN counting_method AS m ON m.counting = r.counting
        JOIN regime AS g ON g.regime = r.regime
        LEFT JOIN LATERAL (SELECT sum(x.length)::integer AS length, max(x.unit::text) AS unit FROM clock_extension AS x
            WHERE r.extensions > 0 AND x.clock_id = c.clock_id
                AND (clock_state.on_day IS NULL OR x.extended_on <= clock_state.on_day)) AS x ON true
        LEFT JOIN LATERAL (SELECT range_agg(CASE WHEN s.ended_on > clock_state.on_day
                    THEN daterange(s.began_on + 1, NULL) ELSE s.days END) AS days
            FROM clock_stop AS s
            WHERE r.stopped_by <> '{}' AND s.clock_id = c.clock_id AND NOT s.undone
                AND (clock_state.on_day IS NULL OR s.began_on <= clock_state.on_day)) AS s ON true
        CROSS JOIN LATERAL (SELECT
            CASE WHEN c.anchor_clock_id IS NULL THEN c.started_on
                ELSE clock_due(c.anchor_clock_id, clock_state.on_day, clock_state.known_on) END AS started_on,
            CASE WHEN c.floor_clock_id IS NOT NULL
                THEN clock_due(c.floor_clock_id, clock_state.on_day, clock_state.known_on) END AS floor_on
            OFFSET 0) AS h
        CROSS JOIN LATERAL counted_period(g.calendar, clock_state.known_on, h.started_on, NULL, m.counts_first_day,
            m.counts_open_days_only, m.runs_backward, m.end_moves, m.ends_on_same_date, coalesce(c.length, r.length),
            coalesce(c.unit, r.unit), coalesce(x.length, 0), coalesce(x.unit, r.extension_unit), r.cap_length, r.cap_unit,
            s.days) AS p
        WHERE clock_state.on_day IS NULL OR c.started_on <= clock_state.on_day
            OR c.started_on IS NULL AND h.started_on IS NOT NULL
    ) AS s;
END;
CREATE OR REPLACE FUNCTION clock_due(clock_id bigint, on_day date, known_on date) RETURNS date
    LANGUAGE sql STABLE PARALLEL RESTRICTED SET search_path = sandbox, pg_temp
    AS $$
SELECT s.due_on FROM clock_state(clock_due.on_day, clock_due.known_on) AS s WHERE s.clock_id = clock_due.clock_id
$$;
GRANT EXECUTE ON FUNCTION clock_due, clock_state TO PUBLIC;
