-- Seals of the event log, and the search for breaks.

CREATE FUNCTION seal_canonical(s audit_seal) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
    RETURN convert_to(json_build_array(
        s.seal_no, s.up_to, s.events, encode(s.heads, 'hex'), s.sealed_at AT TIME ZONE 'UTC', s.sealed_by
    )::text, 'UTF8');

-- What was recorded between consecutive bounds, in one pass over the log: after the first up to the second, and so on.
CREATE FUNCTION seal_contents(bounds bigint[]) RETURNS TABLE (span integer, events bigint, heads bytea)
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp SET work_mem = '128MB' SET jit = off
    SET parallel_setup_cost = 0 SET parallel_tuple_cost = 0.01 AS $$
WITH head AS (
    SELECT width_bucket(e.event_id - 1, bounds) AS span, e.chain, max(e.seq) AS seq, count(*) AS events
    FROM event AS e WHERE e.event_id > bounds[1] AND e.event_id <= bounds[cardinality(bounds)] GROUP BY 1, 2
)
SELECT s.span, coalesce(sum(h.events), 0)::bigint, sha256(convert_to(coalesce(string_agg(
    h.chain || ' ' || h.seq || ' ' || encode(e.hash, 'hex') || E'\n', '' ORDER BY h.chain), ''), 'UTF8'))
FROM generate_series(1, cardinality(bounds) - 1) AS s (span) LEFT JOIN head AS h ON h.span = s.span
LEFT JOIN event AS e ON e.chain = h.chain AND e.seq = h.seq GROUP BY s.span $$;

-- The lock waits for acts that have recorded an event and not committed yet, so no event can slip below the seal.
CREATE FUNCTION seal_audit() RETURNS SETOF audit_seal
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE last audit_seal; s audit_seal;
BEGIN
    IF NOT acting_as('sandbox_auditor') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only an auditor seals the event log';
    END IF;
    PERFORM require_read_committed();
    LOCK TABLE audit_seal IN EXCLUSIVE MODE;
    PERFORM lock_table('event', 'SHARE');
    SELECT * INTO last FROM audit_seal AS x ORDER BY x.seal_no DESC LIMIT 1;
    s.seal_no := coalesce(last.seal_no, 0) + 1;
    s.up_to := greatest((SELECT max(e.event_id) FROM event AS e), last.up_to, 0);
    SELECT c.events, c.heads INTO s.events, s.heads FROM seal_contents(ARRAY[coalesce(last.up_to, 0), s.up_to]) AS c;
    s.sealed_at := clock_timestamp();
    s.sealed_by := acting_role();
    s.digest := sha256(coalesce(last.digest, decode(repeat('00', 32), 'hex')) || seal_canonical(s));
    INSERT INTO audit_seal VALUES (s.*);
    RETURN NEXT s;
END $$;

-- What is wrong with the chains, the first broken event first. Nothing: they hold. An event that is missing is named by
-- the one after it, or by the head of its chain.
--   after  nothing up to this event is looked at, but that each chain goes on from there
-- Every event is joined with the one before it, and none is sorted: all processors join and digest, one would sort. It is
-- planned for the given event: of a few late ones the events before are looked up.
CREATE FUNCTION audit_break(after bigint DEFAULT 0) RETURNS TABLE (event_id bigint, chain text, seq bigint, problem text)
    LANGUAGE plpgsql STABLE SET search_path = sandbox, pg_temp SET work_mem = '128MB' SET jit = off
    SET parallel_setup_cost = 0 SET parallel_tuple_cost = 0.01 SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
BEGIN
RETURN QUERY
SELECT e.event_id, e.chain, e.seq - (j.problem = 'head-differs')::integer, j.problem
FROM event AS e
LEFT JOIN event AS b ON b.chain = e.chain AND b.seq = e.seq - 1
LEFT JOIN event_chain AS c ON c.chain = e.chain
CROSS JOIN LATERAL (SELECT CASE
    WHEN b.seq IS NULL AND e.seq <> 1 THEN 'missing-before'
    WHEN e.previous_hash <> coalesce(b.hash, decode(repeat('00', 32), 'hex')) THEN 'link-broken'
    WHEN e.hash <> sha256(e.previous_hash || event_canonical(e)) THEN 'content-changed'
    WHEN e.event_id <= b.event_id THEN 'out-of-order'
    WHEN e.seq = c.length + 1 THEN 'head-differs'
    END) AS j (problem)
WHERE e.event_id > audit_break.after AND j.problem IS NOT NULL
UNION ALL
(SELECT DISTINCT ON (e.chain) e.event_id, e.chain, e.seq, 'head-missing' FROM event AS e
WHERE e.event_id > audit_break.after AND NOT EXISTS (SELECT FROM event_chain AS c WHERE c.chain = e.chain)
ORDER BY e.chain, e.seq DESC)
UNION ALL
SELECT coalesce(l.event_id, 0), c.chain, c.length, CASE WHEN coalesce(l.seq, 0) < c.length THEN 'missing-after'
    ELSE 'head-differs' END
FROM event_chain AS c LEFT JOIN event AS e ON e.chain = c.chain AND e.seq = c.length
LEFT JOIN LATERAL (SELECT x.event_id, x.seq FROM event AS x WHERE x.chain = c.chain AND x.seq <= c.length
    ORDER BY x.seq DESC, x.event_id DESC LIMIT 1) AS l ON true
WHERE coalesce(e.hash <> c.head, c.length > 0 OR c.head <> decode(repeat('00', 32), 'hex'))
    AND (SELECT count(*) FROM event AS n WHERE n.chain = c.chain AND n.seq = c.length + 1) = 0
UNION ALL SELECT 0, s.chain, 0, 'chain-missing'
FROM (
    SELECT 'case_file:' || f.case_file_id FROM case_file AS f
    UNION SELECT 'organisation:' || o.organisation_id FROM organisation AS o
    UNION SELECT 'person:' || p.role_name FROM person AS p UNION SELECT 'roadmap:' || r.roadmap_id FROM roadmap AS r
    UNION SELECT 'reform_task:' || t.reform_task_id FROM reform_task AS t
    UNION SELECT 'provision:' || v.provision_id FROM provision AS v
    UNION SELECT 'summit:' || m.summit_id FROM summit AS m
    UNION SELECT 'summit_topic:' || k.summit_topic_id FROM expert_council AS k
    UNION SELECT 'raised_point:' || r.raised_point_id FROM raised_point AS r
    UNION SELECT 'commitment:' || e.commitment_id FROM commitment_evidence AS e
    UNION SELECT 'meeting:' || c.meeting_id FROM meeting AS c
    UNION SELECT 'agenda_item:' || a.agenda_item_id FROM agenda_paper AS a
    UNION SELECT 'agenda_item:' || o.agenda_item_id FROM proposed_condition AS o
    -- The first holidays, which the schema brought along itself, were never recorded.
    UNION SELECT 'calendar:' || h.calendar FROM public_holiday AS h JOIN person AS p ON p.role_name = h.recorded_by
    UNION SELECT 'regime:' || v.regime FROM regime_version AS v
) AS s (chain)
WHERE CASE WHEN EXISTS (SELECT FROM event_chain AS c WHERE c.chain = s.chain) THEN false
    ELSE NOT EXISTS (SELECT FROM event AS e WHERE e.chain = s.chain) END
ORDER BY 1, 2, 3;
END $$;

-- What is wrong with the seals: a seal that was changed, one that is missing, or events that are not those it sealed.
CREATE FUNCTION audit_seal_break() RETURNS TABLE (seal_no integer, up_to bigint, problem text)
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp AS $$
WITH numbered AS (
    SELECT s, row_number() OVER w AS position, lag(s.seal_no, 1, 0) OVER w AS seal_before,
        lag(s.digest, 1, decode(repeat('00', 32), 'hex')) OVER w AS digest_before
    FROM audit_seal AS s WINDOW w AS (ORDER BY s.seal_no)
)
SELECT (n.s).seal_no, (n.s).up_to,
    CASE
        WHEN (n.s).seal_no <> n.seal_before + 1 THEN 'seal-missing'
        WHEN (n.s).digest <> sha256(n.digest_before || seal_canonical(n.s)) THEN 'seal-changed'
        ELSE 'events-changed'
    END
FROM numbered AS n
LEFT JOIN seal_contents(ARRAY(SELECT 0 UNION ALL (SELECT x.up_to FROM audit_seal AS x ORDER BY x.seal_no))) AS c
    ON c.span = n.position
WHERE (n.s).seal_no <> n.seal_before + 1 OR (n.s).digest <> sha256(n.digest_before || seal_canonical(n.s))
    OR ((n.s).events, (n.s).heads) IS DISTINCT FROM (c.events, c.heads)
ORDER BY 1 $$;

GRANT EXECUTE ON FUNCTION seal_canonical, seal_contents, seal_audit, audit_break, audit_seal_break TO sandbox_auditor;
