-- The law roadmap: reform tasks (법령정비 과제) that ministries owe, in one or several roadmaps, the provisions they change
-- and the cases that wait for them. What was promised, promised again and reached are facts that only grow in number.

CREATE TABLE roadmap (
    roadmap_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT roadmap_pkey PRIMARY KEY,
    roadmap code NOT NULL,
    regime code NOT NULL CONSTRAINT roadmap_regime_fkey REFERENCES regime,
    name label NOT NULL,
    adopted_on civil_date,
    source prose,
    CONSTRAINT roadmap_roadmap_key UNIQUE (roadmap)
);
COMMENT ON COLUMN roadmap.regime IS 'whose authority adopted it: overdue is said on its calendar';

-- The statuses of a reform task. Those on the course are milestones at the same time: things that can be promised.
CREATE TABLE reform_status (
    status code CONSTRAINT reform_status_pkey PRIMARY KEY,
    position smallint NOT NULL,
    is_on_course boolean NOT NULL,
    is_ended boolean NOT NULL
);
COMMENT ON COLUMN reform_status.is_ended IS 'nothing more is to be expected of the task';

INSERT INTO reform_status VALUES
    ('planned', 1, true, false), ('drafting', 2, true, false), ('consulting', 3, true, false),
    ('pre-announced', 4, true, false), ('regulatory-review', 5, true, false), ('legislation-office', 6, true, false),
    ('assembly', 7, true, false), ('passed', 8, true, false), ('promulgated', 9, true, false),
    ('in-force', 10, true, true), ('dropped', 11, false, true), ('merged', 12, false, true),
    ('superseded', 13, false, true), ('undetermined', 14, false, false);

-- A change of status that has no row here is refused, whoever asks, also in psql (guard_reform_task). Forward a task goes
-- as it may, also over several steps at once. Whatever takes something back needs a reason: a step backward, leaving the
-- end, giving up, joining another task. What was merged or superseded stays so.
CREATE TABLE reform_transition (
    from_status code NOT NULL CONSTRAINT reform_transition_from_status_fkey REFERENCES reform_status,
    to_status code NOT NULL CONSTRAINT reform_transition_to_status_fkey REFERENCES reform_status,
    needs_reason boolean NOT NULL,
    CONSTRAINT reform_transition_pkey PRIMARY KEY (from_status, to_status)
);

INSERT INTO reform_transition
SELECT f.status, t.status,
    CASE WHEN f.status = 'undetermined' THEN NOT t.is_on_course
        ELSE NOT t.is_on_course OR NOT f.is_on_course OR t.position < f.position END
FROM reform_status AS f JOIN reform_status AS t ON t.status <> f.status
WHERE f.status NOT IN ('merged', 'superseded')
    AND (t.is_on_course OR f.status = 'undetermined' OR (f.is_on_course AND NOT f.is_ended));

CREATE TABLE reform_task (
    reform_task_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT reform_task_pkey PRIMARY KEY,
    title prose NOT NULL,
    status code NOT NULL DEFAULT 'undetermined',
    status_note prose,
    in_force_on civil_date,
    source prose,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    status_reason prose,
    CONSTRAINT reform_task_in_force_check CHECK (in_force_on IS NULL OR status IN ('promulgated', 'in-force')),
    CONSTRAINT reform_task_status_fkey FOREIGN KEY (status) REFERENCES reform_status
);
COMMENT ON COLUMN reform_task.in_force_on IS 'entry into force of the changed law, if known';
COMMENT ON COLUMN reform_task.status_reason IS 'why the last change of status took something back; NULL: it did not';

-- The target of a task in a roadmap is a promise, said on the day the roadmap was adopted; a later roadmap that takes the
-- task up promises again.
CREATE TABLE roadmap_entry (
    roadmap_id bigint NOT NULL CONSTRAINT roadmap_entry_roadmap_id_fkey REFERENCES roadmap,
    reform_task_id bigint NOT NULL CONSTRAINT roadmap_entry_reform_task_id_fkey REFERENCES reform_task,
    position integer NOT NULL,
    task_no label NOT NULL,
    area label,
    target label,
    target_from civil_date, target_to civil_date,
    target_kind code NOT NULL DEFAULT 'in-force' CONSTRAINT roadmap_entry_target_kind_check CHECK (
        target_kind IN ('drafting', 'consulting', 'pre-announced', 'regulatory-review', 'legislation-office',
        'assembly', 'passed', 'promulgated', 'in-force')),
    CONSTRAINT roadmap_entry_pkey PRIMARY KEY (roadmap_id, reform_task_id),
    CONSTRAINT roadmap_entry_task_no_key UNIQUE (roadmap_id, task_no),
    CONSTRAINT roadmap_entry_target_check CHECK (target_from <= target_to)
);
COMMENT ON COLUMN roadmap_entry.target IS 'when the task was to be done, in the words of the roadmap';
COMMENT ON COLUMN roadmap_entry.target_to IS 'last day of the interval those words mean; NULL: they name none';
COMMENT ON COLUMN roadmap_entry.target_kind IS 'which milestone the target means';
CREATE INDEX roadmap_entry_reform_task_id_idx ON roadmap_entry (reform_task_id);

CREATE TABLE task_ministry (
    reform_task_id bigint NOT NULL CONSTRAINT task_ministry_reform_task_id_fkey REFERENCES reform_task,
    ministry_id bigint NOT NULL CONSTRAINT task_ministry_ministry_id_fkey REFERENCES organisation,
    confirmed boolean NOT NULL DEFAULT true,
    CONSTRAINT task_ministry_pkey PRIMARY KEY (reform_task_id, ministry_id)
);
COMMENT ON COLUMN task_ministry.confirmed IS 'false: the source does not say so itself';
CREATE INDEX task_ministry_ministry_id_idx ON task_ministry (ministry_id);

CREATE TABLE provision (
    provision_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT provision_pkey PRIMARY KEY,
    law label NOT NULL,
    article label,
    level code CONSTRAINT provision_level_check CHECK (level IN ('act', 'decree', 'ordinance', 'notice', 'guideline')),
    CONSTRAINT provision_law_article_key UNIQUE NULLS NOT DISTINCT (law, article)
);
COMMENT ON COLUMN provision.article IS 'NULL: the law as a whole';
COMMENT ON COLUMN provision.level IS 'what kind of law has to change; NULL: not known';

CREATE TABLE task_provision (
    reform_task_id bigint NOT NULL CONSTRAINT task_provision_reform_task_id_fkey REFERENCES reform_task,
    provision_id bigint NOT NULL CONSTRAINT task_provision_provision_id_fkey REFERENCES provision,
    confirmed boolean NOT NULL DEFAULT true,
    CONSTRAINT task_provision_pkey PRIMARY KEY (reform_task_id, provision_id)
);
COMMENT ON COLUMN task_provision.confirmed IS 'false: the source does not say so itself';
CREATE INDEX task_provision_provision_id_idx ON task_provision (provision_id);

-- How the name of a law tells its level, in the country of a regime: the longest ending that fits. NULL: it tells nothing.
CREATE TABLE law_ending (
    regime code NOT NULL CONSTRAINT law_ending_regime_fkey REFERENCES regime,
    ending label NOT NULL,
    position smallint NOT NULL,
    level code CONSTRAINT law_ending_level_check CHECK (level IN ('act', 'decree', 'ordinance', 'notice', 'guideline')),
    CONSTRAINT law_ending_pkey PRIMARY KEY (regime, ending)
);

-- What a task is known by elsewhere.
CREATE TABLE task_reference (
    reform_task_id bigint NOT NULL CONSTRAINT task_reference_reform_task_id_fkey REFERENCES reform_task,
    kind code NOT NULL CONSTRAINT task_reference_kind_check CHECK (
        kind IN ('bill', 'pre-announcement', 'promulgation', 'gazette', 'document')),
    reference label NOT NULL,
    dated_on civil_date,
    author name NOT NULL DEFAULT acting_role(),
    CONSTRAINT task_reference_pkey PRIMARY KEY (reform_task_id, kind, reference)
);
COMMENT ON COLUMN task_reference.reference IS 'as it is quoted, without an address: 의안번호 2200001, 법률 제18475호';

-- Where a task that ended in another one is continued. Saved by one INSERT, which does everything that a merge is.
CREATE TABLE task_merge (
    reform_task_id bigint CONSTRAINT task_merge_pkey PRIMARY KEY
        CONSTRAINT task_merge_reform_task_id_fkey REFERENCES reform_task,
    into_id bigint NOT NULL CONSTRAINT task_merge_into_id_fkey REFERENCES reform_task,
    status code NOT NULL CONSTRAINT task_merge_status_check CHECK (status IN ('merged', 'superseded')),
    reason prose NOT NULL,
    merged_on date NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(), author name NOT NULL DEFAULT acting_role(),
    CONSTRAINT task_merge_into_check CHECK (into_id <> reform_task_id)
);
CREATE INDEX task_merge_into_id_idx ON task_merge (into_id);

CREATE TABLE case_task (
    case_file_id bigint NOT NULL CONSTRAINT case_task_case_file_id_fkey REFERENCES case_file,
    reform_task_id bigint NOT NULL CONSTRAINT case_task_reform_task_id_fkey REFERENCES reform_task,
    linked_at timestamptz NOT NULL DEFAULT now(), linked_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT case_task_pkey PRIMARY KEY (case_file_id, reform_task_id)
);
CREATE INDEX case_task_reform_task_id_idx ON case_task (reform_task_id);

-- The days on which a ministry owes a word on each of its tasks in a roadmap: rows, whatever the rhythm is.
CREATE TABLE reporting_date (
    roadmap_id bigint NOT NULL CONSTRAINT reporting_date_roadmap_id_fkey REFERENCES roadmap,
    due_on civil_date NOT NULL,
    opens_on civil_date NOT NULL,
    CONSTRAINT reporting_date_pkey PRIMARY KEY (roadmap_id, due_on),
    CONSTRAINT reporting_date_opens_on_check CHECK (opens_on <= due_on)
);
COMMENT ON COLUMN reporting_date.opens_on IS 'from this day on the report may be given, and waits in the inbox';

CREATE TABLE forecast (
    reform_task_id bigint NOT NULL CONSTRAINT forecast_reform_task_id_fkey REFERENCES reform_task,
    kind code NOT NULL CONSTRAINT forecast_kind_check CHECK (
        kind IN ('drafting', 'consulting', 'pre-announced', 'regulatory-review', 'legislation-office', 'assembly',
            'passed', 'promulgated', 'in-force')),
    forecast_no integer NOT NULL,
    said label NOT NULL,
    said_from civil_date, said_to civil_date,
    said_on civil_date NOT NULL,
    reason prose,
    source prose,
    made_at timestamptz NOT NULL DEFAULT now(), author name NOT NULL DEFAULT acting_role(),
    author_id bigint CONSTRAINT forecast_author_id_fkey REFERENCES organisation DEFAULT acting_organisation_id(),
    CONSTRAINT forecast_pkey PRIMARY KEY (reform_task_id, kind, forecast_no),
    CONSTRAINT forecast_said_check CHECK (said_from <= said_to),
    CONSTRAINT forecast_reason_check CHECK (forecast_no = 1 OR reason IS NOT NULL)
);
COMMENT ON TABLE forecast IS
    'append-only; the first of a milestone is its baseline, the promise that slip is counted from';
COMMENT ON COLUMN forecast.said IS 'when the milestone is to be reached, in the words in which it was said';
COMMENT ON COLUMN forecast.said_to IS 'last day of the interval those words mean; NULL: they name none';
COMMENT ON COLUMN forecast.said_on IS 'the day it was said, which may lie long before the day it was entered';

CREATE TABLE arrival (
    reform_task_id bigint NOT NULL CONSTRAINT arrival_reform_task_id_fkey REFERENCES reform_task,
    kind code NOT NULL CONSTRAINT arrival_kind_check CHECK (
        kind IN ('drafting', 'consulting', 'pre-announced', 'regulatory-review', 'legislation-office', 'assembly',
            'passed', 'promulgated', 'in-force')),
    arrival_no integer NOT NULL,
    said label,
    said_from civil_date, said_to civil_date,
    reason prose,
    source prose,
    made_at timestamptz NOT NULL DEFAULT now(), author name NOT NULL DEFAULT acting_role(),
    author_id bigint CONSTRAINT arrival_author_id_fkey REFERENCES organisation DEFAULT acting_organisation_id(),
    CONSTRAINT arrival_pkey PRIMARY KEY (reform_task_id, kind, arrival_no),
    CONSTRAINT arrival_said_check CHECK ((said IS NULL) = (said_to IS NULL) AND said_from <= said_to),
    CONSTRAINT arrival_reason_check CHECK (arrival_no = 1 OR reason IS NOT NULL),
    CONSTRAINT arrival_first_check CHECK (arrival_no > 1 OR said IS NOT NULL)
);
COMMENT ON TABLE arrival IS
    'append-only; the last one of a milestone counts. A correction needs a reason; one without a day takes it back';
COMMENT ON COLUMN arrival.said_to IS
    'the day it was reached, or the last day it can have been, when the source is not exact';

CREATE TABLE task_report (
    roadmap_id bigint NOT NULL,
    due_on date NOT NULL,
    reform_task_id bigint NOT NULL,
    ministry_id bigint NOT NULL DEFAULT acting_organisation_id(),
    report prose NOT NULL,
    late_reason prose,
    reported_on date NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(), author name NOT NULL DEFAULT acting_role(),
    CONSTRAINT task_report_pkey PRIMARY KEY (roadmap_id, due_on, reform_task_id, ministry_id),
    CONSTRAINT task_report_due_on_fkey FOREIGN KEY (roadmap_id, due_on) REFERENCES reporting_date,
    CONSTRAINT task_report_entry_fkey FOREIGN KEY (roadmap_id, reform_task_id)
        REFERENCES roadmap_entry (roadmap_id, reform_task_id),
    CONSTRAINT task_report_ministry_fkey FOREIGN KEY (reform_task_id, ministry_id)
        REFERENCES task_ministry (reform_task_id, ministry_id),
    CONSTRAINT task_report_late_reason_check CHECK (reported_on <= due_on OR late_reason IS NOT NULL)
);
COMMENT ON COLUMN task_report.late_reason IS 'why the day was missed: a report after it needs a reason';
CREATE INDEX task_report_task_idx ON task_report (reform_task_id, ministry_id);
