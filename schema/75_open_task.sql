-- What everybody has to do is kept beside its facts, by the statement that changes a fact. count_open_tasks says what is kept
-- (74_open_task_count.sql); kept_open_task_drift counts everything anew and names each difference.

-- Counts the tasks of cases anew. Two acts on one case are counted one after the other: whoever changes a fact of a case has
-- the head of its log by then, and keeps it. Who changes what many cases count by holds them all off (hold_deadlines,
-- hold_grants), and finds them here.
CREATE FUNCTION keep_open_tasks(cases bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET plan_cache_mode = force_generic_plan
    SET jit = off AS $$
DECLARE stages text[]; counted kept_open_task[] := '{}'; has_objection boolean;
BEGIN
    IF coalesce(cases, '{}') = '{}' THEN
        RETURN;
    END IF;
    LOCK TABLE public_holiday IN ROW SHARE MODE;
    LOCK TABLE kept_grant IN ROW EXCLUSIVE MODE;
    stages := ARRAY(SELECT DISTINCT c.stage::text FROM case_file AS c WHERE c.case_file_id = ANY (cases));
    IF stages && '{draft,filed}' THEN
        counted := counted || ARRAY(SELECT t FROM count_proposal_tasks() AS t WHERE t.case_file_id = ANY (cases));
    END IF;
    IF stages && '{received,consulting}' THEN
        counted := counted || ARRAY(SELECT t FROM count_proceeding_tasks() AS t WHERE t.case_file_id = ANY (cases));
    END IF;
    IF stages && '{filed,received,consulting}' THEN
        counted := counted || ARRAY(SELECT t FROM count_desk_tasks() AS t WHERE t.case_file_id = ANY (cases));
    END IF;
    IF EXISTS (SELECT FROM kept_deadline AS d
        WHERE d.case_file_id = ANY (cases) AND d.ended_on IS NULL) THEN
        counted := counted || ARRAY(SELECT t FROM count_deadline_tasks() AS t WHERE t.case_file_id = ANY (cases));
    END IF;
    -- A case that was returned wrongly may be back where nothing but a proposal is expected.
    has_objection := EXISTS (SELECT FROM objection AS o WHERE o.case_file_id = ANY (cases));
    IF has_objection THEN
        counted := counted || ARRAY(SELECT t FROM count_objection_tasks() AS t WHERE t.case_file_id = ANY (cases));
    END IF;
    IF NOT stages <@ '{draft,filed}' AND EXISTS (SELECT FROM decision AS d WHERE d.case_file_id = ANY (cases)) THEN
        IF EXISTS (SELECT FROM exemption_grant AS g WHERE g.case_file_id = ANY (cases)) THEN
            counted := counted || ARRAY(SELECT t FROM count_grant_tasks() AS t WHERE t.case_file_id = ANY (cases))
                || ARRAY(SELECT t FROM count_preparing_tasks() AS t WHERE t.case_file_id = ANY (cases));
            IF EXISTS (SELECT FROM grant_act AS a WHERE a.case_file_id = ANY (cases)) THEN
                counted := counted || ARRAY(SELECT t FROM count_supervision_tasks() AS t
                    WHERE t.case_file_id = ANY (cases));
            END IF;
        END IF;
        IF EXISTS (SELECT FROM decision AS d JOIN condition AS k USING (decision_id) WHERE d.case_file_id = ANY (cases)) THEN
            counted := counted || ARRAY(SELECT t FROM count_condition_tasks() AS t WHERE t.case_file_id = ANY (cases));
        END IF;
    END IF;
    IF has_objection OR NOT stages <@ '{draft,filed}' THEN
        counted := counted || ARRAY(SELECT t FROM count_paper_tasks() AS t WHERE t.case_file_id = ANY (cases));
    END IF;
    DELETE FROM kept_open_task AS k WHERE k.case_file_id = ANY (cases)
        AND (k.case_file_id, k.task, k.subject_id, k.from_on)
            NOT IN (SELECT t.case_file_id, t.task, t.subject_id, t.from_on FROM unnest(counted) AS t);
    INSERT INTO kept_open_task AS k SELECT t.* FROM unnest(counted) AS t
    ON CONFLICT ON CONSTRAINT kept_open_task_pkey DO UPDATE
    SET (until_on, regime, beside, waiting_on, organisation_id, since, subject_no, due_on, late_on, sorts_on) = (excluded.until_on,
        excluded.regime, excluded.beside, excluded.waiting_on, excluded.organisation_id, excluded.since, excluded.subject_no,
        excluded.due_on, excluded.late_on, excluded.sorts_on)
    WHERE k IS DISTINCT FROM excluded;
END $$;

-- Cases of tracks that a committee decides from now on, or none any more.
CREATE FUNCTION keep_tasks_of_tracks(regime text, tracks text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF tracks <> '{}' THEN
        PERFORM hold_grants();
        PERFORM keep_open_tasks(ARRAY(SELECT c.case_file_id FROM case_file AS c
            WHERE c.regime = keep_tasks_of_tracks.regime AND c.track = ANY (tracks) AND c.stage = 'consulting'));
    END IF;
END $$;

-- Conditions that are due on days of a calendar that were changed, or that were due too late for their grant. Who changes the
-- days holds acts off.
CREATE FUNCTION keep_condition_tasks(calendar text, days daterange) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM keep_open_tasks(ARRAY(
        SELECT t.case_file_id FROM kept_open_task AS t JOIN regime AS z ON z.regime = t.regime
        WHERE z.calendar = keep_condition_tasks.calendar AND t.task IN ('submit-evidence', 'see-to-condition')
            AND t.due_on <@ days
        UNION SELECT g.case_file_id FROM kept_grant AS g JOIN regime AS z ON z.regime = g.regime
        WHERE z.calendar = keep_condition_tasks.calendar AND g.last_on <@ daterange(lower(days) - 30, upper(days))));
END $$;

-- The cases of a regime whose grants, papers and insurances go by other words from now on.
CREATE FUNCTION keep_tasks_of_words(regime text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM hold_grants();
    PERFORM keep_open_tasks(ARRAY(SELECT c.case_file_id FROM case_file AS c WHERE c.regime = keep_tasks_of_words.regime
        AND c.origin = 'filed' AND c.stage NOT IN ('draft', 'filed', 'withdrawn')));
END $$;

-- What everybody has to do today.
CREATE VIEW open_task_today WITH (security_invoker = true) AS
SELECT t.case_file_id, t.task::text, t.subject_id, t.beside, t.waiting_on::text, t.organisation_id, t.since, t.subject_no,
    t.due_on, t.late_on
FROM (SELECT g.regime, (now() AT TIME ZONE g.time_zone)::date AS today FROM regime AS g) AS z
JOIN kept_open_task AS t ON t.regime = z.regime AND t.until_on >= z.today AND t.from_on <= z.today;
COMMENT ON VIEW open_task_today IS
    'who has to act today: waiting_on, the organisation (NULL: the desk, or a committee), the task, since when and by when';

-- The open tasks that are kept otherwise than the facts come to; both last days, where they differ.
CREATE FUNCTION kept_open_task_drift() RETURNS TABLE (case_file_id bigint, task text, kept_due_on date, due_on date)
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp SET jit = off AS $$
SELECT coalesce(k.case_file_id, t.case_file_id), coalesce(k.task, t.task)::text, k.due_on, t.due_on FROM count_open_tasks() AS t
FULL JOIN kept_open_task AS k ON k.case_file_id = t.case_file_id AND k.task = t.task AND k.subject_id = t.subject_id
    AND k.from_on = t.from_on
WHERE k IS DISTINCT FROM t $$;
GRANT EXECUTE ON FUNCTION has_day_without_rule TO PUBLIC;
GRANT EXECUTE ON FUNCTION desk_due_on, count_proposal_tasks, count_proceeding_tasks, count_desk_tasks, count_objection_tasks,
    count_deadline_tasks, count_grant_tasks, count_preparing_tasks, count_supervision_tasks, count_condition_tasks,
    renewed_certificate_at, count_paper_tasks, count_open_tasks, kept_open_task_drift
    TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
