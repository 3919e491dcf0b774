-- The register as it was at a moment. Every change is in the event log with what it replaced, so a table of the past is
-- the table of today with the later changes undone: past.NAME. instant.enter() puts those that have changed before the
-- tables of today on the search path, so that the same query, without another word in it, is a query of the past.
--
-- Whoever reads the past reads it with the rights of today and sees no more than what could be seen then.

-- A moment before which nothing can be recorded any more: whoever has recorded an event by then has ended. Locks nobody;
-- it waits for those who hold the lock under which events are recorded (append_event), usually a few milliseconds. A standby
-- does not see those locks: there it is the moment of the latest change that has reached it, and nothing recorded later is
-- visible; but what was being recorded then may still come.
CREATE FUNCTION instant.stable() RETURNS timestamptz
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    moment timestamptz := clock_timestamp();
    patience timestamptz := moment + interval '10 seconds';
    has_ended_idle boolean := false;
    writers text[];
BEGIN
    IF pg_is_in_recovery() THEN
        RETURN coalesce(pg_last_xact_replay_timestamp(), moment);
    END IF;
    SELECT array_agg(l.virtualtransaction) INTO writers FROM pg_locks AS l
    WHERE l.locktype = 'relation' AND l.relation = 'sandbox.event'::regclass AND l.mode = 'RowExclusiveLock'
        AND l.granted AND l.database = (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database())
        AND l.pid IS DISTINCT FROM pg_backend_pid();
    WHILE EXISTS (SELECT FROM pg_locks AS l WHERE l.virtualtransaction = ANY (writers)
        AND l.locktype = 'relation' AND l.relation = 'sandbox.event'::regclass AND l.mode = 'RowExclusiveLock')
    LOOP
        IF clock_timestamp() > patience THEN
            RAISE EXCEPTION USING ERRCODE = 'lock_not_available',
                MESSAGE = 'an act that was begun has not ended for ten seconds';
        END IF;
        IF clock_timestamp() > moment + interval '5 seconds' AND NOT has_ended_idle THEN
            has_ended_idle := true;
            PERFORM end_idle_sessions('event');
        END IF;
        PERFORM pg_sleep(0.005);
    END LOOP;
    RETURN moment;
END $$;

-- The clock of the past. These functions come before PostgreSQL's own on the search path that enter() sets.
CREATE FUNCTION instant.now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('sandbox.instant')::timestamptz;

CREATE FUNCTION instant.authority_date(regime text, at timestamptz DEFAULT instant.now()) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE RETURN sandbox.authority_date(authority_date.regime, authority_date.at);

CREATE FUNCTION instant.reform_status_at(moment timestamptz)
    RETURNS TABLE (reform_task_id bigint, status text, was_recorded boolean) LANGUAGE sql STABLE AS $$
SELECT s.reform_task_id, s.status, s.was_recorded
FROM sandbox.reform_status_at(least(reform_status_at.moment, instant.now() + interval '1 microsecond')) AS s $$;

CREATE FUNCTION instant.task_today(reform_task_id bigint) RETURNS date LANGUAGE sql STABLE AS $$
SELECT coalesce((SELECT authority_date(r.regime, instant.now()) FROM roadmap_entry AS e
    JOIN roadmap AS r USING (roadmap_id)
    WHERE e.reform_task_id = task_today.reform_task_id ORDER BY r.roadmap_id LIMIT 1), instant.now()::date) $$;

-- Whoever reads the table of today reads the one of the past.
CREATE FUNCTION past.share(schema text, name text, base regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE reader text;
BEGIN
    FOR reader IN
        SELECT a.grantee::regrole::text FROM pg_class AS c, LATERAL aclexplode(c.relacl) AS a
        WHERE c.oid = base AND a.privilege_type = 'SELECT' AND a.grantee <> c.relowner
    LOOP
        EXECUTE format('GRANT SELECT ON %I.%I TO %s', schema, name, reader);
    END LOOP;
END $$;

-- What the later changes of a row replaced, put together: the first of them says last.
CREATE AGGREGATE past.overlay(jsonb) (SFUNC = jsonb_concat, STYPE = jsonb, INITCOND = '{}', PARALLEL = SAFE);

-- The rows of a table that have changed since: whether they were there, and what they were. As far as the reader's own
-- event log tells, which not everybody has.
CREATE FUNCTION past.undone(entity text) RETURNS TABLE (chain text, entity_key text, existed boolean, old jsonb)
    LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF has_table_privilege('sandbox.event', 'SELECT') THEN
        RETURN QUERY
        SELECT e.chain, e.entity_key, (array_agg(e.old IS NOT NULL ORDER BY e.event_id))[1],
            past.overlay(e.old ORDER BY e.event_id DESC)
        FROM sandbox.event AS e WHERE e.at > instant.now() AND e.entity = undone.entity GROUP BY e.chain, e.entity_key;
    END IF;
END $$;

-- Meetings that the reader may see or once could: all, or those with a case on the agenda that the reader may see, also if
-- it was taken off again.
CREATE FUNCTION past.meetings() RETURNS SETOF meeting
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
WITH own AS MATERIALIZED (
    SELECT c.case_file_id FROM case_file AS c
    WHERE acting_group() = 'sandbox_company' AND c.company_id = acting_organisation_id()
    UNION ALL SELECT m.case_file_id FROM case_ministry AS m
    WHERE acting_group() = 'sandbox_ministry' AND m.ministry_id = acting_organisation_id()
)
SELECT s.* FROM meeting AS s WHERE acting_as_staff()
    OR s.meeting_id IN (
        SELECT i.meeting_id FROM agenda_item AS i JOIN own USING (case_file_id)
        UNION ALL SELECT (e.old ->> 'meeting_id')::bigint FROM event AS e JOIN own USING (case_file_id)
        WHERE e.entity = 'agenda_item' AND e.new IS NULL) $$;

-- Tables that everybody may read (access.everyone).
CREATE FUNCTION past.open_tables() RETURNS SETOF name LANGUAGE sql STABLE AS $$
SELECT c.relname FROM pg_policy AS p JOIN pg_class AS c ON c.oid = p.polrelid
WHERE c.relnamespace = 'sandbox'::regnamespace AND p.polname = 'everyone' AND p.polroles = '{0}'::oid[] $$;

-- The later events of tables that everybody may read, though not the log of who changed them; and of those organisations
-- and meetings that the reader may see. What belongs to a case is told by the reader's own log alone. Nobody may call it:
-- what undone_open() and changed_open() make of it says less.
CREATE FUNCTION past.open_events(entity text DEFAULT NULL) RETURNS SETOF event
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT e.* FROM event AS e
LEFT JOIN organisation AS o ON e.entity = 'organisation' AND o.organisation_id::text = e.entity_key
WHERE e.at > instant.now() AND e.entity = coalesce(open_events.entity, e.entity) AND e.case_file_id IS NULL
    AND acting_group() IS NOT NULL AND CASE
    WHEN e.entity = 'meeting' THEN e.entity_key::bigint IN (SELECT s.meeting_id FROM past.meetings() AS s)
    WHEN e.entity = 'organisation' THEN
        o.kind IN ('ministry', 'authority') OR o.organisation_id = acting_organisation_id()
        OR acting_group() IN ('sandbox_desk', 'sandbox_operator', 'sandbox_auditor')
        OR acting_group() = 'sandbox_analyst' AND EXISTS (
            SELECT FROM case_file AS c WHERE c.company_id = o.organisation_id AND c.reference IS NOT NULL)
        OR acting_group() = 'sandbox_ministry' AND EXISTS (
            SELECT FROM case_file AS c JOIN case_ministry AS m USING (case_file_id)
            WHERE c.company_id = o.organisation_id AND m.ministry_id = acting_organisation_id())
    ELSE e.entity IN (SELECT past.open_tables()) END $$;

CREATE FUNCTION past.undone_open(entity text) RETURNS TABLE (chain text, entity_key text, existed boolean, old jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT e.chain, e.entity_key, (array_agg(e.old IS NOT NULL ORDER BY e.event_id))[1],
    past.overlay(e.old ORDER BY e.event_id DESC)
FROM past.open_events(undone_open.entity) AS e GROUP BY e.chain, e.entity_key $$;

CREATE FUNCTION past.changed_open() RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$ SELECT DISTINCT e.entity FROM past.open_events() AS e $$;

-- Cases that the reader may see today and could not see then: entered, filed, or sent to the ministry later. These are
-- functions because a view asks for the right to read all its tables, whichever branch it takes.
CREATE FUNCTION past.find_unseen_cases() RETURNS SETOF bigint LANGUAGE plpgsql STABLE AS $$
DECLARE reader text := sandbox.acting_group();
BEGIN
    IF reader NOT IN ('sandbox_company', 'sandbox_ministry', 'sandbox_desk', 'sandbox_analyst', 'sandbox_auditor') THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT l.entity_key::bigint FROM past.undone('imported_case') AS l WHERE NOT l.existed
    UNION ALL SELECT l.entity_key::bigint FROM past.undone('case_file') AS l
    WHERE NOT l.existed
        OR reader IN ('sandbox_desk', 'sandbox_analyst') AND l.old ? 'reference' AND l.old ->> 'reference' IS NULL;
    IF reader = 'sandbox_ministry' THEN
        RETURN QUERY
        SELECT k.case_file_id FROM sandbox.consultation AS k
        LEFT JOIN past.undone('consultation') AS l ON l.entity_key = k.consultation_id::text AND NOT l.existed
        WHERE k.ministry_id = sandbox.acting_organisation_id()
        GROUP BY k.case_file_id HAVING bool_and(l.entity_key IS NOT NULL);
    END IF;
END $$;

-- The same, found once by enter().
CREATE FUNCTION past.unseen_cases() RETURNS SETOF bigint LANGUAGE sql STABLE ROWS 100
    AS $$ SELECT unnest(string_to_array(nullif(current_setting('sandbox.unseen', true), ''), ','))::bigint $$;

-- Cases of whose opinions the parties could see then what was said by a moment: of one that is deliberated again, what they
-- saw with its first decision.
CREATE FUNCTION past.decided_cases() RETURNS TABLE (case_file_id bigint, until timestamptz)
    LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF sandbox.acting_group() IN ('sandbox_company', 'sandbox_ministry') THEN
        RETURN QUERY
        SELECT c.case_file_id, timestamptz 'infinity' FROM past.case_file AS c WHERE c.stage = 'decided'
        UNION ALL SELECT d.case_file_id, d.recorded_at FROM past.decision AS d;
    END IF;
END $$;

-- Meetings with a case on the agenda that the reader could see then.
CREATE FUNCTION past.seen_meetings() RETURNS SETOF bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF sandbox.acting_group() IN ('sandbox_company', 'sandbox_ministry') THEN
        RETURN QUERY SELECT DISTINCT i.meeting_id FROM past.agenda_item AS i;
    END IF;
END $$;

-- Companies that were known by their cases then.
CREATE FUNCTION past.known_companies() RETURNS SETOF bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF sandbox.acting_group() IN ('sandbox_ministry', 'sandbox_analyst') THEN
        RETURN QUERY SELECT DISTINCT c.company_id FROM past.case_file AS c;
    END IF;
END $$;

GRANT EXECUTE ON FUNCTION past.overlay(jsonb), past.undone, past.undone_open, past.changed_open, past.find_unseen_cases,
    past.unseen_cases, past.decided_cases, past.known_companies, past.meetings, past.seen_meetings TO PUBLIC;
REVOKE EXECUTE ON FUNCTION past.open_events FROM PUBLIC;
GRANT EXECUTE ON FUNCTION instant.stable, instant.now, instant.authority_date, instant.reform_status_at,
    instant.task_today TO PUBLIC;
