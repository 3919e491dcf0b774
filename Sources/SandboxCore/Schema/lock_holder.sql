-- Who holds an advisory lock of this database.
-- $1 key bigint: its number
--
-- columns: process integer, login text, program text, table_name text, seconds integer
SELECT l.pid AS process, coalesce(a.usename::text, '?') AS login, coalesce(a.application_name, '') AS program,
    'schema_migration' AS table_name,
    coalesce(extract(epoch FROM clock_timestamp() - a.xact_start), 0)::integer AS seconds
FROM pg_locks AS l LEFT JOIN pg_stat_activity AS a ON a.pid = l.pid
WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.pid <> pg_backend_pid()
    AND l.classid = (($1::bigint >> 32) & 4294967295)::oid AND l.objid = ($1::bigint & 4294967295)::oid
    AND l.database = (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database())
ORDER BY 5 DESC, 1
