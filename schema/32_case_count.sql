-- How many filed cases there are, kept by the statement that files one or moves it to another stage. count_cases says what is
-- counted; case_count_drift counts everything anew and names each difference.

-- The groups in which one case counts. A draft counts in none.
CREATE FUNCTION counted_months(reference text, filed_at timestamptz, stage_since timestamptz, time_zone text)
    RETURNS TABLE (counted_by code, month date) LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
    SELECT v.counted_by, date_trunc('month', v.at AT TIME ZONE counted_months.time_zone)::date
    FROM (VALUES ('filing'::code, counted_months.filed_at), ('stage', counted_months.stage_since)) AS v (counted_by, at)
    WHERE counted_months.reference IS NOT NULL;
END;

-- How many of the cases that the reader sees there are in each group, counted.
CREATE VIEW count_cases WITH (security_invoker = true) AS
SELECT m.counted_by, c.regime, c.track, c.stage, m.month, count(*)::integer AS cases
FROM case_file AS c JOIN regime AS r ON r.regime = c.regime
CROSS JOIN LATERAL counted_months(c.reference, c.filed_at, c.stage_since, r.time_zone) AS m
GROUP BY m.counted_by, c.regime, c.track, c.stage, m.month;
COMMENT ON VIEW count_cases IS 'how many of the visible filed cases there are by track, stage and month, counted one by one';

-- Adds the ledger up: of the rows of a group one is left. One at a time does it, nobody waits for it, and it waits for nobody.
CREATE FUNCTION fold_case_counts() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RETURN;
    END IF;
    BEGIN
        -- Who reads and writes goes on; who folds, or cleans up, is one.
        LOCK TABLE case_count IN SHARE UPDATE EXCLUSIVE MODE NOWAIT;
    EXCEPTION WHEN lock_not_available THEN
        RETURN;
    END;
    WITH gone AS (
        DELETE FROM case_count AS k USING (
            SELECT d.counted_by, d.regime, d.track, d.stage, d.month FROM case_count AS d
            GROUP BY d.counted_by, d.regime, d.track, d.stage, d.month HAVING count(*) > 1) AS d
        WHERE k.counted_by = d.counted_by AND k.regime = d.regime AND k.track = d.track AND k.stage = d.stage
            AND k.month IS NOT DISTINCT FROM d.month
        RETURNING k.*)
    INSERT INTO case_count (counted_by, regime, track, stage, month, cases)
    SELECT g.counted_by, g.regime, g.track, g.stage, g.month, sum(g.cases) FROM gone AS g
    GROUP BY g.counted_by, g.regime, g.track, g.stage, g.month HAVING sum(g.cases) <> 0;
END $$;

-- What a statement on cases changes of the counts, and of the lists of the ministries.
CREATE FUNCTION keep_case_counts() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
DECLARE first bigint; last bigint;
BEGIN
    IF TG_OP = 'INSERT' THEN
        WITH kept AS (
            INSERT INTO case_count (counted_by, regime, track, stage, month, cases)
            SELECT m.counted_by, n.regime, n.track, n.stage, m.month, count(*)
            FROM new_rows AS n JOIN regime AS r ON r.regime = n.regime
            CROSS JOIN LATERAL counted_months(n.reference, n.filed_at, n.stage_since, r.time_zone) AS m
            GROUP BY m.counted_by, n.regime, n.track, n.stage, m.month RETURNING case_count_id)
        SELECT min(k.case_count_id), max(k.case_count_id) INTO first, last FROM kept AS k;
    ELSE
        WITH kept AS (
            INSERT INTO case_count (counted_by, regime, track, stage, month, cases)
            SELECT m.counted_by, c.regime, c.track, c.stage, m.month, sum(c.cases)
            FROM (
                SELECT n.regime, n.track, n.stage, n.reference, n.filed_at, n.stage_since, 1 AS cases FROM new_rows AS n
                UNION ALL
                SELECT o.regime, o.track, o.stage, o.reference, o.filed_at, o.stage_since, -1 FROM old_rows AS o
            ) AS c JOIN regime AS r ON r.regime = c.regime
            CROSS JOIN LATERAL counted_months(c.reference, c.filed_at, c.stage_since, r.time_zone) AS m
            GROUP BY m.counted_by, c.regime, c.track, c.stage, m.month HAVING sum(c.cases) <> 0 RETURNING case_count_id)
        SELECT min(k.case_count_id), max(k.case_count_id) INTO first, last FROM kept AS k;
    END IF;
    UPDATE case_ministry AS m SET is_open = s.is_open FROM new_rows AS n JOIN stage AS s ON s.stage = n.stage
    WHERE m.case_file_id = n.case_file_id AND m.is_open <> s.is_open;
    -- Once in so many rows, so that there are never many more than groups.
    IF (first - 1) / 500 < last / 500 THEN
        PERFORM fold_case_counts();
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER keep_case_counts AFTER INSERT ON case_file REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_case_counts();
CREATE TRIGGER keep_case_counts_change AFTER UPDATE ON case_file REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_case_counts();

-- The groups of which another count is kept than there are cases, and those with a case that is open on a ministry's list and is
-- not, or the other way round.
CREATE FUNCTION case_count_drift() RETURNS TABLE (counted_by text, regime text, track text, stage text, month date,
    kept integer, cases integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
SELECT coalesce(k.counted_by, c.counted_by), coalesce(k.regime, c.regime), coalesce(k.track, c.track),
    coalesce(k.stage, c.stage), coalesce(k.month, c.month), coalesce(k.cases, 0), coalesce(c.cases, 0)
FROM count_cases AS c FULL JOIN (SELECT d.counted_by, d.regime, d.track, d.stage, d.month, sum(d.cases)::integer AS cases
    FROM case_count AS d GROUP BY d.counted_by, d.regime, d.track, d.stage, d.month HAVING sum(d.cases) <> 0) AS k
    ON k.counted_by = c.counted_by AND k.regime = c.regime
    AND k.track = c.track AND k.stage = c.stage AND coalesce(k.month, '-infinity') = coalesce(c.month, '-infinity')
WHERE k.cases IS DISTINCT FROM c.cases
    AND (acting_as_staff() OR acting_as_owner())
UNION ALL
SELECT 'open-to-ministry', c.regime, c.track, c.stage, NULL, count(*) FILTER (WHERE m.is_open), count(*) FILTER (WHERE s.is_open)
FROM case_ministry AS m JOIN case_file AS c ON c.case_file_id = m.case_file_id JOIN stage AS s ON s.stage = c.stage
WHERE m.is_open <> s.is_open
    AND (acting_as_staff() OR acting_as_owner())
GROUP BY c.regime, c.track, c.stage $$;

-- Enters what is missing. The ledger and the cases are read at one instant: nobody need be held off.
CREATE FUNCTION recount_cases() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
DECLARE groups integer;
BEGIN
    INSERT INTO case_count (counted_by, regime, track, stage, month, cases)
    SELECT d.counted_by, d.regime, d.track, d.stage, d.month, d.cases - d.kept FROM case_count_drift() AS d
    WHERE d.counted_by <> 'open-to-ministry';
    GET DIAGNOSTICS groups = ROW_COUNT;
    WITH put_right AS (
        UPDATE case_ministry AS m SET is_open = s.is_open FROM case_file AS c JOIN stage AS s ON s.stage = c.stage
        WHERE c.case_file_id = m.case_file_id AND m.is_open <> s.is_open RETURNING c.regime, c.track, c.stage)
    SELECT groups + count(DISTINCT (p.regime, p.track, p.stage)) INTO groups FROM put_right AS p;
    PERFORM fold_case_counts();
    RETURN groups;
END $$;

GRANT SELECT ON count_cases TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
GRANT EXECUTE ON FUNCTION counted_months, case_count_drift TO PUBLIC;
