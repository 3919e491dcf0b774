-- Who is in the way right now: who uses tables of these schemas, or keeps migrators out. Each session once.
-- $1 schemas text[]: ours; empty: no table
-- $2 key bigint: the number of the migrators' advisory lock; NULL: whoever keeps them out is not asked for
-- $3 exclusive boolean: only who keeps others from reading
--
-- columns: process integer, login text, program text, table_name text, seconds integer
SELECT l.pid AS process, coalesce(a.usename::text, '?') AS login, coalesce(a.application_name, '') AS program,
    coalesce(min(c.relname::text), 'schema_migration') AS table_name,
    coalesce(extract(epoch FROM clock_timestamp() - a.xact_start), 0)::integer AS seconds
FROM pg_locks AS l
LEFT JOIN pg_class AS c ON l.locktype = 'relation' AND c.oid = l.relation
LEFT JOIN pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_stat_activity AS a ON a.pid = l.pid
WHERE l.granted AND l.pid <> pg_backend_pid() AND (l.mode = 'AccessExclusiveLock' OR NOT $3::boolean)
    AND l.database = (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database())
    AND (n.nspname = ANY ($1::text[])
        OR $2::bigint IS NOT NULL AND n.nspname = 'sandbox' AND c.relname = 'schema_migration'
            AND l.mode NOT IN ('AccessShareLock', 'RowShareLock', 'RowExclusiveLock')
        OR l.locktype = 'advisory' AND l.objsubid = 1
            AND l.classid = (($2::bigint >> 32) & 4294967295)::oid AND l.objid = ($2::bigint & 4294967295)::oid)
GROUP BY l.pid, a.usename, a.application_name, a.xact_start
ORDER BY 5 DESC, 1
