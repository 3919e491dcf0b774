-- How a grant comes into being, and in which legal state it is on a day and why.

-- In which state every grant is on a day, from the acts up to that day; without a day: today on the authority's calendar.
--   end_on      last day of the validity, an extension included; NULL: it has not begun
--   last_on     last day in force by what is known on that day; NULL: no end in sight
--   reason      why, a topic of grant_basis
-- First the facts of the acts, then how long they keep the grant in force, then its state.
CREATE TYPE grant_standing AS (
    exemption_grant_id bigint, case_file_id bigint, state text, reason text, basis text, since_on date, today date,
    is_in_force boolean, granted_on date, end_on date, last_on date, commenced_on date, is_extended boolean,
    extension_asked_on date, requested_on date, finding text, found_on date, permit_due_on date, level text,
    revised_on date
);

CREATE FUNCTION next_certificate(regime text, track text, year integer) RETURNS text
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
WITH taken AS (
    INSERT INTO certificate_counter AS c (regime, track, year, last)
    VALUES (next_certificate.regime, next_certificate.track, next_certificate.year, 1)
    ON CONFLICT ON CONSTRAINT certificate_counter_pkey DO UPDATE SET last = c.last + 1 RETURNING c.last
)
SELECT reference_text(t.prefix, next_certificate.year, taken.last) FROM grant_track AS t, taken
WHERE t.regime = next_certificate.regime AND t.track = next_certificate.track $$;

-- The last day of a validity that begins on a day and is as long as the law allows.
CREATE FUNCTION longest_validity(case_file_id bigint, from_day date) RETURNS date LANGUAGE sql STABLE BEGIN ATOMIC
    SELECT period_end(longest_validity.from_day, r.length, r.unit)
    FROM case_file AS c JOIN grant_track AS t ON t.regime = c.regime AND t.track = c.track
    JOIN deadline_rule AS r ON r.regime = c.regime AND r.version = c.regime_version AND r.rule = t.validity_rule
    WHERE c.case_file_id = longest_validity.case_file_id;
END;

-- The last day of a validity that begins on a day: as the decision set it, else as long as the law allows.
CREATE FUNCTION validity_end(exemption_grant_id bigint, from_day date) RETURNS date LANGUAGE sql STABLE BEGIN ATOMIC
    SELECT coalesce(d.validity_until, period_end(validity_end.from_day, d.validity_months, 'month'),
        longest_validity(g.case_file_id, validity_end.from_day))
    FROM exemption_grant AS g JOIN decision AS d ON d.decision_id = g.decision_id
    WHERE g.exemption_grant_id = validity_end.exemption_grant_id;
END;

-- Starts the deadline of a validity and what hangs on its end; a shorter validity is set on it, and promised anew.
CREATE FUNCTION begin_validity(granted exemption_grant, on_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
BEGIN
    PERFORM start_deadlines('validity-begun', granted.case_file_id, granted.decision_id, NULL, begin_validity.on_day);
    UPDATE deadline AS k
    SET length = coalesce(d.validity_months, d.validity_until - begin_validity.on_day + 1),
        unit = CASE WHEN d.validity_months IS NULL THEN 'day' ELSE 'month' END
    FROM decision AS d, deadline_rule AS r, grant_track AS t
    WHERE d.decision_id = granted.decision_id AND num_nonnulls(d.validity_months, d.validity_until) > 0
        AND k.case_file_id = granted.case_file_id AND k.subject_id = granted.decision_id AND k.subject = 'decision'
        AND r.deadline_rule_id = k.deadline_rule_id AND t.regime = granted.regime AND t.track = granted.track
        AND r.rule = t.validity_rule;
    IF FOUND THEN
        UPDATE deadline AS k SET promised_on = s.due_on FROM deadline_state() AS s
        WHERE s.deadline_id = k.deadline_id AND s.case_file_id = granted.case_file_id AND s.subject = 'decision'
            AND s.subject_id = granted.decision_id AND k.promised_on <> s.due_on;
    END IF;
END $$;

CREATE FUNCTION next_act_no(exemption_grant_id bigint) RETURNS smallint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
SELECT (1 + coalesce(max(a.act_no), 0))::smallint FROM grant_act AS a
WHERE a.exemption_grant_id = next_act_no.exemption_grant_id $$;

-- The grant that a favourable decision makes, valid at once unless the decision says otherwise. Where the track's decisions
-- make no grant, nothing happens.
CREATE FUNCTION make_grant(decision_row decision) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp SET jit = off AS $$
DECLARE
    case_row case_file;
    grant_row exemption_grant;
    longest date := longest_validity(decision_row.case_file_id, decision_row.decided_on);
BEGIN
    IF longest IS NULL THEN
        RETURN;
    END IF;
    SELECT * INTO case_row FROM case_file AS c WHERE c.case_file_id = decision_row.case_file_id;
    IF decision_row.validity_until NOT BETWEEN decision_row.decided_on AND longest
        OR period_end(decision_row.decided_on, decision_row.validity_months, 'month') > longest THEN
        PERFORM refuse('decision_validity_guard', 'a grant is valid no longer than the law allows');
    END IF;
    INSERT INTO exemption_grant (case_file_id, decision_id, regime, track, certificate, granted_on)
    VALUES (case_row.case_file_id, decision_row.decision_id, case_row.regime, case_row.track,
        next_certificate(case_row.regime, case_row.track, extract(year FROM decision_row.decided_on)::integer),
        decision_row.decided_on)
    RETURNING * INTO grant_row;
    IF decision_row.validity_from IS NULL THEN
        PERFORM begin_validity(grant_row, decision_row.decided_on);
    END IF;
END $$;

-- The grant in place of which this case was applied for is converted by the grant of this case.
CREATE FUNCTION convert_predecessor(case_file_id bigint, on_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM grant_act AS a
        WHERE a.act = 'apply-permit' AND a.successor_case_id = convert_predecessor.case_file_id) THEN
        INSERT INTO grant_act (exemption_grant_id, case_file_id, act, act_no, on_day, successor_case_id)
        SELECT a.exemption_grant_id, a.case_file_id, 'convert', next_act_no(a.exemption_grant_id),
            convert_predecessor.on_day, convert_predecessor.case_file_id
        FROM grant_act AS a CROSS JOIN LATERAL grant_of(a.exemption_grant_id) AS s
        WHERE a.act = 'apply-permit' AND a.successor_case_id = convert_predecessor.case_file_id AND s.is_in_force;
    END IF;
END $$;

CREATE FUNCTION grant_state(on_day date DEFAULT NULL) RETURNS SETOF grant_standing
    LANGUAGE sql STABLE PARALLEL RESTRICTED BEGIN ATOMIC
    SELECT j.exemption_grant_id, j.case_file_id, j.state, j.reason, b.basis, j.since_on, j.today,
        j.state NOT IN ('unrecorded', 'expired', 'revoked', 'graduated', 'unnecessary', 'converted', 'ended'),
        j.granted_on, j.end_on, j.last_on, j.commenced_on, j.is_extended, j.extension_asked_on, j.requested_on,
        j.finding, j.found_on, j.permit_due_on, j.level, j.revised_on
    FROM (
        SELECT f.*,
            CASE
                WHEN f.certificate IS NULL THEN 'unrecorded'
                WHEN f.final_act = 'revoke' THEN 'revoked'
                WHEN f.final_act = 'graduate' THEN 'graduated'
                WHEN f.final_act = 'record-interpretation' THEN 'unnecessary'
                WHEN f.final_act = 'convert' THEN 'converted'
                WHEN f.final_act = 'renounce' THEN 'ended'
                WHEN f.last_on < f.today THEN 'expired'
                WHEN f.suspended_on IS NOT NULL THEN 'suspended'
                WHEN f.is_valid AND f.commenced_on IS NOT NULL THEN 'running'
                WHEN f.is_valid THEN 'preparing'
                WHEN f.at_end = 'revision-procedure' THEN 'deemed-running'
                WHEN f.level IS NULL THEN 'undetermined'
                ELSE 'deemed-extended'
            END AS state,
            CASE
                WHEN f.certificate IS NULL THEN 'unrecorded'
                WHEN f.final_act = 'revoke' THEN 'revoked'
                WHEN f.final_act = 'graduate' THEN 'graduated'
                WHEN f.final_act = 'record-interpretation' THEN 'interpreted'
                WHEN f.final_act = 'convert' THEN 'converted'
                WHEN f.final_act = 'renounce' THEN 'renounced'
                WHEN f.last_on < f.today THEN CASE
                    WHEN f.finding = 'needed' THEN CASE WHEN f.refused_on IS NULL THEN 'permit-not-applied'
                        ELSE 'permit-refused' END
                    WHEN f.finding = 'not-needed' THEN 'revision-not-needed'
                    WHEN f.at_end = 'until-law-changes' AND f.is_extended AND f.is_barred THEN 'act-must-change'
                    WHEN f.at_end = 'until-law-changes' AND f.is_extended THEN 'law-revised'
                    ELSE 'validity-ended' END
                WHEN f.suspended_on IS NOT NULL THEN 'suspended'
                WHEN f.is_valid AND f.commenced_on IS NOT NULL THEN 'commenced'
                WHEN f.is_valid THEN 'not-commenced'
                WHEN f.at_end = 'revision-procedure' THEN CASE
                    WHEN f.finding = 'needed' THEN CASE WHEN f.is_permit_pending THEN 'permit-pending'
                        ELSE 'revision-needed' END
                    WHEN f.finding = 'not-needed' THEN 'revision-not-needed'
                    ELSE 'revision-pending' END
                WHEN f.level IS NULL THEN 'level-unknown'
                ELSE 'law-not-changed'
            END AS reason,
            CASE
                WHEN f.final_act IS NOT NULL THEN f.final_on
                WHEN f.last_on < f.today THEN f.last_on + 1
                WHEN f.suspended_on IS NOT NULL THEN f.suspended_on
                WHEN f.end_on < f.today THEN f.end_on + 1
                WHEN f.commenced_on IS NOT NULL THEN greatest(f.commenced_on, f.resumed_on)
                ELSE f.granted_on
            END AS since_on
        FROM (
            SELECT p.*, coalesce(p.end_on >= p.today, true) AS is_valid,
                CASE
                    WHEN p.at_end = 'revision-procedure' AND p.requested_on IS NOT NULL THEN CASE
                        WHEN p.finding IS NULL OR p.is_permit_pending THEN NULL
                        WHEN p.finding = 'needed' THEN greatest(p.end_on, p.permit_due_on, p.refused_on)
                        ELSE greatest(p.end_on, p.notified_end_on, p.found_on) END
                    WHEN p.at_end = 'until-law-changes' AND p.is_extended AND NOT p.is_barred
                        THEN CASE WHEN p.revised_on IS NOT NULL THEN greatest(p.end_on, p.revised_on) END
                    ELSE p.end_on
                END AS last_on
            FROM (
                SELECT g.exemption_grant_id, g.case_file_id, g.certificate, g.granted_on, t.at_end, d.today,
                    k.due_on AS end_on, a.final_act, a.final_on, a.commenced_on, a.suspended_on, a.resumed_on,
                    a.extended_on IS NOT NULL AS is_extended, a.extension_asked_on, a.requested_on, n.finding,
                    n.found_on, n.notified_end_on, a.revised_on, a.refused_on, l.level,
                    coalesce(l.level = ANY (t.barring_levels), false) AS is_barred,
                    a.applied_on IS NOT NULL AND a.refused_on IS NULL AS is_permit_pending, w.due_on AS permit_due_on
                FROM exemption_grant AS g JOIN grant_track AS t ON t.regime = g.regime AND t.track = g.track
                JOIN regime AS z ON z.regime = g.regime
                CROSS JOIN LATERAL (SELECT coalesce(grant_state.on_day,
                    (now() AT TIME ZONE z.time_zone)::date) AS today) AS d
                -- OFFSET keeps the one deadline from being looked for among all that were counted.
                LEFT JOIN LATERAL (SELECT s.due_on FROM deadline_state(grant_state.on_day) AS s
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
                    FROM grant_act AS x WHERE x.exemption_grant_id = g.exemption_grant_id AND x.on_day <= d.today
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
                LEFT JOIN LATERAL (SELECT max(c.due_on) AS due_on FROM deadline_state(grant_state.on_day) AS c
                    WHERE n.finding = 'needed' AND c.case_file_id = g.case_file_id AND c.rule = t.permit_rule
                        AND c.subject_id = a.request_id) AS w ON true
                -- Of each ministry what it said last, and the provisions that the linked reform tasks change; what bars an
                -- extension for one bars it.
                CROSS JOIN LATERAL (SELECT coalesce(min(s.level) FILTER (WHERE s.level = ANY (t.barring_levels)),
                    min(s.level)) AS level
                    FROM ((SELECT DISTINCT ON (x.organisation_id) x.level::text AS level FROM grant_act AS x
                        WHERE x.exemption_grant_id = g.exemption_grant_id AND x.level IS NOT NULL
                            AND x.on_day <= d.today
                        ORDER BY x.organisation_id, x.act_no DESC)
                        UNION ALL SELECT v.level::text FROM case_task AS y
                        JOIN reform_task AS w ON w.reform_task_id = y.reform_task_id
                        JOIN task_provision AS u ON u.reform_task_id = w.reform_task_id
                        JOIN provision AS v ON v.provision_id = u.provision_id
                        WHERE y.case_file_id = g.case_file_id AND w.status <> 'dropped'
                            AND v.level IS NOT NULL) AS s) AS l
                WHERE g.granted_on <= d.today
            ) AS p
        ) AS f
    ) AS j LEFT JOIN exemption_grant AS g ON g.exemption_grant_id = j.exemption_grant_id
    LEFT JOIN grant_basis AS b ON b.regime = g.regime AND b.track = g.track AND b.topic = j.reason;
END;

-- The state of one grant. To plan that question takes longer than to answer it: it is planned once for a session, and not
-- at all where nobody asks.
CREATE FUNCTION grant_of(exemption_grant_id bigint, on_day date DEFAULT NULL) RETURNS SETOF grant_standing
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED ROWS 1
    SET search_path = sandbox, pg_temp SET plan_cache_mode = force_generic_plan SET jit = off AS $$
BEGIN
    RETURN QUERY SELECT s.* FROM grant_state(grant_of.on_day) AS s
    WHERE s.exemption_grant_id = grant_of.exemption_grant_id;
END $$;

-- A permit that was applied for in place of a grant and is not given: its case has ended, and the grant was not converted.
CREATE FUNCTION record_refused_permit(case_file_id bigint, on_day date) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
INSERT INTO grant_act (exemption_grant_id, case_file_id, act, act_no, on_day, successor_case_id)
SELECT a.exemption_grant_id, a.case_file_id, 'permit-refused', next_act_no(a.exemption_grant_id),
    record_refused_permit.on_day, record_refused_permit.case_file_id
FROM grant_act AS a WHERE a.act = 'apply-permit' AND a.successor_case_id = record_refused_permit.case_file_id
    AND NOT EXISTS (SELECT FROM grant_act AS x WHERE x.exemption_grant_id = a.exemption_grant_id
        AND x.act IN ('convert', 'permit-refused')) $$;

-- When each condition of a grant is due: its rule, counted as the law counts. One that recurs is due again after each
-- piece of evidence that was not rejected. Before the event that it hangs on has come, no day is known.
--   is_owed     something is still to be done about it, or again
CREATE VIEW condition_due WITH (security_invoker = true) AS
SELECT k.decision_id, k.condition_no, k.case_file_id, k.phase, k.responsible, s.state AS grant_state, s.granted_on,
    s.today, d.due_on, o.is_owed, o.is_owed AND coalesce(d.due_on < s.today, false) AS is_overdue
FROM exemption_grant AS g JOIN condition_state AS k ON k.decision_id = g.decision_id
JOIN regime AS z ON z.regime = g.regime
CROSS JOIN LATERAL grant_of(g.exemption_grant_id) AS s
CROSS JOIN LATERAL due_parts(k.due) AS p
CROSS JOIN LATERAL (SELECT count(*)::integer AS filed FROM condition_evidence AS e
    WHERE p.kind = 'every' AND e.decision_id = k.decision_id AND e.condition_no = k.condition_no
        AND e.is_confirmed IS DISTINCT FROM false) AS e
CROSS JOIN LATERAL (SELECT CASE WHEN p.kind = 'every' OR p.event = 'commencement' THEN s.commenced_on
    WHEN p.event = 'grant' THEN s.granted_on WHEN p.event = 'end' THEN s.last_on END AS day) AS f
CROSS JOIN LATERAL (SELECT CASE p.kind WHEN 'on' THEN p.day WHEN 'before' THEN f.day
    ELSE (SELECT c.due_on FROM count_period(z.calendar, NULL, f.day, NULL, 'civil', p.length * (1 + e.filed),
        CASE p.unit WHEN 'days' THEN 'day' ELSE 'month' END, 0, NULL, NULL, NULL, NULL) AS c WHERE f.day IS NOT NULL)
    END AS due_on OFFSET 0) AS d
CROSS JOIN LATERAL (SELECT CASE WHEN p.kind = 'every' THEN s.is_in_force
    AND coalesce(d.due_on <= coalesce(s.last_on, 'infinity'), false)
    ELSE k.state IN ('open', 'rejected') AND (s.is_in_force OR k.phase = 'after') END AS is_owed) AS o;
COMMENT ON VIEW condition_due IS 'the day each condition of a grant is due, and whether it is owed and overdue';

GRANT EXECUTE ON FUNCTION longest_validity, validity_end, grant_state, grant_of
    TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
