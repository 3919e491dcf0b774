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
    of_grant boolean NOT NULL,
    waiting_on code NOT NULL,
    organisation_id bigint,
    since timestamptz,
    subject_no smallint,
    due_on date,
    CONSTRAINT kept_open_task_pkey PRIMARY KEY (case_file_id, task, subject_id, from_on)
);
COMMENT ON COLUMN kept_open_task.subject_id IS
    'what it is about: the case, the supplement, the consultation, the act or the deadline; subject_no: its number within the case';
COMMENT ON COLUMN kept_open_task.from_on IS
    'it is to be done from this day on, and until the other, if nothing happens meanwhile; infinite: no such day';
COMMENT ON COLUMN kept_open_task.of_grant IS 'it is about what was granted; the others are what the case waits for';
COMMENT ON COLUMN kept_open_task.organisation_id IS 'who has to do it; NULL: the desk, or a committee';
COMMENT ON COLUMN kept_open_task.due_on IS
    'by when, where the law or who asked for it says so; of the desk also the first of its deadlines on the case';
CREATE INDEX kept_open_task_organisation_id_idx ON kept_open_task (organisation_id, until_on)
    WHERE organisation_id IS NOT NULL;
CREATE INDEX kept_open_task_desk_idx ON kept_open_task (until_on) WHERE waiting_on = 'desk';
CREATE INDEX kept_open_task_waiting_on_idx ON kept_open_task (waiting_on, case_file_id) WHERE NOT of_grant;
