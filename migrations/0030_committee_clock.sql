-- What the committee does moves the clocks: tabling ends the period for it, mediation stops it, a request for
-- re-deliberation is made within its own period and starts the next one, and so does the change of a condition.

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

-- A case can no longer make the next session before its period for tabling ends: the first session that would still take
-- it lies behind that day. It becomes true with the end of a session's day, or when its agenda is frozen. NULL: it is not
-- so, or no session that would take it is scheduled.
CREATE FUNCTION late_session(case_file_id bigint, due_on date) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
BEGIN ATOMIC
    SELECT n.body || '/' || n.session_no
    FROM (
        SELECT m.body, m.session_no, m.held_on
        FROM case_file AS f
        JOIN track_body AS t ON t.regime = f.regime AND t.track = f.track
        JOIN committee_session AS m ON m.body = t.body AND m.frozen_at IS NULL AND m.held_on >= authority_date(f.regime)
        WHERE f.case_file_id = late_session.case_file_id AND f.stage IN ('received', 'consulting') AND (t.needs = 'nothing'
            OR t.needs = 'precedent' AND EXISTS (SELECT FROM fast_track AS q WHERE q.case_file_id = f.case_file_id))
        ORDER BY m.held_on, m.committee_session_id LIMIT 1
    ) AS n
    WHERE n.held_on > late_session.due_on AND NOT EXISTS (
        SELECT FROM agenda_item AS i JOIN committee_session AS m ON m.committee_session_id = i.committee_session_id
        WHERE i.case_file_id = late_session.case_file_id AND i.closed_at IS NULL AND m.held_on <= late_session.due_on);
END;
GRANT EXECUTE ON FUNCTION late_session TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;

CREATE VIEW late_tabling WITH (security_invoker = true) AS
SELECT s.case_file_id, s.clock_id, s.due_on, late_session(s.case_file_id, s.due_on) AS session
FROM clock_state() AS s
JOIN clock_rule AS r ON r.clock_rule_id = s.clock_rule_id AND 'tabled' = ANY (r.ends_on)
WHERE s.ended_on IS NULL AND s.due_on < (SELECT max(m.held_on) FROM committee_session AS m WHERE m.frozen_at IS NULL);
COMMENT ON VIEW late_tabling IS 'tabling periods that end before the next session; session: the one that comes too late, NULL if none does';
GRANT SELECT ON late_tabling TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;

-- 지정조건 변경: a change that is asked for is put to the ministries of the case, which reply within their period (RegAct
-- 19의3⑦). It can be accepted when all have replied or their periods are over; silence is no consent and no bar.
CREATE TABLE change_reply (
    condition_change_id bigint NOT NULL,
    case_file_id bigint NOT NULL,
    ministry_id bigint NOT NULL CONSTRAINT change_reply_ministry_id_fkey REFERENCES organisation,
    opinion code NOT NULL CONSTRAINT change_reply_opinion_check CHECK (opinion IN ('agree', 'oppose')),
    reason prose,
    replied_at timestamptz NOT NULL DEFAULT now(),
    replied_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT change_reply_pkey PRIMARY KEY (condition_change_id, ministry_id),
    CONSTRAINT change_reply_change_fkey
        FOREIGN KEY (condition_change_id, case_file_id) REFERENCES condition_change (condition_change_id, case_file_id),
    CONSTRAINT change_reply_reason_check CHECK (opinion = 'agree' OR reason IS NOT NULL)
);
CREATE INDEX change_reply_case_file_id_idx ON change_reply (case_file_id);

CREATE FUNCTION guard_change_reply() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id
        AND acting_as('sandbox_ministry') AND c.case_file_id IN (SELECT consulted_case_ids()) FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    NEW.ministry_id := acting_organisation_id();
    NEW.replied_at := now();
    NEW.replied_by := acting_role();
    IF NOT EXISTS (SELECT FROM clock AS c
        WHERE c.case_file_id = NEW.case_file_id AND c.subject = 'change' AND c.subject_id = NEW.condition_change_id
            AND c.organisation_id = NEW.ministry_id AND c.ended_on IS NULL)
    THEN
        PERFORM refuse('change_reply_debtor_guard', 'this ministry owes no reply to this change');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER change_reply_guard BEFORE INSERT ON change_reply
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_change_reply();

-- One ministry's period for a change ends with its reply; also with its own request, which is one.
CREATE FUNCTION end_change_clock(case_file_id bigint, condition_change_id bigint, ministry_id bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
UPDATE clock AS c SET ended_on = authority_date(f.regime), ended_at = now(), ended_by = 'change-replied'
FROM case_file AS f
WHERE c.case_file_id = end_change_clock.case_file_id AND f.case_file_id = c.case_file_id AND c.ended_on IS NULL
    AND c.subject = 'change' AND c.subject_id = end_change_clock.condition_change_id
    AND c.organisation_id = end_change_clock.ministry_id
$$;

CREATE FUNCTION follow_changes() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF TG_TABLE_NAME = 'change_reply' THEN
        PERFORM end_change_clock(n.case_file_id, n.condition_change_id, n.ministry_id) FROM new_rows AS n;
    ELSE
        PERFORM start_clocks('change-requested', n.case_file_id, n.condition_change_id, NULL, authority_date(c.regime)),
            end_change_clock(n.case_file_id, n.condition_change_id, n.asked_by_id)
        FROM new_rows AS n JOIN case_file AS c USING (case_file_id) ORDER BY n.condition_change_id;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER condition_change_follow AFTER INSERT ON condition_change REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION follow_changes();

CREATE TRIGGER change_reply_follow AFTER INSERT ON change_reply REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION follow_changes();

CREATE FUNCTION follow_change_ruling() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM end_clocks('change-ruled', NEW.case_file_id, NEW.condition_change_id, authority_date(c.regime))
    FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER condition_change_follow_ruling AFTER UPDATE OF is_accepted ON condition_change
    FOR EACH ROW WHEN (OLD.is_accepted IS NULL) EXECUTE FUNCTION follow_change_ruling();

-- A reply is seen at once by all who see the case: there is no decision left that it could forestall.
ALTER TABLE change_reply ENABLE ROW LEVEL SECURITY;
ALTER TABLE change_reply FORCE ROW LEVEL SECURITY;
CREATE POLICY change_reply_owner ON change_reply TO sandbox_owner USING (true) WITH CHECK (true);
CREATE POLICY change_reply_staff ON change_reply FOR SELECT TO sandbox_desk, sandbox_analyst, sandbox_auditor
    USING ((SELECT acting_group() IN ('sandbox_desk', 'sandbox_analyst', 'sandbox_auditor')));
CREATE POLICY change_reply_reader ON change_reply FOR SELECT TO sandbox_company, sandbox_ministry
    USING ((SELECT acting_group() IN ('sandbox_company', 'sandbox_ministry'))
        AND EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = change_reply.case_file_id));
CREATE POLICY change_reply_ministry ON change_reply FOR INSERT TO sandbox_ministry WITH CHECK (
    (SELECT acting_group() = 'sandbox_ministry') AND ministry_id = (SELECT acting_organisation_id()) AND EXISTS (
        SELECT FROM case_file AS c WHERE c.case_file_id = change_reply.case_file_id));
GRANT SELECT ON change_reply TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
GRANT INSERT (condition_change_id, case_file_id, opinion, reason) ON change_reply TO sandbox_ministry;
CREATE TRIGGER change_reply_event_insert AFTER INSERT ON change_reply REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION book_insert('case_file_id', 'change-reply', 'remove', 'remove',
        'condition_change_id', 'ministry_id');
CREATE TRIGGER change_reply_event_change AFTER UPDATE OR DELETE ON change_reply
    FOR EACH ROW EXECUTE FUNCTION book_change('case_file_id', 'change-reply', 'remove', 'remove',
        'condition_change_id', 'ministry_id');
