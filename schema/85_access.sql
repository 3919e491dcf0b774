-- Who may read and write what: a line for each table and reader. Without a line a row does not exist for a role; what everybody may
-- read of the register of grants is in 92_register.sql.
--
-- A policy names group roles and asks for the acting person as well: a group role that somebody SET, and a person who was
-- disabled, see nothing. Of the tables that grow with the work, a group that sees everything by one line is in no other line for
-- reading: whoever asks would have all of them planned.

SELECT access.close_tables();

-- The calendar.
SELECT access.everyone('calendar');
SELECT access.everyone('public_holiday');
SELECT access.everyone('calendar_year');
SELECT access.everyone('holiday_rule');
SELECT access.everyone('calendar_day');
SELECT access.everyone('counting_method');

-- The regime.
SELECT access.everyone('regime');
SELECT access.everyone('regime_version');
SELECT access.everyone('track');
SELECT access.everyone('required_paper');
SELECT access.everyone('form_section');
SELECT access.everyone('track_opinion');
SELECT access.everyone('track_outcome');
SELECT access.everyone('deadline_event');
SELECT access.everyone('deadline_rule');
SELECT access.everyone('regime_authority');
SELECT access.everyone('regime_event');
SELECT access.allow('regime_event', 'record', 'INSERT (regime, event, on_day, text)', 'desk');

-- Organisations and persons.
SELECT access.allow('organisation', 'analyst', 'SELECT', 'analyst',
    $$kind IN ('ministry', 'authority') OR organisation_id = (SELECT acting_organisation_id())
        OR EXISTS (SELECT FROM case_file AS c WHERE c.company_id = organisation.organisation_id)$$);
SELECT access.allow('organisation', 'company', 'SELECT', 'company',
    $$kind IN ('ministry', 'authority') OR organisation_id = (SELECT acting_organisation_id())$$);
SELECT access.allow('organisation', 'ministry', 'SELECT', 'ministry',
    $$kind IN ('ministry', 'authority')
        OR EXISTS (SELECT FROM case_ministry AS m WHERE m.company_id = organisation.organisation_id)$$);
SELECT access.allow('organisation', 'staff', 'SELECT', 'desk, auditor, operator');
SELECT access.allow('organisation', 'staff_insert', 'INSERT (kind, name, name_en, registration_no)', 'desk, operator');
SELECT access.allow('organisation', 'operator_update', 'UPDATE (name, name_en, registration_no, closed_on)', 'operator');
SELECT access.allow('organisation', 'desk_update', 'UPDATE (name, name_en, registration_no, closed_on)', 'desk',
    $$(kind <> 'authority' OR organisation_id = (SELECT acting_organisation_id()))$$);
SELECT access.allow('person', 'colleague', 'SELECT', 'company, ministry, desk, analyst',
    $$(role_name = (SELECT acting_role()) OR organisation_id = (SELECT acting_organisation_id()))$$);
SELECT access.allow('person', 'staff', 'SELECT', 'auditor, operator');
SELECT access.allow('idempotency_key', 'auditor', 'SELECT', 'auditor');
SELECT access.allow('idempotency_key', 'own', 'SELECT, INSERT (key, act, fingerprint, result), UPDATE (result)',
    'company, ministry, desk, operator', $$role_name = (SELECT acting_role())$$);

-- How an organisation divides its work: seen by its own persons, and by the auditor.
SELECT access.everyone('act_right');
SELECT access.allow('case_assignment', 'auditor', 'SELECT', 'auditor');
SELECT access.allow('case_assignment', 'own', 'SELECT, INSERT (case_file_id, role_name, reason), UPDATE (role_name, reason)',
    'company, ministry, desk', $$organisation_id = (SELECT acting_organisation_id())$$, of_case => true);
SELECT access.allow('absence', 'staff', 'SELECT', 'auditor, operator');
SELECT access.allow('absence', 'colleague', 'SELECT', 'analyst', $$EXISTS (SELECT FROM person AS p
    WHERE p.role_name = absence.role_name)$$);
SELECT access.allow('absence', 'own', 'SELECT, INSERT (role_name, deputy, from_on, until_on), UPDATE (withdrawn_at)',
    'company, ministry, desk', $$EXISTS (SELECT FROM person AS p WHERE p.role_name = absence.role_name
        AND p.organisation_id = (SELECT acting_organisation_id()))$$);
SELECT access.allow('case_note', 'auditor', 'SELECT', 'auditor');
SELECT access.allow('case_note', 'own', 'SELECT, INSERT (case_file_id, body)', 'company, ministry, desk',
    $$organisation_id = (SELECT acting_organisation_id())$$, of_case => true);

-- The case file.
SELECT access.everyone('stage');
SELECT access.everyone('transition');
SELECT access.allow('case_file', 'analyst', 'SELECT', 'analyst', $$reference IS NOT NULL$$);
SELECT access.allow('case_file', 'auditor', 'SELECT', 'auditor');
SELECT access.allow('case_file', 'ministry', 'SELECT', 'ministry',
    $$EXISTS (SELECT FROM case_ministry AS m WHERE m.case_file_id = case_file.case_file_id)$$, of_own => true);
SELECT access.allow('case_file', 'company', 'SELECT, INSERT (regime, track, service_name, service_type, summary,
    reasons, period_from, period_to, period_months), UPDATE (track, stage, service_name, service_type, summary, reasons,
    period_from, period_to, period_months, closing_reason, filed_again)', 'company',
    $$company_id = (SELECT acting_organisation_id())$$);
SELECT access.allow('case_file', 'desk', 'SELECT, UPDATE (stage, closing_reason)', 'desk', $$reference IS NOT NULL$$);
SELECT access.allow('exemption_item', 'reader', 'SELECT', 'ministry, desk, analyst, auditor', of_case => true);
SELECT access.allow('exemption_item', 'author', 'SELECT, INSERT (*), UPDATE (*)', 'company', of_case => true);
SELECT access.allow('case_law', 'reader', 'SELECT', 'company, ministry, desk, analyst, auditor', of_case => true);
SELECT access.allow('proposal_section', 'reader', 'SELECT', 'ministry, desk, analyst, auditor', of_case => true);
SELECT access.allow('proposal_section', 'author', 'SELECT, INSERT (*), UPDATE (*)', 'company', of_case => true);
SELECT access.allow('participant', 'reader', 'SELECT', 'ministry, desk, analyst, auditor', of_case => true);
SELECT access.allow('participant', 'author', 'SELECT, INSERT (*), UPDATE (*)', 'company', of_case => true);
SELECT access.allow('risk_scenario', 'reader', 'SELECT', 'ministry, desk, analyst, auditor', of_case => true);
SELECT access.allow('risk_scenario', 'author', 'SELECT, INSERT (*), UPDATE (*)', 'company', of_case => true);
SELECT access.allow('stakeholder_conflict', 'reader', 'SELECT', 'ministry, desk, analyst, auditor', of_case => true);
SELECT access.allow('stakeholder_conflict', 'author', 'SELECT, INSERT (*), UPDATE (*)', 'company', of_case => true);
SELECT access.allow('case_contact', 'reader', 'SELECT', 'ministry, desk, auditor', of_case => true);
SELECT access.allow('case_contact', 'author', 'SELECT, INSERT (case_file_id, name, phone, email, address, representative),
    UPDATE (case_file_id, name, phone, email, address, representative)', 'company', of_case => true);
SELECT access.allow('attachment', 'reader', 'SELECT', 'company, ministry, desk, auditor', of_case => true);
SELECT access.allow('attachment', 'attach', 'INSERT (case_file_id, paper, file_name, media_type, content)', 'company',
    of_case => true);
SELECT access.allow('received_document', 'reader', 'SELECT', 'auditor');
SELECT access.allow('received_document', 'record', 'SELECT, INSERT (case_file_id, sender_id, document_no, arrived_on, file_name,
    media_type, content)', 'desk', of_case => true);
SELECT access.allow('reference_counter', 'auditor', 'SELECT', 'auditor');
SELECT access.staff('case_count');
SELECT access.staff_and_parties('imported_case');
SELECT access.staff_and_parties('case_feature');
SELECT access.allow('case_search', 'analyst', 'SELECT', 'analyst', $$part = 'proposal'$$);
SELECT access.allow('case_search', 'staff', 'SELECT', 'desk, auditor');
SELECT access.parties('case_search');

-- Consultation, opinion, supplement.
SELECT access.staff_and_parties('consultation');
SELECT access.allow('consultation', 'notify', 'UPDATE (notified_on, notice, recall_reason)', 'desk');
SELECT access.staff('consultation_omission');
SELECT access.allow('consultation_omission', 'state', 'INSERT (case_file_id, ministry_id, reason)', 'desk', of_case => true);
SELECT access.allow('consultation', 'send', 'INSERT (case_file_id, ministry_id, question, fast_track)', 'desk',
    of_case => true);
SELECT access.allow('case_ministry', 'own', 'SELECT', 'ministry', $$ministry_id = (SELECT acting_ministry_id())$$,
    of_own => true);
SELECT access.staff('opinion');
SELECT access.allow('opinion', 'party', 'SELECT', 'company, ministry',
    $$EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = opinion.case_file_id
        AND (c.stage = 'decided' OR EXISTS (SELECT FROM decision AS d WHERE d.case_file_id = opinion.case_file_id
            AND d.recorded_at >= opinion.replied_at)))$$);
SELECT access.allow('opinion', 'record', 'INSERT (consultation_id, case_file_id, opinion, reason, conditions, document_no,
    arrived_on)', 'desk', of_case => true);
SELECT access.allow('opinion', 'author', 'SELECT, INSERT (consultation_id, case_file_id, opinion, reason, conditions)',
    'ministry', $$EXISTS (SELECT FROM consultation AS k WHERE k.consultation_id = opinion.consultation_id
        AND k.ministry_id = (SELECT acting_organisation_id()))$$);
SELECT access.staff('opinion_recall');
SELECT access.allow('opinion_recall', 'party', 'SELECT', 'company, ministry',
    $$EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = opinion_recall.case_file_id
        AND (c.stage = 'decided' OR EXISTS (SELECT FROM decision AS d WHERE d.case_file_id = opinion_recall.case_file_id
            AND d.recorded_at >= opinion_recall.recalled_at)))$$);
SELECT access.allow('opinion_recall', 'author', 'SELECT', 'ministry', $$EXISTS (SELECT FROM consultation AS k
    WHERE k.consultation_id = opinion_recall.consultation_id AND k.ministry_id = (SELECT acting_organisation_id()))$$);
SELECT access.allow('opinion_recall', 'record', 'INSERT (consultation_id, case_file_id, reason)', 'desk', of_case => true);
SELECT access.staff_and_parties('recall');
SELECT access.allow('recall', 'record', 'INSERT (case_file_id, subject, about_no, reason)', 'company, ministry, desk',
    of_case => true);
SELECT access.staff_and_parties('supplement');
SELECT access.allow('supplement', 'answer', 'UPDATE (answer)', 'company', of_case => true);
SELECT access.allow('supplement', 'end_desk', 'UPDATE (answer, document_no, arrived_on, ended_as, ended_reason)', 'desk');
SELECT access.allow('supplement', 'end_ministry', 'UPDATE (ended_as, ended_reason)', 'ministry',
    $$asked_by_id = (SELECT acting_organisation_id())$$);
SELECT access.allow('supplement', 'ask_desk', 'INSERT (case_file_id, request, due_on)', 'desk', of_case => true);
SELECT access.allow('supplement', 'ask_ministry', 'INSERT (case_file_id, request, due_on)', 'ministry',
    of_case => true);

-- The committee.
SELECT access.everyone('committee');
SELECT access.everyone('track_committee');
SELECT access.staff('meeting');
SELECT access.allow('meeting', 'reader', 'SELECT', 'company, ministry',
    $$EXISTS (SELECT FROM agenda_item AS i WHERE i.meeting_id = meeting.meeting_id)$$);
SELECT access.allow('meeting', 'freeze', 'UPDATE (form, held_on, closes_on, frozen_at, change_reason, cancel_reason)', 'desk');
SELECT access.allow('meeting', 'schedule', 'INSERT (committee, meeting_no, form, held_on, closes_on)', 'desk');
SELECT access.staff('meeting_member');
SELECT access.allow('meeting_member', 'compose', 'INSERT', 'desk');
SELECT access.staff_and_parties('agenda_item');
SELECT access.allow('agenda_item', 'defer', 'UPDATE (closed_as, closing_reason)', 'desk');
SELECT access.allow('agenda_item', 'table', 'INSERT (meeting_id, case_file_id, delegated_by)', 'desk', of_case => true);
SELECT access.staff('agenda_paper');
SELECT access.staff('recusal');
SELECT access.allow('recusal', 'record', 'INSERT (agenda_item_id, meeting_id, member_no, kind, ground, note)', 'desk');
SELECT access.staff('agenda_vote');
SELECT access.allow('agenda_vote', 'record', 'INSERT (agenda_item_id, meeting_id, member_no, vote)', 'desk');
SELECT access.allow('agenda_vote', 'correct', 'UPDATE (vote, correction)', 'desk');
SELECT access.staff_and_parties('mediation');
SELECT access.allow('mediation', 'begin', 'INSERT (case_file_id, council, begun_on)', 'desk', of_case => true);
SELECT access.allow('mediation', 'end', 'UPDATE (ended_on, outcome)', 'desk');
SELECT access.staff_and_parties('fast_track');
SELECT access.allow('fast_track', 'propose', 'INSERT (case_file_id, precedent_id, reason)', 'desk', of_case => true);
SELECT access.staff_and_parties('redeliberation');
SELECT access.allow('redeliberation', 'ask', 'INSERT (case_file_id, ground, statement, wants_hearing)', 'company',
    of_case => true);

-- The decision.
SELECT access.staff_and_parties('decision');
SELECT access.allow('decision', 'record', 'INSERT (case_file_id, outcome, decided_on, meeting_label, reason,
    validity_months, validity_until, validity_from)', 'desk', of_case => true);
SELECT access.staff_and_parties('correction');
SELECT access.allow('correction', 'record', 'INSERT (case_file_id, subject, text, reason)', 'desk', of_case => true);
SELECT access.staff_and_parties('precedent_departure');
SELECT access.allow('precedent_departure', 'record', 'INSERT', 'desk',
    $$EXISTS (SELECT FROM decision AS d WHERE d.decision_id = precedent_departure.decision_id)$$);
SELECT access.staff_and_parties('disposition');
SELECT access.staff_and_parties('objection');
SELECT access.allow('objection', 'file', 'INSERT (disposition_id, case_file_id, statement)', 'company',
    of_case => true);
SELECT access.allow('objection', 'rule', 'UPDATE (ruling, reason)', 'desk');

-- Conditions.
SELECT access.staff_and_parties('condition');
SELECT access.allow('condition', 'record', 'INSERT (decision_id, condition_no, case_file_id, phase, text, asked_by_id,
    basis, purpose, evidence, due, responsible)', 'desk',
    $$EXISTS (SELECT FROM decision AS d WHERE d.decision_id = condition.decision_id)$$);
SELECT access.staff('proposed_condition');
SELECT access.allow('proposed_condition', 'reader', 'SELECT', 'company, ministry',
    $$EXISTS (SELECT FROM decision AS d WHERE d.agenda_item_id = proposed_condition.agenda_item_id)$$);
SELECT access.allow('proposed_condition', 'propose', 'INSERT', 'desk');
SELECT access.allow('condition_evidence', 'staff', 'SELECT', 'desk, auditor');
SELECT access.allow('condition_evidence', 'analyst', 'SELECT (decision_id, condition_no, evidence_no, case_file_id,
    filed_at, filed_by, is_confirmed, ruling, ruled_at, ruled_by)', 'analyst');
SELECT access.parties('condition_evidence');
SELECT access.allow('condition_evidence', 'file', 'INSERT (decision_id, condition_no, case_file_id, note, file_name,
    media_type, content)', 'company', of_case => true);
SELECT access.allow('condition_evidence', 'rule', 'UPDATE (is_confirmed, ruling)', 'desk');
SELECT access.staff_and_parties('condition_change');
SELECT access.allow('condition_change', 'ask', 'INSERT (decision_id, condition_no, case_file_id, text, purpose,
    evidence, due, reason)', 'company, ministry', of_case => true);
SELECT access.allow('condition_change', 'rule', 'UPDATE (is_accepted, ruling)', 'desk');
SELECT access.staff_and_parties('condition_waiver');
SELECT access.allow('condition_waiver', 'waive', 'INSERT (decision_id, condition_no, case_file_id, reason)', 'desk',
    of_case => true);
SELECT access.staff_and_parties('change_reply');
SELECT access.allow('change_reply', 'ministry', 'INSERT (condition_change_id, case_file_id, opinion, reason)',
    'ministry', $$ministry_id = (SELECT acting_organisation_id())$$, of_case => true);

-- Deadlines.
SELECT access.staff_and_parties('deadline');
SELECT access.staff_and_parties_by_company('kept_deadline');
SELECT access.allow('ministry_deadline', 'own', 'SELECT', 'ministry', $$ministry_id = (SELECT acting_ministry_id())$$,
    of_own => true);
SELECT access.staff_and_parties('deadline_stop');
SELECT access.allow('deadline_stop', 'desk', 'INSERT (deadline_id, case_file_id, cause, paper, began_on)', 'desk');
SELECT access.allow('deadline_stop', 'desk_end', 'UPDATE (ended_on)', 'desk');
SELECT access.staff_and_parties('deadline_stop_undoing');
SELECT access.allow('deadline_stop_undoing', 'desk', 'INSERT (deadline_stop_id, case_file_id, reason)', 'desk');
SELECT access.staff_and_parties('deadline_extension');
SELECT access.allow('deadline_extension', 'desk', 'INSERT (deadline_id, case_file_id, length, reason)', 'desk');
SELECT access.allow('deadline_extension', 'ministry', 'INSERT (deadline_id, case_file_id, length, reason)', 'ministry',
    $$EXISTS (SELECT FROM deadline AS c WHERE c.deadline_id = deadline_extension.deadline_id
        AND c.case_file_id = deadline_extension.case_file_id
        AND c.organisation_id = (SELECT acting_organisation_id()))$$);
SELECT access.staff_and_parties('lapse');
SELECT access.allow('lapse', 'desk', 'UPDATE (contest_reason, resolution, resolution_reason)', 'desk');
SELECT access.allow('lapse', 'ministry', 'UPDATE (contest_reason)', 'ministry',
    $$EXISTS (SELECT FROM consultation AS k WHERE k.consultation_id = lapse.consultation_id
        AND k.ministry_id = (SELECT acting_organisation_id()))$$);

-- Open tasks. A draft is seen by its company.
SELECT access.allow('kept_open_task', 'staff', 'SELECT', 'desk, analyst', $$task <> 'file'$$);
SELECT access.allow('kept_open_task', 'auditor', 'SELECT', 'auditor');
SELECT access.parties('kept_open_task');
SELECT access.allow('inbox_mark', 'own', 'SELECT, INSERT (seen_at), UPDATE (seen_at)', 'company, ministry, desk',
    $$role_name = (SELECT acting_role())$$);

-- The grant.
SELECT access.everyone('grant_track');
SELECT access.everyone('grant_basis');
SELECT access.everyone('insurance_minimum');
SELECT access.everyone('revocation_ground');
SELECT access.everyone('grant_transition');
SELECT access.allow('certificate_counter', 'auditor', 'SELECT', 'auditor');
SELECT access.staff_and_parties('exemption_grant');
SELECT access.staff_and_parties_by_company('kept_grant');
SELECT access.allow('ministry_grant', 'own', 'SELECT', 'ministry', $$ministry_id = (SELECT acting_ministry_id())$$,
    of_own => true);
SELECT access.staff_and_parties('grant_act');
SELECT access.allow('grant_act', 'company', 'INSERT (exemption_grant_id, case_file_id, act, on_day, text, label,
    about_no, reason, amount, insured, successor_case_id, attachment_id)', 'company', of_case => true,
    condition => $$EXISTS (SELECT FROM grant_transition AS t
        WHERE t.act = grant_act.act AND t.group_role = 'sandbox_company')$$);
SELECT access.allow('grant_act', 'desk', 'INSERT (exemption_grant_id, case_file_id, act, on_day, text, label, about_no,
    ground, until_on, months)', 'desk', of_case => true,
    condition => $$EXISTS (SELECT FROM grant_transition AS t
        WHERE t.act = grant_act.act AND t.group_role = 'sandbox_desk')$$);
SELECT access.allow('grant_act', 'ministry',
    'INSERT (exemption_grant_id, case_file_id, act, on_day, text, label, until_on, finding, step, level)', 'ministry',
    of_case => true,
    condition => $$EXISTS (SELECT FROM grant_transition AS t
        WHERE t.act = grant_act.act AND t.group_role = 'sandbox_ministry')$$);
SELECT access.staff_and_parties('insurance');
SELECT access.allow('insurance', 'company', 'INSERT', 'company', of_case => true);
SELECT access.staff_and_parties('insurance_cover');
SELECT access.allow('insurance_cover', 'company', 'INSERT', 'company', of_case => true);
SELECT access.staff_and_parties('trial_report');
SELECT access.allow('trial_report', 'company', 'INSERT', 'company', of_case => true);
SELECT access.staff_and_parties('report_problem');
SELECT access.allow('report_problem', 'company', 'INSERT', 'company', of_case => true);
SELECT access.staff_and_parties('report_condition');
SELECT access.allow('report_condition', 'company', 'INSERT', 'company', of_case => true);
SELECT access.staff_and_parties('revision_plan');
SELECT access.allow('revision_plan', 'ministry', 'INSERT', 'ministry', of_case => true);
SELECT access.everyone('disclosure_ground');
SELECT access.staff_and_parties('register_withholding');
SELECT access.allow('register_withholding', 'withhold', 'INSERT (case_file_id, field, regime, ground)', 'desk',
    $$EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = register_withholding.case_file_id
        AND c.regime = register_withholding.regime)$$);

-- Official papers: seen by whoever sees the case; those of a meeting by the staff. What is written in one names persons, whom
-- analysts do not see.
SELECT access.everyone('paper_kind');
SELECT access.everyone('paper_template');
SELECT access.everyone('paper_part');
SELECT access.everyone('paper_issuer');
SELECT access.everyone('issuing_office');
SELECT access.allow('issuing_office', 'state', 'INSERT (regime, division, postcode, address, homepage, phone, fax, email,
    approver), UPDATE (division, postcode, address, homepage, phone, fax, email, approver)', 'desk');
SELECT access.allow('paper_official', 'auditor', 'SELECT', 'auditor');
SELECT access.allow('paper_official', 'colleague', 'SELECT, INSERT (role_name, title, phone, fax, email), UPDATE (title,
    phone, fax, email)', 'desk', $$EXISTS (SELECT FROM person AS p WHERE p.role_name = paper_official.role_name)$$);
SELECT access.allow('paper_counter', 'auditor', 'SELECT', 'auditor');
SELECT access.allow('official_paper', 'staff', 'SELECT', 'desk, auditor');
SELECT access.allow('official_paper', 'analyst', 'SELECT (official_paper_id, regime, paper, template_no, case_file_id,
    meeting_id, about_no, addressee_id, language, year, series_no, edition, number, verification, title, reason, official,
    issued_on, issued_at, issued_by, size, sha256)', 'analyst');
SELECT access.parties('official_paper');
SELECT access.allow('official_paper', 'issue', 'INSERT (paper, template_no, case_file_id, meeting_id, about_no,
    addressee_id, language, verification, title, reason, official, content)', 'desk',
    $$case_file_id IS NULL OR EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = official_paper.case_file_id)$$);

-- The law roadmap.
SELECT access.persons('roadmap');
SELECT access.allow('roadmap', 'desk',
    'SELECT, INSERT (roadmap, regime, name, adopted_on, source), UPDATE (name, adopted_on, source)', 'desk');
SELECT access.everyone('reform_status');
SELECT access.everyone('reform_transition');
SELECT access.persons('reform_task');
SELECT access.allow('reform_task', 'desk', 'SELECT, INSERT (title, status, status_note, in_force_on, source,
    status_reason), UPDATE (title, status, status_note, in_force_on, source, status_reason)', 'desk');
SELECT access.allow('reform_task', 'ministry', 'UPDATE (status, status_note, in_force_on, status_reason)', 'ministry',
    $$reform_task_id = ANY (ARRAY(SELECT own_task_ids()))$$);
SELECT access.persons('roadmap_entry');
SELECT access.allow('roadmap_entry', 'desk', 'SELECT, INSERT', 'desk');
SELECT access.persons('task_ministry');
SELECT access.allow('task_ministry', 'desk', 'SELECT, INSERT', 'desk');
SELECT access.persons('provision');
SELECT access.allow('provision', 'desk', 'INSERT (law, article, level)', 'desk');
SELECT access.persons('task_provision');
SELECT access.allow('task_provision', 'desk', 'INSERT (reform_task_id, provision_id, confirmed)', 'desk');
SELECT access.everyone('law_ending');
SELECT access.everyone('other_name');
SELECT access.persons('task_reference');
SELECT access.allow('task_reference', 'desk', 'INSERT (reform_task_id, kind, reference, dated_on)', 'desk');
SELECT access.allow('task_reference', 'ministry', 'INSERT (reform_task_id, kind, reference, dated_on)', 'ministry',
    $$reform_task_id = ANY (ARRAY(SELECT own_task_ids()))$$);
SELECT access.persons('task_merge');
SELECT access.allow('task_merge', 'desk', 'INSERT (reform_task_id, into_id, status, reason)', 'desk');
SELECT access.staff_and_parties('case_task');
SELECT access.allow('case_task', 'link', 'INSERT (case_file_id, reform_task_id)', 'desk', of_case => true);
SELECT access.persons('reporting_date');
SELECT access.allow('reporting_date', 'desk', 'INSERT (roadmap_id, due_on, opens_on)', 'desk');
SELECT access.persons('forecast');
SELECT access.allow('forecast', 'desk',
    'INSERT (reform_task_id, kind, said, said_from, said_to, said_on, reason, source)', 'desk');
SELECT access.allow('forecast', 'ministry', 'INSERT (reform_task_id, kind, said, said_from, said_to, said_on, reason,
    source)', 'ministry', $$reform_task_id = ANY (ARRAY(SELECT own_task_ids()))$$);
SELECT access.persons('arrival');
SELECT access.allow('arrival', 'desk', 'INSERT (reform_task_id, kind, said, said_from, said_to, reason, source)',
    'desk');
SELECT access.allow('arrival', 'ministry', 'INSERT (reform_task_id, kind, said, said_from, said_to, reason, source)',
    'ministry', $$reform_task_id = ANY (ARRAY(SELECT own_task_ids()))$$);
SELECT access.persons('task_report');
SELECT access.allow('task_report', 'ministry', 'INSERT (roadmap_id, due_on, reform_task_id, report, late_reason)',
    'ministry', $$ministry_id = (SELECT acting_organisation_id())
        AND reform_task_id = ANY (ARRAY(SELECT own_task_ids()))$$);

-- Summits.
SELECT access.persons('summit');
SELECT access.allow('summit', 'desk', 'SELECT, INSERT (regime, summit_no, name, held_on, place, summary, source),
    UPDATE (name, held_on, place, summary, source)', 'desk');
SELECT access.persons('summit_topic');
SELECT access.allow('summit_topic', 'desk', 'SELECT, INSERT (summit_id, topic_no, title, summary, source)', 'desk');
SELECT access.persons('summit_participant');
SELECT access.allow('summit_participant', 'desk', 'SELECT, INSERT (summit_id, summit_topic_id, name, source)', 'desk');
SELECT access.persons('expert_council');
SELECT access.allow('expert_council', 'desk', 'SELECT, INSERT (summit_topic_id, name, chair, source)', 'desk');
SELECT access.persons('council_member');
SELECT access.allow('council_member', 'desk', 'SELECT, INSERT (summit_topic_id, name)', 'desk');
SELECT access.persons('raised_point', 'case_file_id IS NULL');
SELECT access.allow('raised_point', 'party', 'SELECT', 'company, ministry, desk, analyst, auditor', of_case => true);
SELECT access.allow('raised_point', 'desk',
    'INSERT (summit_id, summit_topic_id, kind, raised_by, body, case_file_id, source)', 'desk',
    $$case_file_id IS NULL OR EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = raised_point.case_file_id)$$);
SELECT access.persons('commitment');
SELECT access.allow('commitment', 'desk',
    'SELECT, INSERT (summit_id, summit_topic_id, kind, owner, body, due, due_on, source)', 'desk');
SELECT access.persons('commitment_evidence');
SELECT access.allow('commitment_evidence', 'desk', 'SELECT, INSERT (commitment_id, kind, happened_on, body, source)',
    'desk');
SELECT access.allow('commitment_evidence', 'party', 'INSERT (commitment_id, kind, happened_on, body, source)',
    'company, ministry', $$EXISTS (SELECT FROM commitment AS c WHERE c.commitment_id = commitment_evidence.commitment_id
        AND c.owner_id = (SELECT acting_organisation_id()))$$);
SELECT access.persons('council_report');
SELECT access.allow('council_report', 'chair', 'INSERT (summit_topic_id, summit_id, body, source)', 'company, ministry',
    $$EXISTS (SELECT FROM expert_council AS k WHERE k.summit_topic_id = council_report.summit_topic_id
        AND k.chair_id = (SELECT acting_organisation_id()))$$);
SELECT access.allow('council_report', 'desk', 'SELECT, INSERT (summit_topic_id, summit_id, body, source)', 'desk');

-- The event log.
SELECT access.allow('event_chain', 'auditor', 'SELECT', 'auditor');
SELECT access.allow('event', 'analyst', 'SELECT', 'analyst',
    $$NOT of_draft
        AND entity NOT IN ('person', 'organisation', 'case_contact', 'attachment', 'received_document', 'condition_evidence',
            'paper_official', 'case_assignment', 'absence', 'case_note')$$);
SELECT access.allow('event', 'auditor', 'SELECT', 'auditor');
SELECT access.allow('event', 'company', 'SELECT', 'company',
    $$(entity NOT IN ('case_assignment', 'case_note') OR event.organisation_id = (SELECT acting_organisation_id()))
        AND EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = event.case_file_id
        AND (event.entity NOT IN ('opinion', 'opinion_recall') OR c.stage = 'decided'
            OR EXISTS (SELECT FROM decision AS d WHERE d.case_file_id = event.case_file_id
                AND d.recorded_at >= event.at)))
        AND entity NOT IN ('received_document', 'consultation_omission')$$);
SELECT access.allow('event', 'desk', 'SELECT', 'desk', $$NOT of_draft AND entity NOT IN ('person', 'absence')
        AND (entity NOT IN ('case_assignment', 'case_note') OR event.organisation_id = (SELECT acting_organisation_id()))$$);
SELECT access.allow('event', 'ministry', 'SELECT', 'ministry',
    $$NOT of_draft AND (entity NOT IN ('case_assignment', 'case_note') OR event.organisation_id = (SELECT acting_organisation_id()))
        AND EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = event.case_file_id
        AND (event.entity NOT IN ('opinion', 'opinion_recall') OR c.stage = 'decided'
            OR event.organisation_id = (SELECT acting_organisation_id())
            OR EXISTS (SELECT FROM decision AS d WHERE d.case_file_id = event.case_file_id
                AND d.recorded_at >= event.at)))
        AND entity NOT IN ('received_document', 'consultation_omission')$$);
SELECT access.allow('event', 'operator', 'SELECT', 'operator', $$entity IN ('person', 'organisation')$$);
SELECT access.allow('audit_seal', 'auditor', 'SELECT', 'auditor');

-- The functions that make and disable persons belong to sandbox_role_admin.
CREATE POLICY role_admin ON person TO sandbox_role_admin USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON person TO sandbox_role_admin;

-- Views read with the rights of their reader; they show what their tables show.
GRANT SELECT ON news, own_assignment TO sandbox_company, sandbox_ministry, sandbox_desk;
GRANT SELECT ON deadline_today, grant_today, open_task_today, condition_state, condition_due, pending_lapse,
    late_tabling, latest_decision, case_provision, paper_listed TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst,
    sandbox_auditor;
GRANT SELECT ON agenda_tally TO sandbox_desk, sandbox_analyst, sandbox_auditor;
GRANT SELECT ON regime_duty, report_owed, task_in_force, task_law TO sandbox_company, sandbox_ministry, sandbox_desk,
    sandbox_analyst, sandbox_auditor, sandbox_operator, sandbox_public;
