-- The law roadmap: reform tasks (법령정비 과제) that ministries owe, in one or several roadmaps, and the cases that
-- wait for them.

CREATE TABLE roadmap (
    roadmap_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT roadmap_pkey PRIMARY KEY,
    roadmap code NOT NULL,
    regime code NOT NULL CONSTRAINT roadmap_regime_fkey REFERENCES regime,
    name label NOT NULL,
    adopted_on date,
    source prose,
    CONSTRAINT roadmap_roadmap_key UNIQUE (roadmap)
);

COMMENT ON COLUMN roadmap.regime IS 'whose authority adopted it: overdue is said on its calendar';

CREATE TABLE reform_task (
    reform_task_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT reform_task_pkey PRIMARY KEY,
    title prose NOT NULL,
    status code NOT NULL DEFAULT 'undetermined' CONSTRAINT reform_task_status_check CHECK (
        status IN ('planned', 'drafting', 'consulting', 'pre-announced', 'regulatory-review', 'legislation-office',
            'assembly', 'promulgated', 'in-force', 'dropped', 'merged', 'superseded', 'undetermined')
    ),
    status_note prose,
    in_force_on date,
    source prose,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT reform_task_in_force_check CHECK (in_force_on IS NULL OR status IN ('promulgated', 'in-force'))
);
COMMENT ON COLUMN reform_task.in_force_on IS 'entry into force of the changed law, if known';
CREATE TRIGGER reform_task_version BEFORE UPDATE ON reform_task
    FOR EACH ROW EXECUTE FUNCTION count_version();

CREATE TABLE roadmap_entry (
    roadmap_id bigint NOT NULL CONSTRAINT roadmap_entry_roadmap_id_fkey REFERENCES roadmap,
    reform_task_id bigint NOT NULL CONSTRAINT roadmap_entry_reform_task_id_fkey REFERENCES reform_task,
    position integer NOT NULL,
    task_no label NOT NULL,
    area label,
    target label,
    target_from date,
    target_to date,
    CONSTRAINT roadmap_entry_pkey PRIMARY KEY (roadmap_id, reform_task_id),
    CONSTRAINT roadmap_entry_task_no_key UNIQUE (roadmap_id, task_no),
    CONSTRAINT roadmap_entry_target_check CHECK (target_from <= target_to)
);
COMMENT ON COLUMN roadmap_entry.target IS 'when the task was to be done, in the words of the roadmap';
COMMENT ON COLUMN roadmap_entry.target_to IS 'last day of the interval those words mean; NULL: they name none';
CREATE INDEX roadmap_entry_reform_task_id_idx ON roadmap_entry (reform_task_id);

CREATE TABLE task_ministry (
    reform_task_id bigint NOT NULL CONSTRAINT task_ministry_reform_task_id_fkey REFERENCES reform_task,
    ministry_id bigint NOT NULL CONSTRAINT task_ministry_ministry_id_fkey REFERENCES organisation,
    confirmed boolean NOT NULL DEFAULT true,
    CONSTRAINT task_ministry_pkey PRIMARY KEY (reform_task_id, ministry_id)
);
COMMENT ON COLUMN task_ministry.confirmed IS 'false: the source does not say so itself';
CREATE INDEX task_ministry_ministry_id_idx ON task_ministry (ministry_id);

CREATE TABLE task_law (
    reform_task_id bigint NOT NULL CONSTRAINT task_law_reform_task_id_fkey REFERENCES reform_task,
    law label NOT NULL,
    confirmed boolean NOT NULL DEFAULT true,
    CONSTRAINT task_law_pkey PRIMARY KEY (reform_task_id, law)
);
CREATE INDEX task_law_law_idx ON task_law (law);

CREATE TABLE case_task (
    case_file_id bigint NOT NULL CONSTRAINT case_task_case_file_id_fkey REFERENCES case_file,
    reform_task_id bigint NOT NULL CONSTRAINT case_task_reform_task_id_fkey REFERENCES reform_task,
    linked_at timestamptz NOT NULL DEFAULT now(),
    linked_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT case_task_pkey PRIMARY KEY (case_file_id, reform_task_id)
);
CREATE INDEX case_task_reform_task_id_idx ON case_task (reform_task_id);

CREATE FUNCTION own_task_ids() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
SELECT reform_task_id FROM task_ministry
WHERE ministry_id = acting_organisation_id() AND acting_as('sandbox_ministry')
$$;
GRANT EXECUTE ON FUNCTION own_task_ids TO sandbox_ministry;
