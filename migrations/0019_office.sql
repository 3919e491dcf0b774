-- How an organisation divides its work: who works on a case, who is whose deputy, and what is noted there. Nobody outside
-- of it sees any of it, the auditor apart.
--
-- Keys are drawn, and each row is recorded on a chain of its own: no number tells somebody else that another row is there.

-- Who works on a case for an organisation (담당자). The latest; whoever was it before is in the event log.
CREATE TABLE case_assignment (
    case_assignment_id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT case_assignment_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL CONSTRAINT case_assignment_case_file_id_fkey REFERENCES case_file,
    organisation_id bigint NOT NULL DEFAULT acting_organisation_id()
        CONSTRAINT case_assignment_organisation_id_fkey REFERENCES organisation,
    role_name name CONSTRAINT case_assignment_role_name_fkey REFERENCES person,
    handed_over_by name,
    reason prose,
    assigned_at timestamptz NOT NULL DEFAULT now(), assigned_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT case_assignment_case_key UNIQUE (case_file_id, organisation_id)
);
CREATE INDEX case_assignment_role_name_idx ON case_assignment (role_name, case_file_id);
CREATE INDEX case_assignment_organisation_id_idx ON case_assignment (organisation_id);
COMMENT ON COLUMN case_assignment.role_name IS 'NULL: nobody any more';
COMMENT ON COLUMN case_assignment.handed_over_by IS
    'whose work it was, if all of that person''s was handed over at once (hand_over_work); NULL: the case was assigned by itself';

-- Who is away, and whose work the deputy sees as his own meanwhile (대결).
CREATE TABLE absence (
    absence_id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT absence_pkey PRIMARY KEY,
    role_name name NOT NULL DEFAULT acting_role() CONSTRAINT absence_role_name_fkey REFERENCES person,
    deputy name NOT NULL CONSTRAINT absence_deputy_fkey REFERENCES person,
    from_on civil_date NOT NULL,
    until_on civil_date NOT NULL,
    stated_at timestamptz NOT NULL DEFAULT now(), stated_by name NOT NULL DEFAULT acting_role(),
    withdrawn_at timestamptz,
    CONSTRAINT absence_period_check CHECK (from_on <= until_on),
    CONSTRAINT absence_self_check CHECK (deputy <> role_name),
    CONSTRAINT absence_overlap_excl EXCLUDE USING gist (
        (role_name::text) WITH =, daterange(from_on, until_on, '[]') WITH &&) WHERE (withdrawn_at IS NULL)
);
CREATE INDEX absence_deputy_idx ON absence (deputy) WHERE withdrawn_at IS NULL;
CREATE INDEX absence_role_name_idx ON absence (role_name);
COMMENT ON COLUMN absence.until_on IS 'the last day, counted in';
COMMENT ON COLUMN absence.withdrawn_at IS 'it does not take place, or the person is back';

-- What somebody notes on a case for the colleagues. Only added to.
CREATE TABLE case_note (
    case_note_id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT case_note_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL CONSTRAINT case_note_case_file_id_fkey REFERENCES case_file,
    organisation_id bigint NOT NULL DEFAULT acting_organisation_id()
        CONSTRAINT case_note_organisation_id_fkey REFERENCES organisation,
    body prose NOT NULL,
    written_at timestamptz NOT NULL DEFAULT now(), written_by name NOT NULL DEFAULT acting_role()
);
CREATE INDEX case_note_case_file_id_idx ON case_note (case_file_id, organisation_id, written_at);
CREATE INDEX case_note_organisation_id_idx ON case_note (organisation_id);

-- Which acts take a right of the person's own (person.rights), by what is recorded: entity and act as the event log has them.
-- What is not named here everybody of the group role may do.
CREATE TABLE act_right (
    group_role text NOT NULL,
    entity code NOT NULL,
    act code NOT NULL,
    needs code NOT NULL CONSTRAINT act_right_needs_check CHECK (needs IN ('file', 'decide', 'sign')),
    CONSTRAINT act_right_pkey PRIMARY KEY (group_role, entity, act)
);
INSERT INTO act_right (group_role, entity, act, needs) VALUES
    ('sandbox_company', 'case_file', 'file', 'file'),
    ('sandbox_company', 'case_file', 'withdraw', 'file'),
    ('sandbox_company', 'supplement', 'answer', 'file'),
    ('sandbox_company', 'redeliberation', 'redeliberation-ask', 'file'),
    ('sandbox_company', 'objection', 'objection-file', 'file'),
    ('sandbox_company', 'condition_evidence', 'submit-evidence', 'file'),
    ('sandbox_company', 'condition_change', 'change-ask', 'file'),
    ('sandbox_company', 'grant_act', 'grant-act', 'file'),
    ('sandbox_company', 'recall', 'entry-recall', 'file'),
    ('sandbox_ministry', 'opinion', 'consult-reply', 'decide'),
    ('sandbox_ministry', 'lapse', 'lapse-contest', 'decide'),
    ('sandbox_ministry', 'condition_change', 'change-ask', 'decide'),
    ('sandbox_ministry', 'change_reply', 'change-reply', 'decide'),
    ('sandbox_ministry', 'grant_act', 'grant-act', 'decide'),
    ('sandbox_ministry', 'recall', 'entry-recall', 'decide'),
    ('sandbox_desk', 'case_file', 'return', 'decide'),
    ('sandbox_desk', 'decision', 'decision', 'decide'),
    ('sandbox_desk', 'correction', 'correct', 'decide'),
    ('sandbox_desk', 'objection', 'objection-answer', 'decide'),
    ('sandbox_desk', 'lapse', 'lapse-resolve', 'decide'),
    ('sandbox_desk', 'condition_evidence', 'evidence-rule', 'decide'),
    ('sandbox_desk', 'condition_change', 'change-rule', 'decide'),
    ('sandbox_desk', 'condition_waiver', 'waive-condition', 'decide'),
    ('sandbox_desk', 'grant_act', 'grant-act', 'decide'),
    ('sandbox_desk', 'opinion_recall', 'entry-recall', 'decide'),
    ('sandbox_desk', 'recall', 'entry-recall', 'decide'),
    ('sandbox_desk', 'official_paper', 'paper-issue', 'sign');
