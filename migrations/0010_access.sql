-- Who sees and writes what. A policy names a group role and asks for the acting person as well: a group role that
-- somebody SET, and a person who was disabled, see nothing. Without a policy for a role a row does not exist for it.

-- The owner acts inside SECURITY DEFINER functions only; it never logs in.
DO $$
DECLARE
    table_name text;
BEGIN
    FOREACH table_name IN ARRAY ARRAY[
        'case_file', 'exemption_item', 'proposal_section', 'participant', 'risk_scenario', 'stakeholder_conflict',
        'case_contact', 'attachment', 'reference_counter', 'consultation', 'opinion', 'supplement', 'decision',
        'condition', 'case_ministry', 'imported_case', 'roadmap', 'reform_task', 'roadmap_entry', 'task_ministry', 'task_law',
        'case_task', 'event_chain', 'event', 'audit_seal', 'idempotency_key'
    ] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
        EXECUTE format('CREATE POLICY %I ON %I TO sandbox_owner USING (true) WITH CHECK (true)',
            table_name || '_owner', table_name);
    END LOOP;
END
$$;

-- The case file.
CREATE POLICY case_file_company ON case_file TO sandbox_company
    USING (company_id = (SELECT acting_organisation_id()) AND (SELECT acting_group() = 'sandbox_company'))
    WITH CHECK (company_id = (SELECT acting_organisation_id()) AND (SELECT acting_group() = 'sandbox_company'));
CREATE POLICY case_file_ministry ON case_file FOR SELECT TO sandbox_ministry
    USING ((SELECT acting_group() = 'sandbox_ministry') AND EXISTS (
        SELECT FROM case_ministry AS m
        WHERE m.case_file_id = case_file.case_file_id AND m.ministry_id = (SELECT acting_organisation_id())));
CREATE POLICY case_ministry_own ON case_ministry FOR SELECT TO sandbox_ministry
    USING (ministry_id = (SELECT acting_organisation_id()) AND (SELECT acting_group() = 'sandbox_ministry'));
GRANT SELECT ON case_ministry TO sandbox_ministry;
CREATE POLICY case_file_desk ON case_file TO sandbox_desk
    USING (reference IS NOT NULL AND (SELECT acting_group() = 'sandbox_desk'))
    WITH CHECK (reference IS NOT NULL AND (SELECT acting_group() = 'sandbox_desk'));
CREATE POLICY case_file_analyst ON case_file FOR SELECT TO sandbox_analyst
    USING (reference IS NOT NULL AND (SELECT acting_group() = 'sandbox_analyst'));
CREATE POLICY case_file_auditor ON case_file FOR SELECT TO sandbox_auditor
    USING ((SELECT acting_group() = 'sandbox_auditor'));
GRANT SELECT ON case_file TO
    sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
GRANT INSERT (regime, track, service_name, service_type, summary, reasons, period_from, period_to, period_months)
    ON case_file TO sandbox_company;
GRANT UPDATE (track, service_name, service_type, summary, reasons, period_from, period_to, period_months, stage, closing_reason)
    ON case_file TO sandbox_company;
GRANT UPDATE (stage, closing_reason) ON case_file TO sandbox_desk;

-- What belongs to a case file is seen by whoever sees the case file. Analysts get neither contact data nor papers; what
-- the company wrote is the company's to change while it is a draft. What comes after the filing belongs to cases that
-- the staff sees anyway, so that it need not look at the case of every row.
DO $$
DECLARE
    part text;
    readers text;
    act text;
BEGIN
    FOREACH part IN ARRAY ARRAY[
        'exemption_item', 'proposal_section', 'participant', 'risk_scenario', 'stakeholder_conflict',
        'case_contact', 'attachment', 'consultation', 'supplement', 'decision', 'condition', 'imported_case', 'case_task'
    ] LOOP
        readers := 'sandbox_company, sandbox_ministry';
        IF part IN ('consultation', 'supplement', 'decision', 'condition', 'imported_case', 'case_task') THEN
            EXECUTE format($policy$
                CREATE POLICY %1$s_staff ON %1$s FOR SELECT TO sandbox_desk, sandbox_analyst, sandbox_auditor
                    USING ((SELECT acting_group() IN ('sandbox_desk', 'sandbox_analyst', 'sandbox_auditor')))$policy$, part);
            EXECUTE format('GRANT SELECT ON %I TO sandbox_desk, sandbox_analyst, sandbox_auditor', part);
        ELSE
            readers := readers || ', sandbox_desk, sandbox_auditor';
            IF part NOT IN ('case_contact', 'attachment') THEN
                readers := readers || ', sandbox_analyst';
            END IF;
        END IF;
        EXECUTE format($policy$
            CREATE POLICY %1$s_reader ON %1$s FOR SELECT TO %2$s USING ((SELECT acting_group() IS NOT NULL)
                AND EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = %1$s.case_file_id))$policy$, part, readers);
        EXECUTE format('GRANT SELECT ON %I TO %s', part, readers);
    END LOOP;

    FOREACH part IN ARRAY ARRAY[
        'exemption_item', 'proposal_section', 'participant', 'risk_scenario', 'stakeholder_conflict', 'case_contact'
    ] LOOP
        FOREACH act IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
            EXECUTE format('CREATE POLICY %1$s_%2$s ON %1$s FOR %3$s TO sandbox_company %4$s '
                '((SELECT acting_group() = ''sandbox_company'') AND EXISTS (SELECT FROM case_file AS c '
                'WHERE c.case_file_id = %1$s.case_file_id))',
                part, lower(act), act, CASE act WHEN 'INSERT' THEN 'WITH CHECK' ELSE 'USING' END);
        END LOOP;
        EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO sandbox_company', part);
    END LOOP;
END
$$;

CREATE POLICY attachment_attach ON attachment FOR INSERT TO sandbox_company WITH CHECK (
    (SELECT acting_group() = 'sandbox_company')
    AND EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = attachment.case_file_id));
CREATE POLICY attachment_detach ON attachment FOR DELETE TO sandbox_company USING (
    (SELECT acting_group() = 'sandbox_company')
    AND EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = attachment.case_file_id));
GRANT INSERT (case_file_id, paper, file_name, media_type, content), DELETE ON attachment TO sandbox_company;

-- Consultation, opinion, supplement, decision.
CREATE POLICY consultation_send ON consultation FOR INSERT TO sandbox_desk WITH CHECK (
    (SELECT acting_group() = 'sandbox_desk') AND EXISTS (
        SELECT FROM case_file AS c WHERE c.case_file_id = consultation.case_file_id AND c.reference IS NOT NULL));
GRANT INSERT (case_file_id, ministry_id, question) ON consultation TO sandbox_desk;

CREATE POLICY opinion_author ON opinion TO sandbox_ministry
    USING ((SELECT acting_group() = 'sandbox_ministry') AND EXISTS (SELECT FROM consultation AS k
        WHERE k.consultation_id = opinion.consultation_id AND k.ministry_id = (SELECT acting_organisation_id())))
    WITH CHECK ((SELECT acting_group() = 'sandbox_ministry') AND EXISTS (SELECT FROM consultation AS k
        WHERE k.consultation_id = opinion.consultation_id AND k.ministry_id = (SELECT acting_organisation_id())));
CREATE POLICY opinion_party ON opinion FOR SELECT TO sandbox_company, sandbox_ministry
    USING ((SELECT acting_group() IN ('sandbox_company', 'sandbox_ministry')) AND EXISTS (
        SELECT FROM case_file AS c WHERE c.case_file_id = opinion.case_file_id AND c.stage = 'decided'));
CREATE POLICY opinion_staff ON opinion FOR SELECT TO sandbox_desk, sandbox_analyst, sandbox_auditor
    USING ((SELECT acting_group() IN ('sandbox_desk', 'sandbox_analyst', 'sandbox_auditor')));
GRANT SELECT ON opinion TO
    sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;
GRANT INSERT (consultation_id, case_file_id, opinion, reason, conditions) ON opinion TO sandbox_ministry;

CREATE POLICY supplement_ask_desk ON supplement FOR INSERT TO sandbox_desk WITH CHECK (
    (SELECT acting_group() = 'sandbox_desk') AND EXISTS (
        SELECT FROM case_file AS c WHERE c.case_file_id = supplement.case_file_id AND c.reference IS NOT NULL));
CREATE POLICY supplement_ask_ministry ON supplement FOR INSERT TO sandbox_ministry WITH CHECK (
    (SELECT acting_group() = 'sandbox_ministry') AND EXISTS (
        SELECT FROM case_file AS c WHERE c.case_file_id = supplement.case_file_id));
CREATE POLICY supplement_answer ON supplement FOR UPDATE TO sandbox_company USING (
    (SELECT acting_group() = 'sandbox_company') AND EXISTS (
        SELECT FROM case_file AS c WHERE c.case_file_id = supplement.case_file_id));
GRANT INSERT (case_file_id, request, due_on) ON supplement TO sandbox_desk, sandbox_ministry;
GRANT UPDATE (answer) ON supplement TO sandbox_company;

CREATE POLICY decision_record ON decision FOR INSERT TO sandbox_desk WITH CHECK (
    (SELECT acting_group() = 'sandbox_desk') AND EXISTS (
        SELECT FROM case_file AS c WHERE c.case_file_id = decision.case_file_id AND c.reference IS NOT NULL));
CREATE POLICY condition_record ON condition FOR INSERT TO sandbox_desk WITH CHECK (
    (SELECT acting_group() = 'sandbox_desk') AND EXISTS (
        SELECT FROM decision AS d WHERE d.decision_id = condition.decision_id));
GRANT INSERT (case_file_id, outcome, decided_on, session_label, reason) ON decision TO sandbox_desk;
GRANT INSERT (decision_id, condition_no, case_file_id, phase, text) ON condition TO sandbox_desk;

-- A company that takes part is known to those who see one of its cases.
CREATE POLICY organisation_applicant ON organisation FOR SELECT TO sandbox_ministry, sandbox_analyst
    USING ((SELECT acting_group() IN ('sandbox_ministry', 'sandbox_analyst')) AND EXISTS (
        SELECT FROM case_file AS c WHERE c.company_id = organisation.organisation_id));

-- The roadmap is public; the desk keeps it, and a ministry reports on its own tasks.
DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['roadmap', 'reform_task', 'roadmap_entry', 'task_ministry', 'task_law'] LOOP
        EXECUTE format('CREATE POLICY %1$s_everyone ON %1$s FOR SELECT TO PUBLIC USING ((SELECT acting_group() IS NOT NULL))', part);
        EXECUTE format($policy$
            CREATE POLICY %1$s_desk ON %1$s TO sandbox_desk
                USING ((SELECT acting_group() = 'sandbox_desk'))
                WITH CHECK ((SELECT acting_group() = 'sandbox_desk'))$policy$, part);
        EXECUTE format('GRANT SELECT ON %I TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, '
            'sandbox_auditor, sandbox_operator, sandbox_public', part);
    END LOOP;
END
$$;
CREATE POLICY reform_task_ministry ON reform_task FOR UPDATE TO sandbox_ministry
    USING (reform_task_id = ANY (ARRAY(SELECT own_task_ids())))
    WITH CHECK (reform_task_id = ANY (ARRAY(SELECT own_task_ids())));
GRANT INSERT (roadmap, regime, name, adopted_on, source), UPDATE (name, adopted_on, source) ON roadmap TO sandbox_desk;
GRANT INSERT (title, status, status_note, in_force_on, source), UPDATE (title, status, status_note, in_force_on, source)
    ON reform_task TO sandbox_desk;
GRANT UPDATE (status, status_note, in_force_on) ON reform_task TO sandbox_ministry;
GRANT INSERT, DELETE ON roadmap_entry, task_ministry, task_law TO sandbox_desk;
CREATE POLICY case_task_link ON case_task FOR INSERT TO sandbox_desk WITH CHECK (
    (SELECT acting_group() = 'sandbox_desk') AND EXISTS (
        SELECT FROM case_file AS c WHERE c.case_file_id = case_task.case_file_id AND c.reference IS NOT NULL));
CREATE POLICY case_task_unlink ON case_task FOR DELETE TO sandbox_desk
    USING ((SELECT acting_group() = 'sandbox_desk'));
GRANT INSERT (case_file_id, reform_task_id), DELETE ON case_task TO sandbox_desk;

-- The event log is read along the same lines, and written by nobody but its triggers.
CREATE POLICY event_company ON event FOR SELECT TO sandbox_company USING (
    (SELECT acting_group() = 'sandbox_company') AND EXISTS (
        SELECT FROM case_file AS c
        WHERE c.case_file_id = event.case_file_id AND (event.entity <> 'opinion' OR c.stage = 'decided')));
CREATE POLICY event_ministry ON event FOR SELECT TO sandbox_ministry USING (
    (SELECT acting_group() = 'sandbox_ministry') AND NOT of_draft AND EXISTS (
        SELECT FROM case_file AS c
        WHERE c.case_file_id = event.case_file_id AND (event.entity <> 'opinion' OR c.stage = 'decided'
            OR event.organisation_id = (SELECT acting_organisation_id()))));
CREATE POLICY event_desk ON event FOR SELECT TO sandbox_desk USING (
    (SELECT acting_group() = 'sandbox_desk') AND NOT of_draft AND entity <> 'person');
CREATE POLICY event_analyst ON event FOR SELECT TO sandbox_analyst USING (
    (SELECT acting_group() = 'sandbox_analyst') AND NOT of_draft
    AND entity NOT IN ('person', 'organisation', 'case_contact', 'attachment'));
CREATE POLICY event_operator ON event FOR SELECT TO sandbox_operator USING (
    (SELECT acting_group() = 'sandbox_operator') AND entity IN ('person', 'organisation'));
CREATE POLICY event_auditor ON event FOR SELECT TO sandbox_auditor
    USING ((SELECT acting_group() = 'sandbox_auditor'));
CREATE POLICY event_chain_auditor ON event_chain FOR SELECT TO sandbox_auditor
    USING ((SELECT acting_group() = 'sandbox_auditor'));
CREATE POLICY audit_seal_auditor ON audit_seal FOR SELECT TO sandbox_auditor
    USING ((SELECT acting_group() = 'sandbox_auditor'));
GRANT SELECT ON event TO
    sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor, sandbox_operator;
GRANT SELECT ON event_chain, audit_seal TO sandbox_auditor;
CREATE POLICY reference_counter_auditor ON reference_counter FOR SELECT TO sandbox_auditor
    USING ((SELECT acting_group() = 'sandbox_auditor'));
GRANT SELECT ON reference_counter TO sandbox_auditor;

CREATE POLICY idempotency_key_own ON idempotency_key TO PUBLIC
    USING (role_name = (SELECT acting_role()) AND (SELECT acting_group() IS NOT NULL))
    WITH CHECK (role_name = (SELECT acting_role()) AND (SELECT acting_group() IS NOT NULL));
CREATE POLICY idempotency_key_auditor ON idempotency_key FOR SELECT TO sandbox_auditor
    USING ((SELECT acting_group() = 'sandbox_auditor'));
GRANT SELECT ON idempotency_key TO sandbox_auditor;
GRANT SELECT, INSERT (key, act, fingerprint, result), UPDATE (result) ON idempotency_key TO
    sandbox_company, sandbox_ministry, sandbox_desk, sandbox_operator;
