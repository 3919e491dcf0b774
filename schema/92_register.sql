-- The public register of grants. The view belongs to a role that can read the columns that are published and nothing else,
-- so nothing confidential can reach it whatever the view is changed to say; and it asks nobody who they are, so everybody
-- reads the same. What is held back of a single grant is empty and names its ground.

-- Something is held back of a grant, and on a ground that the law still gives.
CREATE FUNCTION guard_register_withholding() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM disclosure_ground AS g
        WHERE g.regime = NEW.regime AND g.ground = NEW.ground AND g.closed_on IS NOT NULL) THEN
        PERFORM refuse('register_withholding_ground_guard', 'the law no longer gives this ground');
    END IF;
    IF acting_as('sandbox_desk') AND NOT EXISTS (
        SELECT FROM case_file AS c JOIN decision AS d USING (case_file_id) JOIN track AS t USING (regime, track)
        WHERE c.case_file_id = NEW.case_file_id AND t.grants AND d.outcome IN ('granted', 'granted-with-conditions'))
    THEN
        PERFORM refuse('register_withholding_grant_guard', 'only of a grant is there something to withhold');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_register_withholding BEFORE INSERT ON register_withholding
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_register_withholding();

-- What is published, column by column. The policies leave the rows of grants, and of decided cases; the view shows a
-- reader's function no row before it is known to be a grant (security_barrier).
GRANT SELECT (case_file_id, regime, track, reference, company_id, stage, service_name, origin) ON case_file TO sandbox_register;
GRANT SELECT (organisation_id, kind, name) ON organisation TO sandbox_register;
GRANT SELECT (decision_id, case_file_id, outcome, decided_on, meeting_label) ON decision TO sandbox_register;
GRANT SELECT (decision_id, case_file_id, condition_no, phase, text) ON condition TO sandbox_register;
GRANT SELECT (case_file_id, item_no, law, article) ON exemption_item TO sandbox_register;
GRANT SELECT (case_file_id, field, regime, ground) ON register_withholding TO sandbox_register;
GRANT SELECT (case_file_id, inferred_fields, designation_no, valid_from, valid_until, state) ON imported_case TO sandbox_register;
-- By these the state of the grant is known.
GRANT SELECT (case_file_id, certificate, final_act, final_on, at_end, end_on, last_on, commenced_on, suspended_on, level)
    ON kept_grant TO sandbox_register;
GRANT SELECT ON track, disclosure_ground TO sandbox_register;
CREATE POLICY register ON case_file FOR SELECT TO sandbox_register USING (stage = 'decided');
CREATE POLICY register ON decision FOR SELECT TO sandbox_register
    USING (outcome IN ('granted', 'granted-with-conditions'));
CREATE POLICY register ON condition FOR SELECT TO sandbox_register
    USING (EXISTS (SELECT FROM decision AS d WHERE d.decision_id = condition.decision_id));
CREATE POLICY register ON kept_grant FOR SELECT TO sandbox_register USING (true);
CREATE POLICY register ON exemption_item FOR SELECT TO sandbox_register
    USING (EXISTS (SELECT FROM decision AS d WHERE d.case_file_id = exemption_item.case_file_id));
CREATE POLICY register ON imported_case FOR SELECT TO sandbox_register
    USING (EXISTS (SELECT FROM decision AS d WHERE d.case_file_id = imported_case.case_file_id));
CREATE POLICY register ON register_withholding FOR SELECT TO sandbox_register USING (true);
CREATE POLICY register ON organisation FOR SELECT TO sandbox_register
    USING (EXISTS (SELECT FROM case_file AS c JOIN decision AS d USING (case_file_id)
        WHERE c.company_id = organisation.organisation_id));

CREATE VIEW register.grants WITH (security_barrier) AS
WITH withheld AS (
    SELECT w.case_file_id, array_agg(w.field::text) AS fields,
        array_agg(concat_ws(': ', w.field, g.basis) ORDER BY w.field) AS grounds
    FROM register_withholding AS w JOIN disclosure_ground AS g ON g.regime = w.regime AND g.ground = w.ground
    GROUP BY w.case_file_id
)
SELECT c.reference, c.regime::text AS regime, c.track::text AS track,
    CASE WHEN w.fields @> '{company}' THEN NULL ELSE o.name::text END AS company,
    CASE WHEN w.fields @> '{service}' THEN NULL ELSE c.service_name::text END AS service,
    CASE WHEN w.fields @> '{provisions}' THEN NULL ELSE ARRAY(
        SELECT concat_ws(' ', e.law, e.article) FROM exemption_item AS e
        WHERE e.case_file_id = c.case_file_id ORDER BY e.item_no) END AS provisions,
    CASE WHEN w.fields @> '{conditions}' THEN NULL ELSE ARRAY(
        SELECT k.text::text FROM condition AS k WHERE k.decision_id = d.decision_id
        ORDER BY k.condition_no) END AS conditions,
    d.decided_on, CASE WHEN w.fields @> '{meeting}' THEN NULL ELSE d.meeting_label::text END AS meeting,
    d.outcome::text AS outcome, coalesce(w.grounds, '{}') AS withheld, c.origin::text AS origin,
    state_of_grant(g.certificate, g.final_act, g.at_end, g.end_on, g.last_on, g.commenced_on, g.suspended_on, g.level,
        authority_date(c.regime)) AS state,
    g.end_on AS valid_until, g.last_on AS in_force_until, e.ended_on, e.ended_by,
    array_replace(array_replace(array_replace(array_replace(inferred_columns(i.inferred_fields, '{company,service,track,conditions,laws,
        decided_on,outcome,meeting,designation_no,valid_from,valid_until,state}'), 'laws', 'provisions'), 'valid_from', 'stated_from'),
        'valid_until', 'stated_until'), 'state', 'stated_state') AS inferred,
    coalesce(g.certificate, i.designation_no)::text AS designation_no, i.valid_from AS stated_from, i.valid_until AS stated_until,
    i.state::text AS stated_state
FROM case_file AS c JOIN decision AS d USING (case_file_id)
JOIN track AS t ON t.regime = c.regime AND t.track = c.track AND t.grants
JOIN organisation AS o ON o.organisation_id = c.company_id
LEFT JOIN kept_grant AS g USING (case_file_id)
LEFT JOIN LATERAL (SELECT coalesce(g.final_on, g.last_on) AS ended_on, coalesce(g.final_act, 'expiry') AS ended_by
    WHERE g.certificate IS NOT NULL AND (g.final_act IS NOT NULL OR g.last_on < authority_date(c.regime))) AS e ON true
LEFT JOIN imported_case AS i USING (case_file_id)
LEFT JOIN withheld AS w USING (case_file_id);
COMMENT ON VIEW register.grants IS 'the public register: one row a grant';
COMMENT ON COLUMN register.grants.withheld IS
    'what is not shown of this grant, each field with its ground, as field: article';
COMMENT ON COLUMN register.grants.origin IS
    'filed: decided here; import: a case of the past, entered from a file by the authority';
COMMENT ON COLUMN register.grants.provisions IS 'laws the grant exempts from or permits beside, with their articles';
COMMENT ON COLUMN register.grants.state IS
    'preparing, running, suspended, deemed-running, deemed-extended, undetermined: in force; expired, revoked, graduated, '
    'unnecessary, converted, ended: over; unrecorded: a grant of the past, of which that is not recorded';
COMMENT ON COLUMN register.grants.valid_until IS
    'last day of the validity as it was granted, an extension included; empty: it has not begun';
COMMENT ON COLUMN register.grants.ended_on IS 'the day a grant that is over ended; empty: in force, or not recorded';
COMMENT ON COLUMN register.grants.ended_by IS
    'what ended it: revoke, graduate, record-interpretation, convert, renounce, or expiry';
COMMENT ON COLUMN register.grants.in_force_until IS
    'last day on which it is or was in force, by what is known; empty: no end in sight, or not recorded';
COMMENT ON COLUMN register.grants.designation_no IS 'number of the certificate; of a grant of the past the number that its source has';
COMMENT ON COLUMN register.grants.stated_from IS 'of a grant of the past: first day of its validity, as its source has it';
COMMENT ON COLUMN register.grants.stated_until IS
    'of a grant of the past: last day of its validity, after any extension, as its source has it';
COMMENT ON COLUMN register.grants.stated_state IS 'of a grant of the past: what became of it, in the words of its source';
COMMENT ON COLUMN register.grants.inferred IS
    'of a grant of the past: the columns whose value its source only lets one infer';
ALTER VIEW register.grants OWNER TO sandbox_register;
GRANT SELECT ON register.grants TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor,
    sandbox_operator, sandbox_public;
