-- The public register of grants. The view belongs to a role that can read the columns that are published and nothing else,
-- so nothing confidential can reach it whatever the view is changed to say; and it asks nobody who they are, so everybody
-- reads the same. What is held back of a single grant is empty and names its ground.

CREATE TABLE disclosure_ground (
    regime code NOT NULL CONSTRAINT disclosure_ground_regime_fkey REFERENCES regime,
    ground code NOT NULL,
    position smallint NOT NULL,
    basis label NOT NULL,
    name_ko label NOT NULL,
    name_en label NOT NULL,
    CONSTRAINT disclosure_ground_pkey PRIMARY KEY (regime, ground)
);
INSERT INTO disclosure_ground VALUES
    ('kr-ict', 'secret-by-law', 1, '정보공개법 제9조 제1항 제1호', '다른 법령에 따른 비밀', 'secret by another law'),
    ('kr-ict', 'deliberation', 5, '정보공개법 제9조 제1항 제5호', '의사결정 과정·내부검토', 'deliberation not yet ended'),
    ('kr-ict', 'personal-data', 6, '정보공개법 제9조 제1항 제6호', '개인정보', 'personal data'),
    ('kr-ict', 'trade-secret', 7, '정보공개법 제9조 제1항 제7호', '경영상·영업상 비밀', 'trade secret');

CREATE TABLE register_withholding (
    case_file_id bigint NOT NULL CONSTRAINT register_withholding_case_file_id_fkey REFERENCES case_file,
    field code NOT NULL CONSTRAINT register_withholding_field_check CHECK (
        field IN ('company', 'service', 'provisions', 'conditions', 'session')
    ),
    regime code NOT NULL,
    ground code NOT NULL,
    withheld_at timestamptz NOT NULL DEFAULT now(),
    withheld_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT register_withholding_pkey PRIMARY KEY (case_file_id, field),
    CONSTRAINT register_withholding_ground_fkey FOREIGN KEY (regime, ground) REFERENCES disclosure_ground
);
COMMENT ON TABLE register_withholding IS 'fields of a grant that the public register does not show, and why';

DO $$
DECLARE
    table_name text;
BEGIN
    FOREACH table_name IN ARRAY ARRAY['disclosure_ground', 'register_withholding'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
        EXECUTE format('CREATE POLICY %I ON %I TO sandbox_owner USING (true) WITH CHECK (true)',
            table_name || '_owner', table_name);
    END LOOP;
END
$$;
CREATE POLICY disclosure_ground_everyone ON disclosure_ground FOR SELECT TO PUBLIC USING (true);
GRANT SELECT ON disclosure_ground TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor,
    sandbox_operator, sandbox_public;

CREATE POLICY register_withholding_staff ON register_withholding FOR SELECT TO sandbox_desk, sandbox_analyst, sandbox_auditor
    USING ((SELECT acting_group() IN ('sandbox_desk', 'sandbox_analyst', 'sandbox_auditor')));
CREATE POLICY register_withholding_reader ON register_withholding FOR SELECT TO sandbox_company, sandbox_ministry
    USING ((SELECT acting_group() IS NOT NULL)
        AND EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = register_withholding.case_file_id));
CREATE POLICY register_withholding_withhold ON register_withholding FOR INSERT TO sandbox_desk WITH CHECK (
    (SELECT acting_group() = 'sandbox_desk') AND EXISTS (
        SELECT FROM case_file AS c WHERE c.case_file_id = register_withholding.case_file_id AND c.regime = register_withholding.regime));
CREATE POLICY register_withholding_disclose ON register_withholding FOR DELETE TO sandbox_desk
    USING ((SELECT acting_group() = 'sandbox_desk'));
GRANT SELECT ON register_withholding TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
GRANT INSERT (case_file_id, field, regime, ground), DELETE ON register_withholding TO sandbox_desk;

CREATE TRIGGER register_withholding_event_insert AFTER INSERT ON register_withholding REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION book_insert('case_file_id', 'withhold', 'withhold', 'disclose', 'field');
CREATE TRIGGER register_withholding_event_change AFTER UPDATE OR DELETE ON register_withholding
    FOR EACH ROW EXECUTE FUNCTION book_change('case_file_id', 'withhold', 'withhold', 'disclose', 'field');
SELECT past.cover_table('register_withholding');

-- Only a grant stands in the register, so only of a grant is there something to hold back.
CREATE FUNCTION guard_withholding() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF acting_as('sandbox_desk') AND NOT EXISTS (
        SELECT FROM case_file AS c JOIN decision AS d USING (case_file_id) JOIN track AS t USING (regime, track)
        WHERE c.case_file_id = NEW.case_file_id AND t.grants AND d.outcome IN ('granted', 'granted-with-conditions'))
    THEN
        PERFORM refuse('register_withholding_grant_guard', 'only of a grant is there something to withhold');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER register_withholding_guard BEFORE INSERT ON register_withholding
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_withholding();

-- What is published, column by column. The policies leave the rows of grants.
GRANT SELECT (case_file_id, regime, track, reference, company_id, stage, service_name) ON case_file TO sandbox_register;
GRANT SELECT (organisation_id, kind, name) ON organisation TO sandbox_register;
GRANT SELECT (decision_id, case_file_id, outcome, decided_on, session_label) ON decision TO sandbox_register;
GRANT SELECT (decision_id, case_file_id, condition_no, phase, text) ON condition TO sandbox_register;
GRANT SELECT (case_file_id, item_no, law, article) ON exemption_item TO sandbox_register;
GRANT SELECT (case_file_id, field, regime, ground) ON register_withholding TO sandbox_register;
GRANT SELECT ON track, disclosure_ground TO sandbox_register;
CREATE POLICY case_file_register ON case_file FOR SELECT TO sandbox_register USING (stage = 'decided');
CREATE POLICY decision_register ON decision FOR SELECT TO sandbox_register
    USING (outcome IN ('granted', 'granted-with-conditions'));
CREATE POLICY condition_register ON condition FOR SELECT TO sandbox_register
    USING (EXISTS (SELECT FROM decision AS d WHERE d.decision_id = condition.decision_id));
CREATE POLICY exemption_item_register ON exemption_item FOR SELECT TO sandbox_register
    USING (EXISTS (SELECT FROM decision AS d WHERE d.case_file_id = exemption_item.case_file_id));
CREATE POLICY register_withholding_register ON register_withholding FOR SELECT TO sandbox_register USING (true);
CREATE POLICY organisation_register ON organisation FOR SELECT TO sandbox_register
    USING (EXISTS (SELECT FROM case_file AS c JOIN decision AS d USING (case_file_id)
        WHERE c.company_id = organisation.organisation_id));

CREATE VIEW register.grants AS
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
        SELECT k.text::text FROM condition AS k WHERE k.decision_id = d.decision_id ORDER BY k.condition_no) END AS conditions,
    d.decided_on, CASE WHEN w.fields @> '{session}' THEN NULL ELSE d.session_label::text END AS session,
    d.outcome::text AS outcome, coalesce(w.grounds, '{}') AS withheld
FROM case_file AS c
JOIN decision AS d USING (case_file_id)
JOIN track AS t ON t.regime = c.regime AND t.track = c.track AND t.grants
JOIN organisation AS o ON o.organisation_id = c.company_id
LEFT JOIN withheld AS w USING (case_file_id);
ALTER VIEW register.grants OWNER TO sandbox_register;
COMMENT ON VIEW register.grants IS 'the public register: one row a grant';
COMMENT ON COLUMN register.grants.withheld IS 'what is not shown of this grant, each field with its ground, as field: article';
COMMENT ON COLUMN register.grants.provisions IS 'laws the grant exempts from or permits beside, with their articles';
GRANT SELECT ON register.grants TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor,
    sandbox_operator, sandbox_public;
