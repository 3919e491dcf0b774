-- Who sees calendars, rules and clocks, who changes them, and how it is booked.

-- A stop that is not a supplement's (mediation, an opinion asked of the regulatory committee) is the desk's, with its paper.
CREATE FUNCTION guard_clock_stop() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    counted record;
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RETURN NEW;
    END IF;
    PERFORM FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id FOR UPDATE;
    SELECT s.*, r.stopped_by INTO counted FROM clock_state() AS s
    JOIN clock_rule AS r ON r.clock_rule_id = s.clock_rule_id
    WHERE s.clock_id = NEW.clock_id AND s.case_file_id = NEW.case_file_id;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF NEW.cause LIKE 'supplement-%' OR NOT NEW.cause = ANY (counted.stopped_by) THEN
        PERFORM refuse('clock_stop_cause_guard', 'that does not stop this clock');
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.ended_on IS NOT NULL OR OLD.undone THEN
            PERFORM refuse('clock_stop_ended_guard', 'the stop has ended');
        END IF;
        IF NEW.ended_on IS NULL OR NEW.ended_on > counted.today OR NEW.ended_on < OLD.began_on THEN
            PERFORM refuse('clock_stop_day_guard', 'a stop ends between its beginning and today');
        END IF;
        RETURN NEW;
    END IF;
    IF counted.ended_on IS NOT NULL THEN
        PERFORM refuse('clock_ended_guard', 'the clock has ended');
    END IF;
    IF NEW.paper IS NULL THEN
        PERFORM refuse('clock_stop_paper_guard', 'a stop names the paper it rests on');
    END IF;
    IF NEW.began_on < counted.started_on OR NEW.began_on > counted.today THEN
        PERFORM refuse('clock_stop_day_guard', 'a stop begins between the start of the clock and today');
    END IF;
    IF EXISTS (SELECT FROM clock_stop AS s WHERE s.clock_id = NEW.clock_id AND s.ended_on IS NULL AND NOT s.undone) THEN
        PERFORM refuse('clock_stop_open_guard', 'the clock is stopped already');
    END IF;
    NEW.supplement_id := NULL;
    NEW.ended_on := NULL;
    NEW.undone := false;
    NEW.began_by := acting_role();
    NEW.began_at := now();
    RETURN NEW;
END
$$;
CREATE TRIGGER clock_stop_guard BEFORE INSERT OR UPDATE ON clock_stop
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_clock_stop();

CREATE FUNCTION guard_clock_stop_undoing() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RETURN NEW;
    END IF;
    PERFORM FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id FOR UPDATE;
    IF EXISTS (SELECT FROM clock_stop AS s JOIN clock AS c USING (clock_id)
        WHERE s.clock_stop_id = NEW.clock_stop_id AND c.ended_on IS NOT NULL)
    THEN
        PERFORM refuse('clock_ended_guard', 'the clock has ended');
    END IF;
    NEW.undone_at := now();
    NEW.undone_by := acting_role();
    UPDATE clock_stop AS s SET undone = true
    WHERE s.clock_stop_id = NEW.clock_stop_id AND s.case_file_id = NEW.case_file_id AND NOT s.undone;
    RETURN NEW;
END
$$;
CREATE TRIGGER clock_stop_undoing_guard BEFORE INSERT ON clock_stop_undoing
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_clock_stop_undoing();

-- Who owes the act extends its period, before it ends, as often and as long as the rule allows, and says why. A validity is
-- extended by a decision, not here.
CREATE FUNCTION guard_clock_extension() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    counted record;
    given bigint;
BEGIN
    PERFORM FROM case_file AS c WHERE c.case_file_id = NEW.case_file_id
        AND (acting_as('sandbox_desk') OR acting_as('sandbox_ministry') AND c.case_file_id IN (SELECT consulted_case_ids()))
    FOR UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    SELECT s.*, r.extensions, r.extension_length, r.when_missed INTO counted FROM clock_state() AS s
    JOIN clock_rule AS r ON r.clock_rule_id = s.clock_rule_id
    WHERE s.clock_id = NEW.clock_id AND s.case_file_id = NEW.case_file_id;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF acting_as('sandbox_desk') AND counted.organisation_id IS NOT NULL
        OR acting_as('sandbox_ministry') AND counted.organisation_id IS DISTINCT FROM acting_organisation_id()
    THEN
        PERFORM refuse('clock_extension_debtor_guard', 'who owes the act extends its period');
    END IF;
    IF counted.extensions = 0 OR counted.when_missed = 'ends' THEN
        PERFORM refuse('clock_extension_rule_guard', 'the rule knows no such extension');
    END IF;
    IF counted.ended_on IS NOT NULL THEN
        PERFORM refuse('clock_ended_guard', 'the clock has ended');
    END IF;
    SELECT count(*) INTO given FROM clock_extension AS x WHERE x.clock_id = NEW.clock_id;
    IF given >= counted.extensions THEN
        PERFORM refuse('clock_extension_count_guard', 'the period has been extended as often as the rule allows');
    END IF;
    IF NEW.length > counted.extension_length THEN
        PERFORM refuse('clock_extension_longest_guard', 'longer than the rule allows');
    END IF;
    IF counted.today > counted.due_on THEN
        PERFORM refuse('clock_extension_time_guard', 'a period is extended before it has ended');
    END IF;
    NEW.extension_no := given + 1;
    NEW.extended_on := counted.today;
    NEW.extended_at := now();
    NEW.extended_by := acting_role();
    RETURN NEW;
END
$$;
CREATE TRIGGER clock_extension_guard BEFORE INSERT ON clock_extension
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_clock_extension();

-- Since when to look for a lapse follows the calendar.
CREATE FUNCTION look_again() RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
UPDATE clock AS c SET look_on = s.due_on FROM clock_state() AS s
WHERE c.ended_on IS NULL AND c.may_lapse AND s.clock_id = c.clock_id AND s.due_on < c.look_on
$$;
GRANT EXECUTE ON FUNCTION record_lapses TO sandbox_company, sandbox_ministry, sandbox_desk;

DO $$
DECLARE
    table_name text;
    everybody text := 'sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor, '
        'sandbox_operator, sandbox_public';
BEGIN
    FOREACH table_name IN ARRAY ARRAY['calendar', 'public_holiday', 'calendar_day', 'regime_version', 'clock_event',
        'counting_method', 'clock_rule', 'clock', 'clock_stop', 'clock_stop_undoing', 'clock_extension', 'lapse']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
        EXECUTE format('CREATE POLICY %I ON %I TO sandbox_owner USING (true) WITH CHECK (true)',
            table_name || '_owner', table_name);
    END LOOP;
    -- The law and the calendar are public.
    FOREACH table_name IN ARRAY ARRAY['calendar', 'public_holiday', 'calendar_day', 'regime_version', 'clock_event',
        'counting_method', 'clock_rule']
    LOOP
        EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO PUBLIC USING (true)', table_name || '_everyone', table_name);
        EXECUTE format('GRANT SELECT ON %I TO %s', table_name, everybody);
    END LOOP;
    -- A clock is seen by whoever sees its case.
    FOREACH table_name IN ARRAY ARRAY['clock', 'clock_stop', 'clock_stop_undoing', 'clock_extension', 'lapse'] LOOP
        EXECUTE format($policy$
            CREATE POLICY %1$s_staff ON %1$s FOR SELECT TO sandbox_desk, sandbox_analyst, sandbox_auditor
                USING ((SELECT acting_group() IN ('sandbox_desk', 'sandbox_analyst', 'sandbox_auditor')))$policy$, table_name);
        EXECUTE format($policy$
            CREATE POLICY %1$s_reader ON %1$s FOR SELECT TO sandbox_company, sandbox_ministry
                USING ((SELECT acting_group() IS NOT NULL)
                    AND EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = %1$s.case_file_id))$policy$, table_name);
        EXECUTE format('GRANT SELECT ON %I TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, '
            'sandbox_auditor', table_name);
    END LOOP;
END
$$;
GRANT SELECT ON pending_lapse TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;

CREATE POLICY clock_stop_desk ON clock_stop FOR INSERT TO sandbox_desk
    WITH CHECK ((SELECT acting_group() = 'sandbox_desk'));
CREATE POLICY clock_stop_desk_end ON clock_stop FOR UPDATE TO sandbox_desk
    USING ((SELECT acting_group() = 'sandbox_desk'));
GRANT INSERT (clock_id, case_file_id, cause, paper, began_on), UPDATE (ended_on) ON clock_stop TO sandbox_desk;
CREATE POLICY clock_stop_undoing_desk ON clock_stop_undoing FOR INSERT TO sandbox_desk
    WITH CHECK ((SELECT acting_group() = 'sandbox_desk'));
GRANT INSERT (clock_stop_id, case_file_id, reason) ON clock_stop_undoing TO sandbox_desk;
CREATE POLICY clock_extension_desk ON clock_extension FOR INSERT TO sandbox_desk
    WITH CHECK ((SELECT acting_group() = 'sandbox_desk'));
CREATE POLICY clock_extension_ministry ON clock_extension FOR INSERT TO sandbox_ministry
    WITH CHECK ((SELECT acting_group() = 'sandbox_ministry')
        AND EXISTS (SELECT FROM clock AS c WHERE c.clock_id = clock_extension.clock_id
            AND c.case_file_id = clock_extension.case_file_id AND c.organisation_id = (SELECT acting_organisation_id())));
GRANT INSERT (clock_id, case_file_id, length, reason) ON clock_extension TO sandbox_desk, sandbox_ministry;
CREATE POLICY lapse_desk ON lapse FOR UPDATE TO sandbox_desk USING ((SELECT acting_group() = 'sandbox_desk'));
CREATE POLICY lapse_ministry ON lapse FOR UPDATE TO sandbox_ministry
    USING ((SELECT acting_group() = 'sandbox_ministry') AND EXISTS (SELECT FROM consultation AS k
        WHERE k.consultation_id = lapse.consultation_id AND k.ministry_id = (SELECT acting_organisation_id())));
GRANT UPDATE (contest_reason) ON lapse TO sandbox_desk, sandbox_ministry;
GRANT UPDATE (resolution, resolution_reason) ON lapse TO sandbox_desk;

-- The desk says whether a consultation goes the fast track, and that a letter has arrived.
GRANT INSERT (fast_track) ON consultation TO sandbox_desk;
CREATE POLICY consultation_notify ON consultation FOR UPDATE TO sandbox_desk
    USING ((SELECT acting_group() = 'sandbox_desk'));
GRANT UPDATE (notified_on, notice) ON consultation TO sandbox_desk;

DO $$
DECLARE
    booked record;
    arguments text;
BEGIN
    FOR booked IN SELECT * FROM (VALUES
        ('clock', 'case_file_id', 'clock-start', 'clock-end', 'remove', ARRAY['clock_no'],
            'UPDATE OF clock_rule_id, organisation_id, started_on, anchor_clock_id, floor_clock_id, promised_on, ended_on OR DELETE'),
        ('clock_stop', 'case_file_id', 'clock-stop', 'clock-resume', 'remove', ARRAY['clock_stop_id'],
            'UPDATE OF cause, began_on, ended_on OR DELETE'),
        ('clock_stop_undoing', 'case_file_id', 'clock-stop-undo', 'remove', 'remove', ARRAY['clock_stop_id'], 'UPDATE OR DELETE'),
        ('clock_extension', 'case_file_id', 'clock-extend', 'remove', 'remove', ARRAY['clock_id', 'extension_no'],
            'UPDATE OR DELETE'),
        ('lapse', 'case_file_id', 'lapse', 'lapse-contest', 'remove', ARRAY['consultation_id'],
            'UPDATE OF contest_reason OR DELETE'),
        ('public_holiday', 'calendar', 'holiday-announce', 'holiday-withdraw', 'remove', ARRAY['day', 'public_holiday_id'],
            'UPDATE OR DELETE'),
        ('regime_version', 'regime', 'regime-apply', 'regime-apply', 'remove', ARRAY['version'], 'UPDATE OR DELETE')
    ) AS b (table_name, chain, insert_act, update_act, delete_act, key_columns, changes) LOOP
        arguments := format('(%L, %L, %L, %L, %s)', booked.chain,
            booked.insert_act, booked.update_act, booked.delete_act,
            (SELECT string_agg(quote_literal(k), ', ') FROM unnest(booked.key_columns) AS k));
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows '
            'FOR EACH STATEMENT EXECUTE FUNCTION book_insert',
            booked.table_name || '_event_insert', booked.table_name) || arguments;
        EXECUTE format('CREATE TRIGGER %I AFTER %s ON %I FOR EACH ROW EXECUTE FUNCTION book_change',
            booked.table_name || '_event_change', booked.changes, booked.table_name) || arguments;
    END LOOP;
END
$$;

-- What it does to the stop itself.
CREATE TRIGGER clock_stop_event_undo AFTER UPDATE OF undone ON clock_stop
    FOR EACH ROW EXECUTE FUNCTION book_change('case_file_id', 'clock-stop', 'clock-stop-undo', 'remove', 'clock_stop_id');
CREATE TRIGGER lapse_event_resolve AFTER UPDATE OF resolution ON lapse
    FOR EACH ROW EXECUTE FUNCTION book_change('case_file_id', 'lapse', 'lapse-resolve', 'remove', 'consultation_id');

-- What happens to a consultation is booked as the act it is.
DROP TRIGGER consultation_event_change ON consultation;
CREATE TRIGGER consultation_event_change AFTER UPDATE ON consultation FOR EACH ROW
    WHEN ((OLD.notified_on IS NOT NULL OR NEW.notified_on IS NULL) AND (OLD.replied_at IS NULL OR NEW.replied_at IS NOT NULL))
    EXECUTE FUNCTION book_change('case_file_id', 'consult-send', 'consult-close', 'remove', 'consultation_id');
CREATE TRIGGER consultation_event_delete AFTER DELETE ON consultation FOR EACH ROW
    EXECUTE FUNCTION book_change('case_file_id', 'consult-send', 'consult-close', 'remove', 'consultation_id');
CREATE TRIGGER consultation_event_notify AFTER UPDATE ON consultation FOR EACH ROW
    WHEN (OLD.notified_on IS NULL AND NEW.notified_on IS NOT NULL)
    EXECUTE FUNCTION book_change('case_file_id', 'consult-send', 'consult-notify', 'remove', 'consultation_id');
CREATE TRIGGER consultation_event_reopen AFTER UPDATE ON consultation FOR EACH ROW
    WHEN (OLD.replied_at IS NOT NULL AND NEW.replied_at IS NULL)
    EXECUTE FUNCTION book_change('case_file_id', 'consult-send', 'consult-reopen', 'remove', 'consultation_id');

-- What went on before there were clocks: what was received, sent and granted starts its clocks on its own day, and the
-- supplements in between stop them. A ministry without an account has to be told yet; whoever replied had been told.
UPDATE consultation AS k SET notified_at = k.sent_at, notified_on = authority_date(c.regime, k.sent_at),
    notified_by = 'inbox', notice = coalesce(inbox_notice(k.ministry_id), 'replied')
FROM case_file AS c
WHERE c.case_file_id = k.case_file_id
    AND (k.replied_at IS NOT NULL OR c.stage = 'consulting' AND inbox_notice(k.ministry_id) IS NOT NULL);
DO $$
BEGIN
    PERFORM start_clocks('application-received', c.case_file_id, c.case_file_id, NULL,
        authority_date(c.regime, c.received_at))
    FROM case_file AS c WHERE c.stage IN ('received', 'consulting') AND c.received_at IS NOT NULL ORDER BY c.case_file_id;
    PERFORM start_clocks('granted', d.case_file_id, d.decision_id, NULL, d.decided_on)
    FROM decision AS d JOIN case_file AS c USING (case_file_id)
    WHERE c.origin = 'filed' AND d.outcome IN ('granted', 'granted-with-conditions') ORDER BY d.decision_id;
END
$$;
DELETE FROM clock_stop;
INSERT INTO clock_stop (clock_id, case_file_id, cause, supplement_id, began_on, ended_on)
SELECT p.clock_id, p.case_file_id, p.cause, p.supplement_id, lower(days) - 1, upper(days) - 1
FROM (
    SELECT c.clock_id, c.case_file_id, min(supplement_cause(s.asked_by_id, c.organisation_id)) AS cause,
        max(s.supplement_id) AS supplement_id, range_agg(daterange(greatest(d.asked_on, c.started_on) + 1, d.answered_on + 1)) AS stops
    FROM clock AS c
    JOIN clock_rule AS r USING (clock_rule_id)
    JOIN supplement AS s ON s.case_file_id = c.case_file_id
    CROSS JOIN LATERAL (SELECT authority_date(r.regime, s.asked_at) AS asked_on,
        authority_date(r.regime, s.answered_at) AS answered_on) AS d
    WHERE c.ended_on IS NULL AND supplement_cause(s.asked_by_id, c.organisation_id) = ANY (r.stopped_by)
        AND coalesce(d.answered_on >= c.started_on, true)
    GROUP BY c.clock_id
) AS p, LATERAL unnest(p.stops) AS days;
