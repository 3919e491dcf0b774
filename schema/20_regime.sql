-- Regimes come in as files. A file is the whole regime: what it no longer names is closed, never removed, and every
-- application that changes something makes a new version, kept with the file it came from.

-- A regime as the document that a regime file comes to; NULL: there is no such regime. Tracks, papers and sections are
-- those that hold now, deadline rules those of the version; without a version, of the newest.
-- Where the order of a list means nothing it is sorted, so that two files that say the same come to the same document.
CREATE FUNCTION regime_document(regime text, version integer DEFAULT NULL) RETURNS jsonb
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp AS $$
SELECT jsonb_strip_nulls(jsonb_build_object(
    'regime', g.regime, 'name', jsonb_build_object('ko', g.name_ko, 'en', g.name_en), 'basis', g.basis,
    'time_zone', g.time_zone, 'meeting_name', jsonb_build_object('ko', g.meeting_name_ko, 'en', g.meeting_name_en),
    'calendar', (SELECT jsonb_build_object(
            'code', c.calendar, 'name', jsonb_build_object('ko', c.name_ko, 'en', c.name_en),
            'closed_weekdays', (SELECT coalesce(jsonb_agg((weekday_names())[w.day] ORDER BY w.day), '[]')
                FROM (SELECT DISTINCT unnest(c.closed_weekdays) AS day) AS w),
            'opens_at', to_char(c.opens_at, 'HH24:MI'), 'closes_at', to_char(c.closes_at, 'HH24:MI'),
            'foreseen', CASE WHEN g.says_foreseen THEN jsonb_build_object(
                'from', extract(year FROM c.foreseen_from)::integer, 'to', extract(year FROM c.foreseen_to)::integer,
                'basis', c.foreseen_basis,
                'holidays', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'name', jsonb_build_object('ko', h.name_ko, 'en', h.name_en),
                        'every', to_char(make_date(2000, h.month, h.day), 'MM-DD'),
                        'on', CASE WHEN h.month IS NULL THEN to_jsonb(h.dates) END,
                        'substitute', h.substitute) ORDER BY h.position), '[]')
                    FROM holiday_rule AS h WHERE h.calendar = c.calendar)) END)
        FROM calendar AS c WHERE c.calendar = g.calendar),
    'committees', (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'committee', b.committee, 'name', jsonb_build_object('ko', b.name_ko, 'en', b.name_en), 'basis', b.basis,
            'members', jsonb_build_object('min', b.min_members, 'max', b.max_members,
                'private_percent', b.min_private_percent, 'from_main', b.min_from_main),
            'opens_above_percent', b.opens_above_percent, 'carries_above_percent', b.carries_above_percent
            ) ORDER BY b.position, b.committee), '[]')
        FROM committee AS b WHERE b.regime = g.regime AND b.closed_on IS NULL),
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
            'decided_by', (SELECT coalesce(jsonb_agg(jsonb_build_object('committee', d.committee, 'needs', d.needs,
                    'basis', d.basis) ORDER BY d.committee COLLATE "C"), '[]')
                FROM track_committee AS d WHERE d.regime = t.regime AND d.track = t.track),
            'grant', (SELECT jsonb_build_object(
                    'prefix', k.prefix,
                    'certificate', jsonb_build_object('ko', k.certificate_ko, 'en', k.certificate_en),
                    'validity', k.validity_rule, 'extension', k.extension_rule, 'revision', k.revision_rule,
                    'permit', k.permit_rule, 'converts_to', k.converts_to, 'at_end', k.at_end,
                    'barring_levels', (SELECT coalesce(jsonb_agg(l.level ORDER BY l.level COLLATE "C"), '[]')
                        FROM unnest(k.barring_levels) AS l (level)),
                    'may_suspend', k.may_suspend,
                    'articles', (SELECT coalesce(jsonb_agg(jsonb_build_object('topics', a.topics, 'basis', a.basis)
                            ORDER BY (a.topics ->> 0) COLLATE "C"), '[]')
                        FROM (SELECT a.basis, jsonb_agg(a.topic ORDER BY a.topic COLLATE "C") AS topics
                            FROM grant_basis AS a WHERE a.regime = t.regime AND a.track = t.track
                                GROUP BY a.basis) AS a),
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
            'starts_at_end_of', CASE WHEN r.starts_on IS NULL THEN r.anchor_rule END,
            'or_at_end_of', CASE WHEN r.starts_on IS NOT NULL THEN r.anchor_rule END, 'no_earlier_than', r.floor_rule, 'ends_on', to_jsonb(r.ends_on::text[]),
            'length', length_text(r.length, r.unit), 'counting', r.counting,
            'stopped_by', to_jsonb(r.stopped_by::text[]), 'cap', length_text(r.cap_length, r.cap_unit),
            'extensions', CASE WHEN r.extensions > 0 THEN jsonb_build_object(
                'times', r.extensions, 'length', length_text(r.extension_length, r.extension_unit),
                'from', r.extends_from) END,
            'readings', r.readings,
            'when_missed', r.when_missed,
            'missed', CASE WHEN r.missed_ko IS NOT NULL
                THEN jsonb_build_object('ko', r.missed_ko, 'en', r.missed_en) END,
            'valid_from', CASE WHEN isfinite(r.valid_from) THEN r.valid_from END, 'valid_to', r.valid_to
            ) ORDER BY r.position), '[]')
        FROM deadline_rule AS r WHERE r.regime = g.regime AND r.version = coalesce(regime_document.version,
            (SELECT max(v.version) FROM regime_version AS v WHERE v.regime = g.regime))),
    'insurance', (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'cover', i.cover, 'name', jsonb_build_object('ko', i.name_ko, 'en', i.name_en), 'amount', i.amount,
            'basis', i.basis) ORDER BY i.position, i.cover), '[]')
        FROM insurance_minimum AS i WHERE i.regime = g.regime),
    'disclosure_grounds', (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'ground', d.ground, 'name', jsonb_build_object('ko', d.name_ko, 'en', d.name_en), 'basis', d.basis
            ) ORDER BY d.position, d.ground), '[]')
        FROM disclosure_ground AS d WHERE d.regime = g.regime AND d.closed_on IS NULL),
    'law_endings', (SELECT coalesce(jsonb_agg(jsonb_build_object('ending', e.ending, 'level', e.level)
        ORDER BY e.position), '[]') FROM law_ending AS e WHERE e.regime = g.regime),
    'other_names', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', n.kind, 'name', n.name, 'short', n.short,
            'former', n.former) ORDER BY n.position), '[]')
        FROM (SELECT o.kind, o.name, o.position,
                coalesce(jsonb_agg(o.other ORDER BY o.other_no) FILTER (WHERE NOT o.is_former), '[]') AS short,
                coalesce(jsonb_agg(o.other ORDER BY o.other_no) FILTER (WHERE o.is_former), '[]') AS former
            FROM other_name AS o WHERE o.regime = g.regime GROUP BY o.kind, o.name, o.position) AS n),
    'issuer', (SELECT jsonb_build_object('agency', jsonb_build_object('ko', i.agency_ko, 'en', i.agency_en),
            'head', jsonb_build_object('ko', i.head_ko, 'en', i.head_en))
        FROM paper_issuer AS i WHERE i.regime = g.regime),
    'paper_parts', (SELECT coalesce(jsonb_agg(jsonb_build_object('part', p.part,
            'text', jsonb_build_object('ko', p.text_ko, 'en', p.text_en)) ORDER BY p.position), '[]')
        FROM paper_part AS p WHERE p.regime = g.regime),
    'official_papers', (SELECT coalesce(jsonb_agg(jsonb_build_object('paper', p.paper,
            'tracks', to_jsonb(p.tracks::text[]), 'variants', to_jsonb(p.variants::text[]), 'layout', p.layout,
            'form', CASE WHEN p.form_ko IS NOT NULL THEN jsonb_build_object('ko', p.form_ko, 'en', p.form_en) END,
            'title', jsonb_build_object('ko', p.title_ko, 'en', p.title_en),
            'number', jsonb_build_object('ko', p.number_ko, 'en', p.number_en),
            'disclosure', CASE WHEN p.disclosure_ko IS NOT NULL
                THEN jsonb_build_object('ko', p.disclosure_ko, 'en', p.disclosure_en) END,
            'text', jsonb_build_object('ko', p.text_ko, 'en', p.text_en)) ORDER BY p.template_no), '[]')
        FROM paper_template AS p WHERE p.regime = g.regime)
))
FROM regime AS g WHERE g.regime = regime_document.regime $$;

GRANT EXECUTE ON FUNCTION regime_document TO PUBLIC;

CREATE FUNCTION guard_regime_event() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE newest integer := (SELECT max(v.version) FROM regime_version AS v WHERE v.regime = NEW.regime);
BEGIN
    IF NOT acting_as('sandbox_desk') AND NOT acting_as_owner() THEN
        RETURN NEW;
    END IF;
    PERFORM FROM regime AS g WHERE g.regime = NEW.regime FOR UPDATE;
    IF NOT EXISTS (SELECT FROM deadline_event AS e WHERE e.event = NEW.event AND e.subject = 'regime') THEN
        PERFORM refuse('regime_event_subject_guard', 'that happens to a case, not to a regime');
    END IF;
    IF NEW.on_day > authority_date(NEW.regime) THEN
        PERFORM refuse('regime_event_date_guard', 'what happened did not happen in the future');
    END IF;
    IF EXISTS (SELECT FROM deadline_rule AS r WHERE r.regime = NEW.regime AND r.version = newest
        AND r.starts_on = NEW.event)
        AND EXISTS (SELECT FROM regime_event AS x WHERE x.regime = NEW.regime AND x.event = NEW.event) THEN
        PERFORM refuse('regime_event_once_guard', 'the period has begun');
    END IF;
    IF EXISTS (SELECT FROM deadline_rule AS r JOIN deadline_event AS e ON e.event = r.starts_on AND e.subject = 'regime'
        WHERE r.regime = NEW.regime AND r.version = newest AND NEW.event = ANY (r.ends_on) AND NOT EXISTS (
            SELECT FROM regime_event AS x WHERE x.regime = NEW.regime AND x.event = r.starts_on
                AND x.on_day <= NEW.on_day)) THEN
        PERFORM refuse('regime_event_start_guard', 'the period for it has not begun');
    END IF;
    NEW.recorded_at := now(); NEW.recorded_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_regime_event BEFORE INSERT ON regime_event
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_regime_event();
