-- What an act on a grant depends on, as the journal, the deadlines and the law have it on the day of the act. The guard and the
-- program ask here, so that they judge by the same facts.

-- What is not fulfilled of the conditions of a phase, by the evidence that the desk confirmed up to a day.
CREATE FUNCTION unmet_conditions(exemption_grant_id bigint, phase text, on_day date) RETURNS SETOF smallint
    LANGUAGE sql STABLE BEGIN ATOMIC
    SELECT k.condition_no FROM exemption_grant AS g JOIN condition AS k ON k.decision_id = g.decision_id
    WHERE g.exemption_grant_id = unmet_conditions.exemption_grant_id AND k.phase = unmet_conditions.phase
        AND NOT EXISTS (SELECT FROM condition_evidence AS e JOIN case_file AS c USING (case_file_id)
            WHERE e.decision_id = k.decision_id AND e.condition_no = k.condition_no AND e.is_confirmed
                AND authority_date(c.regime, e.ruled_at) <= unmet_conditions.on_day)
    ORDER BY k.condition_no;
END;

-- The covers of an insurance that are too small, or missing.
CREATE FUNCTION short_covers(grant_act_id bigint) RETURNS SETOF text LANGUAGE sql STABLE BEGIN ATOMIC
    SELECT m.cover::text FROM insurance AS i JOIN grant_act AS a USING (grant_act_id)
    JOIN exemption_grant AS g ON g.exemption_grant_id = a.exemption_grant_id
    JOIN insurance_minimum AS m ON m.regime = g.regime
    LEFT JOIN insurance_cover AS c ON c.grant_act_id = i.grant_act_id AND c.cover = m.cover
    WHERE i.grant_act_id = short_covers.grant_act_id AND i.kind = 'insurance' AND coalesce(c.amount, 0) < m.amount
    ORDER BY m.position;
END;

-- Whether a confirmed insurance covers a grant from a day to the end of its validity, or a plan was agreed instead.
-- Where no article of the track demands an insurance, none is missing.
CREATE FUNCTION is_insured(exemption_grant_id bigint, from_day date, to_day date) RETURNS boolean
    LANGUAGE sql STABLE BEGIN ATOMIC
    SELECT EXISTS (
        SELECT FROM grant_act AS a JOIN insurance AS i USING (grant_act_id)
        JOIN grant_act AS k ON k.exemption_grant_id = a.exemption_grant_id AND k.act = 'confirm'
            AND k.about_no = a.act_no AND k.on_day <= is_insured.from_day
        WHERE a.exemption_grant_id = is_insured.exemption_grant_id
            AND (i.kind = 'compensation-plan'
                OR i.covers_from <= is_insured.from_day AND i.covers_to >= is_insured.to_day))
        OR EXISTS (SELECT FROM exemption_grant AS g WHERE g.exemption_grant_id = is_insured.exemption_grant_id
            AND NOT EXISTS (SELECT FROM grant_basis AS b
                WHERE b.regime = g.regime AND b.track = g.track AND b.topic = 'insure'));
END;

-- The grounds on which a grant can be revoked on a day: those of its track, if the fact that they need has come.
CREATE FUNCTION given_grounds(exemption_grant_id bigint, on_day date) RETURNS SETOF text
    LANGUAGE sql STABLE BEGIN ATOMIC
    SELECT r.ground::text FROM exemption_grant AS g JOIN revocation_ground AS r USING (regime, track)
    WHERE g.exemption_grant_id = given_grounds.exemption_grant_id AND CASE r.needs
        WHEN 'law-revised' THEN EXISTS (SELECT FROM grant_of(g.exemption_grant_id, on_day) AS s
            WHERE s.revised_on IS NOT NULL)
        WHEN 'commencement-overdue' THEN EXISTS (
            SELECT FROM deadlines_of(g.case_file_id, on_day) AS s JOIN deadline_rule AS k USING (deadline_rule_id)
            WHERE 'commenced' = ANY (k.ends_on) AND s.state = 'overdue')
        ELSE true END
    ORDER BY r.position;
END;

-- Whether an act changes the state of a grant, or what follows for it: such acts come in the order of their days.
CREATE FUNCTION changes_grant(act text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN act IN ('commence', 'suspend', 'resume', 'extend', 'request-revision', 'record-finding', 'apply-permit',
        'permit-refused', 'revoke', 'graduate', 'record-interpretation', 'convert', 'renounce');

-- The facts of an act on a day.
--   window_ends_on    last day for the act; NULL: no period is set for it
--   longest_end_on    last day that an extension can give
--   insured_until     the end of the validity, or the one it would have if it began on that day
--   open_parts        the insurances and orders that can be confirmed, the claims that can be settled, the insurances and reports that
--                     can be replaced, by the number of their act: what was confirmed, or decided upon since, is relied on
--   owes_plan         whether the acting organisation does; has_found: whether it has
CREATE TYPE grant_facts AS (
    standing grant_standing, moved_on date, may_suspend boolean, may_convert boolean, is_extendable boolean,
    has_exit_report boolean, window_ends_on date, longest_end_on date, insured_until date, is_insured boolean,
    unmet_conditions bigint[], done text[], heard_grounds text[], known_grounds text[], given_grounds text[],
    open_parts bigint[], owes_plan boolean, has_found boolean
);

-- Planned once for a session, as grant_of is.
CREATE FUNCTION grant_facts(exemption_grant_id bigint, act text, on_day date) RETURNS grant_facts
    LANGUAGE plpgsql STABLE SET search_path = sandbox, pg_temp SET plan_cache_mode = force_generic_plan
    SET jit = off AS $$
DECLARE facts grant_facts;
BEGIN
    SELECT s, j.moved_on, t.may_suspend, t.converts_to IS NOT NULL, coalesce(v.extensions > 0, false),
        EXISTS (SELECT FROM deadline_rule AS r WHERE r.regime = c.regime AND r.version = c.regime_version
            AND 'exit-reported' = ANY (r.ends_on) AND (r.tracks = '{}' OR c.track = ANY (r.tracks))),
        (SELECT max(k.due_on) FROM deadlines_of(c.case_file_id, grant_facts.on_day) AS k
            WHERE k.rule = CASE grant_facts.act
                WHEN 'ask-extension' THEN t.extension_rule WHEN 'request-revision' THEN t.revision_rule
                WHEN 'apply-permit' THEN t.permit_rule END),
        (SELECT period_end(s.end_on + 1, r.extension_length, r.extension_unit)
            FROM deadline AS k JOIN deadline_rule AS r USING (deadline_rule_id)
            WHERE k.case_file_id = c.case_file_id AND k.subject_id = g.decision_id AND r.rule = t.validity_rule),
        i.until, is_insured(g.exemption_grant_id, grant_facts.on_day, i.until),
        ARRAY(SELECT unmet_conditions(g.exemption_grant_id, 'before', grant_facts.on_day)), j.done, j.heard,
        ARRAY(SELECT r.ground::text FROM revocation_ground AS r
            WHERE r.regime = g.regime AND r.track = g.track ORDER BY r.position),
        ARRAY(SELECT given_grounds(g.exemption_grant_id, grant_facts.on_day)),
        ARRAY(SELECT a.act_no FROM grant_act AS a
            WHERE a.exemption_grant_id = g.exemption_grant_id
                AND CASE grant_facts.act WHEN 'confirm' THEN a.act = 'correct' OR a.act = 'insure' AND s.is_in_force
                        AND NOT EXISTS (SELECT FROM grant_act AS x WHERE x.exemption_grant_id = a.exemption_grant_id
                            AND x.act = 'insure' AND x.about_no = a.act_no)
                    WHEN 'insure' THEN a.act = 'insure' AND NOT EXISTS (SELECT FROM grant_act AS x
                        WHERE x.exemption_grant_id = a.exemption_grant_id AND x.act = 'confirm' AND x.about_no = a.act_no)
                    WHEN 'report' THEN a.act = 'report' AND NOT EXISTS (SELECT FROM grant_act AS x
                        WHERE x.exemption_grant_id = a.exemption_grant_id AND x.act_no > a.act_no AND x.act IN ('extend',
                            'refuse-extension', 'record-finding', 'record-hearing', 'revoke', 'correct', 'suspend'))
                    WHEN 'close-claim' THEN a.act = 'claim' END
                AND NOT EXISTS (SELECT FROM grant_act AS x WHERE x.exemption_grant_id = a.exemption_grant_id
                    AND x.act = grant_facts.act AND x.about_no = a.act_no)
            ORDER BY a.act_no),
        EXISTS (SELECT FROM deadline AS k JOIN deadline_rule AS r USING (deadline_rule_id)
            WHERE k.case_file_id = c.case_file_id AND k.ended_on IS NULL AND 'revision-planned' = ANY (r.ends_on)
                AND k.organisation_id = acting_organisation_id()),
        j.has_found
    INTO facts
    FROM exemption_grant AS g JOIN grant_track AS t ON t.regime = g.regime AND t.track = g.track
    JOIN case_file AS c ON c.case_file_id = g.case_file_id
    LEFT JOIN deadline_rule AS v ON v.regime = c.regime AND v.version = c.regime_version AND v.rule = t.validity_rule
    CROSS JOIN LATERAL grant_of(g.exemption_grant_id, grant_facts.on_day) AS s
    CROSS JOIN LATERAL (SELECT coalesce(s.end_on, validity_end(g.exemption_grant_id, grant_facts.on_day), s.granted_on)
        AS until) AS i
    CROSS JOIN LATERAL (
        SELECT max(a.on_day) FILTER (WHERE changes_grant(a.act)) AS moved_on,
            coalesce(array_agg(DISTINCT a.act::text), '{}') AS done,
            coalesce(array_agg(a.ground::text) FILTER (WHERE a.act = 'record-hearing'
                AND a.on_day <= grant_facts.on_day), '{}') AS heard,
            coalesce(bool_or(a.act = 'record-finding' AND a.organisation_id = acting_organisation_id()),
                false) AS has_found
        FROM grant_act AS a WHERE a.exemption_grant_id = g.exemption_grant_id) AS j
    WHERE g.exemption_grant_id = grant_facts.exemption_grant_id;
    RETURN facts;
END $$;

GRANT EXECUTE ON FUNCTION unmet_conditions, short_covers, is_insured, given_grounds, changes_grant, grant_facts
    TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
