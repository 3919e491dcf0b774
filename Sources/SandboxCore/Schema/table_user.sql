-- Who else is using these tables right now, each session once.
-- $1 schemas text[]: ours
--
-- columns: process integer, login text, program text, table_name text, seconds integer
SELECT l.pid AS process, coalesce(a.usename::text, '?') AS login, coalesce(a.application_name, '') AS program,
    min(c.relname::text) AS table_name,
    coalesce(extract(epoch FROM clock_timestamp() - a.xact_start), 0)::integer AS seconds
FROM pg_locks AS l
JOIN pg_class AS c ON c.oid = l.relation JOIN pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_stat_activity AS a ON a.pid = l.pid
WHERE l.locktype = 'relation' AND l.granted AND l.pid <> pg_backend_pid() AND n.nspname = ANY ($1::text[])
    AND l.database = (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database())
GROUP BY l.pid, a.usename, a.application_name, a.xact_start
ORDER BY 5 DESC, 1
