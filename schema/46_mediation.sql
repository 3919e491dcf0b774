-- Mediation, and precedents by which a case goes the fast track.

CREATE FUNCTION guard_mediation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    subject case_file;
    today date;
BEGIN
    SELECT * INTO subject FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.reference IS NOT NULL AND acting_as('sandbox_desk') FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    today := authority_date(subject.regime);
    IF NEW.begun_on NOT BETWEEN authority_date(subject.regime, subject.filed_at) AND today OR NEW.ended_on > today
        OR EXISTS (SELECT FROM mediation AS m WHERE m.case_file_id = NEW.case_file_id
            AND m.mediation_no IS DISTINCT FROM NEW.mediation_no AND m.ended_on >= NEW.begun_on)
    THEN
        PERFORM refuse('mediation_date_guard', 'mediation lies between filing and today and overlaps no other');
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.ended_on IS NOT NULL THEN
            PERFORM refuse('mediation_ended_guard', 'this mediation has ended');
        END IF;
        RETURN NEW;
    END IF;
    IF subject.stage NOT IN ('received', 'consulting') THEN
        PERFORM refuse('mediation_stage_guard', 'mediation lies between reception and decision');
    END IF;
    NEW.mediation_no := 1 + coalesce((SELECT max(m.mediation_no) FROM mediation AS m
        WHERE m.case_file_id = NEW.case_file_id), 0);
    NEW.begun_by := acting_role();
    RETURN NEW;
END
$$;
CREATE TRIGGER mediation_guard BEFORE INSERT OR UPDATE ON mediation
    FOR EACH ROW EXECUTE FUNCTION guard_mediation();

CREATE FUNCTION follow_mediation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO clock_stop (clock_id, case_file_id, cause, paper, began_on)
        SELECT c.clock_id, c.case_file_id, 'mediation', NEW.council, greatest(NEW.begun_on, c.started_on)
        FROM clock AS c JOIN clock_rule AS r USING (clock_rule_id)
        WHERE c.case_file_id = NEW.case_file_id AND c.ended_on IS NULL AND c.started_on IS NOT NULL
            AND 'mediation' = ANY (r.stopped_by)
            AND NOT EXISTS (SELECT FROM clock_stop AS s WHERE s.clock_id = c.clock_id AND NOT s.undone
                AND (s.ended_on IS NULL OR s.ended_on > greatest(NEW.begun_on, c.started_on)));
    ELSE
        UPDATE clock_stop AS s SET ended_on = greatest(NEW.ended_on, s.began_on)
        WHERE s.case_file_id = NEW.case_file_id AND s.cause = 'mediation' AND s.ended_on IS NULL AND NOT s.undone;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER then_mediation_follow_insert AFTER INSERT ON mediation
    FOR EACH ROW WHEN (NEW.ended_on IS NULL) EXECUTE FUNCTION follow_mediation();
CREATE TRIGGER then_mediation_follow_end AFTER UPDATE OF ended_on ON mediation
    FOR EACH ROW WHEN (OLD.ended_on IS NULL AND NEW.ended_on IS NOT NULL) EXECUTE FUNCTION follow_mediation();

-- 동일·유사: a precedent is a grant, and every law the case touches was touched by it. People space the names of laws as they
-- like: 개인정보 보호법 and 개인정보보호법 are one.
CREATE FUNCTION guard_fast_track() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    subject case_file;
BEGIN
    SELECT * INTO subject FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.reference IS NOT NULL AND acting_as('sandbox_desk') FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF subject.stage NOT IN ('received', 'consulting') THEN
        PERFORM refuse('fast_track_stage_guard', 'the fast track is proposed before the decision');
    END IF;
    IF NOT EXISTS (
        SELECT FROM latest_decision AS d JOIN case_file AS p USING (case_file_id)
        WHERE d.case_file_id = NEW.precedent_id AND d.outcome IN ('granted', 'granted-with-conditions')
            AND p.regime = subject.regime AND p.track = subject.track)
        OR EXISTS (
            SELECT replace(e.law, ' ', '') FROM exemption_item AS e WHERE e.case_file_id = NEW.case_file_id
            EXCEPT SELECT replace(e.law, ' ', '') FROM exemption_item AS e WHERE e.case_file_id = NEW.precedent_id)
    THEN
        PERFORM refuse('fast_track_precedent_guard', 'a precedent is a grant of the same track that concerned the same laws');
    END IF;
    NEW.proposed_at := now();
    NEW.proposed_by := acting_role();
    RETURN NEW;
END
$$;
CREATE TRIGGER fast_track_guard BEFORE INSERT ON fast_track FOR EACH ROW EXECUTE FUNCTION guard_fast_track();
