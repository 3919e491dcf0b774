-- Regimes come in as files. A file is the whole regime: what it no longer names is closed, never removed, and every
-- application that changes something makes a new version, kept with the file it came from.

-- A regime as the document that a regime file comes to; NULL: there is no such regime. Tracks, papers and sections are
-- those that hold now, clock rules those of the version; without a version, of the newest.
-- Where the order of a list means nothing it is sorted, so that two files that say the same come to the same document.
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
    'bodies', (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'body', b.body, 'name', jsonb_build_object('ko', b.name_ko, 'en', b.name_en), 'basis', b.basis,
            'members', jsonb_build_object('least', b.least_members, 'most', b.most_members,
                'private_percent', b.least_private_percent, 'from_main', b.least_from_main),
            'opens_above_percent', b.opens_above_percent, 'carries_above_percent', b.carries_above_percent
            ) ORDER BY b.position, b.body), '[]')
        FROM committee_body AS b WHERE b.regime = g.regime AND b.closed_on IS NULL),
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
                FROM required_paper AS p WHERE p.regime = t.regime AND p.track = t.track AND p.closed_on IS NULL),
            'decided_by', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'body', d.body, 'needs', d.needs, 'basis', d.basis) ORDER BY d.body COLLATE "C"), '[]')
                FROM track_body AS d WHERE d.regime = t.regime AND d.track = t.track),
            'grant', (SELECT jsonb_build_object(
                    'prefix', k.prefix, 'certificate', jsonb_build_object('ko', k.certificate_ko, 'en', k.certificate_en),
                    'validity', k.validity_rule, 'extension', k.extension_rule, 'revision', k.revision_rule,
                    'permit', k.permit_rule, 'converts_to', k.converts_to, 'at_end', k.at_end,
                    'barring_levels', (SELECT coalesce(jsonb_agg(l.level ORDER BY l.level COLLATE "C"), '[]')
                        FROM unnest(k.barring_levels) AS l (level)),
                    'may_suspend', k.may_suspend,
                    'articles', (SELECT coalesce(jsonb_agg(jsonb_build_object('topics', a.topics, 'basis', a.basis)
                            ORDER BY (a.topics ->> 0) COLLATE "C"), '[]')
                        FROM (SELECT a.basis, jsonb_agg(a.topic ORDER BY a.topic COLLATE "C") AS topics
                            FROM grant_basis AS a WHERE a.regime = t.regime AND a.track = t.track GROUP BY a.basis) AS a),
                    'revocation_grounds', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                            'ground', r.ground, 'name', jsonb_build_object('ko', r.name_ko, 'en', r.name_en),
                            'needs', r.needs, 'basis', r.basis) ORDER BY r.position, r.ground), '[]')
                        FROM revocation_ground AS r WHERE r.regime = t.regime AND r.track = t.track))
                FROM grant_track AS k WHERE k.regime = t.regime AND k.track = t.track)
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
            (SELECT max(v.version) FROM regime_version AS v WHERE v.regime = g.regime))),
    'insurance', (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'cover', i.cover, 'name', jsonb_build_object('ko', i.name_ko, 'en', i.name_en), 'amount', i.amount,
            'basis', i.basis) ORDER BY i.position, i.cover), '[]')
        FROM insurance_minimum AS i WHERE i.regime = g.regime),
    'disclosure_grounds', (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'ground', d.ground, 'name', jsonb_build_object('ko', d.name_ko, 'en', d.name_en), 'basis', d.basis
            ) ORDER BY d.position, d.ground), '[]')
        FROM disclosure_ground AS d WHERE d.regime = g.regime AND d.closed_on IS NULL)
))
FROM regime AS g WHERE g.regime = regime_document.regime
$$;

-- The rules of a document by which a grant of a track can be valid: from the day the validity begins, that day included, on
-- every day of the law.
CREATE FUNCTION validity_rules(document jsonb, track text) RETURNS SETOF text
    LANGUAGE sql IMMUTABLE SET search_path = sandbox, pg_temp
    AS $$
SELECT r ->> 'rule' FROM jsonb_array_elements(document -> 'rules') AS r
WHERE r ->> 'starts_on' = 'validity-begun' AND r ->> 'counting' = 'validity'
    AND (r -> 'tracks' IS NULL OR r -> 'tracks' = '[]' OR r -> 'tracks' ? validity_rules.track)
    AND r ->> 'valid_from' IS NULL AND r ->> 'valid_to' IS NULL
$$;

-- What of a document cannot be, beside what apply_regime itself asks: names that are not there, and what stands in
-- certificates and clocks that were given. It is asked of closed tracks too, for they may be named again.
CREATE FUNCTION check_regime(document jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    code text := document ->> 'regime';
    named text;
BEGIN
    SELECT b.body INTO named
    FROM committee_body AS b JOIN jsonb_array_elements(document -> 'bodies') AS d ON d ->> 'body' = b.body
    WHERE b.regime <> code LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('committee_body_regime_guard', 'a committee of another regime has that code', named);
    END IF;
    SELECT d ->> 'body' INTO named
    FROM jsonb_array_elements(document -> 'tracks') AS t CROSS JOIN LATERAL jsonb_array_elements(t -> 'decided_by') AS d
    WHERE d ->> 'body' NOT IN (SELECT b ->> 'body' FROM jsonb_array_elements(document -> 'bodies') AS b) LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('regime_body_guard', 'a track is decided by a committee that is not there', named);
    END IF;

    SELECT t ->> 'track' INTO named
    FROM jsonb_array_elements(document -> 'tracks') AS t CROSS JOIN LATERAL (SELECT t -> 'grant' AS given OFFSET 0) AS k
    WHERE k.given IS NOT NULL AND (
        NOT coalesce((t ->> 'grants')::boolean, false)
        OR k.given ->> 'validity' IS NULL
        OR k.given ->> 'validity' NOT IN (SELECT validity_rules(document, t ->> 'track'))
        OR EXISTS (SELECT n.rule FROM (VALUES (k.given ->> 'extension'), (k.given ->> 'revision'), (k.given ->> 'permit'))
                AS n (rule)
            WHERE n.rule IS NOT NULL AND NOT EXISTS (SELECT FROM jsonb_array_elements(document -> 'rules') AS r
                WHERE r ->> 'rule' = n.rule AND (r -> 'tracks' IS NULL OR r -> 'tracks' = '[]' OR r -> 'tracks' ? (t ->> 'track'))))
        OR k.given ->> 'permit' IS NOT NULL AND k.given ->> 'converts_to' IS NULL
        OR k.given ->> 'converts_to' IS NOT NULL AND NOT EXISTS (SELECT FROM jsonb_array_elements(document -> 'tracks') AS o
            WHERE o ->> 'track' = k.given ->> 'converts_to' AND o ->> 'track' <> t ->> 'track' AND o -> 'grant' IS NOT NULL))
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
        PERFORM refuse('regime_fixed_guard', 'what stands in certificates and clocks that were given is fixed', named);
    END IF;

    -- A number is a case's or a certificate's: no prefix is both.
    SELECT p.prefix INTO named FROM (
        SELECT t.prefix FROM track AS t
        JOIN jsonb_array_elements(document -> 'tracks') AS d ON d -> 'grant' ->> 'prefix' = t.prefix
        UNION ALL
        SELECT k.prefix FROM grant_track AS k
        JOIN jsonb_array_elements(document -> 'tracks') AS d ON d ->> 'prefix' = k.prefix
        UNION ALL
        SELECT d ->> 'prefix' FROM jsonb_array_elements(document -> 'tracks') AS d
        JOIN jsonb_array_elements(document -> 'tracks') AS o ON o -> 'grant' ->> 'prefix' = d ->> 'prefix'
    ) AS p LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('regime_prefix_guard', 'numbers of cases begin with that prefix, or those of certificates', named);
    END IF;
END
$$;

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
        PERFORM recount_lapse_days();
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

-- The committees of a regime. One that is named again is open again.
CREATE FUNCTION apply_bodies(document jsonb, on_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    INSERT INTO committee_body AS b (body, regime, position, name_ko, name_en, basis, least_members, most_members,
        least_private_percent, least_from_main, opens_above_percent, carries_above_percent)
    SELECT d.body ->> 'body', document ->> 'regime', d.n, d.body -> 'name' ->> 'ko', d.body -> 'name' ->> 'en',
        d.body ->> 'basis', (d.body -> 'members' ->> 'least')::smallint, (d.body -> 'members' ->> 'most')::smallint,
        (d.body -> 'members' ->> 'private_percent')::smallint, (d.body -> 'members' ->> 'from_main')::smallint,
        (d.body ->> 'opens_above_percent')::smallint, (d.body ->> 'carries_above_percent')::smallint
    FROM jsonb_array_elements(document -> 'bodies') WITH ORDINALITY AS d (body, n)
    ON CONFLICT ON CONSTRAINT committee_body_pkey DO UPDATE SET
        (position, name_ko, name_en, basis, least_members, most_members, least_private_percent, least_from_main,
            opens_above_percent, carries_above_percent, closed_on)
        = (excluded.position, excluded.name_ko, excluded.name_en, excluded.basis, excluded.least_members,
            excluded.most_members, excluded.least_private_percent, excluded.least_from_main,
            excluded.opens_above_percent, excluded.carries_above_percent, NULL);
    UPDATE committee_body AS b SET closed_on = on_day
    WHERE b.regime = document ->> 'regime' AND b.closed_on IS NULL
        AND b.body NOT IN (SELECT d ->> 'body' FROM jsonb_array_elements(document -> 'bodies') AS d);

    -- Who decides a track are words; of a track that is closed they stay, for what is under way in it.
    DELETE FROM track_body AS b WHERE b.regime = document ->> 'regime'
        AND b.track IN (SELECT d ->> 'track' FROM jsonb_array_elements(document -> 'tracks') AS d);
    INSERT INTO track_body (regime, track, body, needs, basis)
    SELECT document ->> 'regime', t.track ->> 'track', d.body ->> 'body', d.body ->> 'needs', d.body ->> 'basis'
    FROM jsonb_array_elements(document -> 'tracks') AS t (track),
        LATERAL jsonb_array_elements(t.track -> 'decided_by') AS d (body);
END
$$;

-- What a regime says of the grants of its tracks. check_regime has seen to it that none is taken away.
CREATE FUNCTION apply_grants(document jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
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
END
$$;

-- Least covers, which nothing refers to, and grounds of withholding, on which something may rest.
CREATE FUNCTION apply_grounds(document jsonb, on_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    DELETE FROM insurance_minimum AS i WHERE i.regime = document ->> 'regime';
    INSERT INTO insurance_minimum (regime, cover, position, amount, name_ko, name_en, basis)
    SELECT document ->> 'regime', d.cover ->> 'cover', d.n, (d.cover ->> 'amount')::bigint, d.cover -> 'name' ->> 'ko',
        d.cover -> 'name' ->> 'en', d.cover ->> 'basis'
    FROM jsonb_array_elements(document -> 'insurance') WITH ORDINALITY AS d (cover, n);

    INSERT INTO disclosure_ground AS g (regime, ground, position, basis, name_ko, name_en)
    SELECT document ->> 'regime', d.ground ->> 'ground', d.n, d.ground ->> 'basis', d.ground -> 'name' ->> 'ko',
        d.ground -> 'name' ->> 'en'
    FROM jsonb_array_elements(document -> 'disclosure_grounds') WITH ORDINALITY AS d (ground, n)
    ON CONFLICT ON CONSTRAINT disclosure_ground_pkey DO UPDATE SET
        (position, basis, name_ko, name_en, closed_on)
        = (excluded.position, excluded.basis, excluded.name_ko, excluded.name_en, NULL);
    UPDATE disclosure_ground AS g SET closed_on = on_day
    WHERE g.regime = document ->> 'regime' AND g.closed_on IS NULL
        AND g.ground NOT IN (SELECT d ->> 'ground' FROM jsonb_array_elements(document -> 'disclosure_grounds') AS d);
END
$$;

-- Open cases of a regime come under its newest version, and their open clocks under that version's rule of the same code.
-- A clock whose rule the version does not have, or not for this track or day, runs on as it began. Answers every clock that
-- moved, with its end before and after.
-- A case whose grant would find no validity under the newest version stays under its own: one of a track that
-- is closed, whose rules the file may have dropped.
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
            AND NOT EXISTS (SELECT FROM grant_track AS t WHERE t.regime = c.regime AND t.track = c.track
                AND NOT EXISTS (SELECT FROM clock_rule AS r
                    WHERE r.regime = t.regime AND r.version = newest AND r.rule = t.validity_rule))
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
    PERFORM check_regime(document);

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
    PERFORM apply_bodies(document, today);
    PERFORM apply_grants(document);
    PERFORM apply_grounds(document, today);

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

CREATE FUNCTION guard_regime_event() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    newest integer := (SELECT max(v.version) FROM regime_version AS v WHERE v.regime = NEW.regime);
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RETURN NEW;
    END IF;
    PERFORM FROM regime AS g WHERE g.regime = NEW.regime FOR UPDATE;
    IF NOT EXISTS (SELECT FROM clock_event AS e WHERE e.event = NEW.event AND e.subject = 'regime') THEN
        PERFORM refuse('regime_event_subject_guard', 'that happens to a case, not to a regime');
    END IF;
    IF NEW.on_day > authority_date(NEW.regime) THEN
        PERFORM refuse('regime_event_date_guard', 'what happened did not happen in the future');
    END IF;
    IF EXISTS (SELECT FROM clock_rule AS r WHERE r.regime = NEW.regime AND r.version = newest AND r.starts_on = NEW.event)
        AND EXISTS (SELECT FROM regime_event AS x WHERE x.regime = NEW.regime AND x.event = NEW.event)
    THEN
        PERFORM refuse('regime_event_once_guard', 'the period has begun');
    END IF;
    IF EXISTS (SELECT FROM clock_rule AS r JOIN clock_event AS e ON e.event = r.starts_on AND e.subject = 'regime'
        WHERE r.regime = NEW.regime AND r.version = newest AND NEW.event = ANY (r.ends_on) AND NOT EXISTS (
            SELECT FROM regime_event AS x WHERE x.regime = NEW.regime AND x.event = r.starts_on AND x.on_day <= NEW.on_day))
    THEN
        PERFORM refuse('regime_event_start_guard', 'the period for it has not begun');
    END IF;
    NEW.recorded_at := now();
    NEW.recorded_by := acting_role();
    RETURN NEW;
END
$$;
CREATE TRIGGER regime_event_guard BEFORE INSERT ON regime_event
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_regime_event();

GRANT EXECUTE ON FUNCTION regime_document TO PUBLIC;

GRANT EXECUTE ON FUNCTION move_open_cases, apply_regime TO sandbox_desk;
