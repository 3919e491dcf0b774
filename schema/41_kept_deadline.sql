-- What the deadlines come to is kept beside their facts, by the statement that changes a fact: a start, a stop, an extension, an
-- end, a rule (steps_regime), a holiday (announce_holidays, withdraw_holidays). count_deadlines says what is kept;
-- kept_deadline_drift counts everything anew and names each difference.

-- Locks are taken in one order: public_holiday, kept_grant, the rows of grants. Who counts for a case takes the weak ones; who changes
-- what many cases count by takes a strong one first, and so waits for acts under way, sees what they wrote, and keeps later
-- acts waiting. That needs statements that see what was committed before them (require_read_committed).

-- Before the days of a calendar are changed, or a regime takes another one.
CREATE FUNCTION hold_deadlines(calendar text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM require_read_committed();
    PERFORM lock_table('public_holiday', 'EXCLUSIVE');
    UPDATE calendar AS c SET revision = c.revision + 1 WHERE c.calendar = hold_deadlines.calendar;
END $$;

-- Counts deadlines anew, and those that hang on them. Nobody announces a holiday meanwhile; who does waits for this act, and
-- counts it too (rebuild_calendar). A transaction that sees an older calendar fails.
CREATE FUNCTION keep_deadlines(changed bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off
    SET plan_cache_mode = force_generic_plan AS $$
DECLARE moved bigint[]; waiting bigint[]; granted bigint[];
BEGIN
    IF changed = '{}' THEN
        RETURN;
    END IF;
    -- Of many deadlines the number decides which plan is good.
    IF cardinality(changed) > 100 THEN
        SET LOCAL plan_cache_mode = force_custom_plan;
    END IF;
    LOCK TABLE public_holiday IN ROW SHARE MODE;
    -- What ends with the validity is counted by the grant; it is nobody else's meanwhile.
    IF EXISTS (SELECT FROM deadline AS d JOIN exemption_grant AS g USING (case_file_id) WHERE d.deadline_id = ANY (changed)) THEN
        LOCK TABLE kept_grant IN ROW EXCLUSIVE MODE;
    END IF;
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        PERFORM FROM calendar AS c ORDER BY c.calendar FOR SHARE;
    END IF;
    WITH RECURSIVE hanging AS (
        SELECT unnest(changed) AS deadline_id
        UNION SELECT d.deadline_id FROM hanging AS h
        JOIN deadline AS d ON d.anchor_deadline_id = h.deadline_id OR d.floor_deadline_id = h.deadline_id
    ), kept AS (
        INSERT INTO kept_deadline AS k
        SELECT d.* FROM count_deadlines(NULL, NULL) AS d WHERE d.deadline_id = ANY (ARRAY(SELECT h.deadline_id FROM hanging AS h))
        ON CONFLICT ON CONSTRAINT kept_deadline_pkey DO UPDATE
        SET (deadline_rule_id, regime, rule, organisation_id, when_missed, is_anchored, ends_with_validity, started_on,
                promised_on, first_day, plain_end, counted_end, cap_on, due_on, due_time, safe_on, ended_on, ended_by, company_id,
                sorts_on, void_on, certainty, arguable_until, fell_away)
            = (excluded.deadline_rule_id, excluded.regime, excluded.rule, excluded.organisation_id, excluded.when_missed,
                excluded.is_anchored, excluded.ends_with_validity, excluded.started_on, excluded.promised_on,
                excluded.first_day, excluded.plain_end, excluded.counted_end, excluded.cap_on, excluded.due_on,
                excluded.due_time, excluded.safe_on, excluded.ended_on, excluded.ended_by, excluded.company_id,
                excluded.sorts_on, excluded.void_on, excluded.certainty, excluded.arguable_until,
                excluded.fell_away)
        WHERE k IS DISTINCT FROM excluded
        RETURNING k.deadline_id, k.case_file_id, k.regime, k.rule, k.subject)
    SELECT array_agg(k.deadline_id), array_agg(DISTINCT k.case_file_id), array_agg(DISTINCT k.case_file_id) FILTER (
        WHERE k.subject = 'revision' OR EXISTS (SELECT FROM grant_track AS t
            WHERE t.regime = k.regime AND k.rule IN (t.validity_rule, t.permit_rule)))
    INTO moved, waiting, granted FROM kept AS k;
    PERFORM keep_ministry_deadlines(changed || moved);
    PERFORM keep_grants(granted);
    PERFORM keep_open_tasks(ARRAY(SELECT unnest(waiting) EXCEPT SELECT unnest(granted)));
END $$;

-- What ministry_deadline holds: the owner's question, for it names every ministry.
CREATE FUNCTION count_ministry_deadlines() RETURNS SETOF ministry_deadline LANGUAGE sql STABLE BEGIN ATOMIC
    SELECT m.ministry_id, k.deadline_id, k.case_file_id, k.deadline_no, k.regime, k.rule, k.when_missed,
        k.sorts_on, k.void_on
    FROM kept_deadline AS k JOIN case_ministry AS m ON m.case_file_id = k.case_file_id WHERE k.ended_on IS NULL;
END;

-- Puts the deadlines on the lists of the ministries that were asked about their cases, and takes off what has ended.
CREATE FUNCTION keep_ministry_deadlines(changed bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
BEGIN
    DELETE FROM ministry_deadline AS d USING kept_deadline AS k
    WHERE d.deadline_id = ANY (changed) AND k.deadline_id = d.deadline_id AND k.ended_on IS NOT NULL;
    INSERT INTO ministry_deadline AS d
    SELECT c.* FROM count_ministry_deadlines() AS c WHERE c.deadline_id = ANY (changed)
    ON CONFLICT ON CONSTRAINT ministry_deadline_pkey DO UPDATE
    SET (case_file_id, deadline_no, regime, rule, when_missed, sorts_on, void_on)
        = (excluded.case_file_id, excluded.deadline_no, excluded.regime, excluded.rule, excluded.when_missed,
            excluded.sorts_on, excluded.void_on)
    WHERE d IS DISTINCT FROM excluded;
END $$;

CREATE FUNCTION steps_deadline() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM keep_deadlines(ARRAY(SELECT DISTINCT n.deadline_id FROM new_rows AS n));
    RETURN NULL;
END $$;
CREATE TRIGGER steps_deadline AFTER INSERT ON deadline REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_deadline();
CREATE TRIGGER steps_deadline_change AFTER UPDATE ON deadline REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_deadline();
CREATE TRIGGER steps_deadline_stop AFTER INSERT ON deadline_stop REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_deadline();
CREATE TRIGGER steps_deadline_stop_change AFTER UPDATE ON deadline_stop REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_deadline();
CREATE TRIGGER steps_deadline_extension AFTER INSERT ON deadline_extension REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_deadline();

-- A regime that counts on another calendar counts all its deadlines anew.
CREATE FUNCTION steps_regime() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM hold_deadlines(NEW.calendar);
    PERFORM keep_deadlines(ARRAY(SELECT k.deadline_id FROM kept_deadline AS k WHERE k.regime = NEW.regime));
    PERFORM keep_open_tasks(ARRAY(SELECT g.case_file_id FROM kept_grant AS g WHERE g.regime = NEW.regime));
    RETURN NULL;
END $$;
CREATE TRIGGER steps_regime AFTER UPDATE ON regime
    FOR EACH ROW WHEN (OLD.calendar <> NEW.calendar) EXECUTE FUNCTION steps_regime();

-- Every deadline as it is today: deadline_state() without counting.
CREATE VIEW deadline_today WITH (security_invoker = true) AS
SELECT d.deadline_id, d.case_file_id, d.deadline_no, d.deadline_rule_id, d.rule::text, d.subject::text, d.subject_id,
    d.owed_by::text, d.organisation_id, d.started_on, d.promised_on, d.first_day, d.plain_end, d.counted_end, d.cap_on,
    d.due_on, d.due_time, d.safe_on, d.ended_on, d.ended_by::text, t.today, d.due_on - t.today AS days_left,
    deadline_state_of(d, t.today, (SELECT NOT is_in_force(g, t.today) FROM kept_grant AS g
        WHERE g.case_file_id = d.case_file_id)) AS state, d.certainty::text, d.arguable_until
FROM kept_deadline AS d
JOIN (SELECT g.regime, (now() AT TIME ZONE g.time_zone)::date AS today FROM regime AS g) AS t ON t.regime = d.regime;
COMMENT ON VIEW deadline_today IS 'every deadline, when it ends and how it is, as it is today';

-- The deadlines of a case as they are on a day: what is kept, today; counted for any other day. Each is planned once for a session, and
-- not at all where nobody asks.
CREATE FUNCTION deadlines_of(case_file_id bigint, on_day date) RETURNS SETOF deadline_today
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED ROWS 10 SET search_path = sandbox, pg_temp SET plan_cache_mode = force_generic_plan
    SET jit = off AS $$
BEGIN
    IF on_day = (SELECT authority_date(c.regime) FROM case_file AS c WHERE c.case_file_id = deadlines_of.case_file_id) THEN
        RETURN QUERY SELECT d.* FROM deadline_today AS d WHERE d.case_file_id = deadlines_of.case_file_id;
    ELSE
        RETURN QUERY SELECT d.* FROM deadline_state(deadlines_of.on_day) AS d WHERE d.case_file_id = deadlines_of.case_file_id;
    END IF;
END $$;

-- The deadlines that are not on the lists of ministries as they should be. For those who see every case.
CREATE FUNCTION ministry_deadline_drift() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
SELECT DISTINCT coalesce(d.deadline_id, c.deadline_id) FROM count_ministry_deadlines() AS c
FULL JOIN ministry_deadline AS d ON d.deadline_id = c.deadline_id AND d.ministry_id = c.ministry_id
WHERE d IS DISTINCT FROM c
    AND (acting_as_staff() OR acting_as_owner()) $$;

-- The deadlines of which something else is kept than the facts come to; both ends, where they differ.
CREATE FUNCTION kept_deadline_drift() RETURNS TABLE (deadline_id bigint, kept_due_on date, due_on date)
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp SET jit = off AS $$
SELECT coalesce(k.deadline_id, d.deadline_id), k.due_on, d.due_on FROM count_deadlines(NULL, NULL) AS d
FULL JOIN kept_deadline AS k ON k.deadline_id = d.deadline_id WHERE k IS DISTINCT FROM d
UNION SELECT k.deadline_id, k.due_on, k.due_on FROM ministry_deadline_drift() AS m
JOIN kept_deadline AS k ON k.deadline_id = m $$;

GRANT EXECUTE ON FUNCTION deadlines_of, kept_deadline_drift, ministry_deadline_drift TO PUBLIC;
