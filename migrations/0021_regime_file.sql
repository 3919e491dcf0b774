-- Regimes come in as files. A file is the whole regime: what it no longer names is closed, never removed, and every
-- application that changes something makes a new version, kept with the file it came from.

ALTER TABLE track ADD COLUMN closed_on date;
ALTER TABLE required_paper ADD COLUMN closed_on date;
ALTER TABLE form_section ADD COLUMN closed_on date;
COMMENT ON COLUMN track.closed_on IS 'since then the regime names it no longer: nothing is drafted or filed in it, what is under way goes on';
COMMENT ON COLUMN required_paper.closed_on IS 'since then it is neither asked for nor taken';
COMMENT ON COLUMN form_section.closed_on IS 'since then it is neither asked for nor taken';

-- The days of the week as a regime file calls them, Monday first.
CREATE FUNCTION weekday_names() RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

-- A length as a regime file says it: 30 days, 1 year.
CREATE FUNCTION length_text(length integer, unit text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN length || ' ' || unit || CASE WHEN length = 1 THEN '' ELSE 's' END;

-- A regime as the document that a regime file comes to; NULL: there is no such regime. Tracks, papers and sections are
-- those that hold now, clock rules those of the version; without a version, of the newest.
CREATE FUNCTION regime_document(regime text, version integer DEFAULT NULL) RETURNS jsonb
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp
    AS $$
SELECT jsonb_strip_nulls(jsonb_build_object(
    'regime', g.regime, 'name', jsonb_build_object('ko', g.name_ko, 'en', g.name_en), 'basis', g.basis,
    'time_zone', g.time_zone,
    'calendar', (SELECT jsonb_build_object(
            'code', c.calendar, 'name', jsonb_build_object('ko', c.name_ko, 'en', c.name_en),
            'closed_weekdays', (SELECT coalesce(jsonb_agg((weekday_names())[w.day] ORDER BY w.day), '[]')
                FROM (SELECT DISTINCT unnest(c.closed_weekdays) AS day) AS w),
            'opens_at', to_char(c.opens_at, 'HH24:MI'), 'closes_at', to_char(c.closes_at, 'HH24:MI'))
        FROM calendar AS c WHERE c.calendar = g.calendar),
    'tracks', (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'track', t.track, 'prefix', t.prefix, 'name', jsonb_build_object('ko', t.name_ko, 'en', t.name_en),
            'basis', t.basis, 'grants', t.grants, 'since', t.since,
            'opinions', (SELECT coalesce(jsonb_agg(o.opinion ORDER BY o.opinion COLLATE "C"), '[]')
                FROM track_opinion AS o WHERE o.regime = t.regime AND o.track = t.track),
            'outcomes', (SELECT coalesce(jsonb_agg(o.outcome ORDER BY o.outcome COLLATE "C"), '[]')
                FROM track_outcome AS o WHERE o.regime = t.regime AND o.track = t.track AND NOT o.import_only),
            'imported_outcomes', (SELECT coalesce(jsonb_agg(o.outcome ORDER BY o.outcome COLLATE "C"), '[]')
                FROM track_outcome AS o WHERE o.regime = t.regime AND o.track = t.track AND o.import_only),
            'sections', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'section', f.section, 'name', jsonb_build_object('ko', f.name_ko, 'en', f.name_en),
                    'required', f.required) ORDER BY f.position, f.section), '[]')
                FROM form_section AS f WHERE f.regime = t.regime AND f.track = t.track AND f.closed_on IS NULL),
            'papers', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'paper', p.paper, 'name', jsonb_build_object('ko', p.name_ko, 'en', p.name_en),
                    'basis', p.basis, 'required', p.required) ORDER BY p.position, p.paper), '[]')
                FROM required_paper AS p WHERE p.regime = t.regime AND p.track = t.track AND p.closed_on IS NULL)
            ) ORDER BY t.position, t.track), '[]')
        FROM track AS t WHERE t.regime = g.regime AND t.closed_on IS NULL),
    'rules', (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'rule', r.rule, 'name', jsonb_build_object('ko', r.name_ko, 'en', r.name_en), 'basis', r.basis,
            'tracks', to_jsonb(r.tracks::text[]), 'owed_by', r.owed_by, 'starts_on', r.starts_on,
            'starts_at_end_of', r.anchor_rule, 'no_earlier_than', r.floor_rule, 'ends_on', to_jsonb(r.ends_on::text[]),
            'length', length_text(r.length, r.unit), 'counting', r.counting,
            'stopped_by', to_jsonb(r.stopped_by::text[]), 'cap', length_text(r.cap_length, r.cap_unit),
            'extensions', CASE WHEN r.extensions > 0 THEN jsonb_build_object(
                'times', r.extensions, 'length', length_text(r.extension_length, r.extension_unit)) END,
            'when_missed', r.when_missed,
            'missed', CASE WHEN r.missed_ko IS NOT NULL THEN jsonb_build_object('ko', r.missed_ko, 'en', r.missed_en) END,
            'valid_from', CASE WHEN isfinite(r.valid_from) THEN r.valid_from END, 'valid_to', r.valid_to
            ) ORDER BY r.position), '[]')
        FROM clock_rule AS r
        WHERE r.regime = g.regime AND r.version = coalesce(regime_document.version,
            (SELECT max(v.version) FROM regime_version AS v WHERE v.regime = g.regime)))
))
FROM regime AS g WHERE g.regime = regime_document.regime
$$;
GRANT EXECUTE ON FUNCTION weekday_names, length_text, regime_document TO PUBLIC;

-- The calendar of a regime, made or changed; its days are derived anew when other weekdays are closed.
CREATE FUNCTION apply_calendar(document jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    weekdays smallint[] := (SELECT coalesce(array_agg(array_position(weekday_names(), w) ORDER BY 1), '{}')
        FROM jsonb_array_elements_text(document -> 'closed_weekdays') AS w);
    standing calendar;
BEGIN
    SELECT * INTO standing FROM calendar AS c WHERE c.calendar = document ->> 'code' FOR UPDATE;
    INSERT INTO calendar AS c (calendar, name_ko, name_en, closed_weekdays, opens_at, closes_at)
    VALUES (document ->> 'code', document -> 'name' ->> 'ko', document -> 'name' ->> 'en', weekdays,
        (document ->> 'opens_at')::time, (document ->> 'closes_at')::time)
    ON CONFLICT ON CONSTRAINT calendar_pkey DO UPDATE SET
        (name_ko, name_en, closed_weekdays, opens_at, closes_at)
        = (excluded.name_ko, excluded.name_en, excluded.closed_weekdays, excluded.opens_at, excluded.closes_at);
    IF standing.closed_weekdays IS DISTINCT FROM weekdays THEN
        PERFORM rebuild_calendar(document ->> 'code');
        PERFORM look_again();
    END IF;
END
$$;

-- The tracks of a regime with what belongs to them. A track, section or paper that is named again is open again.
CREATE FUNCTION apply_tracks(document jsonb, on_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    INSERT INTO track AS t (regime, track, prefix, position, name_ko, name_en, basis, grants, since)
    SELECT document ->> 'regime', d.track ->> 'track', d.track ->> 'prefix', d.n,
        d.track -> 'name' ->> 'ko', d.track -> 'name' ->> 'en', d.track ->> 'basis', (d.track ->> 'grants')::boolean,
        (d.track ->> 'since')::date
    FROM jsonb_array_elements(document -> 'tracks') WITH ORDINALITY AS d (track, n)
    ON CONFLICT ON CONSTRAINT track_pkey DO UPDATE SET
        (position, name_ko, name_en, basis, grants, since, closed_on) = (excluded.position, excluded.name_ko,
            excluded.name_en, excluded.basis, excluded.grants, excluded.since, NULL);
    UPDATE track AS t SET closed_on = on_day
    WHERE t.regime = document ->> 'regime' AND t.closed_on IS NULL
        AND t.track NOT IN (SELECT d ->> 'track' FROM jsonb_array_elements(document -> 'tracks') AS d);

    INSERT INTO form_section AS f (regime, track, section, position, name_ko, name_en, required)
    SELECT document ->> 'regime', d.track ->> 'track', s.section ->> 'section', s.n,
        s.section -> 'name' ->> 'ko', s.section -> 'name' ->> 'en', (s.section ->> 'required')::boolean
    FROM jsonb_array_elements(document -> 'tracks') AS d (track),
        LATERAL jsonb_array_elements(d.track -> 'sections') WITH ORDINALITY AS s (section, n)
    ON CONFLICT ON CONSTRAINT form_section_pkey DO UPDATE SET
        (position, name_ko, name_en, required, closed_on)
        = (excluded.position, excluded.name_ko, excluded.name_en, excluded.required, NULL);
    UPDATE form_section AS f SET closed_on = on_day
    WHERE f.regime = document ->> 'regime' AND f.closed_on IS NULL AND NOT EXISTS (
        SELECT FROM jsonb_array_elements(document -> 'tracks') AS d (track),
            LATERAL jsonb_array_elements(d.track -> 'sections') AS s (section)
        WHERE d.track ->> 'track' = f.track AND s.section ->> 'section' = f.section);

    INSERT INTO required_paper AS p (regime, track, paper, position, name_ko, name_en, basis, required)
    SELECT document ->> 'regime', d.track ->> 'track', s.paper ->> 'paper', s.n,
        s.paper -> 'name' ->> 'ko', s.paper -> 'name' ->> 'en', s.paper ->> 'basis', (s.paper ->> 'required')::boolean
    FROM jsonb_array_elements(document -> 'tracks') AS d (track),
        LATERAL jsonb_array_elements(d.track -> 'papers') WITH ORDINALITY AS s (paper, n)
    ON CONFLICT ON CONSTRAINT required_paper_pkey DO UPDATE SET
        (position, name_ko, name_en, basis, required, closed_on)
        = (excluded.position, excluded.name_ko, excluded.name_en, excluded.basis, excluded.required, NULL);
    UPDATE required_paper AS p SET closed_on = on_day
    WHERE p.regime = document ->> 'regime' AND p.closed_on IS NULL AND NOT EXISTS (
        SELECT FROM jsonb_array_elements(document -> 'tracks') AS d (track),
            LATERAL jsonb_array_elements(d.track -> 'papers') AS s (paper)
        WHERE d.track ->> 'track' = p.track AND s.paper ->> 'paper' = p.paper);

    -- Opinions and outcomes are words of the domain; which of them a track takes is asked when one is given.
    DELETE FROM track_opinion AS o WHERE o.regime = document ->> 'regime'
        AND o.track IN (SELECT d ->> 'track' FROM jsonb_array_elements(document -> 'tracks') AS d);
    INSERT INTO track_opinion (regime, track, opinion)
    SELECT document ->> 'regime', d.track ->> 'track', o.opinion
    FROM jsonb_array_elements(document -> 'tracks') AS d (track),
        LATERAL jsonb_array_elements_text(d.track -> 'opinions') AS o (opinion);
    DELETE FROM track_outcome AS o WHERE o.regime = document ->> 'regime'
        AND o.track IN (SELECT d ->> 'track' FROM jsonb_array_elements(document -> 'tracks') AS d);
    INSERT INTO track_outcome (regime, track, outcome, import_only)
    SELECT document ->> 'regime', d.track ->> 'track', o.outcome, o.import_only
    FROM jsonb_array_elements(document -> 'tracks') AS d (track), LATERAL (
        SELECT w.outcome, false AS import_only FROM jsonb_array_elements_text(d.track -> 'outcomes') AS w (outcome)
        UNION ALL
        SELECT w.outcome, true FROM jsonb_array_elements_text(d.track -> 'imported_outcomes') AS w (outcome)) AS o;
END
$$;

-- The clock rules of a version.
CREATE FUNCTION apply_rules(document jsonb, version integer) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
INSERT INTO clock_rule (regime, version, rule, position, name_ko, name_en, basis, tracks, owed_by, starts_on, ends_on,
    anchor_rule, floor_rule, length, unit, counting, stopped_by, cap_length, cap_unit, extension_length, extension_unit,
    extensions, when_missed, missed_ko, missed_en, valid_from, valid_to)
SELECT document ->> 'regime', apply_rules.version, d.r ->> 'rule', d.n, d.r -> 'name' ->> 'ko', d.r -> 'name' ->> 'en',
    d.r ->> 'basis', ARRAY(SELECT jsonb_array_elements_text(d.r -> 'tracks')), d.r ->> 'owed_by', d.r ->> 'starts_on',
    ARRAY(SELECT jsonb_array_elements_text(d.r -> 'ends_on')), d.r ->> 'starts_at_end_of', d.r ->> 'no_earlier_than',
    split_part(d.r ->> 'length', ' ', 1)::smallint, rtrim(split_part(d.r ->> 'length', ' ', 2), 's'), d.r ->> 'counting',
    ARRAY(SELECT jsonb_array_elements_text(d.r -> 'stopped_by')), split_part(d.r ->> 'cap', ' ', 1)::smallint,
    rtrim(split_part(d.r ->> 'cap', ' ', 2), 's'), split_part(d.r -> 'extensions' ->> 'length', ' ', 1)::smallint,
    rtrim(split_part(d.r -> 'extensions' ->> 'length', ' ', 2), 's'),
    coalesce((d.r -> 'extensions' ->> 'times')::smallint, 0), d.r ->> 'when_missed', d.r -> 'missed' ->> 'ko',
    d.r -> 'missed' ->> 'en', coalesce((d.r ->> 'valid_from')::date, '-infinity'), (d.r ->> 'valid_to')::date
FROM jsonb_array_elements(document -> 'rules') WITH ORDINALITY AS d (r, n)
$$;

-- The desk applies a regime. Answers the version that was made; NULL: the document says what stands there already. The
-- document is that of regime_document; what it is made from, the text of the file, is kept with the version. Two
-- applications at once would compare with the same version: one waits for the other.
CREATE FUNCTION apply_regime(document jsonb, file text, valid_from date DEFAULT NULL, note text DEFAULT NULL)
    RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    code text := document ->> 'regime';
    standing regime;
    newest regime_version;
    before jsonb;
    today date;
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only the desk applies a regime';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('sandbox apply_regime', 0));
    SELECT * INTO standing FROM regime AS g WHERE g.regime = code FOR UPDATE;
    SELECT * INTO newest FROM regime_version AS v WHERE v.regime = code ORDER BY v.version DESC LIMIT 1;
    before := regime_document(code);
    IF before = document THEN
        RETURN NULL;
    END IF;

    IF NOT EXISTS (SELECT FROM pg_timezone_names AS z WHERE z.name = document ->> 'time_zone') THEN
        PERFORM refuse('regime_time_zone_guard', 'there is no such time zone', document ->> 'time_zone');
    END IF;
    IF standing.time_zone <> document ->> 'time_zone' THEN
        PERFORM refuse('regime_fixed_guard', 'the time zone of a regime is fixed', 'time_zone');
    END IF;
    IF EXISTS (SELECT FROM track AS t JOIN jsonb_array_elements(document -> 'tracks') AS d ON d ->> 'track' = t.track
        WHERE t.regime = code AND t.prefix <> d ->> 'prefix')
    THEN
        PERFORM refuse('regime_fixed_guard', 'the prefix of a track stands in reference numbers and is fixed', 'prefix');
    END IF;
    IF EXISTS (SELECT FROM jsonb_array_elements(document -> 'rules') AS r WHERE
            EXISTS (SELECT jsonb_array_elements_text(r -> 'ends_on') EXCEPT SELECT e.event FROM clock_event AS e)
            OR EXISTS (SELECT jsonb_array_elements_text(r -> 'tracks')
                EXCEPT SELECT d ->> 'track' FROM jsonb_array_elements(document -> 'tracks') AS d)
            OR EXISTS (SELECT a.rule FROM (VALUES (r ->> 'starts_at_end_of'), (r ->> 'no_earlier_than')) AS a (rule)
                WHERE a.rule IS NOT NULL AND NOT EXISTS (SELECT FROM jsonb_array_elements(document -> 'rules') AS o
                    WHERE o ->> 'rule' = a.rule AND o ->> 'starts_at_end_of' IS NULL)))
    THEN
        PERFORM refuse('regime_rule_guard', 'a rule names an event, a track or a rule that is not there');
    END IF;

    PERFORM apply_calendar(document -> 'calendar');
    INSERT INTO regime AS g (regime, name_ko, name_en, time_zone, basis, calendar)
    VALUES (code, document -> 'name' ->> 'ko', document -> 'name' ->> 'en', document ->> 'time_zone',
        document ->> 'basis', document -> 'calendar' ->> 'code')
    ON CONFLICT ON CONSTRAINT regime_pkey DO UPDATE SET
        (name_ko, name_en, basis, calendar) = (excluded.name_ko, excluded.name_en, excluded.basis, excluded.calendar);
    today := authority_date(code);
    IF apply_regime.valid_from < newest.valid_from THEN
        PERFORM refuse('regime_version_order_guard', 'a version holds no earlier than the one before it');
    END IF;
    PERFORM apply_tracks(document, today);

    -- What stood there before files were kept is kept as the document it came to.
    UPDATE regime_version AS v SET document = jsonb_pretty(before)
    WHERE v.regime = code AND v.version = newest.version AND v.document IS NULL;
    INSERT INTO regime_version (regime, version, valid_from, note, document)
    VALUES (code, coalesce(newest.version, 0) + 1,
        coalesce(apply_regime.valid_from, CASE WHEN newest IS NULL THEN '-infinity' ELSE today END),
        apply_regime.note, apply_regime.file);
    PERFORM apply_rules(document, coalesce(newest.version, 0) + 1);
    RETURN coalesce(newest.version, 0) + 1;
END
$$;

-- Open cases of a regime come under its newest version, and their open clocks under that version's rule of the same code.
-- A clock whose rule the version does not have, or not for this track or day, runs on as it began. Answers every clock that
-- moved, with its end before and after.
CREATE FUNCTION move_open_cases(regime text) RETURNS TABLE (
    reference text, clock_no smallint, rule text, organisation text, old_due_on date, new_due_on date
)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    newest integer := (SELECT max(v.version) FROM regime_version AS v WHERE v.regime = move_open_cases.regime);
    cases bigint[];
    clocks bigint[];
    rules bigint[];
    ends date[];
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only the desk applies a regime';
    END IF;
    SELECT array_agg(c.case_file_id) INTO cases FROM (
        SELECT c.case_file_id FROM case_file AS c
        WHERE c.regime = move_open_cases.regime AND c.stage IN ('filed', 'received', 'consulting')
            AND c.regime_version < newest
        ORDER BY c.case_file_id FOR UPDATE) AS c;
    SELECT array_agg(c.clock_id ORDER BY c.clock_id), array_agg(n.clock_rule_id ORDER BY c.clock_id),
        array_agg(s.due_on ORDER BY c.clock_id)
    INTO clocks, rules, ends
    FROM clock AS c
    JOIN case_file AS f ON f.case_file_id = c.case_file_id
    JOIN clock_rule AS o ON o.clock_rule_id = c.clock_rule_id
    JOIN clock_rule AS n ON n.regime = o.regime AND n.version = newest AND n.rule = o.rule
    JOIN clock_state() AS s ON s.clock_id = c.clock_id
    WHERE c.ended_on IS NULL AND c.case_file_id = ANY (cases) AND (n.tracks = '{}' OR f.track = ANY (n.tracks))
        AND (c.started_on IS NULL) = (n.starts_on IS NULL)
        AND coalesce(c.started_on, s.started_on) BETWEEN n.valid_from AND coalesce(n.valid_to, 'infinity');

    UPDATE case_file AS c SET regime_version = newest WHERE c.case_file_id = ANY (cases);
    UPDATE clock AS c SET clock_rule_id = n.clock_rule_id, may_lapse = n.when_missed = 'deemed-not-needed'
    FROM unnest(clocks, rules) AS m (clock_id, clock_rule_id) JOIN clock_rule AS n ON n.clock_rule_id = m.clock_rule_id
    WHERE c.clock_id = m.clock_id;
    UPDATE clock AS c SET look_on = s.due_on FROM clock_state() AS s
    WHERE c.clock_id = ANY (clocks) AND c.may_lapse AND s.clock_id = c.clock_id;

    RETURN QUERY
    SELECT f.reference, s.clock_no, s.rule, o.name::text, m.old_due_on, s.due_on
    FROM unnest(clocks, ends) AS m (clock_id, old_due_on)
    JOIN clock_state() AS s ON s.clock_id = m.clock_id
    JOIN case_file AS f ON f.case_file_id = s.case_file_id
    LEFT JOIN organisation AS o ON o.organisation_id = s.organisation_id
    ORDER BY f.case_file_id, s.clock_no;
END
$$;
GRANT EXECUTE ON FUNCTION apply_regime, move_open_cases TO sandbox_desk;

-- Moving a case to another version is no change of its stage and none of the proposal, and only the function above does it.
DROP TRIGGER case_file_guard ON case_file;
CREATE TRIGGER case_file_guard BEFORE UPDATE ON case_file
    FOR EACH ROW WHEN (
        current_user <> 'sandbox_owner' OR NEW.stage <> OLD.stage OR NEW.regime_version = OLD.regime_version
    ) EXECUTE FUNCTION guard_case_file();
CREATE TRIGGER clock_event_move AFTER UPDATE OF clock_rule_id ON clock
    FOR EACH ROW EXECUTE FUNCTION book_change('case_file_id', 'clock-start', 'clock-move', 'remove', 'clock_no');

-- Nothing is drafted or filed in a track that is closed.
CREATE FUNCTION guard_closed_track() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF acting_as('sandbox_company') AND EXISTS (SELECT FROM track AS t
        WHERE t.regime = NEW.regime AND t.track = NEW.track AND t.closed_on IS NOT NULL)
    THEN
        PERFORM refuse('case_file_track_guard', 'the track is closed');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER case_file_track_guard BEFORE INSERT OR UPDATE OF track ON case_file
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_closed_track();
CREATE TRIGGER case_file_track_file_guard BEFORE UPDATE OF stage ON case_file
    FOR EACH ROW WHEN (NEW.stage = 'filed' AND OLD.stage = 'draft') EXECUTE FUNCTION guard_closed_track();

-- What keeps a draft from being filed: as before, and nothing that is closed.
CREATE OR REPLACE FUNCTION filing_gap(case_file_id bigint)
    RETURNS TABLE (kind text, gap text, name_ko text, name_en text, basis text)
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp
    AS $$
WITH subject AS (
    SELECT c.case_file_id, c.regime, c.track, c.service_type, c.summary, t.grants, t.basis
    FROM case_file AS c JOIN track AS t USING (regime, track)
    WHERE c.case_file_id = filing_gap.case_file_id
), gap (ordinal, position, kind, gap, name_ko, name_en, basis) AS (
    SELECT 1, 1, 'field', 'service_type', '유형(기술·서비스)', 'type (technology, service or both)', s.basis::text
    FROM subject AS s WHERE s.service_type IS NULL
    UNION ALL
    SELECT 1, 2, 'field', 'summary', '주요 내용', 'main content', s.basis
    FROM subject AS s WHERE s.summary IS NULL
    UNION ALL
    SELECT 2, f.position, 'section', f.section, f.name_ko, f.name_en, s.basis
    FROM subject AS s JOIN form_section AS f USING (regime, track)
    WHERE f.required AND f.closed_on IS NULL AND NOT EXISTS (
        SELECT FROM proposal_section AS p WHERE p.case_file_id = s.case_file_id AND p.section = f.section)
    UNION ALL
    SELECT 3, 0, 'exemption', 'exemptions', '규제 특례 필요사항(법령·조항별)', 'exemption needed, per law and article', s.basis
    FROM subject AS s
    WHERE NOT EXISTS (SELECT FROM exemption_item AS e WHERE e.case_file_id = s.case_file_id)
    UNION ALL
    SELECT 3, e.item_no, 'exemption', 'exemptions.' || e.item_no || '.' || v.field, v.name_ko, v.name_en, s.basis
    FROM subject AS s JOIN exemption_item AS e USING (case_file_id)
    CROSS JOIN LATERAL (VALUES
        ('exemption', s.grants AND e.exemption IS NULL, '필요한 특례', 'exemption needed'),
        ('application', s.grants AND e.application IS NULL, '특례 적용 방법', 'how it is to be applied'),
        ('question', NOT s.grants AND e.question IS NULL, '질의 내용', 'question')
    ) AS v (field, missing, name_ko, name_en)
    WHERE v.missing
    UNION ALL
    SELECT 4, r.position, 'paper', r.paper, r.name_ko, r.name_en, r.basis
    FROM subject AS s JOIN required_paper AS r USING (regime, track)
    WHERE r.required AND r.closed_on IS NULL AND NOT EXISTS (
        SELECT FROM attachment AS a WHERE a.case_file_id = s.case_file_id AND a.paper = r.paper)
)
SELECT kind, gap, name_ko, name_en, basis FROM gap ORDER BY ordinal, position, gap
$$;
