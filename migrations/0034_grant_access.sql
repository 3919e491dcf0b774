-- Who sees grants and acts upon them, what waits for whom, and how it is booked.

DO $$
DECLARE
    table_name text;
    everybody text := 'sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor, '
        'sandbox_operator, sandbox_public';
BEGIN
    FOREACH table_name IN ARRAY ARRAY['grant_track', 'grant_basis', 'insurance_minimum', 'revocation_ground',
        'grant_transition', 'certificate_counter', 'exemption_grant', 'grant_act', 'insurance', 'insurance_cover',
        'trial_report', 'report_problem', 'report_condition', 'revision_plan']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
        EXECUTE format('CREATE POLICY %I ON %I TO sandbox_owner USING (true) WITH CHECK (true)',
            table_name || '_owner', table_name);
    END LOOP;
    -- The law is public.
    FOREACH table_name IN ARRAY ARRAY['grant_track', 'grant_basis', 'insurance_minimum', 'revocation_ground',
        'grant_transition']
    LOOP
        EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO PUBLIC USING (true)', table_name || '_everyone', table_name);
        EXECUTE format('GRANT SELECT ON %I TO %s', table_name, everybody);
    END LOOP;
    -- A grant is seen by whoever sees its case.
    FOREACH table_name IN ARRAY ARRAY['exemption_grant', 'grant_act', 'insurance', 'insurance_cover', 'trial_report',
        'report_problem', 'report_condition', 'revision_plan']
    LOOP
        EXECUTE format($policy$
            CREATE POLICY %1$s_staff ON %1$s FOR SELECT TO sandbox_desk, sandbox_analyst, sandbox_auditor
                USING ((SELECT acting_group() IN ('sandbox_desk', 'sandbox_analyst', 'sandbox_auditor')))$policy$, table_name);
        EXECUTE format($policy$
            CREATE POLICY %1$s_reader ON %1$s FOR SELECT TO sandbox_company, sandbox_ministry
                USING ((SELECT acting_group() IS NOT NULL)
                    AND EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = %1$s.case_file_id))$policy$, table_name);
        EXECUTE format('GRANT SELECT ON %I TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, '
            'sandbox_auditor', table_name);
    END LOOP;
    -- Each act is somebody's, as grant_transition has it; the guard says whether it is possible now.
    FOREACH table_name IN ARRAY ARRAY['company', 'ministry', 'desk'] LOOP
        EXECUTE format($policy$
            CREATE POLICY grant_act_%1$s ON grant_act FOR INSERT TO sandbox_%1$s
                WITH CHECK ((SELECT acting_group() = 'sandbox_%1$s')
                    AND EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = grant_act.case_file_id)
                    AND EXISTS (SELECT FROM grant_transition AS t
                        WHERE t.act = grant_act.act AND t.group_role = 'sandbox_%1$s'))$policy$, table_name);
    END LOOP;
    FOREACH table_name IN ARRAY ARRAY['insurance', 'insurance_cover', 'trial_report', 'report_problem', 'report_condition']
    LOOP
        EXECUTE format($policy$
            CREATE POLICY %1$s_company ON %1$s FOR INSERT TO sandbox_company
                WITH CHECK ((SELECT acting_group() = 'sandbox_company')
                    AND EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = %1$s.case_file_id))$policy$, table_name);
    END LOOP;
END
$$;
CREATE POLICY certificate_counter_auditor ON certificate_counter FOR SELECT TO sandbox_auditor
    USING ((SELECT acting_group() = 'sandbox_auditor'));
GRANT SELECT ON certificate_counter TO sandbox_auditor;
CREATE POLICY revision_plan_ministry ON revision_plan FOR INSERT TO sandbox_ministry
    WITH CHECK ((SELECT acting_group() = 'sandbox_ministry')
        AND EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = revision_plan.case_file_id));

GRANT INSERT (exemption_grant_id, case_file_id, act, on_day, text, label, about_no, amount, insured, successor_case_id,
    attachment_id) ON grant_act TO sandbox_company;
GRANT INSERT (exemption_grant_id, case_file_id, act, on_day, text, label, until_on, finding, step, level)
    ON grant_act TO sandbox_ministry;
GRANT INSERT (exemption_grant_id, case_file_id, act, on_day, text, label, about_no, ground, until_on, months)
    ON grant_act TO sandbox_desk;
GRANT INSERT ON insurance, insurance_cover, trial_report, report_problem, report_condition TO sandbox_company;
GRANT INSERT ON revision_plan TO sandbox_ministry;

-- When each condition of a grant is due: its rule, counted as the law counts. One that recurs is due again after each
-- piece of evidence that was not rejected. Before the event that it hangs on has come, no day is known.
--   is_owed     something is still to be done about it, or again
CREATE VIEW condition_due WITH (security_invoker = true) AS
SELECT k.decision_id, k.condition_no, k.case_file_id, k.phase, k.responsible, s.state AS grant_state, s.granted_on, s.today,
    d.due_on, o.is_owed, o.is_owed AND coalesce(d.due_on < s.today, false) AS is_overdue
FROM exemption_grant AS g
JOIN condition_state AS k ON k.decision_id = g.decision_id
JOIN regime AS z ON z.regime = g.regime
CROSS JOIN LATERAL grant_of(g.exemption_grant_id) AS s
CROSS JOIN LATERAL due_parts(k.due) AS p
CROSS JOIN LATERAL (SELECT count(*)::integer AS filed FROM condition_evidence AS e
    WHERE p.kind = 'every' AND e.decision_id = k.decision_id AND e.condition_no = k.condition_no
        AND e.is_confirmed IS DISTINCT FROM false) AS e
CROSS JOIN LATERAL (SELECT CASE WHEN p.kind = 'every' OR p.event = 'commencement' THEN s.commenced_on
    WHEN p.event = 'grant' THEN s.granted_on WHEN p.event = 'end' THEN s.last_on END AS day) AS f
CROSS JOIN LATERAL (SELECT CASE p.kind WHEN 'on' THEN p.day WHEN 'before' THEN f.day
    ELSE (SELECT c.due_on FROM count_period(z.calendar, NULL, f.day, NULL, 'civil', p.length * (1 + e.filed),
        CASE p.unit WHEN 'days' THEN 'day' ELSE 'month' END, 0, NULL, NULL, NULL, NULL) AS c WHERE f.day IS NOT NULL)
    END AS due_on OFFSET 0) AS d
CROSS JOIN LATERAL (SELECT CASE WHEN p.kind = 'every' THEN s.is_in_force AND coalesce(d.due_on <= coalesce(s.last_on, 'infinity'), false)
    ELSE k.state IN ('open', 'rejected') AND (s.is_in_force OR k.phase = 'after') END AS is_owed) AS o;
COMMENT ON VIEW condition_due IS 'the day each condition of a grant is due, and whether it is owed and overdue';
GRANT SELECT ON condition_due TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;

-- What a grant waits for.
CREATE VIEW grant_turn WITH (security_invoker = true) AS
SELECT g.case_file_id, 'ministry' AS waiting_on, c.organisation_id, 'plan' AS task, c.started_at AS since,
    NULL::smallint AS subject_no, clock_due(c.clock_id, NULL, NULL) AS due_on
FROM exemption_grant AS g
JOIN clock AS c ON c.case_file_id = g.case_file_id AND c.ended_on IS NULL
JOIN clock_rule AS r ON r.clock_rule_id = c.clock_rule_id AND 'revision-planned' = ANY (r.ends_on)
UNION ALL
SELECT a.case_file_id, 'ministry', c.organisation_id, 'find', a.recorded_at, a.act_no, NULL
FROM grant_act AS a
JOIN clock AS c ON c.case_file_id = a.case_file_id AND c.subject = 'revision' AND c.subject_id = a.grant_act_id
    AND c.owed_by = 'ministry'
CROSS JOIN LATERAL grant_of(a.exemption_grant_id) AS s
WHERE a.act = 'request-revision' AND s.is_in_force AND NOT EXISTS (SELECT FROM grant_act AS f
    WHERE f.exemption_grant_id = a.exemption_grant_id AND f.act = 'find' AND f.organisation_id = c.organisation_id)
UNION ALL
SELECT a.case_file_id, 'desk', NULL, 'confirm', a.recorded_at, a.act_no, NULL
FROM grant_act AS a CROSS JOIN LATERAL grant_of(a.exemption_grant_id) AS s
WHERE a.act = 'insure' AND s.is_in_force AND NOT EXISTS (SELECT FROM grant_act AS k
    WHERE k.exemption_grant_id = a.exemption_grant_id
        AND (k.act = 'confirm' AND k.about_no = a.act_no OR k.act = 'insure' AND k.act_no > a.act_no))
UNION ALL
SELECT a.case_file_id, 'desk', NULL, 'extend', a.recorded_at, a.act_no, s.end_on
FROM grant_act AS a CROSS JOIN LATERAL grant_of(a.exemption_grant_id) AS s
WHERE a.act = 'ask-extension' AND s.state IN ('preparing', 'running', 'suspended') AND NOT EXISTS (SELECT FROM grant_act AS k
    WHERE k.exemption_grant_id = a.exemption_grant_id AND k.act IN ('extend', 'refuse-extension'))
UNION ALL
SELECT d.case_file_id, 'applicant', c.company_id, 'fulfil', d.granted_on::timestamp AT TIME ZONE z.time_zone, d.condition_no,
    d.due_on
FROM condition_due AS d JOIN case_file AS c USING (case_file_id) JOIN regime AS z USING (regime)
WHERE d.is_owed AND d.responsible IS DISTINCT FROM 'ministry' AND d.responsible IS DISTINCT FROM 'desk'
    AND (d.due_on <= d.today + 30 OR d.phase = 'before' AND d.grant_state = 'preparing')
UNION ALL
SELECT k.case_file_id, 'desk', NULL, 'review', k.state_since, k.condition_no, NULL
FROM condition_state AS k WHERE k.state = 'submitted'
UNION ALL
SELECT c.case_file_id, 'ministry', c.organisation_id, 'opine', c.started_at, k.condition_no, clock_due(c.clock_id, NULL, NULL)
FROM clock AS c JOIN condition_change AS k ON k.condition_change_id = c.subject_id
WHERE c.ended_on IS NULL AND c.subject = 'change'
UNION ALL
SELECT k.case_file_id, 'desk', NULL, 'rule', k.asked_at, k.condition_no, NULL
FROM condition_change AS k JOIN case_file AS f USING (case_file_id)
WHERE k.is_accepted IS NULL AND NOT EXISTS (SELECT FROM clock AS c
    WHERE c.case_file_id = k.case_file_id AND c.subject = 'change' AND c.subject_id = k.condition_change_id
        AND c.ended_on IS NULL AND clock_due(c.clock_id, NULL, NULL) >= authority_date(f.regime));
COMMENT ON VIEW grant_turn IS 'who has to act on a grant now, like case_turn; due_on: by when, where the law says';
GRANT SELECT ON grant_turn TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;

-- Every grant in force, or of which nobody knows, with its end, and when the law that it waits for is expected to be in force: the day of arrival, or
-- the last forecast of that milestone, while it lies ahead. Of several tasks the latest counts; one without any day, or
-- whose day went by without arrival, leaves it unknown. A task that was merged is measured by the one that continues it.
CREATE FUNCTION grant_outlook(on_day date DEFAULT NULL) RETURNS TABLE (
    exemption_grant_id bigint, case_file_id bigint, state text, reason text, today date, end_on date, last_on date,
    level text, tasks text[], forecast_on date, gap_days integer
)
    LANGUAGE sql STABLE PARALLEL RESTRICTED
BEGIN ATOMIC
    SELECT s.exemption_grant_id, s.case_file_id, s.state, s.reason, s.today, s.end_on, s.last_on, s.level, t.tasks,
        t.forecast_on, t.forecast_on - coalesce(s.last_on, greatest(s.end_on, s.today))
    FROM grant_state(grant_outlook.on_day) AS s
    LEFT JOIN (
        SELECT c.case_file_id, array_agg(r.reference ORDER BY t.reform_task_id) AS tasks,
            CASE WHEN bool_and(f.forecast_on IS NOT NULL) THEN max(f.forecast_on) END AS forecast_on
        FROM case_task AS c JOIN reform_task AS t ON t.reform_task_id = c.reform_task_id
        LEFT JOIN LATERAL (SELECT min(r.roadmap || '/' || e.task_no) AS reference
            FROM roadmap_entry AS e JOIN roadmap AS r ON r.roadmap_id = e.roadmap_id
            WHERE e.reform_task_id = t.reform_task_id) AS r ON true
        LEFT JOIN (SELECT m.reform_task_id, coalesce(m.actual_to, CASE WHEN m.forecast_to >= m.as_of THEN m.forecast_to
                WHEN m.forecast IS NULL AND m.promised_to >= m.as_of THEN m.promised_to END) AS forecast_on
            FROM milestone_at(grant_outlook.on_day) AS m WHERE m.kind = 'in-force') AS f ON f.reform_task_id = t.reform_task_id
        WHERE t.status <> 'dropped'
        GROUP BY c.case_file_id
    ) AS t ON t.case_file_id = s.case_file_id
    WHERE s.is_in_force OR s.state = 'unrecorded';
END;
GRANT EXECUTE ON FUNCTION grant_outlook TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;

DO $$
DECLARE
    booked record;
    arguments text;
BEGIN
    FOR booked IN SELECT * FROM (VALUES
        ('exemption_grant', 'grant', ARRAY['exemption_grant_id']),
        ('grant_act', 'grant-act', ARRAY['exemption_grant_id', 'act_no']),
        ('insurance', 'insurance', ARRAY['grant_act_id']),
        ('insurance_cover', 'insurance', ARRAY['grant_act_id', 'cover']),
        ('trial_report', 'trial-report', ARRAY['grant_act_id']),
        ('report_problem', 'trial-report', ARRAY['grant_act_id', 'problem_no']),
        ('report_condition', 'trial-report', ARRAY['grant_act_id', 'condition_no']),
        ('revision_plan', 'revision-plan', ARRAY['grant_act_id'])
    ) AS b (table_name, insert_act, key_columns) LOOP
        arguments := format('(%L, %L, %L, %L, %s)', 'case_file_id', booked.insert_act, 'remove', 'remove',
            (SELECT string_agg(quote_literal(k), ', ') FROM unnest(booked.key_columns) AS k));
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows '
            'FOR EACH STATEMENT EXECUTE FUNCTION book_insert',
            booked.table_name || '_event_insert', booked.table_name) || arguments;
        EXECUTE format('CREATE TRIGGER %I AFTER UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION book_change',
            booked.table_name || '_event_change', booked.table_name) || arguments;
    END LOOP;
END
$$;

-- What was granted before there were grants; the other clocks of such a grant run already.
DO $$
DECLARE
    verdict record;
    granted exemption_grant;
BEGIN
    INSERT INTO exemption_grant (case_file_id, decision_id, regime, track, granted_on)
    SELECT d.case_file_id, d.decision_id, c.regime, c.track, d.decided_on
    FROM decision AS d JOIN case_file AS c USING (case_file_id) JOIN grant_track AS t USING (regime, track)
    WHERE c.origin = 'import' AND d.outcome IN ('granted', 'granted-with-conditions') ORDER BY d.decision_id;
    FOR verdict IN
        SELECT d.decision_id, d.case_file_id, d.decided_on, c.regime, c.track
        FROM decision AS d JOIN case_file AS c USING (case_file_id) JOIN grant_track AS t USING (regime, track)
        WHERE c.origin = 'filed' AND d.outcome IN ('granted', 'granted-with-conditions')
        ORDER BY d.decided_on, d.decision_id
    LOOP
        INSERT INTO exemption_grant (case_file_id, decision_id, regime, track, certificate, granted_on)
        VALUES (verdict.case_file_id, verdict.decision_id, verdict.regime, verdict.track,
            next_certificate(verdict.regime, verdict.track, extract(year FROM verdict.decided_on)::integer),
            verdict.decided_on)
        RETURNING * INTO granted;
        PERFORM begin_validity(granted, verdict.decided_on);
    END LOOP;
END
$$;
