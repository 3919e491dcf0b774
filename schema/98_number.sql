-- What is drawn and not recorded: counters of numbers, and what was done under a key. Both follow from what they were drawn for.

-- Whether what an act came to is there, for the reader: the row that its receipt names (OnceOnly).
CREATE FUNCTION has_key_result(act text, result jsonb) RETURNS boolean
    LANGUAGE plpgsql STABLE SET search_path = sandbox, pg_temp AS $$
DECLARE id bigint;
BEGIN
    IF jsonb_typeof(result) IS DISTINCT FROM 'number' OR result::numeric NOT BETWEEN 1 AND 9e18
        OR result::numeric <> trunc(result::numeric) THEN
        RETURN false;
    END IF;
    id := result::bigint;
    RETURN CASE
        WHEN act IN ('file', 'redeliberate', 'change-condition', 'submit-evidence')
            THEN EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = id)
        WHEN act IN ('reply', 'record-reply') THEN EXISTS (SELECT FROM opinion AS o WHERE o.consultation_id = id)
        WHEN act IN ('answer', 'record-answer') THEN EXISTS (SELECT FROM supplement AS s WHERE s.supplement_id = id)
        WHEN act = 'decide' THEN EXISTS (SELECT FROM decision AS d WHERE d.decision_id = id)
        WHEN act = 'grant' THEN EXISTS (SELECT FROM grant_act AS a WHERE a.grant_act_id = id)
        WHEN act = 'objection-file' THEN EXISTS (SELECT FROM objection AS o WHERE o.disposition_id = id)
        WHEN act = 'reply-to-change' THEN EXISTS (SELECT FROM change_reply AS r WHERE r.condition_change_id = id)
        ELSE false
    END;
END $$;

-- A key is kept with what was done under it. Asked at the end of the transaction, with the person's own rights: it tells nobody what
-- is there that they do not see.
CREATE FUNCTION check_idempotency_key() RETURNS trigger LANGUAGE plpgsql SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM idempotency_key AS k
        WHERE k.role_name = NEW.role_name AND k.key = NEW.key AND has_key_result(k.act, k.result)) THEN
        RAISE EXCEPTION USING ERRCODE = 'SB001', CONSTRAINT = 'idempotency_key_result_guard',
            MESSAGE = 'nothing was done under the key';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_idempotency_key AFTER INSERT ON idempotency_key DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION check_idempotency_key();

-- What was done under a key stays what it is.
CREATE FUNCTION guard_idempotency_key() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF OLD.result IS NOT NULL THEN
        PERFORM refuse('idempotency_key_used_guard', 'the key has its result');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_idempotency_key BEFORE UPDATE ON idempotency_key
    FOR EACH ROW EXECUTE FUNCTION guard_idempotency_key();

-- Counters that are not where the numbers given out left them, and keys whose result is not there.
--   entity, entity_key   the counter, by regime, series and year, or the key, by its person
CREATE FUNCTION audit_number_break() RETURNS TABLE (entity text, entity_key text, problem text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
#variable_conflict use_column
BEGIN
    IF NOT acting_as('sandbox_auditor') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only an auditor holds the register against its log';
    END IF;
    RETURN QUERY
    WITH kept (entity, regime, series, year, last) AS (
        SELECT 'reference_counter', c.regime::text, c.track::text, c.year::integer, c.last FROM reference_counter AS c
        UNION ALL SELECT 'certificate_counter', c.regime, c.track, c.year, c.last FROM certificate_counter AS c
        UNION ALL SELECT 'paper_counter', c.regime, c.paper, c.year, c.last FROM paper_counter AS c
    ), given (entity, regime, series, year, last) AS (
        SELECT 'reference_counter', c.regime::text, c.track::text,
            CASE WHEN c.reference ~ '-P[0-9]+$' THEN 0 ELSE substring(c.reference FROM '-([0-9]{4})-[0-9]+$')::integer END,
            substring(c.reference FROM '[0-9]+$')::integer FROM case_file AS c WHERE c.reference IS NOT NULL
        UNION ALL SELECT 'certificate_counter', g.regime, g.track, substring(g.certificate FROM '-([0-9]{4})-[0-9]+$')::integer,
            substring(g.certificate FROM '[0-9]+$')::integer FROM exemption_grant AS g WHERE g.certificate IS NOT NULL
        UNION ALL SELECT 'paper_counter', p.regime, p.paper, p.year, p.series_no FROM official_paper AS p
    )
    SELECT entity, concat_ws('/', regime, series, nullif(year, 0)),
        CASE WHEN coalesce(k.last, 0) < coalesce(g.last, 0) THEN 'counter-low' ELSE 'counter-high' END
    FROM kept AS k FULL JOIN (SELECT v.entity, v.regime, v.series, v.year, max(v.last) AS last FROM given AS v GROUP BY 1, 2, 3, 4) AS g
        USING (entity, regime, series, year)
    WHERE coalesce(k.last, 0) <> coalesce(g.last, 0)
    UNION ALL
    SELECT 'idempotency_key', i.role_name || '/' || i.key, 'result-missing' FROM idempotency_key AS i
    WHERE NOT has_key_result(i.act, i.result)
    ORDER BY 1, 2;
END $$;

GRANT EXECUTE ON FUNCTION has_key_result TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_operator;
GRANT EXECUTE ON FUNCTION audit_number_break TO sandbox_auditor;
