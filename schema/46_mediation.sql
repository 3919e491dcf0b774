-- Mediation, and precedents by which a case goes the fast track.

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
    ELSE
        UPDATE deadline_stop AS s SET ended_on = greatest(NEW.ended_on, s.began_on)
        WHERE s.case_file_id = NEW.case_file_id AND s.cause = 'mediation' AND s.ended_on IS NULL AND NOT s.undone;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_mediation AFTER INSERT ON mediation REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_mediation();
CREATE TRIGGER steps_mediation_end AFTER UPDATE OF ended_on ON mediation
    FOR EACH ROW WHEN (OLD.ended_on IS NULL AND NEW.ended_on IS NOT NULL) EXECUTE FUNCTION steps_mediation();

-- People space the names of laws as they like: 개인정보 보호법 and 개인정보보호법 are one. What two names of a law have in common.
CREATE FUNCTION law_key(law text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN replace(law, ' ', '');

-- 동일·유사: a precedent is a grant, and every law the case touches was touched by it.
CREATE FUNCTION guard_fast_track() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE case_row case_file;
BEGIN
    SELECT * INTO case_row FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.reference IS NOT NULL AND acting_as('sandbox_desk') FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF case_row.stage NOT IN ('received', 'consulting') THEN
        PERFORM refuse('fast_track_stage_guard', 'the fast track is proposed before the decision');
    END IF;
    IF NOT EXISTS (
        SELECT FROM latest_decision AS d JOIN case_file AS p USING (case_file_id)
        WHERE d.case_file_id = NEW.precedent_id AND d.outcome IN ('granted', 'granted-with-conditions')
            AND p.regime = case_row.regime AND p.track = case_row.track)
        OR EXISTS (
            SELECT law_key(e.law) FROM exemption_item AS e WHERE e.case_file_id = NEW.case_file_id
            EXCEPT SELECT law_key(e.law) FROM exemption_item AS e WHERE e.case_file_id = NEW.precedent_id) THEN
        PERFORM refuse('fast_track_precedent_guard',
            'a precedent is a grant of the same track that concerned the same laws');
    END IF;
    NEW.proposed_at := now(); NEW.proposed_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_fast_track BEFORE INSERT ON fast_track FOR EACH ROW EXECUTE FUNCTION guard_fast_track();

GRANT EXECUTE ON FUNCTION law_key TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
