-- What a regime is made of: tracks, the form a company fills in, the papers it must hand in, the opinions and
-- outcomes a track knows, and which stage may follow which. All of it is data; no code knows a regime by name.

-- Text a person typed. Hangul is stored composed (NFC) so that equal words are equal bytes, and no control
-- character can reach a terminal.
CREATE DOMAIN label AS text
    CONSTRAINT label_form_check CHECK (
        VALUE IS NFC NORMALIZED AND VALUE !~ '[[:cntrl:]]' AND VALUE = btrim(VALUE)
        AND length(VALUE) BETWEEN 1 AND 300
    );
CREATE DOMAIN prose AS text
    CONSTRAINT prose_form_check CHECK (
        VALUE IS NFC NORMALIZED AND VALUE !~ '[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]'
        AND length(VALUE) BETWEEN 1 AND 100000
    );
CREATE DOMAIN code AS text
    CONSTRAINT code_form_check CHECK (VALUE ~ '^[a-z0-9]+([-_][a-z0-9]+)*$');

CREATE TABLE regime (
    regime code CONSTRAINT regime_pkey PRIMARY KEY,
    name_ko label NOT NULL,
    name_en label NOT NULL,
    time_zone label NOT NULL,
    basis label NOT NULL
);

CREATE TABLE track (
    regime code NOT NULL CONSTRAINT track_regime_fkey REFERENCES regime,
    track code NOT NULL,
    prefix text NOT NULL CONSTRAINT track_prefix_check CHECK (prefix ~ '^[A-Z][A-Z0-9]{1,7}$'),
    position smallint NOT NULL,
    name_ko label NOT NULL,
    name_en label NOT NULL,
    basis label NOT NULL,
    grants boolean NOT NULL,
    since date NOT NULL,
    CONSTRAINT track_pkey PRIMARY KEY (regime, track),
    CONSTRAINT track_prefix_key UNIQUE (prefix)
);
COMMENT ON COLUMN track.prefix IS 'first part of the reference number; unique over all regimes';
COMMENT ON COLUMN track.since IS 'the day the law of the track came into force: nothing was decided before';
COMMENT ON COLUMN track.grants IS 'true if a favourable decision of this track is a grant, which needs a reply of a ministry';

CREATE TABLE required_paper (
    regime code NOT NULL,
    track code NOT NULL,
    paper code NOT NULL,
    position smallint NOT NULL,
    name_ko label NOT NULL,
    name_en label NOT NULL,
    basis label NOT NULL,
    required boolean NOT NULL,
    CONSTRAINT required_paper_pkey PRIMARY KEY (regime, track, paper),
    CONSTRAINT required_paper_track_fkey FOREIGN KEY (regime, track) REFERENCES track
);

CREATE TABLE form_section (
    regime code NOT NULL,
    track code NOT NULL,
    section code NOT NULL,
    position smallint NOT NULL,
    name_ko label NOT NULL,
    name_en label NOT NULL,
    required boolean NOT NULL,
    CONSTRAINT form_section_pkey PRIMARY KEY (regime, track, section),
    CONSTRAINT form_section_track_fkey FOREIGN KEY (regime, track) REFERENCES track
);

CREATE TABLE track_opinion (
    regime code NOT NULL,
    track code NOT NULL,
    opinion code NOT NULL CONSTRAINT track_opinion_opinion_check CHECK (
        opinion IN ('agree', 'agree-with-conditions', 'oppose', 'not-ours', 'permit-needed')
    ),
    CONSTRAINT track_opinion_pkey PRIMARY KEY (regime, track, opinion),
    CONSTRAINT track_opinion_track_fkey FOREIGN KEY (regime, track) REFERENCES track
);

CREATE TABLE track_outcome (
    regime code NOT NULL,
    track code NOT NULL,
    outcome code NOT NULL CONSTRAINT track_outcome_outcome_check CHECK (
        outcome IN (
            'granted', 'granted-with-conditions', 'rejected', 'positive-interpretation', 'no-regulation',
            'permit-needed', 'conditions-changed'
        )
    ),
    import_only boolean NOT NULL DEFAULT false,
    CONSTRAINT track_outcome_pkey PRIMARY KEY (regime, track, outcome),
    CONSTRAINT track_outcome_track_fkey FOREIGN KEY (regime, track) REFERENCES track
);

CREATE TABLE stage (
    stage code CONSTRAINT stage_pkey PRIMARY KEY,
    position smallint NOT NULL,
    is_open boolean NOT NULL
);
INSERT INTO stage VALUES
    ('draft', 1, true), ('filed', 2, true), ('received', 3, true), ('consulting', 4, true),
    ('decided', 5, false), ('returned', 6, false), ('withdrawn', 7, false);

-- A change of stage that has no row here is refused, whoever asks, also in psql (guard_case_file).
CREATE TABLE transition (
    from_stage code NOT NULL CONSTRAINT transition_from_stage_fkey REFERENCES stage,
    to_stage code NOT NULL CONSTRAINT transition_to_stage_fkey REFERENCES stage,
    act code NOT NULL,
    group_role text NOT NULL,
    CONSTRAINT transition_pkey PRIMARY KEY (from_stage, to_stage)
);
INSERT INTO transition VALUES
    ('draft', 'filed', 'file', 'sandbox_company'),
    ('filed', 'received', 'receive', 'sandbox_desk'),
    ('received', 'consulting', 'consult', 'sandbox_desk'),
    ('received', 'decided', 'decide', 'sandbox_desk'),
    ('consulting', 'decided', 'decide', 'sandbox_desk'),
    ('filed', 'returned', 'return', 'sandbox_desk'),
    ('received', 'returned', 'return', 'sandbox_desk'),
    ('consulting', 'returned', 'return', 'sandbox_desk'),
    ('draft', 'withdrawn', 'withdraw', 'sandbox_company'),
    ('filed', 'withdrawn', 'withdraw', 'sandbox_company'),
    ('received', 'withdrawn', 'withdraw', 'sandbox_company'),
    ('consulting', 'withdrawn', 'withdraw', 'sandbox_company');

-- Reference data is public to everybody who may log in, and written by migrations only.
DO $$
DECLARE
    table_name text;
BEGIN
    FOREACH table_name IN ARRAY ARRAY[
        'regime', 'track', 'required_paper', 'form_section', 'track_opinion', 'track_outcome', 'stage', 'transition'
    ] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
        EXECUTE format('CREATE POLICY %I ON %I TO sandbox_owner USING (true) WITH CHECK (true)',
            table_name || '_owner', table_name);
        EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO PUBLIC USING (true)',
            table_name || '_everyone', table_name);
        EXECUTE format('GRANT SELECT ON %I TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, '
            'sandbox_auditor, sandbox_operator, sandbox_public', table_name);
    END LOOP;
END
$$;

-- A moment as it is shown: in the zone of the regime's authority, with its offset; without a regime in UTC.
CREATE FUNCTION authority_time(at timestamptz, regime text DEFAULT NULL) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp
    AS $$
SELECT to_char(l.local, 'YYYY-MM-DD"T"HH24:MI:SS')
    || CASE WHEN l.local < l.utc THEN '-' ELSE '+' END || to_char(greatest(l.local - l.utc, l.utc - l.local), 'HH24:MI')
FROM (SELECT coalesce(
    (SELECT r.time_zone::text FROM regime AS r WHERE r.regime = authority_time.regime), 'UTC') AS zone) AS z,
    LATERAL (SELECT authority_time.at AT TIME ZONE z.zone AS local, authority_time.at AT TIME ZONE 'UTC' AS utc) AS l
$$;

-- The legal day of a moment: the date on the authority's calendar. Today, when no moment is given.
CREATE FUNCTION authority_date(regime text, at timestamptz DEFAULT now()) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp
    AS $$
SELECT (authority_date.at AT TIME ZONE r.time_zone)::date FROM regime AS r WHERE r.regime = authority_date.regime
$$;
GRANT EXECUTE ON FUNCTION authority_time, authority_date TO PUBLIC;
