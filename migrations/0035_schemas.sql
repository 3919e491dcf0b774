-- sandbox: as-administrator
-- Rooms for what is read as a whole: `report` for other tools, `instant` and `past` for reading the register as it stood at
-- a moment, and `register` with what is published. `sandbox_register` owns the public register and can read nothing else.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sandbox_register') THEN
        CREATE ROLE sandbox_register NOLOGIN;
    END IF;
    IF NOT pg_has_role(current_user, 'sandbox_register', 'MEMBER') THEN
        EXECUTE format('GRANT sandbox_register TO %I', current_user);
    END IF;
    -- The owner makes the register's views and hands them over.
    IF NOT pg_has_role('sandbox_owner', 'sandbox_register', 'MEMBER') THEN
        GRANT sandbox_register TO sandbox_owner;
    END IF;
END
$$;

DO $$
DECLARE
    room text;
BEGIN
    FOREACH room IN ARRAY ARRAY['report', 'instant', 'past', 'register'] LOOP
        EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I', room);
        EXECUTE format('ALTER SCHEMA %I OWNER TO sandbox_owner', room);
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, '
            'sandbox_auditor, sandbox_operator, sandbox_public', room);
    END LOOP;
END
$$;
GRANT USAGE ON SCHEMA sandbox TO sandbox_register;
GRANT CREATE, USAGE ON SCHEMA register TO sandbox_register;
COMMENT ON SCHEMA report IS 'views for analysis: documented, with the rights of their reader';
COMMENT ON SCHEMA register IS 'the public register of grants: what is published, and the ground of what is not';
COMMENT ON SCHEMA past IS 'the tables as they stood at the moment of instant.enter(), under their own names';
COMMENT ON SCHEMA instant IS 'the clock, stopped at the moment of instant.enter()';

-- What follows belongs to the owner.
SET LOCAL ROLE sandbox_owner;

-- A moment behind which nothing can come any more: whoever has booked an event by then has ended. Locks nobody; it waits
-- for those who hold the lock under which events are booked (append_event), a few milliseconds as a rule.
CREATE FUNCTION instant.settled() RETURNS timestamptz
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    moment timestamptz := clock_timestamp();
    patience timestamptz := moment + interval '10 seconds';
    writers text[];
BEGIN
    SELECT array_agg(l.virtualtransaction) INTO writers FROM pg_locks AS l
    WHERE l.locktype = 'relation' AND l.relation = 'sandbox.event'::regclass AND l.mode = 'RowExclusiveLock' AND l.granted
        AND l.database = (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database())
        AND l.pid IS DISTINCT FROM pg_backend_pid();
    WHILE EXISTS (SELECT FROM pg_locks AS l WHERE l.virtualtransaction = ANY (writers)
        AND l.locktype = 'relation' AND l.relation = 'sandbox.event'::regclass AND l.mode = 'RowExclusiveLock')
    LOOP
        IF clock_timestamp() > patience THEN
            RAISE EXCEPTION USING ERRCODE = 'lock_not_available',
                MESSAGE = 'an act that was begun has not ended for ten seconds';
        END IF;
        PERFORM pg_sleep(0.005);
    END LOOP;
    RETURN moment;
END
$$;

-- The clock of the past. They stand before PostgreSQL's own on the search path that enter() sets.
CREATE FUNCTION instant.now() RETURNS timestamptz
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('sandbox.instant')::timestamptz;
CREATE FUNCTION instant.authority_date(regime text, at timestamptz DEFAULT instant.now()) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN sandbox.authority_date(authority_date.regime, authority_date.at);
CREATE FUNCTION instant.reform_status_at(moment timestamptz)
    RETURNS TABLE (reform_task_id bigint, status text, was_recorded boolean)
    LANGUAGE sql STABLE
    AS $$
SELECT s.reform_task_id, s.status, s.was_recorded
FROM sandbox.reform_status_at(least(reform_status_at.moment, instant.now() + interval '1 microsecond')) AS s
$$;
CREATE FUNCTION instant.task_today(reform_task_id bigint) RETURNS date
    LANGUAGE sql STABLE
    AS $$
SELECT coalesce((SELECT authority_date(r.regime, instant.now()) FROM roadmap_entry AS e JOIN roadmap AS r USING (roadmap_id)
    WHERE e.reform_task_id = task_today.reform_task_id ORDER BY r.roadmap_id LIMIT 1), instant.now()::date)
$$;
GRANT EXECUTE ON FUNCTION instant.settled, instant.now, instant.authority_date, instant.reform_status_at, instant.task_today
    TO PUBLIC;

-- Whoever reads the table of today reads the one of the past.
CREATE FUNCTION past.share(room text, name text, base regclass) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    reader text;
BEGIN
    FOR reader IN
        SELECT a.grantee::regrole::text FROM pg_class AS c, LATERAL aclexplode(c.relacl) AS a
        WHERE c.oid = base AND a.privilege_type = 'SELECT' AND a.grantee <> c.relowner
    LOOP
        EXECUTE format('GRANT SELECT ON %I.%I TO %s', room, name, reader);
    END LOOP;
END
$$;
