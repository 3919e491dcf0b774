-- In which legal state a grant is, and why. First what the acts, the deadlines and the law come to (count_grants), then which
-- state that is on a day. The first is kept beside what it comes from (keep_grants); the second is compared with the day when read.

-- In which legal state a grant is on a day.
--   end_on      last day of the validity as it was granted, an extension included; NULL: it has not begun
--   last_on     last day in force by what is known on that day, earlier where an act has ended it; NULL: no end in sight
--   reason      why, a topic of grant_basis
CREATE TYPE grant_standing AS (
    exemption_grant_id bigint, case_file_id bigint, state text, reason text, basis text, since_on date, today date,
    is_in_force boolean, granted_on date, end_on date, last_on date, commenced_on date, is_extended boolean,
    extension_asked_on date, requested_on date, finding text, found_on date, permit_due_on date, level text,
    revised_on date
);

-- What every grant has come to by a day, or by now, which is what kept_grant holds: its acts, its validity, and how long
-- they keep it in force.
CREATE FUNCTION count_grants(on_day date) RETURNS SETOF kept_grant LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT q.*, (SELECT f.company_id FROM case_file AS f WHERE f.case_file_id = q.case_file_id),
        CASE WHEN q.certificate IS NULL THEN 'unrecorded' WHEN q.final_act IS NOT NULL THEN 'ended' ELSE 'lasting' END,
        coalesce(q.last_on, '-infinity')
    FROM (SELECT p.exemption_grant_id, p.case_file_id, p.regime, p.track, p.certificate, p.granted_on, p.at_end, p.final_act,
        p.final_on, p.commenced_on, p.suspended_on, p.resumed_on, p.extension_asked_on, p.is_extended, p.requested_on,
        p.finding, p.found_on, p.revised_on, p.is_permit_pending, p.refused_on, p.permit_due_on, p.level, p.is_barred,
        p.end_on,
        -- What an act has ended lasts no longer than to the day of the act.
        least(p.final_on, CASE
            WHEN p.at_end = 'revision-procedure' AND p.requested_on IS NOT NULL THEN CASE
                WHEN p.finding IS NULL OR p.is_permit_pending THEN NULL
                WHEN p.finding = 'needed' THEN greatest(p.end_on, p.permit_due_on, p.refused_on)
                ELSE greatest(p.end_on, p.notified_end_on, p.found_on) END
            WHEN p.at_end = 'until-law-changes' AND p.is_extended AND NOT p.is_barred
                THEN CASE WHEN p.revised_on IS NOT NULL THEN greatest(p.end_on, p.revised_on) END
            ELSE p.end_on
        END) AS last_on
    FROM (
        SELECT g.exemption_grant_id, g.case_file_id, g.regime, g.track, g.certificate, g.granted_on, t.at_end,
            k.due_on AS end_on, a.final_act, a.final_on, a.commenced_on, a.suspended_on, a.resumed_on,
            a.extended_on IS NOT NULL AS is_extended, a.extension_asked_on, a.requested_on, n.finding, n.found_on,
            n.notified_end_on, a.revised_on, a.refused_on, l.level,
            coalesce(l.level = ANY (t.barring_levels), false) AS is_barred,
            a.applied_on IS NOT NULL AND a.refused_on IS NULL AS is_permit_pending, w.due_on AS permit_due_on
        FROM exemption_grant AS g JOIN grant_track AS t ON t.regime = g.regime AND t.track = g.track
        -- OFFSET keeps the one deadline from being looked for among all that were counted.
        LEFT JOIN LATERAL (SELECT s.due_on FROM count_deadlines(count_grants.on_day, NULL) AS s
            WHERE s.case_file_id = g.case_file_id AND s.subject = 'decision' AND s.subject_id = g.decision_id
                AND s.rule = t.validity_rule OFFSET 0) AS k ON true
        CROSS JOIN LATERAL (
            SELECT
                (array_agg(x.act::text ORDER BY x.act_no)
                    FILTER (WHERE x.act IN ('revoke', 'graduate', 'record-interpretation', 'convert',
                        'renounce')))[1] AS final_act,
                min(x.on_day) FILTER (WHERE x.act IN ('revoke', 'graduate', 'record-interpretation', 'convert',
                    'renounce')) AS final_on,
                min(x.on_day) FILTER (WHERE x.act = 'commence') AS commenced_on,
                CASE WHEN (array_agg(x.act::text ORDER BY x.act_no DESC)
                        FILTER (WHERE x.act IN ('suspend', 'resume')))[1] = 'suspend'
                    THEN max(x.on_day) FILTER (WHERE x.act = 'suspend') END AS suspended_on,
                max(x.on_day) FILTER (WHERE x.act = 'resume') AS resumed_on,
                min(x.on_day) FILTER (WHERE x.act = 'extend') AS extended_on,
                min(x.on_day) FILTER (WHERE x.act = 'ask-extension') AS extension_asked_on,
                min(x.on_day) FILTER (WHERE x.act = 'request-revision') AS requested_on,
                min(x.grant_act_id) FILTER (WHERE x.act = 'request-revision') AS request_id,
                max(x.on_day) FILTER (WHERE x.act = 'revise' AND x.step = 'completed') AS revised_on,
                min(x.on_day) FILTER (WHERE x.act = 'apply-permit') AS applied_on,
                max(x.on_day) FILTER (WHERE x.act = 'permit-refused') AS refused_on,
                min(x.on_day) FILTER (WHERE x.finding = 'needed') AS needed_on,
                count(*) FILTER (WHERE x.finding = 'not-needed') AS not_needed,
                max(x.on_day) FILTER (WHERE x.finding = 'not-needed') AS not_needed_on,
                max(x.until_on) FILTER (WHERE x.finding = 'not-needed') AS notified_end_on
            FROM grant_act AS x WHERE x.exemption_grant_id = g.exemption_grant_id AND (count_grants.on_day IS NULL OR x.on_day <= count_grants.on_day)
        ) AS a
        -- A revision is needed if one ministry finds so, and not if all that were asked do.
        CROSS JOIN LATERAL (SELECT
            CASE WHEN a.needed_on IS NOT NULL THEN 'needed' WHEN a.not_needed >= greatest(1, q.asked)
                THEN 'not-needed' END AS finding,
            CASE WHEN a.needed_on IS NOT NULL THEN a.needed_on WHEN a.not_needed >= greatest(1, q.asked)
                THEN a.not_needed_on END AS found_on,
            a.notified_end_on
            FROM (SELECT count(*) AS asked FROM deadline AS c
                WHERE c.subject = 'revision' AND c.subject_id = a.request_id AND c.case_file_id = g.case_file_id
                    AND c.owed_by = 'ministry') AS q) AS n
        LEFT JOIN LATERAL (SELECT max(c.due_on) AS due_on FROM count_deadlines(count_grants.on_day, NULL) AS c
            WHERE n.finding = 'needed' AND c.case_file_id = g.case_file_id AND c.rule = t.permit_rule
                AND c.subject_id = a.request_id) AS w ON true
        -- Of each ministry what it said last, and the provisions that the linked reform tasks change; what bars an
        -- extension for one bars it.
        CROSS JOIN LATERAL (SELECT coalesce(min(s.level) FILTER (WHERE s.level = ANY (t.barring_levels)),
            min(s.level)) AS level
            FROM ((SELECT DISTINCT ON (x.organisation_id) x.level::text AS level FROM grant_act AS x
                WHERE x.exemption_grant_id = g.exemption_grant_id AND x.level IS NOT NULL
                    AND (count_grants.on_day IS NULL OR x.on_day <= count_grants.on_day)
                ORDER BY x.organisation_id, x.act_no DESC)
                UNION ALL SELECT v.level::text FROM case_task AS y
                JOIN reform_task AS w ON w.reform_task_id = y.reform_task_id
                JOIN task_provision AS u ON u.reform_task_id = w.reform_task_id
                JOIN provision AS v ON v.provision_id = u.provision_id
                WHERE y.case_file_id = g.case_file_id AND w.status <> 'dropped'
                    AND v.level IS NOT NULL) AS s) AS l
        -- Of a grant of the past it may be unknown when it was granted.
        WHERE count_grants.on_day IS NULL OR g.granted_on IS NULL OR g.granted_on <= count_grants.on_day
    ) AS p) AS q;
END;

-- The name of the state of a grant on a day, by what kept_grant has of it. The public register asks here as well.
CREATE FUNCTION state_of_grant(certificate text, final_act text, at_end text, end_on date, last_on date, commenced_on date,
    suspended_on date, level text, on_day date) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN certificate IS NULL THEN 'unrecorded'
        WHEN final_act = 'revoke' THEN 'revoked'
        WHEN final_act = 'graduate' THEN 'graduated'
        WHEN final_act = 'record-interpretation' THEN 'unnecessary'
        WHEN final_act = 'convert' THEN 'converted'
        WHEN final_act = 'renounce' THEN 'ended'
        WHEN last_on < on_day THEN 'expired'
        WHEN suspended_on IS NOT NULL THEN 'suspended'
        WHEN end_on < on_day THEN CASE WHEN at_end = 'revision-procedure' THEN 'deemed-running'
            WHEN level IS NULL THEN 'undetermined' ELSE 'deemed-extended' END
        WHEN commenced_on IS NOT NULL THEN 'running'
        ELSE 'preparing'
    END;

-- The state of a grant on a day, and why.
CREATE FUNCTION standing_of(g kept_grant, on_day date) RETURNS SETOF grant_standing
    LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT g.exemption_grant_id, g.case_file_id, j.state, j.reason,
        (SELECT b.basis FROM grant_basis AS b
            WHERE b.regime = g.regime AND b.track = g.track AND b.topic = j.reason),
        j.since_on, on_day, is_in_force(g, on_day),
        g.granted_on, g.end_on, g.last_on, g.commenced_on, g.is_extended, g.extension_asked_on, g.requested_on,
        g.finding, g.found_on, g.permit_due_on, g.level, g.revised_on
    FROM (
        SELECT
            state_of_grant(g.certificate, g.final_act, g.at_end, g.end_on, g.last_on, g.commenced_on, g.suspended_on, g.level,
                on_day) AS state,
            CASE
                WHEN g.certificate IS NULL THEN 'unrecorded'
                WHEN g.final_act = 'revoke' THEN 'revoked'
                WHEN g.final_act = 'graduate' THEN 'graduated'
                WHEN g.final_act = 'record-interpretation' THEN 'interpreted'
                WHEN g.final_act = 'convert' THEN 'converted'
                WHEN g.final_act = 'renounce' THEN 'renounced'
                WHEN NOT is_in_force(g, on_day) THEN CASE
                    WHEN g.finding = 'needed' THEN CASE WHEN g.refused_on IS NULL THEN 'permit-not-applied'
                        ELSE 'permit-refused' END
                    WHEN g.finding = 'not-needed' THEN 'revision-not-needed'
                    WHEN g.at_end = 'until-law-changes' AND g.is_extended AND g.is_barred THEN 'act-must-change'
                    WHEN g.at_end = 'until-law-changes' AND g.is_extended THEN 'law-revised'
                    ELSE 'validity-ended' END
                WHEN g.suspended_on IS NOT NULL THEN 'suspended'
                WHEN g.end_on < on_day THEN CASE
                    WHEN g.at_end <> 'revision-procedure' AND g.level IS NULL THEN 'level-unknown'
                    WHEN g.at_end <> 'revision-procedure' THEN 'law-not-changed'
                    WHEN g.finding = 'needed' AND g.is_permit_pending THEN 'permit-pending'
                    WHEN g.finding = 'needed' THEN 'revision-needed'
                    WHEN g.finding = 'not-needed' THEN 'revision-not-needed'
                    ELSE 'revision-pending' END
                WHEN g.commenced_on IS NOT NULL THEN 'commenced'
                ELSE 'not-commenced'
            END AS reason,
            CASE
                WHEN g.final_act IS NOT NULL THEN g.final_on
                WHEN g.last_on < on_day THEN g.last_on + 1
                WHEN g.suspended_on IS NOT NULL THEN g.suspended_on
                WHEN g.end_on < on_day THEN g.end_on + 1
                WHEN g.commenced_on IS NOT NULL THEN greatest(g.commenced_on, g.resumed_on)
                ELSE g.granted_on
            END AS since_on
    ) AS j;
END;

-- The state of every grant on a day by what had come by then, counted anew; without a day: today at the authority.
CREATE FUNCTION grant_state(on_day date DEFAULT NULL) RETURNS SETOF grant_standing
    LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT s.* FROM count_grants(grant_state.on_day) AS g JOIN regime AS z ON z.regime = g.regime
    CROSS JOIN LATERAL standing_of(g, coalesce(grant_state.on_day, (now() AT TIME ZONE z.time_zone)::date)) AS s;
END;

-- Every grant as it is today: grant_state() without counting.
CREATE VIEW grant_today WITH (security_invoker = true) AS
SELECT s.* FROM kept_grant AS g JOIN regime AS z ON z.regime = g.regime
CROSS JOIN LATERAL standing_of(g, (now() AT TIME ZONE z.time_zone)::date) AS s;
COMMENT ON VIEW grant_today IS 'every grant, how long it is in force, in which legal state it is today and why';

-- The state of one grant on a day: by what is kept, today; counted for any other day. To plan that takes longer than to answer it: it
-- is planned once for a session, and not at all where nobody asks.
CREATE FUNCTION grant_of(exemption_grant_id bigint, on_day date) RETURNS SETOF grant_standing
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED ROWS 1
    SET search_path = sandbox, pg_temp SET plan_cache_mode = force_generic_plan SET jit = off AS $$
BEGIN
    IF on_day = (SELECT authority_date(g.regime) FROM kept_grant AS g WHERE g.exemption_grant_id = grant_of.exemption_grant_id) THEN
        RETURN QUERY SELECT s.* FROM grant_today AS s WHERE s.exemption_grant_id = grant_of.exemption_grant_id;
    ELSE
        RETURN QUERY SELECT s.* FROM grant_state(grant_of.on_day) AS s
        WHERE s.exemption_grant_id = grant_of.exemption_grant_id;
    END IF;
END $$;

-- What ministry_grant holds: the owner's question, for it names every ministry.
CREATE FUNCTION count_ministry_grants() RETURNS SETOF ministry_grant LANGUAGE sql STABLE BEGIN ATOMIC
    SELECT m.ministry_id, g.exemption_grant_id, g.regime, g.standing, g.sorts_on
    FROM kept_grant AS g JOIN case_ministry AS m ON m.case_file_id = g.case_file_id;
END;

-- Counts the grants of cases anew, when what ends with them is void, and what the cases wait for. Grants are locked first, so
-- that the next statement sees what others did before.
CREATE FUNCTION keep_grants(cases bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off
    SET plan_cache_mode = force_generic_plan AS $$
DECLARE void bigint[];
BEGIN
    -- Of many cases the number decides which plan is good.
    IF cardinality(cases) > 100 THEN
        SET LOCAL plan_cache_mode = force_custom_plan;
    END IF;
    IF EXISTS (SELECT FROM exemption_grant AS g WHERE g.case_file_id = ANY (cases)) THEN
        LOCK TABLE public_holiday IN ROW SHARE MODE;
        LOCK TABLE kept_grant IN ROW EXCLUSIVE MODE;
        PERFORM FROM exemption_grant AS g WHERE g.case_file_id = ANY (cases)
        ORDER BY g.exemption_grant_id FOR NO KEY UPDATE;
        INSERT INTO kept_grant AS k
        SELECT g.* FROM count_grants(NULL) AS g WHERE g.case_file_id = ANY (cases)
        ON CONFLICT ON CONSTRAINT kept_grant_pkey DO UPDATE
        SET (regime, track, certificate, granted_on, at_end, final_act, final_on, commenced_on, suspended_on, resumed_on,
                extension_asked_on, is_extended, requested_on, finding, found_on, revised_on, is_permit_pending, refused_on,
                permit_due_on, level, is_barred, end_on, last_on, company_id, standing, sorts_on)
            = (excluded.regime, excluded.track, excluded.certificate, excluded.granted_on, excluded.at_end,
                excluded.final_act, excluded.final_on, excluded.commenced_on, excluded.suspended_on,
                excluded.resumed_on, excluded.extension_asked_on, excluded.is_extended, excluded.requested_on,
                excluded.finding, excluded.found_on, excluded.revised_on, excluded.is_permit_pending, excluded.refused_on,
                excluded.permit_due_on, excluded.level, excluded.is_barred, excluded.end_on, excluded.last_on,
                excluded.company_id, excluded.standing, excluded.sorts_on)
        WHERE k IS DISTINCT FROM excluded;
        INSERT INTO ministry_grant AS k
        SELECT c.* FROM count_ministry_grants() AS c WHERE c.exemption_grant_id = ANY (ARRAY(
            SELECT g.exemption_grant_id FROM kept_grant AS g WHERE g.case_file_id = ANY (cases)))
        ON CONFLICT ON CONSTRAINT ministry_grant_pkey DO UPDATE
        SET (regime, standing, sorts_on) = (excluded.regime, excluded.standing, excluded.sorts_on)
        WHERE k IS DISTINCT FROM excluded;
        WITH void AS (
            UPDATE kept_deadline AS d
            SET void_on = deadline_void_on(d.when_missed, d.due_on, d.is_anchored, d.ends_with_validity, grant_over_on(g),
                deadline_closes_on(d.due_on, d.certainty, d.safe_on, d.arguable_until))
            FROM kept_grant AS g
            WHERE d.case_file_id = ANY (cases) AND d.ends_with_validity AND g.case_file_id = d.case_file_id AND d.void_on
                IS DISTINCT FROM deadline_void_on(d.when_missed, d.due_on, d.is_anchored, d.ends_with_validity,
                    grant_over_on(g), deadline_closes_on(d.due_on, d.certainty, d.safe_on, d.arguable_until))
            RETURNING d.deadline_id)
        SELECT array_agg(v.deadline_id) INTO void FROM void AS v;
        IF void IS NOT NULL THEN
            PERFORM keep_ministry_deadlines(void);
        END IF;
    END IF;
    PERFORM keep_open_tasks(cases);
END $$;

CREATE FUNCTION steps_exemption_grant() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM keep_grants(ARRAY(SELECT n.case_file_id FROM new_rows AS n));
    RETURN NULL;
END $$;
CREATE TRIGGER steps_exemption_grant AFTER INSERT ON exemption_grant REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_exemption_grant();
CREATE TRIGGER steps_exemption_grant_change AFTER UPDATE ON exemption_grant REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_exemption_grant();

-- Before what many grants depend on is changed: acts under way are waited for, later ones wait.
CREATE FUNCTION hold_grants() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM require_read_committed();
    LOCK TABLE public_holiday IN ROW SHARE MODE;
    PERFORM lock_table('kept_grant', 'SHARE ROW EXCLUSIVE');
END $$;

-- What a regime says of the end of a track's grants.
CREATE FUNCTION steps_grant_track() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM hold_grants();
    PERFORM keep_grants(ARRAY(SELECT g.case_file_id FROM exemption_grant AS g
        WHERE g.regime = NEW.regime AND g.track = NEW.track));
    RETURN NULL;
END $$;
CREATE TRIGGER steps_grant_track AFTER UPDATE ON grant_track
    FOR EACH ROW WHEN (OLD.at_end <> NEW.at_end OR OLD.barring_levels <> NEW.barring_levels
        OR OLD.validity_rule <> NEW.validity_rule OR OLD.permit_rule IS DISTINCT FROM NEW.permit_rule)
    EXECUTE FUNCTION steps_grant_track();

-- The level of the law that must change, as the tasks say that are linked to a case; see also steps_reform_task.
CREATE FUNCTION keep_grants_of_task(reform_task_id bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM hold_grants();
    PERFORM keep_grants(ARRAY(SELECT y.case_file_id FROM case_task AS y
        WHERE y.reform_task_id = keep_grants_of_task.reform_task_id));
END $$;

CREATE FUNCTION steps_law_level() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM hold_grants();
    CASE TG_TABLE_NAME
        WHEN 'case_task' THEN PERFORM keep_grants(ARRAY[coalesce(NEW.case_file_id, OLD.case_file_id)]);
        WHEN 'task_provision' THEN PERFORM keep_grants_of_task(coalesce(NEW.reform_task_id, OLD.reform_task_id));
        ELSE PERFORM keep_grants_of_task(u.reform_task_id) FROM task_provision AS u
            WHERE u.provision_id = NEW.provision_id ORDER BY u.reform_task_id;
    END CASE;
    RETURN NULL;
END $$;
CREATE TRIGGER steps_law_level AFTER INSERT OR DELETE ON case_task FOR EACH ROW EXECUTE FUNCTION steps_law_level();
CREATE TRIGGER steps_law_level AFTER INSERT OR DELETE ON task_provision
    FOR EACH ROW EXECUTE FUNCTION steps_law_level();
CREATE TRIGGER steps_law_level AFTER UPDATE ON provision
    FOR EACH ROW WHEN (OLD.level IS DISTINCT FROM NEW.level) EXECUTE FUNCTION steps_law_level();

-- The grants that are not on the lists of ministries as they should be. For those who see every case.
CREATE FUNCTION ministry_grant_drift() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
SELECT DISTINCT coalesce(g.exemption_grant_id, c.exemption_grant_id) FROM count_ministry_grants() AS c
FULL JOIN ministry_grant AS g ON g.exemption_grant_id = c.exemption_grant_id AND g.ministry_id = c.ministry_id
WHERE g IS DISTINCT FROM c
    AND (acting_as_staff() OR acting_as_owner()) $$;

-- The grants of which something else is kept than their acts come to; both last days, where they differ.
CREATE FUNCTION kept_grant_drift() RETURNS TABLE (exemption_grant_id bigint, kept_last_on date, last_on date)
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp SET jit = off AS $$
SELECT coalesce(k.exemption_grant_id, g.exemption_grant_id), k.last_on, g.last_on FROM count_grants(NULL) AS g
FULL JOIN kept_grant AS k ON k.exemption_grant_id = g.exemption_grant_id WHERE k IS DISTINCT FROM g
UNION SELECT k.exemption_grant_id, k.last_on, k.last_on FROM ministry_grant_drift() AS m
JOIN kept_grant AS k ON k.exemption_grant_id = m $$;

-- Counts anew whatever is kept otherwise than the facts come to. Answers how many deadlines, grants, cases with other open tasks,
-- searched cases, cases with other laws and groups of cases that were. Nothing of what anybody did is changed.
CREATE FUNCTION recount_kept() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
DECLARE
    deadlines bigint[]; cases bigint[]; waiting bigint[]; searched bigint[]; named bigint[];
    mended integer; ended integer; undone integer;
BEGIN
    IF NOT acting_as('sandbox_desk') AND NOT acting_as_owner() THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only the desk recounts';
    END IF;
    deadlines := ARRAY(SELECT k.deadline_id FROM kept_deadline_drift() AS k);
    cases := ARRAY(SELECT g.case_file_id FROM kept_grant_drift() AS k JOIN exemption_grant AS g USING (exemption_grant_id));
    waiting := ARRAY(SELECT k.case_file_id FROM kept_open_task_drift() AS k);
    PERFORM keep_deadlines(deadlines);
    PERFORM keep_grants(cases);
    PERFORM keep_open_tasks(waiting);
    -- Stops that outlived their deadline end with it, deadlines that outlived their case with the case; lapses on another day are undone.
    UPDATE deadline_stop AS s SET ended_on = greatest(d.ended_on, s.began_on) FROM deadline AS d
    WHERE d.deadline_id = s.deadline_id AND d.ended_on IS NOT NULL AND s.ended_on IS NULL AND NOT s.undone;
    GET DIAGNOSTICS mended = ROW_COUNT;
    UPDATE deadline AS d SET ended_on = greatest(authority_date(c.regime, c.stage_since), d.started_on), ended_at = now(),
        ended_by = c.stage
    FROM deadline_rule AS r, case_file AS c
    WHERE r.deadline_rule_id = d.deadline_rule_id AND c.case_file_id = d.case_file_id AND d.ended_on IS NULL
        AND c.stage = ANY (r.ends_on);
    GET DIAGNOSTICS ended = ROW_COUNT;
    undone := undo_lapses(ARRAY(SELECT l.lapse_id FROM wrong_lapse AS l));
    searched := ARRAY(SELECT search_drift(true));
    PERFORM keep_search(searched);
    named := ARRAY(SELECT d.case_file_id FROM case_law_drift() AS d);
    PERFORM keep_case_laws(named);
    RETURN cardinality(deadlines) + cardinality(cases) + cardinality(waiting) + cardinality(searched) + cardinality(named)
        + recount_cases() + mended + ended + undone;
END $$;

-- When each condition of a grant is due: its rule, counted as the law counts. One that recurs is due again after each
-- piece of evidence that was not rejected. Before the event that it hangs on has come, no day is known. What was due by the
-- real end of the grant, or hangs on that end, or was set for a day after the end foreseen, is owed until it is met or waived;
-- what would only have been due later falls away with the grant.
--   owed_until  the last day on which something is still to be done about it, or again; NULL: nothing is
CREATE VIEW condition_due WITH (security_invoker = true) AS
SELECT k.decision_id, k.condition_no, k.case_file_id, k.phase, k.responsible, d.due_on, o.owed_until,
    coalesce(o.owed_until >= t.today, false) AS is_owed,
    coalesce(o.owed_until >= t.today AND d.due_on < t.today, false) AS is_overdue
FROM exemption_grant AS x JOIN kept_grant AS g ON g.exemption_grant_id = x.exemption_grant_id
JOIN condition_state AS k ON k.decision_id = x.decision_id
JOIN regime AS z ON z.regime = g.regime
CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE z.time_zone)::date AS today) AS t
CROSS JOIN LATERAL due_parts(k.due) AS p
CROSS JOIN LATERAL (SELECT count(*)::integer AS filed FROM condition_evidence AS e
    WHERE p.kind = 'every' AND e.decision_id = k.decision_id AND e.condition_no = k.condition_no
        AND e.is_confirmed IS DISTINCT FROM false) AS e
CROSS JOIN LATERAL (SELECT CASE WHEN p.kind = 'every' OR p.event = 'commencement' THEN g.commenced_on
    WHEN p.event = 'grant' THEN g.granted_on WHEN p.event = 'end' THEN g.last_on END AS day) AS f
CROSS JOIN LATERAL (SELECT CASE p.kind WHEN 'on' THEN p.day WHEN 'before' THEN f.day
    ELSE (SELECT c.due_on FROM count_period(z.calendar, NULL, f.day, NULL, 'civil', p.length * (1 + e.filed),
        CASE p.unit WHEN 'days' THEN 'day' ELSE 'month' END, 0, NULL, NULL, NULL, NULL) AS c WHERE f.day IS NOT NULL)
    END AS due_on OFFSET 0) AS d
CROSS JOIN LATERAL (SELECT CASE
    WHEN g.certificate IS NULL OR k.state = 'waived' OR p.kind <> 'every' AND k.state NOT IN ('open', 'rejected') THEN NULL
    WHEN p.event = 'end' OR d.due_on <= coalesce(g.last_on, 'infinity') THEN 'infinity'
    WHEN p.kind = 'every' THEN NULL
    WHEN k.phase = 'after' OR d.due_on > g.end_on THEN 'infinity'
    ELSE in_force_until(g.certificate, g.final_act, g.last_on) END AS owed_until) AS o;
COMMENT ON VIEW condition_due IS 'the day each condition of a grant is due, and whether it is owed and overdue';

GRANT EXECUTE ON FUNCTION state_of_grant TO PUBLIC;
GRANT EXECUTE ON FUNCTION count_grants, standing_of, grant_state, grant_of, kept_grant_drift, ministry_grant_drift
    TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
GRANT EXECUTE ON FUNCTION recount_kept TO sandbox_desk;
