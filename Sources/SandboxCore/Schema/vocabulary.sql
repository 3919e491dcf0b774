-- The words of the program itself, which are rows that migrations insert: for each of these tables the query that says its
-- rows as the catalogue says its things.
-- $1 tables text[]: their names
--
-- columns: name text, is_readable boolean, query text
SELECT v.name, has_table_privilege(v.oid, 'SELECT') AS is_readable, format($query$
    SELECT 'row', concat_ws(' ', %1$s) || ' on %2$s', to_jsonb(t)::text, %3$L, true, 'pg_class'::regclass::oid::bigint, 0::bigint,
        format('INSERT INTO %2$s SELECT (jsonb_populate_record(NULL::%2$s, %%L)).* ON CONFLICT (%4$s) DO UPDATE SET (%5$s) = ROW (%6$s)',
            to_jsonb(t)),
        format('DELETE FROM %2$s AS t WHERE to_jsonb(t) = %%L', to_jsonb(t))
    FROM %2$s AS t$query$,
    v.key_values, v.name, v.name, v.key_columns, v.columns, v.new_values) AS query
FROM (
    SELECT c.oid, format('%I.%I', n.nspname, c.relname) AS name,
        string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) AS columns,
        string_agg(format('excluded.%I', a.attname), ', ' ORDER BY a.attname) AS new_values,
        string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FILTER (WHERE k.has_none OR a.attnum = ANY (k.columns)) AS key_columns,
        string_agg(format('t.%I', a.attname), ', ' ORDER BY a.attnum) FILTER (WHERE k.has_none OR a.attnum = ANY (k.columns)) AS key_values
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    CROSS JOIN LATERAL (SELECT count(*) = 0 AS has_none, min(x.conkey) AS columns FROM pg_constraint AS x
        WHERE x.conrelid = c.oid AND x.contype = 'p') AS k
    WHERE n.nspname = 'sandbox' AND c.relkind = 'r' AND c.relname = ANY ($1::text[])
    GROUP BY c.oid, n.nspname, c.relname
) AS v
ORDER BY v.name
