-- What the committee does moves the clocks: tabling ends the period for it, mediation stops it, a request for
-- re-deliberation is made within its own period and starts the next one.

-- A case is tabled when the agenda it stands on is frozen, on the day of the session if that is later.
CREATE FUNCTION follow_agenda() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM end_clocks('tabled', i.case_file_id, NULL, greatest(authority_date(c.regime), NEW.held_on))
    FROM agenda_item AS i JOIN case_file AS c USING (case_file_id)
    WHERE i.committee_session_id = NEW.committee_session_id AND i.closed_at IS NULL
    ORDER BY i.case_file_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER committee_session_follow AFTER UPDATE OF frozen_at ON committee_session
    FOR EACH ROW WHEN (OLD.frozen_at IS NULL AND NEW.frozen_at IS NOT NULL) EXECUTE FUNCTION follow_agenda();

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
CREATE TRIGGER mediation_follow_insert AFTER INSERT ON mediation
    FOR EACH ROW WHEN (NEW.ended_on IS NULL) EXECUTE FUNCTION follow_mediation();
CREATE TRIGGER mediation_follow_end AFTER UPDATE OF ended_on ON mediation
    FOR EACH ROW WHEN (OLD.ended_on IS NULL AND NEW.ended_on IS NOT NULL) EXECUTE FUNCTION follow_mediation();

-- The last day on which a rejected case may be deliberated again: the end of the clock that its rejection started.
CREATE FUNCTION redeliberation_until(decision_id bigint) RETURNS date
    LANGUAGE sql STABLE
    AS $$
SELECT max(s.due_on) FROM decision AS d
JOIN clock_state() AS s ON s.case_file_id = d.case_file_id AND s.subject = 'decision' AND s.subject_id = d.decision_id
JOIN clock_rule AS r ON r.clock_rule_id = s.clock_rule_id AND r.starts_on = 'rejected'
WHERE d.decision_id = redeliberation_until.decision_id
$$;
GRANT EXECUTE ON FUNCTION redeliberation_until TO
    sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;

CREATE FUNCTION follow_redeliberation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    verdict bigint := (SELECT max(d.decision_id) FROM decision AS d WHERE d.case_file_id = NEW.case_file_id);
    today date := (SELECT authority_date(c.regime, NEW.asked_at) FROM case_file AS c
        WHERE c.case_file_id = NEW.case_file_id);
BEGIN
    PERFORM end_clocks('redeliberation-requested', NEW.case_file_id, verdict, today);
    PERFORM start_clocks('redeliberation-requested', NEW.case_file_id, verdict, NULL, today);
    RETURN NULL;
END
$$;
CREATE TRIGGER redeliberation_follow AFTER INSERT ON redeliberation
    FOR EACH ROW EXECUTE FUNCTION follow_redeliberation();

CREATE FUNCTION follow_second_decision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM end_clocks('redeliberated', NEW.case_file_id, NULL,
        (SELECT authority_date(c.regime, NEW.recorded_at) FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id));
    RETURN NULL;
END
$$;
CREATE TRIGGER decision_follow_second AFTER INSERT ON decision
    FOR EACH ROW WHEN (NEW.decision_no > 1) EXECUTE FUNCTION follow_second_decision();

