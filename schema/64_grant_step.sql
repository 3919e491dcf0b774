-- What acts on a grant, and what is written with them, start and end.

-- The deadlines that go with a grant which an act ends. What ends with the validity ends with it; where the law has changed, or
-- suffices as it is read, no plan for it is owed. Of a grant that is given up or revoked the report that was to follow the end of
-- the validity follows the real end: its period falls away and begins anew from the day of the act. Where a permit or another
-- grant takes its place, or none is needed, no revision of the law waits for the result. A report on the exit that would be owed with the end of the validity is owed from now on, where the law says so.
CREATE FUNCTION end_grant_deadlines(a grant_act, decision_id bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    ended_early boolean := (SELECT s.end_on >= a.on_day FROM grant_of(a.exemption_grant_id, a.on_day) AS s);
    reports bigint[] := ARRAY(SELECT c.deadline_id FROM deadline AS c JOIN deadline_rule AS r USING (deadline_rule_id)
        WHERE c.case_file_id = a.case_file_id AND c.ended_on IS NULL AND 'result-reported' = ANY (r.ends_on));
BEGIN
    UPDATE deadline AS c SET ended_on = a.on_day, ended_at = now(), ended_by = CASE a.act WHEN 'revoke' THEN 'revoked'
        WHEN 'graduate' THEN 'graduated' WHEN 'record-interpretation' THEN 'interpreted' WHEN 'convert' THEN 'converted'
        ELSE 'renounced' END
    FROM deadline_rule AS r
    WHERE c.case_file_id = a.case_file_id AND c.ended_on IS NULL AND r.deadline_rule_id = c.deadline_rule_id
        AND ('expired' = ANY (r.ends_on) OR 'result-reported' = ANY (r.ends_on) AND ended_early
            OR 'revision-planned' = ANY (r.ends_on) AND a.act IN ('graduate', 'record-interpretation'));
    IF ended_early AND a.act IN ('renounce', 'revoke') THEN
        INSERT INTO deadline AS c (case_file_id, deadline_no, deadline_rule_id, subject, subject_id, owed_by, organisation_id,
            started_on, promised_on)
        SELECT d.case_file_id, (SELECT max(x.deadline_no) FROM deadline AS x WHERE x.case_file_id = d.case_file_id)
                + row_number() OVER (ORDER BY d.deadline_no), d.deadline_rule_id, d.subject, d.subject_id, d.owed_by,
            d.organisation_id, a.on_day, p.due_on
        FROM deadline AS d JOIN deadline_rule AS r USING (deadline_rule_id) JOIN regime AS g ON g.regime = r.regime
        CROSS JOIN LATERAL count_period(g.calendar, NULL, a.on_day, NULL, r.counting, r.length, r.unit, 0, r.extension_unit,
            r.cap_length, r.cap_unit, NULL) AS p
        WHERE d.deadline_id = ANY (reports);
    END IF;
    IF ended_early THEN
        PERFORM start_deadlines('exit', a.case_file_id, end_grant_deadlines.decision_id, NULL, a.on_day);
        UPDATE deadline AS c SET ended_on = a.on_day, ended_at = now(), ended_by = 'exit' FROM deadline_rule AS r
        WHERE c.case_file_id = a.case_file_id AND c.subject_id = end_grant_deadlines.decision_id AND c.ended_on IS NULL
            AND r.deadline_rule_id = c.deadline_rule_id AND r.anchor_rule IS NOT NULL
            AND 'exit-reported' = ANY (r.ends_on) AND EXISTS (
                SELECT FROM deadline AS x JOIN deadline_rule AS y ON y.deadline_rule_id = x.deadline_rule_id
                WHERE x.case_file_id = a.case_file_id AND x.subject_id = c.subject_id AND x.ended_on IS NULL
                    AND y.starts_on = 'exit' AND 'exit-reported' = ANY (y.ends_on));
    END IF;
END $$;

-- The deadlines of a grant that an act starts and ends.
CREATE FUNCTION move_grant_deadlines(a grant_act) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE grant_row exemption_grant; today date; request_id bigint;
BEGIN
    SELECT * INTO grant_row FROM exemption_grant AS g WHERE g.exemption_grant_id = a.exemption_grant_id;
    today := authority_date(grant_row.regime);
    SELECT x.grant_act_id INTO request_id FROM grant_act AS x
    WHERE x.exemption_grant_id = a.exemption_grant_id AND x.act = 'request-revision';
    CASE a.act
        WHEN 'commence' THEN
            PERFORM end_deadlines('commenced', a.case_file_id, grant_row.decision_id, a.on_day);
            PERFORM begin_validity(grant_row, a.on_day) FROM decision AS d
            WHERE d.decision_id = grant_row.decision_id AND d.validity_from = 'commencement';
        WHEN 'claim' THEN
            IF NOT a.insured THEN
                PERFORM start_deadlines('claim-received', a.case_file_id, a.grant_act_id, NULL, a.on_day);
            END IF;
        WHEN 'close-claim' THEN
            PERFORM end_deadlines('claim-paid', a.case_file_id, x.grant_act_id, a.on_day),
                start_deadlines('claim-settled', a.case_file_id, x.grant_act_id, NULL, a.on_day),
                end_deadlines('claim-reported', a.case_file_id, x.grant_act_id, today)
            FROM grant_act AS x WHERE x.exemption_grant_id = a.exemption_grant_id AND x.act_no = a.about_no;
        WHEN 'ask-extension' THEN
            PERFORM end_deadlines('extension-applied', a.case_file_id, grant_row.decision_id, a.on_day);
        WHEN 'extend' THEN
            INSERT INTO deadline_extension (deadline_id, extension_no, case_file_id, length, unit, reason, extended_on)
            SELECT s.deadline_id, 1, s.case_file_id, coalesce(a.months, a.until_on - s.due_on),
                CASE WHEN a.months IS NULL THEN 'day' ELSE 'month' END, coalesce(a.text, '-'), a.on_day
            FROM deadlines_of(a.case_file_id, a.on_day) AS s JOIN grant_track AS t ON t.regime = grant_row.regime
                AND t.track = grant_row.track
            WHERE s.subject_id = grant_row.decision_id AND s.rule = t.validity_rule;
        WHEN 'request-revision' THEN
            PERFORM end_deadlines('revision-applied', a.case_file_id, grant_row.decision_id, a.on_day);
            PERFORM start_deadlines('revision-requested', a.case_file_id, a.grant_act_id, NULL, a.on_day);
        WHEN 'record-finding' THEN
            IF a.finding = 'needed' AND NOT EXISTS (SELECT FROM grant_act AS x
                WHERE x.exemption_grant_id = a.exemption_grant_id AND x.finding = 'needed' AND x.act_no < a.act_no) THEN
                PERFORM start_deadlines('revision-found', a.case_file_id, request_id, NULL, a.on_day);
            END IF;
        WHEN 'plan' THEN
            UPDATE deadline AS c SET ended_on = a.on_day, ended_at = now(), ended_by = 'revision-planned'
            FROM deadline_rule AS r
            WHERE c.case_file_id = a.case_file_id AND c.ended_on IS NULL AND r.deadline_rule_id = c.deadline_rule_id
                AND 'revision-planned' = ANY (r.ends_on) AND c.organisation_id = a.organisation_id;
        WHEN 'apply-permit' THEN
            PERFORM end_deadlines('temporary-permit-applied', a.case_file_id, request_id, a.on_day);
        WHEN 'revoke', 'graduate', 'record-interpretation', 'convert', 'renounce' THEN
            PERFORM end_grant_deadlines(a, grant_row.decision_id);
        WHEN 'exit-report' THEN
            PERFORM end_deadlines('exit-reported', a.case_file_id, grant_row.decision_id, a.on_day);
        ELSE
            NULL;
    END CASE;
END $$;

-- Of the acts on a grant, those against its holder can be objected to.
CREATE FUNCTION steps_grant_act() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
BEGIN
    PERFORM move_grant_deadlines(n), CASE WHEN n.act IN ('correct', 'suspend', 'revoke', 'refuse-extension')
        THEN open_disposition(n.case_file_id, n.act, NULL, n.grant_act_id, n.on_day) END
    FROM new_rows AS n ORDER BY n.grant_act_id;
    PERFORM keep_grants(ARRAY(SELECT n.case_file_id FROM new_rows AS n));
    RETURN NULL;
END $$;
CREATE TRIGGER steps_grant_act AFTER INSERT ON grant_act REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_grant_act();

-- An insurance that follows another is a renewal, whose copy is this.
CREATE FUNCTION steps_insurance() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE n record;
BEGIN
    FOR n IN
        SELECT i.case_file_id, i.grant_act_id, i.covers_from, g.decision_id, authority_date(g.regime) AS today,
            EXISTS (SELECT FROM grant_act AS x WHERE x.exemption_grant_id = a.exemption_grant_id AND x.act = 'insure'
                AND x.act_no < a.act_no) AS is_renewal
        FROM new_rows AS i JOIN grant_act AS a USING (grant_act_id) JOIN exemption_grant AS g USING (exemption_grant_id)
        WHERE i.kind = 'insurance'
    LOOP
        IF n.is_renewal THEN
            PERFORM start_deadlines('insurance-renewed', n.case_file_id, n.grant_act_id, NULL,
                least(n.covers_from, n.today));
            PERFORM end_deadlines('insurance-copied', n.case_file_id, n.grant_act_id, n.today);
        ELSE
            PERFORM end_deadlines('insured', n.case_file_id, n.decision_id, n.today);
        END IF;
    END LOOP;
    PERFORM keep_open_tasks(ARRAY(SELECT i.case_file_id FROM new_rows AS i));
    RETURN NULL;
END $$;
CREATE TRIGGER steps_insurance AFTER INSERT ON insurance REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_insurance();

-- How much it covers is written after it.
CREATE FUNCTION steps_insurance_cover() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM keep_open_tasks(ARRAY(SELECT DISTINCT n.case_file_id FROM new_rows AS n));
    RETURN NULL;
END $$;
CREATE TRIGGER steps_insurance_cover AFTER INSERT ON insurance_cover REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_insurance_cover();

CREATE FUNCTION steps_trial_report() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM end_deadlines('result-reported', n.case_file_id, g.decision_id, a.on_day)
    FROM new_rows AS n JOIN grant_act AS a USING (grant_act_id) JOIN exemption_grant AS g USING (exemption_grant_id)
    WHERE n.kind = 'result';
    RETURN NULL;
END $$;
CREATE TRIGGER steps_trial_report AFTER INSERT ON trial_report REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_trial_report();

-- A plan that names a reform task links the case to it.
CREATE FUNCTION steps_revision_plan() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    INSERT INTO case_task (case_file_id, reform_task_id)
    SELECT n.case_file_id, n.reform_task_id FROM new_rows AS n WHERE n.reform_task_id IS NOT NULL
    ON CONFLICT ON CONSTRAINT case_task_pkey DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_revision_plan AFTER INSERT ON revision_plan REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_revision_plan();
