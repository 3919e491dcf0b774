-- The versions of a regime: the desk applies a file, and moves open cases under the newest. The deadlines of what moves are counted
-- anew where deadlines are kept (steps_regime).

-- The desk applies a regime. Answers the version that was made; NULL: the document says what is stored already. The
-- document is that of regime_document; what it is made from, the text of the file, is kept with the version. Two
-- applications at once would compare with the same version: one waits for the other. The regime is, from then on, of the
-- authority that is named; a new one of which none is named is of the authority whose desk applies it.
CREATE FUNCTION apply_regime(document jsonb, file text, valid_from date DEFAULT NULL, note text DEFAULT NULL,
    authority bigint DEFAULT NULL)
    RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    code text := document ->> 'regime';
    own bigint := CASE WHEN acting_as('sandbox_desk') THEN acting_organisation_id() END;
    newest regime_version;
    before jsonb;
    duties text;
    today date;
BEGIN
    IF NOT acting_as('sandbox_desk') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only the desk applies a regime';
    END IF;
    -- Persons may only read the table: nobody can hold up the desk by taking this lock.
    LOCK TABLE regime_version IN SHARE ROW EXCLUSIVE MODE;
    PERFORM FROM regime AS g WHERE g.regime = code FOR UPDATE;
    SELECT * INTO newest FROM regime_version AS v WHERE v.regime = code ORDER BY v.version DESC LIMIT 1;
    before := regime_document(code);
    IF newest.version IS NOT NULL AND own IS NOT NULL THEN
        PERFORM refuse_other_authority(ARRAY[code], own);
    END IF;
    IF before = document THEN
        PERFORM assign_regime(code, apply_regime.authority);
        RETURN NULL;
    END IF;

    PERFORM check_regime(document, apply_regime.valid_from);
    duties := duty_words(code);

    PERFORM apply_calendar(document -> 'calendar', code);
    INSERT INTO regime AS g (regime, name_ko, name_en, time_zone, basis, calendar, meeting_name_ko, meeting_name_en,
        says_foreseen)
    VALUES (code, document -> 'name' ->> 'ko', document -> 'name' ->> 'en', document ->> 'time_zone',
        document ->> 'basis', document -> 'calendar' ->> 'code', document -> 'meeting_name' ->> 'ko',
        document -> 'meeting_name' ->> 'en', document -> 'calendar' -> 'foreseen' IS NOT NULL)
    ON CONFLICT ON CONSTRAINT regime_pkey DO UPDATE SET
        (name_ko, name_en, basis, calendar, meeting_name_ko, meeting_name_en, says_foreseen) = (excluded.name_ko,
            excluded.name_en, excluded.basis, excluded.calendar, excluded.meeting_name_ko, excluded.meeting_name_en,
            excluded.says_foreseen);
    IF newest IS NULL THEN
        PERFORM assign_regime(code, own);
    END IF;
    today := authority_date(code);
    PERFORM apply_tracks(document, today);
    PERFORM apply_committees(document, today);
    PERFORM apply_grants(document);
    PERFORM apply_grounds(document, today);
    PERFORM apply_papers(document);
    IF newest.version IS NOT NULL AND duty_words(code) <> duties THEN
        PERFORM keep_tasks_of_words(code);
    END IF;

    -- A version from before files were kept is kept as the document it came to.
    UPDATE regime_version AS v SET document = before::text
    WHERE v.regime = code AND v.version = newest.version AND v.document IS NULL;
    PERFORM apply_rules(document, coalesce(newest.version, 0) + 1);
    INSERT INTO regime_version (regime, version, valid_from, note, document, digest)
    VALUES (code, coalesce(newest.version, 0) + 1,
        coalesce(apply_regime.valid_from, CASE WHEN newest IS NULL THEN '-infinity' ELSE today END),
        apply_regime.note, apply_regime.file, regime_digest(code));
    PERFORM assign_regime(code, apply_regime.authority);
    RETURN coalesce(newest.version, 0) + 1;
END $$;

-- Open cases of a regime come under its newest version, and their open deadlines under that version's rule of the same code.
-- A deadline whose rule the version does not have, or not for this track or day, runs on as it began. So does one that would end
-- earlier, could be extended less often or stopped by less, or whose end would mean something that it does not now: what runs for
-- somebody is not taken away. Answers every deadline that
-- moved, with its end before and after.
-- A case whose grant would find no validity under the newest version stays under its own: one of a track that
-- is closed, whose rules the file may have dropped.
CREATE FUNCTION move_open_cases(regime text) RETURNS TABLE (
    reference text, deadline_no smallint, rule text, organisation text, old_due_on date, new_due_on date
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    newest integer := (SELECT max(v.version) FROM regime_version AS v WHERE v.regime = move_open_cases.regime);
    cases bigint[];
    deadlines bigint[];
    rules bigint[];
    old_rules bigint[];
    ends date[];
BEGIN
    IF NOT acting_as('sandbox_desk') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only the desk applies a regime';
    END IF;
    SELECT array_agg(c.case_file_id) INTO cases FROM (
        SELECT c.case_file_id FROM case_file AS c
        WHERE c.regime = move_open_cases.regime AND c.stage IN ('filed', 'received', 'consulting')
            AND c.regime_version < newest
            AND NOT EXISTS (SELECT FROM grant_track AS t WHERE t.regime = c.regime AND t.track = c.track
                AND NOT EXISTS (SELECT FROM deadline_rule AS r
                    WHERE r.regime = t.regime AND r.version = newest AND r.rule = t.validity_rule))
        ORDER BY c.case_file_id FOR UPDATE) AS c;
    SELECT array_agg(c.deadline_id ORDER BY c.deadline_id), array_agg(n.deadline_rule_id ORDER BY c.deadline_id),
        array_agg(o.deadline_rule_id ORDER BY c.deadline_id), array_agg(s.due_on ORDER BY c.deadline_id)
    INTO deadlines, rules, old_rules, ends
    FROM deadline AS c JOIN case_file AS f ON f.case_file_id = c.case_file_id
    JOIN deadline_rule AS o ON o.deadline_rule_id = c.deadline_rule_id
    JOIN deadline_rule AS n ON n.regime = o.regime AND n.version = newest AND n.rule = o.rule
    JOIN deadline_today AS s ON s.deadline_id = c.deadline_id
    WHERE c.ended_on IS NULL AND c.case_file_id = ANY (cases) AND (n.tracks = '{}' OR f.track = ANY (n.tracks))
        AND (c.started_on IS NULL) = (n.starts_on IS NULL)
        AND n.when_missed IN ('none', o.when_missed) AND n.extensions >= o.extensions AND n.stopped_by @> o.stopped_by
        AND coalesce(c.started_on, s.started_on) BETWEEN n.valid_from AND coalesce(n.valid_to, 'infinity');

    UPDATE case_file AS c SET regime_version = newest WHERE c.case_file_id = ANY (cases);
    UPDATE deadline AS c SET deadline_rule_id = m.deadline_rule_id
    FROM unnest(deadlines, rules) AS m (deadline_id, deadline_rule_id) WHERE c.deadline_id = m.deadline_id;
    UPDATE deadline AS c SET deadline_rule_id = m.deadline_rule_id
    FROM unnest(deadlines, old_rules, ends) AS m (deadline_id, deadline_rule_id, old_due_on)
    JOIN deadline_today AS s ON s.deadline_id = m.deadline_id
    WHERE c.deadline_id = m.deadline_id AND s.due_on < m.old_due_on;

    RETURN QUERY
    SELECT f.reference, s.deadline_no, s.rule, o.name::text, m.old_due_on, s.due_on
    FROM unnest(deadlines, old_rules, ends) AS m (deadline_id, deadline_rule_id, old_due_on)
    JOIN deadline_today AS s ON s.deadline_id = m.deadline_id AND s.deadline_rule_id <> m.deadline_rule_id
    JOIN case_file AS f ON f.case_file_id = s.case_file_id
    LEFT JOIN organisation AS o ON o.organisation_id = s.organisation_id ORDER BY f.case_file_id, s.deadline_no;
END $$;

GRANT EXECUTE ON FUNCTION move_open_cases, apply_regime TO sandbox_desk;
