-- The decision, and re-deliberation after a rejection.

-- All that a decision on a case depends on. Asked by the guard and by whoever is about to decide.
CREATE TYPE decision_facts AS (
    stage text, outcomes text[], replied_ministries text[], open_ministries text[], contested_ministries text[],
    open_supplements integer[], filed_on date, today date, has_committee boolean, agenda_item_id bigint, committee text,
    meeting_no integer, held_on date, closes_on date, is_frozen boolean, composed integer, recused integer,
    present integer, in_favour integer, against integer, abstained integer, is_quorate boolean, is_carried boolean,
    permit_ministries text[], unasked_ministries text[], proposed_conditions integer
);
COMMENT ON COLUMN decision_facts.permit_ministries IS 'those of the replied ministries that say that a permit is needed';
COMMENT ON COLUMN decision_facts.unasked_ministries IS
    'named by the proposal, not asked, and nobody said why not';
COMMENT ON COLUMN decision_facts.proposed_conditions IS 'how many the committee has before it';
COMMENT ON COLUMN decision_facts.outcomes IS 'what a pending case of the track may come to';
COMMENT ON COLUMN decision_facts.contested_ministries IS 'whose lapse is contested and not resolved';
COMMENT ON COLUMN decision_facts.has_committee IS
    'a committee decides the track; the item on its agenda is NULL where the case is on none';

CREATE FUNCTION decision_facts(case_file_id bigint) RETURNS decision_facts
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp AS $$
SELECT ROW(
    c.stage,
    ARRAY(SELECT o.outcome FROM track_outcome AS o
        WHERE o.regime = c.regime AND o.track = c.track AND NOT o.import_only ORDER BY o.outcome),
    k.replied, k.open,
    ARRAY(SELECT o.name FROM lapse AS l JOIN consultation AS k USING (consultation_id)
        JOIN organisation AS o ON o.organisation_id = k.ministry_id
        WHERE l.case_file_id = c.case_file_id AND l.contested_at IS NOT NULL AND l.resolved_at IS NULL
            AND l.undone_at IS NULL ORDER BY l.lapse_id),
    ARRAY(SELECT s.supplement_no FROM supplement AS s
        WHERE s.case_file_id = c.case_file_id AND s.answered_at IS NULL ORDER BY s.supplement_no),
    authority_date(c.regime, coalesce(c.filed_at, now())), authority_date(c.regime),
    EXISTS (SELECT FROM track_committee AS b WHERE b.regime = c.regime AND b.track = c.track),
    i.agenda_item_id, m.committee, m.meeting_no, m.held_on, m.closes_on, m.frozen_at IS NOT NULL, t.composed, t.recused,
    t.present, t.in_favour, t.against, t.abstained, t.is_quorate, t.is_carried, k.permit,
    unasked_ministries(c.case_file_id),
    (SELECT count(*)::integer FROM proposed_condition AS n WHERE n.agenda_item_id = i.agenda_item_id))::decision_facts
FROM case_file AS c
CROSS JOIN LATERAL (SELECT
    coalesce(array_agg(o.name ORDER BY k.consultation_id) FILTER (WHERE k.replied_at IS NOT NULL), '{}') AS replied,
    coalesce(array_agg(o.name ORDER BY k.consultation_id) FILTER (WHERE k.replied_at IS NULL), '{}') AS open,
    coalesce(array_agg(o.name ORDER BY k.consultation_id) FILTER (WHERE p.opinion = 'permit-needed' AND NOT EXISTS (
        SELECT FROM consultation AS l WHERE l.case_file_id = k.case_file_id AND l.ministry_id = k.ministry_id
            AND l.round > k.round AND l.recall_reason IS NULL)), '{}') AS permit
    FROM consultation AS k JOIN organisation AS o ON o.organisation_id = k.ministry_id
    LEFT JOIN opinion AS p ON p.consultation_id = k.consultation_id
    WHERE k.case_file_id = c.case_file_id AND k.recall_reason IS NULL) AS k
LEFT JOIN agenda_item AS i ON i.case_file_id = c.case_file_id AND i.closed_at IS NULL
LEFT JOIN meeting AS m USING (meeting_id)
LEFT JOIN agenda_tally AS t USING (agenda_item_id) WHERE c.case_file_id = decision_facts.case_file_id $$;

-- A grant with conditions has some, and no other decision has any, but one of the past that changed them.
CREATE FUNCTION conditions_fit(outcome text, condition_count bigint) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE outcome WHEN 'granted-with-conditions' THEN condition_count > 0 WHEN 'conditions-changed' THEN true
        ELSE condition_count = 0 END;

-- Why a case may not be decided so; NULL: it may. DecisionFacts.mayDecide says the same in Swift, and a test demands the same
-- answer of both for facts at random. The conditions are not known to the guard (NULL): they follow the decision, and are
-- looked at when the act is committed.
CREATE FUNCTION decision_refusal(facts decision_facts, outcome text, condition_count integer, reason text,
    day date) RETURNS refusal LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN NOT facts.stage IN ('received', 'consulting')
            THEN ('decision_stage_guard', 'only a received case is decided')::refusal
        WHEN NOT outcome = ANY (facts.outcomes)
            THEN ('decision_outcome_guard', 'this track has no such outcome')::refusal
        WHEN facts.open_ministries <> '{}' THEN ('decision_consultation_guard', 'a consultation is open')::refusal
        WHEN facts.contested_ministries <> '{}' THEN ('decision_lapse_guard', 'a lapse is contested')::refusal
        WHEN facts.open_supplements <> '{}' THEN ('decision_supplement_guard', 'a supplement is open')::refusal
        WHEN outcome <> 'rejected' AND facts.unasked_ministries <> '{}'
            THEN ('decision_ministries_unasked_guard', 'a ministry that the proposal names was not asked')::refusal
        WHEN outcome IN ('granted', 'granted-with-conditions') AND facts.replied_ministries = '{}'
            THEN ('decision_grant_guard', 'a grant needs the reply of a ministry')::refusal
        WHEN coalesce(btrim(reason), '') = '' AND (outcome = 'no-regulation' AND facts.permit_ministries <> '{}'
            OR outcome = 'permit-needed' AND facts.permit_ministries = '{}' AND facts.replied_ministries <> '{}')
            THEN ('decision_against_replies_guard', 'the ministries replied otherwise, and no reason is given')::refusal
        WHEN outcome = 'granted' AND facts.proposed_conditions > 0 AND coalesce(btrim(reason), '') = ''
            THEN ('decision_conditions_dropped_guard', 'conditions were proposed, and no reason is given to drop them')::refusal
        WHEN NOT conditions_fit(outcome, condition_count)
            THEN ('decision_conditions_guard', 'conditions go with a grant with conditions, and only with it')::refusal
        WHEN outcome = 'rejected' AND coalesce(btrim(reason), '') = ''
            THEN ('decision_reason_guard', 'a rejection gives its reason')::refusal
        WHEN facts.has_committee AND facts.held_on > facts.today
            THEN ('decision_meeting_day_guard', 'the meeting has not begun')::refusal
        WHEN day IS NULL OR day NOT BETWEEN facts.filed_on AND facts.today
            THEN ('decision_date_guard',
                'a decision is recorded on its day or later, and not made before the filing')::refusal
        WHEN NOT facts.has_committee THEN NULL
        WHEN facts.agenda_item_id IS NULL
            THEN ('decision_agenda_guard', 'a committee decides this track, and the case is on no agenda')::refusal
        WHEN NOT facts.is_frozen THEN ('decision_frozen_guard', 'the agenda is not frozen')::refusal
        WHEN NOT facts.is_quorate THEN ('decision_quorum_guard', 'too few members were present')::refusal
        WHEN facts.is_carried = (outcome = 'rejected')
            THEN ('decision_majority_guard', 'the votes say otherwise')::refusal
        WHEN day NOT BETWEEN facts.held_on AND facts.closes_on
            THEN ('decision_date_guard', 'the day of the decision is the day of the meeting')::refusal
    END;

-- The server finds the item the decision is about, and takes the name of the meeting from it.
CREATE FUNCTION guard_decision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE facts decision_facts; refusal refusal;
BEGIN
    PERFORM FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.reference IS NOT NULL AND acting_as('sandbox_desk') FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    PERFORM FROM agenda_item AS i WHERE i.case_file_id = NEW.case_file_id AND i.closed_at IS NULL FOR UPDATE;
    facts := decision_facts(NEW.case_file_id);
    refusal := decision_refusal(facts, NEW.outcome, NULL, NEW.reason, NEW.decided_on);
    IF refusal.constraint_name IS NOT NULL THEN
        PERFORM refuse(refusal.constraint_name, refusal.message);
    END IF;
    NEW.recorded_at := now(); NEW.recorded_by := acting_role();
    NEW.decision_no := 1 + (SELECT count(*) FROM decision AS d WHERE d.case_file_id = NEW.case_file_id);
    NEW.agenda_item_id := CASE WHEN facts.has_committee THEN facts.agenda_item_id END;
    IF NEW.agenda_item_id IS NOT NULL THEN
        NEW.meeting_label := (meeting_label(facts.committee, facts.meeting_no)).ko;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_decision BEFORE INSERT ON decision
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_decision();
-- The stage of its case, compared at commit.
CREATE CONSTRAINT TRIGGER check_case_file AFTER INSERT ON decision
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_user <> 'sandbox_owner')
    EXECUTE FUNCTION check_case_file();

-- What follows a decision. A grant's periods run from the day of the decision, a rejection's from the day it is notified,
-- which is the day it is recorded. Of a grant of the past only that is known, neither its certificate nor what became of it.
CREATE FUNCTION steps_decision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
DECLARE decision_row decision; recorded_on date;
BEGIN
    INSERT INTO exemption_grant (case_file_id, decision_id, regime, track, granted_on)
    SELECT n.case_file_id, n.decision_id, c.regime, c.track, n.decided_on
    FROM new_rows AS n JOIN case_file AS c USING (case_file_id) JOIN grant_track AS t USING (regime, track)
    WHERE c.origin = 'import' AND n.outcome IN ('granted', 'granted-with-conditions') ORDER BY n.decision_id;

    FOR decision_row IN
        SELECT n.* FROM new_rows AS n JOIN case_file AS c USING (case_file_id)
        WHERE c.origin = 'filed' ORDER BY n.decision_id
    LOOP
        SELECT authority_date(c.regime, decision_row.recorded_at) INTO recorded_on
        FROM case_file AS c WHERE c.case_file_id = decision_row.case_file_id;
        PERFORM close_agenda_item(decision_row.case_file_id, 'decided');
        PERFORM end_deadlines('decided', decision_row.case_file_id, NULL, recorded_on);
        IF decision_row.decision_no > 1 THEN
            PERFORM end_deadlines('redeliberated', decision_row.case_file_id, NULL, recorded_on);
        END IF;
        IF decision_row.outcome IN ('granted', 'granted-with-conditions') THEN
            PERFORM start_deadlines('granted', decision_row.case_file_id, decision_row.decision_id, NULL,
                decision_row.decided_on);
            PERFORM make_grant(decision_row);
            PERFORM convert_predecessor(decision_row.case_file_id, decision_row.decided_on);
        ELSIF decision_row.outcome = 'rejected' THEN
            PERFORM start_deadlines('rejected', decision_row.case_file_id, decision_row.decision_id, NULL, recorded_on);
            PERFORM open_disposition_of_rejection(decision_row.case_file_id, decision_row.decision_id, recorded_on);
        END IF;
    END LOOP;
    PERFORM keep_open_tasks(ARRAY(SELECT n.case_file_id FROM new_rows AS n WHERE n.decision_no > 1));
    RETURN NULL;
END $$;
CREATE TRIGGER steps_decision AFTER INSERT ON decision REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_decision();

-- What is put right of a decision, or of the minutes of its meeting, is shown beside it.
CREATE FUNCTION guard_correction() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE case_row case_file;
BEGIN
    SELECT * INTO case_row FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.reference IS NOT NULL AND acting_as('sandbox_desk') FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    SELECT max(d.decision_id) INTO NEW.decision_id FROM decision AS d WHERE d.case_file_id = NEW.case_file_id;
    IF NEW.decision_id IS NULL OR case_row.origin <> 'filed' THEN
        PERFORM refuse('correction_stage_guard', 'nothing has been decided');
    END IF;
    NEW.correction_no := 1 + coalesce((SELECT max(k.correction_no) FROM correction AS k
        WHERE k.case_file_id = NEW.case_file_id), 0);
    NEW.corrected_at := now(); NEW.corrected_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_correction BEFORE INSERT ON correction FOR EACH ROW EXECUTE FUNCTION guard_correction();

-- Whoever has the paper is told.
CREATE FUNCTION steps_correction() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM keep_open_tasks(ARRAY(SELECT n.case_file_id FROM new_rows AS n));
    RETURN NULL;
END $$;
CREATE TRIGGER steps_correction AFTER INSERT ON correction REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_correction();

CREATE FUNCTION guard_precedent_departure() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF acting_as('sandbox_desk') AND EXISTS (
        SELECT FROM decision AS d JOIN case_file AS c USING (case_file_id)
        WHERE d.decision_id = NEW.decision_id AND (d.recorded_at <> now() OR c.stage = 'decided')) THEN
        PERFORM refuse('precedent_departure_decision_guard', 'a recorded decision is not added to');
    END IF;
    IF NOT EXISTS (SELECT FROM latest_decision AS d
        WHERE d.case_file_id = NEW.precedent_id AND d.outcome IN ('granted', 'granted-with-conditions')) THEN
        PERFORM refuse('precedent_departure_grant_guard', 'a precedent is a grant');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_precedent_departure BEFORE INSERT ON precedent_departure
    FOR EACH ROW EXECUTE FUNCTION guard_precedent_departure();

-- A rejected case is deliberated again once, and in time.
CREATE FUNCTION guard_redeliberation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE case_row case_file; decision_row decision;
BEGIN
    SELECT * INTO case_row FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.company_id = acting_organisation_id() AND acting_as('sandbox_company')
    FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    SELECT d.* INTO decision_row FROM decision AS d WHERE d.case_file_id = NEW.case_file_id
    ORDER BY d.decision_no DESC LIMIT 1;
    IF EXISTS (SELECT FROM redeliberation AS r WHERE r.case_file_id = NEW.case_file_id) THEN
        PERFORM refuse('redeliberation_once_guard', 'a case is deliberated again once');
    END IF;
    IF case_row.stage <> 'decided' OR case_row.origin <> 'filed' OR decision_row.outcome IS DISTINCT FROM 'rejected'
    THEN
        PERFORM refuse('redeliberation_stage_guard', 'only a rejected case is deliberated again');
    END IF;
    IF NOT coalesce(authority_date(case_row.regime) <= act_until('rejected', NEW.case_file_id, decision_row.decision_id),
        false) THEN
        PERFORM refuse('redeliberation_date_guard', 'the period for it is over');
    END IF;
    NEW.asked_at := now(); NEW.asked_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_redeliberation BEFORE INSERT ON redeliberation
    FOR EACH ROW EXECUTE FUNCTION guard_redeliberation();

-- The period for asking ends, that for deliberating begins, and the case goes back to where it was decided from, in the name
-- of the company.
CREATE FUNCTION steps_redeliberation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE request record;
BEGIN
    FOR request IN
        SELECT n.case_file_id, authority_date(c.regime, n.asked_at) AS asked_on,
            (SELECT max(d.decision_id) FROM decision AS d WHERE d.case_file_id = n.case_file_id) AS decision_id
        FROM new_rows AS n JOIN case_file AS c USING (case_file_id)
    LOOP
        PERFORM end_deadlines('redeliberation-requested', request.case_file_id, request.decision_id, request.asked_on);
        PERFORM start_deadlines('redeliberation-requested', request.case_file_id, request.decision_id, NULL,
            request.asked_on);
        UPDATE case_file AS c
        SET stage = CASE WHEN EXISTS (SELECT FROM consultation AS k
                WHERE k.case_file_id = c.case_file_id AND k.recall_reason IS NULL)
            THEN 'consulting' ELSE 'received' END
        WHERE c.case_file_id = request.case_file_id;
    END LOOP;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_redeliberation AFTER INSERT ON redeliberation REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_redeliberation();

CREATE VIEW latest_decision WITH (security_invoker = true) AS
SELECT d.decision_id, d.case_file_id, d.decision_no, d.outcome, d.decided_on, d.meeting_label, d.reason, d.recorded_at,
    d.recorded_by, d.agenda_item_id
FROM decision AS d
WHERE NOT EXISTS (SELECT FROM decision AS l WHERE l.case_file_id = d.case_file_id AND l.decision_no > d.decision_no);
COMMENT ON VIEW latest_decision IS 'the decision that is in force; decision also has the rejection that was deliberated again';

GRANT EXECUTE ON FUNCTION decision_facts TO sandbox_desk;
