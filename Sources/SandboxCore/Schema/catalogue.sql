-- Everything that the catalogue says of our schemas, a row for each thing; what two databases say is the same, however they
-- came to it. Names are written in full, provided that the search path is that of the catalogue alone.
-- $1 schemas text[]: ours
-- $2 bookkeeping text[]: tables whose policies belong to the state
-- $3 grantees text: a pattern of the roles whose privileges count
-- $4 persons text[]: their logins
-- $5 groups text[]: the group role of each
--
-- What this program never makes (the kinds from role-attribute on) is there only to be named: it is not recorded.
--
-- is_state: it belongs to migrations/, so nothing makes it again by itself
-- making, removal: a script that makes it as it is, or again, and one that removes it
-- part_of: the thing that it comes and goes with
--
-- columns: kind text, name text, text text, part_of text, is_state boolean, class bigint, object bigint, making text, removal text
WITH schema AS (
    SELECT n.oid, n.nspname, n.nspowner, n.nspacl FROM pg_namespace AS n WHERE n.nspname = ANY ($1::text[])
), relation AS (
    SELECT c.oid, c.relname, c.relkind, c.relpersistence, c.relowner, c.relacl, c.reloptions, c.relrowsecurity, c.relforcerowsecurity,
        format('%I.%I', s.nspname, c.relname) AS name
    FROM pg_class AS c JOIN schema AS s ON s.oid = c.relnamespace
), routine AS (
    SELECT p.oid, p.prokind, p.proowner, p.proacl, p.oid::regprocedure::text AS name
    FROM pg_proc AS p JOIN schema AS s ON s.oid = p.pronamespace
), plain_type AS (
    SELECT t.oid, t.typtype, t.typowner, t.typacl, t.typbasetype, t.typnotnull, t.typdefault, t.oid::regtype::text AS name
    FROM pg_type AS t JOIN schema AS s ON s.oid = t.typnamespace WHERE t.typtype IN ('d', 'e', 'r') AND t.typrelid = 0
), restriction AS (
    SELECT c.oid, c.conname, coalesce(r.name, t.name) AS name, pg_get_constraintdef(c.oid) AS text,
        CASE WHEN r.oid IS NULL THEN 'DOMAIN' ELSE 'TABLE' END AS place,
        EXISTS (SELECT FROM pg_trigger AS g WHERE g.tgconstraint = c.oid AND g.tgenabled <> 'O') AS is_off
    FROM pg_constraint AS c LEFT JOIN relation AS r ON r.oid = c.conrelid LEFT JOIN plain_type AS t ON t.oid = c.contypid
    WHERE c.contype <> 't' AND (r.oid IS NOT NULL OR t.oid IS NOT NULL)
), right_on (place, name, part_of, is_state, acl, owner, class, object) AS (
    SELECT 'SCHEMA', quote_ident(s.nspname), quote_ident(s.nspname), true, coalesce(s.nspacl, acldefault('n', s.nspowner)),
        s.nspowner, 'pg_namespace'::regclass, s.oid FROM schema AS s
    UNION ALL
    SELECT CASE r.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, r.name, r.name, false,
        coalesce(r.relacl, acldefault(CASE r.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", r.relowner)),
        r.relowner, 'pg_class'::regclass, r.oid FROM relation AS r WHERE r.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
    UNION ALL
    SELECT 'FUNCTION', f.name, f.name, false, coalesce(f.proacl, acldefault('f', f.proowner)), f.proowner,
        'pg_proc'::regclass, f.oid FROM routine AS f
    UNION ALL
    SELECT 'TYPE', t.name, t.name, true, coalesce(t.typacl, acldefault('T', t.typowner)), t.typowner,
        'pg_type'::regclass, t.oid FROM plain_type AS t
), granted AS (
    SELECT o.place, o.name, o.part_of, o.is_state, o.class, o.object, x.grantee,
        string_agg(x.privilege_type || CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END, ', '
            ORDER BY x.privilege_type, x.is_grantable) AS rights
    FROM right_on AS o, LATERAL aclexplode(o.acl) AS x WHERE x.grantee <> o.owner GROUP BY 1, 2, 3, 4, 5, 6, 7
    UNION ALL
    SELECT 'TABLE', r.name, r.name, false, 'pg_class'::regclass, r.oid, x.grantee,
        string_agg(format('%s (%I)%s', x.privilege_type, a.attname,
            CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' END), ', ' ORDER BY x.privilege_type, a.attname)
    FROM relation AS r JOIN pg_attribute AS a ON a.attrelid = r.oid, LATERAL aclexplode(a.attacl) AS x
    WHERE a.attacl IS NOT NULL AND x.grantee <> r.relowner GROUP BY r.name, r.oid, x.grantee
), holder AS (
    SELECT g.*, CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(g.grantee)) END AS grantee_name
    FROM granted AS g WHERE CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(g.grantee)::text END ~ $3::text
), member (member, role, member_name, role_name, is_admin) AS (
    -- Who makes a role on PostgreSQL 16 or later may hand it on, without having it.
    SELECT m.member, m.roleid, pg_get_userbyid(m.member)::text, pg_get_userbyid(m.roleid)::text, m.admin_option
    FROM pg_auth_members AS m
    WHERE coalesce((to_jsonb(m) ->> 'inherit_option')::boolean OR (to_jsonb(m) ->> 'set_option')::boolean, true)
), our_role AS (
    SELECT r.oid, r.rolname NOT IN ('sandbox_owner', 'sandbox_role_admin', 'sandbox_register', 'sandbox_service') AS is_group
    FROM pg_roles AS r WHERE r.rolname IN ('sandbox_owner', 'sandbox_role_admin', 'sandbox_register', 'sandbox_service',
        'sandbox_company', 'sandbox_ministry', 'sandbox_desk', 'sandbox_analyst', 'sandbox_auditor', 'sandbox_operator', 'sandbox_public')
), membership AS (
    SELECT m.*, m.member IN (SELECT o.oid FROM our_role AS o) AS is_ours,
        m.role IN (SELECT o.oid FROM our_role AS o WHERE o.is_group) AS is_group
    FROM member AS m
), person AS (
    SELECT r.oid, p.name, p.group_role FROM unnest($4::text[], $5::text[]) AS p (name, group_role) JOIN pg_roles AS r ON r.rolname = p.name
)
SELECT 'schema' AS kind, quote_ident(s.nspname) AS name, pg_get_userbyid(s.nspowner)::text AS text, NULL::text AS part_of,
    true AS is_state, 'pg_namespace'::regclass::oid::bigint AS class, s.oid::bigint AS object,
    format('ALTER SCHEMA %I OWNER TO %I', s.nspname, pg_get_userbyid(s.nspowner)) AS making, NULL::text AS removal
FROM schema AS s
UNION ALL
SELECT CASE r.relkind WHEN 'v' THEN 'view' WHEN 'S' THEN 'sequence' WHEN 'c' THEN 'type' WHEN 'm' THEN 'view' ELSE 'table' END,
    -- Storage parameters of a table are the administrator's; those of a view say whose rights it reads with.
    r.name, concat_ws(' ', r.relkind, pg_get_userbyid(r.relowner), CASE WHEN r.relkind = 'v' THEN r.reloptions END,
        CASE WHEN r.relpersistence <> 'p' THEN 'not kept after a crash' END,
        (SELECT 'inherited by ' || string_agg(i.inhrelid::regclass::text, ', ' ORDER BY 1) FROM pg_inherits AS i
            WHERE i.inhparent = r.oid AND r.relkind = 'r'),
        CASE WHEN r.relkind IN ('v', 'm') THEN pg_get_viewdef(r.oid) END,
        (SELECT format('by %s from %s to %s%s', q.seqincrement, q.seqmin, q.seqmax, CASE WHEN q.seqcycle THEN ', again and again' END)
            FROM pg_sequence AS q WHERE q.seqrelid = r.oid)),
    NULL, r.relkind NOT IN ('v', 'c'), 'pg_class'::regclass::oid::bigint, r.oid::bigint,
    (SELECT format('ALTER SEQUENCE %s INCREMENT BY %s MINVALUE %s MAXVALUE %s %s', r.name, q.seqincrement, q.seqmin, q.seqmax,
        CASE WHEN q.seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END) FROM pg_sequence AS q WHERE q.seqrelid = r.oid), NULL
FROM relation AS r WHERE r.relkind NOT IN ('i', 'I', 't')
UNION ALL
SELECT 'row-security', r.name, concat_ws(' ', CASE WHEN r.relrowsecurity THEN 'on' ELSE 'off' END,
        CASE WHEN r.relforcerowsecurity THEN 'forced' END),
    r.name, r.relname = ANY ($2::text[]), 'pg_class'::regclass::oid::bigint, r.oid::bigint,
    format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', r.name), NULL
FROM relation AS r WHERE r.relkind IN ('r', 'p')
UNION ALL
SELECT 'column', format('%s.%I', r.name, a.attname), concat_ws(' ', format_type(a.atttypid, a.atttypmod), c.collname,
        CASE WHEN a.attnotnull THEN 'not null' END, 'default ' || pg_get_expr(d.adbin, d.adrelid),
        nullif(concat(a.attidentity, a.attgenerated), '')),
    r.name, r.relkind <> 'c', 'pg_class'::regclass::oid::bigint, r.oid::bigint,
    CASE WHEN r.relkind IN ('r', 'p') AND a.attgenerated = '' THEN concat_ws(', ',
        format('ALTER TABLE %s ALTER COLUMN %I %s NOT NULL', r.name, a.attname,
            CASE WHEN a.attnotnull THEN 'SET' ELSE 'DROP' END),
        CASE WHEN a.attidentity = '' THEN format('ALTER COLUMN %I %s', a.attname,
            coalesce('SET DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), 'DROP DEFAULT')) END) END, NULL
FROM relation AS r JOIN pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type AS t ON t.oid = a.atttypid
LEFT JOIN pg_collation AS c ON c.oid = a.attcollation AND a.attcollation <> t.typcollation
LEFT JOIN pg_attrdef AS d ON d.adrelid = r.oid AND d.adnum = a.attnum WHERE r.relkind IN ('r', 'p', 'f', 'c')
UNION ALL
SELECT 'constraint', format('%I on %s', x.conname, x.name), concat_ws(' ', x.text, CASE WHEN x.is_off THEN 'disabled' END),
    x.name, true, 'pg_constraint'::regclass::oid::bigint, x.oid::bigint,
    format('ALTER %s %s DROP CONSTRAINT IF EXISTS %I; ALTER %1$s %2$s ADD CONSTRAINT %3$I %s', x.place, x.name, x.conname, x.text),
    format('ALTER %s %s DROP CONSTRAINT %I', x.place, x.name, x.conname)
FROM restriction AS x
UNION ALL
SELECT 'index', i.indexrelid::regclass::text, concat_ws(' ', pg_get_indexdef(i.indexrelid),
        CASE WHEN NOT (i.indisvalid AND i.indisready) THEN 'invalid' END),
    t.name, true, 'pg_class'::regclass::oid::bigint, i.indexrelid::bigint,
    format('DROP INDEX IF EXISTS %s; %s', i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)),
    format('DROP INDEX %s', i.indexrelid::regclass)
FROM pg_index AS i JOIN relation AS t ON t.oid = i.indrelid
WHERE NOT EXISTS (SELECT FROM pg_constraint AS c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x'))
UNION ALL
SELECT 'function', f.name, concat_ws(' ', pg_get_userbyid(f.proowner), CASE WHEN f.prokind = 'a'
        THEN (SELECT format('%s %s %s', g.aggtransfn, g.aggtranstype::regtype, g.agginitval)
            FROM pg_aggregate AS g WHERE g.aggfnoid = f.oid) ELSE pg_get_functiondef(f.oid) END),
    NULL, false, 'pg_proc'::regclass::oid::bigint, f.oid::bigint,
    CASE WHEN f.prokind <> 'a' THEN format('%s; ALTER ROUTINE %s OWNER TO %I',
        rtrim(pg_get_functiondef(f.oid), E'\n'), f.name, pg_get_userbyid(f.proowner)) END, NULL
FROM routine AS f
UNION ALL
SELECT 'trigger', format('%I on %s', t.tgname, r.name), concat_ws(' ', pg_get_triggerdef(t.oid),
        CASE t.tgenabled WHEN 'O' THEN NULL WHEN 'D' THEN 'disabled' ELSE t.tgenabled::text END),
    r.name, p.pronamespace NOT IN (SELECT s.oid FROM schema AS s) AND p.pronamespace <> 'pg_catalog'::regnamespace,
    'pg_trigger'::regclass::oid::bigint, t.oid::bigint, NULL, format('DROP TRIGGER %I ON %s', t.tgname, r.name)
FROM pg_trigger AS t JOIN relation AS r ON r.oid = t.tgrelid JOIN pg_proc AS p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal
UNION ALL
SELECT 'rule', format('%I on %s', w.rulename, r.name), pg_get_ruledef(w.oid), r.name, true,
    'pg_rewrite'::regclass::oid::bigint, w.oid::bigint, NULL, format('DROP RULE %I ON %s', w.rulename, r.name)
FROM pg_rewrite AS w JOIN relation AS r ON r.oid = w.ev_class WHERE w.rulename <> '_RETURN'
UNION ALL
SELECT 'policy', format('%I on %s', p.polname, p.name),
    format('%s %s to %s using %s check %s', p.polcmd, p.polpermissive, p.roles, p.condition, p.with_check),
    p.name, p.relname = ANY ($2::text[]), 'pg_policy'::regclass::oid::bigint, p.oid::bigint,
    concat_ws(' ', format('DROP POLICY IF EXISTS %I ON %s; CREATE POLICY %1$I ON %2$s AS %s FOR %s TO %s', p.polname, p.name,
        CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
        CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
        p.roles), 'USING (' || p.condition || ')', 'WITH CHECK (' || p.with_check || ')'),
    format('DROP POLICY %I ON %s', p.polname, p.name)
FROM (SELECT p.*, r.name, r.relname, pg_get_expr(p.polqual, p.polrelid) AS condition,
        pg_get_expr(p.polwithcheck, p.polrelid) AS with_check,
        (SELECT string_agg(CASE o.role WHEN 0 THEN 'public' ELSE pg_get_userbyid(o.role)::text END, ', ' ORDER BY 1)
            FROM unnest(p.polroles) AS o (role)) AS roles
    FROM pg_policy AS p JOIN relation AS r ON r.oid = p.polrelid) AS p
UNION ALL
SELECT 'type', t.name, concat_ws(' ', t.typtype, pg_get_userbyid(t.typowner), nullif(t.typbasetype, 0)::regtype,
        CASE WHEN t.typnotnull THEN 'not null' END, t.typdefault,
        (SELECT string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder) FROM pg_enum AS e WHERE e.enumtypid = t.oid)),
    NULL, true, 'pg_type'::regclass::oid::bigint, t.oid::bigint, NULL, NULL
FROM plain_type AS t
UNION ALL
SELECT 'privilege', format('%s on %s', h.grantee_name, h.name), string_agg(h.rights, ', ' ORDER BY h.rights),
    h.part_of, h.is_state, h.class::oid::bigint, h.object::bigint,
    format('REVOKE ALL ON %s %s FROM %s; GRANT %s ON %1$s %2$s TO %3$s', h.place, h.name, h.grantee_name,
        string_agg(h.rights, ', ' ORDER BY h.rights)),
    format('REVOKE ALL ON %s %s FROM %s', h.place, h.name, h.grantee_name)
FROM holder AS h GROUP BY h.place, h.name, h.part_of, h.is_state, h.class, h.object, h.grantee_name
UNION ALL
SELECT 'default-privilege', concat_ws(' ', quote_ident(pg_get_userbyid(d.defaclrole)), d.defaclobjtype,
        (SELECT n.nspname FROM pg_namespace AS n WHERE n.oid = d.defaclnamespace)), d.defaclacl::text, NULL, false,
    'pg_default_acl'::regclass::oid::bigint, d.oid::bigint, NULL, NULL
FROM pg_default_acl AS d WHERE d.defaclrole IN (SELECT o.oid FROM our_role AS o)
UNION ALL
SELECT 'comment', (pg_identify_object(d.classoid, d.objoid, d.objsubid)).identity, d.description,
    coalesce((SELECT r.name FROM relation AS r WHERE r.oid = c.oid), (SELECT f.name FROM routine AS f WHERE f.oid = p.oid)),
    coalesce(c.relkind, 'v') NOT IN ('v', 'c'), d.classoid::bigint, d.objoid::bigint, NULL, NULL
FROM pg_description AS d
LEFT JOIN pg_class AS c ON d.classoid = 'pg_class'::regclass AND c.oid = d.objoid
LEFT JOIN pg_proc AS p ON d.classoid = 'pg_proc'::regclass AND p.oid = d.objoid
LEFT JOIN pg_type AS t ON d.classoid = 'pg_type'::regclass AND t.oid = d.objoid
WHERE coalesce(c.relnamespace, p.pronamespace, t.typnamespace) IN (SELECT s.oid FROM schema AS s)
UNION ALL
SELECT 'role-attribute', format('%s of %I', a.word, a.rolname), NULL, NULL, true, 'pg_authid'::regclass::oid::bigint,
    a.oid::bigint, NULL, format('ALTER ROLE %I %s', a.rolname, a.taken)
FROM (SELECT r.oid, r.rolname, x.word, x.taken FROM pg_roles AS r, LATERAL (VALUES
        ('LOGIN', 'NOLOGIN', r.rolcanlogin AND r.oid IN (SELECT o.oid FROM our_role AS o)),
        ('SUPERUSER', 'NOSUPERUSER', r.rolsuper), ('BYPASSRLS', 'NOBYPASSRLS', r.rolbypassrls),
        ('CREATEROLE', 'NOCREATEROLE', r.rolcreaterole AND r.rolname <> 'sandbox_role_admin'),
        ('CREATEDB', 'NOCREATEDB', r.rolcreatedb), ('REPLICATION', 'NOREPLICATION', r.rolreplication)
    ) AS x (word, taken, is_there)
    -- The administrator of a cluster of its own (10) may everything, whatever its name.
    WHERE x.is_there AND (r.oid IN (SELECT o.oid FROM our_role AS o) OR r.oid IN (SELECT p.oid FROM person AS p))) AS a
UNION ALL
-- A person is in one group, and a service may take the role of each person; other memberships are nobody's.
SELECT 'membership', format('%I in %I', m.member_name, m.role_name), NULL, NULL, true, 'pg_auth_members'::regclass::oid::bigint,
    m.member::bigint, NULL, format('REVOKE %I FROM %I', m.role_name, m.member_name)
FROM membership AS m LEFT JOIN person AS p ON p.oid = m.member
WHERE m.is_ours AND NOT (m.member_name = 'sandbox_owner' AND m.role_name IN ('sandbox_role_admin', 'sandbox_register')
        -- It may end the sessions of persons, those of the cluster's other registers too (person_mark).
        OR m.member_name = 'sandbox_role_admin' AND (m.is_group OR m.role_name = 'sandbox_service'
            OR shobj_description(m.role, 'pg_authid') LIKE 'a person of the register in the database %')
        OR m.member_name = 'sandbox_service' AND m.role IN (SELECT o.member FROM membership AS o WHERE o.is_group AND NOT o.is_ours))
    OR p.oid IS NOT NULL AND (m.is_admin OR m.role_name <> p.group_role)
UNION ALL
SELECT 'person-privilege', format('%I on %s', p.name, g.name), string_agg(g.rights, ', ' ORDER BY g.rights), NULL, true,
    g.class::oid::bigint, g.object::bigint, NULL, format('REVOKE ALL ON %s %s FROM %I', g.place, g.name, p.name)
FROM granted AS g JOIN person AS p ON p.oid = g.grantee GROUP BY g.place, g.name, g.class, g.object, p.name
UNION ALL
SELECT 'publication', quote_ident(p.pubname), NULL, NULL, true, 'pg_publication'::regclass::oid::bigint, p.oid::bigint, NULL,
    format('DROP PUBLICATION %I', p.pubname)
FROM pg_publication AS p
WHERE p.puballtables OR EXISTS (SELECT FROM pg_publication_rel AS o JOIN relation AS r ON r.oid = o.prrelid WHERE o.prpubid = p.oid)
    OR EXISTS (SELECT FROM pg_publication_namespace AS o JOIN schema AS s ON s.oid = o.pnnspid WHERE o.pnpubid = p.oid)
UNION ALL
SELECT 'event-trigger', quote_ident(t.evtname), NULL, NULL, true, 'pg_event_trigger'::regclass::oid::bigint, t.oid::bigint, NULL,
    format('DROP EVENT TRIGGER %I', t.evtname)
FROM pg_event_trigger AS t
