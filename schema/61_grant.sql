-- How a grant comes into being.

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
    SET length = coalesce(d.validity_months, d.validity_until - begin_validity.on_day + m.counts_first_day::integer),
        unit = CASE WHEN d.validity_months IS NULL THEN 'day' ELSE 'month' END
    FROM decision AS d, deadline_rule AS r, counting_method AS m, grant_track AS t
    WHERE m.counting = r.counting AND d.decision_id = granted.decision_id AND num_nonnulls(d.validity_months, d.validity_until) > 0
        AND k.case_file_id = granted.case_file_id AND k.subject_id = granted.decision_id AND k.subject = 'decision'
        AND r.deadline_rule_id = k.deadline_rule_id AND t.regime = granted.regime AND t.track = granted.track
        AND r.rule = t.validity_rule;
    IF FOUND THEN
        UPDATE deadline AS k SET promised_on = s.due_on FROM deadline_today AS s
        WHERE s.deadline_id = k.deadline_id AND s.case_file_id = granted.case_file_id AND s.subject = 'decision'
            AND s.subject_id = granted.decision_id AND k.promised_on <> s.due_on;
    END IF;
END $$;

CREATE FUNCTION next_act_no(exemption_grant_id bigint) RETURNS smallint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
-- A number that was taken back is not given again.
SELECT (1 + greatest(0, (SELECT max(a.act_no) FROM grant_act AS a WHERE a.exemption_grant_id = g.exemption_grant_id),
    (SELECT max(r.about_no) FROM recall AS r WHERE r.case_file_id = g.case_file_id AND r.subject = 'grant-act')))::smallint
FROM exemption_grant AS g WHERE g.exemption_grant_id = next_act_no.exemption_grant_id $$;

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
        FROM grant_act AS a JOIN grant_today AS s ON s.exemption_grant_id = a.exemption_grant_id
        WHERE a.act = 'apply-permit' AND a.successor_case_id = convert_predecessor.case_file_id AND s.is_in_force;
    END IF;
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

GRANT EXECUTE ON FUNCTION longest_validity, validity_end
    TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
