-- Cases of the past come in from files.

CREATE TYPE past_case AS (
    company text, service_name text, track text, outcome text, decided_on date, meeting_label text, filed_on text,
    ministries text[], laws text[], obstacles text[], conditions text[], note text, inferred_fields text[], source text
);

-- What is only inferred of a case of the past, by the names that the views and the register have for it.
CREATE FUNCTION inferred_columns(fields text[], of text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY(SELECT n.name FROM unnest(fields) WITH ORDINALITY AS f (field, place)
        CROSS JOIN LATERAL (SELECT CASE f.field WHEN 'regulation' THEN 'laws' WHEN 'decision' THEN 'outcome'
            ELSE f.field END AS name) AS n
        WHERE n.name = ANY (inferred_columns.of) ORDER BY f.place);
GRANT EXECUTE ON FUNCTION inferred_columns TO PUBLIC;

-- Two rows of the past with the same fingerprint tell of the same case.
CREATE FUNCTION case_fingerprint(regime text, track text, company text, service_name text, decided_on date,
    outcome text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN sha256(convert_to(jsonb_build_array(regime, track, company, service_name,
        decided_on - DATE '2000-01-01', outcome)::text, 'UTF8'));

-- Makes the table into which the desk copies the rows of a file before import_cases enters them. It is of this transaction
-- and no other session sees it. It belongs to the owner and the desk may only add to it: what is read from it with the
-- owner's rights is rows, and never a view or a trigger that somebody put there under its name.
CREATE FUNCTION stage_cases(regime text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE columns text;
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only the desk enters cases of the past';
    END IF;
    EXECUTE format('CREATE TEMP TABLE staged_case (line integer PRIMARY KEY, LIKE sandbox.past_case, '
        'regime text NOT NULL DEFAULT %L, '
        'fingerprint bytea NOT NULL GENERATED ALWAYS AS (sandbox.case_fingerprint('
        '    regime, track, company, service_name, decided_on, outcome)) STORED) ON COMMIT DROP', stage_cases.regime);
    SELECT string_agg(a.attname, ', ') INTO columns FROM pg_attribute AS a
    WHERE a.attrelid = 'sandbox.past_case'::regclass AND a.attnum > 0 AND NOT a.attisdropped;
    EXECUTE format('GRANT INSERT (line, %s) ON pg_temp.staged_case TO %I', columns, acting_role());
END $$;

-- Whether what is read under that name is the table that stage_cases made.
CREATE FUNCTION refuse_unstaged() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only the desk enters cases of the past';
    END IF;
    IF NOT EXISTS (SELECT FROM pg_class AS c WHERE c.oid = to_regclass('pg_temp.staged_case') AND c.relkind = 'r'
        AND c.relowner = 'sandbox_owner'::regrole) THEN
        RAISE EXCEPTION USING ERRCODE = 'object_not_in_prerequisite_state', MESSAGE = 'no cases are staged',
            HINT = 'Call stage_cases, and copy the cases into pg_temp.staged_case.';
    END IF;
END $$;

-- Staged rows that tell of the same case as an earlier row, the first of them first.
CREATE FUNCTION staged_repeats(at_most integer) RETURNS TABLE (line integer, first_line integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET work_mem = '64MB' AS $$
BEGIN
    PERFORM refuse_unstaged();
    RETURN QUERY
    SELECT s.line, r.first_line
    FROM (SELECT g.fingerprint, min(g.line) AS first_line FROM pg_temp.staged_case AS g
        GROUP BY g.fingerprint HAVING count(*) > 1) AS r
    JOIN pg_temp.staged_case AS s ON s.fingerprint = r.fingerprint AND s.line > r.first_line
    ORDER BY s.line LIMIT staged_repeats.at_most;
END $$;

-- What an import came to. Of rows that contradict a known case, and of new companies, at most the first thousand are named.
CREATE TYPE import_outcome AS (
    imported bigint, first_reference text, last_reference text,
    known bigint, differing bigint, differing_lines integer[], differing_references text[],
    companies bigint, company_names text[], ministry_names text[]
);

-- Enters the organisations that are not there yet, and answers their names.
CREATE FUNCTION enter_organisations(kind text, names text[]) RETURNS text[]
    LANGUAGE sql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
WITH entered AS (
    INSERT INTO organisation (kind, name)
    SELECT enter_organisations.kind, n.name FROM (SELECT DISTINCT unnest(enter_organisations.names) AS name) AS n
    WHERE NOT EXISTS (SELECT FROM organisation AS o WHERE o.name = n.name) ORDER BY n.name
    RETURNING name
)
SELECT coalesce(array_agg(e.name::text ORDER BY e.name), '{}') FROM entered AS e $$;

-- Enters the staged cases with the organisations that are not there yet, numbered in the order of their lines. A case that is
-- known is left as it is. This is the only way in for cases of the past, and the desk's; what the triggers on these tables
-- check one by one is checked as a whole. Some thousand lines at a time, so that neither the log nor the queue of checks
-- grows with the file.
CREATE FUNCTION import_cases() RETURNS import_outcome
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET work_mem = '64MB' SET jit = off
    SET TimeZone = 'UTC' AS $$
DECLARE
    step CONSTANT integer := 5000;
    named CONSTANT integer := 1000;
    case_ids CONSTANT regclass := pg_get_serial_sequence('sandbox.case_file', 'case_file_id');
    decision_ids CONSTANT regclass := pg_get_serial_sequence('sandbox.decision', 'decision_id');
    known regime;
    outcome import_outcome;
    part record;
    names text[];
    done integer;
    last_line integer;
BEGIN
    PERFORM refuse_unstaged();
    -- Two imports at once would take each other's cases for new ones.
    LOCK TABLE imported_case IN SHARE ROW EXCLUSIVE MODE;
    ANALYZE pg_temp.staged_case;
    SELECT r.* INTO known FROM regime AS r WHERE r.regime = (SELECT s.regime FROM pg_temp.staged_case AS s LIMIT 1);
    IF EXISTS (SELECT FROM pg_temp.staged_case AS s WHERE NOT EXISTS (SELECT FROM track_outcome AS o
        WHERE o.regime = known.regime AND o.track = s.track AND o.outcome = s.outcome)) THEN
        PERFORM refuse('decision_outcome_guard', 'this track has no such outcome');
    END IF;
    IF EXISTS (SELECT FROM pg_temp.staged_case AS s JOIN track AS t ON t.regime = known.regime AND t.track = s.track
        WHERE s.decided_on NOT BETWEEN t.since AND authority_date(known.regime)) THEN
        PERFORM refuse('decision_date_guard', 'decided before the law of the track, or in the future');
    END IF;
    -- The past ended when the first case was filed here: what was decided since was decided here.
    IF EXISTS (SELECT FROM pg_temp.staged_case AS s WHERE s.decided_on >= (SELECT authority_date(known.regime, min(c.filed_at))
        FROM case_file AS c WHERE c.regime = known.regime AND c.filed_at IS NOT NULL)
        AND NOT EXISTS (SELECT FROM imported_case AS i WHERE i.fingerprint = s.fingerprint)) THEN
        PERFORM refuse('decision_import_date_guard', 'decided after the register was taken into use');
    END IF;

    WITH gone AS (
        DELETE FROM pg_temp.staged_case AS s USING imported_case AS i JOIN case_file AS c USING (case_file_id)
        WHERE i.fingerprint = s.fingerprint
        RETURNING s.line, c.reference, i.original <> to_jsonb(s) - '{line,regime,fingerprint}'::text[] AS differs
    ), differing AS (
        SELECT g.line, g.reference, row_number() OVER (ORDER BY g.line) AS place FROM gone AS g WHERE g.differs
    )
    SELECT (SELECT count(*) FROM gone) AS known, count(*) AS differing,
        coalesce(array_agg(d.line ORDER BY d.line) FILTER (WHERE d.place <= named), '{}') AS lines,
        coalesce(array_agg(d.reference ORDER BY d.line) FILTER (WHERE d.place <= named), '{}') AS texts
    INTO part FROM differing AS d;
    outcome := ROW(0, NULL, NULL, part.known, part.differing, part.lines, part.texts, 0, '{}', '{}');

    SELECT min(s.line) - 1, max(s.line) INTO done, last_line FROM pg_temp.staged_case AS s;
    WHILE done < last_line LOOP
        names := enter_organisations('company', ARRAY(SELECT s.company FROM pg_temp.staged_case AS s
            WHERE s.line > done AND s.line <= done + step));
        outcome.companies := outcome.companies + cardinality(names);
        outcome.company_names := (outcome.company_names || names)[:named];
        outcome.ministry_names := outcome.ministry_names || enter_organisations('ministry',
            ARRAY(SELECT unnest(s.ministries) FROM pg_temp.staged_case AS s
                WHERE s.line > done AND s.line <= done + step));

        WITH told AS MATERIALIZED (
            SELECT s.*, to_jsonb(s) - '{line,regime,fingerprint}'::text[] AS original,
                extract(year FROM s.decided_on)::integer AS year,
                row_number() OVER (PARTITION BY s.track, extract(year FROM s.decided_on) ORDER BY s.line) AS number
            FROM pg_temp.staged_case AS s WHERE s.line > done AND s.line <= done + step
        ), taken AS MATERIALIZED (
            -- Numbers are taken once per track and year, and given out in order.
            SELECT c.track, c.year, take_numbers(known.regime, c.track, c.year, c.cases) - c.cases AS before
            FROM (SELECT t.track, t.year, count(*)::integer AS cases FROM told AS t GROUP BY 1, 2 ORDER BY 1, 2) AS c
        ), entered AS MATERIALIZED (
            SELECT nextval(case_ids) AS case_file_id, nextval(decision_ids) AS decision_id, j.*
            FROM (SELECT reference_text(r.prefix, t.year, k.before + t.number) AS reference, o.organisation_id,
                    t.decided_on::timestamp AT TIME ZONE known.time_zone AS at, t.*
                FROM told AS t JOIN taken AS k USING (track, year)
                JOIN track AS r ON r.regime = known.regime AND r.track = t.track
                LEFT JOIN organisation AS o ON o.name = t.company ORDER BY t.line) AS j
        ), case_rows AS (
            INSERT INTO case_file (case_file_id, regime, track, reference, company_id, stage, stage_since, service_name,
                origin, closed_at)
            OVERRIDING SYSTEM VALUE
            SELECT e.case_file_id, known.regime, e.track, e.reference, e.organisation_id, 'decided', e.at,
                e.service_name, 'import', e.at FROM entered AS e
            RETURNING case_file.*
        ), item_rows AS (
            INSERT INTO exemption_item (case_file_id, item_no, law, obstacle)
            SELECT e.case_file_id, i.item_no, i.law, i.obstacle FROM entered AS e
            CROSS JOIN LATERAL unnest(e.laws, e.obstacles) WITH ORDINALITY AS i (law, obstacle, item_no)
            RETURNING exemption_item.*
        ), feature_rows AS (
            INSERT INTO case_feature SELECT e.case_file_id, bigrams(e.service_name) FROM entered AS e
        ), decision_rows AS (
            INSERT INTO decision (decision_id, case_file_id, outcome, decided_on, meeting_label, recorded_by)
            OVERRIDING SYSTEM VALUE
            SELECT e.decision_id, e.case_file_id, e.outcome, e.decided_on, e.meeting_label, acting_role()
            FROM entered AS e
            RETURNING decision.*
        ), condition_rows AS (
            INSERT INTO condition (decision_id, condition_no, case_file_id, text)
            SELECT e.decision_id, c.condition_no, e.case_file_id, c.text FROM entered AS e
            CROSS JOIN LATERAL unnest(e.conditions) WITH ORDINALITY AS c (text, condition_no)
            RETURNING condition.*
        ), entered_rows AS (
            -- As entered_cases() has them.
            SELECT 'case_file' AS entity, r.case_file_id, r.case_file_id::text AS entity_key, to_jsonb(r) AS row FROM case_rows AS r
            UNION ALL SELECT 'exemption_item', r.case_file_id, r.item_no::text, to_jsonb(r) FROM item_rows AS r
            UNION ALL SELECT 'decision', r.case_file_id, r.decision_id::text, to_jsonb(r) FROM decision_rows AS r
            UNION ALL SELECT 'condition', r.case_file_id, r.condition_no::text, to_jsonb(r) FROM condition_rows AS r
        ), digests AS (
            SELECT r.case_file_id, entered_digest(jsonb_agg(jsonb_build_array(r.entity, r.row)
                ORDER BY r.entity COLLATE "C", r.entity_key COLLATE "C")) AS digest
            FROM entered_rows AS r GROUP BY r.case_file_id
        ), original_rows AS (
            INSERT INTO imported_case (case_file_id, filed_on, ministries, note, inferred_fields, source, fingerprint,
                original, entered)
            SELECT e.case_file_id, e.filed_on, e.ministries, e.note, e.inferred_fields, e.source, e.fingerprint,
                e.original, d.digest FROM entered AS e JOIN digests AS d USING (case_file_id)
        )
        SELECT count(*) AS cases, array_agg(entered.case_file_id) AS ids, (SELECT e.reference FROM entered AS e ORDER BY e.line LIMIT 1) AS first,
            (SELECT e.reference FROM entered AS e ORDER BY e.line DESC LIMIT 1) AS last
        INTO part FROM entered;
        PERFORM keep_search(part.ids);
        outcome.imported := outcome.imported + part.cases;
        outcome.first_reference := coalesce(outcome.first_reference, part.first);
        outcome.last_reference := coalesce(part.last, outcome.last_reference);
        done := done + step;
    END LOOP;
    RETURN outcome;
END $$;

GRANT EXECUTE ON FUNCTION case_fingerprint, stage_cases, staged_repeats, import_cases TO sandbox_desk;
