-- Who has to act, and from when until when. Each row is one thing that one organisation has to do; a case that waits for two
-- ministries has two. count_open_tasks says what is kept; kept_open_task_drift counts everything anew and names each difference.
--
-- What follows from the date alone is a row with its days: a meeting is the committee's until its day and the desk's from then on.
-- The parts are functions of their own, so that an act plans only those that can concern its case. Their constants have types:
-- a function that is dumped and restored has to read the same.

-- The first of the desk's deadlines that run on a case: always one row, in FROM, where it is planned with the query around it.
CREATE FUNCTION desk_due_on(case_file_id bigint) RETURNS SETOF date LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT min(x.due_on) FROM kept_deadline AS x
    WHERE x.case_file_id = desk_due_on.case_file_id AND x.ended_on IS NULL AND x.owed_by IN ('desk', 'committee');
END;

-- A proposal that was not received yet. Nothing runs before that, and no committee has it.
CREATE FUNCTION count_proposal_tasks() RETURNS SETOF kept_open_task
    LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT c.case_file_id,
        CASE WHEN c.stage = 'draft' THEN 'file' WHEN s.supplement_id IS NULL THEN 'receive' ELSE 'answer' END,
        coalesce(s.supplement_id, c.case_file_id), '-infinity'::date, 'infinity'::date, c.regime, false,
        CASE WHEN c.stage = 'draft' OR s.supplement_id IS NOT NULL THEN 'applicant' ELSE 'desk' END,
        CASE WHEN c.stage = 'draft' OR s.supplement_id IS NOT NULL THEN c.company_id END,
        coalesce(s.asked_at, c.stage_since), s.supplement_no, s.due_on
    FROM case_file AS c
    LEFT JOIN supplement AS s ON s.case_file_id = c.case_file_id AND s.answered_at IS NULL AND c.stage = 'filed'
    WHERE c.stage IN ('draft', 'filed');
END;

-- A case between reception and decision. One on an agenda waits for it until the day of the meeting; one in mediation waits
-- for the council.
CREATE FUNCTION count_proceeding_tasks() RETURNS SETOF kept_open_task
    LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT c.case_file_id, 'answer'::text, s.supplement_id, '-infinity'::date, 'infinity'::date, c.regime, false, 'applicant'::text,
        c.company_id, s.asked_at, s.supplement_no, s.due_on
    FROM case_file AS c JOIN supplement AS s USING (case_file_id)
    WHERE s.answered_at IS NULL AND c.stage IN ('received', 'consulting')
    UNION ALL SELECT c.case_file_id, 'reply'::text, k.consultation_id, '-infinity'::date, 'infinity'::date, c.regime, false, 'ministry'::text,
        k.ministry_id, k.sent_at, k.round, (SELECT min(x.due_on) FROM kept_deadline AS x
            WHERE x.case_file_id = k.case_file_id AND x.ended_on IS NULL AND x.subject = 'consultation'
                AND x.subject_id = k.consultation_id)
    FROM case_file AS c JOIN consultation AS k USING (case_file_id)
    WHERE k.replied_at IS NULL AND c.stage = 'consulting'
        AND NOT EXISTS (SELECT FROM supplement AS s
            WHERE s.case_file_id = c.case_file_id AND s.asked_by_id = k.ministry_id AND s.answered_at IS NULL)
    UNION ALL SELECT c.case_file_id, CASE WHEN c.stage = 'received' THEN 'consult'
            WHEN EXISTS (SELECT FROM track_committee AS b WHERE b.regime = c.regime AND b.track = c.track) THEN 'table'
            ELSE 'decide' END,
        c.case_file_id, '-infinity'::date, 'infinity'::date, c.regime, false, 'desk'::text, NULL::bigint,
        CASE c.stage WHEN 'received' THEN c.stage_since
            ELSE (SELECT max(k.replied_at) FROM consultation AS k WHERE k.case_file_id = c.case_file_id) END,
        NULL::smallint, e.due_on
    FROM case_file AS c CROSS JOIN LATERAL desk_due_on(c.case_file_id) AS e (due_on)
    WHERE c.stage IN ('received', 'consulting')
        AND (c.stage = 'received' OR NOT EXISTS (SELECT FROM consultation AS k
            WHERE k.case_file_id = c.case_file_id AND k.replied_at IS NULL))
        AND NOT EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = c.case_file_id AND s.answered_at IS NULL)
        AND NOT EXISTS (SELECT FROM agenda_item AS i WHERE i.case_file_id = c.case_file_id AND i.closed_at IS NULL)
        AND NOT EXISTS (SELECT FROM mediation AS m WHERE m.case_file_id = c.case_file_id AND m.ended_on IS NULL)
    UNION ALL SELECT c.case_file_id, 'mediate'::text, m.mediation_no, '-infinity'::date, 'infinity'::date, c.regime, false,
        'committee'::text, NULL::bigint, m.begun_on::timestamp AT TIME ZONE z.time_zone, m.mediation_no, NULL::date
    FROM case_file AS c JOIN mediation AS m USING (case_file_id) JOIN regime AS z ON z.regime = c.regime
    WHERE m.ended_on IS NULL AND c.stage IN ('received', 'consulting')
    UNION ALL SELECT c.case_file_id, t.task, i.agenda_item_id, t.from_on, t.until_on, c.regime, false, t.waiting_on, NULL::bigint,
        i.tabled_at, s.meeting_no, CASE t.waiting_on WHEN 'desk' THEN e.due_on END
    FROM case_file AS c JOIN agenda_item AS i USING (case_file_id) JOIN meeting AS s USING (meeting_id)
    CROSS JOIN LATERAL desk_due_on(c.case_file_id) AS e (due_on)
    CROSS JOIN LATERAL (VALUES ('committee', 'deliberate', '-infinity'::date, s.held_on - 1),
        ('desk', 'decide', s.held_on, 'infinity'::date)) AS t (waiting_on, task, from_on, until_on)
    WHERE i.closed_at IS NULL AND c.stage IN ('received', 'consulting');
END;

-- An objection to what was done. Nothing that was filed only can be objected to.
CREATE FUNCTION count_objection_tasks() RETURNS SETOF kept_open_task
    LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT c.case_file_id, 'answer-objection'::text, o.disposition_id, '-infinity'::date, 'infinity'::date, c.regime, false, 'desk'::text,
        NULL::bigint, o.filed_at, d.disposition_no, e.due_on
    FROM objection AS o JOIN disposition AS d USING (disposition_id, case_file_id) JOIN case_file AS c USING (case_file_id)
    CROSS JOIN LATERAL desk_due_on(c.case_file_id) AS e (due_on)
    WHERE o.ruling IS NULL AND c.stage NOT IN ('draft', 'filed');
END;

-- What a grant waits for. Where it is in force no more nobody is waited for; a report on the exit is owed from its end on.
CREATE FUNCTION count_grant_tasks() RETURNS SETOF kept_open_task
    LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT g.case_file_id, 'plan'::text, c.deadline_id, '-infinity'::date, 'infinity'::date, g.regime, true, 'ministry'::text,
        c.organisation_id, c.started_at, NULL::smallint, t.due_on
    FROM exemption_grant AS g JOIN deadline AS c ON c.case_file_id = g.case_file_id AND c.ended_on IS NULL
    JOIN kept_deadline AS t ON t.deadline_id = c.deadline_id
    JOIN deadline_rule AS r ON r.deadline_rule_id = c.deadline_rule_id AND 'revision-planned' = ANY (r.ends_on)
    UNION ALL SELECT a.case_file_id, 'record-finding'::text, c.deadline_id, '-infinity'::date, f.until_on, g.regime, true, 'ministry'::text,
        c.organisation_id, a.recorded_at, a.act_no, NULL::date
    FROM kept_grant AS g JOIN grant_act AS a ON a.case_file_id = g.case_file_id AND a.act = 'request-revision'
    JOIN deadline AS c ON c.case_file_id = a.case_file_id AND c.subject = 'revision' AND c.subject_id = a.grant_act_id
        AND c.owed_by = 'ministry'
    CROSS JOIN LATERAL (SELECT in_force_until(g.certificate, g.final_act, g.last_on) AS until_on) AS f
    WHERE f.until_on IS NOT NULL AND NOT EXISTS (SELECT FROM grant_act AS x
        WHERE x.exemption_grant_id = a.exemption_grant_id AND x.act = 'record-finding'
            AND x.organisation_id = c.organisation_id)
    UNION ALL SELECT a.case_file_id, 'confirm'::text, a.grant_act_id, '-infinity'::date, f.until_on, g.regime, true, 'desk'::text, NULL::bigint,
        a.recorded_at, a.act_no, e.due_on
    FROM kept_grant AS g JOIN grant_act AS a ON a.case_file_id = g.case_file_id AND a.act = 'insure'
    CROSS JOIN LATERAL desk_due_on(g.case_file_id) AS e (due_on)
    CROSS JOIN LATERAL (SELECT in_force_until(g.certificate, g.final_act, g.last_on) AS until_on) AS f
    WHERE f.until_on IS NOT NULL AND NOT EXISTS (SELECT FROM grant_act AS k
        WHERE k.exemption_grant_id = a.exemption_grant_id
            AND (k.act = 'confirm' AND k.about_no = a.act_no OR k.act = 'insure' AND k.act_no > a.act_no))
    UNION ALL SELECT a.case_file_id, 'extend'::text, a.grant_act_id, '-infinity'::date,
        CASE WHEN g.suspended_on IS NULL THEN least(g.end_on, f.until_on) ELSE f.until_on END, g.regime, true, 'desk'::text, NULL::bigint,
        a.recorded_at, a.act_no, coalesce(g.end_on, e.due_on)
    FROM kept_grant AS g JOIN grant_act AS a ON a.case_file_id = g.case_file_id AND a.act = 'ask-extension'
    CROSS JOIN LATERAL desk_due_on(g.case_file_id) AS e (due_on)
    CROSS JOIN LATERAL (SELECT in_force_until(g.certificate, g.final_act, g.last_on) AS until_on) AS f
    WHERE f.until_on IS NOT NULL AND NOT EXISTS (SELECT FROM grant_act AS k
        WHERE k.exemption_grant_id = a.exemption_grant_id AND k.act IN ('extend', 'refuse-extension'))
    UNION ALL SELECT g.case_file_id, 'exit-report'::text, t.deadline_id, d.over_on, 'infinity'::date, g.regime, true, 'desk'::text, NULL::bigint,
        d.over_on::timestamp AT TIME ZONE z.time_zone, NULL::smallint, coalesce(t.due_on, e.due_on)
    FROM exemption_grant AS g JOIN regime AS z ON z.regime = g.regime
    CROSS JOIN LATERAL desk_due_on(g.case_file_id) AS e (due_on)
    JOIN kept_deadline AS t ON t.case_file_id = g.case_file_id AND t.ended_on IS NULL
    JOIN deadline_rule AS r ON r.deadline_rule_id = t.deadline_rule_id AND 'exit-reported' = ANY (r.ends_on)
    CROSS JOIN LATERAL (SELECT t.started_on + CASE WHEN t.is_anchored THEN 1 ELSE 0 END AS over_on) AS d
    WHERE d.over_on IS NOT NULL;
END;

-- Conditions. Evidence is asked for thirty days before it is due; of what must be met before the trial, until it begins. A
-- change is ruled on when nobody may reply to it any more.
CREATE FUNCTION count_condition_tasks() RETURNS SETOF kept_open_task
    LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT d.case_file_id, 'submit-evidence'::text, d.condition_no, coalesce(lower(w.days), '-infinity'::date),
        CASE WHEN upper(w.days) < 'infinity' THEN upper(w.days) - 1 ELSE 'infinity'::date END, c.regime, true, 'applicant'::text,
        c.company_id, g.granted_on::timestamp AT TIME ZONE z.time_zone, d.condition_no, d.due_on
    FROM condition_due AS d JOIN case_file AS c ON c.case_file_id = d.case_file_id JOIN regime AS z ON z.regime = c.regime
    JOIN kept_grant AS g ON g.case_file_id = d.case_file_id
    CROSS JOIN LATERAL unnest(
        CASE WHEN d.due_on - 30 <= d.owed_until THEN datemultirange(daterange(d.due_on - 30, d.owed_until, '[]'))
            ELSE '{}' END
        + CASE WHEN d.phase = 'before' AND g.commenced_on IS NULL AND g.suspended_on IS NULL
            AND in_force_until(g.certificate, g.final_act, g.last_on) IS NOT NULL AND d.owed_until IS NOT NULL
            THEN datemultirange(daterange(NULL,
                least(g.end_on, in_force_until(g.certificate, g.final_act, g.last_on), d.owed_until), '[]'))
            ELSE '{}' END) AS w (days)
    WHERE d.responsible IS DISTINCT FROM 'ministry' AND d.responsible IS DISTINCT FROM 'desk'
    UNION ALL SELECT k.case_file_id, 'review'::text, k.condition_no, '-infinity'::date, 'infinity'::date, c.regime, true, 'desk'::text, NULL::bigint,
        k.state_since, k.condition_no, e.due_on
    FROM condition_state AS k JOIN case_file AS c USING (case_file_id)
    CROSS JOIN LATERAL desk_due_on(c.case_file_id) AS e (due_on) WHERE k.state = 'submitted'
    UNION ALL SELECT k.case_file_id, 'opine'::text, t.deadline_id, '-infinity'::date, 'infinity'::date, t.regime, true, 'ministry'::text,
        t.organisation_id, c.started_at, k.condition_no, t.due_on
    FROM kept_deadline AS t JOIN deadline AS c ON c.deadline_id = t.deadline_id
    JOIN condition_change AS k ON k.condition_change_id = t.subject_id
    WHERE t.ended_on IS NULL AND t.subject = 'change'
    UNION ALL SELECT k.case_file_id, 'rule'::text, k.condition_change_id, coalesce((SELECT max(t.due_on) + 1 FROM kept_deadline AS t
            WHERE t.case_file_id = k.case_file_id AND t.subject = 'change' AND t.subject_id = k.condition_change_id
                AND t.ended_on IS NULL), '-infinity'), 'infinity'::date, c.regime, true, 'desk'::text, NULL::bigint, k.asked_at, k.condition_no,
        e.due_on
    FROM condition_change AS k JOIN case_file AS c USING (case_file_id)
    CROSS JOIN LATERAL desk_due_on(c.case_file_id) AS e (due_on) WHERE k.is_accepted IS NULL;
END;

-- Every open task: what kept_open_task holds.
CREATE FUNCTION count_open_tasks() RETURNS SETOF kept_open_task LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT t.* FROM count_proposal_tasks() AS t UNION ALL SELECT t.* FROM count_proceeding_tasks() AS t
    UNION ALL SELECT t.* FROM count_objection_tasks() AS t UNION ALL SELECT t.* FROM count_grant_tasks() AS t
    UNION ALL SELECT t.* FROM count_condition_tasks() AS t;
END;

-- Counts the tasks of cases anew. Two acts on one case are counted one after the other: whoever changes a fact of a case has
-- the head of its log by then, and keeps it. Who changes what many cases count by holds them all off (hold_deadlines,
-- hold_grants), and finds them here.
CREATE FUNCTION keep_open_tasks(cases bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET plan_cache_mode = force_generic_plan
    SET jit = off AS $$
DECLARE stages text[]; counted kept_open_task[] := '{}';
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
    IF NOT stages <@ '{draft,filed}' AND EXISTS (SELECT FROM objection AS o WHERE o.case_file_id = ANY (cases)) THEN
        counted := counted || ARRAY(SELECT t FROM count_objection_tasks() AS t WHERE t.case_file_id = ANY (cases));
    END IF;
    IF NOT stages <@ '{draft,filed}' AND EXISTS (SELECT FROM decision AS d WHERE d.case_file_id = ANY (cases)) THEN
        IF EXISTS (SELECT FROM exemption_grant AS g WHERE g.case_file_id = ANY (cases)) THEN
            counted := counted || ARRAY(SELECT t FROM count_grant_tasks() AS t WHERE t.case_file_id = ANY (cases));
        END IF;
        IF EXISTS (SELECT FROM decision AS d JOIN condition AS k USING (decision_id) WHERE d.case_file_id = ANY (cases)) THEN
            counted := counted || ARRAY(SELECT t FROM count_condition_tasks() AS t WHERE t.case_file_id = ANY (cases));
        END IF;
    END IF;
    DELETE FROM kept_open_task AS k WHERE k.case_file_id = ANY (cases)
        AND (k.case_file_id, k.task, k.subject_id, k.from_on)
            NOT IN (SELECT t.case_file_id, t.task, t.subject_id, t.from_on FROM unnest(counted) AS t);
    INSERT INTO kept_open_task AS k SELECT t.* FROM unnest(counted) AS t
    ON CONFLICT ON CONSTRAINT kept_open_task_pkey DO UPDATE
    SET (until_on, regime, of_grant, waiting_on, organisation_id, since, subject_no, due_on) = (excluded.until_on,
        excluded.regime, excluded.of_grant, excluded.waiting_on, excluded.organisation_id, excluded.since, excluded.subject_no,
        excluded.due_on)
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
        WHERE z.calendar = keep_condition_tasks.calendar AND t.task = 'submit-evidence' AND t.due_on <@ days
        UNION SELECT g.case_file_id FROM kept_grant AS g JOIN regime AS z ON z.regime = g.regime
        WHERE z.calendar = keep_condition_tasks.calendar AND g.last_on <@ daterange(lower(days) - 30, upper(days))));
END $$;

-- What everybody has to do today.
CREATE VIEW open_task_today WITH (security_invoker = true) AS
SELECT t.case_file_id, t.task::text, t.subject_id, t.of_grant, t.waiting_on::text, t.organisation_id, t.since, t.subject_no,
    t.due_on
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
GRANT EXECUTE ON FUNCTION desk_due_on, count_proposal_tasks, count_proceeding_tasks, count_objection_tasks, count_grant_tasks,
    count_condition_tasks, count_open_tasks, kept_open_task_drift
    TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
