-- Reform tasks, the provisions they change, and merging.

CREATE FUNCTION own_task_ids() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT reform_task_id FROM task_ministry WHERE ministry_id = acting_organisation_id() AND acting_as('sandbox_ministry')
$$;

-- The regime of a task is that of the first roadmap it is in; its calendar says what today is.
CREATE FUNCTION task_today(reform_task_id bigint) RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT coalesce((SELECT authority_date(r.regime) FROM roadmap_entry AS e JOIN roadmap AS r USING (roadmap_id)
    WHERE e.reform_task_id = task_today.reform_task_id ORDER BY r.roadmap_id LIMIT 1), current_date) $$;

CREATE FUNCTION guard_reform_task() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE transition_row reform_transition;
BEGIN
    NEW.version := OLD.version + 1;
    IF NEW.status = OLD.status THEN
        RETURN NEW;
    END IF;
    SELECT * INTO transition_row FROM reform_transition AS t
    WHERE t.from_status = OLD.status AND t.to_status = NEW.status;
    IF NOT FOUND THEN
        PERFORM refuse('reform_task_status_guard',
            format('a reform task does not go from %s to %s', OLD.status, NEW.status));
    END IF;
    -- A reason given earlier is not one for this change.
    IF NEW.status_reason IS NOT DISTINCT FROM OLD.status_reason THEN
        NEW.status_reason := NULL;
    END IF;
    IF transition_row.needs_reason AND NEW.status_reason IS NULL THEN
        PERFORM refuse('reform_task_reason_guard', 'this change of status takes something back, and needs a reason');
    END IF;
    IF NEW.status IN ('merged', 'superseded') AND NOT EXISTS (SELECT FROM task_merge AS m
        WHERE m.reform_task_id = NEW.reform_task_id AND m.status = NEW.status) THEN
        PERFORM refuse('reform_task_merge_guard', 'a task is merged or superseded by naming the one that continues it');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_reform_task BEFORE UPDATE ON reform_task FOR EACH ROW EXECUTE FUNCTION guard_reform_task();

-- A promulgated law says itself when it comes into force: that is a forecast, and once the day is there, the arrival. A task
-- that was dropped, or taken up again, may change how long a grant is in force.
CREATE FUNCTION steps_reform_task() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF NEW.status <> OLD.status THEN
        PERFORM keep_grants_of_task(NEW.reform_task_id);
    END IF;
    -- What has been said already is not said again.
    IF NEW.in_force_on IS NOT DISTINCT FROM OLD.in_force_on THEN
        RETURN NULL;
    END IF;
    IF NEW.in_force_on > task_today(NEW.reform_task_id) THEN
        INSERT INTO forecast (reform_task_id, kind, said, said_from, said_to, reason)
        SELECT NEW.reform_task_id, 'in-force', NEW.in_force_on::text, NEW.in_force_on, NEW.in_force_on,
            coalesce(NEW.status_note, NEW.status)
        WHERE NEW.in_force_on IS DISTINCT FROM (SELECT f.said_to FROM forecast AS f
            WHERE f.reform_task_id = NEW.reform_task_id AND f.kind = 'in-force'
            ORDER BY f.said_on DESC, f.forecast_no DESC LIMIT 1);
    ELSIF NEW.in_force_on IS NOT NULL THEN
        INSERT INTO arrival (reform_task_id, kind, said, said_from, said_to, reason)
        SELECT NEW.reform_task_id, 'in-force', NEW.in_force_on::text, NEW.in_force_on, NEW.in_force_on,
            coalesce(NEW.status_note, NEW.status)
        WHERE NEW.in_force_on IS DISTINCT FROM (SELECT a.said_to FROM arrival AS a
            WHERE a.reform_task_id = NEW.reform_task_id AND a.kind = 'in-force' ORDER BY a.arrival_no DESC LIMIT 1);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_reform_task AFTER UPDATE ON reform_task
    FOR EACH ROW WHEN (NEW.status <> OLD.status OR NEW.in_force_on IS DISTINCT FROM OLD.in_force_on)
    EXECUTE FUNCTION steps_reform_task();

-- Both tasks are locked in their order, so that two merges cannot lead around in a circle.
CREATE FUNCTION guard_task_merge() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM FROM reform_task AS t WHERE t.reform_task_id IN (NEW.reform_task_id, NEW.into_id)
    ORDER BY t.reform_task_id FOR UPDATE;
    IF EXISTS (SELECT FROM reform_task AS t WHERE t.reform_task_id = NEW.into_id
        AND t.status IN ('dropped', 'merged', 'superseded')) THEN
        PERFORM refuse('task_merge_into_guard',
            'the task that is to continue it has itself ended without a change of law');
    END IF;
    NEW.merged_on := task_today(NEW.reform_task_id);
    NEW.made_at := now(); NEW.author := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_task_merge BEFORE INSERT ON task_merge FOR EACH ROW EXECUTE FUNCTION guard_task_merge();

-- What waited for the old task waits for the new one too, and who owed it owes the new one. The old task keeps its own
-- links: nothing that was written is taken away.
CREATE FUNCTION steps_task_merge() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    UPDATE reform_task AS t SET status = n.status, status_reason = n.reason, in_force_on = NULL
    FROM new_rows AS n WHERE t.reform_task_id = n.reform_task_id;
    INSERT INTO case_task (case_file_id, reform_task_id)
    SELECT l.case_file_id, n.into_id FROM new_rows AS n JOIN case_task AS l USING (reform_task_id)
    ON CONFLICT DO NOTHING;
    INSERT INTO task_ministry (reform_task_id, ministry_id, confirmed)
    SELECT n.into_id, l.ministry_id, l.confirmed FROM new_rows AS n JOIN task_ministry AS l USING (reform_task_id)
    ON CONFLICT DO NOTHING;
    INSERT INTO task_provision (reform_task_id, provision_id, confirmed)
    SELECT n.into_id, l.provision_id, l.confirmed FROM new_rows AS n JOIN task_provision AS l USING (reform_task_id)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_task_merge AFTER INSERT ON task_merge REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_task_merge();

CREATE FUNCTION level_of_law(law text) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE SET search_path = sandbox, pg_temp AS $$
SELECT e.level FROM law_ending AS e WHERE right(law_key(level_of_law.law), length(e.ending)) = law_key(e.ending)
ORDER BY length(e.ending) DESC, e.regime LIMIT 1 $$;

CREATE VIEW task_law WITH (security_invoker = true) AS
SELECT l.reform_task_id, p.law, bool_and(l.confirmed) AS confirmed
FROM task_provision AS l JOIN provision AS p USING (provision_id) GROUP BY l.reform_task_id, p.law;
COMMENT ON VIEW task_law IS 'the laws a reform task changes, whatever the articles';

-- Where a proposal names a law that is in a roadmap, however each of them is written: an article of it, or the law as a whole. A
-- provision without an article counts for every article of its law.
CREATE VIEW case_provision WITH (security_invoker = true) AS
SELECT l.case_file_id, l.item_no, p.provision_id, p.article IS NOT NULL AS is_exact
FROM (SELECT v.provision_id, v.article, law_identity(v.law) AS law, article_span(concat_ws(' ', v.law, v.article)) AS articles
    FROM provision AS v OFFSET 0) AS p
JOIN case_law AS l ON l.law = p.law
JOIN exemption_item AS i ON i.case_file_id = l.case_file_id AND i.item_no = l.item_no
WHERE p.article IS NULL AND p.articles IS NULL OR articles_meet(p.articles, p.article, l.articles, i.article);
COMMENT ON VIEW case_provision IS 'the provisions a proposal asks an exemption from, as far as they are in roadmaps';

GRANT EXECUTE ON FUNCTION own_task_ids TO sandbox_ministry;
GRANT EXECUTE ON FUNCTION task_today, level_of_law TO PUBLIC;
