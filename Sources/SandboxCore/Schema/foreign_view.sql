-- Views of other people that are dropped and made again, each with the script that makes it: with its options, owner,
-- privileges and comments. Names are written in full, provided that the search path is that of the catalogue alone.
-- $1 views bigint[]
--
-- columns: name text, script text
SELECT v.name, concat_ws(E';\n',
    format('CREATE VIEW %s%s AS %s', v.name, coalesce(' WITH (' || (
        SELECT string_agg(format('%I = %L', split_part(o.option, '=', 1), substr(o.option, strpos(o.option, '=') + 1)), ', ')
        FROM unnest(v.reloptions) AS o (option)) || ')', ''), rtrim(pg_get_viewdef(v.oid), ';')),
    format('ALTER VIEW %s OWNER TO %I', v.name, pg_get_userbyid(v.relowner)),
    (SELECT string_agg(format('GRANT %s ON %s TO %s%s', a.privilege_type, v.name,
            CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END,
            CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END), E';\n')
        FROM aclexplode(v.relacl) AS a WHERE a.grantee <> v.relowner),
    (SELECT string_agg(format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, c.attname, v.name,
            CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END,
            CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END), E';\n')
        FROM pg_attribute AS c, LATERAL aclexplode(c.attacl) AS a WHERE c.attrelid = v.oid AND a.grantee <> v.relowner),
    (SELECT string_agg(CASE d.objsubid WHEN 0 THEN format('COMMENT ON VIEW %s IS %L', v.name, d.description)
            ELSE format('COMMENT ON COLUMN %s.%I IS %L', v.name, c.attname, d.description) END, E';\n')
        FROM pg_description AS d LEFT JOIN pg_attribute AS c ON c.attrelid = v.oid AND c.attnum = d.objsubid
        WHERE d.classoid = 'pg_class'::regclass AND d.objoid = v.oid)) AS script
FROM (SELECT c.oid, c.reloptions, c.relowner, c.relacl, format('%I.%I', n.nspname, c.relname) AS name
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.oid = ANY ($1::bigint[]::oid[])) AS v
ORDER BY v.oid
