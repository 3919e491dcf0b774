-- Supplements asked of the company.

CREATE FUNCTION guard_supplement() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE case_row case_file;
BEGIN
    SELECT * INTO case_row FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id AND (
        acting_as('sandbox_company') AND c.company_id = acting_organisation_id()
        OR acting_as('sandbox_desk') AND c.reference IS NOT NULL
        OR acting_as('sandbox_ministry') AND c.case_file_id IN (SELECT consulted_case_ids()))
    FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.answered_at IS NOT NULL THEN
            PERFORM refuse('supplement_once_guard', 'this supplement has been answered');
        END IF;
        IF case_row.stage NOT IN ('filed', 'received', 'consulting') THEN
            PERFORM refuse('supplement_stage_guard', 'the case is closed');
        END IF;
        IF NEW.ended_as = 'recalled' AND OLD.asked_by_id IS DISTINCT FROM acting_organisation_id() THEN
            PERFORM refuse('supplement_recall_guard', 'whoever asked for it takes it back');
        ELSIF NEW.ended_as = 'unanswered' AND coalesce(OLD.due_on >= authority_date(case_row.regime), true) THEN
            PERFORM refuse('supplement_unanswered_guard', 'the period set for the answer has not gone by');
        ELSIF NEW.ended_as IS NULL AND acting_as('sandbox_desk') THEN
            IF NEW.document_no IS NULL OR NEW.arrived_on IS NULL THEN
                PERFORM refuse('supplement_document_required_guard', 'the desk enters what came as an official document');
            END IF;
            IF NEW.arrived_on NOT BETWEEN authority_date(case_row.regime, OLD.asked_at) AND authority_date(case_row.regime) THEN
                PERFORM refuse('supplement_date_outside_guard', 'an answer arrived between the day it was asked for and today');
            END IF;
        END IF;
        NEW.answered_at := now(); NEW.answered_by := acting_role();
        RETURN NEW;
    END IF;

    IF acting_as('sandbox_desk') AND case_row.stage NOT IN ('filed', 'received', 'consulting') THEN
        PERFORM refuse('supplement_stage_guard', 'a supplement is asked between filing and decision');
    ELSIF acting_as('sandbox_ministry') AND NOT EXISTS (
        SELECT FROM consultation AS k
        WHERE k.case_file_id = NEW.case_file_id AND k.ministry_id = acting_organisation_id()
            AND k.replied_at IS NULL AND case_row.stage = 'consulting') THEN
        PERFORM refuse('supplement_stage_guard', 'a ministry asks for a supplement while its consultation is open');
    END IF;
    IF NEW.due_on NOT BETWEEN authority_date(case_row.regime) AND last_planned_day(case_row.regime) THEN
        PERFORM refuse('supplement_date_outside_guard', 'the last day for the answer has gone by, or is further ahead than anybody plans');
    END IF;
    IF EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = NEW.case_file_id AND s.answered_at IS NULL
        AND s.asked_by_id = acting_organisation_id() AND s.request = NEW.request) THEN
        PERFORM refuse('supplement_repeated_guard', 'the same is asked for already, and is not answered yet');
    END IF;
    NEW.supplement_no := 1 + coalesce((SELECT max(s.supplement_no) FROM supplement AS s
        WHERE s.case_file_id = NEW.case_file_id), 0);
    NEW.asked_by_id := acting_organisation_id();
    NEW.asked_by := acting_role(); NEW.asked_at := now();
    NEW.answer := NULL;
    NEW.answered_at := NULL; NEW.answered_by := NULL;
    NEW.ended_as := NULL; NEW.ended_reason := NULL;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_supplement BEFORE INSERT ON supplement FOR EACH ROW EXECUTE FUNCTION guard_supplement();
CREATE TRIGGER guard_supplement_update BEFORE UPDATE ON supplement
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_supplement();

-- Which cause a supplement is for a deadline.
CREATE FUNCTION supplement_cause(asked_by_id bigint, debtor_id bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT CASE WHEN asked_by_id = debtor_id THEN 'supplement-by-debtor'
    WHEN o.kind = 'authority' THEN 'supplement-by-desk' ELSE 'supplement-by-others' END
FROM organisation AS o WHERE o.organisation_id = asked_by_id $$;

-- Nobody gains time by a request that should not have been: what stopped the period of whoever asked is undone. The others could
-- rely on it, and their periods go on from the day on which it is taken back.
CREATE FUNCTION undo_own_stops(supplement_row supplement) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    WITH undone AS (
        UPDATE deadline_stop AS x SET undone = true FROM deadline AS d
        WHERE x.supplement_id = supplement_row.supplement_id AND NOT x.undone AND d.deadline_id = x.deadline_id
            AND d.ended_on IS NULL AND (x.cause = 'supplement-by-debtor'
                OR x.cause = 'supplement-by-desk' AND d.organisation_id IS NULL)
        RETURNING x.deadline_stop_id, x.case_file_id)
    INSERT INTO deadline_stop_undoing (deadline_stop_id, case_file_id, reason)
    SELECT u.deadline_stop_id, u.case_file_id, supplement_row.ended_reason FROM undone AS u ORDER BY u.deadline_stop_id;
END $$;

-- An open supplement stops the deadlines that its cause stops; they go on from the day of its answer.
CREATE FUNCTION steps_supplement() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM stop_deadlines(n.supplement_id, authority_date(c.regime, n.asked_at))
        FROM new_rows AS n JOIN case_file AS c USING (case_file_id) WHERE n.answered_at IS NULL
        ORDER BY n.supplement_id;
        PERFORM keep_open_tasks(ARRAY(SELECT n.case_file_id FROM new_rows AS n));
    ELSE
        IF NEW.ended_as = 'recalled' THEN
            PERFORM undo_own_stops(NEW);
        END IF;
        PERFORM resume_deadlines(NEW.supplement_id, coalesce(NEW.arrived_on, authority_date(c.regime, NEW.answered_at)))
        FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id;
        PERFORM keep_open_tasks(ARRAY[NEW.case_file_id]);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_supplement AFTER INSERT ON supplement REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_supplement();
CREATE TRIGGER steps_supplement_answer AFTER UPDATE OF answer, ended_as ON supplement
    FOR EACH ROW WHEN (OLD.answered_at IS NULL AND NEW.answered_at IS NOT NULL) EXECUTE FUNCTION steps_supplement();
