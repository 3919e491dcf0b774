-- Nobody is kept waiting by somebody who does nothing. Whoever has begun an act and does not end it keeps what it has locked: the
-- counter of numbers, the log that is to be sealed, a case. Who needs that waits five seconds; then the sessions of persons that
-- have been idle in a transaction for as long are ended, and those of outsiders that have had one open for ten seconds, whatever
-- they do in it. Nothing of what they began is left.

-- Ends such sessions, as far as they have locked something in a table, or in any; answers how many. Those of administrators and of
-- services, which are no persons, stay.
CREATE FUNCTION end_idle_sessions(written regclass DEFAULT NULL) RETURNS integer
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM pg_stat_clear_snapshot();
    RETURN (SELECT count(*) FILTER (WHERE pg_terminate_backend(a.pid))
        FROM pg_stat_activity AS a JOIN person AS p ON p.role_name = a.usename
        WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
            AND (a.state LIKE 'idle in transaction%' AND a.state_change < clock_timestamp() - interval '5 seconds'
                OR p.group_role IN ('sandbox_company', 'sandbox_ministry', 'sandbox_public')
                    AND a.xact_start < clock_timestamp() - interval '10 seconds')
            AND pg_has_role('sandbox_owner', a.usename, 'USAGE')
            AND EXISTS (SELECT FROM pg_locks AS l JOIN pg_class AS c ON c.oid = l.relation
                WHERE l.pid = a.pid AND l.locktype = 'relation' AND l.granted AND l.mode <> 'AccessShareLock'
                    AND c.relkind = 'r' AND c.relnamespace = 'sandbox'::regnamespace
                    AND coalesce(l.relation = end_idle_sessions.written, true)));
END $$;
-- Those whose act is one of office ask for it by themselves. A company does not: it would end its rivals' sessions for nothing.
GRANT EXECUTE ON FUNCTION end_idle_sessions TO sandbox_ministry, sandbox_desk;

-- The longest that is waited at once: no longer than the session would.
CREATE FUNCTION wait_five_seconds() RETURNS text LANGUAGE sql VOLATILE
    RETURN set_config('lock_timeout', CASE WHEN current_setting('lock_timeout')::interval
        BETWEEN interval '1 millisecond' AND interval '5 seconds' THEN current_setting('lock_timeout') ELSE '5s' END, true);

-- Locks a table for whoever changes what all count by, or seals.
CREATE FUNCTION lock_table(name regclass, mode text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    patience text := current_setting('lock_timeout');
BEGIN
    BEGIN
        PERFORM wait_five_seconds();
        EXECUTE format('LOCK TABLE %s IN %s MODE', name, mode);
    EXCEPTION WHEN lock_not_available THEN
        PERFORM set_config('lock_timeout', patience, true);
        PERFORM end_idle_sessions(name);
        EXECUTE format('LOCK TABLE %s IN %s MODE', name, mode);
    END;
    PERFORM set_config('lock_timeout', patience, true);
END $$;

-- Waits until nobody else does this work, and keeps others from it until the transaction ends.
CREATE FUNCTION take_turn(work text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF NOT acting_as('sandbox_desk') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only the desk takes turns';
    END IF;
    INSERT INTO turn AS t (work) VALUES (take_turn.work) ON CONFLICT DO NOTHING;
    PERFORM FROM turn AS t WHERE t.work = take_turn.work FOR UPDATE;
END $$;
GRANT EXECUTE ON FUNCTION take_turn TO sandbox_desk;
