-- Consultations of the ministries, and their opinions.

CREATE FUNCTION consulted_case_ids() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
SELECT case_file_id FROM case_ministry
WHERE ministry_id = acting_organisation_id() AND acting_as('sandbox_ministry')
$$;

CREATE FUNCTION answerable_case_ids() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
SELECT c.case_file_id FROM case_file AS c
WHERE c.company_id = acting_organisation_id() AND acting_as('sandbox_company')
    AND c.stage IN ('filed', 'received', 'consulting')
    AND EXISTS (SELECT FROM supplement AS s WHERE s.case_file_id = c.case_file_id AND s.answered_at IS NULL)
$$;

CREATE FUNCTION inbox_notice(ministry_id bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
SELECT 'inbox of ' || string_agg(p.role_name, ', ' ORDER BY p.role_name) FROM person AS p
WHERE p.organisation_id = inbox_notice.ministry_id AND p.group_role = 'sandbox_ministry' AND p.disabled_at IS NULL
$$;

-- The guards below lock the case first: two acts on one case happen one after the other. A row for a case that
-- the person may not see is left to the row-level policy, which says the same as for a case that does not exist; nor is
-- that case locked, for the wait would tell that it is there.
CREATE FUNCTION guard_consultation() RETURNS trigger
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
    IF subject.stage <> 'consulting' THEN
        PERFORM refuse('consultation_stage_guard', 'only a case in consultation is sent to a ministry');
    END IF;
    IF NOT EXISTS (SELECT FROM organisation AS o
        WHERE o.organisation_id = NEW.ministry_id AND o.kind IN ('ministry', 'authority'))
    THEN
        PERFORM refuse('consultation_ministry_guard', 'only ministries are consulted');
    END IF;
    NEW.round := 1 + coalesce((SELECT max(k.round) FROM consultation AS k
        WHERE k.case_file_id = NEW.case_file_id AND k.ministry_id = NEW.ministry_id), 0);
    NEW.sent_at := now();
    NEW.sent_by := acting_role();
    NEW.replied_at := NULL;
    RETURN NEW;
END
$$;
CREATE TRIGGER consultation_guard BEFORE INSERT ON consultation
    FOR EACH ROW EXECUTE FUNCTION guard_consultation();

-- The consultation. The guard's name sorts behind consultation_guard: it runs after it.
CREATE FUNCTION guard_notice() RETURNS trigger
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
    IF TG_OP = 'INSERT' THEN
        NEW.lapsed := false;
        IF NEW.fast_track AND NOT EXISTS (SELECT FROM clock_rule AS r
            WHERE r.regime = subject.regime AND r.version = subject.regime_version
                AND r.starts_on = 'fast-track-consultation-notified'
                AND (r.tracks = '{}' OR subject.track = ANY (r.tracks))
                AND today >= r.valid_from AND (r.valid_to IS NULL OR today <= r.valid_to))
        THEN
            PERFORM refuse('consultation_fast_track_guard', 'this track has no shorter period for same-or-similar cases');
        END IF;
        NEW.notice := inbox_notice(NEW.ministry_id);
        IF NEW.notice IS NULL THEN
            NEW.notified_at := NULL;
            NEW.notified_on := NULL;
            NEW.notified_by := NULL;
        ELSE
            NEW.notified_at := now();
            NEW.notified_on := today;
            NEW.notified_by := 'inbox';
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.notified_on IS NOT NULL THEN
        PERFORM refuse('consultation_notified_guard', 'the ministry has been told already');
    END IF;
    IF OLD.replied_at IS NOT NULL OR subject.stage <> 'consulting' THEN
        PERFORM refuse('consultation_notice_guard', 'the consultation is not open');
    END IF;
    IF NEW.notified_on NOT BETWEEN authority_date(subject.regime, NEW.sent_at) AND today THEN
        PERFORM refuse('consultation_notified_on_guard', 'told between the day it was sent and today');
    END IF;
    NEW.notified_at := now();
    NEW.notified_by := 'letter';
    RETURN NEW;
END
$$;
CREATE TRIGGER consultation_notice_guard BEFORE INSERT ON consultation
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_notice();
CREATE TRIGGER consultation_notice_update_guard BEFORE UPDATE ON consultation
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_notice();

CREATE FUNCTION note_ministry() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    INSERT INTO case_ministry AS m (ministry_id, case_file_id)
    VALUES (NEW.ministry_id, NEW.case_file_id) ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER then_consultation_ministry AFTER INSERT ON consultation
    FOR EACH ROW EXECUTE FUNCTION note_ministry();

CREATE FUNCTION start_consultation(k consultation) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
SELECT start_clocks(CASE WHEN k.fast_track THEN 'fast-track-consultation-notified' ELSE 'consultation-notified' END,
    k.case_file_id, k.consultation_id, k.ministry_id, k.notified_on)
FROM case_file AS c WHERE c.case_file_id = k.case_file_id AND c.stage = 'consulting'
$$;

CREATE FUNCTION follow_consultations() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM start_consultation(n) FROM new_rows AS n
    WHERE n.notified_on IS NOT NULL AND n.replied_at IS NULL ORDER BY n.consultation_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER then_consultation_follow_insert AFTER INSERT ON consultation REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION follow_consultations();

CREATE FUNCTION follow_notice() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM start_consultation(NEW);
    RETURN NULL;
END
$$;
CREATE TRIGGER then_consultation_follow_notice AFTER UPDATE OF notified_on ON consultation
    FOR EACH ROW WHEN (OLD.notified_on IS NULL AND NEW.notified_on IS NOT NULL AND NEW.replied_at IS NULL)
    EXECUTE FUNCTION follow_notice();

-- A reply after the period has ended in silence comes too late: the lapse is contested instead.
CREATE FUNCTION guard_late_opinion() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF acting_as('sandbox_ministry') AND EXISTS (SELECT FROM consultation AS k
            WHERE k.consultation_id = NEW.consultation_id AND k.ministry_id = acting_organisation_id())
        AND (EXISTS (SELECT FROM consultation AS k WHERE k.consultation_id = NEW.consultation_id AND k.lapsed)
            OR EXISTS (SELECT FROM clock AS c JOIN clock_state() AS s USING (clock_id)
                WHERE c.case_file_id = NEW.case_file_id AND c.may_lapse AND c.ended_on IS NULL
                    AND c.subject = 'consultation' AND c.subject_id = NEW.consultation_id AND s.due_on < s.today))
    THEN
        PERFORM refuse('opinion_lapsed_guard', 'the period for the reply has ended in silence');
    END IF;
    RETURN NEW;
END
$$;
-- Its name sorts before opinion_guard.
CREATE TRIGGER opinion_a_lapse_guard BEFORE INSERT ON opinion FOR EACH ROW EXECUTE FUNCTION guard_late_opinion();

CREATE FUNCTION guard_opinion() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    asked consultation;
    subject case_file;
BEGIN
    SELECT * INTO asked FROM consultation AS k WHERE k.consultation_id = NEW.consultation_id;
    IF NOT FOUND OR NOT acting_as('sandbox_ministry') OR asked.ministry_id <> acting_organisation_id() THEN
        RETURN NEW;
    END IF;
    SELECT * INTO subject FROM case_file AS c WHERE c.case_file_id = asked.case_file_id FOR UPDATE;
    SELECT * INTO asked FROM consultation AS k WHERE k.consultation_id = NEW.consultation_id;
    IF asked.replied_at IS NOT NULL THEN
        PERFORM refuse('opinion_once_guard', 'this round has been replied to');
    END IF;
    IF subject.stage <> 'consulting' THEN
        PERFORM refuse('opinion_stage_guard', 'the case is no longer in consultation');
    END IF;
    IF NOT EXISTS (SELECT FROM track_opinion AS o
        WHERE o.regime = subject.regime AND o.track = subject.track AND o.opinion = NEW.opinion)
    THEN
        PERFORM refuse('opinion_track_guard', 'this track does not know that opinion');
    END IF;
    NEW.case_file_id := asked.case_file_id;
    NEW.replied_at := now();
    NEW.replied_by := acting_role();
    RETURN NEW;
END
$$;
CREATE TRIGGER opinion_guard BEFORE INSERT ON opinion
    FOR EACH ROW EXECUTE FUNCTION guard_opinion();

CREATE FUNCTION close_consultation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    UPDATE consultation SET replied_at = NEW.replied_at WHERE consultation_id = NEW.consultation_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER then_opinion_close AFTER INSERT ON opinion
    FOR EACH ROW EXECUTE FUNCTION close_consultation();

CREATE FUNCTION follow_opinions() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM end_clocks('replied', n.case_file_id, n.consultation_id, authority_date(c.regime))
    FROM new_rows AS n JOIN case_file AS c USING (case_file_id) ORDER BY n.consultation_id;
    PERFORM note_replies(c.case_file_id, authority_date(c.regime))
    FROM case_file AS c WHERE c.case_file_id IN (SELECT n.case_file_id FROM new_rows AS n) ORDER BY c.case_file_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER then_opinion_follow AFTER INSERT ON opinion REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION follow_opinions();

CREATE FUNCTION note_replies(case_file_id bigint, on_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM consultation AS k
        WHERE k.case_file_id = note_replies.case_file_id AND k.replied_at IS NULL)
        AND NOT EXISTS (SELECT FROM clock AS c JOIN clock_rule AS r USING (clock_rule_id)
            WHERE c.case_file_id = note_replies.case_file_id AND c.ended_on IS NULL AND r.starts_on = 'replies-complete')
    THEN
        PERFORM start_clocks('replies-complete', note_replies.case_file_id, note_replies.case_file_id, NULL,
            note_replies.on_day);
    END IF;
END
$$;

GRANT EXECUTE ON FUNCTION consulted_case_ids TO sandbox_ministry;
