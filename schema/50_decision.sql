-- The decision, and re-deliberation after a rejection.

-- The server finds the item the decision is about, and takes the name of the session from it.
CREATE FUNCTION guard_decision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    subject case_file;
    item agenda_item;
    meeting committee_session;
    tally agenda_tally;
BEGIN
    SELECT * INTO subject FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.reference IS NOT NULL AND acting_as('sandbox_desk') FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    NEW.recorded_at := now();
    NEW.recorded_by := acting_role();
    IF NOT EXISTS (SELECT FROM track_outcome AS o
        WHERE o.regime = subject.regime AND o.track = subject.track AND o.outcome = NEW.outcome AND NOT o.import_only)
    THEN
        PERFORM refuse('decision_outcome_guard', 'this track does not know that outcome');
    END IF;
    IF NEW.decided_on > authority_date(subject.regime) THEN
        PERFORM refuse('decision_date_guard', 'a decision is recorded on its day or later');
    END IF;
    IF NEW.outcome = 'rejected' AND NEW.reason IS NULL THEN
        PERFORM refuse('decision_reason_guard', 'a rejection gives its reason');
    END IF;
    IF NEW.decided_on < authority_date(subject.regime, subject.filed_at) THEN
        PERFORM refuse('decision_date_guard', 'a decision does not come before the filing');
    END IF;
    IF subject.stage NOT IN ('received', 'consulting') THEN
        PERFORM refuse('decision_stage_guard', 'only a received case is decided');
    END IF;
    IF EXISTS (SELECT FROM consultation AS k WHERE k.case_file_id = NEW.case_file_id AND k.replied_at IS NULL) THEN
        PERFORM refuse('decision_consultation_guard', 'a consultation is open');
    END IF;
    IF EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = NEW.case_file_id AND s.answered_at IS NULL) THEN
        PERFORM refuse('decision_supplement_guard', 'a supplement is open');
    END IF;
    IF NEW.outcome IN ('granted', 'granted-with-conditions')
        AND NOT EXISTS (SELECT FROM consultation AS k WHERE k.case_file_id = NEW.case_file_id)
    THEN
        PERFORM refuse('decision_grant_guard', 'a grant needs the reply of a ministry');
    END IF;
    NEW.decision_no := 1 + (SELECT count(*) FROM decision AS d WHERE d.case_file_id = NEW.case_file_id);
    NEW.agenda_item_id := NULL;
    IF NOT EXISTS (SELECT FROM track_body AS b WHERE b.regime = subject.regime AND b.track = subject.track) THEN
        RETURN NEW;
    END IF;

    SELECT * INTO item FROM agenda_item AS i
    WHERE i.case_file_id = NEW.case_file_id AND i.closed_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('decision_agenda_guard', 'a committee decides this track, and the case is on no agenda');
    END IF;
    SELECT * INTO meeting FROM committee_session AS s WHERE s.committee_session_id = item.committee_session_id;
    IF meeting.frozen_at IS NULL THEN
        PERFORM refuse('decision_frozen_guard', 'the agenda is not frozen');
    END IF;
    SELECT * INTO tally FROM agenda_tally AS t WHERE t.agenda_item_id = item.agenda_item_id;
    IF NOT tally.is_quorate THEN
        PERFORM refuse('decision_quorum_guard', 'too few members were present');
    END IF;
    IF tally.is_carried = (NEW.outcome = 'rejected') THEN
        PERFORM refuse('decision_majority_guard', 'the votes say otherwise');
    END IF;
    IF NEW.decided_on NOT BETWEEN meeting.held_on AND meeting.closes_on THEN
        PERFORM refuse('decision_date_guard', 'the day of the decision is the day of the session');
    END IF;
    NEW.agenda_item_id := item.agenda_item_id;
    NEW.session_label := (meeting_label(meeting.body, meeting.session_no)).ko;
    RETURN NEW;
END
$$;
CREATE TRIGGER decision_guard BEFORE INSERT ON decision
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_decision();

-- Nothing is decided while a lapse is contested.
CREATE FUNCTION guard_contested_decision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF acting_as('sandbox_desk') AND EXISTS (SELECT FROM lapse AS l
        WHERE l.case_file_id = NEW.case_file_id AND l.contested_at IS NOT NULL AND l.resolved_at IS NULL)
    THEN
        PERFORM refuse('decision_lapse_guard', 'a lapse is contested');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER decision_lapse_guard BEFORE INSERT ON decision
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_contested_decision();

-- The decision. A grant's periods run from the day of the decision, a rejection's from the day it is notified, which is
-- the day it is recorded. Decisions of the past come in without clocks: what became of them is not known.
CREATE FUNCTION follow_decisions() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM end_clocks('decided', n.case_file_id, NULL, authority_date(c.regime, n.recorded_at)),
        CASE WHEN n.outcome IN ('granted', 'granted-with-conditions')
            THEN start_clocks('granted', n.case_file_id, n.decision_id, NULL, n.decided_on)
            WHEN n.outcome = 'rejected' THEN start_clocks('rejected', n.case_file_id, n.decision_id, NULL,
                authority_date(c.regime, n.recorded_at)) END
    FROM new_rows AS n JOIN case_file AS c USING (case_file_id)
    WHERE c.origin = 'filed' ORDER BY n.decision_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER then_decision_follow AFTER INSERT ON decision REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION follow_decisions();

CREATE FUNCTION follow_second_decision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM end_clocks('redeliberated', NEW.case_file_id, NULL,
        (SELECT authority_date(c.regime, NEW.recorded_at) FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id));
    RETURN NULL;
END
$$;
CREATE TRIGGER then_decision_follow_second AFTER INSERT ON decision
    FOR EACH ROW WHEN (NEW.decision_no > 1) EXECUTE FUNCTION follow_second_decision();

CREATE FUNCTION guard_precedent_departure() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF acting_as('sandbox_desk') AND EXISTS (
        SELECT FROM decision AS d JOIN case_file AS c USING (case_file_id)
        WHERE d.decision_id = NEW.decision_id AND (d.recorded_at <> now() OR c.stage = 'decided'))
    THEN
        PERFORM refuse('precedent_departure_decision_guard', 'a recorded decision is not added to');
    END IF;
    IF NOT EXISTS (SELECT FROM latest_decision AS d
        WHERE d.case_file_id = NEW.precedent_id AND d.outcome IN ('granted', 'granted-with-conditions'))
    THEN
        PERFORM refuse('precedent_departure_grant_guard', 'a precedent is a grant');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER precedent_departure_guard BEFORE INSERT ON precedent_departure
    FOR EACH ROW EXECUTE FUNCTION guard_precedent_departure();

CREATE FUNCTION guard_redeliberation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    subject case_file;
    verdict decision;
BEGIN
    SELECT * INTO subject FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.company_id = acting_organisation_id() AND acting_as('sandbox_company')
    FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    SELECT d.* INTO verdict FROM decision AS d WHERE d.case_file_id = NEW.case_file_id ORDER BY d.decision_no DESC LIMIT 1;
    IF EXISTS (SELECT FROM redeliberation AS r WHERE r.case_file_id = NEW.case_file_id) THEN
        PERFORM refuse('redeliberation_once_guard', 'a case is deliberated again once');
    END IF;
    IF subject.stage <> 'decided' OR subject.origin <> 'filed' OR verdict.outcome IS DISTINCT FROM 'rejected' THEN
        PERFORM refuse('redeliberation_stage_guard', 'only a rejected case is deliberated again');
    END IF;
    IF NOT coalesce(authority_date(subject.regime) <= redeliberation_until(verdict.decision_id), false) THEN
        PERFORM refuse('redeliberation_date_guard', 'the period for it is over');
    END IF;
    NEW.asked_at := now();
    NEW.asked_by := acting_role();
    RETURN NEW;
END
$$;
CREATE TRIGGER redeliberation_guard BEFORE INSERT ON redeliberation
    FOR EACH ROW EXECUTE FUNCTION guard_redeliberation();

-- The case goes back to where it was decided from, in the name of the company.
CREATE FUNCTION reopen_case() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    UPDATE case_file AS c
    SET stage = CASE WHEN EXISTS (SELECT FROM consultation AS k WHERE k.case_file_id = NEW.case_file_id)
        THEN 'consulting' ELSE 'received' END
    WHERE c.case_file_id = NEW.case_file_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER then_redeliberation_reopen AFTER INSERT ON redeliberation
    FOR EACH ROW EXECUTE FUNCTION reopen_case();

-- The last day on which a rejected case may be deliberated again: the end of the clock that its rejection started.
CREATE FUNCTION redeliberation_until(decision_id bigint) RETURNS date
    LANGUAGE sql STABLE
    AS $$
SELECT max(s.due_on) FROM decision AS d
JOIN clock_state() AS s ON s.case_file_id = d.case_file_id AND s.subject = 'decision' AND s.subject_id = d.decision_id
JOIN clock_rule AS r ON r.clock_rule_id = s.clock_rule_id AND r.starts_on = 'rejected'
WHERE d.decision_id = redeliberation_until.decision_id
$$;

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
CREATE TRIGGER then_redeliberation_follow AFTER INSERT ON redeliberation
    FOR EACH ROW EXECUTE FUNCTION follow_redeliberation();

CREATE VIEW latest_decision WITH (security_invoker = true) AS
SELECT d.decision_id, d.case_file_id, d.decision_no, d.outcome, d.decided_on, d.session_label, d.reason, d.recorded_at,
    d.recorded_by, d.agenda_item_id
FROM decision AS d
WHERE NOT EXISTS (
    SELECT FROM decision AS l WHERE l.case_file_id = d.case_file_id AND l.decision_no > d.decision_no);
COMMENT ON VIEW latest_decision IS 'the decision that stands; decision has also the rejection that was deliberated again';

GRANT EXECUTE ON FUNCTION redeliberation_until TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
