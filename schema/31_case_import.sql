-- Cases of the past come in from files.

CREATE TYPE past_case AS (
    company text, service_name text, track text, outcome text, decided_on date, meeting_label text, filed_on text,
    ministries text[], laws text[], obstacles text[], conditions text[], note text, inferred_fields text[], source text
);

-- Two rows of the past with the same fingerprint tell of the same case.
CREATE FUNCTION case_fingerprint(regime text, track text, company text, service_name text, decided_on date,
    outcome text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN sha256(convert_to(jsonb_build_array(regime, track, company, service_name,
        decided_on - DATE '2000-01-01', outcome)::text, 'UTF8'));

-- Enters cases of the past and answers their references, both in the order given. This is the only way in for them, and
-- the desk's. It is made for many at once and checks as a whole what the triggers on these tables check one by one.
CREATE FUNCTION import_cases(regime text, cases past_case[]) RETURNS SETOF text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE known regime; ids bigint[]; numbers text[];
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only the desk enters cases of the past';
    END IF;
    SELECT * INTO known FROM regime AS r WHERE r.regime = import_cases.regime;
    IF EXISTS (SELECT FROM unnest(cases) AS p WHERE NOT EXISTS (SELECT FROM track_outcome AS o
        WHERE o.regime = known.regime AND o.track = p.track AND o.outcome = p.outcome)) THEN
        PERFORM refuse('decision_outcome_guard', 'this track has no such outcome');
    END IF;
    IF EXISTS (SELECT FROM unnest(cases) AS p JOIN track AS t ON t.regime = known.regime AND t.track = p.track
        WHERE p.decided_on NOT BETWEEN t.since AND authority_date(known.regime)) THEN
        PERFORM refuse('decision_date_guard', 'decided before the law of the track, or in the future');
    END IF;

    -- Numbers are taken once per track and year, and given out in order.
    WITH counted AS (
        SELECT p.track, extract(year FROM p.decided_on)::integer AS year, count(*)::integer AS cases
        FROM unnest(cases) AS p GROUP BY 1, 2 ORDER BY 1, 2
    ), taken AS MATERIALIZED (
        SELECT c.track, c.year, take_numbers(known.regime, c.track, c.year, c.cases) - c.cases AS before
        FROM counted AS c)
    SELECT array_agg(reference_text(t.prefix, n.year, k.before + n.number) ORDER BY n.place),
        array_agg(nextval(pg_get_serial_sequence('sandbox.case_file', 'case_file_id')))
    INTO numbers, ids
    FROM (SELECT p.ordinality AS place, p.track, extract(year FROM p.decided_on)::integer AS year,
            row_number() OVER (PARTITION BY p.track, extract(year FROM p.decided_on) ORDER BY p.ordinality) AS number
        FROM unnest(cases) WITH ORDINALITY AS p) AS n
    JOIN taken AS k USING (track, year)
    JOIN track AS t ON t.regime = known.regime AND t.track = n.track;

    INSERT INTO case_file (case_file_id, regime, track, reference, company_id, stage, stage_since, service_name,
        origin, closed_at)
    OVERRIDING SYSTEM VALUE
    SELECT i.id, known.regime, p.track, i.number, o.organisation_id, 'decided', d.at, p.service_name, 'import', d.at
    FROM unnest(cases) WITH ORDINALITY AS p
    JOIN unnest(ids, numbers) WITH ORDINALITY AS i (id, number, ordinality) USING (ordinality)
    CROSS JOIN LATERAL (SELECT p.decided_on::timestamp AT TIME ZONE known.time_zone AS at) AS d
    LEFT JOIN organisation AS o ON o.name = p.company;

    INSERT INTO exemption_item (case_file_id, item_no, law, obstacle)
    SELECT i.id, e.item_no, e.law, e.obstacle FROM unnest(cases) WITH ORDINALITY AS p
    JOIN unnest(ids, numbers) WITH ORDINALITY AS i (id, number, ordinality) USING (ordinality)
    CROSS JOIN LATERAL unnest(p.laws, p.obstacles) WITH ORDINALITY AS e (law, obstacle, item_no);

    INSERT INTO decision (case_file_id, outcome, decided_on, meeting_label, recorded_by)
    SELECT i.id, p.outcome, p.decided_on, p.meeting_label, acting_role() FROM unnest(cases) WITH ORDINALITY AS p
    JOIN unnest(ids, numbers) WITH ORDINALITY AS i (id, number, ordinality) USING (ordinality);

    INSERT INTO condition (decision_id, condition_no, case_file_id, text)
    SELECT d.decision_id, c.condition_no, d.case_file_id, c.text FROM unnest(cases) WITH ORDINALITY AS p
    JOIN unnest(ids, numbers) WITH ORDINALITY AS i (id, number, ordinality) USING (ordinality)
    JOIN decision AS d ON d.case_file_id = i.id
    CROSS JOIN LATERAL unnest(p.conditions) WITH ORDINALITY AS c (text, condition_no);

    INSERT INTO imported_case (case_file_id, filed_on, ministries, note, inferred_fields, source, fingerprint, original)
    SELECT i.id, p.filed_on, p.ministries, p.note, p.inferred_fields, p.source,
        case_fingerprint(known.regime, p.track, p.company, p.service_name, p.decided_on, p.outcome),
        to_jsonb(p) - 'ordinality'
    FROM unnest(cases) WITH ORDINALITY AS p
    JOIN unnest(ids, numbers) WITH ORDINALITY AS i (id, number, ordinality) USING (ordinality);

    PERFORM keep_search(ids);
    RETURN QUERY SELECT unnest(numbers);
END $$;

GRANT EXECUTE ON FUNCTION case_fingerprint, import_cases TO sandbox_desk;
