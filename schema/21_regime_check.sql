-- What a regime file may say, beside what is already given.

-- The rules of a document by which a grant of a track can be valid: from the day the validity begins, that day included, on
-- every day of the law.
CREATE FUNCTION validity_rules(document jsonb, track text) RETURNS SETOF text
    LANGUAGE sql IMMUTABLE SET search_path = sandbox, pg_temp AS $$
SELECT r ->> 'rule' FROM jsonb_array_elements(document -> 'rules') AS r
WHERE r ->> 'starts_on' = 'validity-begun' AND r ->> 'counting' IN ('validity', 'validity-same-date')
    AND (r -> 'tracks' IS NULL OR r -> 'tracks' = '[]' OR r -> 'tracks' ? validity_rules.track)
    AND r ->> 'valid_from' IS NULL AND r ->> 'valid_to' IS NULL $$;

-- Refuses a document that cannot become the regime it names: it names what is not there, takes what another regime has, or
-- changes what numbers, certificates and deadlines were given by. That is asked of closed tracks too, for they may be named
-- again. The detail of a refusal is what the document names, and whose it is.
CREATE FUNCTION check_regime(document jsonb, valid_from date) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    code text := document ->> 'regime';
    named text;
    newest date := (SELECT max(v.valid_from) FROM regime_version AS v WHERE v.regime = code);
BEGIN
    IF NOT EXISTS (SELECT FROM pg_timezone_names AS z WHERE z.name = document ->> 'time_zone') THEN
        PERFORM refuse('regime_time_zone_guard', 'there is no such time zone', document ->> 'time_zone');
    END IF;
    IF EXISTS (SELECT FROM regime AS g WHERE g.regime = code AND g.time_zone <> document ->> 'time_zone') THEN
        PERFORM refuse('regime_fixed_guard', 'the time zone of a regime is fixed', 'time_zone');
    END IF;
    IF EXISTS (SELECT FROM track AS t JOIN jsonb_array_elements(document -> 'tracks') AS d ON d ->> 'track' = t.track
        WHERE t.regime = code AND t.prefix <> d ->> 'prefix') THEN
        PERFORM refuse('regime_fixed_guard', 'the prefix of a track is part of reference numbers and cannot change', 'prefix');
    END IF;
    IF check_regime.valid_from < newest THEN
        PERFORM refuse('regime_version_order_guard', 'a version holds no earlier than the one before it', newest::text);
    END IF;
    IF EXISTS (SELECT FROM jsonb_array_elements(document -> 'rules') AS r WHERE
            EXISTS (SELECT jsonb_array_elements_text(r -> 'ends_on') EXCEPT SELECT e.event FROM deadline_event AS e)
            OR EXISTS (SELECT jsonb_array_elements_text(r -> 'tracks')
                EXCEPT SELECT d ->> 'track' FROM jsonb_array_elements(document -> 'tracks') AS d)
            OR EXISTS (SELECT a.rule FROM (VALUES (r ->> 'starts_at_end_of'), (r ->> 'or_at_end_of'),
                    (r ->> 'no_earlier_than')) AS a (rule)
                WHERE a.rule IS NOT NULL AND NOT EXISTS (SELECT FROM jsonb_array_elements(document -> 'rules') AS o
                    WHERE o ->> 'rule' = a.rule AND o ->> 'starts_at_end_of' IS NULL AND o ->> 'or_at_end_of' IS NULL))) THEN
        PERFORM refuse('regime_rule_guard', 'a rule names an event, a track or a rule that is not there');
    END IF;

    -- A number is a case's or a certificate's, and of one regime: no prefix is both.
    SELECT p.prefix || ' ' || p.regime INTO named
    FROM (SELECT 'track' AS kind, t.regime, t.prefix FROM track AS t
        UNION ALL SELECT 'grant', k.regime, k.prefix FROM grant_track AS k
        UNION ALL SELECT 'track', code, d ->> 'prefix' FROM jsonb_array_elements(document -> 'tracks') AS d) AS p
    JOIN jsonb_array_elements(document -> 'tracks') AS d
        ON p.prefix = d ->> 'prefix' AND (p.regime <> code OR p.kind = 'grant')
        OR p.prefix = d -> 'grant' ->> 'prefix' AND (p.regime <> code OR p.kind = 'track')
    ORDER BY p.prefix LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('regime_prefix_guard', 'numbers of cases begin with that prefix, or those of certificates',
            named);
    END IF;
    SELECT b.committee || ' ' || b.regime INTO named
    FROM committee AS b JOIN jsonb_array_elements(document -> 'committees') AS d ON d ->> 'committee' = b.committee
    WHERE b.regime <> code LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('committee_regime_guard', 'a committee of another regime has that code', named);
    END IF;
    SELECT d ->> 'committee' INTO named
    FROM jsonb_array_elements(document -> 'tracks') AS t CROSS JOIN LATERAL jsonb_array_elements(t -> 'decided_by') AS d
    WHERE d ->> 'committee' NOT IN (SELECT b ->> 'committee' FROM jsonb_array_elements(document -> 'committees') AS b)
    LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('regime_committee_guard', 'a track is decided by a committee that is not there', named);
    END IF;

    SELECT t ->> 'track' INTO named
    FROM jsonb_array_elements(document -> 'tracks') AS t CROSS JOIN LATERAL (SELECT t -> 'grant' AS given OFFSET 0) AS k
    WHERE k.given IS NOT NULL AND (
        NOT coalesce((t ->> 'grants')::boolean, false) OR k.given ->> 'validity' IS NULL
        OR k.given ->> 'validity' NOT IN (SELECT validity_rules(document, t ->> 'track'))
        OR EXISTS (SELECT n.rule FROM (VALUES (k.given ->> 'extension'), (k.given ->> 'revision'),
            (k.given ->> 'permit')) AS n (rule)
            WHERE n.rule IS NOT NULL AND NOT EXISTS (SELECT FROM jsonb_array_elements(document -> 'rules') AS r
                WHERE r ->> 'rule' = n.rule AND (r -> 'tracks' IS NULL OR r -> 'tracks' = '[]'
                    OR r -> 'tracks' ? (t ->> 'track'))))
        OR k.given ->> 'permit' IS NOT NULL AND k.given ->> 'converts_to' IS NULL
        OR k.given ->> 'converts_to' IS NOT NULL AND NOT EXISTS (
            SELECT FROM jsonb_array_elements(document -> 'tracks') AS o
            WHERE o ->> 'track' = k.given ->> 'converts_to' AND o ->> 'track' <> t ->> 'track'
                AND o -> 'grant' IS NOT NULL))
    LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('regime_grant_guard', 'a grant names a rule or a track that is not there, or not for it', named);
    END IF;

    SELECT d ->> 'track' INTO named
    FROM grant_track AS k JOIN jsonb_array_elements(document -> 'tracks') AS d ON d ->> 'track' = k.track
    CROSS JOIN LATERAL (SELECT d -> 'grant' AS given OFFSET 0) AS g
    WHERE k.regime = code AND (g.given IS NULL OR k.prefix IS DISTINCT FROM g.given ->> 'prefix'
        OR k.validity_rule IS DISTINCT FROM g.given ->> 'validity'
        OR k.extension_rule IS DISTINCT FROM g.given ->> 'extension' AND k.extension_rule IS NOT NULL
        OR k.revision_rule IS DISTINCT FROM g.given ->> 'revision' AND k.revision_rule IS NOT NULL
        OR k.permit_rule IS DISTINCT FROM g.given ->> 'permit' AND k.permit_rule IS NOT NULL)
    LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('regime_fixed_guard', 'what certificates and deadlines already rest on cannot change', named);
    END IF;
END $$;

GRANT EXECUTE ON FUNCTION check_regime TO PUBLIC;
