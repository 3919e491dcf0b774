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
GRANT INSERT (exemption_grant_id, case_file_id, act, on_day, text, label, about_no, condition_no, ground, until_on, months)
    ON grant_act TO sandbox_desk;
GRANT INSERT ON insurance, insurance_cover, trial_report, report_problem, report_condition TO sandbox_company;
GRANT INSERT ON revision_plan TO sandbox_ministry;

-- What a grant waits for.
CREATE VIEW grant_turn WITH (security_invoker = true) AS
SELECT g.case_file_id, 'ministry' AS waiting_on, c.organisation_id, 'plan' AS task, c.started_at AS since,
    NULL::smallint AS subject_no, s.due_on
FROM exemption_grant AS g
JOIN clock AS c ON c.case_file_id = g.case_file_id AND c.ended_on IS NULL
JOIN clock_rule AS r ON r.clock_rule_id = c.clock_rule_id AND 'revision-planned' = ANY (r.ends_on)
JOIN LATERAL (SELECT k.due_on FROM clock_state() AS k WHERE k.clock_id = c.clock_id OFFSET 0) AS s ON true
UNION ALL
SELECT a.case_file_id, 'ministry', c.organisation_id, 'find', a.recorded_at, a.act_no, NULL
FROM grant_act AS a
JOIN clock AS c ON c.case_file_id = a.case_file_id AND c.subject = 'revision' AND c.subject_id = a.grant_act_id
    AND c.owed_by = 'ministry'
JOIN LATERAL (SELECT g.state, g.is_in_force, g.end_on FROM grant_state() AS g
    WHERE g.exemption_grant_id = a.exemption_grant_id OFFSET 0) AS s ON true
WHERE a.act = 'request-revision' AND s.is_in_force AND NOT EXISTS (SELECT FROM grant_act AS f
    WHERE f.exemption_grant_id = a.exemption_grant_id AND f.act = 'find' AND f.organisation_id = c.organisation_id)
UNION ALL
SELECT a.case_file_id, 'desk', NULL, 'confirm', a.recorded_at, a.act_no, NULL
FROM grant_act AS a JOIN LATERAL (SELECT g.state, g.is_in_force, g.end_on FROM grant_state() AS g
    WHERE g.exemption_grant_id = a.exemption_grant_id OFFSET 0) AS s ON true
WHERE a.act = 'insure' AND s.is_in_force AND NOT EXISTS (SELECT FROM grant_act AS k
    WHERE k.exemption_grant_id = a.exemption_grant_id
        AND (k.act = 'confirm' AND k.about_no = a.act_no OR k.act = 'insure' AND k.act_no > a.act_no))
UNION ALL
SELECT a.case_file_id, 'desk', NULL, 'extend', a.recorded_at, a.act_no, s.end_on
FROM grant_act AS a JOIN LATERAL (SELECT g.state, g.is_in_force, g.end_on FROM grant_state() AS g
    WHERE g.exemption_grant_id = a.exemption_grant_id OFFSET 0) AS s ON true
WHERE a.act = 'ask-extension' AND s.state IN ('preparing', 'running', 'suspended') AND NOT EXISTS (SELECT FROM grant_act AS k
    WHERE k.exemption_grant_id = a.exemption_grant_id AND k.act IN ('extend', 'refuse-extension'));
COMMENT ON VIEW grant_turn IS 'who has to act on a grant now, like case_turn; due_on: by when, where the law says';
GRANT SELECT ON grant_turn TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;

-- Every grant in force with its end, and when the law that it waits for is expected to be in force: the day that is known,
-- or the last day its roadmap promises. Of several tasks the latest counts; one without any day leaves it unknown.
CREATE FUNCTION grant_outlook(on_day date DEFAULT NULL) RETURNS TABLE (
    exemption_grant_id bigint, case_file_id bigint, state text, reason text, today date, end_on date, last_on date,
    tasks text[], forecast_on date, gap_days integer
)
    LANGUAGE sql STABLE PARALLEL RESTRICTED
BEGIN ATOMIC
    SELECT s.exemption_grant_id, s.case_file_id, s.state, s.reason, s.today, s.end_on, s.last_on, t.tasks, t.forecast_on,
        t.forecast_on - coalesce(s.last_on, greatest(s.end_on, s.today))
    FROM grant_state(grant_outlook.on_day) AS s
    LEFT JOIN LATERAL (
        SELECT array_agg(f.reference ORDER BY f.reform_task_id) AS tasks,
            CASE WHEN bool_and(f.forecast_on IS NOT NULL) THEN max(f.forecast_on) END AS forecast_on
        FROM (
            SELECT t.reform_task_id, min(r.roadmap || '/' || e.task_no) AS reference,
                coalesce(t.in_force_on, max(e.target_to)) AS forecast_on
            FROM case_task AS c JOIN reform_task AS t ON t.reform_task_id = c.reform_task_id
            LEFT JOIN roadmap_entry AS e ON e.reform_task_id = t.reform_task_id
            LEFT JOIN roadmap AS r ON r.roadmap_id = e.roadmap_id
            WHERE c.case_file_id = s.case_file_id AND t.status NOT IN ('dropped', 'merged', 'superseded')
            GROUP BY t.reform_task_id, t.in_force_on
        ) AS f
    ) AS t ON true
    WHERE s.is_in_force;
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

-- What was granted before there were grants: their clocks run from the day of the decision, and those without a clock of
-- their validity get one.
DO $$
DECLARE
    verdict record;
BEGIN
    FOR verdict IN
        SELECT d.decision_id, d.case_file_id, d.decided_on, c.regime, c.track, t.validity_rule
        FROM decision AS d JOIN case_file AS c USING (case_file_id) JOIN grant_track AS t USING (regime, track)
        WHERE c.origin = 'filed' AND d.outcome IN ('granted', 'granted-with-conditions')
        ORDER BY d.decided_on, d.decision_id
    LOOP
        IF NOT EXISTS (SELECT FROM clock AS k JOIN clock_rule AS r USING (clock_rule_id)
            WHERE k.case_file_id = verdict.case_file_id AND r.rule = verdict.validity_rule)
        THEN
            PERFORM start_clocks('granted', verdict.case_file_id, verdict.decision_id, NULL, verdict.decided_on);
        END IF;
        INSERT INTO exemption_grant (case_file_id, decision_id, regime, track, certificate, granted_on, validity_clock_id)
        SELECT verdict.case_file_id, verdict.decision_id, verdict.regime, verdict.track,
            next_certificate(verdict.regime, verdict.track, extract(year FROM verdict.decided_on)::integer),
            verdict.decided_on, k.clock_id
        FROM clock AS k JOIN clock_rule AS r USING (clock_rule_id)
        WHERE k.case_file_id = verdict.case_file_id AND r.rule = verdict.validity_rule;
    END LOOP;
END
$$;
