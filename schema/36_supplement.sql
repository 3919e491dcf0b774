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
    NEW.supplement_no := 1 + coalesce((SELECT max(s.supplement_no) FROM supplement AS s
        WHERE s.case_file_id = NEW.case_file_id), 0);
    NEW.asked_by_id := acting_organisation_id();
    NEW.asked_by := acting_role(); NEW.asked_at := now();
    NEW.answer := NULL;
    NEW.answered_at := NULL; NEW.answered_by := NULL;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_supplement BEFORE INSERT OR UPDATE ON supplement FOR EACH ROW EXECUTE FUNCTION guard_supplement();

-- Which cause a supplement is for a deadline.
CREATE FUNCTION supplement_cause(asked_by_id bigint, debtor_id bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT CASE WHEN asked_by_id = debtor_id THEN 'supplement-by-debtor'
    WHEN o.kind = 'authority' THEN 'supplement-by-desk' ELSE 'supplement-by-others' END
FROM organisation AS o WHERE o.organisation_id = asked_by_id $$;

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
        PERFORM resume_deadlines(NEW.supplement_id, authority_date(c.regime, NEW.answered_at))
        FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id;
        PERFORM keep_open_tasks(ARRAY[NEW.case_file_id]);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_supplement AFTER INSERT ON supplement REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_supplement();
CREATE TRIGGER steps_supplement_answer AFTER UPDATE OF answer ON supplement
    FOR EACH ROW WHEN (OLD.answered_at IS NULL AND NEW.answered_at IS NOT NULL) EXECUTE FUNCTION steps_supplement();
