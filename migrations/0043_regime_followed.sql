-- What follows from a whole regime: committees that are closed, grants that no insurance or extension goes with, and the report
-- on the exit.

-- As in 0021; a case whose grant would find no validity under the newest version stays under its own: one of a track that
-- is closed, whose rules the file may have dropped.
CREATE OR REPLACE FUNCTION move_open_cases(regime text) RETURNS TABLE (
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

-- Whether a committee meets: one that the regime no longer names only for what is under way in a closed track of its own.
CREATE FUNCTION body_meets(body text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
SELECT b.closed_on IS NULL OR EXISTS (
    SELECT FROM track_body AS t JOIN case_file AS c USING (regime, track)
    WHERE t.body = b.body AND c.stage IN ('filed', 'received', 'consulting'))
FROM committee_body AS b WHERE b.body = body_meets.body
$$;
GRANT EXECUTE ON FUNCTION body_meets TO sandbox_desk;
CREATE FUNCTION guard_session_body() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF NOT body_meets(NEW.body) THEN
        PERFORM refuse('committee_session_body_guard', 'this committee is closed');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER committee_session_body_guard BEFORE INSERT ON committee_session
    FOR EACH ROW EXECUTE FUNCTION guard_session_body();

-- A case that stands on an agenda while the law takes its track from the committees is decided by the authority, and off it.
DROP TRIGGER decision_close_item ON decision;
CREATE TRIGGER decision_close_item AFTER INSERT ON decision FOR EACH ROW EXECUTE FUNCTION close_agenda_item();

-- Nothing is withheld on a ground that the law no longer gives.
CREATE FUNCTION guard_withholding_ground() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF EXISTS (SELECT FROM disclosure_ground AS g
        WHERE g.regime = NEW.regime AND g.ground = NEW.ground AND g.closed_on IS NOT NULL)
    THEN
        PERFORM refuse('register_withholding_ground_guard', 'the law no longer gives this ground');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER register_withholding_ground_guard BEFORE INSERT ON register_withholding
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_withholding_ground();

-- As in 0033; where no article of the track demands an insurance, none is missing.
CREATE OR REPLACE FUNCTION is_insured(exemption_grant_id bigint, from_day date, to_day date) RETURNS boolean
    LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT EXISTS (
        SELECT FROM grant_act AS a JOIN insurance AS i USING (grant_act_id)
        JOIN grant_act AS k ON k.exemption_grant_id = a.exemption_grant_id AND k.act = 'confirm' AND k.about_no = a.act_no
            AND k.on_day <= is_insured.from_day
        WHERE a.exemption_grant_id = is_insured.exemption_grant_id
            AND (i.kind = 'compensation-plan'
                OR i.covers_from <= is_insured.from_day AND i.covers_to >= is_insured.to_day))
        OR EXISTS (SELECT FROM exemption_grant AS g WHERE g.exemption_grant_id = is_insured.exemption_grant_id
            AND NOT EXISTS (SELECT FROM grant_basis AS b
                WHERE b.regime = g.regime AND b.track = g.track AND b.topic = 'insure'));
END;
SELECT past.cover_function('is_insured(bigint, date, date)');

-- The report on the exit from the sandbox (Regulation (EU) 2024/1689, Article 57(7)): the desk's, once a grant is over.
INSERT INTO grant_transition
SELECT 'exit-report', s.state, 'sandbox_desk'
FROM unnest(ARRAY['expired', 'revoked', 'graduated', 'unnecessary', 'converted', 'ended']) AS s (state);
ALTER TABLE grant_act ADD CONSTRAINT grant_act_exit_report_check CHECK (act <> 'exit-report' OR text IS NOT NULL);

-- What a grant's own rules do not know: a validity without extensions is not extended, and where no rule waits for a report on
-- the exit none is given. It stands behind grant_act_guard, which leaves acts on grants that are not the person's to the
-- policies.
CREATE FUNCTION guard_grant_rule() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    subject record;
BEGIN
    SELECT c.regime, c.regime_version, c.track, t.validity_rule INTO subject
    FROM exemption_grant AS g JOIN case_file AS c USING (case_file_id)
    JOIN grant_track AS t ON t.regime = g.regime AND t.track = g.track
    WHERE g.exemption_grant_id = NEW.exemption_grant_id AND g.case_file_id = NEW.case_file_id
        AND (acting_as('sandbox_desk') OR acting_as('sandbox_company') AND c.company_id = acting_organisation_id());
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF NOT EXISTS (SELECT FROM clock_rule AS r
        WHERE r.regime = subject.regime AND r.version = subject.regime_version AND CASE NEW.act
            WHEN 'exit-report' THEN 'exit-reported' = ANY (r.ends_on) AND (r.tracks = '{}' OR subject.track = ANY (r.tracks))
            ELSE r.rule = subject.validity_rule AND r.extensions > 0 END)
    THEN
        PERFORM refuse('grant_act_track_guard', 'the law knows no such act for this grant');
    END IF;
    IF NEW.act = 'exit-report' AND EXISTS (SELECT FROM grant_act AS a
        WHERE a.exemption_grant_id = NEW.exemption_grant_id AND a.act = NEW.act)
    THEN
        PERFORM refuse('grant_act_once_guard', 'this is done once');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER grant_act_guard_rule BEFORE INSERT ON grant_act
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner' AND NEW.act IN ('ask-extension', 'extend', 'exit-report'))
    EXECUTE FUNCTION guard_grant_rule();

-- A report on the exit that would be owed with the end of the validity is owed from the day an act ends the grant earlier,
-- where the law says so; it is given once. The trigger's name sorts behind grant_act_follow, which ends what the act ends.
CREATE FUNCTION follow_exit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off
    AS $$
DECLARE
    a record;
BEGIN
    FOR a IN
        SELECT n.act, n.case_file_id, n.on_day, g.decision_id, s.end_on
        FROM new_rows AS n
        JOIN exemption_grant AS g ON g.exemption_grant_id = n.exemption_grant_id
        CROSS JOIN LATERAL grant_of(n.exemption_grant_id, n.on_day) AS s
        WHERE n.act IN ('revoke', 'graduate', 'interpret', 'convert', 'end', 'exit-report')
        ORDER BY n.grant_act_id
    LOOP
        IF a.act = 'exit-report' THEN
            PERFORM end_clocks('exit-reported', a.case_file_id, a.decision_id, a.on_day);
        ELSIF a.end_on >= a.on_day THEN
            PERFORM start_clocks('exit', a.case_file_id, a.decision_id, NULL, a.on_day);
            UPDATE clock AS c SET ended_on = a.on_day, ended_at = now(), ended_by = 'exit' FROM clock_rule AS r
            WHERE c.case_file_id = a.case_file_id AND c.subject_id = a.decision_id AND c.ended_on IS NULL
                AND r.clock_rule_id = c.clock_rule_id AND r.anchor_rule IS NOT NULL
                AND 'exit-reported' = ANY (r.ends_on) AND EXISTS (
                    SELECT FROM clock AS x JOIN clock_rule AS y ON y.clock_rule_id = x.clock_rule_id
                    WHERE x.case_file_id = a.case_file_id AND x.subject_id = a.decision_id AND x.ended_on IS NULL
                        AND y.starts_on = 'exit' AND 'exit-reported' = ANY (y.ends_on));
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;
CREATE TRIGGER grant_act_follow_exit AFTER INSERT ON grant_act REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION follow_exit();

-- What a grant waits for: as before, and the desk's report once the trial is over.
DO $$
BEGIN
    EXECUTE format($view$CREATE OR REPLACE VIEW grant_turn WITH (security_invoker = true) AS %s
        UNION ALL
        SELECT g.case_file_id, 'desk', NULL, 'exit-report', d.over_on::timestamp AT TIME ZONE z.time_zone, NULL,
            clock_due(c.clock_id, NULL, NULL)
        FROM exemption_grant AS g
        JOIN regime AS z ON z.regime = g.regime
        JOIN clock AS c ON c.case_file_id = g.case_file_id AND c.ended_on IS NULL
        JOIN clock_rule AS r ON r.clock_rule_id = c.clock_rule_id AND 'exit-reported' = ANY (r.ends_on)
        CROSS JOIN LATERAL (SELECT CASE WHEN c.anchor_clock_id IS NULL THEN c.started_on
            ELSE clock_due(c.anchor_clock_id, NULL, NULL) + 1 END AS over_on OFFSET 0) AS d
        WHERE d.over_on <= authority_date(g.regime)$view$, rtrim(pg_get_viewdef('grant_turn'::regclass), ';'));
END
$$;
SELECT past.cover_view('sandbox', 'grant_turn');
