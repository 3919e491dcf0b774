-- Consultations of the ministries, and their opinions.

CREATE FUNCTION consulted_case_ids() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT case_file_id FROM case_ministry WHERE ministry_id = acting_organisation_id() AND acting_as('sandbox_ministry')
$$;

CREATE FUNCTION answerable_case_ids() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT c.case_file_id FROM case_file AS c WHERE c.company_id = acting_organisation_id() AND acting_as('sandbox_company')
    AND c.stage IN ('filed', 'received', 'consulting')
    AND EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = c.case_file_id AND s.answered_at IS NULL) $$;

CREATE FUNCTION inbox_notice(ministry_id bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT 'inbox of ' || string_agg(p.role_name, ', ' ORDER BY p.role_name) FROM person AS p
WHERE p.organisation_id = inbox_notice.ministry_id AND p.group_role = 'sandbox_ministry' AND p.disabled_at IS NULL $$;

-- Whether the regime gives a same-or-similar case a shorter consultation today.
CREATE FUNCTION has_fast_track(case_file_id bigint) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp AS $$
SELECT EXISTS (SELECT FROM case_file AS c,
        rules_started_by('fast-track-consultation-notified', c.case_file_id, authority_date(c.regime))
    WHERE c.case_file_id = has_fast_track.case_file_id) $$;

-- This guard and those of what else happens to a case lock the case first: two acts on one case happen one after the other.
-- A row for a case that the person may not see is left to the row-level policy, which says the same as for a case that does
-- not exist; nor is that case locked, for the wait would tell that it is there.
--
-- In the inbox of a ministry that has one a consultation is notified as it is sent; of another the desk says later when its
-- letter arrived.
CREATE FUNCTION guard_consultation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE case_row case_file; today date;
BEGIN
    SELECT * INTO case_row FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.reference IS NOT NULL AND acting_as('sandbox_desk') FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    today := authority_date(case_row.regime);
    IF TG_OP = 'UPDATE' AND NEW.recall_reason IS DISTINCT FROM OLD.recall_reason THEN
        -- What was replied to, or has lapsed, others rely on.
        IF OLD.replied_at IS NOT NULL OR case_row.stage <> 'consulting' THEN
            PERFORM refuse('consultation_recall_guard', 'the consultation is not open');
        END IF;
        NEW.replied_at := now();
        NEW.recalled_by := acting_role();
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.notified_on IS NOT NULL THEN
            PERFORM refuse('consultation_notified_guard', 'the ministry has been told already');
        END IF;
        IF OLD.replied_at IS NOT NULL OR case_row.stage <> 'consulting' THEN
            PERFORM refuse('consultation_notice_guard', 'the consultation is not open');
        END IF;
        IF NEW.notified_on NOT BETWEEN authority_date(case_row.regime, NEW.sent_at) AND today THEN
            PERFORM refuse('consultation_notified_on_guard', 'told between the day it was sent and today');
        END IF;
        NEW.notified_at := now();
        NEW.notified_by := 'letter';
        RETURN NEW;
    END IF;

    IF case_row.stage <> 'consulting' THEN
        PERFORM refuse('consultation_stage_guard', 'only a case in consultation is sent to a ministry');
    END IF;
    IF NOT EXISTS (SELECT FROM organisation AS o
        WHERE o.organisation_id = NEW.ministry_id AND o.kind IN ('ministry', 'authority')) THEN
        PERFORM refuse('consultation_ministry_guard', 'only ministries are consulted');
    END IF;
    IF NEW.fast_track AND NOT has_fast_track(NEW.case_file_id) THEN
        PERFORM refuse('consultation_fast_track_guard', 'this track has no shorter period for same-or-similar cases');
    END IF;
    IF NEW.fast_track AND NOT EXISTS (SELECT FROM fast_track AS f WHERE f.case_file_id = NEW.case_file_id) THEN
        PERFORM refuse('consultation_fast_track_unfounded_guard', 'no earlier grant is named that the case is like');
    END IF;
    NEW.round := 1 + coalesce((SELECT max(k.round) FROM consultation AS k
        WHERE k.case_file_id = NEW.case_file_id AND k.ministry_id = NEW.ministry_id), 0);
    NEW.sent_at := now(); NEW.sent_by := acting_role();
    NEW.replied_at := NULL; NEW.recall_reason := NULL; NEW.recalled_by := NULL;
    NEW.lapsed := false;
    NEW.notice := inbox_notice(NEW.ministry_id);
    NEW.notified_at := CASE WHEN NEW.notice IS NOT NULL THEN now() END;
    NEW.notified_on := CASE WHEN NEW.notice IS NOT NULL THEN today END;
    NEW.notified_by := CASE WHEN NEW.notice IS NOT NULL THEN 'inbox' END;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_consultation BEFORE INSERT OR UPDATE ON consultation
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_consultation();

-- A ministry's first person finds in the inbox what was sent before.
CREATE FUNCTION notify_ministry(ministry_id bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    -- The cases first, as every act does.
    PERFORM FROM case_file AS c
    WHERE c.stage = 'consulting' AND c.case_file_id IN (SELECT k.case_file_id FROM consultation AS k
        WHERE k.ministry_id = notify_ministry.ministry_id AND k.replied_at IS NULL AND k.notified_on IS NULL)
    ORDER BY c.case_file_id FOR UPDATE;
    UPDATE consultation AS k SET notified_at = now(), notified_on = authority_date(c.regime), notified_by = 'inbox',
        notice = inbox_notice(k.ministry_id)
    FROM case_file AS c
    WHERE c.case_file_id = k.case_file_id AND k.ministry_id = notify_ministry.ministry_id AND k.replied_at IS NULL
        AND k.notified_on IS NULL AND c.stage = 'consulting';
END $$;

-- The period of a ministry begins when it is told.
CREATE FUNCTION start_consultation(consultation_row consultation) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT start_deadlines(CASE WHEN consultation_row.fast_track THEN 'fast-track-consultation-notified'
        ELSE 'consultation-notified' END,
    c.case_file_id, consultation_row.consultation_id, consultation_row.ministry_id, consultation_row.notified_on)
FROM case_file AS c WHERE c.case_file_id = consultation_row.case_file_id AND c.stage = 'consulting'
    AND consultation_row.notified_on IS NOT NULL AND consultation_row.replied_at IS NULL $$;

-- A round that was called off: its period falls away, and what the ministry asked of the company in it. A ministry that was
-- asked nothing else on the case sees it no more. Where nobody is consulted any more the case is as it was before.
CREATE FUNCTION forget_consultation(consultation_row consultation) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE today date;
BEGIN
    SELECT authority_date(c.regime) INTO today FROM case_file AS c WHERE c.case_file_id = consultation_row.case_file_id;
    UPDATE supplement AS s SET ended_as = 'recalled', ended_reason = consultation_row.recall_reason, answered_at = now(),
        answered_by = consultation_row.recalled_by
    WHERE s.case_file_id = consultation_row.case_file_id AND s.asked_by_id = consultation_row.ministry_id
        AND s.answered_at IS NULL;
    UPDATE deadline_stop AS s SET ended_on = greatest(today, s.began_on) FROM deadline AS d
    WHERE d.deadline_id = s.deadline_id AND d.subject = 'consultation' AND d.subject_id = consultation_row.consultation_id
        AND d.ended_on IS NULL AND s.ended_on IS NULL;
    UPDATE deadline AS d SET ended_on = greatest(today, d.started_on), ended_at = now(), ended_by = 'recalled'
    WHERE d.subject = 'consultation' AND d.subject_id = consultation_row.consultation_id AND d.ended_on IS NULL;
    IF NOT EXISTS (SELECT FROM consultation AS k WHERE k.case_file_id = consultation_row.case_file_id
        AND k.ministry_id = consultation_row.ministry_id AND k.recall_reason IS NULL) THEN
        DELETE FROM ministry_deadline AS d
        WHERE d.ministry_id = consultation_row.ministry_id AND d.case_file_id = consultation_row.case_file_id;
        DELETE FROM ministry_grant AS l USING exemption_grant AS g
        WHERE l.ministry_id = consultation_row.ministry_id AND g.exemption_grant_id = l.exemption_grant_id
            AND g.case_file_id = consultation_row.case_file_id;
        DELETE FROM case_ministry AS m
        WHERE m.ministry_id = consultation_row.ministry_id AND m.case_file_id = consultation_row.case_file_id;
    END IF;
    IF EXISTS (SELECT FROM consultation AS k
        WHERE k.case_file_id = consultation_row.case_file_id AND k.recall_reason IS NULL) THEN
        PERFORM start_after_replies(consultation_row.case_file_id, today);
    ELSE
        UPDATE case_file AS c SET stage = 'received'
        WHERE c.case_file_id = consultation_row.case_file_id AND c.stage = 'consulting';
    END IF;
    PERFORM keep_open_tasks(ARRAY[consultation_row.case_file_id]);
END $$;

CREATE FUNCTION steps_consultation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO case_ministry AS m (ministry_id, case_file_id, company_id)
        SELECT n.ministry_id, n.case_file_id, c.company_id FROM new_rows AS n JOIN case_file AS c USING (case_file_id)
        ON CONFLICT DO NOTHING;
        IF FOUND THEN
            PERFORM keep_deadlines(ARRAY(SELECT k.deadline_id FROM kept_deadline AS k
                JOIN new_rows AS n USING (case_file_id) WHERE k.ended_on IS NULL));
            PERFORM keep_grants(ARRAY(SELECT n.case_file_id FROM new_rows AS n));
        END IF;
        PERFORM start_consultation(n) FROM new_rows AS n ORDER BY n.consultation_id;
        PERFORM keep_open_tasks(ARRAY(SELECT n.case_file_id FROM new_rows AS n));
    ELSIF OLD.recall_reason IS DISTINCT FROM NEW.recall_reason THEN
        PERFORM forget_consultation(NEW);
    ELSIF OLD.replied_at IS NOT DISTINCT FROM NEW.replied_at THEN
        PERFORM start_consultation(NEW);
        PERFORM keep_open_tasks(ARRAY[NEW.case_file_id]);
    ELSE
        PERFORM keep_open_tasks(ARRAY[NEW.case_file_id]);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_consultation AFTER INSERT ON consultation REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_consultation();
CREATE TRIGGER steps_consultation_notice AFTER UPDATE OF notified_on ON consultation
    FOR EACH ROW WHEN (OLD.notified_on IS NULL AND NEW.notified_on IS NOT NULL) EXECUTE FUNCTION steps_consultation();
CREATE TRIGGER steps_consultation_recall AFTER UPDATE OF recall_reason ON consultation
    FOR EACH ROW WHEN (OLD.recall_reason IS NULL AND NEW.recall_reason IS NOT NULL) EXECUTE FUNCTION steps_consultation();
CREATE TRIGGER steps_consultation_reply AFTER UPDATE OF replied_at ON consultation
    FOR EACH ROW WHEN (OLD.replied_at IS DISTINCT FROM NEW.replied_at AND OLD.recall_reason IS NOT DISTINCT FROM NEW.recall_reason)
    EXECUTE FUNCTION steps_consultation();

-- One reply for each round, by the ministry itself, or by the desk, which enters an official document that came in. After the
-- period has ended in silence it comes too late: the lapse is contested instead. A document is in time on the day it arrived.
CREATE FUNCTION guard_opinion() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE case_row case_file; consultation_row consultation;
BEGIN
    SELECT c.* INTO case_row FROM consultation AS k JOIN case_file AS c USING (case_file_id)
    WHERE k.consultation_id = NEW.consultation_id AND (acting_as('sandbox_desk') AND c.reference IS NOT NULL
        OR acting_as('sandbox_ministry') AND k.ministry_id = acting_organisation_id()) FOR UPDATE OF c;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    SELECT * INTO consultation_row FROM consultation AS k WHERE k.consultation_id = NEW.consultation_id;
    IF acting_as('sandbox_desk') THEN
        IF NEW.document_no IS NULL OR NEW.arrived_on IS NULL THEN
            PERFORM refuse('opinion_document_required_guard', 'the desk enters what came as an official document');
        END IF;
        IF NEW.arrived_on NOT BETWEEN authority_date(case_row.regime, consultation_row.sent_at)
            AND authority_date(case_row.regime) THEN
            PERFORM refuse('opinion_date_outside_guard', 'a reply arrived between the day it was asked for and today');
        END IF;
    END IF;
    IF consultation_row.lapsed OR EXISTS (SELECT FROM pending_lapse AS p
        WHERE p.case_file_id = case_row.case_file_id AND p.consultation_id = NEW.consultation_id
            AND coalesce(NEW.arrived_on > p.due_on, true)) THEN
        PERFORM refuse('opinion_lapsed_guard', 'the period for the reply has ended in silence');
    END IF;
    IF consultation_row.replied_at IS NOT NULL THEN
        PERFORM refuse('opinion_once_guard', 'this round has been replied to');
    END IF;
    IF case_row.stage <> 'consulting' THEN
        PERFORM refuse('opinion_stage_guard', 'the case is no longer in consultation');
    END IF;
    IF NOT EXISTS (SELECT FROM track_opinion AS o
        WHERE o.regime = case_row.regime AND o.track = case_row.track AND o.opinion = NEW.opinion) THEN
        PERFORM refuse('opinion_track_guard', 'this track has no such opinion');
    END IF;
    NEW.case_file_id := case_row.case_file_id;
    NEW.replied_at := now(); NEW.replied_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_opinion BEFORE INSERT ON opinion FOR EACH ROW EXECUTE FUNCTION guard_opinion();

-- When no consultation is open any more, the period for what follows the replies begins.
--
-- A reply that is put right in one act was there all the time: what had begun with the replies runs on.
CREATE FUNCTION start_after_replies(case_file_id bigint, on_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE put_right bigint[];
BEGIN
    IF EXISTS (SELECT FROM opinion_recall AS r
        WHERE r.case_file_id = start_after_replies.case_file_id AND r.recalled_at = now()) THEN
        put_right := ARRAY(SELECT d.deadline_id FROM deadline AS d JOIN deadline_rule AS r USING (deadline_rule_id)
            WHERE d.case_file_id = start_after_replies.case_file_id AND d.ended_by = 'replies-reopened'
                AND d.ended_at = now() AND r.starts_on = 'replies-complete');
    END IF;
    IF NOT EXISTS (SELECT FROM consultation AS k
        WHERE k.case_file_id = start_after_replies.case_file_id AND k.replied_at IS NULL)
        AND EXISTS (SELECT FROM consultation AS k
            WHERE k.case_file_id = start_after_replies.case_file_id AND k.recall_reason IS NULL)
        AND NOT EXISTS (SELECT FROM deadline AS c JOIN deadline_rule AS r USING (deadline_rule_id)
            WHERE c.case_file_id = start_after_replies.case_file_id AND c.ended_on IS NULL
                AND r.starts_on = 'replies-complete') THEN
        IF cardinality(put_right) > 0 THEN
            PERFORM reopen_deadlines(put_right);
        ELSE
            PERFORM start_deadlines('replies-complete', start_after_replies.case_file_id, start_after_replies.case_file_id,
                NULL, on_day);
        END IF;
    END IF;
END $$;

CREATE FUNCTION steps_opinion() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    -- A document was there on the day it arrived, at its end: whenever it was entered.
    UPDATE consultation AS k SET replied_at = coalesce(greatest(k.sent_at, least(n.replied_at,
        (n.arrived_on + 1)::timestamp AT TIME ZONE z.time_zone - interval '1 second')), n.replied_at)
    FROM new_rows AS n JOIN case_file AS c USING (case_file_id) JOIN regime AS z ON z.regime = c.regime
    WHERE k.consultation_id = n.consultation_id;
    PERFORM end_deadlines('replied', n.case_file_id, n.consultation_id, coalesce(n.arrived_on, authority_date(c.regime)))
    FROM new_rows AS n JOIN case_file AS c USING (case_file_id) ORDER BY n.consultation_id;
    PERFORM start_after_replies(c.case_file_id, authority_date(c.regime))
    FROM case_file AS c WHERE c.case_file_id IN (SELECT n.case_file_id FROM new_rows AS n) ORDER BY c.case_file_id;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_opinion AFTER INSERT ON opinion REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_opinion();

-- A ministry that the proposal names is asked, or the desk says why not.
CREATE FUNCTION guard_consultation_omission() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE stage text;
BEGIN
    SELECT c.stage INTO stage FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.reference IS NOT NULL AND acting_as('sandbox_desk') FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF stage NOT IN ('received', 'consulting') THEN
        PERFORM refuse('consultation_omission_stage_guard', 'ministries are asked between reception and decision');
    END IF;
    IF EXISTS (SELECT FROM case_ministry AS m
        WHERE m.case_file_id = NEW.case_file_id AND m.ministry_id = NEW.ministry_id) THEN
        PERFORM refuse('consultation_omission_ministry_asked_guard', 'this ministry has been asked');
    END IF;
    NEW.stated_at := now(); NEW.stated_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_consultation_omission BEFORE INSERT ON consultation_omission
    FOR EACH ROW EXECUTE FUNCTION guard_consultation_omission();

-- The ministries that a proposal names, as they are registered, and that nobody asked and of which nobody said why not.
CREATE FUNCTION unasked_ministries(case_file_id bigint) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT coalesce(array_agg(DISTINCT o.name::text ORDER BY o.name::text), '{}')
FROM exemption_item AS e JOIN organisation AS o ON o.organisation_id = organisation_named(e.ministry)
WHERE e.case_file_id = unasked_ministries.case_file_id AND o.kind = 'ministry'
    AND NOT EXISTS (SELECT FROM case_ministry AS m
        WHERE m.case_file_id = e.case_file_id AND m.ministry_id = o.organisation_id)
    AND NOT EXISTS (SELECT FROM consultation_omission AS x
        WHERE x.case_file_id = e.case_file_id AND x.ministry_id = o.organisation_id) $$;
GRANT EXECUTE ON FUNCTION unasked_ministries TO sandbox_desk, sandbox_analyst, sandbox_auditor;

-- Whether there is one. The parties are not told of each other's consultations: for them it is what is kept.
CREATE FUNCTION has_unasked_ministry(case_file_id bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED AS $$
BEGIN
    IF has_function_privilege('sandbox.unasked_ministries(bigint)', 'EXECUTE') THEN
        RETURN sandbox.unasked_ministries(has_unasked_ministry.case_file_id) <> '{}';
    END IF;
    RETURN EXISTS (SELECT FROM sandbox.kept_open_task AS t
        WHERE t.case_file_id = has_unasked_ministry.case_file_id AND t.task = 'consult-named');
END $$;
GRANT EXECUTE ON FUNCTION has_unasked_ministry
    TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;

-- Their names, for whoever is told of them; else NULL.
CREATE FUNCTION told_unasked_ministries(case_file_id bigint) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED AS $$
BEGIN
    IF has_function_privilege('sandbox.unasked_ministries(bigint)', 'EXECUTE') THEN
        RETURN nullif(array_to_string(sandbox.unasked_ministries(told_unasked_ministries.case_file_id), ', '), '');
    END IF;
    RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION told_unasked_ministries
    TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;

CREATE FUNCTION steps_consultation_omission() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM keep_open_tasks(ARRAY(SELECT n.case_file_id FROM new_rows AS n));
    RETURN NULL;
END $$;
CREATE TRIGGER steps_consultation_omission AFTER INSERT ON consultation_omission REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_consultation_omission();

-- A ministry that is entered, or called otherwise, is one that proposals name from now on, or no more.
CREATE FUNCTION keep_naming_cases(names text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    cases bigint[] := ARRAY(SELECT DISTINCT c.case_file_id FROM case_file AS c JOIN exemption_item AS e USING (case_file_id)
        WHERE c.stage = 'consulting' AND e.ministry = ANY (names));
BEGIN
    IF cases <> '{}' THEN
        PERFORM hold_grants();
        PERFORM keep_open_tasks(cases);
    END IF;
END $$;

GRANT EXECUTE ON FUNCTION consulted_case_ids TO sandbox_ministry;
GRANT EXECUTE ON FUNCTION has_fast_track TO sandbox_desk;
