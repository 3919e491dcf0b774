-- What the event log records: a line for each table, and for each kind of update that is an act of its own.

-- The calendar.
SELECT log.watch('public_holiday', chain => 'calendar', key => '{day,public_holiday_id}',
    insert => 'holiday-announce', update => 'holiday-withdraw');

-- The regime.
SELECT log.watch('regime_version', chain => 'regime', key => '{version}',
    insert => 'regime-apply', update => 'regime-apply');
SELECT log.watch('regime_event', chain => 'regime', key => '{regime_event_id}', insert => 'regime-event');

-- Organisations and persons.
SELECT log.watch('organisation', chain => 'organisation_id', key => '{organisation_id}',
    insert => 'organisation-add', update => 'organisation-edit');
SELECT log.watch('person', chain => 'role_name', key => '{role_name}', insert => 'person-add', update => 'person-edit');

-- The case file.
SELECT log.watch('case_file', chain => 'case_file_id', key => '{case_file_id}', insert => 'draft', update => 'edit');
SELECT log.watch('exemption_item', chain => 'case_file_id', key => '{item_no}',
    insert => 'edit', update => 'edit', delete => 'edit');
SELECT log.watch('proposal_section', chain => 'case_file_id', key => '{section}',
    insert => 'edit', update => 'edit', delete => 'edit');
SELECT log.watch('participant', chain => 'case_file_id', key => '{item_no}',
    insert => 'edit', update => 'edit', delete => 'edit');
SELECT log.watch('risk_scenario', chain => 'case_file_id', key => '{item_no}',
    insert => 'edit', update => 'edit', delete => 'edit');
SELECT log.watch('stakeholder_conflict', chain => 'case_file_id', key => '{item_no}',
    insert => 'edit', update => 'edit', delete => 'edit');
SELECT log.watch('case_contact', chain => 'case_file_id', key => '{case_file_id}',
    insert => 'edit', update => 'edit', delete => 'edit');
SELECT log.watch('attachment', chain => 'case_file_id', key => '{attachment_no}',
    insert => 'attach', update => 'attach', delete => 'detach');
SELECT log.watch('imported_case', chain => 'case_file_id', key => '{case_file_id}', insert => 'import');

-- Consultation, opinion, supplement.
SELECT log.watch('consultation', chain => 'case_file_id', key => '{consultation_id}',
    insert => 'consult-send', update => 'consult-close',
    only_when => '(OLD.notified_on IS NOT NULL OR NEW.notified_on IS NULL) AND (OLD.replied_at IS NULL OR NEW.replied_at IS NOT NULL)');
SELECT log.watch_update('consultation', 'consult-notify',
    only_when => 'OLD.notified_on IS NULL AND NEW.notified_on IS NOT NULL');
SELECT log.watch_update('consultation', 'consult-reopen',
    only_when => 'OLD.replied_at IS NOT NULL AND NEW.replied_at IS NULL');
SELECT log.watch('opinion', chain => 'case_file_id', key => '{consultation_id}', insert => 'consult-reply');
SELECT log.watch('supplement', chain => 'case_file_id', key => '{supplement_no}',
    insert => 'supplement', update => 'answer');

-- The committee.
SELECT log.watch('meeting', chain => 'meeting_id', key => '{meeting_id}',
    insert => 'schedule', update => 'meeting-edit');
SELECT log.watch('meeting_member', chain => 'meeting_id', key => '{member_no}',
    insert => 'compose', update => 'compose', delete => 'compose');
SELECT log.watch('agenda_item', chain => 'case_file_id', key => '{agenda_item_id}',
    insert => 'table', update => 'item-close', delete => 'untable');
SELECT log.watch('agenda_paper', chain => 'agenda_item_id', key => '{agenda_item_id}', insert => 'freeze');
SELECT log.watch('recusal', chain => 'meeting_id', key => '{agenda_item_id,member_no}', insert => 'recuse');
SELECT log.watch('agenda_vote', chain => 'meeting_id', key => '{agenda_item_id,member_no}', insert => 'vote');
SELECT log.watch('mediation', chain => 'case_file_id', key => '{mediation_no}',
    insert => 'mediate', update => 'mediation-end');
SELECT log.watch('fast_track', chain => 'case_file_id', key => '{precedent_id}', insert => 'fast-track');
SELECT log.watch('redeliberation', chain => 'case_file_id', key => '{case_file_id}', insert => 'redeliberation-ask');

-- The decision.
SELECT log.watch('decision', chain => 'case_file_id', key => '{decision_id}', insert => 'decision');
SELECT log.watch('precedent_departure', chain => 'case_file_id', key => '{precedent_id}', insert => 'depart');
SELECT log.watch('disposition', chain => 'case_file_id', key => '{disposition_no}', insert => 'disposition');
SELECT log.watch('objection', chain => 'case_file_id', key => '{disposition_id}',
    insert => 'object', update => 'objection-rule');

-- Conditions.
SELECT log.watch('condition', chain => 'case_file_id', key => '{condition_no}', insert => 'condition');
SELECT log.watch('proposed_condition', chain => 'agenda_item_id', key => '{agenda_item_id,condition_no}',
    insert => 'propose-condition', delete => 'propose-condition');
SELECT log.watch('condition_evidence', chain => 'case_file_id', key => '{condition_no,evidence_no}',
    insert => 'fulfil', update => 'fulfil-rule');
SELECT log.watch('condition_change', chain => 'case_file_id', key => '{condition_no,change_no}',
    insert => 'change-ask', update => 'change-rule');
SELECT log.watch('change_reply', chain => 'case_file_id', key => '{condition_change_id,ministry_id}',
    insert => 'change-reply');

-- Deadlines.
SELECT log.watch('deadline', chain => 'case_file_id', key => '{deadline_no}',
    insert => 'deadline-start', update => 'deadline-end',
    of => 'deadline_rule_id, organisation_id, started_on, anchor_deadline_id, floor_deadline_id, promised_on, ended_on');
SELECT log.watch_update('deadline', 'deadline-move', of => 'deadline_rule_id');
SELECT log.watch('deadline_stop', chain => 'case_file_id', key => '{deadline_stop_id}',
    insert => 'deadline-stop', update => 'deadline-resume', of => 'cause, began_on, ended_on');
SELECT log.watch_update('deadline_stop', 'deadline-stop-undo', of => 'undone');
SELECT log.watch('deadline_stop_undoing', chain => 'case_file_id', key => '{deadline_stop_id}',
    insert => 'deadline-stop-undo');
SELECT log.watch('deadline_extension', chain => 'case_file_id', key => '{deadline_id,extension_no}',
    insert => 'deadline-extend');
SELECT log.watch('lapse', chain => 'case_file_id', key => '{consultation_id}',
    insert => 'lapse', update => 'lapse-contest', of => 'contest_reason');
SELECT log.watch_update('lapse', 'lapse-resolve', of => 'resolution');

-- The grant.
SELECT log.watch('exemption_grant', chain => 'case_file_id', key => '{exemption_grant_id}', insert => 'grant');
SELECT log.watch('grant_act', chain => 'case_file_id', key => '{exemption_grant_id,act_no}', insert => 'grant-act');
SELECT log.watch('insurance', chain => 'case_file_id', key => '{grant_act_id}', insert => 'insurance');
SELECT log.watch('insurance_cover', chain => 'case_file_id', key => '{grant_act_id,cover}', insert => 'insurance');
SELECT log.watch('trial_report', chain => 'case_file_id', key => '{grant_act_id}', insert => 'trial-report');
SELECT log.watch('report_problem', chain => 'case_file_id', key => '{grant_act_id,problem_no}',
    insert => 'trial-report');
SELECT log.watch('report_condition', chain => 'case_file_id', key => '{grant_act_id,condition_no}',
    insert => 'trial-report');
SELECT log.watch('revision_plan', chain => 'case_file_id', key => '{grant_act_id}', insert => 'revision-plan');
SELECT log.watch('register_withholding', chain => 'case_file_id', key => '{field}',
    insert => 'withhold', update => 'withhold', delete => 'disclose');

-- The law roadmap.
SELECT log.watch('roadmap', chain => 'roadmap_id', key => '{roadmap_id}',
    insert => 'roadmap-add', update => 'roadmap-edit');
SELECT log.watch('reform_task', chain => 'reform_task_id', key => '{reform_task_id}',
    insert => 'task-add', update => 'task-edit');
SELECT log.watch('roadmap_entry', chain => 'reform_task_id', key => '{roadmap_id,reform_task_id}',
    insert => 'task-add', update => 'task-edit', delete => 'task-edit');
SELECT log.watch('task_ministry', chain => 'reform_task_id', key => '{ministry_id}',
    insert => 'task-edit', update => 'task-edit', delete => 'task-edit');
SELECT log.watch('provision', chain => 'provision_id', key => '{provision_id}', insert => 'provision-add');
SELECT log.watch('task_provision', chain => 'reform_task_id', key => '{provision_id}',
    insert => 'task-edit', update => 'task-edit', delete => 'task-edit');
SELECT log.watch('task_reference', chain => 'reform_task_id', key => '{kind,reference}',
    insert => 'task-edit', update => 'task-edit', delete => 'task-edit');
SELECT log.watch('task_merge', chain => 'reform_task_id', key => '{into_id}', insert => 'task-merge');
SELECT log.watch('case_task', chain => 'case_file_id', key => '{reform_task_id}',
    insert => 'link', update => 'link', delete => 'unlink');
SELECT log.watch('reporting_date', chain => 'roadmap_id', key => '{due_on}', insert => 'roadmap-edit');
SELECT log.watch('forecast', chain => 'reform_task_id', key => '{kind,forecast_no}', insert => 'forecast');
SELECT log.watch('arrival', chain => 'reform_task_id', key => '{kind,arrival_no}', insert => 'reach');
SELECT log.watch('task_report', chain => 'reform_task_id', key => '{due_on,ministry_id}', insert => 'task-report');

-- Summits.
SELECT log.watch('summit', chain => 'summit_id', key => '{summit_id}', insert => 'summit-add', update => 'summit-edit');
SELECT log.watch('summit_topic', chain => 'summit_id', key => '{topic_no}', insert => 'summit-edit');
SELECT log.watch('summit_participant', chain => 'summit_id', key => '{summit_topic_id,name}', insert => 'summit-edit');
SELECT log.watch('expert_council', chain => 'summit_topic_id', key => '{summit_topic_id}', insert => 'summit-council');
SELECT log.watch('council_member', chain => 'summit_topic_id', key => '{name}', insert => 'summit-council');
SELECT log.watch('raised_point', chain => 'raised_point_id', key => '{raised_point_id}', insert => 'summit-raise');
SELECT log.watch('commitment', chain => 'summit_id', key => '{commitment_no}', insert => 'commit');
SELECT log.watch('commitment_evidence', chain => 'commitment_id', key => '{evidence_no}',
    insert => 'commitment-evidence');
SELECT log.watch('council_report', chain => 'summit_topic_id', key => '{summit_id}', insert => 'council-report');

-- What is only added to.
SELECT log.append_only('arrival');
SELECT log.append_only('audit_seal');
SELECT log.append_only('commitment');
SELECT log.append_only('commitment_evidence');
SELECT log.append_only('council_report');
SELECT log.append_only('event');
SELECT log.append_only('forecast');
SELECT log.append_only('raised_point');
SELECT log.append_only('regime_event');
SELECT log.append_only('roadmap_entry');
SELECT log.append_only('task_merge');
SELECT log.append_only('task_report');
