-- The reform graph: provision ⇄ reform task ⇄ roadmap ⇄ case, many-to-many. A task keeps its identity from the plan to the
-- entry into force, also when it is merged into another one or superseded by it.

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

ALTER TABLE reform_task
    DROP CONSTRAINT reform_task_status_check,
    ADD CONSTRAINT reform_task_status_fkey FOREIGN KEY (status) REFERENCES reform_status,
    ADD COLUMN status_reason prose;
COMMENT ON COLUMN reform_task.status_reason IS 'why the last change of status took something back; NULL: it did not';

-- Where a task that ended in another one is continued. Written by one INSERT, which does everything that a merge is.
CREATE TABLE task_merge (
    reform_task_id bigint CONSTRAINT task_merge_pkey PRIMARY KEY
        CONSTRAINT task_merge_reform_task_id_fkey REFERENCES reform_task,
    into_id bigint NOT NULL CONSTRAINT task_merge_into_id_fkey REFERENCES reform_task,
    status code NOT NULL CONSTRAINT task_merge_status_check CHECK (status IN ('merged', 'superseded')),
    reason prose NOT NULL,
    merged_on date NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    author name NOT NULL DEFAULT acting_role(),
    CONSTRAINT task_merge_into_check CHECK (into_id <> reform_task_id)
);
CREATE INDEX task_merge_into_id_idx ON task_merge (into_id);

-- The regime of a task is that of the first roadmap it stands in; its calendar says what today is.
CREATE FUNCTION task_today(reform_task_id bigint) RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
SELECT coalesce((SELECT authority_date(r.regime) FROM roadmap_entry AS e JOIN roadmap AS r USING (roadmap_id)
    WHERE e.reform_task_id = task_today.reform_task_id ORDER BY r.roadmap_id LIMIT 1), current_date)
$$;

CREATE FUNCTION guard_reform_task() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    move reform_transition;
BEGIN
    IF NEW.status = OLD.status THEN
        RETURN NEW;
    END IF;
    SELECT * INTO move FROM reform_transition AS t WHERE t.from_status = OLD.status AND t.to_status = NEW.status;
    IF NOT FOUND THEN
        PERFORM refuse('reform_task_status_guard', format('a reform task does not go from %s to %s', OLD.status, NEW.status));
    END IF;
    -- A reason that stood there before is not one for this change.
    IF NEW.status_reason IS NOT DISTINCT FROM OLD.status_reason THEN
        NEW.status_reason := NULL;
    END IF;
    IF move.needs_reason AND NEW.status_reason IS NULL THEN
        PERFORM refuse('reform_task_reason_guard', 'this change of status takes something back, and needs a reason');
    END IF;
    IF NEW.status IN ('merged', 'superseded') AND NOT EXISTS (SELECT FROM task_merge AS m
        WHERE m.reform_task_id = NEW.reform_task_id AND m.status = NEW.status)
    THEN
        PERFORM refuse('reform_task_merge_guard', 'a task is merged or superseded by naming the one that continues it');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER reform_task_guard BEFORE UPDATE ON reform_task
    FOR EACH ROW EXECUTE FUNCTION guard_reform_task();

-- Both tasks are locked in their order, so that two merges cannot lead around in a circle.
CREATE FUNCTION guard_task_merge() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM FROM reform_task AS t WHERE t.reform_task_id IN (NEW.reform_task_id, NEW.into_id)
    ORDER BY t.reform_task_id FOR UPDATE;
    IF EXISTS (SELECT FROM reform_task AS t WHERE t.reform_task_id = NEW.into_id
        AND t.status IN ('dropped', 'merged', 'superseded'))
    THEN
        PERFORM refuse('task_merge_into_guard', 'the task that is to continue it has itself ended without a change of law');
    END IF;
    NEW.merged_on := task_today(NEW.reform_task_id);
    NEW.made_at := now();
    NEW.author := acting_role();
    RETURN NEW;
END
$$;
CREATE TRIGGER task_merge_guard BEFORE INSERT ON task_merge
    FOR EACH ROW EXECUTE FUNCTION guard_task_merge();

-- What waited for the old task waits for the new one too, and who owed it owes the new one. The old task keeps its own
-- links: nothing that was written is taken away.
CREATE FUNCTION carry_links() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    UPDATE reform_task AS t SET status = NEW.status, status_reason = NEW.reason, in_force_on = NULL
    WHERE t.reform_task_id = NEW.reform_task_id;
    INSERT INTO case_task (case_file_id, reform_task_id)
    SELECT l.case_file_id, NEW.into_id FROM case_task AS l WHERE l.reform_task_id = NEW.reform_task_id
    ON CONFLICT DO NOTHING;
    INSERT INTO task_ministry (reform_task_id, ministry_id, confirmed)
    SELECT NEW.into_id, l.ministry_id, l.confirmed FROM task_ministry AS l WHERE l.reform_task_id = NEW.reform_task_id
    ON CONFLICT DO NOTHING;
    INSERT INTO task_provision (reform_task_id, provision_id, confirmed)
    SELECT NEW.into_id, l.provision_id, l.confirmed FROM task_provision AS l WHERE l.reform_task_id = NEW.reform_task_id
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER task_merge_links AFTER INSERT ON task_merge
    FOR EACH ROW EXECUTE FUNCTION carry_links();

-- How the name of a law tells its level: the longest ending that fits. NULL: it tells nothing.
CREATE TABLE law_ending (
    ending label CONSTRAINT law_ending_pkey PRIMARY KEY,
    level code CONSTRAINT law_ending_level_check CHECK (level IN ('act', 'decree', 'ordinance', 'notice', 'guideline'))
);
INSERT INTO law_ending VALUES
    ('법', 'act'), ('법률', 'act'), ('Act', 'act'), ('령', 'decree'), ('시행령', 'decree'), ('Decree', 'decree'),
    ('규칙', 'ordinance'), ('시행규칙', 'ordinance'), ('Rules', 'ordinance'), ('고시', 'notice'), ('훈령', 'notice'),
    ('예규', 'notice'), ('규정', 'notice'), ('Notice', 'notice'), ('지침', 'guideline'), ('가이드라인', 'guideline'),
    ('기준', 'guideline'), ('안내서', 'guideline'), ('Guideline', 'guideline'), ('Guidelines', 'guideline'), ('법령', NULL);

CREATE FUNCTION level_of_law(law text) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp
    AS $$
SELECT e.level FROM law_ending AS e WHERE right(level_of_law.law, length(e.ending)) = e.ending
ORDER BY length(e.ending) DESC LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION level_of_law TO PUBLIC;

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

-- The laws of a task were texts; they become provisions, which are booked, and a view keeps the question answerable.
CREATE TRIGGER provision_event_insert AFTER INSERT ON provision REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION book_insert('provision_id', 'provision-add', 'remove', 'remove', 'provision_id');
INSERT INTO provision (law, level) SELECT l.law, level_of_law(l.law) FROM (SELECT DISTINCT law FROM task_law) AS l ORDER BY l.law;
INSERT INTO task_provision (reform_task_id, provision_id, confirmed)
SELECT l.reform_task_id, p.provision_id, l.confirmed FROM task_law AS l JOIN provision AS p ON p.law = l.law;
DROP TABLE task_law;
CREATE VIEW task_law WITH (security_invoker = true) AS
SELECT l.reform_task_id, p.law, bool_and(l.confirmed) AS confirmed
FROM task_provision AS l JOIN provision AS p USING (provision_id)
GROUP BY l.reform_task_id, p.law;
COMMENT ON VIEW task_law IS 'the laws a reform task changes, whatever the articles';

-- Where a proposal names a law that a roadmap knows: the same article, also as one of several ("제16조, 제35조의5"), or the law
-- as a whole. A provision without an article stands for every article of its law.
CREATE VIEW case_provision WITH (security_invoker = true) AS
SELECT i.case_file_id, i.item_no, p.provision_id, p.article IS NOT NULL AS is_exact
FROM exemption_item AS i JOIN provision AS p ON p.law = i.law
    AND (p.article IS NULL OR p.article = i.article OR p.article = ANY (regexp_split_to_array(i.article, '\s*[,;·ㆍ]\s*')));
COMMENT ON VIEW case_provision IS 'the provisions a proposal asks an exemption from, as far as roadmaps know them';

-- What a task is known by elsewhere.
CREATE TABLE task_reference (
    reform_task_id bigint NOT NULL CONSTRAINT task_reference_reform_task_id_fkey REFERENCES reform_task,
    kind code NOT NULL CONSTRAINT task_reference_kind_check CHECK (
        kind IN ('bill', 'pre-announcement', 'promulgation', 'gazette', 'document')),
    reference label NOT NULL,
    dated_on date,
    author name NOT NULL DEFAULT acting_role(),
    CONSTRAINT task_reference_pkey PRIMARY KEY (reform_task_id, kind, reference)
);
COMMENT ON COLUMN task_reference.reference IS 'as it is quoted, without an address: 의안번호 2200001, 법률 제18475호';

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY[
        'reform_status', 'reform_transition', 'law_ending', 'task_merge', 'provision', 'task_provision', 'task_reference'
    ] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', part);
        EXECUTE format('CREATE POLICY %I ON %I TO sandbox_owner USING (true) WITH CHECK (true)', part || '_owner', part);
    END LOOP;
    FOREACH part IN ARRAY ARRAY['reform_status', 'reform_transition', 'law_ending'] LOOP
        EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO PUBLIC USING (true)', part || '_everyone', part);
    END LOOP;
    FOREACH part IN ARRAY ARRAY['task_merge', 'provision', 'task_provision', 'task_reference'] LOOP
        EXECUTE format('CREATE POLICY %1$s_everyone ON %1$s FOR SELECT TO PUBLIC USING ((SELECT acting_group() IS NOT NULL))', part);
        EXECUTE format('CREATE POLICY %1$s_desk ON %1$s FOR INSERT TO sandbox_desk '
            'WITH CHECK ((SELECT acting_group() = ''sandbox_desk''))', part);
    END LOOP;
    FOREACH part IN ARRAY ARRAY[
        'reform_status', 'reform_transition', 'law_ending', 'task_merge', 'provision', 'task_provision', 'task_law', 'task_reference'
    ] LOOP
        EXECUTE format('GRANT SELECT ON %I TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, '
            'sandbox_auditor, sandbox_operator, sandbox_public', part);
    END LOOP;
    -- What was said of a task is added to and, by the desk, taken back; a ministry says what its own tasks are known by.
    FOREACH part IN ARRAY ARRAY['task_provision', 'task_reference'] LOOP
        EXECUTE format('CREATE POLICY %1$s_desk_delete ON %1$s FOR DELETE TO sandbox_desk '
            'USING ((SELECT acting_group() = ''sandbox_desk''))', part);
        EXECUTE format('GRANT DELETE ON %I TO sandbox_desk', part);
    END LOOP;
END
$$;
CREATE POLICY task_reference_ministry ON task_reference FOR INSERT TO sandbox_ministry
    WITH CHECK (reform_task_id = ANY (ARRAY(SELECT own_task_ids())));
GRANT INSERT (reform_task_id, into_id, status, reason) ON task_merge TO sandbox_desk;
GRANT INSERT (law, article, level) ON provision TO sandbox_desk;
GRANT INSERT (reform_task_id, provision_id, confirmed) ON task_provision TO sandbox_desk;
GRANT INSERT (reform_task_id, kind, reference, dated_on) ON task_reference TO sandbox_desk, sandbox_ministry;
GRANT INSERT (status_reason), UPDATE (status_reason) ON reform_task TO sandbox_desk;
GRANT UPDATE (status_reason) ON reform_task TO sandbox_ministry;
GRANT SELECT ON case_provision TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;

-- All of it is booked, with the task it is about.
CREATE TRIGGER task_merge_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON task_merge
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
DO $$
DECLARE
    booked record;
    arguments text;
BEGIN
    FOR booked IN SELECT * FROM (VALUES
        ('task_merge', 'reform_task_id', 'task-merge', 'remove', 'remove', ARRAY['into_id']),
        ('provision', 'provision_id', 'provision-add', 'remove', 'remove', ARRAY['provision_id']),
        ('task_provision', 'reform_task_id', 'task-edit', 'task-edit', 'task-edit', ARRAY['provision_id']),
        ('task_reference', 'reform_task_id', 'task-edit', 'task-edit', 'task-edit', ARRAY['kind', 'reference'])
    ) AS b (table_name, chain, insert_act, update_act, delete_act, key_columns) LOOP
        arguments := format('(%L, %L, %L, %L, %s)', booked.chain,
            booked.insert_act, booked.update_act, booked.delete_act,
            (SELECT string_agg(quote_literal(k), ', ') FROM unnest(booked.key_columns) AS k));
        EXECUTE format('CREATE OR REPLACE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows '
            'FOR EACH STATEMENT EXECUTE FUNCTION book_insert',
            booked.table_name || '_event_insert', booked.table_name) || arguments;
        EXECUTE format('CREATE TRIGGER %I AFTER UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION book_change',
            booked.table_name || '_event_change', booked.table_name) || arguments;
    END LOOP;
END
$$;
