-- Open tasks: what everybody has to do now, or on a day that is known. Nothing here is a fact: every row follows from others
-- (count_open_tasks) and is kept beside them.

-- Kept by keep_open_tasks, in the statement that changes a fact, and never written otherwise. What depends on today's date is
-- compared when it is read (open_task_today).
CREATE TABLE kept_open_task (
    case_file_id bigint NOT NULL CONSTRAINT kept_open_task_case_file_id_fkey REFERENCES case_file,
    task code NOT NULL,
    subject_id bigint NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    regime code NOT NULL,
    beside boolean NOT NULL,
    waiting_on code NOT NULL,
    organisation_id bigint,
    since timestamptz,
    subject_no smallint,
    due_on date,
    late_on date,
    sorts_on date NOT NULL,
    CONSTRAINT kept_open_task_pkey PRIMARY KEY (case_file_id, task, subject_id, from_on)
);
COMMENT ON COLUMN kept_open_task.subject_id IS
    'what it is about: the case, the supplement, the consultation, the decision, the act, the deadline; 0: none of them yet; '
    'subject_no: its number within the case';
COMMENT ON COLUMN kept_open_task.from_on IS
    'it is to be done from this day on, and until the other, if nothing happens meanwhile; infinite: no such day';
COMMENT ON COLUMN kept_open_task.beside IS
    'it is nobody''s turn: a right that nobody has to use, or what the desk sees to while others are waited for';
COMMENT ON COLUMN kept_open_task.organisation_id IS 'who has to do it; NULL: the desk, or a committee';
COMMENT ON COLUMN kept_open_task.due_on IS
    'by when, where the law or who asked for it says so; of the desk also the first of its deadlines on the case';
COMMENT ON COLUMN kept_open_task.late_on IS
    'the last day of those whom the desk waits for, or has to pursue: what it sees to from the day after, or earlier';
COMMENT ON COLUMN kept_open_task.sorts_on IS 'due_on; infinity: no day, which is listed last';
-- An inbox in its order: what ends from today on, and what outlives its last day; most of what is past does not.
CREATE INDEX kept_open_task_desk_idx ON kept_open_task (sorts_on, since, case_file_id, task, subject_id)
    WHERE waiting_on = 'desk';
CREATE INDEX kept_open_task_desk_late_idx ON kept_open_task (sorts_on, since, case_file_id, task, subject_id)
    WHERE waiting_on = 'desk' AND until_on > sorts_on;
CREATE INDEX kept_open_task_organisation_id_idx ON kept_open_task (organisation_id, sorts_on, since, case_file_id, task, subject_id)
    WHERE organisation_id IS NOT NULL;
CREATE INDEX kept_open_task_late_idx ON kept_open_task (organisation_id, sorts_on, since, case_file_id, task, subject_id)
    WHERE organisation_id IS NOT NULL AND until_on > sorts_on;
CREATE INDEX kept_open_task_waiting_on_idx ON kept_open_task (waiting_on, case_file_id) WHERE NOT beside;
-- What has a day that no rule of the law set, and is listed with the deadlines all the same. It is state, since an index is made of
-- it.
CREATE FUNCTION has_day_without_rule(task text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN task IN ('supplement', 'submit-evidence', 'see-to-condition', 'renew-insurance', 'follow-order');
CREATE INDEX kept_open_task_own_day_idx ON kept_open_task (sorts_on, case_file_id)
    WHERE has_day_without_rule(task) AND due_on IS NOT NULL;

-- Up to when each person has seen what others did.
CREATE TABLE inbox_mark (
    role_name name NOT NULL DEFAULT acting_role() CONSTRAINT inbox_mark_pkey PRIMARY KEY,
    seen_at timestamptz NOT NULL
);
