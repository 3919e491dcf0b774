-- What a regime is made of: tracks, the form a company fills in, the papers it must hand in, the opinions and outcomes a
-- track takes, and its deadline rules, by version. All of it is data from a regime file; no code names a regime.

CREATE TABLE regime (
    regime code CONSTRAINT regime_pkey PRIMARY KEY,
    name_ko label NOT NULL, name_en label NOT NULL,
    time_zone label NOT NULL,
    basis label NOT NULL,
    calendar code NOT NULL CONSTRAINT regime_calendar_fkey REFERENCES calendar,
    meeting_name_ko label NOT NULL, meeting_name_en label NOT NULL,
    says_foreseen boolean NOT NULL DEFAULT false,
    CONSTRAINT regime_meeting_name_check CHECK (meeting_name_ko LIKE ALL ('{"%{no}%","%{committee}%"}')
        AND meeting_name_en LIKE ALL ('{"%{no}%","%{committee}%"}'))
);
COMMENT ON COLUMN regime.says_foreseen IS
    'its file says which holidays of its calendar are foreseen; what one regime says another that shares the calendar leaves'
    ' as it is by saying nothing';
COMMENT ON COLUMN regime.meeting_name_ko IS
    'what the meetings of its committees are called: {no} is the number, {committee} the committee';

CREATE TABLE regime_version (
    regime code NOT NULL CONSTRAINT regime_version_regime_fkey REFERENCES regime,
    version integer NOT NULL CONSTRAINT regime_version_version_check CHECK (version > 0),
    valid_from date NOT NULL,
    note prose,
    document prose,
    digest bytea NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now(), applied_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT regime_version_pkey PRIMARY KEY (regime, version)
);
COMMENT ON COLUMN regime_version.valid_from IS
    'cases filed on this day or later are under this version, until the next one';
COMMENT ON COLUMN regime_version.document IS
    'the regime file as it was applied; NULL: the version that came with the schema';
COMMENT ON COLUMN regime_version.digest IS
    'sha256 of the rows of the regime as this version left them: see regime_digest';

CREATE TABLE track (
    regime code NOT NULL CONSTRAINT track_regime_fkey REFERENCES regime,
    track code NOT NULL,
    prefix text NOT NULL CONSTRAINT track_prefix_check CHECK (prefix ~ '^[A-Z][A-Z0-9]{1,7}$'),
    position smallint NOT NULL,
    name_ko label NOT NULL, name_en label NOT NULL,
    basis label NOT NULL,
    grants boolean NOT NULL,
    since civil_date NOT NULL,
    closed_on date,
    CONSTRAINT track_pkey PRIMARY KEY (regime, track),
    CONSTRAINT track_prefix_key UNIQUE (prefix)
);
COMMENT ON COLUMN track.prefix IS 'first part of the reference number; unique over all regimes';
COMMENT ON COLUMN track.since IS 'the day the law of the track came into force: nothing was decided before';
COMMENT ON COLUMN track.grants IS
    'true if a favourable decision of this track is a grant, which needs a reply of a ministry';
COMMENT ON COLUMN track.closed_on IS
    'since then the regime names it no longer: nothing is drafted or filed in it, what is under way goes on';

CREATE TABLE required_paper (
    regime code NOT NULL, track code NOT NULL,
    paper code NOT NULL,
    position smallint NOT NULL,
    name_ko label NOT NULL, name_en label NOT NULL,
    basis label NOT NULL,
    required boolean NOT NULL,
    closed_on date,
    CONSTRAINT required_paper_pkey PRIMARY KEY (regime, track, paper),
    CONSTRAINT required_paper_track_fkey FOREIGN KEY (regime, track) REFERENCES track
);
COMMENT ON COLUMN required_paper.closed_on IS 'since then it is neither asked for nor taken';

CREATE TABLE form_section (
    regime code NOT NULL, track code NOT NULL,
    section code NOT NULL,
    position smallint NOT NULL,
    name_ko label NOT NULL, name_en label NOT NULL,
    required boolean NOT NULL,
    closed_on date,
    CONSTRAINT form_section_pkey PRIMARY KEY (regime, track, section),
    CONSTRAINT form_section_track_fkey FOREIGN KEY (regime, track) REFERENCES track
);
COMMENT ON COLUMN form_section.closed_on IS 'since then it is neither asked for nor taken';

CREATE TABLE track_opinion (
    regime code NOT NULL, track code NOT NULL,
    opinion code NOT NULL CONSTRAINT track_opinion_opinion_check CHECK (
        opinion IN ('agree', 'agree-with-conditions', 'oppose', 'not-ours', 'permit-needed')),
    CONSTRAINT track_opinion_pkey PRIMARY KEY (regime, track, opinion),
    CONSTRAINT track_opinion_track_fkey FOREIGN KEY (regime, track) REFERENCES track
);

CREATE TABLE track_outcome (
    regime code NOT NULL, track code NOT NULL,
    outcome code NOT NULL CONSTRAINT track_outcome_outcome_check CHECK (
        outcome IN (
            'granted', 'granted-with-conditions', 'rejected', 'positive-interpretation', 'no-regulation',
            'permit-needed', 'conditions-changed')
    ),
    import_only boolean NOT NULL DEFAULT false,
    CONSTRAINT track_outcome_pkey PRIMARY KEY (regime, track, outcome),
    CONSTRAINT track_outcome_track_fkey FOREIGN KEY (regime, track) REFERENCES track
);

-- What happens to a case and can start or end a deadline. The acts of casework report these; a rule names them.
CREATE TABLE deadline_event (
    event code CONSTRAINT deadline_event_pkey PRIMARY KEY,
    subject code NOT NULL,
    task code
);
COMMENT ON COLUMN deadline_event.subject IS
    'what a deadline started by it is about: the case, one consultation, one decision …';
COMMENT ON COLUMN deadline_event.task IS
    'what has to be done by whoever owes an act that is this event: an open task; NULL: no period is for it';

INSERT INTO deadline_event (event, subject)
SELECT e.event, v.subject FROM (VALUES
    ('case',
        'application-received replies-complete replies-reopened result-notified tabled decided returned '
        'withdrawn'),
    ('consultation', 'consultation-notified fast-track-consultation-notified replied'),
    ('decision',
        'rejected granted validity-begun redeliberation-requested redeliberated revision-planned '
        'extension-applied revision-applied expired result-reported commenced insured exit exit-reported '
        'revoked graduated interpreted converted renounced'),
    ('change', 'change-requested change-replied change-ruled'),
    ('revision', 'revision-requested revision-found temporary-permit-applied'),
    ('insurance', 'insurance-renewed insurance-copied'),
    ('claim', 'claim-received claim-paid claim-settled claim-reported'),
    ('objection', 'disposition-received objection-filed objection-answered'),
    ('regime', 'established annual-reported')
) AS v (subject, events), unnest(string_to_array(v.events, ' ')) AS e (event);
UPDATE deadline_event AS e SET task = v.task FROM (VALUES
    ('replied', 'reply'), ('tabled', 'table'), ('decided', 'decide'), ('result-notified', 'decide'),
    ('redeliberation-requested', 'ask-redeliberation'), ('redeliberated', 'decide'), ('revision-planned', 'plan'),
    ('extension-applied', 'ask-extension'), ('revision-applied', 'request-revision'), ('expired', 'validity-end'),
    ('result-reported', 'report-result'), ('commenced', 'commence'), ('insured', 'insure'), ('insurance-copied', 'insure'),
    ('exit-reported', 'exit-report'), ('change-replied', 'opine'), ('change-ruled', 'rule'),
    ('temporary-permit-applied', 'apply-permit'), ('claim-paid', 'close-claim'), ('claim-reported', 'close-claim'),
    ('objection-filed', 'file-objection'), ('objection-answered', 'answer-objection'), ('annual-reported', 'discharge')
) AS v (event, task) WHERE e.event = v.event;

CREATE TABLE deadline_rule (
    deadline_rule_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT deadline_rule_pkey PRIMARY KEY,
    regime code NOT NULL,
    version integer NOT NULL,
    rule code NOT NULL,
    position smallint NOT NULL,
    name_ko label NOT NULL, name_en label NOT NULL,
    basis label NOT NULL,
    tracks code[] NOT NULL DEFAULT '{}',
    owed_by code NOT NULL CONSTRAINT deadline_rule_owed_by_check CHECK (
        owed_by IN ('applicant', 'ministry', 'desk', 'committee')),
    starts_on code CONSTRAINT deadline_rule_starts_on_fkey REFERENCES deadline_event,
    ends_on code[] NOT NULL DEFAULT '{}',
    anchor_rule code,
    floor_rule code,
    length smallint NOT NULL CONSTRAINT deadline_rule_length_check CHECK (length BETWEEN 0 AND 3660),
    unit code NOT NULL CONSTRAINT deadline_rule_unit_check CHECK (unit IN ('day', 'week', 'month', 'year')),
    counting code NOT NULL CONSTRAINT deadline_rule_counting_fkey REFERENCES counting_method,
    stopped_by code[] NOT NULL DEFAULT '{}' CONSTRAINT deadline_rule_stopped_by_check CHECK (
        stopped_by <@ ARRAY['supplement-by-debtor', 'supplement-by-desk', 'supplement-by-others', 'mediation',
            'revision']::code[]),
    cap_length smallint CONSTRAINT deadline_rule_cap_check CHECK (cap_length > 0),
    cap_unit code CONSTRAINT deadline_rule_cap_unit_check CHECK (cap_unit IN ('day', 'week', 'month', 'year')),
    extension_length smallint CONSTRAINT deadline_rule_extension_length_check CHECK (extension_length > 0),
    extension_unit code CONSTRAINT deadline_rule_extension_unit_check
        CHECK (extension_unit IN ('day', 'week', 'month', 'year')),
    extensions smallint NOT NULL DEFAULT 0 CONSTRAINT deadline_rule_extensions_check
        CHECK (extensions BETWEEN 0 AND 12),
    extends_from code CONSTRAINT deadline_rule_extends_from_check CHECK (extends_from IN ('period', 'expiry')),
    readings jsonb NOT NULL DEFAULT '[]' CONSTRAINT deadline_rule_readings_check CHECK (jsonb_typeof(readings) = 'array'),
    when_missed code NOT NULL DEFAULT 'none' CONSTRAINT deadline_rule_when_missed_check CHECK (
        when_missed IN ('none', 'deemed-not-needed', 'right-lost', 'ends', 'ground-for-revocation', 'fine')),
    missed_ko prose, missed_en prose,
    valid_from date NOT NULL DEFAULT '-infinity', valid_to date,
    CONSTRAINT deadline_rule_lapse_check CHECK (length > 0 OR when_missed = 'none'),
    CONSTRAINT deadline_rule_rule_key UNIQUE (regime, version, rule),
    CONSTRAINT deadline_rule_version_fkey FOREIGN KEY (regime, version) REFERENCES regime_version
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT deadline_rule_start_check CHECK (starts_on IS NOT NULL OR anchor_rule IS NOT NULL),
    CONSTRAINT deadline_rule_cap_unit_length_check CHECK ((cap_length IS NULL) = (cap_unit IS NULL)),
    CONSTRAINT deadline_rule_extension_check CHECK (
        (extensions = 0) = (extension_length IS NULL) AND (extension_length IS NULL) = (extension_unit IS NULL)
        AND (extensions = 0) = (extends_from IS NULL) AND NOT (extends_from = 'expiry' AND extensions > 1)),
    CONSTRAINT deadline_rule_valid_check CHECK (valid_from <= valid_to)
);
COMMENT ON COLUMN deadline_rule.tracks IS 'the tracks it holds for; none: all';
COMMENT ON COLUMN deadline_rule.ends_on IS
    'first the act that it is a period for; what follows ends it without that act, and it falls away';
COMMENT ON COLUMN deadline_rule.anchor_rule IS
    'the rule whose end is this one''s start: two months before the end of the validity; beside an event: whichever is earlier';
COMMENT ON COLUMN deadline_rule.extends_from IS
    'period: what an extension adds is counted in one with the period; expiry: from the day after the period has ended';
COMMENT ON COLUMN deadline_rule.readings IS
    'how else the law can be read, with the article; what counts is the rule itself';
COMMENT ON COLUMN deadline_rule.floor_rule IS
    'it does not end before that rule''s deadline does: the later of three months and the expiry';
COMMENT ON COLUMN deadline_rule.stopped_by IS
    'causes whose time is not counted: supplements asked by the one who owes the reply, by the desk, by others …';
COMMENT ON COLUMN deadline_rule.cap_length IS 'the end in any case, stops and extensions or not';

-- By what other names laws and ministries are known: official short titles (약칭), and former names where one successor does all
-- that was done. What is written is shown as it was; what it names is told by these.
CREATE TABLE other_name (
    regime code NOT NULL CONSTRAINT other_name_regime_fkey REFERENCES regime,
    kind code NOT NULL CONSTRAINT other_name_kind_check CHECK (kind IN ('law', 'ministry')),
    name label NOT NULL,
    position smallint NOT NULL,
    other label NOT NULL,
    other_no smallint NOT NULL,
    is_former boolean NOT NULL,
    key text NOT NULL GENERATED ALWAYS AS (
        CASE kind::text WHEN 'law' THEN law_key(other) ELSE organisation_key(other) END) STORED,
    name_key text NOT NULL GENERATED ALWAYS AS (
        CASE kind::text WHEN 'law' THEN law_key(name) ELSE organisation_key(name) END) STORED,
    CONSTRAINT other_name_pkey PRIMARY KEY (regime, kind, other)
);
CREATE INDEX other_name_key_idx ON other_name (kind, key);

CREATE TABLE regime_event (
    regime_event_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT regime_event_pkey PRIMARY KEY,
    regime code NOT NULL CONSTRAINT regime_event_regime_fkey REFERENCES regime,
    event code NOT NULL CONSTRAINT regime_event_event_fkey REFERENCES deadline_event,
    on_day civil_date NOT NULL,
    text prose,
    recorded_at timestamptz NOT NULL DEFAULT now(), recorded_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT regime_event_day_key UNIQUE (regime, event, on_day)
);
COMMENT ON COLUMN regime_event.text IS 'the act that established it, the title and place of the report';
