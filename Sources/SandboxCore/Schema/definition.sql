-- Everything without data in these schemas, with the statement that drops it. Objects of extensions are not ours, nor
-- is a trigger of somebody's own function; the policies of the migrator's own tables are kept.
-- $1 schemas text[]: ours
-- $2 exempt text[]: tables whose policies are kept
--
-- columns: class bigint, object bigint, drop_statement text
WITH ours AS (
    SELECT n.oid FROM pg_namespace AS n WHERE n.nspname = ANY ($1::text[])
), definition (class, object) AS (
    SELECT 'pg_proc'::regclass, p.oid FROM pg_proc AS p WHERE p.pronamespace IN (SELECT o.oid FROM ours AS o)
    UNION ALL
    SELECT 'pg_class'::regclass, c.oid FROM pg_class AS c
    WHERE c.relkind IN ('v', 'c') AND c.relnamespace IN (SELECT o.oid FROM ours AS o)
    UNION ALL
    SELECT 'pg_trigger'::regclass, t.oid FROM pg_trigger AS t
    JOIN pg_class AS c ON c.oid = t.tgrelid JOIN pg_proc AS p ON p.oid = t.tgfoid
    WHERE NOT t.tgisinternal AND c.relnamespace IN (SELECT o.oid FROM ours AS o)
        AND p.pronamespace IN (SELECT o.oid FROM ours AS o UNION ALL SELECT 'pg_catalog'::regnamespace)
    UNION ALL
    SELECT 'pg_policy'::regclass, p.oid FROM pg_policy AS p JOIN pg_class AS c ON c.oid = p.polrelid
    WHERE c.relnamespace IN (SELECT o.oid FROM ours AS o) AND c.relname <> ALL ($2::text[])
)
SELECT d.class::oid::bigint AS class, d.object::bigint AS object,
    format('DROP %s %s', CASE i.type WHEN 'composite type' THEN 'TYPE' ELSE upper(i.type) END, i.identity) AS drop_statement
FROM definition AS d, LATERAL pg_identify_object(d.class, d.object, 0) AS i
WHERE NOT EXISTS (SELECT FROM pg_depend AS e WHERE e.classid = d.class AND e.objid = d.object AND e.deptype = 'e')
ORDER BY d.class::oid, d.object
