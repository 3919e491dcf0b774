-- The parts of a regime, made what a document says.

-- The calendar of a regime, made or changed; its days are derived anew when other weekdays are closed.
-- What another regime says of the holidays to come is left as it is, where this one says nothing.
CREATE FUNCTION apply_calendar(document jsonb, regime text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    weekdays smallint[] := (SELECT coalesce(array_agg(array_position(weekday_names(), w) ORDER BY 1), '{}')
        FROM jsonb_array_elements_text(document -> 'closed_weekdays') AS w);
    standing calendar;
    foreseen jsonb := document -> 'foreseen';
    is_said boolean := foreseen IS NOT NULL OR NOT EXISTS (SELECT FROM regime AS g
        WHERE g.calendar = document ->> 'code' AND g.regime <> apply_calendar.regime AND g.says_foreseen);
    changed boolean;
BEGIN
    SELECT * INTO standing FROM calendar AS c WHERE c.calendar = document ->> 'code' FOR UPDATE;
    -- Who counts on the calendar of another authority leaves it as it is.
    IF FOUND AND acting_as('sandbox_desk') AND (standing.name_ko, standing.name_en, standing.closed_weekdays,
            standing.opens_at, standing.closes_at) IS DISTINCT FROM (document -> 'name' ->> 'ko', document -> 'name' ->> 'en',
            weekdays, (document ->> 'opens_at')::time, (document ->> 'closes_at')::time) THEN
        PERFORM refuse_other_authority(
            ARRAY(SELECT g.regime::text FROM regime AS g WHERE g.calendar = document ->> 'code'), acting_organisation_id());
    END IF;
    INSERT INTO calendar AS c (calendar, name_ko, name_en, closed_weekdays, opens_at, closes_at, foreseen_from, foreseen_to,
        foreseen_basis)
    VALUES (document ->> 'code', document -> 'name' ->> 'ko', document -> 'name' ->> 'en', weekdays,
        (document ->> 'opens_at')::time, (document ->> 'closes_at')::time, make_date((foreseen ->> 'from')::integer, 1, 1),
        make_date((foreseen ->> 'to')::integer, 12, 31), foreseen ->> 'basis')
    ON CONFLICT ON CONSTRAINT calendar_pkey DO UPDATE SET
        (name_ko, name_en, closed_weekdays, opens_at, closes_at, foreseen_from, foreseen_to, foreseen_basis)
        = (excluded.name_ko, excluded.name_en, excluded.closed_weekdays, excluded.opens_at, excluded.closes_at,
            CASE WHEN is_said THEN excluded.foreseen_from ELSE c.foreseen_from END,
            CASE WHEN is_said THEN excluded.foreseen_to ELSE c.foreseen_to END,
            CASE WHEN is_said THEN excluded.foreseen_basis ELSE c.foreseen_basis END);
    -- Only what is said otherwise than before is written, and so recorded.
    DELETE FROM holiday_rule AS r WHERE is_said AND r.calendar = document ->> 'code'
        AND r.position > coalesce(jsonb_array_length(foreseen -> 'holidays'), 0);
    INSERT INTO holiday_rule AS r (calendar, position, name_ko, name_en, month, day, dates, substitute)
    SELECT document ->> 'code', d.n, d.rule -> 'name' ->> 'ko', d.rule -> 'name' ->> 'en',
        split_part(d.rule ->> 'every', '-', 1)::smallint, split_part(d.rule ->> 'every', '-', 2)::smallint,
        ARRAY(SELECT jsonb_array_elements_text(d.rule -> 'on')::date), coalesce(d.rule ->> 'substitute', 'none')
    FROM jsonb_array_elements(foreseen -> 'holidays') WITH ORDINALITY AS d (rule, n)
    ON CONFLICT ON CONSTRAINT holiday_rule_pkey DO UPDATE SET (name_ko, name_en, month, day, dates, substitute)
        = (excluded.name_ko, excluded.name_en, excluded.month, excluded.day, excluded.dates, excluded.substitute)
    WHERE (r.name_ko, r.name_en, r.month, r.day, r.dates, r.substitute) IS DISTINCT FROM
        (excluded.name_ko, excluded.name_en, excluded.month, excluded.day, excluded.dates, excluded.substitute);
    changed := foresee_holidays(document ->> 'code');
    IF changed OR standing.closed_weekdays IS DISTINCT FROM weekdays
        OR (standing.foreseen_from, standing.foreseen_to) IS DISTINCT FROM (SELECT (c.foreseen_from, c.foreseen_to)
            FROM calendar AS c WHERE c.calendar = document ->> 'code') THEN
        PERFORM rebuild_calendar(document ->> 'code');
    END IF;
END $$;

-- The tracks of a regime with what belongs to them. A track, section or paper that is named again is open again.
CREATE FUNCTION apply_tracks(document jsonb, on_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    INSERT INTO track AS t (regime, track, prefix, position, name_ko, name_en, basis, grants, since)
    SELECT document ->> 'regime', d.track ->> 'track', d.track ->> 'prefix', d.n,
        d.track -> 'name' ->> 'ko', d.track -> 'name' ->> 'en', d.track ->> 'basis', (d.track ->> 'grants')::boolean,
        (d.track ->> 'since')::date
    FROM jsonb_array_elements(document -> 'tracks') WITH ORDINALITY AS d (track, n)
    ON CONFLICT ON CONSTRAINT track_pkey DO UPDATE SET
        (position, name_ko, name_en, basis, grants, since, closed_on) = (excluded.position, excluded.name_ko,
            excluded.name_en, excluded.basis, excluded.grants, excluded.since, NULL);
    UPDATE track AS t SET closed_on = on_day WHERE t.regime = document ->> 'regime' AND t.closed_on IS NULL
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
END $$;

-- The deadline rules of a version.
CREATE FUNCTION apply_rules(document jsonb, version integer) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
INSERT INTO deadline_rule (regime, version, rule, position, name_ko, name_en, basis, tracks, owed_by, starts_on,
    ends_on, anchor_rule, floor_rule, length, unit, counting, stopped_by, cap_length, cap_unit, extension_length,
    extension_unit, extensions, extends_from, readings, when_missed, missed_ko, missed_en, valid_from, valid_to)
SELECT document ->> 'regime', apply_rules.version, d.r ->> 'rule', d.n, d.r -> 'name' ->> 'ko', d.r -> 'name' ->> 'en',
    d.r ->> 'basis', ARRAY(SELECT jsonb_array_elements_text(d.r -> 'tracks')), d.r ->> 'owed_by', d.r ->> 'starts_on',
    ARRAY(SELECT jsonb_array_elements_text(d.r -> 'ends_on')), coalesce(d.r ->> 'starts_at_end_of', d.r ->> 'or_at_end_of'),
    d.r ->> 'no_earlier_than',
    split_part(d.r ->> 'length', ' ', 1)::smallint, rtrim(split_part(d.r ->> 'length', ' ', 2), 's'),
    d.r ->> 'counting', ARRAY(SELECT jsonb_array_elements_text(d.r -> 'stopped_by')),
    split_part(d.r ->> 'cap', ' ', 1)::smallint, rtrim(split_part(d.r ->> 'cap', ' ', 2), 's'),
    split_part(d.r -> 'extensions' ->> 'length', ' ', 1)::smallint,
    rtrim(split_part(d.r -> 'extensions' ->> 'length', ' ', 2), 's'),
    coalesce((d.r -> 'extensions' ->> 'times')::smallint, 0), d.r -> 'extensions' ->> 'from',
    coalesce(d.r -> 'readings', '[]'), d.r ->> 'when_missed', d.r -> 'missed' ->> 'ko',
    d.r -> 'missed' ->> 'en', coalesce((d.r ->> 'valid_from')::date, '-infinity'), (d.r ->> 'valid_to')::date
FROM jsonb_array_elements(document -> 'rules') WITH ORDINALITY AS d (r, n) $$;

-- The committees of a regime. One that is named again is open again.
CREATE FUNCTION apply_committees(document jsonb, on_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    decided_by_one text[] := ARRAY(SELECT DISTINCT b.track::text FROM track_committee AS b
        WHERE b.regime = document ->> 'regime');
BEGIN
    INSERT INTO committee AS b (committee, regime, position, name_ko, name_en, basis, min_members, max_members,
        min_private_percent, min_from_main, opens_above_percent, carries_above_percent)
    SELECT d.committee ->> 'committee', document ->> 'regime', d.n, d.committee -> 'name' ->> 'ko',
        d.committee -> 'name' ->> 'en', d.committee ->> 'basis', (d.committee -> 'members' ->> 'min')::smallint,
        (d.committee -> 'members' ->> 'max')::smallint, (d.committee -> 'members' ->> 'private_percent')::smallint,
        (d.committee -> 'members' ->> 'from_main')::smallint,
        (d.committee ->> 'opens_above_percent')::smallint, (d.committee ->> 'carries_above_percent')::smallint
    FROM jsonb_array_elements(document -> 'committees') WITH ORDINALITY AS d (committee, n)
    ON CONFLICT ON CONSTRAINT committee_pkey DO UPDATE SET
        (position, name_ko, name_en, basis, min_members, max_members, min_private_percent, min_from_main,
            opens_above_percent, carries_above_percent, closed_on)
        = (excluded.position, excluded.name_ko, excluded.name_en, excluded.basis, excluded.min_members,
            excluded.max_members, excluded.min_private_percent, excluded.min_from_main,
            excluded.opens_above_percent, excluded.carries_above_percent, NULL);
    UPDATE committee AS b SET closed_on = on_day WHERE b.regime = document ->> 'regime' AND b.closed_on IS NULL
        AND b.committee NOT IN (SELECT d ->> 'committee' FROM jsonb_array_elements(document -> 'committees') AS d);

    -- Who decides a track are words; of a track that is closed they stay, for what is under way in it.
    DELETE FROM track_committee AS b WHERE b.regime = document ->> 'regime'
        AND b.track IN (SELECT d ->> 'track' FROM jsonb_array_elements(document -> 'tracks') AS d);
    INSERT INTO track_committee (regime, track, committee, needs, basis)
    SELECT document ->> 'regime', t.track ->> 'track', d.committee ->> 'committee', d.committee ->> 'needs',
        d.committee ->> 'basis'
    FROM jsonb_array_elements(document -> 'tracks') AS t (track),
        LATERAL jsonb_array_elements(t.track -> 'decided_by') AS d (committee);
    PERFORM keep_tasks_of_tracks(document ->> 'regime', ARRAY(
        SELECT t.track FROM track AS t WHERE t.regime = document ->> 'regime' AND (t.track = ANY (decided_by_one))
            <> EXISTS (SELECT FROM track_committee AS b WHERE b.regime = t.regime AND b.track = t.track)));
END $$;

-- What a regime says of the grants of its tracks. check_regime has seen to it that none is taken away.
CREATE FUNCTION apply_grants(document jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    granting text[] := ARRAY(SELECT d ->> 'track' FROM jsonb_array_elements(document -> 'tracks') AS d
        WHERE d -> 'grant' IS NOT NULL);
BEGIN
    INSERT INTO grant_track AS k (regime, track, prefix, validity_rule, extension_rule, revision_rule, permit_rule,
        converts_to, at_end, barring_levels, may_suspend, certificate_ko, certificate_en)
    SELECT document ->> 'regime', d ->> 'track', g.given ->> 'prefix', g.given ->> 'validity', g.given ->> 'extension',
        g.given ->> 'revision', g.given ->> 'permit', g.given ->> 'converts_to', g.given ->> 'at_end',
        ARRAY(SELECT jsonb_array_elements_text(g.given -> 'barring_levels')), (g.given ->> 'may_suspend')::boolean,
        g.given -> 'certificate' ->> 'ko', g.given -> 'certificate' ->> 'en'
    FROM jsonb_array_elements(document -> 'tracks') AS d CROSS JOIN LATERAL (SELECT d -> 'grant' AS given OFFSET 0) AS g
    WHERE g.given IS NOT NULL
    ON CONFLICT ON CONSTRAINT grant_track_pkey DO UPDATE SET
        (extension_rule, revision_rule, permit_rule, converts_to, at_end, barring_levels, may_suspend, certificate_ko,
            certificate_en)
        = (excluded.extension_rule, excluded.revision_rule, excluded.permit_rule, excluded.converts_to, excluded.at_end,
            excluded.barring_levels, excluded.may_suspend, excluded.certificate_ko, excluded.certificate_en);

    DELETE FROM grant_basis AS a WHERE a.regime = document ->> 'regime' AND a.track = ANY (granting);
    INSERT INTO grant_basis (regime, track, topic, basis)
    SELECT document ->> 'regime', d ->> 'track', w.topic, a ->> 'basis'
    FROM jsonb_array_elements(document -> 'tracks') AS d
    CROSS JOIN LATERAL jsonb_array_elements(d -> 'grant' -> 'articles') AS a
    CROSS JOIN LATERAL jsonb_array_elements_text(a -> 'topics') AS w (topic);
    DELETE FROM revocation_ground AS r WHERE r.regime = document ->> 'regime' AND r.track = ANY (granting);
    INSERT INTO revocation_ground (regime, track, ground, position, needs, name_ko, name_en, basis)
    SELECT document ->> 'regime', d ->> 'track', r.ground ->> 'ground', r.n, r.ground ->> 'needs',
        r.ground -> 'name' ->> 'ko', r.ground -> 'name' ->> 'en', r.ground ->> 'basis'
    FROM jsonb_array_elements(document -> 'tracks') AS d
    CROSS JOIN LATERAL jsonb_array_elements(d -> 'grant' -> 'revocation_grounds') WITH ORDINALITY AS r (ground, n);
END $$;

-- Least covers, the endings of laws and other names, which nothing refers to, and grounds of withholding, on which something may rest.
CREATE FUNCTION apply_grounds(document jsonb, on_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    names text[] := (SELECT array_agg((o.key, o.name_key)::text ORDER BY o.key, o.name_key) FROM other_name AS o
        WHERE o.regime = document ->> 'regime' AND o.kind = 'law');
BEGIN
    DELETE FROM insurance_minimum AS i WHERE i.regime = document ->> 'regime';
    INSERT INTO insurance_minimum (regime, cover, position, amount, name_ko, name_en, basis)
    SELECT document ->> 'regime', d.cover ->> 'cover', d.n, (d.cover ->> 'amount')::bigint, d.cover -> 'name' ->> 'ko',
        d.cover -> 'name' ->> 'en', d.cover ->> 'basis'
    FROM jsonb_array_elements(document -> 'insurance') WITH ORDINALITY AS d (cover, n);

    DELETE FROM law_ending AS e WHERE e.regime = document ->> 'regime';
    INSERT INTO law_ending (regime, ending, position, level)
    SELECT document ->> 'regime', d.law ->> 'ending', d.n, d.law ->> 'level'
    FROM jsonb_array_elements(document -> 'law_endings') WITH ORDINALITY AS d (law, n);

    DELETE FROM other_name AS o WHERE o.regime = document ->> 'regime';
    INSERT INTO other_name (regime, kind, name, position, other, other_no, is_former)
    SELECT document ->> 'regime', d.names ->> 'kind', d.names ->> 'name', d.n, o.name, o.n, o.is_former
    FROM jsonb_array_elements(document -> 'other_names') WITH ORDINALITY AS d (names, n)
    CROSS JOIN LATERAL (
        SELECT s.name, s.n, false AS is_former
        FROM jsonb_array_elements_text(d.names -> 'short') WITH ORDINALITY AS s (name, n)
        UNION ALL
        SELECT f.name, f.n, true FROM jsonb_array_elements_text(d.names -> 'former') WITH ORDINALITY AS f (name, n)) AS o;
    -- Another name may make one law of two.
    IF names IS DISTINCT FROM (SELECT array_agg((o.key, o.name_key)::text ORDER BY o.key, o.name_key) FROM other_name AS o
        WHERE o.regime = document ->> 'regime' AND o.kind = 'law') THEN
        PERFORM keep_case_laws(ARRAY(SELECT c.case_file_id FROM case_file AS c));
    END IF;

    INSERT INTO disclosure_ground AS g (regime, ground, position, basis, name_ko, name_en)
    SELECT document ->> 'regime', d.ground ->> 'ground', d.n, d.ground ->> 'basis', d.ground -> 'name' ->> 'ko',
        d.ground -> 'name' ->> 'en'
    FROM jsonb_array_elements(document -> 'disclosure_grounds') WITH ORDINALITY AS d (ground, n)
    ON CONFLICT ON CONSTRAINT disclosure_ground_pkey DO UPDATE SET
        (position, basis, name_ko, name_en, closed_on)
        = (excluded.position, excluded.basis, excluded.name_ko, excluded.name_en, NULL);
    UPDATE disclosure_ground AS g SET closed_on = on_day WHERE g.regime = document ->> 'regime' AND g.closed_on IS NULL
        AND g.ground NOT IN (SELECT d ->> 'ground' FROM jsonb_array_elements(document -> 'disclosure_grounds') AS d);
END $$;
