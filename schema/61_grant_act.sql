-- The journal of acts upon a grant: its guards, and what the acts do to clocks.

-- What is not fulfilled of the conditions of a phase, by the evidence that the desk confirmed up to a day.
CREATE FUNCTION unmet_conditions(exemption_grant_id bigint, phase text, on_day date) RETURNS SETOF smallint
    LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT k.condition_no FROM exemption_grant AS g JOIN condition AS k ON k.decision_id = g.decision_id
    WHERE g.exemption_grant_id = unmet_conditions.exemption_grant_id AND k.phase = unmet_conditions.phase
        AND NOT EXISTS (SELECT FROM condition_evidence AS e JOIN case_file AS c USING (case_file_id)
            WHERE e.decision_id = k.decision_id AND e.condition_no = k.condition_no AND e.is_confirmed
                AND authority_date(c.regime, e.ruled_at) <= unmet_conditions.on_day)
    ORDER BY k.condition_no;
END;

-- The covers of an insurance that are too small, or missing.
CREATE FUNCTION short_covers(grant_act_id bigint) RETURNS SETOF text
    LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT m.cover::text FROM insurance AS i JOIN grant_act AS a USING (grant_act_id)
    JOIN exemption_grant AS g ON g.exemption_grant_id = a.exemption_grant_id
    JOIN insurance_minimum AS m ON m.regime = g.regime
    LEFT JOIN insurance_cover AS c ON c.grant_act_id = i.grant_act_id AND c.cover = m.cover
    WHERE i.grant_act_id = short_covers.grant_act_id AND i.kind = 'insurance' AND coalesce(c.amount, 0) < m.amount
    ORDER BY m.position;
END;

-- Whether a confirmed insurance covers a grant from a day to the end of its validity, or a plan was agreed instead.
-- Where no article of the track demands an insurance, none is missing.
CREATE FUNCTION is_insured(exemption_grant_id bigint, from_day date, to_day date) RETURNS boolean
    LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT EXISTS (
        SELECT FROM grant_act AS a JOIN insurance AS i USING (grant_act_id)
        JOIN grant_act AS k ON k.exemption_grant_id = a.exemption_grant_id AND k.act = 'confirm' AND k.about_no = a.act_no
            AND k.on_day <= is_insured.from_day
        WHERE a.exemption_grant_id = is_insured.exemption_grant_id
            AND (i.kind = 'compensation-plan'
                OR i.covers_from <= is_insured.from_day AND i.covers_to >= is_insured.to_day))
        OR EXISTS (SELECT FROM exemption_grant AS g WHERE g.exemption_grant_id = is_insured.exemption_grant_id
            AND NOT EXISTS (SELECT FROM grant_basis AS b
                WHERE b.regime = g.regime AND b.track = g.track AND b.topic = 'insure'));
END;

CREATE FUNCTION guard_grant_act() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off
    AS $$
DECLARE
    granted record;
    moved_on date;
    today date;
    validity record;
    due date;
    about grant_act;
BEGIN
    SELECT g.*, t.validity_rule, t.extension_rule, t.revision_rule, t.permit_rule, t.converts_to, t.may_suspend INTO granted
    FROM exemption_grant AS g JOIN grant_track AS t USING (regime, track)
    JOIN case_file AS c USING (case_file_id)
    WHERE g.exemption_grant_id = NEW.exemption_grant_id AND g.case_file_id = NEW.case_file_id
        AND (acting_as('sandbox_company') AND c.company_id = acting_organisation_id()
            OR acting_as('sandbox_desk')
            OR acting_as('sandbox_ministry') AND c.case_file_id IN (SELECT consulted_case_ids()))
    FOR UPDATE OF c;
    IF NOT FOUND OR NOT EXISTS (SELECT FROM grant_transition AS t
        WHERE t.act = NEW.act AND t.group_role = acting_group())
    THEN
        RETURN NEW;
    END IF;
    today := authority_date(granted.regime);
    NEW.on_day := coalesce(NEW.on_day, today);
    NEW.act_no := next_act_no(NEW.exemption_grant_id);
    NEW.organisation_id := acting_organisation_id();
    NEW.recorded_at := now();
    NEW.recorded_by := acting_role();

    -- An act is dated between the grant and today, and no act that moves the grant comes before another.
    SELECT max(a.on_day) INTO moved_on FROM grant_act AS a
    WHERE a.exemption_grant_id = NEW.exemption_grant_id
        AND a.act IN ('commence', 'suspend', 'resume', 'extend', 'request-revision', 'find', 'apply-permit', 'permit-refused',
            'revoke', 'graduate', 'interpret', 'convert', 'end');
    IF NEW.on_day NOT BETWEEN granted.granted_on AND today
        OR NEW.on_day < moved_on AND NEW.act IN ('commence', 'suspend', 'resume', 'extend', 'request-revision', 'find',
            'apply-permit', 'revoke', 'graduate', 'interpret', 'end')
    THEN
        PERFORM refuse('grant_act_day_guard', 'an act is dated between the grant, or what it follows, and today');
    END IF;

    SELECT s.* INTO validity FROM grant_of(NEW.exemption_grant_id, NEW.on_day) AS s;
    IF NEW.act = 'suspend' AND NOT granted.may_suspend THEN
        PERFORM refuse('grant_act_track_guard', 'a grant of this track is not suspended');
    END IF;
    IF NEW.act = 'apply-permit' AND granted.converts_to IS NULL THEN
        PERFORM refuse('grant_act_track_guard', 'a grant of this track is not converted');
    END IF;
    IF NEW.act IN ('publish', 'commence', 'correct', 'ask-extension', 'request-revision') AND EXISTS (
        SELECT FROM grant_act AS a WHERE a.exemption_grant_id = NEW.exemption_grant_id AND a.act = NEW.act)
    THEN
        PERFORM refuse('grant_act_once_guard', 'this is done once');
    END IF;
    IF NEW.act = 'extend' AND validity.is_extended THEN
        PERFORM refuse('grant_act_extended_guard', 'a grant is extended once');
    END IF;
    IF NOT EXISTS (SELECT FROM grant_transition AS t
        WHERE t.act = NEW.act AND t.state = validity.state AND t.group_role = acting_group())
    THEN
        PERFORM refuse('grant_act_state_guard', format('not possible while the grant is %s', validity.state));
    END IF;

    IF NEW.about_no IS NOT NULL THEN
        SELECT * INTO about FROM grant_act AS a
        WHERE a.exemption_grant_id = NEW.exemption_grant_id AND a.act_no = NEW.about_no
            AND a.act = CASE NEW.act WHEN 'confirm' THEN 'insure' WHEN 'settle' THEN 'claim' END;
        IF NOT FOUND OR EXISTS (SELECT FROM grant_act AS a WHERE a.exemption_grant_id = NEW.exemption_grant_id
            AND a.act = NEW.act AND a.about_no = NEW.about_no)
        THEN
            PERFORM refuse('grant_act_about_guard', 'it is about no open act of this grant');
        END IF;
        IF NEW.on_day < about.on_day THEN
            PERFORM refuse('grant_act_day_guard', 'an act is dated between the grant, or what it follows, and today');
        END IF;
        IF NEW.act = 'confirm' AND EXISTS (SELECT FROM short_covers(about.grant_act_id)) THEN
            PERFORM refuse('grant_act_cover_guard', 'the insurance covers less than the law demands');
        END IF;
    END IF;

    IF NEW.act = 'commence' THEN
        IF EXISTS (SELECT FROM unmet_conditions(NEW.exemption_grant_id, 'before', NEW.on_day)) THEN
            PERFORM refuse('grant_act_condition_guard', 'a condition to be met before is not confirmed');
        END IF;
        IF NOT is_insured(NEW.exemption_grant_id, NEW.on_day,
            coalesce(validity.end_on, validity_end(NEW.exemption_grant_id, NEW.on_day)))
        THEN
            PERFORM refuse('grant_act_insurance_guard', 'no confirmed insurance covers the validity');
        END IF;
    ELSIF NEW.act IN ('hear', 'revoke') THEN
        IF NOT EXISTS (SELECT FROM revocation_ground AS r
            WHERE r.regime = granted.regime AND r.track = granted.track AND r.ground = NEW.ground
                AND CASE r.needs
                    WHEN 'law-revised' THEN validity.revised_on IS NOT NULL
                    WHEN 'commencement-overdue' THEN EXISTS (
                        SELECT FROM clock_state(NEW.on_day) AS s JOIN clock_rule AS k USING (clock_rule_id)
                        WHERE s.case_file_id = NEW.case_file_id AND 'commenced' = ANY (k.ends_on) AND s.state = 'overdue')
                    ELSE true END)
        THEN
            PERFORM refuse('grant_act_ground_guard', 'the law knows no such ground, or it is not given');
        END IF;
        IF NEW.act = 'revoke' AND NOT EXISTS (SELECT FROM grant_act AS a
            WHERE a.exemption_grant_id = NEW.exemption_grant_id AND a.act = 'hear' AND a.ground = NEW.ground
                AND a.on_day <= NEW.on_day)
        THEN
            PERFORM refuse('grant_act_hearing_guard', 'nothing is revoked without a hearing on its ground');
        END IF;
    ELSIF NEW.act IN ('ask-extension', 'request-revision', 'apply-permit') THEN
        IF NEW.act = 'ask-extension' AND validity.end_on IS NULL THEN
            PERFORM refuse('grant_act_begun_guard', 'what has not begun is not extended');
        END IF;
        IF NEW.act = 'apply-permit' AND (validity.finding IS DISTINCT FROM 'needed' OR NOT EXISTS (
            SELECT FROM case_file AS c WHERE c.case_file_id = NEW.successor_case_id AND c.regime = granted.regime
                AND c.track = granted.converts_to AND c.company_id = acting_organisation_id() AND c.origin = 'filed'
                AND c.stage IN ('filed', 'received', 'consulting')))
        THEN
            PERFORM refuse('grant_act_permit_guard', 'after a positive finding, by a filed case of the other track');
        END IF;
        SELECT max(s.due_on) INTO due FROM clock_state(NEW.on_day) AS s
        WHERE s.case_file_id = NEW.case_file_id AND s.rule = CASE NEW.act WHEN 'ask-extension' THEN granted.extension_rule
            WHEN 'request-revision' THEN granted.revision_rule ELSE granted.permit_rule END;
        IF NEW.on_day > due THEN
            PERFORM refuse('grant_act_window_guard', 'the period for it has ended');
        END IF;
    ELSIF NEW.act IN ('extend', 'refuse-extension') THEN
        IF validity.extension_asked_on IS NULL OR EXISTS (SELECT FROM grant_act AS a
            WHERE a.exemption_grant_id = NEW.exemption_grant_id AND a.act = 'refuse-extension')
        THEN
            PERFORM refuse('grant_act_asked_guard', 'no extension has been asked for');
        END IF;
        IF NEW.act = 'extend' AND (SELECT NEW.until_on <= validity.end_on
                OR coalesce(NEW.until_on, period_end(validity.end_on + 1, NEW.months, 'month'))
                    > period_end(validity.end_on + 1, r.extension_length, r.extension_unit)
            FROM clock AS c JOIN clock_rule AS r USING (clock_rule_id)
            WHERE c.case_file_id = NEW.case_file_id AND c.subject_id = granted.decision_id AND r.rule = granted.validity_rule)
        THEN
            PERFORM refuse('grant_act_length_guard', 'longer than the rule allows, or no longer than it is');
        END IF;
    ELSIF NEW.act = 'find' THEN
        IF validity.requested_on IS NULL OR EXISTS (SELECT FROM grant_act AS a WHERE a.exemption_grant_id = NEW.exemption_grant_id AND a.act = 'find'
                AND a.organisation_id = acting_organisation_id())
        THEN
            PERFORM refuse('grant_act_request_guard', 'no request is open with this ministry');
        END IF;
    ELSIF NEW.act = 'plan' THEN
        IF NOT EXISTS (SELECT FROM clock AS c JOIN clock_rule AS r USING (clock_rule_id)
            WHERE c.case_file_id = NEW.case_file_id AND c.ended_on IS NULL AND 'revision-planned' = ANY (r.ends_on)
                AND c.organisation_id = acting_organisation_id())
        THEN
            PERFORM refuse('grant_act_debtor_guard', 'this ministry owes no plan on this grant');
        END IF;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER grant_act_guard BEFORE INSERT ON grant_act
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_grant_act();

-- What a grant's own rules do not know: a validity without extensions is not extended, and where no rule waits for a report on
-- the exit none is given. It stands behind grant_act_guard, which leaves acts on grants that are not the person's to the
-- policies.
CREATE FUNCTION guard_grant_rule() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    subject record;
BEGIN
    SELECT c.regime, c.regime_version, c.track, t.validity_rule INTO subject
    FROM exemption_grant AS g JOIN case_file AS c USING (case_file_id)
    JOIN grant_track AS t ON t.regime = g.regime AND t.track = g.track
    WHERE g.exemption_grant_id = NEW.exemption_grant_id AND g.case_file_id = NEW.case_file_id
        AND (acting_as('sandbox_desk') OR acting_as('sandbox_company') AND c.company_id = acting_organisation_id());
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF NOT EXISTS (SELECT FROM clock_rule AS r
        WHERE r.regime = subject.regime AND r.version = subject.regime_version AND CASE NEW.act
            WHEN 'exit-report' THEN 'exit-reported' = ANY (r.ends_on) AND (r.tracks = '{}' OR subject.track = ANY (r.tracks))
            ELSE r.rule = subject.validity_rule AND r.extensions > 0 END)
    THEN
        PERFORM refuse('grant_act_track_guard', 'the law knows no such act for this grant');
    END IF;
    IF NEW.act = 'exit-report' AND EXISTS (SELECT FROM grant_act AS a
        WHERE a.exemption_grant_id = NEW.exemption_grant_id AND a.act = NEW.act)
    THEN
        PERFORM refuse('grant_act_once_guard', 'this is done once');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER grant_act_guard_rule BEFORE INSERT ON grant_act
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner' AND NEW.act IN ('ask-extension', 'extend', 'exit-report'))
    EXECUTE FUNCTION guard_grant_rule();

-- Details are written with their act, by the same person in the same transaction.
CREATE FUNCTION guard_grant_detail() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF acting_group() IS NOT NULL AND NOT EXISTS (SELECT FROM grant_act AS a
        WHERE a.grant_act_id = NEW.grant_act_id AND a.act = TG_ARGV[0] AND a.recorded_at = now()
            AND a.recorded_by = acting_role())
    THEN
        PERFORM refuse('grant_detail_guard', 'details are written with their act');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER insurance_guard BEFORE INSERT ON insurance FOR EACH ROW EXECUTE FUNCTION guard_grant_detail('insure');
CREATE TRIGGER insurance_cover_guard BEFORE INSERT ON insurance_cover
    FOR EACH ROW EXECUTE FUNCTION guard_grant_detail('insure');
CREATE TRIGGER trial_report_guard BEFORE INSERT ON trial_report FOR EACH ROW EXECUTE FUNCTION guard_grant_detail('report');
CREATE TRIGGER report_problem_guard BEFORE INSERT ON report_problem
    FOR EACH ROW EXECUTE FUNCTION guard_grant_detail('report');
CREATE TRIGGER report_condition_guard BEFORE INSERT ON report_condition
    FOR EACH ROW EXECUTE FUNCTION guard_grant_detail('report');
CREATE TRIGGER revision_plan_guard BEFORE INSERT ON revision_plan
    FOR EACH ROW EXECUTE FUNCTION guard_grant_detail('plan');

-- What an act starts and ends. What ends with the validity ends with whatever ends the grant, and what would begin with the
-- end of the validity does not begin; where the law has changed, or suffices as it is read, no plan for it is owed.
CREATE FUNCTION follow_grant_act(a grant_act) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    granted exemption_grant;
    today date;
    request_id bigint;
BEGIN
    SELECT * INTO granted FROM exemption_grant AS g WHERE g.exemption_grant_id = a.exemption_grant_id;
    today := authority_date(granted.regime);
    SELECT x.grant_act_id INTO request_id FROM grant_act AS x
    WHERE x.exemption_grant_id = a.exemption_grant_id AND x.act = 'request-revision';
    CASE a.act
        WHEN 'commence' THEN
            PERFORM end_clocks('commenced', a.case_file_id, granted.decision_id, a.on_day);
            PERFORM begin_validity(granted, a.on_day) FROM decision AS d
            WHERE d.decision_id = granted.decision_id AND d.validity_from = 'commencement';
        WHEN 'claim' THEN
            IF NOT a.insured THEN
                PERFORM start_clocks('claim-received', a.case_file_id, a.grant_act_id, NULL, a.on_day);
            END IF;
        WHEN 'settle' THEN
            PERFORM end_clocks('claim-paid', a.case_file_id, x.grant_act_id, a.on_day),
                start_clocks('claim-settled', a.case_file_id, x.grant_act_id, NULL, a.on_day),
                end_clocks('claim-reported', a.case_file_id, x.grant_act_id, today)
            FROM grant_act AS x WHERE x.exemption_grant_id = a.exemption_grant_id AND x.act_no = a.about_no;
        WHEN 'ask-extension' THEN
            PERFORM end_clocks('extension-applied', a.case_file_id, granted.decision_id, a.on_day);
        WHEN 'extend' THEN
            INSERT INTO clock_extension (clock_id, extension_no, case_file_id, length, unit, reason, extended_on)
            SELECT s.clock_id, 1, s.case_file_id, coalesce(a.months, a.until_on - s.due_on),
                CASE WHEN a.months IS NULL THEN 'day' ELSE 'month' END, coalesce(a.text, '-'), a.on_day
            FROM clock_state(a.on_day) AS s JOIN grant_track AS t ON t.regime = granted.regime AND t.track = granted.track
            WHERE s.case_file_id = a.case_file_id AND s.subject_id = granted.decision_id AND s.rule = t.validity_rule;
        WHEN 'request-revision' THEN
            PERFORM end_clocks('revision-applied', a.case_file_id, granted.decision_id, a.on_day);
            PERFORM start_clocks('revision-requested', a.case_file_id, a.grant_act_id, NULL, a.on_day);
        WHEN 'find' THEN
            IF a.finding = 'needed' AND NOT EXISTS (SELECT FROM grant_act AS x
                WHERE x.exemption_grant_id = a.exemption_grant_id AND x.finding = 'needed' AND x.act_no < a.act_no)
            THEN
                PERFORM start_clocks('revision-found', a.case_file_id, request_id, NULL, a.on_day);
            END IF;
        WHEN 'plan' THEN
            UPDATE clock AS c SET ended_on = a.on_day, ended_at = now(), ended_by = 'revision-planned'
            FROM clock_rule AS r
            WHERE c.case_file_id = a.case_file_id AND c.ended_on IS NULL AND r.clock_rule_id = c.clock_rule_id
                AND 'revision-planned' = ANY (r.ends_on) AND c.organisation_id = a.organisation_id;
        WHEN 'apply-permit' THEN
            PERFORM end_clocks('temporary-permit-applied', a.case_file_id, request_id, a.on_day);
        WHEN 'revoke', 'graduate', 'interpret', 'convert', 'end' THEN
            UPDATE clock AS c SET ended_on = a.on_day, ended_at = now(), ended_by = CASE a.act
                    WHEN 'revoke' THEN 'revoked' WHEN 'graduate' THEN 'graduated' WHEN 'interpret' THEN 'interpreted'
                    WHEN 'convert' THEN 'converted' ELSE 'renounced' END
            FROM clock_rule AS r, grant_of(a.exemption_grant_id, a.on_day) AS s
            WHERE c.case_file_id = a.case_file_id AND c.ended_on IS NULL AND r.clock_rule_id = c.clock_rule_id
                AND ('expired' = ANY (r.ends_on) OR 'result-reported' = ANY (r.ends_on) AND s.end_on >= a.on_day
                    OR 'revision-planned' = ANY (r.ends_on) AND a.act IN ('graduate', 'interpret'));
        ELSE
            NULL;
    END CASE;
END
$$;

CREATE FUNCTION follow_grant_acts() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off
    AS $$
BEGIN
    PERFORM follow_grant_act(n) FROM new_rows AS n ORDER BY n.grant_act_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER then_grant_act_follow AFTER INSERT ON grant_act REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION follow_grant_acts();

-- A report on the exit that would be owed with the end of the validity is owed from the day an act ends the grant earlier,
-- where the law says so; it is given once. The trigger's name sorts behind grant_act_follow, which ends what the act ends.
CREATE FUNCTION follow_exit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off
    AS $$
DECLARE
    a record;
BEGIN
    FOR a IN
        SELECT n.act, n.case_file_id, n.on_day, g.decision_id, s.end_on
        FROM new_rows AS n
        JOIN exemption_grant AS g ON g.exemption_grant_id = n.exemption_grant_id
        CROSS JOIN LATERAL grant_of(n.exemption_grant_id, n.on_day) AS s
        WHERE n.act IN ('revoke', 'graduate', 'interpret', 'convert', 'end', 'exit-report')
        ORDER BY n.grant_act_id
    LOOP
        IF a.act = 'exit-report' THEN
            PERFORM end_clocks('exit-reported', a.case_file_id, a.decision_id, a.on_day);
        ELSIF a.end_on >= a.on_day THEN
            PERFORM start_clocks('exit', a.case_file_id, a.decision_id, NULL, a.on_day);
            UPDATE clock AS c SET ended_on = a.on_day, ended_at = now(), ended_by = 'exit' FROM clock_rule AS r
            WHERE c.case_file_id = a.case_file_id AND c.subject_id = a.decision_id AND c.ended_on IS NULL
                AND r.clock_rule_id = c.clock_rule_id AND r.anchor_rule IS NOT NULL
                AND 'exit-reported' = ANY (r.ends_on) AND EXISTS (
                    SELECT FROM clock AS x JOIN clock_rule AS y ON y.clock_rule_id = x.clock_rule_id
                    WHERE x.case_file_id = a.case_file_id AND x.subject_id = a.decision_id AND x.ended_on IS NULL
                        AND y.starts_on = 'exit' AND 'exit-reported' = ANY (y.ends_on));
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;
CREATE TRIGGER then_grant_act_follow_exit AFTER INSERT ON grant_act REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION follow_exit();

-- An insurance that follows another is a renewal, whose copy is this.
CREATE FUNCTION follow_insurance() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    act grant_act;
    granted exemption_grant;
    today date;
BEGIN
    SELECT * INTO act FROM grant_act AS a WHERE a.grant_act_id = NEW.grant_act_id;
    SELECT * INTO granted FROM exemption_grant AS g WHERE g.exemption_grant_id = act.exemption_grant_id;
    today := authority_date(granted.regime);
    IF EXISTS (SELECT FROM grant_act AS a WHERE a.exemption_grant_id = act.exemption_grant_id AND a.act = 'insure'
        AND a.act_no < act.act_no)
    THEN
        PERFORM start_clocks('insurance-renewed', NEW.case_file_id, NEW.grant_act_id, NULL, least(NEW.covers_from, today));
        PERFORM end_clocks('insurance-copied', NEW.case_file_id, NEW.grant_act_id, today);
    ELSE
        PERFORM end_clocks('insured', NEW.case_file_id, granted.decision_id, today);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER then_insurance_follow AFTER INSERT ON insurance
    FOR EACH ROW WHEN (NEW.kind = 'insurance') EXECUTE FUNCTION follow_insurance();

CREATE FUNCTION follow_report() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM end_clocks('result-reported', NEW.case_file_id, g.decision_id, a.on_day)
    FROM grant_act AS a JOIN exemption_grant AS g USING (exemption_grant_id) WHERE a.grant_act_id = NEW.grant_act_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER then_trial_report_follow AFTER INSERT ON trial_report
    FOR EACH ROW WHEN (NEW.kind = 'result') EXECUTE FUNCTION follow_report();

-- A plan that names a reform task links the case to it.
CREATE FUNCTION follow_plan() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    INSERT INTO case_task (case_file_id, reform_task_id) VALUES (NEW.case_file_id, NEW.reform_task_id)
    ON CONFLICT ON CONSTRAINT case_task_pkey DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER then_revision_plan_follow AFTER INSERT ON revision_plan
    FOR EACH ROW WHEN (NEW.reform_task_id IS NOT NULL) EXECUTE FUNCTION follow_plan();

GRANT EXECUTE ON FUNCTION unmet_conditions, short_covers, is_insured TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
