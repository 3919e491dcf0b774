-- Cases of the past come in from files.

CREATE TYPE past_case AS (
    company text, service_name text, track text, outcome text, decided_on date, meeting_label text, filed_on text,
    ministries text[], laws text[], articles text[], obstacles text[], conditions text[], partners text[],
    designation_no text, valid_from date, valid_until date, state text, note text, inferred_fields text[], source text,
    reference text
);

-- What is only inferred of a case of the past, by the names that the views and the register have for it.
CREATE FUNCTION inferred_columns(fields text[], of text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY(SELECT n.name FROM unnest(fields) WITH ORDINALITY AS f (field, place)
        CROSS JOIN LATERAL (SELECT CASE f.field WHEN 'regulation' THEN 'laws' WHEN 'decision' THEN 'outcome'
            ELSE f.field END AS name) AS n
        WHERE n.name = ANY (inferred_columns.of) ORDER BY f.place);
GRANT EXECUTE ON FUNCTION inferred_columns TO PUBLIC;

-- Two rows of the past with the same fingerprint tell of the same case, however company and service are spelt.
CREATE FUNCTION case_fingerprint(regime text, track text, company text, service_name text, decided_on date,
    outcome text, designation_no text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN sha256(convert_to(jsonb_build_array(regime, track, organisation_key(company), name_key(service_name),
        decided_on - DATE '2000-01-01', outcome, name_key(designation_no))::text, 'UTF8'));

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
        '    regime, track, company, service_name, decided_on, outcome, designation_no)) STORED) ON COMMIT DROP', stage_cases.regime);
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

-- The staged rows of which the register has the case, by its number: a file that was exported from it.
CREATE FUNCTION staged_exports() RETURNS TABLE (line integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT s.line FROM pg_temp.staged_case AS s JOIN case_file AS c ON c.reference = s.reference AND c.regime = s.regime
    JOIN organisation AS o ON o.organisation_id = c.company_id
    WHERE organisation_key(o.name) = organisation_key(s.company) AND name_key(c.service_name) = name_key(s.service_name);
END $$;

-- Staged rows that tell of the same case as an earlier row, the first of them first.
CREATE FUNCTION staged_repeats(at_most integer) RETURNS TABLE (line integer, first_line integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET work_mem = '64MB' AS $$
BEGIN
    PERFORM refuse_unstaged();
    RETURN QUERY
    SELECT s.line, r.first_line
    FROM (SELECT g.fingerprint, min(g.line) AS first_line FROM pg_temp.staged_case AS g
        WHERE g.outcome IS NOT NULL AND g.line NOT IN (SELECT k.line FROM staged_exports() AS k)
        GROUP BY g.fingerprint HAVING count(*) > 1) AS r
    JOIN pg_temp.staged_case AS s ON s.fingerprint = r.fingerprint AND s.line > r.first_line
    ORDER BY s.line LIMIT staged_repeats.at_most;
END $$;

-- What an import came to. Of rows that contradict a known case, of new companies, and of names that were taken for another
-- spelling of one, at most the first thousand are named.
--   undecided  rows of cases that are not decided, from an exported file: there is nothing of the past to enter
CREATE TYPE import_outcome AS (
    imported bigint, first_reference text, last_reference text,
    known bigint, differing bigint, differing_lines integer[], differing_references text[],
    companies bigint, company_names text[], ministry_names text[],
    taken_names text[], taken_for text[], undecided bigint
);

-- Enters the staged cases with the organisations that are not there yet, numbered in the order of their lines. A case that is
-- known is left as it is. This is the only way in for cases of the past, and the desk's; what the triggers on these tables
-- check one by one is checked as a whole. Some thousand lines at a time, so that neither the log nor the queue of checks
-- grows with the file.
CREATE FUNCTION import_cases() RETURNS import_outcome
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET work_mem = '64MB' SET jit = off
    SET TimeZone = 'UTC' AS $$
DECLARE
    -- One case, whose names may be spelt otherwise.
    spelt CONSTANT text[] := '{company,service_name,designation_no}';
    step CONSTANT integer := 5000;
    named CONSTANT integer := 1000;
    case_ids CONSTANT regclass := pg_get_serial_sequence('sandbox.case_file', 'case_file_id');
    decision_ids CONSTANT regclass := pg_get_serial_sequence('sandbox.decision', 'decision_id');
    known regime;
    outcome import_outcome;
    part record;
    exported record;
    companies organisation_met[];
    met organisation_met[];
    done integer;
    last_line integer;
BEGIN
    PERFORM refuse_unstaged();
    -- Two imports at once would take each other's cases for new ones.
    LOCK TABLE imported_case IN SHARE ROW EXCLUSIVE MODE;
    ANALYZE pg_temp.staged_case;
    SELECT r.* INTO known FROM regime AS r WHERE r.regime = (SELECT s.regime FROM pg_temp.staged_case AS s LIMIT 1);
    WITH gone AS (
        DELETE FROM pg_temp.staged_case AS s USING staged_exports() AS k WHERE k.line = s.line RETURNING s.line
    ), undecided AS (
        DELETE FROM pg_temp.staged_case AS s WHERE s.outcome IS NULL AND s.line NOT IN (SELECT k.line FROM staged_exports() AS k)
        RETURNING s.line
    )
    SELECT (SELECT count(*) FROM gone) AS known, (SELECT count(*) FROM undecided) AS undecided INTO exported;
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
        RETURNING s.line, c.reference, i.original - spelt <> to_jsonb(s) - '{line,regime,fingerprint,reference}'::text[] - spelt AS differs
    ), differing AS (
        SELECT g.line, g.reference, row_number() OVER (ORDER BY g.line) AS place FROM gone AS g WHERE g.differs
    )
    SELECT (SELECT count(*) FROM gone) AS known, count(*) AS differing,
        coalesce(array_agg(d.line ORDER BY d.line) FILTER (WHERE d.place <= named), '{}') AS lines,
        coalesce(array_agg(d.reference ORDER BY d.line) FILTER (WHERE d.place <= named), '{}') AS texts
    INTO part FROM differing AS d;
    outcome := ROW(0, NULL, NULL, part.known + exported.known, part.differing, part.lines, part.texts, 0, '{}', '{}', '{}', '{}',
        exported.undecided);

    SELECT min(s.line) - 1, max(s.line) INTO done, last_line FROM pg_temp.staged_case AS s;
    WHILE done < last_line LOOP
        companies := ARRAY(SELECT m FROM meet_organisations('company', ARRAY(SELECT s.company FROM pg_temp.staged_case AS s
            WHERE s.line > done AND s.line <= done + step ORDER BY s.line)) AS m);
        met := ARRAY(SELECT m FROM meet_organisations('ministry', ARRAY(SELECT unnest(s.ministries)
            FROM pg_temp.staged_case AS s WHERE s.line > done AND s.line <= done + step ORDER BY s.line)) AS m);
        SELECT outcome.companies + count(DISTINCT m.registered) FILTER (WHERE m.is_new),
            (outcome.company_names || coalesce(array_agg(DISTINCT m.registered) FILTER (WHERE m.is_new), '{}'))[:named]
        INTO outcome.companies, outcome.company_names FROM unnest(companies) AS m;
        SELECT outcome.ministry_names || coalesce(array_agg(DISTINCT m.registered) FILTER (WHERE m.is_new), '{}')
        INTO outcome.ministry_names FROM unnest(met) AS m;
        SELECT (outcome.taken_names || coalesce(array_agg(m.name ORDER BY m.name), '{}'))[:named],
            (outcome.taken_for || coalesce(array_agg(m.registered ORDER BY m.name), '{}'))[:named]
        INTO outcome.taken_names, outcome.taken_for
        FROM (SELECT c.name, c.registered FROM unnest(companies || met) AS c
            WHERE c.name <> c.registered AND c.name <> ALL (outcome.taken_names)) AS m;

        WITH told AS MATERIALIZED (
            SELECT s.*, to_jsonb(s) - '{line,regime,fingerprint,reference}'::text[] AS original,
                row_number() OVER (PARTITION BY s.track ORDER BY s.line) AS number
            FROM pg_temp.staged_case AS s WHERE s.line > done AND s.line <= done + step
        ), taken AS MATERIALIZED (
            -- Numbers are taken once per track, and given out in order.
            SELECT c.track, take_numbers(known.regime, c.track, 0, c.cases) - c.cases AS before
            FROM (SELECT t.track, count(*)::integer AS cases FROM told AS t GROUP BY 1 ORDER BY 1) AS c
        ), entered AS MATERIALIZED (
            SELECT nextval(case_ids) AS case_file_id, nextval(decision_ids) AS decision_id, j.*
            FROM (SELECT past_reference_text(r.prefix, k.before + t.number) AS given, o.organisation_id,
                    t.decided_on::timestamp AT TIME ZONE known.time_zone AS at, t.*
                FROM told AS t JOIN taken AS k USING (track)
                JOIN track AS r ON r.regime = known.regime AND r.track = t.track
                LEFT JOIN unnest(companies) AS o ON o.name = t.company ORDER BY t.line) AS j
        ), case_rows AS (
            INSERT INTO case_file (case_file_id, regime, track, reference, company_id, stage, stage_since, service_name,
                origin, closed_at)
            OVERRIDING SYSTEM VALUE
            SELECT e.case_file_id, known.regime, e.track, e.given, e.organisation_id, 'decided', e.at,
                e.service_name, 'import', e.at FROM entered AS e
            RETURNING case_file.*
        ), item_rows AS (
            INSERT INTO exemption_item (case_file_id, item_no, law, article, obstacle)
            SELECT e.case_file_id, i.item_no, i.law, i.article, i.obstacle FROM entered AS e
            CROSS JOIN LATERAL unnest(e.laws, e.articles, e.obstacles) WITH ORDINALITY AS i (law, article, obstacle, item_no)
            RETURNING exemption_item.*
        ), partner_rows AS (
            INSERT INTO participant (case_file_id, item_no, organisation)
            SELECT e.case_file_id, p.item_no, p.organisation FROM entered AS e
            CROSS JOIN LATERAL unnest(e.partners) WITH ORDINALITY AS p (organisation, item_no)
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
            INSERT INTO imported_case (case_file_id, filed_on, ministries, designation_no, valid_from, valid_until, state, note,
                inferred_fields, source, fingerprint, original, entered)
            SELECT e.case_file_id, e.filed_on, e.ministries, e.designation_no, e.valid_from, e.valid_until, e.state, e.note,
                e.inferred_fields, e.source, e.fingerprint, e.original, d.digest
            FROM entered AS e JOIN digests AS d USING (case_file_id)
        )
        SELECT count(*) AS cases, array_agg(entered.case_file_id) AS ids, (SELECT e.given FROM entered AS e ORDER BY e.line LIMIT 1) AS first,
            (SELECT e.given FROM entered AS e ORDER BY e.line DESC LIMIT 1) AS last
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
