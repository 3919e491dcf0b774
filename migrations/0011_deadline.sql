-- Deadlines: legal periods that run on a case. A row holds facts only: the rule, the start, what it is about. When it ends
-- follows from the facts (count_deadlines) and is kept in kept_deadline. What was promised when it started is kept beside.

CREATE TABLE deadline (
    deadline_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT deadline_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL CONSTRAINT deadline_case_file_id_fkey REFERENCES case_file,
    deadline_no smallint NOT NULL,
    deadline_rule_id bigint NOT NULL CONSTRAINT deadline_deadline_rule_id_fkey REFERENCES deadline_rule,
    subject code NOT NULL,
    subject_id bigint NOT NULL,
    owed_by code NOT NULL,
    organisation_id bigint CONSTRAINT deadline_organisation_id_fkey REFERENCES organisation,
    started_on date,
    anchor_deadline_id bigint CONSTRAINT deadline_anchor_deadline_id_fkey REFERENCES deadline,
    floor_deadline_id bigint CONSTRAINT deadline_floor_deadline_id_fkey REFERENCES deadline,
    length smallint CONSTRAINT deadline_length_check CHECK (length > 0),
    unit code CONSTRAINT deadline_unit_check CHECK (unit IN ('day', 'week', 'month', 'year')),
    started_at timestamptz NOT NULL DEFAULT now(), started_by name NOT NULL DEFAULT acting_role(),
    promised_on date,
    ended_on date,
    ended_at timestamptz, ended_by code,
    CONSTRAINT deadline_no_key UNIQUE (case_file_id, deadline_no),
    CONSTRAINT deadline_case_key UNIQUE (deadline_id, case_file_id),
    CONSTRAINT deadline_length_unit_check CHECK ((length IS NULL) = (unit IS NULL)),
    CONSTRAINT deadline_start_check CHECK (started_on IS NOT NULL OR anchor_deadline_id IS NOT NULL),
    CONSTRAINT deadline_end_check CHECK ((ended_on IS NULL) = (ended_by IS NULL))
);
COMMENT ON COLUMN deadline.organisation_id IS 'who owes the act: a ministry or the company; NULL: the lead authority';
COMMENT ON COLUMN deadline.length IS
    'shorter than the rule gives, as a validity that the decision set; NULL: as long as the rule';
COMMENT ON COLUMN deadline.anchor_deadline_id IS
    'the deadline with whose end it starts; beside a start of its own: whichever is earlier';
COMMENT ON COLUMN deadline.promised_on IS
    'the end as it was counted on the calendar known when the deadline started; never changed';
CREATE UNIQUE INDEX deadline_open_key ON deadline (deadline_rule_id, subject_id, coalesce(organisation_id, 0))
    WHERE ended_on IS NULL;
CREATE INDEX deadline_open_idx ON deadline (deadline_id) WHERE ended_on IS NULL;
CREATE INDEX deadline_organisation_id_idx ON deadline (organisation_id) WHERE ended_on IS NULL;
CREATE INDEX deadline_anchor_deadline_id_idx ON deadline (anchor_deadline_id);
CREATE INDEX deadline_floor_deadline_id_idx ON deadline (floor_deadline_id) WHERE floor_deadline_id IS NOT NULL;

CREATE TABLE deadline_stop (
    deadline_stop_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT deadline_stop_pkey PRIMARY KEY,
    deadline_id bigint NOT NULL,
    case_file_id bigint NOT NULL,
    cause code NOT NULL,
    supplement_id bigint CONSTRAINT deadline_stop_supplement_id_fkey REFERENCES supplement,
    paper prose,
    began_on civil_date NOT NULL,
    ended_on civil_date,
    days daterange NOT NULL GENERATED ALWAYS AS (daterange(began_on, ended_on + 1)) STORED,
    began_by name NOT NULL DEFAULT acting_role(),
    began_at timestamptz NOT NULL DEFAULT now(),
    undone boolean NOT NULL DEFAULT false,
    CONSTRAINT deadline_stop_deadline_fkey FOREIGN KEY (deadline_id, case_file_id)
        REFERENCES deadline (deadline_id, case_file_id),
    CONSTRAINT deadline_stop_case_key UNIQUE (deadline_stop_id, case_file_id),
    CONSTRAINT deadline_stop_ended_on_check CHECK (ended_on >= began_on),
    CONSTRAINT deadline_stop_overlap_excl EXCLUDE USING gist (deadline_id WITH =,
        daterange(began_on, ended_on) WITH &&) WHERE (NOT undone)
);
COMMENT ON COLUMN deadline_stop.days IS
    'the days that are not counted: from the day it began up to and including the day it ended';
COMMENT ON COLUMN deadline_stop.paper IS 'the paper it rests on, such as the letter that asks for the opinion';
CREATE INDEX deadline_stop_deadline_id_idx ON deadline_stop (deadline_id);
CREATE INDEX deadline_stop_open_idx ON deadline_stop (case_file_id) WHERE ended_on IS NULL;

-- A stop that should not have been is undone by an entry of its own; the stop itself stays to be read.
CREATE TABLE deadline_stop_undoing (
    deadline_stop_id bigint CONSTRAINT deadline_stop_undoing_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL,
    reason prose NOT NULL,
    undone_at timestamptz NOT NULL DEFAULT now(), undone_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT deadline_stop_undoing_stop_fkey
        FOREIGN KEY (deadline_stop_id, case_file_id) REFERENCES deadline_stop (deadline_stop_id, case_file_id)
);

CREATE TABLE deadline_extension (
    deadline_id bigint NOT NULL,
    extension_no smallint NOT NULL,
    case_file_id bigint NOT NULL,
    length smallint NOT NULL CONSTRAINT deadline_extension_length_check CHECK (length > 0),
    unit code CONSTRAINT deadline_extension_unit_check CHECK (unit IN ('day', 'week', 'month', 'year')),
    reason prose NOT NULL,
    extended_on date NOT NULL,
    extended_at timestamptz NOT NULL DEFAULT now(), extended_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT deadline_extension_pkey PRIMARY KEY (deadline_id, extension_no),
    CONSTRAINT deadline_extension_deadline_fkey
        FOREIGN KEY (deadline_id, case_file_id) REFERENCES deadline (deadline_id, case_file_id)
);
COMMENT ON COLUMN deadline_extension.unit IS 'NULL: the extension unit of the rule';

CREATE TABLE lapse (
    lapse_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT lapse_pkey PRIMARY KEY,
    consultation_id bigint NOT NULL,
    case_file_id bigint NOT NULL,
    deadline_id bigint NOT NULL CONSTRAINT lapse_deadline_id_fkey REFERENCES deadline,
    due_on date NOT NULL,
    lapsed_at timestamptz NOT NULL,
    proposes code NOT NULL,
    basis label NOT NULL,
    notified_on date NOT NULL,
    notice prose NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(), recorded_by name NOT NULL DEFAULT acting_role(),
    contested_at timestamptz, contested_by name,
    contest_reason prose,
    resolved_at timestamptz, resolved_by name,
    resolution code CONSTRAINT lapse_resolution_check CHECK (resolution IN ('upheld', 'set-aside')),
    resolution_reason prose,
    undone_at timestamptz, undone_by name,
    undone_due_on date,
    CONSTRAINT lapse_consultation_fkey
        FOREIGN KEY (consultation_id, case_file_id) REFERENCES consultation (consultation_id, case_file_id),
    CONSTRAINT lapse_contest_check CHECK (
        (contested_at IS NULL) = (contest_reason IS NULL) AND (contested_at IS NULL) = (contested_by IS NULL)),
    CONSTRAINT lapse_resolved_check CHECK (
        (resolved_at IS NULL) = (resolution IS NULL) AND (resolved_at IS NULL) = (resolution_reason IS NULL)
        AND (resolution IS NULL OR contested_at IS NOT NULL)),
    CONSTRAINT lapse_undone_check CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);
CREATE UNIQUE INDEX lapse_deadline_key ON lapse (deadline_id) WHERE undone_at IS NULL;
COMMENT ON COLUMN lapse.undone_at IS
    'when it turned out that the period ends on another day, as by a holiday that was entered later; what was recorded is read on';
COMMENT ON COLUMN lapse.undone_due_on IS 'the end as it was counted then; NULL: a stop held it up';
COMMENT ON COLUMN lapse.lapsed_at IS
    'the end of the last day of the period, in the authority''s zone: when the law says it lapsed';
COMMENT ON COLUMN lapse.proposes IS 'what silence means by the rule; the decision is still the authority''s';
CREATE INDEX lapse_case_file_id_idx ON lapse (case_file_id);
CREATE INDEX lapse_consultation_id_idx ON lapse (consultation_id);

-- What the facts of every deadline come to, on the calendar as it is known now: kept by keep_deadlines, in the statement that
-- changes a fact, and never written otherwise. What depends on today's date is compared when it is read (deadline_today).
CREATE TABLE kept_deadline (
    deadline_id bigint CONSTRAINT kept_deadline_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL,
    deadline_no smallint NOT NULL,
    deadline_rule_id bigint NOT NULL,
    regime code NOT NULL,
    rule code NOT NULL,
    subject code NOT NULL,
    subject_id bigint NOT NULL,
    owed_by code NOT NULL,
    organisation_id bigint,
    when_missed code NOT NULL,
    is_anchored boolean NOT NULL,
    ends_with_validity boolean NOT NULL,
    started_on date,
    promised_on date,
    first_day date,
    plain_end date,
    counted_end date,
    cap_on date,
    due_on date,
    due_time time,
    safe_on date,
    ended_on date,
    ended_by code,
    company_id bigint NOT NULL,
    sorts_on date NOT NULL,
    void_on date,
    certainty code,
    arguable_until date,
    fell_away boolean NOT NULL,
    CONSTRAINT kept_deadline_deadline_fkey FOREIGN KEY (deadline_id, case_file_id)
        REFERENCES deadline (deadline_id, case_file_id)
);
COMMENT ON COLUMN kept_deadline.started_on IS 'of one that hangs on another: the end of that other';
COMMENT ON COLUMN kept_deadline.ends_with_validity IS
    'it falls away when the grant is in force no more; the validity itself ends by its own count';
COMMENT ON COLUMN kept_deadline.company_id IS 'the company of the case: a company''s list goes by one index';
COMMENT ON COLUMN kept_deadline.sorts_on IS 'due_on; infinity: a stop holds it up, and it is listed last';
COMMENT ON COLUMN kept_deadline.void_on IS
    'the first day on which it is owed no more, though nobody ended it: the right is lost, the validity ran out, the grant '
    'is over; NULL: it is owed until it ends';
COMMENT ON COLUMN kept_deadline.certainty IS
    'NULL: every day it hangs on is of a year that is declared complete; foreseen, unknown: as the worst of them (calendar_day)';
COMMENT ON COLUMN kept_deadline.arguable_until IS
    'the last day by another reading of the law that the rule names, where that is later: until then no right is lost';
COMMENT ON COLUMN kept_deadline.fell_away IS
    'it ended without the act that it is a period for: the case was withdrawn, the grant was given up';
CREATE INDEX kept_deadline_case_file_id_idx ON kept_deadline (case_file_id);
-- What is owed in the order of its last days: from today on, and before, where most of what was not ended is void.
CREATE INDEX kept_deadline_sorts_on_idx ON kept_deadline (sorts_on, case_file_id, deadline_no) WHERE ended_on IS NULL;
CREATE INDEX kept_deadline_overdue_idx ON kept_deadline (sorts_on, case_file_id, deadline_no)
    WHERE ended_on IS NULL AND (void_on IS NULL OR void_on > sorts_on + 1);
CREATE INDEX kept_deadline_company_id_idx ON kept_deadline (company_id, sorts_on, case_file_id, deadline_no)
    WHERE ended_on IS NULL;
CREATE INDEX kept_deadline_organisation_id_idx ON kept_deadline (organisation_id, sorts_on, case_file_id, deadline_no)
    WHERE ended_on IS NULL;
CREATE INDEX kept_deadline_lapse_idx ON kept_deadline (due_on)
    WHERE ended_on IS NULL AND when_missed = 'deemed-not-needed' AND certainty IS NULL;

-- The deadlines that are not ended, once for each ministry that was asked about the case, in the order of its list: a ministry
-- sees a few of many cases, and no index on the deadlines themselves finds them in order. Kept by keep_deadlines.
CREATE TABLE ministry_deadline (
    ministry_id bigint NOT NULL,
    deadline_id bigint NOT NULL,
    case_file_id bigint NOT NULL,
    deadline_no smallint NOT NULL,
    regime code NOT NULL,
    rule code NOT NULL,
    when_missed code NOT NULL,
    sorts_on date NOT NULL,
    void_on date,
    CONSTRAINT ministry_deadline_pkey PRIMARY KEY (deadline_id, ministry_id)
);
CREATE INDEX ministry_deadline_sorts_on_idx ON ministry_deadline (ministry_id, sorts_on, case_file_id, deadline_no)
    INCLUDE (deadline_id, regime, void_on);
CREATE INDEX ministry_deadline_overdue_idx ON ministry_deadline (ministry_id, sorts_on, case_file_id, deadline_no)
    INCLUDE (deadline_id, regime, void_on) WHERE void_on IS NULL OR void_on > sorts_on + 1;
