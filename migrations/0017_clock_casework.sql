-- Starting, stopping, resuming and ending clocks is part of the acts of a case: the triggers here follow the rows that
-- an act writes, whoever wrote them. Nothing is done by a timer. Their names sort behind those of the triggers that book
-- the act (…_event_…), and like these they follow an INSERT as a statement: in the log a clock stands behind its act.

-- When and how a ministry was told of a consultation. In the inbox of a ministry with an account it is told at once;
-- otherwise the desk records that the letter arrived. Until then no period runs against it.
ALTER TABLE consultation
    ADD COLUMN fast_track boolean NOT NULL DEFAULT false,
    ADD COLUMN notified_at timestamptz,
    ADD COLUMN notified_on date,
    ADD COLUMN notified_by code CONSTRAINT consultation_notified_by_check CHECK (notified_by IN ('inbox', 'letter')),
    ADD COLUMN notice prose,
    ADD COLUMN lapsed boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT consultation_notified_check CHECK (
        (notified_on IS NULL) = (notified_at IS NULL) AND (notified_on IS NULL) = (notified_by IS NULL)
        AND (notified_by IS DISTINCT FROM 'letter' OR notice IS NOT NULL)
    );
COMMENT ON COLUMN consultation.fast_track IS 'as a same-or-similar case: the shorter period (법 제37조 제4항, 제38조의2 제7항)';
COMMENT ON COLUMN consultation.notice IS 'the proof that the ministry was told: who was, or the letter';
COMMENT ON COLUMN consultation.lapsed IS 'the period ended in silence, and the law says what silence means: see lapse';

CREATE FUNCTION inbox_notice(ministry_id bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
SELECT 'inbox of ' || string_agg(p.role_name, ', ' ORDER BY p.role_name) FROM person AS p
WHERE p.organisation_id = inbox_notice.ministry_id AND p.group_role = 'sandbox_ministry' AND p.disabled_at IS NULL
$$;

-- Starts a clock for every rule of the case's regime version that names the event. A ministry's clock whose ministry is not
-- given runs for each ministry that was consulted and did not say that the matter is not its own.
CREATE FUNCTION start_clocks(event text, case_file_id bigint, subject_id bigint, organisation_id bigint, on_day date)
    RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    subject_case case_file;
    started bigint[];
BEGIN
    SELECT * INTO subject_case FROM case_file AS c WHERE c.case_file_id = start_clocks.case_file_id FOR UPDATE;
    WITH applicable AS (
        SELECT r.*, g.calendar, e.subject, o.organisation_id AS owner_id, row_number() OVER (ORDER BY r.position, o.organisation_id) AS n
        FROM clock_rule AS r
        JOIN clock_event AS e ON e.event = r.starts_on
        JOIN regime AS g ON g.regime = r.regime
        CROSS JOIN LATERAL (
            SELECT CASE r.owed_by WHEN 'applicant' THEN subject_case.company_id END AS organisation_id
            WHERE r.owed_by <> 'ministry'
            UNION ALL
            SELECT start_clocks.organisation_id WHERE r.owed_by = 'ministry' AND start_clocks.organisation_id IS NOT NULL
            UNION ALL
            SELECT m.ministry_id FROM case_ministry AS m
            WHERE r.owed_by = 'ministry' AND start_clocks.organisation_id IS NULL
                AND m.case_file_id = start_clocks.case_file_id
                AND coalesce((SELECT o.opinion <> 'not-ours' FROM consultation AS k JOIN opinion AS o USING (consultation_id)
                    WHERE k.case_file_id = m.case_file_id AND k.ministry_id = m.ministry_id
                    ORDER BY k.round DESC LIMIT 1), true)
        ) AS o
        WHERE r.regime = subject_case.regime AND r.version = subject_case.regime_version
            AND r.starts_on = start_clocks.event
            AND (r.tracks = '{}' OR subject_case.track = ANY (r.tracks))
            AND start_clocks.on_day >= r.valid_from AND (r.valid_to IS NULL OR start_clocks.on_day <= r.valid_to)
    ), inserted AS (
        INSERT INTO clock AS c (case_file_id, clock_no, clock_rule_id, subject, subject_id, owed_by, organisation_id,
            may_lapse, started_on, floor_clock_id, promised_on, look_on)
        SELECT start_clocks.case_file_id,
            coalesce((SELECT max(c.clock_no) FROM clock AS c WHERE c.case_file_id = start_clocks.case_file_id), 0) + a.n,
            a.clock_rule_id, a.subject, start_clocks.subject_id, a.owed_by, a.owner_id,
            a.when_missed = 'deemed-not-needed', start_clocks.on_day,
            (SELECT max(c.clock_id) FROM clock AS c JOIN clock_rule AS r USING (clock_rule_id)
                WHERE c.case_file_id = start_clocks.case_file_id AND r.rule = a.floor_rule),
            p.due_on, p.due_on
        FROM applicable AS a
        CROSS JOIN LATERAL count_period(a.calendar, NULL, start_clocks.on_day, NULL, a.counting, a.length, a.unit, 0,
            a.extension_unit, a.cap_length, a.cap_unit, NULL) AS p
        ORDER BY a.n
        RETURNING c.clock_id
    )
    SELECT array_agg(i.clock_id) INTO started FROM inserted AS i;
    IF started IS NULL THEN
        RETURN;
    END IF;

    -- Clocks that hang on the end of one that has just started.
    INSERT INTO clock AS c (case_file_id, clock_no, clock_rule_id, subject, subject_id, owed_by, organisation_id,
        may_lapse, anchor_clock_id, promised_on)
    SELECT start_clocks.case_file_id,
        (SELECT max(c.clock_no) FROM clock AS c WHERE c.case_file_id = start_clocks.case_file_id)
            + row_number() OVER (ORDER BY r.position),
        r.clock_rule_id, s.subject, s.subject_id, r.owed_by,
        CASE r.owed_by WHEN 'applicant' THEN subject_case.company_id END, false, s.clock_id, p.due_on
    FROM clock_state() AS s
    JOIN clock_rule AS r ON r.regime = subject_case.regime AND r.version = subject_case.regime_version
        AND r.anchor_rule = s.rule AND (r.tracks = '{}' OR subject_case.track = ANY (r.tracks))
    JOIN regime AS g ON g.regime = r.regime
    CROSS JOIN LATERAL count_period(g.calendar, NULL, s.due_on, NULL, r.counting, r.length, r.unit, 0,
        r.extension_unit, r.cap_length, r.cap_unit, NULL) AS p
    WHERE s.clock_id = ANY (started);

    -- A supplement that is open already stops what has just started.
    PERFORM stop_clocks(s.supplement_id, start_clocks.on_day) FROM supplement AS s
    WHERE s.case_file_id = start_clocks.case_file_id AND s.answered_at IS NULL ORDER BY s.supplement_id;
END
$$;

-- Which cause a supplement is for a clock.
CREATE FUNCTION supplement_cause(asked_by_id bigint, debtor_id bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
SELECT CASE WHEN asked_by_id = debtor_id THEN 'supplement-by-debtor'
    WHEN o.kind = 'authority' THEN 'supplement-by-desk' ELSE 'supplement-by-others' END
FROM organisation AS o WHERE o.organisation_id = asked_by_id
$$;

-- An open supplement stops every open clock whose rule says so and which is not stopped yet; once, for a stop that was
-- undone does not come back.
CREATE FUNCTION stop_clocks(supplement_id bigint, on_day date) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
INSERT INTO clock_stop (clock_id, case_file_id, cause, supplement_id, began_on)
SELECT c.clock_id, c.case_file_id, supplement_cause(s.asked_by_id, c.organisation_id), s.supplement_id,
    greatest(stop_clocks.on_day, c.started_on)
FROM supplement AS s
JOIN clock AS c ON c.case_file_id = s.case_file_id AND c.ended_on IS NULL AND c.started_on IS NOT NULL
JOIN clock_rule AS r USING (clock_rule_id)
WHERE s.supplement_id = stop_clocks.supplement_id
    AND supplement_cause(s.asked_by_id, c.organisation_id) = ANY (r.stopped_by)
    AND NOT EXISTS (SELECT FROM clock_stop AS x WHERE x.clock_id = c.clock_id
        AND (x.supplement_id = s.supplement_id OR x.ended_on IS NULL AND NOT x.undone))
$$;

-- The answer to a supplement ends its stops; where another open supplement stops the same clock, that one takes over.
CREATE FUNCTION resume_clocks(supplement_id bigint, on_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    UPDATE clock_stop AS x SET ended_on = resume_clocks.on_day
    WHERE x.supplement_id = resume_clocks.supplement_id AND x.ended_on IS NULL;
    PERFORM stop_clocks(s.supplement_id, resume_clocks.on_day)
    FROM supplement AS s
    WHERE s.answered_at IS NULL AND s.supplement_id <> resume_clocks.supplement_id
        AND s.case_file_id = (SELECT a.case_file_id FROM supplement AS a
            WHERE a.supplement_id = resume_clocks.supplement_id)
    ORDER BY s.supplement_id;
END
$$;

-- Ends the clocks that end with an event: all of the case for an event of the case, otherwise those about the subject.
CREATE FUNCTION end_clocks(event text, case_file_id bigint, subject_id bigint, on_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    ended bigint[];
BEGIN
    WITH ended AS (
        UPDATE clock AS c SET ended_on = end_clocks.on_day, ended_at = now(), ended_by = end_clocks.event
        FROM clock_rule AS r
        WHERE c.case_file_id = end_clocks.case_file_id AND c.ended_on IS NULL AND r.clock_rule_id = c.clock_rule_id
            AND end_clocks.event = ANY (r.ends_on)
            AND (end_clocks.subject_id IS NULL OR c.subject_id = end_clocks.subject_id
                OR c.subject = 'case')
        RETURNING c.clock_id
    )
    SELECT array_agg(e.clock_id) INTO ended FROM ended AS e;
    UPDATE clock_stop AS s SET ended_on = greatest(end_clocks.on_day, s.began_on)
    WHERE s.clock_id = ANY (ended) AND s.ended_on IS NULL;
END
$$;

-- The case.
CREATE FUNCTION follow_case_file() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF NEW.stage = 'received' THEN
        PERFORM start_clocks('application-received', NEW.case_file_id, NEW.case_file_id, NULL,
            authority_date(NEW.regime, NEW.received_at));
    ELSIF NEW.stage IN ('returned', 'withdrawn') THEN
        PERFORM end_clocks(NEW.stage, NEW.case_file_id, NULL, authority_date(NEW.regime));
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER case_file_follow AFTER UPDATE OF stage ON case_file
    FOR EACH ROW WHEN (NEW.stage IN ('returned', 'withdrawn') AND NEW.stage <> OLD.stage
        OR NEW.stage = 'received' AND OLD.stage = 'filed')
    EXECUTE FUNCTION follow_case_file();

-- A case is under the version that holds on the day it is filed.
CREATE FUNCTION set_regime_version() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    NEW.regime_version := coalesce((SELECT max(v.version) FROM regime_version AS v
        WHERE v.regime = NEW.regime AND v.valid_from <= authority_date(NEW.regime)), NEW.regime_version);
    RETURN NEW;
END
$$;
CREATE TRIGGER case_file_regime_version BEFORE UPDATE OF stage ON case_file
    FOR EACH ROW WHEN (NEW.stage = 'filed' AND OLD.stage = 'draft') EXECUTE FUNCTION set_regime_version();

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
CREATE TRIGGER consultation_follow_insert AFTER INSERT ON consultation REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION follow_consultations();

CREATE FUNCTION follow_notice() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM start_consultation(NEW);
    RETURN NULL;
END
$$;
CREATE TRIGGER consultation_follow_notice AFTER UPDATE OF notified_on ON consultation
    FOR EACH ROW WHEN (OLD.notified_on IS NULL AND NEW.notified_on IS NOT NULL AND NEW.replied_at IS NULL)
    EXECUTE FUNCTION follow_notice();

-- The first person of a ministry finds in the inbox what was sent before.
CREATE FUNCTION notify_new_person() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    -- The cases first, as every act does.
    PERFORM FROM case_file AS c
    WHERE c.stage = 'consulting' AND c.case_file_id IN (SELECT k.case_file_id FROM consultation AS k
        WHERE k.ministry_id = NEW.organisation_id AND k.replied_at IS NULL AND k.notified_on IS NULL)
    ORDER BY c.case_file_id FOR UPDATE;
    UPDATE consultation AS k SET notified_at = now(), notified_on = authority_date(c.regime), notified_by = 'inbox',
        notice = inbox_notice(k.ministry_id)
    FROM case_file AS c
    WHERE c.case_file_id = k.case_file_id AND k.ministry_id = NEW.organisation_id AND k.replied_at IS NULL
        AND k.notified_on IS NULL AND c.stage = 'consulting';
    RETURN NULL;
END
$$;
CREATE TRIGGER person_follow AFTER INSERT ON person
    FOR EACH ROW WHEN (NEW.group_role = 'sandbox_ministry') EXECUTE FUNCTION notify_new_person();

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
CREATE TRIGGER opinion_follow AFTER INSERT ON opinion REFERENCING NEW TABLE AS new_rows
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

CREATE FUNCTION follow_supplements() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM stop_clocks(n.supplement_id, authority_date(c.regime, n.asked_at))
    FROM new_rows AS n JOIN case_file AS c USING (case_file_id) WHERE n.answered_at IS NULL ORDER BY n.supplement_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER supplement_follow_insert AFTER INSERT ON supplement REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION follow_supplements();

CREATE FUNCTION follow_answer() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM resume_clocks(NEW.supplement_id, authority_date(c.regime, NEW.answered_at))
    FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER supplement_follow_answer AFTER UPDATE OF answered_at, answer ON supplement
    FOR EACH ROW WHEN (OLD.answered_at IS NULL AND NEW.answered_at IS NOT NULL) EXECUTE FUNCTION follow_answer();

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
CREATE TRIGGER decision_follow AFTER INSERT ON decision REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION follow_decisions();
