-- What depends on what. A part is represented by the whole it belongs to: a default, an index or a CHECK by its table,
-- and the rule of a view by the view.
-- $1 schemas text[]: ours
--
-- columns: class bigint, object bigint, is_ours boolean, is_view boolean, on_class bigint, on_object bigint
WITH ours AS (
    SELECT n.oid FROM pg_namespace AS n WHERE n.nspname = ANY ($1::text[])
), whole (class, object, whole_class, whole) AS (
    SELECT 'pg_rewrite'::regclass, r.oid, 'pg_class'::regclass, r.ev_class FROM pg_rewrite AS r WHERE r.rulename = '_RETURN'
    UNION ALL
    SELECT 'pg_type'::regclass, t.oid, 'pg_class'::regclass, t.typrelid FROM pg_type AS t WHERE t.typrelid <> 0
    UNION ALL
    SELECT 'pg_type'::regclass, t.typarray, CASE WHEN t.typrelid <> 0 THEN 'pg_class'::regclass ELSE 'pg_type'::regclass END,
        CASE WHEN t.typrelid <> 0 THEN t.typrelid ELSE t.oid END
    FROM pg_type AS t WHERE t.typarray <> 0
    UNION ALL
    -- A default of somebody's view is a separate object: it would be lost with the view.
    SELECT 'pg_attrdef'::regclass, a.oid, 'pg_class'::regclass, a.adrelid
    FROM pg_attrdef AS a JOIN pg_class AS c ON c.oid = a.adrelid WHERE c.relkind <> 'v'
    UNION ALL
    SELECT 'pg_constraint'::regclass, c.oid, CASE WHEN c.conrelid <> 0 THEN 'pg_class'::regclass ELSE 'pg_type'::regclass END,
        CASE WHEN c.conrelid <> 0 THEN c.conrelid ELSE c.contypid END
    FROM pg_constraint AS c WHERE c.contype <> 't'
    UNION ALL
    SELECT 'pg_class'::regclass, i.indexrelid, 'pg_class'::regclass, i.indrelid FROM pg_index AS i
), link AS (
    SELECT DISTINCT coalesce(a.whole_class, d.classid)::oid AS class, coalesce(a.whole, d.objid) AS object,
        coalesce(b.whole_class, d.refclassid)::oid AS on_class, coalesce(b.whole, d.refobjid) AS on_object
    FROM pg_depend AS d
    LEFT JOIN whole AS a ON a.class = d.classid AND a.object = d.objid
    LEFT JOIN whole AS b ON b.class = d.refclassid AND b.object = d.refobjid
    WHERE d.deptype IN ('n', 'a', 'i') AND d.objid >= 16384 AND d.refobjid >= 16384
        -- A constraint trigger has a row among the constraints, which depends on the trigger and would keep it.
        AND NOT EXISTS (SELECT FROM pg_constraint AS c
            WHERE d.classid = 'pg_constraint'::regclass AND c.oid = d.objid AND c.contype = 't')
)
SELECT l.class::bigint AS class, l.object::bigint AS object,
    coalesce(coalesce(r.relnamespace, p.pronamespace, t.typnamespace, s.relnamespace) IN (SELECT o.oid FROM ours AS o), false)
        AND NOT coalesce(f.pronamespace NOT IN (
            SELECT o.oid FROM ours AS o UNION ALL SELECT 'pg_catalog'::regnamespace), false) AS is_ours,
    coalesce(r.relkind = 'v', false) AS is_view, l.on_class::bigint AS on_class, l.on_object::bigint AS on_object
FROM link AS l
LEFT JOIN pg_class AS r ON l.class = 'pg_class'::regclass AND r.oid = l.object
LEFT JOIN pg_proc AS p ON l.class = 'pg_proc'::regclass AND p.oid = l.object
LEFT JOIN pg_type AS t ON l.class = 'pg_type'::regclass AND t.oid = l.object
LEFT JOIN pg_trigger AS g ON l.class = 'pg_trigger'::regclass AND g.oid = l.object
LEFT JOIN pg_proc AS f ON f.oid = g.tgfoid
LEFT JOIN pg_policy AS y ON l.class = 'pg_policy'::regclass AND y.oid = l.object
LEFT JOIN pg_class AS s ON s.oid = coalesce(g.tgrelid, y.polrelid)
WHERE (l.class, l.object) <> (l.on_class, l.on_object)
