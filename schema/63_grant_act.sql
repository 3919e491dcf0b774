-- The journal of acts on a grant: who may do what, and when.

-- The business commences under its conditions and its insurance (법 제37조 제10항, 제38조의3 제6항).
CREATE FUNCTION refuse_commencement(facts grant_facts) RETURNS void LANGUAGE plpgsql STABLE SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF facts.unmet_conditions <> '{}' THEN
        PERFORM refuse('grant_act_condition_guard', 'a condition to be met before is not confirmed');
    END IF;
    IF NOT facts.is_insured THEN
        PERFORM refuse('grant_act_insurance_guard', 'no confirmed insurance covers the validity');
    END IF;
END $$;

-- Nothing is revoked without a ground of the law and a hearing on it (법 제40조).
CREATE FUNCTION refuse_revocation(act_row grant_act, facts grant_facts) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF coalesce(act_row.ground <> ALL (facts.given_grounds), true) THEN
        PERFORM refuse('grant_act_ground_guard', 'the law has no such ground, or it is not given');
    END IF;
    IF act_row.act = 'revoke' AND act_row.ground <> ALL (facts.heard_grounds) THEN
        PERFORM refuse('grant_act_hearing_guard', 'nothing is revoked without a hearing on its ground');
    END IF;
END $$;

-- An extension is given, or refused, once it was asked for, and is no longer than the law allows (법 제37조 제6항, 제38조의5 제1항).
CREATE FUNCTION refuse_extension(act_row grant_act, facts grant_facts) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF (facts.standing).extension_asked_on IS NULL OR 'refuse-extension' = ANY (facts.done) THEN
        PERFORM refuse('grant_act_asked_guard', 'no extension has been asked for');
    END IF;
    IF act_row.act = 'extend' AND (act_row.until_on <= (facts.standing).end_on
        OR coalesce(act_row.until_on, period_end((facts.standing).end_on + 1, act_row.months, 'month')) > facts.longest_end_on) THEN
        PERFORM refuse('grant_act_length_guard', 'longer than the rule allows, or no longer than it is');
    END IF;
END $$;

CREATE FUNCTION guard_grant_act() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
DECLARE grant_row exemption_grant; about_row grant_act; facts grant_facts;
BEGIN
    SELECT g.* INTO grant_row FROM exemption_grant AS g JOIN case_file AS c USING (case_file_id)
    WHERE g.exemption_grant_id = NEW.exemption_grant_id AND g.case_file_id = NEW.case_file_id
        AND (acting_as('sandbox_company') AND c.company_id = acting_organisation_id()
            OR acting_as('sandbox_desk')
            OR acting_as('sandbox_ministry') AND c.case_file_id IN (SELECT consulted_case_ids()))
    FOR UPDATE OF c;
    IF NOT FOUND OR NOT EXISTS (SELECT FROM grant_transition AS t
        WHERE t.act = NEW.act AND t.group_role = acting_group()) THEN
        RETURN NEW;
    END IF;
    NEW.on_day := coalesce(NEW.on_day, authority_date(grant_row.regime));
    NEW.act_no := next_act_no(NEW.exemption_grant_id);
    NEW.organisation_id := acting_organisation_id();
    NEW.recorded_at := now(); NEW.recorded_by := acting_role();

    -- What an act refers to is of the same case, or not there: of other cases nothing is looked up.
    IF NEW.attachment_id IS NOT NULL AND NOT EXISTS (SELECT FROM attachment AS p
        WHERE p.attachment_id = NEW.attachment_id AND p.case_file_id = NEW.case_file_id)
        OR NEW.successor_case_id IS NOT NULL AND (NEW.act <> 'apply-permit' OR NOT EXISTS (SELECT FROM case_file AS c
            WHERE c.case_file_id = NEW.successor_case_id AND c.company_id = acting_organisation_id())) THEN
        PERFORM refuse('grant_act_about_guard', 'it is about no paper and no case that are there');
    END IF;
    facts := grant_facts(NEW.exemption_grant_id, NEW.act, NEW.on_day);
    IF NEW.on_day NOT BETWEEN grant_row.granted_on AND authority_date(grant_row.regime)
        OR NEW.on_day < facts.moved_on AND changes_grant(NEW.act) THEN
        PERFORM refuse('grant_act_day_guard', 'an act is dated between the grant, or what it follows, and today');
    END IF;
    IF NEW.act = 'suspend' AND NOT facts.may_suspend THEN
        PERFORM refuse('grant_act_track_guard', 'a grant of this track is not suspended');
    END IF;
    IF NEW.act = 'apply-permit' AND NOT facts.may_convert THEN
        PERFORM refuse('grant_act_track_guard', 'a grant of this track is not converted');
    END IF;
    IF NEW.act IN ('ask-extension', 'extend') AND NOT facts.is_extendable
        OR NEW.act = 'exit-report' AND NOT facts.has_exit_report THEN
        PERFORM refuse('grant_act_track_guard', 'the law has no such act for this grant');
    END IF;
    IF NEW.act IN ('publish', 'commence', 'correct', 'ask-extension', 'request-revision', 'exit-report')
        AND NEW.act = ANY (facts.done) THEN
        PERFORM refuse('grant_act_once_guard', 'this is done once');
    END IF;
    IF NEW.act IN ('extend', 'refuse-extension') AND (facts.standing).is_extended THEN
        PERFORM refuse('grant_act_extended_guard', 'the request was answered: the grant is extended');
    END IF;
    IF NOT EXISTS (SELECT FROM grant_transition AS t
        WHERE t.act = NEW.act AND t.state = (facts.standing).state AND t.group_role = acting_group()) THEN
        PERFORM refuse('grant_act_state_guard', format('not possible while the grant is %s', (facts.standing).state));
    END IF;

    IF NEW.about_no IS NOT NULL THEN
        IF NEW.about_no <> ALL (facts.open_parts) THEN
            PERFORM refuse('grant_act_about_guard', 'it is about no open act of this grant');
        END IF;
        SELECT * INTO about_row FROM grant_act AS a
        WHERE a.exemption_grant_id = NEW.exemption_grant_id AND a.act_no = NEW.about_no;
        IF NEW.on_day < about_row.on_day THEN
            PERFORM refuse('grant_act_day_guard', 'an act is dated between the grant, or what it follows, and today');
        END IF;
        IF NEW.act = 'confirm' AND EXISTS (SELECT FROM short_covers(about_row.grant_act_id)) THEN
            PERFORM refuse('grant_act_cover_guard', 'the insurance covers less than the law demands');
        END IF;
    END IF;

    CASE NEW.act
        WHEN 'commence' THEN
            PERFORM refuse_commencement(facts);
        WHEN 'record-hearing', 'revoke' THEN
            PERFORM refuse_revocation(NEW, facts);
        WHEN 'ask-extension', 'request-revision', 'apply-permit' THEN
            IF NEW.act = 'ask-extension' AND (facts.standing).end_on IS NULL THEN
                PERFORM refuse('grant_act_begun_guard', 'what has not begun is not extended');
            END IF;
            IF NEW.act = 'apply-permit' AND ((facts.standing).finding IS DISTINCT FROM 'needed' OR NOT EXISTS (
                SELECT FROM case_file AS c JOIN grant_track AS t ON t.regime = c.regime AND t.converts_to = c.track
                WHERE c.case_file_id = NEW.successor_case_id AND t.regime = grant_row.regime
                    AND t.track = grant_row.track AND c.company_id = acting_organisation_id() AND c.origin = 'filed'
                    AND c.stage IN ('filed', 'received', 'consulting'))) THEN
                PERFORM refuse('grant_act_permit_guard',
                    'after a positive finding, by a filed case of the other track');
            END IF;
            IF NEW.on_day > facts.window_ends_on THEN
                PERFORM refuse('grant_act_window_guard', 'the period for it has ended');
            END IF;
        WHEN 'extend', 'refuse-extension' THEN
            PERFORM refuse_extension(NEW, facts);
        WHEN 'record-finding' THEN
            IF (facts.standing).requested_on IS NULL OR facts.has_found THEN
                PERFORM refuse('grant_act_request_guard', 'no request is open with this ministry');
            END IF;
        WHEN 'plan' THEN
            IF NOT facts.owes_plan THEN
                PERFORM refuse('grant_act_debtor_guard', 'this ministry owes no plan on this grant');
            END IF;
        ELSE
            NULL;
    END CASE;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_grant_act BEFORE INSERT ON grant_act
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_grant_act();

-- An act that says something in a table of its own is nothing without it: with an empty plan no ministry has planned. Looked at when
-- it is committed.
CREATE FUNCTION check_grant_act() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF NOT (CASE NEW.act
        WHEN 'insure' THEN EXISTS (SELECT FROM insurance AS d WHERE d.grant_act_id = NEW.grant_act_id)
        WHEN 'report' THEN EXISTS (SELECT FROM trial_report AS d WHERE d.grant_act_id = NEW.grant_act_id)
        ELSE EXISTS (SELECT FROM revision_plan AS d WHERE d.grant_act_id = NEW.grant_act_id) END) THEN
        PERFORM refuse('grant_act_detail_guard', 'what is insured, reported or planned is said with the act');
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_grant_act AFTER INSERT ON grant_act DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.act IN ('insure', 'report', 'plan')) EXECUTE FUNCTION check_grant_act();

-- Details are written with their act, by the same person in the same transaction.
CREATE FUNCTION guard_grant_detail() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF acting_group() IS NOT NULL AND NOT EXISTS (SELECT FROM grant_act AS a
        WHERE a.grant_act_id = NEW.grant_act_id AND a.act = TG_ARGV[0] AND a.recorded_at = now()
            AND a.recorded_by = acting_role()) THEN
        PERFORM refuse('grant_detail_guard', 'details are written with their act');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_grant_detail BEFORE INSERT ON insurance FOR EACH ROW EXECUTE FUNCTION guard_grant_detail('insure');
CREATE TRIGGER guard_grant_detail BEFORE INSERT ON insurance_cover
    FOR EACH ROW EXECUTE FUNCTION guard_grant_detail('insure');
CREATE TRIGGER guard_grant_detail BEFORE INSERT ON trial_report
    FOR EACH ROW EXECUTE FUNCTION guard_grant_detail('report');
CREATE TRIGGER guard_grant_detail BEFORE INSERT ON report_problem
    FOR EACH ROW EXECUTE FUNCTION guard_grant_detail('report');
CREATE TRIGGER guard_grant_detail BEFORE INSERT ON report_condition
    FOR EACH ROW EXECUTE FUNCTION guard_grant_detail('report');
CREATE TRIGGER guard_grant_detail BEFORE INSERT ON revision_plan
    FOR EACH ROW EXECUTE FUNCTION guard_grant_detail('plan');
