-- What was entered by mistake is taken back, with a reason, by whoever entered it, as long as nobody relies on it. Then it counts
-- nowhere, and what it had started, ended and moved is as if it had not been done: what is derived is counted from what is left.

-- Periods that were ended run on as if they had not been. Stops that ended with them last as long as what they are for.
CREATE FUNCTION reopen_deadlines(reopened bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE late record; began date;
BEGIN
    UPDATE deadline_stop AS s SET ended_on = CASE
        WHEN s.supplement_id IS NOT NULL THEN (SELECT CASE WHEN a.answered_at IS NOT NULL
            THEN greatest(s.began_on, coalesce(a.arrived_on, authority_date(c.regime, a.answered_at))) END
            FROM supplement AS a WHERE a.supplement_id = s.supplement_id)
        WHEN s.cause = 'mediation' THEN (SELECT CASE WHEN bool_and(m.ended_on IS NOT NULL)
            THEN greatest(s.ended_on, max(m.ended_on)) END FROM mediation AS m WHERE m.case_file_id = s.case_file_id) END
    FROM deadline AS d JOIN case_file AS c ON c.case_file_id = d.case_file_id
    WHERE d.deadline_id = ANY (reopened) AND s.deadline_id = d.deadline_id AND NOT s.undone
        AND s.ended_on = greatest(d.ended_on, s.began_on);
    -- What was asked for meanwhile stops them too, one after the other.
    FOR late IN
        SELECT d.deadline_id, d.case_file_id, s.supplement_id, supplement_cause(s.asked_by_id, d.organisation_id) AS cause,
            authority_date(r.regime, s.asked_at) AS began_on, CASE WHEN s.answered_at IS NOT NULL
                THEN coalesce(s.arrived_on, authority_date(r.regime, s.answered_at)) END AS ended_on
        FROM deadline AS d JOIN deadline_rule AS r USING (deadline_rule_id)
        JOIN supplement AS s ON s.case_file_id = d.case_file_id AND s.asked_at >= d.ended_at
            AND s.ended_as IS DISTINCT FROM 'recalled'
        WHERE d.deadline_id = ANY (reopened) AND supplement_cause(s.asked_by_id, d.organisation_id) = ANY (r.stopped_by)
            AND NOT EXISTS (SELECT FROM deadline_stop AS x
                WHERE x.deadline_id = d.deadline_id AND x.supplement_id = s.supplement_id)
        ORDER BY d.deadline_id, s.supplement_id
    LOOP
        SELECT greatest(late.began_on, max(coalesce(x.ended_on, 'infinity'))) INTO began FROM deadline_stop AS x
        WHERE x.deadline_id = late.deadline_id AND NOT x.undone;
        IF began < coalesce(late.ended_on, 'infinity') THEN
            INSERT INTO deadline_stop (deadline_id, case_file_id, cause, supplement_id, began_on, ended_on)
            VALUES (late.deadline_id, late.case_file_id, late.cause, late.supplement_id, began, late.ended_on);
        END IF;
    END LOOP;
    UPDATE deadline AS d SET ended_on = NULL, ended_at = NULL, ended_by = NULL WHERE d.deadline_id = ANY (reopened);
END $$;

-- Periods that should not have begun count nowhere.
CREATE FUNCTION void_deadlines(void bigint[], today date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    UPDATE deadline_stop AS s SET ended_on = greatest(today, s.began_on)
    WHERE s.deadline_id = ANY (void) AND s.ended_on IS NULL;
    UPDATE deadline AS d SET ended_on = greatest(today, d.started_on), ended_at = now(), ended_by = 'recalled'
    WHERE d.deadline_id = ANY (void);
END $$;

-- Whether the papers of a case lie before a meeting, or were decided upon since a moment.
CREATE FUNCTION case_reliance(case_file_id bigint, since timestamptz) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM decision AS d WHERE d.case_file_id = case_reliance.case_file_id AND d.recorded_at >= since) THEN
        RETURN 'decision';
    ELSIF EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = case_reliance.case_file_id
        AND c.stage NOT IN ('filed', 'received', 'consulting')) THEN
        RETURN 'closed';
    ELSIF EXISTS (SELECT FROM agenda_item AS i JOIN meeting AS m USING (meeting_id)
        WHERE i.case_file_id = case_reliance.case_file_id AND i.closed_at IS NULL AND m.frozen_at IS NOT NULL) THEN
        RETURN 'agenda';
    END IF;
    RETURN NULL;
END $$;

-- Who relies on a reply that was entered; NULL: nobody. ReplyRecall.mayRecall says the same in Swift.
CREATE FUNCTION reply_reliance(consultation_id bigint) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN (SELECT coalesce(case_reliance(k.case_file_id, o.replied_at), CASE WHEN EXISTS (SELECT FROM consultation AS l
            WHERE l.case_file_id = k.case_file_id AND l.ministry_id = k.ministry_id AND l.round > k.round
                AND l.recall_reason IS NULL) THEN 'round' END)
        FROM consultation AS k JOIN opinion AS o ON o.consultation_id = k.consultation_id
        WHERE k.consultation_id = reply_reliance.consultation_id);
END $$;

CREATE FUNCTION guard_opinion_recall() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE opinion_row opinion;
BEGIN
    PERFORM FROM consultation AS k JOIN case_file AS c USING (case_file_id)
    WHERE k.consultation_id = NEW.consultation_id AND acting_as('sandbox_desk') AND c.reference IS NOT NULL FOR UPDATE OF c;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    SELECT * INTO opinion_row FROM opinion AS o WHERE o.consultation_id = NEW.consultation_id;
    IF opinion_row.document_no IS NULL THEN
        PERFORM refuse('opinion_recall_nothing_entered_guard', 'no reply was entered from an official document');
    END IF;
    IF reply_reliance(NEW.consultation_id) IS NOT NULL THEN
        PERFORM refuse('opinion_recall_relied_on_guard', format('others rely on it: %s', reply_reliance(NEW.consultation_id)));
    END IF;
    NEW.recall_no := 1 + coalesce((SELECT max(r.recall_no) FROM opinion_recall AS r
        WHERE r.consultation_id = NEW.consultation_id), 0);
    NEW.case_file_id := opinion_row.case_file_id;
    NEW.opinion := opinion_row.opinion; NEW.document_no := opinion_row.document_no; NEW.arrived_on := opinion_row.arrived_on;
    NEW.recalled_at := now(); NEW.recalled_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_opinion_recall BEFORE INSERT ON opinion_recall FOR EACH ROW EXECUTE FUNCTION guard_opinion_recall();

-- The round is open again, its period runs on, and the replies are complete no more.
CREATE FUNCTION steps_opinion_recall() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    DELETE FROM opinion AS o WHERE o.consultation_id = NEW.consultation_id;
    UPDATE consultation AS k SET replied_at = NULL WHERE k.consultation_id = NEW.consultation_id;
    PERFORM reopen_deadlines(ARRAY(SELECT d.deadline_id FROM deadline AS d WHERE d.case_file_id = NEW.case_file_id
        AND d.subject = 'consultation' AND d.subject_id = NEW.consultation_id AND d.ended_by = 'replied'));
    PERFORM end_deadlines('replies-reopened', NEW.case_file_id, NULL, authority_date(c.regime))
    FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_opinion_recall AFTER INSERT ON opinion_recall FOR EACH ROW EXECUTE FUNCTION steps_opinion_recall();

-- The act that is meant: what it said, when it was recorded, and who relies on it. Of one that is not there, or not of the acting
-- person's own group and organisation, nothing.
CREATE TYPE recallable AS (said text, said_on date, said_at timestamptz, relied_on_by text);

CREATE FUNCTION recallable_answer(case_file_id bigint, supplement_no integer) RETURNS SETOF recallable
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT 'answer'::text, s.arrived_on, s.answered_at, case_reliance(s.case_file_id, s.answered_at)
FROM supplement AS s WHERE s.case_file_id = recallable_answer.case_file_id AND s.supplement_no = recallable_answer.supplement_no
    AND s.document_no IS NOT NULL AND acting_as('sandbox_desk') $$;

-- Of a condition the evidence filed last. What was to be met before the business commenced is relied on by the commencement.
CREATE FUNCTION recallable_evidence(case_file_id bigint, condition_no integer) RETURNS SETOF recallable
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT CASE WHEN e.is_confirmed THEN 'confirmed' ELSE 'rejected' END, authority_date(c.regime, e.ruled_at), e.ruled_at,
    CASE WHEN e.is_confirmed AND k.phase = 'before' AND EXISTS (SELECT FROM grant_act AS a
        WHERE a.case_file_id = k.case_file_id AND a.act = 'commence') THEN 'commence'
        WHEN EXISTS (SELECT FROM condition_waiver AS w WHERE w.decision_id = k.decision_id AND w.condition_no = k.condition_no)
            THEN 'waiver' END
FROM condition AS k JOIN latest_decision AS d USING (decision_id) JOIN case_file AS c ON c.case_file_id = k.case_file_id
JOIN LATERAL (SELECT f.* FROM condition_evidence AS f
    WHERE f.decision_id = k.decision_id AND f.condition_no = k.condition_no ORDER BY f.evidence_no DESC LIMIT 1) AS e ON true
WHERE k.case_file_id = recallable_evidence.case_file_id AND k.condition_no = recallable_evidence.condition_no
    AND e.is_confirmed IS NOT NULL AND acting_as('sandbox_desk') $$;

-- A ruling that put the case back is relied on: it goes on, and is returned again if need be. Others are relied on by what was issued or
-- done since, and once no appeal is possible.
CREATE FUNCTION recallable_objection(case_file_id bigint, disposition_no integer) RETURNS SETOF recallable
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT o.ruling::text, authority_date(c.regime, o.ruled_at), o.ruled_at, CASE
    WHEN d.kind = 'return' AND o.ruling = 'upheld' THEN 'reopened'
    WHEN EXISTS (SELECT FROM official_paper AS p WHERE p.case_file_id = d.case_file_id AND p.paper = 'objection-answer'
        AND p.about_no = d.disposition_no AND p.issued_at >= o.ruled_at) THEN 'paper'
    WHEN EXISTS (SELECT FROM grant_act AS a WHERE a.case_file_id = d.case_file_id AND a.recorded_at > o.ruled_at)
        OR EXISTS (SELECT FROM decision AS n WHERE n.case_file_id = d.case_file_id AND n.recorded_at > o.ruled_at) THEN 'act'
    WHEN EXISTS (SELECT FROM deadline_today AS s JOIN deadline_rule AS r ON r.deadline_rule_id = s.deadline_rule_id
        WHERE s.case_file_id = d.case_file_id AND s.subject = 'objection' AND s.subject_id = d.disposition_id
            AND r.starts_on = 'objection-answered' AND s.state IN ('lost', 'expired')) THEN 'period' END
FROM disposition AS d JOIN objection AS o ON o.disposition_id = d.disposition_id
JOIN case_file AS c ON c.case_file_id = d.case_file_id
WHERE d.case_file_id = recallable_objection.case_file_id AND d.disposition_no = recallable_objection.disposition_no
    AND o.ruling IS NOT NULL AND acting_as('sandbox_desk') $$;

-- The acts of the journal that rely on an act; what is about it relies on it as well. NULL: the act is not taken back, but replaced,
-- or undone by an act of its own. GrantAct.reliedOnBy says the same in Swift.
CREATE FUNCTION relying_acts(act text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN act IN ('publish', 'claim', 'close-claim', 'plan', 'exit-report') THEN '{}'
        WHEN act = 'confirm' THEN '{commence}'
        WHEN act IN ('inspect', 'incident') THEN '{correct,suspend,record-hearing,revoke}'
        WHEN act = 'record-hearing' THEN '{revoke}'
        WHEN act = 'ask-extension' THEN '{extend,refuse-extension}'
        WHEN act = 'commence'
            THEN '{commence,suspend,resume,extend,request-revision,record-finding,apply-permit,permit-refused,revoke,graduate,'
                'record-interpretation,convert,renounce,exit-report,report,incident,claim,inspect,correct}'
        WHEN act IN ('extend', 'renounce', 'graduate', 'record-interpretation', 'request-revision', 'record-finding')
            THEN '{commence,suspend,resume,extend,request-revision,record-finding,apply-permit,permit-refused,revoke,graduate,'
                'record-interpretation,convert,renounce,exit-report}' END::text[];

CREATE FUNCTION recallable_grant_act(case_file_id bigint, act_no integer) RETURNS SETOF recallable
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
BEGIN
    RETURN QUERY
    SELECT a.act::text, a.on_day::date, a.recorded_at, CASE
        WHEN relying_acts(a.act) IS NULL THEN 'kind'
        WHEN EXISTS (SELECT FROM grant_act AS x WHERE x.exemption_grant_id = a.exemption_grant_id AND x.act_no > a.act_no
            AND (x.about_no = a.act_no OR x.act = ANY (relying_acts(a.act)))) THEN 'act'
        WHEN a.act IN ('renounce', 'graduate', 'record-interpretation') AND EXISTS (SELECT FROM condition_waiver AS w
            WHERE w.case_file_id = a.case_file_id AND w.waived_at >= a.recorded_at) THEN 'waiver'
        WHEN a.act = 'commence' AND EXISTS (SELECT FROM exemption_grant AS g JOIN decision AS d ON d.decision_id = g.decision_id
            WHERE g.exemption_grant_id = a.exemption_grant_id AND d.validity_from = 'commencement') THEN 'validity'
        WHEN a.act = 'extend' AND EXISTS (SELECT FROM official_paper AS p WHERE p.case_file_id = a.case_file_id
            AND p.paper IN ('certificate', 'extension-certificate') AND p.issued_at >= a.recorded_at) THEN 'paper'
        WHEN a.act = 'extend' AND EXISTS (SELECT FROM kept_deadline AS k JOIN deadline_extension AS x
            ON x.deadline_id = k.deadline_id AND x.extended_at = a.recorded_at
            JOIN deadline_rule AS r ON r.deadline_rule_id = k.deadline_rule_id
            WHERE k.case_file_id = a.case_file_id AND k.promised_on < authority_date(r.regime)) THEN 'period' END
    FROM grant_act AS a
    WHERE a.case_file_id = recallable_grant_act.case_file_id AND a.act_no = recallable_grant_act.act_no
        AND EXISTS (SELECT FROM grant_transition AS t WHERE t.act = a.act AND t.group_role = acting_group())
        AND (acting_as('sandbox_desk') OR a.organisation_id = acting_organisation_id());
END $$;

CREATE FUNCTION recallable(case_file_id bigint, subject text, about_no integer) RETURNS SETOF recallable
    LANGUAGE plpgsql STABLE SET search_path = sandbox, pg_temp AS $$
BEGIN
    CASE subject
        WHEN 'answer' THEN RETURN QUERY SELECT r.* FROM recallable_answer(case_file_id, about_no) AS r;
        WHEN 'evidence' THEN RETURN QUERY SELECT r.* FROM recallable_evidence(case_file_id, about_no) AS r;
        WHEN 'objection' THEN RETURN QUERY SELECT r.* FROM recallable_objection(case_file_id, about_no) AS r;
        WHEN 'grant-act' THEN RETURN QUERY SELECT r.* FROM recallable_grant_act(case_file_id, about_no) AS r;
        ELSE NULL;
    END CASE;
END $$;

CREATE FUNCTION guard_recall() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE found_row recallable;
BEGIN
    PERFORM FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id AND c.reference IS NOT NULL
        AND (acting_as('sandbox_desk') OR acting_as('sandbox_company') AND c.company_id = acting_organisation_id()
            OR acting_as('sandbox_ministry') AND c.case_file_id IN (SELECT consulted_case_ids()))
    FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    SELECT * INTO found_row FROM recallable(NEW.case_file_id, NEW.subject, NEW.about_no);
    IF found_row.said IS NULL THEN
        PERFORM refuse('recall_nothing_entered_guard', 'there is nothing of that number that the acting person entered');
    ELSIF found_row.relied_on_by = 'kind' THEN
        PERFORM refuse('recall_not_recalled_guard', 'such an act is not taken back');
    ELSIF found_row.relied_on_by IS NOT NULL THEN
        PERFORM refuse('recall_relied_on_guard', format('others rely on it: %s', found_row.relied_on_by));
    END IF;
    NEW.recall_no := 1 + coalesce((SELECT max(r.recall_no) FROM recall AS r WHERE r.case_file_id = NEW.case_file_id), 0);
    NEW.said := found_row.said; NEW.said_on := found_row.said_on;
    NEW.recalled_at := now(); NEW.recalled_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_recall BEFORE INSERT ON recall FOR EACH ROW EXECUTE FUNCTION guard_recall();

-- The supplement waits for its answer, and stops what it stopped, also what has lapsed or ended since.
CREATE FUNCTION recall_answer(case_file_id bigint, supplement_no integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    UPDATE supplement AS s SET answer = NULL, answered_at = NULL, answered_by = NULL, document_no = NULL, arrived_on = NULL
    WHERE s.case_file_id = recall_answer.case_file_id AND s.supplement_no = recall_answer.supplement_no;
    UPDATE deadline_stop AS x
    SET ended_on = CASE WHEN d.ended_on IS NOT NULL AND d.ended_by <> 'lapsed' THEN greatest(d.ended_on, x.began_on) END
    FROM supplement AS s, deadline AS d
    WHERE s.case_file_id = recall_answer.case_file_id AND s.supplement_no = recall_answer.supplement_no
        AND x.supplement_id = s.supplement_id AND NOT x.undone AND d.deadline_id = x.deadline_id
        AND NOT EXISTS (SELECT FROM deadline_stop AS l WHERE l.deadline_id = x.deadline_id AND NOT l.undone
            AND l.deadline_stop_id <> x.deadline_stop_id AND l.began_on >= x.ended_on);
    PERFORM undo_lapses(ARRAY(SELECT w.lapse_id FROM wrong_lapse AS w WHERE w.case_file_id = recall_answer.case_file_id));
END $$;

CREATE FUNCTION recall_evidence_ruling(case_file_id bigint, condition_no integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    UPDATE condition_evidence AS e SET is_confirmed = NULL, ruling = NULL, ruled_at = NULL, ruled_by = NULL
    FROM latest_decision AS d
    WHERE d.case_file_id = recall_evidence_ruling.case_file_id AND e.decision_id = d.decision_id
        AND e.condition_no = recall_evidence_ruling.condition_no
        AND e.evidence_no = (SELECT max(f.evidence_no) FROM condition_evidence AS f
            WHERE f.decision_id = e.decision_id AND f.condition_no = e.condition_no);
END $$;

-- The objection waits for its answer: the period for that runs on, and the one for an appeal has not begun by it.
CREATE FUNCTION recall_objection_ruling(case_file_id bigint, disposition_no integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE objection_row objection;
BEGIN
    SELECT o.* INTO objection_row FROM objection AS o JOIN disposition AS d USING (disposition_id)
    WHERE d.case_file_id = recall_objection_ruling.case_file_id
        AND d.disposition_no = recall_objection_ruling.disposition_no;
    UPDATE objection AS o SET ruling = NULL, reason = NULL, ruled_at = NULL, ruled_by = NULL
    WHERE o.disposition_id = objection_row.disposition_id;
    PERFORM reopen_deadlines(ARRAY(SELECT d.deadline_id FROM deadline AS d JOIN deadline_rule AS r USING (deadline_rule_id)
        WHERE d.case_file_id = objection_row.case_file_id AND d.subject = 'objection'
            AND d.subject_id = objection_row.disposition_id AND d.ended_at = objection_row.ruled_at
            AND (d.ended_by = 'objection-answered' OR d.ended_by = 'recalled' AND d.anchor_deadline_id IS NOT NULL)));
    -- What would have begun with the end of that period waits for it again.
    UPDATE deadline AS d SET started_on = NULL FROM deadline_rule AS r
    WHERE d.case_file_id = objection_row.case_file_id AND d.subject = 'objection'
        AND d.subject_id = objection_row.disposition_id AND d.anchor_deadline_id IS NOT NULL
        AND d.started_on IS NOT NULL AND d.ended_on IS NULL AND r.deadline_rule_id = d.deadline_rule_id;
    PERFORM void_deadlines(ARRAY(SELECT d.deadline_id FROM deadline AS d JOIN deadline_rule AS r USING (deadline_rule_id)
        WHERE d.case_file_id = objection_row.case_file_id AND d.subject = 'objection'
            AND d.subject_id = objection_row.disposition_id AND d.started_at = objection_row.ruled_at
            AND d.anchor_deadline_id IS NULL AND r.starts_on = 'objection-answered' AND d.ended_on IS NULL),
        authority_date(c.regime))
    FROM case_file AS c WHERE c.case_file_id = objection_row.case_file_id;
    PERFORM keep_open_tasks(ARRAY[objection_row.case_file_id]);
END $$;

-- The act leaves the journal; its number is not given again. What was recorded with it, in the same instant, is undone.
CREATE FUNCTION recall_grant_act(case_file_id bigint, act_no integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
DECLARE act_row grant_act; begun bigint[]; ended bigint[]; extended bigint[];
BEGIN
    SELECT * INTO act_row FROM grant_act AS a
    WHERE a.case_file_id = recall_grant_act.case_file_id AND a.act_no = recall_grant_act.act_no;
    begun := ARRAY(SELECT d.deadline_id FROM deadline AS d WHERE d.case_file_id = act_row.case_file_id
        AND d.started_at = act_row.recorded_at AND d.ended_by IS DISTINCT FROM 'recalled');
    ended := ARRAY(SELECT d.deadline_id FROM deadline AS d WHERE d.case_file_id = act_row.case_file_id
        AND d.ended_at = act_row.recorded_at AND d.started_at < act_row.recorded_at);
    DELETE FROM case_task AS t USING revision_plan AS p
    WHERE p.grant_act_id = act_row.grant_act_id AND t.case_file_id = p.case_file_id
        AND t.reform_task_id = p.reform_task_id AND t.linked_at = act_row.recorded_at
        AND NOT EXISTS (SELECT FROM revision_plan AS o WHERE o.case_file_id = p.case_file_id
            AND o.reform_task_id = p.reform_task_id AND o.grant_act_id <> p.grant_act_id);
    DELETE FROM revision_plan AS p WHERE p.grant_act_id = act_row.grant_act_id;
    DELETE FROM grant_act AS a WHERE a.grant_act_id = act_row.grant_act_id;
    IF act_row.act = 'extend' THEN
        WITH gone AS (DELETE FROM deadline_extension AS x WHERE x.case_file_id = act_row.case_file_id
            AND x.extended_at = act_row.recorded_at RETURNING x.deadline_id)
        SELECT array_agg(g.deadline_id) INTO extended FROM gone AS g;
        PERFORM keep_deadlines(coalesce(extended, '{}'));
    END IF;
    PERFORM void_deadlines(begun, authority_date(c.regime)) FROM case_file AS c WHERE c.case_file_id = act_row.case_file_id;
    PERFORM reopen_deadlines(ended);
    PERFORM keep_grants(ARRAY[act_row.case_file_id]);
END $$;

CREATE FUNCTION steps_recall() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    CASE NEW.subject
        WHEN 'answer' THEN PERFORM recall_answer(NEW.case_file_id, NEW.about_no);
        WHEN 'evidence' THEN PERFORM recall_evidence_ruling(NEW.case_file_id, NEW.about_no);
        WHEN 'objection' THEN PERFORM recall_objection_ruling(NEW.case_file_id, NEW.about_no);
        ELSE PERFORM recall_grant_act(NEW.case_file_id, NEW.about_no);
    END CASE;
    PERFORM keep_open_tasks(ARRAY[NEW.case_file_id]);
    RETURN NULL;
END $$;
CREATE TRIGGER steps_recall AFTER INSERT ON recall FOR EACH ROW EXECUTE FUNCTION steps_recall();

GRANT EXECUTE ON FUNCTION reply_reliance TO sandbox_desk;
GRANT EXECUTE ON FUNCTION recallable, recallable_answer, recallable_evidence, recallable_objection, recallable_grant_act
    TO sandbox_company, sandbox_ministry, sandbox_desk;
