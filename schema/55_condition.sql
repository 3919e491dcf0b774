-- Conditions: proposed, decided, met by evidence, changed. When they are due follows from the grant (condition_due),
-- who has to act from the open tasks; a change starts and ends a deadline (steps_condition_change).

-- A due rule in its parts, for whoever counts.
CREATE FUNCTION due_parts(rule due_rule, OUT kind text, OUT length integer, OUT unit text, OUT event text, OUT day date)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT ROW(w[1], CASE WHEN w[1] IN ('every', 'within') THEN w[2]::integer END,
            CASE WHEN w[1] IN ('every', 'within') THEN w[3] END,
            CASE w[1] WHEN 'before' THEN w[2] WHEN 'within' THEN w[5] END, CASE w[1] WHEN 'on' THEN w[2]::date END)
        FROM string_to_array(rule, ' ') AS w);

-- Conditions belong to the decision they were made with, and come before the stage says decided.
-- A condition says what it is for and by what one sees that it is met. Those that were imported need not.
CREATE FUNCTION guard_condition() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF acting_as('sandbox_desk') AND EXISTS (
        SELECT FROM decision AS d JOIN case_file AS c USING (case_file_id)
        WHERE d.decision_id = NEW.decision_id AND (d.recorded_at <> now() OR c.stage = 'decided')) THEN
        PERFORM refuse('condition_decision_guard', 'a recorded decision takes no further condition');
    END IF;
    IF acting_as('sandbox_desk') AND (NEW.purpose IS NULL OR NEW.evidence IS NULL) THEN
        PERFORM refuse('condition_measurable_guard', 'a condition says what it is for and how one sees that it is met');
    END IF;
    NEW.responsible := coalesce(NEW.responsible, 'company');
    RETURN NEW;
END $$;
CREATE TRIGGER guard_condition BEFORE INSERT ON condition
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_condition();

-- Evidence is asked for where a condition says when, or is to be met before the trial.
CREATE FUNCTION steps_condition() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM keep_open_tasks(ARRAY(SELECT n.case_file_id FROM new_rows AS n WHERE n.due IS NOT NULL OR n.phase IS NOT NULL));
    RETURN NULL;
END $$;
CREATE TRIGGER steps_condition AFTER INSERT ON condition REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_condition();

CREATE FUNCTION guard_proposed_condition() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM unfrozen_meeting(i.meeting_id) FROM agenda_item AS i
    WHERE i.agenda_item_id = coalesce(NEW.agenda_item_id, OLD.agenda_item_id);
    RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER guard_proposed_condition BEFORE INSERT OR DELETE ON proposed_condition
    FOR EACH ROW EXECUTE FUNCTION guard_proposed_condition();

-- Refuses what is said of a condition that is not in force: of another case, or of a decision that was not a grant or was
-- replaced. The case is locked.
CREATE FUNCTION lock_condition(case_file_id bigint, decision_id bigint, condition_no integer) RETURNS void
    LANGUAGE plpgsql SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM FROM case_file AS c WHERE c.case_file_id = lock_condition.case_file_id FOR UPDATE;
    IF NOT EXISTS (SELECT FROM condition AS k JOIN latest_decision AS d USING (decision_id)
        JOIN case_file AS c ON c.case_file_id = k.case_file_id
        WHERE k.case_file_id = lock_condition.case_file_id AND k.decision_id = lock_condition.decision_id
            AND k.condition_no = lock_condition.condition_no
            AND c.stage = 'decided' AND d.outcome = 'granted-with-conditions') THEN
        PERFORM refuse('condition_standing_guard', 'the condition belongs to no grant in force');
    END IF;
END $$;

-- Whether the grant of a case is in force no more. Of one from a file of the past nobody knows.
CREATE FUNCTION is_grant_over(case_file_id bigint) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM kept_grant AS g WHERE g.case_file_id = is_grant_over.case_file_id AND g.certificate IS NOT NULL
        AND NOT is_in_force(g, authority_date(g.regime)));
END $$;

CREATE FUNCTION guard_condition_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.is_accepted IS NOT NULL THEN
            PERFORM refuse('condition_change_ruled_guard', 'this change has been ruled on');
        END IF;
        IF NEW.is_accepted AND EXISTS (SELECT FROM deadline_today AS t
            WHERE t.case_file_id = OLD.case_file_id AND t.subject = 'change' AND t.subject_id = OLD.condition_change_id
                AND t.ended_on IS NULL AND t.due_on >= t.today) THEN
            PERFORM refuse('condition_change_reply_guard', 'a ministry may still reply to this change');
        END IF;
        NEW.ruled_at := now(); NEW.ruled_by := acting_role();
        RETURN NEW;
    END IF;
    IF NOT EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id AND (
        acting_as('sandbox_company') AND c.company_id = acting_organisation_id()
        OR acting_as('sandbox_ministry') AND c.case_file_id IN (SELECT consulted_case_ids()))) THEN
        RETURN NEW;
    END IF;
    PERFORM lock_condition(NEW.case_file_id, NEW.decision_id, NEW.condition_no);
    IF is_grant_over(NEW.case_file_id) THEN
        PERFORM refuse('condition_change_grant_guard', 'the grant is over: nothing begins of it any more');
    END IF;
    NEW.change_no := 1 + coalesce((SELECT max(c.change_no) FROM condition_change AS c
        WHERE c.decision_id = NEW.decision_id AND c.condition_no = NEW.condition_no), 0);
    NEW.asked_by_id := acting_organisation_id();
    NEW.asked_by := acting_role(); NEW.asked_at := now();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_condition_change BEFORE INSERT OR UPDATE ON condition_change
    FOR EACH ROW EXECUTE FUNCTION guard_condition_change();

CREATE FUNCTION guard_condition_evidence() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.is_confirmed IS NOT NULL THEN
            PERFORM refuse('condition_evidence_ruled_guard', 'this evidence has been ruled on');
        END IF;
        NEW.ruled_at := now(); NEW.ruled_by := acting_role();
        RETURN NEW;
    END IF;
    IF NOT EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id
        AND acting_as('sandbox_company') AND c.company_id = acting_organisation_id()) THEN
        RETURN NEW;
    END IF;
    PERFORM lock_condition(NEW.case_file_id, NEW.decision_id, NEW.condition_no);
    NEW.evidence_no := 1 + coalesce((SELECT max(e.evidence_no) FROM condition_evidence AS e
        WHERE e.decision_id = NEW.decision_id AND e.condition_no = NEW.condition_no), 0);
    NEW.size := length(NEW.content);
    NEW.sha256 := sha256(NEW.content);
    NEW.filed_by := acting_role(); NEW.filed_at := now();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_condition_evidence BEFORE INSERT OR UPDATE ON condition_evidence
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_condition_evidence();

-- While a grant is in force its conditions are changed, not waived.
CREATE FUNCTION guard_condition_waiver() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RETURN NEW;
    END IF;
    PERFORM lock_condition(NEW.case_file_id, NEW.decision_id, NEW.condition_no);
    IF NOT is_grant_over(NEW.case_file_id) THEN
        PERFORM refuse('condition_waiver_grant_guard', 'conditions of a grant in force are changed, not waived');
    END IF;
    NEW.waived_at := now(); NEW.waived_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_condition_waiver BEFORE INSERT ON condition_waiver
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_condition_waiver();

CREATE FUNCTION steps_condition_waiver() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM keep_open_tasks(ARRAY(SELECT n.case_file_id FROM new_rows AS n));
    RETURN NULL;
END $$;
CREATE TRIGGER steps_condition_waiver AFTER INSERT ON condition_waiver REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_condition_waiver();

CREATE FUNCTION guard_change_reply() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id
        AND acting_as('sandbox_ministry') AND c.case_file_id IN (SELECT consulted_case_ids()) FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    NEW.ministry_id := acting_organisation_id();
    NEW.replied_at := now(); NEW.replied_by := acting_role();
    IF NOT EXISTS (SELECT FROM deadline AS c
        WHERE c.case_file_id = NEW.case_file_id AND c.subject = 'change' AND c.subject_id = NEW.condition_change_id
            AND c.organisation_id = NEW.ministry_id AND c.ended_on IS NULL) THEN
        PERFORM refuse('change_reply_debtor_guard', 'this ministry owes no reply to this change');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_change_reply BEFORE INSERT ON change_reply
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_change_reply();

CREATE FUNCTION steps_condition_evidence() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM keep_open_tasks(ARRAY(SELECT n.case_file_id FROM new_rows AS n));
    ELSE
        PERFORM keep_open_tasks(ARRAY[NEW.case_file_id]);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_condition_evidence AFTER INSERT ON condition_evidence REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_condition_evidence();
CREATE TRIGGER steps_condition_evidence_ruling AFTER UPDATE OF is_confirmed ON condition_evidence
    FOR EACH ROW WHEN (OLD.is_confirmed IS DISTINCT FROM NEW.is_confirmed) EXECUTE FUNCTION steps_condition_evidence();

-- One ministry's period for a change ends with its reply; also with its own request, which is one.
CREATE FUNCTION end_change_deadline(case_file_id bigint, condition_change_id bigint, ministry_id bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
UPDATE deadline AS c SET ended_on = authority_date(f.regime), ended_at = now(), ended_by = 'change-replied'
FROM case_file AS f
WHERE c.case_file_id = end_change_deadline.case_file_id AND f.case_file_id = c.case_file_id AND c.ended_on IS NULL
    AND c.subject = 'change' AND c.subject_id = end_change_deadline.condition_change_id
    AND c.organisation_id = end_change_deadline.ministry_id $$;

CREATE FUNCTION steps_condition_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM start_deadlines('change-requested', n.case_file_id, n.condition_change_id, NULL,
                authority_date(c.regime)),
            end_change_deadline(n.case_file_id, n.condition_change_id, n.asked_by_id)
        FROM new_rows AS n JOIN case_file AS c USING (case_file_id) ORDER BY n.condition_change_id;
        PERFORM keep_open_tasks(ARRAY(SELECT n.case_file_id FROM new_rows AS n));
    ELSE
        PERFORM end_deadlines('change-ruled', NEW.case_file_id, NEW.condition_change_id, authority_date(c.regime))
        FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id;
        PERFORM keep_open_tasks(ARRAY[NEW.case_file_id]);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_condition_change AFTER INSERT ON condition_change REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_condition_change();
CREATE TRIGGER steps_condition_change_ruling AFTER UPDATE OF is_accepted ON condition_change
    FOR EACH ROW WHEN (OLD.is_accepted IS NULL) EXECUTE FUNCTION steps_condition_change();

CREATE FUNCTION steps_change_reply() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM end_change_deadline(n.case_file_id, n.condition_change_id, n.ministry_id) FROM new_rows AS n;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_change_reply AFTER INSERT ON change_reply REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_change_reply();

-- The conditions of the decision in force, as they are now, and how far they are met. Overdue is said by the deadlines.
CREATE VIEW condition_state WITH (security_invoker = true) AS
SELECT k.decision_id, k.condition_no, k.case_file_id, k.phase, coalesce(n.text, k.text) AS text,
    coalesce(n.purpose, k.purpose) AS purpose, coalesce(n.evidence, k.evidence) AS evidence,
    CASE WHEN n.change_no IS NULL THEN k.due ELSE n.due END AS due, k.basis, k.asked_by_id, k.responsible,
    1 + coalesce(n.changes, 0) AS version,
    EXISTS (SELECT FROM condition_change AS o WHERE o.decision_id = k.decision_id AND o.condition_no = k.condition_no
        AND o.is_accepted IS NULL) AS is_change_asked,
    CASE WHEN w.reason IS NOT NULL THEN 'waived' WHEN e.evidence_no IS NULL THEN 'open' WHEN e.is_confirmed THEN 'confirmed'
        WHEN e.is_confirmed IS NULL THEN 'submitted' ELSE 'rejected' END AS state,
    coalesce(w.waived_at, e.ruled_at, e.filed_at) AS state_since, coalesce(w.reason, e.ruling) AS ruling
FROM condition AS k JOIN latest_decision AS d USING (decision_id)
LEFT JOIN LATERAL (
    SELECT c.text, c.purpose, c.evidence, c.due, c.change_no, count(*) OVER () AS changes FROM condition_change AS c
    WHERE c.decision_id = k.decision_id AND c.condition_no = k.condition_no AND c.is_accepted
    ORDER BY c.change_no DESC LIMIT 1) AS n ON true
LEFT JOIN LATERAL (
    SELECT f.evidence_no, f.is_confirmed, f.filed_at, f.ruled_at, f.ruling FROM condition_evidence AS f
    WHERE f.decision_id = k.decision_id AND f.condition_no = k.condition_no
    ORDER BY f.evidence_no DESC LIMIT 1) AS e ON true
LEFT JOIN condition_waiver AS w ON w.decision_id = k.decision_id AND w.condition_no = k.condition_no;
COMMENT ON VIEW condition_state IS 'state: open, submitted, confirmed or rejected, by the evidence filed last; or waived, once the grant is over';

GRANT EXECUTE ON FUNCTION due_parts TO PUBLIC;
GRANT EXECUTE ON FUNCTION is_grant_over TO sandbox_company, sandbox_ministry, sandbox_desk;
