-- What roles that are not ours may do with our views and functions, as the statements that grant it: our views and
-- functions are dropped and made again, and an administrator's grants on them are lost with them.
-- $1 schemas text[]: ours
--
-- columns: statement text
WITH thing (kind, identity, owner, acl) AS (
    SELECT 'TABLE', format('%I.%I', n.nspname, c.relname), c.relowner, c.relacl
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind = 'v' AND n.nspname = ANY ($1::text[])
    UNION ALL
    SELECT 'ROUTINE', (pg_identify_object('pg_proc'::regclass, p.oid, 0)).identity, p.proowner, p.proacl
    FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace WHERE n.nspname = ANY ($1::text[])
)
SELECT format('GRANT %s ON %s %s TO %I%s', a.privilege_type, t.kind, t.identity, r.rolname,
    CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) AS statement
FROM thing AS t, LATERAL aclexplode(t.acl) AS a JOIN pg_roles AS r ON r.oid = a.grantee
WHERE a.grantee <> t.owner AND r.rolname !~ '^sandbox_'
ORDER BY 1
