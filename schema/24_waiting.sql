-- Nobody is kept waiting by somebody who does nothing. Whoever has begun an act and does not end it keeps what it has locked: the
-- counter of numbers, the log that is to be sealed. Who needs that waits five seconds; then the sessions of persons that have
-- been idle in a transaction for as long are ended, and nothing of what they began is left.

-- Ends such sessions, as far as they have written in a table; answers how many. Those of administrators and of services, which
-- are no persons, stay.
CREATE FUNCTION end_idle_sessions(written regclass) RETURNS integer
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM pg_stat_clear_snapshot();
    RETURN (SELECT count(*) FILTER (WHERE pg_terminate_backend(a.pid))
        FROM pg_stat_activity AS a JOIN person AS p ON p.role_name = a.usename
        WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND a.state LIKE 'idle in transaction%'
            AND a.state_change < clock_timestamp() - interval '5 seconds'
            AND pg_has_role('sandbox_owner', a.usename, 'USAGE')
            AND EXISTS (SELECT FROM pg_locks AS l WHERE l.pid = a.pid AND l.locktype = 'relation'
                AND l.relation = end_idle_sessions.written AND l.granted AND l.mode <> 'AccessShareLock'));
END $$;

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
