-- Mediation between the applicant and those whose interests the service touches.

CREATE FUNCTION guard_mediation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE case_row case_file; today date;
BEGIN
    SELECT * INTO case_row FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.reference IS NOT NULL AND acting_as('sandbox_desk') FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    today := authority_date(case_row.regime);
    IF NEW.begun_on NOT BETWEEN authority_date(case_row.regime, case_row.filed_at) AND today OR NEW.ended_on > today
        OR EXISTS (SELECT FROM mediation AS m WHERE m.case_file_id = NEW.case_file_id
            AND m.mediation_no IS DISTINCT FROM NEW.mediation_no AND m.ended_on >= NEW.begun_on) THEN
        PERFORM refuse('mediation_date_guard', 'mediation lies between filing and today and overlaps no other');
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.ended_on IS NOT NULL THEN
            PERFORM refuse('mediation_ended_guard', 'this mediation has ended');
        END IF;
        RETURN NEW;
    END IF;
    IF case_row.stage NOT IN ('received', 'consulting') THEN
        PERFORM refuse('mediation_stage_guard', 'mediation lies between reception and decision');
    END IF;
    NEW.mediation_no := 1 + coalesce((SELECT max(m.mediation_no) FROM mediation AS m
        WHERE m.case_file_id = NEW.case_file_id), 0);
    NEW.begun_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_mediation BEFORE INSERT OR UPDATE ON mediation FOR EACH ROW EXECUTE FUNCTION guard_mediation();

-- While it lasts, the deadlines that mediation stops do not run.
CREATE FUNCTION steps_mediation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO deadline_stop (deadline_id, case_file_id, cause, paper, began_on)
        SELECT c.deadline_id, c.case_file_id, 'mediation', n.council, greatest(n.begun_on, c.started_on)
        FROM new_rows AS n JOIN deadline AS c USING (case_file_id) JOIN deadline_rule AS r USING (deadline_rule_id)
        WHERE n.ended_on IS NULL AND c.ended_on IS NULL AND c.started_on IS NOT NULL
            AND 'mediation' = ANY (r.stopped_by)
            AND NOT EXISTS (SELECT FROM deadline_stop AS s WHERE s.deadline_id = c.deadline_id AND NOT s.undone
                AND (s.ended_on IS NULL OR s.ended_on > greatest(n.begun_on, c.started_on)));
        PERFORM keep_open_tasks(ARRAY(SELECT n.case_file_id FROM new_rows AS n));
    ELSE
        UPDATE deadline_stop AS s SET ended_on = greatest(NEW.ended_on, s.began_on)
        WHERE s.case_file_id = NEW.case_file_id AND s.cause = 'mediation' AND s.ended_on IS NULL AND NOT s.undone;
        PERFORM keep_open_tasks(ARRAY[NEW.case_file_id]);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_mediation AFTER INSERT ON mediation REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_mediation();
CREATE TRIGGER steps_mediation_end AFTER UPDATE OF ended_on ON mediation
    FOR EACH ROW WHEN (OLD.ended_on IS NULL AND NEW.ended_on IS NOT NULL) EXECUTE FUNCTION steps_mediation();
