-- Decisions come from the committee where the law has one: the guards of 0005 and 0007 with that in them, whose turn it
-- is, who sees and writes what, and what is booked.

-- The server finds the item the decision is about, and takes the name of the session from it.
CREATE OR REPLACE FUNCTION guard_decision() RETURNS trigger
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
    SELECT '제' || meeting.session_no || '차 ' || b.name_ko INTO NEW.session_label
    FROM committee_body AS b WHERE b.body = meeting.body;
    RETURN NEW;
END
$$;

-- After a rejection that is deliberated again there are two decisions.
CREATE OR REPLACE FUNCTION check_case_file() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    subject case_file;
    verdict decision;
    asked_again bigint;
    condition_count bigint;
BEGIN
    SELECT * INTO subject FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id;
    SELECT * INTO verdict FROM decision AS d WHERE d.case_file_id = NEW.case_file_id ORDER BY d.decision_no DESC LIMIT 1;
    SELECT count(*) INTO asked_again FROM redeliberation AS r WHERE r.case_file_id = NEW.case_file_id;
    IF coalesce(verdict.decision_no, 0) <> asked_again + (subject.stage = 'decided')::integer THEN
        PERFORM refuse('case_file_decision_guard', 'a case is decided by its decision, and only then');
    END IF;
    IF subject.stage = 'consulting'
        AND NOT EXISTS (SELECT FROM consultation AS k WHERE k.case_file_id = NEW.case_file_id)
    THEN
        PERFORM refuse('case_file_consultation_guard', 'a case is in consultation when a ministry has been asked');
    END IF;
    IF subject.stage = 'decided' AND subject.origin = 'filed' THEN
        IF EXISTS (SELECT FROM consultation AS k WHERE k.case_file_id = NEW.case_file_id AND k.replied_at IS NULL) THEN
            PERFORM refuse('decision_consultation_guard', 'a consultation is open');
        END IF;
        IF EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = NEW.case_file_id AND s.answered_at IS NULL) THEN
            PERFORM refuse('decision_supplement_guard', 'a supplement is open');
        END IF;
        SELECT count(*) INTO condition_count FROM condition AS c WHERE c.decision_id = verdict.decision_id;
        IF (verdict.outcome = 'granted-with-conditions') <> (condition_count > 0) THEN
            PERFORM refuse('decision_conditions_guard', 'conditions go with a grant with conditions, and only with it');
        END IF;
    END IF;
    RETURN NULL;
END
$$;

-- As in 0005; a case that is opened again is no longer closed.
CREATE OR REPLACE FUNCTION guard_case_file() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    act text;
    gaps text;
BEGIN
    NEW.version := OLD.version + 1;
    IF NEW.stage = OLD.stage THEN
        IF OLD.stage <> 'draft' THEN
            PERFORM refuse('case_file_draft_guard', 'only a draft can be edited');
        END IF;
        RETURN NEW;
    END IF;

    SELECT t.act INTO act FROM transition AS t
    WHERE t.from_stage = OLD.stage AND t.to_stage = NEW.stage AND t.group_role = acting_group();
    IF NOT FOUND THEN
        PERFORM refuse('case_file_stage_guard',
            format('a case cannot go from %s to %s by this person', OLD.stage, NEW.stage));
    END IF;
    IF (to_jsonb(NEW) - ARRAY['stage', 'closing_reason', 'version'])
        <> (to_jsonb(OLD) - ARRAY['stage', 'closing_reason', 'version'])
    THEN
        PERFORM refuse('case_file_draft_guard', 'a change of stage changes nothing else');
    END IF;

    NEW.stage_since := now();
    NEW.closed_at := CASE WHEN NOT (SELECT s.is_open FROM stage AS s WHERE s.stage = NEW.stage) THEN now() END;
    IF act = 'file' THEN
        SELECT string_agg(g.kind || ' ' || g.gap, ', ') INTO gaps FROM filing_gap(OLD.case_file_id) AS g;
        IF gaps IS NOT NULL THEN
            PERFORM refuse('case_file_complete_guard', 'the proposal is not complete', gaps);
        END IF;
        NEW.filed_at := now();
        NEW.reference := next_reference(
            NEW.regime, NEW.track, extract(year FROM authority_date(NEW.regime))::integer);
    ELSIF act = 'receive' THEN
        NEW.received_at := now();
    END IF;
    RETURN NEW;
END
$$;

-- As in 0011, with the committee: a case that stands on an agenda waits for it until the day of the session, one that is
-- mediated for the council.
CREATE OR REPLACE VIEW case_turn WITH (security_invoker = true) AS
SELECT c.case_file_id, 'applicant' AS waiting_on, c.company_id AS organisation_id, 'file' AS task,
    c.stage_since AS since, NULL::smallint AS subject_no
FROM case_file AS c WHERE c.stage = 'draft'
UNION ALL
SELECT c.case_file_id, 'applicant', c.company_id, 'answer', s.asked_at, s.supplement_no
FROM case_file AS c JOIN supplement AS s USING (case_file_id)
WHERE s.answered_at IS NULL AND c.stage IN ('filed', 'received', 'consulting')
UNION ALL
SELECT c.case_file_id, 'ministry', k.ministry_id, 'reply', k.sent_at, k.round
FROM case_file AS c JOIN consultation AS k USING (case_file_id)
WHERE k.replied_at IS NULL AND c.stage = 'consulting'
    AND NOT EXISTS (SELECT FROM supplement AS s
        WHERE s.case_file_id = c.case_file_id AND s.asked_by_id = k.ministry_id AND s.answered_at IS NULL)
UNION ALL
SELECT c.case_file_id, 'desk', NULL, CASE c.stage WHEN 'filed' THEN 'receive' ELSE 'consult' END, c.stage_since, NULL
FROM case_file AS c
WHERE c.stage IN ('filed', 'received')
    AND NOT EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = c.case_file_id AND s.answered_at IS NULL)
    AND NOT EXISTS (SELECT FROM agenda_item AS i WHERE i.case_file_id = c.case_file_id AND i.closed_at IS NULL)
    AND NOT EXISTS (SELECT FROM mediation AS m WHERE m.case_file_id = c.case_file_id AND m.ended_on IS NULL)
UNION ALL
SELECT c.case_file_id, 'desk', NULL,
    CASE WHEN EXISTS (SELECT FROM track_body AS b WHERE b.regime = c.regime AND b.track = c.track)
        THEN 'table' ELSE 'decide' END,
    (SELECT max(k.replied_at) FROM consultation AS k WHERE k.case_file_id = c.case_file_id), NULL
FROM case_file AS c
WHERE c.stage = 'consulting'
    AND NOT EXISTS (SELECT FROM consultation AS k WHERE k.case_file_id = c.case_file_id AND k.replied_at IS NULL)
    AND NOT EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = c.case_file_id AND s.answered_at IS NULL)
    AND NOT EXISTS (SELECT FROM agenda_item AS i WHERE i.case_file_id = c.case_file_id AND i.closed_at IS NULL)
    AND NOT EXISTS (SELECT FROM mediation AS m WHERE m.case_file_id = c.case_file_id AND m.ended_on IS NULL)
UNION ALL
SELECT m.case_file_id, 'committee', NULL, 'mediate', m.begun_on::timestamp AT TIME ZONE c.time_zone, m.mediation_no
FROM mediation AS m CROSS JOIN LATERAL (SELECT r.time_zone FROM case_file AS c JOIN regime AS r USING (regime)
    WHERE c.case_file_id = m.case_file_id AND c.stage IN ('received', 'consulting') OFFSET 0) AS c
WHERE m.ended_on IS NULL
UNION ALL
SELECT c.case_file_id, t.waiting_on, NULL, t.task, i.tabled_at, s.session_no
FROM agenda_item AS i
JOIN case_file AS c USING (case_file_id)
JOIN committee_session AS s USING (committee_session_id)
CROSS JOIN LATERAL (SELECT s.held_on <= authority_date(c.regime) AS has_begun OFFSET 0) AS d
CROSS JOIN LATERAL (SELECT CASE WHEN d.has_begun THEN 'desk' ELSE 'committee' END AS waiting_on,
    CASE WHEN d.has_begun THEN 'decide' ELSE 'deliberate' END AS task) AS t
WHERE i.closed_at IS NULL AND c.stage IN ('received', 'consulting');

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY[
        'committee_body', 'track_body', 'committee_session', 'session_member', 'agenda_item', 'agenda_paper', 'recusal',
        'agenda_vote', 'mediation', 'fast_track', 'redeliberation'
    ] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', part);
        EXECUTE format('CREATE POLICY %I ON %I TO sandbox_owner USING (true) WITH CHECK (true)', part || '_owner', part);
    END LOOP;

    FOREACH part IN ARRAY ARRAY['committee_body', 'track_body'] LOOP
        EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO PUBLIC USING (true)', part || '_everyone', part);
        EXECUTE format('GRANT SELECT ON %I TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, '
            'sandbox_auditor, sandbox_operator, sandbox_public', part);
    END LOOP;

    -- Staff sees all of it; who sits and who voted how is for staff alone.
    FOREACH part IN ARRAY ARRAY[
        'committee_session', 'session_member', 'agenda_item', 'agenda_paper', 'recusal', 'agenda_vote', 'mediation',
        'fast_track', 'redeliberation'
    ] LOOP
        EXECUTE format($policy$
            CREATE POLICY %1$s_staff ON %1$s FOR SELECT TO sandbox_desk, sandbox_analyst, sandbox_auditor
                USING ((SELECT acting_group() IN ('sandbox_desk', 'sandbox_analyst', 'sandbox_auditor')))$policy$, part);
        EXECUTE format('GRANT SELECT ON %I TO sandbox_desk, sandbox_analyst, sandbox_auditor', part);
    END LOOP;

    -- The parties see of their case when it is tabled, that it is mediated, what it is said to be like.
    FOREACH part IN ARRAY ARRAY['agenda_item', 'mediation', 'fast_track', 'redeliberation'] LOOP
        EXECUTE format($policy$
            CREATE POLICY %1$s_reader ON %1$s FOR SELECT TO sandbox_company, sandbox_ministry
                USING ((SELECT acting_group() IN ('sandbox_company', 'sandbox_ministry'))
                    AND EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = %1$s.case_file_id))$policy$, part);
        EXECUTE format('GRANT SELECT ON %I TO sandbox_company, sandbox_ministry', part);
    END LOOP;
END
$$;
CREATE POLICY committee_session_reader ON committee_session FOR SELECT TO sandbox_company, sandbox_ministry
    USING ((SELECT acting_group() IN ('sandbox_company', 'sandbox_ministry')) AND EXISTS (
        SELECT FROM agenda_item AS i WHERE i.committee_session_id = committee_session.committee_session_id));
GRANT SELECT ON committee_session TO sandbox_company, sandbox_ministry;
GRANT SELECT ON agenda_tally TO sandbox_desk, sandbox_analyst, sandbox_auditor;
GRANT SELECT ON latest_decision TO
    sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;

CREATE POLICY committee_session_schedule ON committee_session FOR INSERT TO sandbox_desk
    WITH CHECK ((SELECT acting_group() = 'sandbox_desk'));
CREATE POLICY committee_session_freeze ON committee_session FOR UPDATE TO sandbox_desk
    USING ((SELECT acting_group() = 'sandbox_desk'));
GRANT INSERT (body, session_no, form, held_on, closes_on), UPDATE (form, held_on, closes_on, frozen_at)
    ON committee_session TO sandbox_desk;
CREATE POLICY session_member_compose ON session_member FOR INSERT TO sandbox_desk
    WITH CHECK ((SELECT acting_group() = 'sandbox_desk'));
CREATE POLICY session_member_remove ON session_member FOR DELETE TO sandbox_desk
    USING ((SELECT acting_group() = 'sandbox_desk'));
GRANT INSERT, DELETE ON session_member TO sandbox_desk;
CREATE POLICY agenda_item_table ON agenda_item FOR INSERT TO sandbox_desk WITH CHECK (
    (SELECT acting_group() = 'sandbox_desk') AND EXISTS (
        SELECT FROM case_file AS c WHERE c.case_file_id = agenda_item.case_file_id AND c.reference IS NOT NULL));
CREATE POLICY agenda_item_defer ON agenda_item FOR UPDATE TO sandbox_desk
    USING ((SELECT acting_group() = 'sandbox_desk'));
CREATE POLICY agenda_item_remove ON agenda_item FOR DELETE TO sandbox_desk
    USING ((SELECT acting_group() = 'sandbox_desk'));
GRANT INSERT (committee_session_id, case_file_id, delegated_by), UPDATE (closed_as, closing_reason), DELETE
    ON agenda_item TO sandbox_desk;
CREATE POLICY recusal_record ON recusal FOR INSERT TO sandbox_desk WITH CHECK ((SELECT acting_group() = 'sandbox_desk'));
GRANT INSERT (agenda_item_id, committee_session_id, member_no, kind, ground, note) ON recusal TO sandbox_desk;
CREATE POLICY agenda_vote_record ON agenda_vote FOR INSERT TO sandbox_desk
    WITH CHECK ((SELECT acting_group() = 'sandbox_desk'));
GRANT INSERT (agenda_item_id, committee_session_id, member_no, vote) ON agenda_vote TO sandbox_desk;
CREATE POLICY mediation_begin ON mediation FOR INSERT TO sandbox_desk WITH CHECK (
    (SELECT acting_group() = 'sandbox_desk') AND EXISTS (
        SELECT FROM case_file AS c WHERE c.case_file_id = mediation.case_file_id AND c.reference IS NOT NULL));
CREATE POLICY mediation_end ON mediation FOR UPDATE TO sandbox_desk USING ((SELECT acting_group() = 'sandbox_desk'));
GRANT INSERT (case_file_id, council, begun_on), UPDATE (ended_on, outcome) ON mediation TO sandbox_desk;
CREATE POLICY fast_track_propose ON fast_track FOR INSERT TO sandbox_desk WITH CHECK (
    (SELECT acting_group() = 'sandbox_desk') AND EXISTS (
        SELECT FROM case_file AS c WHERE c.case_file_id = fast_track.case_file_id AND c.reference IS NOT NULL));
GRANT INSERT (case_file_id, precedent_id, reason) ON fast_track TO sandbox_desk;
CREATE POLICY redeliberation_ask ON redeliberation FOR INSERT TO sandbox_company WITH CHECK (
    (SELECT acting_group() = 'sandbox_company') AND EXISTS (
        SELECT FROM case_file AS c WHERE c.case_file_id = redeliberation.case_file_id));
GRANT INSERT (case_file_id, ground, statement, wants_hearing) ON redeliberation TO sandbox_company;

-- While a case is deliberated again the parties keep what they saw with the first decision, and see nothing newer.
DROP POLICY opinion_party ON opinion;
CREATE POLICY opinion_party ON opinion FOR SELECT TO sandbox_company, sandbox_ministry
    USING ((SELECT acting_group() IN ('sandbox_company', 'sandbox_ministry')) AND EXISTS (
        SELECT FROM case_file AS c WHERE c.case_file_id = opinion.case_file_id AND (c.stage = 'decided' OR EXISTS (
            SELECT FROM decision AS d
            WHERE d.case_file_id = opinion.case_file_id AND d.recorded_at >= opinion.replied_at))));
DROP POLICY event_company ON event;
CREATE POLICY event_company ON event FOR SELECT TO sandbox_company USING (
    (SELECT acting_group() = 'sandbox_company') AND EXISTS (
        SELECT FROM case_file AS c
        WHERE c.case_file_id = event.case_file_id AND (event.entity <> 'opinion' OR c.stage = 'decided' OR EXISTS (
            SELECT FROM decision AS d WHERE d.case_file_id = event.case_file_id AND d.recorded_at >= event.at))));
DROP POLICY event_ministry ON event;
CREATE POLICY event_ministry ON event FOR SELECT TO sandbox_ministry USING (
    (SELECT acting_group() = 'sandbox_ministry') AND NOT of_draft AND EXISTS (
        SELECT FROM case_file AS c
        WHERE c.case_file_id = event.case_file_id AND (event.entity <> 'opinion' OR c.stage = 'decided'
            OR event.organisation_id = (SELECT acting_organisation_id()) OR EXISTS (
            SELECT FROM decision AS d WHERE d.case_file_id = event.case_file_id AND d.recorded_at >= event.at))));

-- What is booked. Members, recusals and votes carry no case, so that the parties do not read of them.
DO $$
DECLARE
    booked record;
    arguments text;
BEGIN
    FOR booked IN SELECT * FROM (VALUES
        ('committee_session', 'committee_session_id', 'schedule', 'session-edit', 'remove', ARRAY['committee_session_id']),
        ('session_member', 'committee_session_id', 'compose', 'compose', 'compose', ARRAY['member_no']),
        ('agenda_item', 'case_file_id', 'table', 'item-close', 'untable', ARRAY['agenda_item_id']),
        ('agenda_paper', 'agenda_item_id', 'freeze', 'remove', 'remove', ARRAY['agenda_item_id']),
        ('recusal', 'committee_session_id', 'recuse', 'remove', 'remove', ARRAY['agenda_item_id', 'member_no']),
        ('agenda_vote', 'committee_session_id', 'vote', 'remove', 'remove', ARRAY['agenda_item_id', 'member_no']),
        ('mediation', 'case_file_id', 'mediate', 'mediation-end', 'remove', ARRAY['mediation_no']),
        ('fast_track', 'case_file_id', 'fast-track', 'remove', 'remove', ARRAY['precedent_id']),
        ('redeliberation', 'case_file_id', 'redeliberation-ask', 'remove', 'remove', ARRAY['case_file_id'])
    ) AS b (table_name, chain, insert_act, update_act, delete_act, key_columns) LOOP
        arguments := format('(%L, %L, %L, %L, %s)', booked.chain,
            booked.insert_act, booked.update_act, booked.delete_act,
            (SELECT string_agg(quote_literal(k), ', ') FROM unnest(booked.key_columns) AS k));
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows '
            'FOR EACH STATEMENT EXECUTE FUNCTION book_insert',
            booked.table_name || '_event_insert', booked.table_name) || arguments;
        EXECUTE format('CREATE TRIGGER %I AFTER UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION book_change',
            booked.table_name || '_event_change', booked.table_name) || arguments;
    END LOOP;
END
$$;
