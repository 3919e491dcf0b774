-- The register, held against its log. Every row of a table that is recorded is what its events put together, and no row is there
-- without them; what the log does not hold itself, papers and the rules of a regime, is there by its digest.

-- Rows of a regime, of all its versions: everything that an application of a file writes. What regimes share, their calendar,
-- is recorded by itself.
CREATE FUNCTION regime_digest(regime text) RETURNS bytea
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp SET TimeZone = 'UTC' AS $$
DECLARE
    name text;
    rows jsonb;
    content jsonb := '{}';
BEGIN
    FOREACH name IN ARRAY '{regime,track,required_paper,form_section,track_opinion,track_outcome,deadline_rule,committee,
        track_committee,grant_track,grant_basis,revocation_ground,insurance_minimum,disclosure_ground,law_ending,other_name,
        paper_issuer,paper_part,paper_template}'::text[]
    LOOP
        EXECUTE format('SELECT jsonb_agg(to_jsonb(r) ORDER BY to_jsonb(r)::text COLLATE "C") FROM %I AS r WHERE r.regime = $1',
            name) INTO rows USING regime_digest.regime;
        content := content || jsonb_build_object(name, rows);
    END LOOP;
    RETURN sha256(convert_to(content::text, 'UTF8'));
END $$;

-- The digest of rows that a file of cases of the past came to.
CREATE FUNCTION entered_digest(rows jsonb) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN sha256(convert_to(rows::text, 'UTF8'));

-- Cases of the past as they were entered: their rows of which no event tells that they were inserted, with what events tell of
-- later changes undone. What import_cases saved the digest of (imported_case.entered).
CREATE FUNCTION entered_cases() RETURNS TABLE (case_file_id bigint, digest bytea)
    LANGUAGE plpgsql STABLE SET search_path = sandbox, pg_temp SET TimeZone = 'UTC' AS $$
BEGIN
    RETURN QUERY EXECUTE format($query$
        SELECT r.entered_id, entered_digest(jsonb_agg(jsonb_build_array(r.entity, r.today || coalesce(c.old, '{}'))
            ORDER BY r.entity COLLATE "C", r.entity_key COLLATE "C"))
        FROM (%s) AS r LEFT JOIN (
            SELECT e.entity, e.chain, e.entity_key, past.overlay(e.old ORDER BY e.seq DESC) AS old,
                bool_or(e.old IS NULL) AS is_told
            FROM event AS e WHERE e.entity = ANY ($1) AND e.case_file_id IN (SELECT i.case_file_id FROM imported_case AS i)
            GROUP BY e.entity, e.chain, e.entity_key) AS c
            ON c.entity = r.entity AND c.chain = r.chain AND c.entity_key = r.entity_key
        WHERE r.entered_id IS NOT NULL AND c.is_told IS NOT TRUE GROUP BY r.entered_id
        $query$, log.recorded_rows(log.entered_tables())) USING log.entered_tables();
END $$;

-- Whether it is so today. A column that was added later is empty in rows from before it.
CREATE FUNCTION log.is_same(folded jsonb, today jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN folded = today OR folded = today - ARRAY(SELECT t.key FROM jsonb_each(today) AS t
        WHERE t.value = 'null' AND NOT folded ? t.key);

-- The tables of which import_cases records no events, but one for each case.
CREATE FUNCTION log.entered_tables() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN '{case_file,exemption_item,decision,condition}'::text[];

-- The rows of recorded tables, as SQL.
--   entity, chain, entity_key   as their events say them
--   today                       the row, as events have rows: without the content of papers, and without what counts revisions
--   entered_id                  the case, if it was imported: its rows may be recorded by imported_case alone
CREATE FUNCTION log.recorded_rows(names text[]) RETURNS text LANGUAGE sql STABLE AS $$
SELECT string_agg(format('SELECT %L AS entity, %s AS chain, %s AS entity_key, to_jsonb(r)%s AS today, %s AS entered_id FROM %s AS r%s',
        w.name, w.chain, w.row_key, CASE WHEN EXISTS (SELECT FROM pg_attribute AS a
                WHERE a.attrelid = w.base AND a.attname = 'content' AND NOT a.attisdropped) THEN ' - ''content'''
            WHEN w.name = 'calendar' THEN ' || ''{"revision": 0}''' END,
        CASE WHEN w.name = ANY (log.entered_tables()) THEN 'n.case_file_id' ELSE 'NULL::bigint' END, w.base,
        CASE WHEN w.name = ANY (log.entered_tables())
            THEN ' LEFT JOIN sandbox.imported_case AS n ON n.case_file_id = r.case_file_id' ELSE '' END),
    E'\nUNION ALL ' ORDER BY w.name)
FROM log.watched() AS w WHERE w.name = ANY (recorded_rows.names) $$;

-- The rows that have an event after $2, as SQL.
CREATE FUNCTION log.later_rows() RETURNS text LANGUAGE sql IMMUTABLE
    RETURN 'SELECT l.entity, l.chain, l.entity_key FROM sandbox.event AS l WHERE l.event_id > $2';

-- A row with what changed since it was inserted: an event after another, in their order. One that was taken away (NULL) and came
-- back has changed since then. Not by a window, which no second processor would work through.
CREATE FUNCTION log.next_row(before jsonb, new jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN CASE WHEN new IS NULL THEN '{}' ELSE before || new END;
END $$;
CREATE AGGREGATE log.changes(jsonb) (SFUNC = log.next_row, STYPE = jsonb, INITCOND = '{}', PARALLEL = SAFE);

-- Their events, as SQL: the row that was inserted, with what has changed since; its latest event, and the one that inserted it.
-- Of $1, the tables; and, if `after` is not 0, only rows with an event after $2.
CREATE FUNCTION log.recorded_events(after bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
SELECT format($query$
    SELECT i.entity, i.chain, i.entity_key, greatest(c.event_id, i.event_id) AS event_id, greatest(c.seq, i.seq) AS seq,
        i.event_id AS inserted_by, CASE WHEN c.changes IS NULL THEN i.new ELSE i.new || c.changes END AS folded
    FROM sandbox.event AS i LEFT JOIN (
        SELECT e.entity, e.chain, e.entity_key COLLATE "C" AS entity_key, max(e.event_id) AS event_id, max(e.seq) AS seq,
            log.changes(e.new ORDER BY e.seq) AS changes, max(e.seq) FILTER (WHERE e.new IS NULL) AS gone
        FROM sandbox.event AS e WHERE e.old IS NOT NULL AND e.entity = ANY ($1) %1$s
        GROUP BY e.chain, e.entity, e.entity_key COLLATE "C"
    ) AS c ON c.chain = i.chain AND c.entity = i.entity AND c.entity_key = i.entity_key
    WHERE i.old IS NULL AND i.entity = ANY ($1) AND (c.gone IS NULL OR i.seq > c.gone) %2$s
    $query$, n.of_change, n.of_insert)
FROM (SELECT format(t.narrowed, 'e') AS of_change, format(t.narrowed, 'i') AS of_insert FROM (SELECT CASE WHEN after = 0 THEN ''
    ELSE 'AND (%1$s.entity, %1$s.chain, %1$s.entity_key) IN (' || log.later_rows() || ')' END AS narrowed) AS t) AS n $$;

-- The rows of recorded tables that are not what the log says, with the latest event of each; 0: it has none.
--   after  only rows that have an event after this one; the others are not looked at
-- All are compared at once and only counted, which all processors do; of a table that does not add up, the rows are named. A row of
-- a case of the past need not be told of (audit_content_break has its digest). That no row is taken for two that were told of is
-- seen by the sum of numbers drawn for their events, which nobody can foresee.
CREATE FUNCTION audit_row_break(after bigint DEFAULT 0)
    RETURNS TABLE (event_id bigint, chain text, seq bigint, entity text, entity_key text, problem text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp SET TimeZone = 'UTC'
    SET bytea_output = 'hex' SET DateStyle = 'ISO' SET work_mem = '128MB' SET jit = off SET parallel_setup_cost = 0
    -- Costly: so that nothing is handed over but what was counted.
    SET parallel_tuple_cost = 10 SET min_parallel_table_scan_size = 0 SET min_parallel_index_scan_size = 0
    SET parallel_leader_participation = off SET enable_mergejoin = off AS $$
DECLARE names text[] := ARRAY(SELECT w.name FROM log.watched() AS w);
BEGIN
    IF NOT acting_as('sandbox_auditor') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only an auditor holds the register against its log';
    END IF;
    IF after = 0 THEN
        EXECUTE format('
            SELECT array_agg(coalesce(t.entity, k.entity)) FROM (
                SELECT r.entity, count(*) FILTER (WHERE l.entity IS NULL AND r.entered_id IS NULL) AS untold,
                    count(l.entity) AS told, sum(hashint8extended(l.inserted_by, $2)) AS drawn,
                    count(*) FILTER (WHERE l.folded <> r.today) AS others
                FROM (%s) AS r LEFT JOIN (%s) AS l ON l.chain = r.chain AND l.entity = r.entity AND l.entity_key = r.entity_key
                GROUP BY r.entity) AS t
            FULL JOIN (
                SELECT i.entity, count(*) AS told, sum(hashint8extended(i.event_id, $2)) AS drawn FROM sandbox.event AS i
                WHERE i.old IS NULL AND i.entity = ANY ($1) AND NOT EXISTS (SELECT FROM sandbox.event AS d
                    WHERE d.new IS NULL AND d.chain = i.chain AND d.entity = i.entity AND d.entity_key = i.entity_key AND d.seq > i.seq)
                GROUP BY i.entity) AS k ON k.entity = t.entity
            WHERE t.untold > 0 OR t.others > 0 OR (coalesce(t.told, 0), t.drawn) IS DISTINCT FROM (coalesce(k.told, 0), k.drawn)',
            log.recorded_rows(names), log.recorded_events(0)) INTO names USING names, (random() * 1e18)::bigint;
    ELSE
        names := ARRAY(SELECT DISTINCT e.entity FROM event AS e WHERE e.event_id > audit_row_break.after);
    END IF;
    IF names IS NULL OR names = '{}' THEN
        RETURN;
    END IF;
    RETURN QUERY EXECUTE format('
        WITH row AS (SELECT r.*, row_number() OVER (PARTITION BY r.entity, r.chain, r.entity_key) AS copy
            FROM (%s) AS r WHERE $2 = 0 OR (r.entity, r.chain, r.entity_key) IN (%s))
        SELECT coalesce(l.event_id, 0), coalesce(l.chain, r.chain), coalesce(l.seq, 0), coalesce(l.entity, r.entity),
            coalesce(l.entity_key, r.entity_key),
            CASE WHEN r.entity IS NULL THEN ''row-missing'' WHEN l.entity IS NULL THEN ''row-without-event''
                ELSE ''state-differs'' END
        FROM (%s) AS l FULL JOIN row AS r
            ON l.entity = r.entity AND l.chain = r.chain AND l.entity_key = r.entity_key AND r.copy = 1
        WHERE CASE WHEN l.entity IS NULL THEN r.entered_id IS NULL
            ELSE r.entity IS NULL OR NOT log.is_same(l.folded, r.today) END
        ORDER BY 2, 4, 5', log.recorded_rows(names), log.later_rows(), log.recorded_events(after))
    USING names, after;
END $$;

-- What the log holds the digest of and not the content: papers handed in, tabled and issued, cases of the past as they were
-- entered, and the rules of a regime.
CREATE FUNCTION audit_content_break()
    RETURNS TABLE (event_id bigint, chain text, seq bigint, entity text, entity_key text, problem text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp SET TimeZone = 'UTC'
    SET bytea_output = 'hex' SET work_mem = '128MB' SET jit = off AS $$
BEGIN
    IF NOT acting_as('sandbox_auditor') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only an auditor holds the register against its log';
    END IF;
    RETURN QUERY
    WITH differing (chain, entity, entity_key) AS (
        SELECT 'case_file:' || a.case_file_id, 'attachment', a.attachment_no::text FROM attachment AS a
        WHERE sha256(a.content) <> a.sha256 OR length(a.content) <> a.size
        UNION ALL SELECT 'case_file:' || r.case_file_id, 'received_document', r.paper_no::text FROM received_document AS r
        WHERE sha256(r.content) <> r.sha256 OR length(r.content) <> r.size
        UNION ALL SELECT 'case_file:' || c.case_file_id, 'condition_evidence', c.condition_no || '/' || c.evidence_no
        FROM condition_evidence AS c WHERE sha256(c.content) IS DISTINCT FROM c.sha256 OR length(c.content) IS DISTINCT FROM c.size
        UNION ALL SELECT 'agenda_item:' || p.agenda_item_id, 'agenda_paper', p.agenda_item_id::text FROM agenda_paper AS p
        WHERE sha256(convert_to(p.salt || p.content, 'UTF8')) <> p.digest
        UNION ALL SELECT 'official_paper:' || p.official_paper_id, 'official_paper', p.official_paper_id::text
        FROM official_paper AS p WHERE sha256(p.content) <> p.sha256 OR length(p.content) <> p.size
        UNION ALL SELECT 'case_file:' || i.case_file_id, 'imported_case', i.case_file_id::text FROM imported_case AS i
        LEFT JOIN entered_cases() AS e USING (case_file_id) WHERE e.digest IS DISTINCT FROM i.entered
        UNION ALL SELECT 'regime:' || v.regime, 'regime_version', v.version::text FROM regime_version AS v
        WHERE v.version = (SELECT max(x.version) FROM regime_version AS x WHERE x.regime = v.regime)
            AND regime_digest(v.regime) <> v.digest
    )
    SELECT coalesce(e.event_id, 0), d.chain, coalesce(e.seq, 0), d.entity, d.entity_key, 'content-differs' FROM differing AS d
    LEFT JOIN LATERAL (SELECT x.event_id, x.seq FROM event AS x
        WHERE x.chain = d.chain COLLATE "C" AND x.entity = d.entity AND x.entity_key = d.entity_key
        ORDER BY x.seq DESC LIMIT 1) AS e ON true
    ORDER BY 2, 4, 5;
END $$;
GRANT EXECUTE ON FUNCTION audit_row_break, audit_content_break TO sandbox_auditor;
