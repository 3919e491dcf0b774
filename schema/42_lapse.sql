-- Silence that the law gives a meaning, deemed agreement (간주; 법 제36조 제3항): the lapse is recorded once, at its legal
-- instant, by whoever looks first. It is a proposed outcome with its basis and the proof that the ministry was told, and can be
-- contested.

-- Whether a supplement is open that was asked for before the period ended, by whoever stops it by doing so. Its stop may have been
-- undone; silence has no meaning meanwhile.
CREATE FUNCTION is_supplement_open(deadline_id bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM kept_deadline AS k JOIN deadline_rule AS r ON r.deadline_rule_id = k.deadline_rule_id
        JOIN supplement AS s ON s.case_file_id = k.case_file_id AND s.answered_at IS NULL
        WHERE k.deadline_id = is_supplement_open.deadline_id
            AND supplement_cause(s.asked_by_id, k.organisation_id) = ANY (r.stopped_by)
            AND (authority_date(r.regime, s.asked_at) <= k.due_on) IS NOT FALSE);
END $$;

CREATE FUNCTION record_lapse(deadline_id bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE consultation_row consultation; deadline_row record; lapsed_at timestamptz;
BEGIN
    -- The case first, as every act does; whoever comes second finds the deadline ended.
    PERFORM FROM case_file AS c WHERE c.case_file_id = (SELECT k.case_file_id FROM deadline AS k
        WHERE k.deadline_id = record_lapse.deadline_id) FOR UPDATE;
    SELECT s.*, r.basis, r.when_missed, r.regime INTO deadline_row FROM deadline_today AS s
    JOIN deadline_rule AS r ON r.deadline_rule_id = s.deadline_rule_id WHERE s.deadline_id = record_lapse.deadline_id;
    SELECT * INTO consultation_row FROM consultation AS k WHERE k.consultation_id = deadline_row.subject_id;
    IF deadline_row.ended_on IS NOT NULL OR deadline_row.due_on >= deadline_row.today OR deadline_row.certainty IS NOT NULL
        OR is_supplement_open(record_lapse.deadline_id)
        OR deadline_row.subject <> 'consultation'
        OR deadline_row.when_missed <> 'deemed-not-needed' OR consultation_row.replied_at IS NOT NULL
        OR consultation_row.notified_on IS NULL THEN
        RETURN false;
    END IF;
    SELECT (deadline_row.due_on + 1)::timestamp AT TIME ZONE g.time_zone INTO lapsed_at
    FROM regime AS g WHERE g.regime = deadline_row.regime;
    INSERT INTO lapse (consultation_id, case_file_id, deadline_id, due_on, lapsed_at, proposes, basis, notified_on,
        notice)
    VALUES (consultation_row.consultation_id, consultation_row.case_file_id, record_lapse.deadline_id,
        deadline_row.due_on, lapsed_at, deadline_row.when_missed, deadline_row.basis, consultation_row.notified_on,
        consultation_row.notice);
    -- One that was asked for after the period had ended stops nothing.
    UPDATE deadline_stop AS s SET ended_on = s.began_on WHERE s.deadline_id = record_lapse.deadline_id AND s.ended_on IS NULL;
    UPDATE consultation AS k SET replied_at = lapsed_at, lapsed = true
    WHERE k.consultation_id = consultation_row.consultation_id;
    UPDATE deadline AS c SET ended_on = deadline_row.due_on, ended_at = now(), ended_by = 'lapsed'
    WHERE c.deadline_id = record_lapse.deadline_id;
    PERFORM start_after_replies(consultation_row.case_file_id, deadline_row.due_on + 1);
    RETURN true;
END $$;

-- Lapses that are recorded on another day than the period ends by what is known now, and that a decision does not rest on yet.
CREATE VIEW wrong_lapse WITH (security_invoker = true) AS
SELECT l.lapse_id, l.case_file_id, l.deadline_id, l.consultation_id, k.regime, l.due_on AS recorded_due_on, k.due_on
FROM lapse AS l JOIN kept_deadline AS k ON k.deadline_id = l.deadline_id
JOIN case_file AS c ON c.case_file_id = l.case_file_id AND c.stage = 'consulting'
WHERE l.undone_at IS NULL AND l.resolution IS DISTINCT FROM 'set-aside'
    AND (k.due_on IS DISTINCT FROM l.due_on OR k.certainty IS NOT NULL);

-- Undoes lapses: the record stays, with the day it was undone and the end as it is counted now. The period runs again, with the stops
-- that supplements have made since; where it has ended on another day that is past as well, the silence is recorded anew. Answers how
-- many were undone.
CREATE FUNCTION undo_lapses(lapses bigint[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE wrong record; undone integer := 0;
BEGIN
    FOR wrong IN
        SELECT w.*, authority_date(w.regime) AS today FROM wrong_lapse AS w WHERE w.lapse_id = ANY (lapses)
        ORDER BY w.case_file_id, w.lapse_id
    LOOP
        PERFORM FROM case_file AS c WHERE c.case_file_id = wrong.case_file_id FOR UPDATE;
        UPDATE lapse AS l SET undone_at = now(), undone_by = acting_role(), undone_due_on = wrong.due_on
        WHERE l.lapse_id = wrong.lapse_id;
        UPDATE consultation AS k SET lapsed = false, replied_at = NULL
        WHERE k.consultation_id = wrong.consultation_id AND k.lapsed;
        UPDATE deadline AS d SET ended_on = NULL, ended_at = NULL, ended_by = NULL
        WHERE d.deadline_id = wrong.deadline_id AND d.ended_by = 'lapsed';
        INSERT INTO deadline_stop (deadline_id, case_file_id, cause, supplement_id, began_on, ended_on)
        SELECT d.deadline_id, d.case_file_id, supplement_cause(s.asked_by_id, d.organisation_id), s.supplement_id,
            authority_date(r.regime, s.asked_at), authority_date(r.regime, s.answered_at)
        FROM deadline AS d JOIN deadline_rule AS r USING (deadline_rule_id)
        JOIN supplement AS s ON s.case_file_id = d.case_file_id AND authority_date(r.regime, s.asked_at) > wrong.recorded_due_on
        WHERE d.deadline_id = wrong.deadline_id AND supplement_cause(s.asked_by_id, d.organisation_id) = ANY (r.stopped_by)
            AND NOT EXISTS (SELECT FROM deadline_stop AS x WHERE x.deadline_id = d.deadline_id AND NOT x.undone
                AND daterange(x.began_on, x.ended_on) && daterange(authority_date(r.regime, s.asked_at),
                    authority_date(r.regime, s.answered_at)))
        ORDER BY s.supplement_id LIMIT 1;
        PERFORM end_deadlines('replies-reopened', wrong.case_file_id, NULL, wrong.today);
        PERFORM record_lapse(wrong.deadline_id);
        undone := undone + 1;
    END LOOP;
    RETURN undone;
END $$;

-- Records every lapse among the cases that a party to them looks at, the desk those of its own regimes. Answers how many. Who looks came to read: a lapse that cannot
-- be recorded stays pending, and the server's log says why.
CREATE FUNCTION record_lapses() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    pending bigint;
    recorded integer := 0;
    patience text := current_setting('lock_timeout');
BEGIN
    -- No look waits for whoever keeps a case: the lapse is recorded by the next.
    PERFORM set_config('lock_timeout', '250ms', true);
    FOR pending IN
        SELECT p.deadline_id FROM pending_lapse AS p
        WHERE acting_as('sandbox_desk') AND p.is_listed
            OR acting_as('sandbox_company') AND p.case_file_id IN (SELECT own_case_ids())
            OR acting_as('sandbox_ministry') AND p.case_file_id IN (SELECT consulted_case_ids())
        ORDER BY p.case_file_id, p.deadline_id
    LOOP
        BEGIN
            recorded := recorded + record_lapse(pending)::integer;
        EXCEPTION WHEN integrity_constraint_violation OR data_exception OR SQLSTATE 'SB001' THEN
            RAISE WARNING 'the lapse of deadline % is not recorded: %', pending, SQLERRM;
        WHEN lock_not_available THEN
            NULL;
        END;
    END LOOP;
    PERFORM set_config('lock_timeout', patience, true);
    RETURN recorded;
END $$;

-- The ministry contests its own lapse, the desk any; the desk resolves. One that is set aside opens the consultation
-- again, as one that has not been notified: then a new period runs from the day the ministry is told.
CREATE FUNCTION guard_lapse() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE stage text;
BEGIN
    SELECT c.stage INTO stage FROM case_file AS c WHERE c.case_file_id = OLD.case_file_id FOR UPDATE;
    IF stage <> 'consulting' THEN
        PERFORM refuse('lapse_stage_guard', 'the case is no longer in consultation');
    END IF;
    IF NEW.contest_reason IS DISTINCT FROM OLD.contest_reason THEN
        IF OLD.contested_at IS NOT NULL OR OLD.undone_at IS NOT NULL THEN
            PERFORM refuse('lapse_contest_guard', 'the lapse has been contested');
        END IF;
        NEW.contested_at := now(); NEW.contested_by := acting_role();
    END IF;
    IF NEW.resolution IS DISTINCT FROM OLD.resolution OR NEW.resolution_reason IS DISTINCT FROM OLD.resolution_reason
    THEN
        IF NOT acting_as('sandbox_desk') THEN
            PERFORM refuse('lapse_resolution_guard', 'the desk resolves what is contested');
        END IF;
        IF OLD.resolved_at IS NOT NULL OR OLD.contested_at IS NULL OR OLD.undone_at IS NOT NULL THEN
            PERFORM refuse('lapse_resolution_guard', 'nothing is contested, or it has been resolved');
        END IF;
        NEW.resolved_at := now(); NEW.resolved_by := acting_role();
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_lapse BEFORE UPDATE ON lapse FOR EACH ROW EXECUTE FUNCTION guard_lapse();

CREATE FUNCTION steps_lapse() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF OLD.resolution IS NULL AND NEW.resolution = 'set-aside' THEN
        UPDATE consultation AS k SET lapsed = false, replied_at = NULL, notified_at = NULL, notified_on = NULL,
            notified_by = NULL, notice = NULL
        WHERE k.consultation_id = NEW.consultation_id;
        PERFORM end_deadlines('replies-reopened', c.case_file_id, NULL, authority_date(c.regime))
        FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id;
    END IF;
    PERFORM keep_open_tasks(ARRAY[NEW.case_file_id]);
    RETURN NULL;
END $$;
CREATE TRIGGER steps_lapse AFTER UPDATE OF contest_reason, resolution ON lapse
    FOR EACH ROW EXECUTE FUNCTION steps_lapse();

-- The deadlines that have lapsed and of which nothing is recorded yet, among the cases that the acting person sees. Asked by
-- everyone who looks: its index holds open deadlines that can lapse, by their last day.
CREATE VIEW pending_lapse WITH (security_invoker = true) AS
SELECT k.deadline_id, k.case_file_id, k.subject_id AS consultation_id, k.due_on, k.rule::text,
    coalesce(k.regime = ANY ((SELECT listed_regimes())::text[]), true) AS is_listed
FROM kept_deadline AS k
WHERE k.ended_on IS NULL AND k.when_missed = 'deemed-not-needed' AND k.certainty IS NULL AND k.subject = 'consultation'
    AND k.due_on < (SELECT max((now() AT TIME ZONE z.time_zone)::date) FROM regime AS z)
    AND k.due_on < (SELECT (now() AT TIME ZONE g.time_zone)::date FROM regime AS g WHERE g.regime = k.regime);

-- Whether there is a lapse to record, and somebody who may.
CREATE FUNCTION is_lapse_due() RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF acting_group() IN ('sandbox_company', 'sandbox_ministry') THEN
        RETURN EXISTS (SELECT FROM pending_lapse);
    END IF;
    RETURN acting_group() = 'sandbox_desk' AND EXISTS (SELECT FROM pending_lapse AS p WHERE p.is_listed);
END $$;

GRANT EXECUTE ON FUNCTION is_lapse_due TO PUBLIC;
GRANT EXECUTE ON FUNCTION record_lapses TO sandbox_company, sandbox_ministry, sandbox_desk;
