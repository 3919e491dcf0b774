-- What the event log records: a line for each table, and for each kind of update that is an act of its own.
-- The table, the column of its chain and those of its key; then what an insert, an update and a delete of it are.

-- The calendar.
SELECT log.watch('calendar_year', 'calendar', '{year,calendar_year_id}', 'calendar-declare', 'calendar-reopen');
-- The calendar: what a regime says of it, and its holidays.
SELECT log.watch('calendar', 'calendar', '{calendar}', 'regime-apply', 'regime-apply',
    of => 'name_ko, name_en, closed_weekdays, opens_at, closes_at, foreseen_from, foreseen_to, foreseen_basis');
SELECT log.watch('holiday_rule', 'calendar', '{position}', 'regime-apply', 'regime-apply', 'regime-apply');
SELECT log.watch('public_holiday', 'calendar', '{day,public_holiday_id}', 'holiday-announce', 'holiday-withdraw');

-- The regime.
SELECT log.watch('regime_version', 'regime', '{version}', 'regime-apply', 'regime-apply');
SELECT log.watch('regime_event', 'regime', '{regime_event_id}', 'regime-event');
SELECT log.watch('regime_authority', 'regime', '{regime}', 'regime-assign', 'regime-assign');

-- Organisations and persons.
SELECT log.watch('organisation', 'organisation_id', '{organisation_id}', 'organisation-add', 'organisation-edit');
SELECT log.watch('person', 'role_name', '{role_name}', 'person-add', 'person-edit',
    only_when => 'OLD.password_set_at IS NOT DISTINCT FROM NEW.password_set_at');
SELECT log.watch_update('person', 'password-set', only_when => 'OLD.password_set_at IS DISTINCT FROM NEW.password_set_at');

-- How an organisation divides its work. Each row has a chain of its own: nobody else's chain grows by it.
SELECT log.watch('case_assignment', 'case_assignment_id', '{case_assignment_id}', 'assign', 'assign',
    only_when => 'NEW.handed_over_by IS NULL');
SELECT log.watch_update('case_assignment', 'hand-over', only_when => 'NEW.handed_over_by IS NOT NULL');
SELECT log.watch('absence', 'absence_id', '{absence_id}', 'absence-state', 'absence-withdraw',
    only_when => 'NEW.withdrawn_at IS NOT NULL');
SELECT log.watch_update('absence', 'hand-over', only_when => 'NEW.withdrawn_at IS NULL');
SELECT log.watch('case_note', 'case_note_id', '{case_note_id}', 'note');

-- The case file.
SELECT log.watch('case_file', 'case_file_id', '{case_file_id}', 'draft', 'edit');
SELECT log.watch('exemption_item', 'case_file_id', '{item_no}', 'edit', 'edit', 'edit');
SELECT log.watch('proposal_section', 'case_file_id', '{section}', 'edit', 'edit', 'edit');
SELECT log.watch('participant', 'case_file_id', '{item_no}', 'edit', 'edit', 'edit');
SELECT log.watch('risk_scenario', 'case_file_id', '{item_no}', 'edit', 'edit', 'edit');
SELECT log.watch('stakeholder_conflict', 'case_file_id', '{item_no}', 'edit', 'edit', 'edit');
SELECT log.watch('case_contact', 'case_file_id', '{case_file_id}', 'edit', 'edit', 'edit',
    only_when => 'NEW.change_reason IS NULL');
SELECT log.watch_update('case_contact', 'replace-contact', only_when => 'NEW.change_reason IS NOT NULL');
SELECT log.watch('attachment', 'case_file_id', '{attachment_no}', 'attach', 'attach', 'detach');
SELECT log.watch('received_document', 'case_file_id', '{paper_no}', 'record-document');
SELECT log.watch('imported_case', 'case_file_id', '{case_file_id}', 'import');

-- Consultation, opinion, supplement.
SELECT log.watch('consultation', 'case_file_id', '{consultation_id}', 'consult-send', 'consult-close',
    only_when => '(NEW.notified_on IS NULL OR OLD.notified_on = NEW.notified_on) '
        'AND (OLD.replied_at IS NULL OR NEW.replied_at IS NOT NULL) AND NEW.recall_reason IS NULL');
SELECT log.watch_update('consultation', 'consult-recall',
    only_when => 'OLD.recall_reason IS NULL AND NEW.recall_reason IS NOT NULL');
SELECT log.watch_update('consultation', 'consult-notify',
    only_when => 'NEW.notified_on IS NOT NULL AND OLD.notified_on IS DISTINCT FROM NEW.notified_on');
SELECT log.watch_update('consultation', 'consult-reopen',
    only_when => 'OLD.replied_at IS NOT NULL AND NEW.replied_at IS NULL');
SELECT log.watch('opinion', 'case_file_id', '{consultation_id}', 'consult-reply', delete => 'reply-recall');
SELECT log.watch('opinion_recall', 'case_file_id', '{consultation_id,recall_no}', 'entry-recall');
SELECT log.watch('recall', 'case_file_id', '{recall_no}', 'entry-recall');
SELECT log.watch('consultation_omission', 'case_file_id', '{ministry_id}', 'consult-omit');
SELECT log.watch('supplement', 'case_file_id', '{supplement_no}', 'supplement', 'answer',
    only_when => 'NEW.ended_as IS NULL AND NEW.answered_at IS NOT NULL');
SELECT log.watch_update('supplement', 'answer-recall', only_when => 'OLD.answered_at IS NOT NULL AND NEW.answered_at IS NULL');
SELECT log.watch_update('supplement', 'supplement-end', only_when => 'OLD.ended_as IS NULL AND NEW.ended_as IS NOT NULL');

-- The committee.
SELECT log.watch('meeting', 'meeting_id', '{meeting_id}', 'schedule', 'meeting-edit',
    only_when => 'OLD.cancelled_at IS NOT DISTINCT FROM NEW.cancelled_at AND (OLD.frozen_at IS NULL OR NEW.frozen_at IS NOT NULL)');
SELECT log.watch_update('meeting', 'meeting-cancel', only_when => 'OLD.cancelled_at IS NULL AND NEW.cancelled_at IS NOT NULL');
SELECT log.watch_update('meeting', 'meeting-reopen', only_when => 'OLD.frozen_at IS NOT NULL AND NEW.frozen_at IS NULL');
SELECT log.watch('meeting_member', 'meeting_id', '{member_no}', 'compose', 'compose', 'compose');
SELECT log.watch('agenda_item', 'case_file_id', '{agenda_item_id}', 'table', 'item-close', 'untable');
SELECT log.watch('agenda_paper', 'agenda_item_id', '{agenda_item_id}', 'freeze', delete => 'unfreeze');
SELECT log.watch('recusal', 'meeting_id', '{agenda_item_id,member_no}', 'recuse');
SELECT log.watch('agenda_vote', 'meeting_id', '{agenda_item_id,member_no}', 'vote', 'vote-correct');
SELECT log.watch('mediation', 'case_file_id', '{mediation_no}', 'mediate', 'mediation-end');
SELECT log.watch('fast_track', 'case_file_id', '{precedent_id}', 'fast-track');
SELECT log.watch('redeliberation', 'case_file_id', '{case_file_id}', 'redeliberation-ask');

-- The decision.
SELECT log.watch('decision', 'case_file_id', '{decision_id}', 'decision');
SELECT log.watch('correction', 'case_file_id', '{correction_no}', 'correct');
SELECT log.watch('precedent_departure', 'case_file_id', '{precedent_id,decision_id}', 'depart');
SELECT log.watch('disposition', 'case_file_id', '{disposition_no}', 'disposition');
SELECT log.watch('objection', 'case_file_id', '{disposition_id}', 'objection-file', 'objection-answer',
    only_when => 'NEW.ruling IS NOT NULL');
SELECT log.watch_update('objection', 'ruling-recall', only_when => 'OLD.ruling IS NOT NULL AND NEW.ruling IS NULL');

-- Conditions.
SELECT log.watch('condition', 'case_file_id', '{condition_no}', 'condition');
SELECT log.watch('proposed_condition', 'agenda_item_id', '{agenda_item_id,condition_no}',
    insert => 'propose-condition', delete => 'propose-condition');
SELECT log.watch('condition_evidence', 'case_file_id', '{condition_no,evidence_no}', 'submit-evidence', 'evidence-rule',
    only_when => 'NEW.ruled_at IS NOT NULL');
SELECT log.watch_update('condition_evidence', 'ruling-recall', only_when => 'OLD.ruled_at IS NOT NULL AND NEW.ruled_at IS NULL');
SELECT log.watch('condition_waiver', 'case_file_id', '{condition_no}', 'waive-condition');
SELECT log.watch('condition_change', 'case_file_id', '{condition_no,change_no}', 'change-ask', 'change-rule');
SELECT log.watch('change_reply', 'case_file_id', '{condition_change_id,ministry_id}', 'change-reply');

-- Deadlines.
SELECT log.watch('deadline', 'case_file_id', '{deadline_no}', 'deadline-start', 'deadline-end',
    of => 'deadline_rule_id, organisation_id, started_on, anchor_deadline_id, floor_deadline_id, ended_on', only_when => 'OLD.ended_on IS NULL OR NEW.ended_on IS NOT NULL');
SELECT log.watch_update('deadline', 'deadline-reopen', of => 'ended_on',
    only_when => 'OLD.ended_on IS NOT NULL AND NEW.ended_on IS NULL');
SELECT log.watch_update('deadline', 'deadline-move', of => 'deadline_rule_id');
SELECT log.watch_update('deadline', 'validity-set', of => 'length, unit, promised_on');
SELECT log.watch('deadline_stop', 'case_file_id', '{deadline_stop_id}', 'deadline-stop', 'deadline-resume',
    of => 'cause, began_on, ended_on');
SELECT log.watch_update('deadline_stop', 'deadline-stop-undo', of => 'undone');
SELECT log.watch('deadline_stop_undoing', 'case_file_id', '{deadline_stop_id}', 'deadline-stop-undo');
SELECT log.watch('deadline_extension', 'case_file_id', '{deadline_id,extension_no}', 'deadline-extend',
    delete => 'act-recall');
SELECT log.watch('lapse', 'case_file_id', '{consultation_id,lapse_id}', 'lapse', 'lapse-contest', of => 'contest_reason');
SELECT log.watch_update('lapse', 'lapse-resolve', of => 'resolution');
SELECT log.watch_update('lapse', 'lapse-undo', of => 'undone_at');

-- The grant.
SELECT log.watch('exemption_grant', 'case_file_id', '{exemption_grant_id}', 'grant');
SELECT log.watch('grant_act', 'case_file_id', '{exemption_grant_id,act_no}', 'grant-act', delete => 'act-recall');
SELECT log.watch('insurance', 'case_file_id', '{grant_act_id}', 'insurance');
SELECT log.watch('insurance_cover', 'case_file_id', '{grant_act_id,cover}', 'insurance');
SELECT log.watch('trial_report', 'case_file_id', '{grant_act_id}', 'trial-report');
SELECT log.watch('report_problem', 'case_file_id', '{grant_act_id,problem_no}', 'trial-report');
SELECT log.watch('report_condition', 'case_file_id', '{grant_act_id,condition_no}', 'trial-report');
SELECT log.watch('revision_plan', 'case_file_id', '{grant_act_id}', 'revision-plan', delete => 'act-recall');
SELECT log.watch('register_withholding', 'case_file_id', '{field}', 'withhold', 'withhold', 'disclose');

-- Official papers.
SELECT log.watch('issuing_office', 'regime', '{regime}', 'office-state', 'office-state');
SELECT log.watch('paper_official', 'role_name', '{role_name}', 'official-state', 'official-state');
SELECT log.watch('official_paper', 'official_paper_id', '{official_paper_id}', 'paper-issue');

-- The law roadmap.
SELECT log.watch('roadmap', 'roadmap_id', '{roadmap_id}', 'roadmap-add', 'roadmap-edit');
SELECT log.watch('reform_task', 'reform_task_id', '{reform_task_id}', 'task-add', 'task-edit');
SELECT log.watch('roadmap_entry', 'reform_task_id', '{roadmap_id,reform_task_id}',
    insert => 'task-add', update => 'task-edit', delete => 'task-edit');
SELECT log.watch('task_ministry', 'reform_task_id', '{ministry_id}', 'task-edit', 'task-edit', 'task-edit');
SELECT log.watch('provision', 'provision_id', '{provision_id}', 'provision-add');
SELECT log.watch('task_provision', 'reform_task_id', '{provision_id}', 'task-edit', 'task-edit', 'task-edit');
SELECT log.watch('task_reference', 'reform_task_id', '{kind,reference}', 'task-edit', 'task-edit', 'task-edit');
SELECT log.watch('task_merge', 'reform_task_id', '{into_id}', 'task-merge');
SELECT log.watch('case_task', 'case_file_id', '{reform_task_id}', 'link', 'link', 'unlink');
SELECT log.watch('reporting_date', 'roadmap_id', '{due_on}', 'roadmap-edit');
SELECT log.watch('forecast', 'reform_task_id', '{kind,forecast_no}', 'forecast');
SELECT log.watch('arrival', 'reform_task_id', '{kind,arrival_no}', 'reach');
SELECT log.watch('task_report', 'reform_task_id', '{due_on,ministry_id,roadmap_id}', 'task-report');

-- Summits.
SELECT log.watch('summit', 'summit_id', '{summit_id}', 'summit-add', 'summit-edit');
SELECT log.watch('summit_topic', 'summit_id', '{topic_no}', 'summit-edit');
SELECT log.watch('summit_participant', 'summit_id', '{summit_topic_id,name}', 'summit-edit');
SELECT log.watch('expert_council', 'summit_topic_id', '{summit_topic_id}', 'summit-council');
SELECT log.watch('council_member', 'summit_topic_id', '{name}', 'summit-council');
SELECT log.watch('raised_point', 'raised_point_id', '{raised_point_id}', 'summit-raise');
SELECT log.watch('commitment', 'summit_id', '{commitment_no}', 'commit');
SELECT log.watch('commitment_evidence', 'commitment_id', '{evidence_no}', 'commitment-evidence');
SELECT log.watch('council_report', 'summit_topic_id', '{summit_id}', 'council-report');

-- What is only added to.
SELECT log.append_only('arrival');
SELECT log.append_only('audit_seal');
SELECT log.append_only('case_note');
SELECT log.append_only('commitment');
SELECT log.append_only('commitment_evidence');
SELECT log.append_only('council_report');
SELECT log.append_only('event');
SELECT log.append_only('forecast');
SELECT log.append_only('official_paper');
SELECT log.append_only('opinion_recall');
SELECT log.append_only('raised_point');
SELECT log.append_only('recall');
SELECT log.append_only('regime_event');
SELECT log.append_only('roadmap_entry');
SELECT log.append_only('task_merge');
SELECT log.append_only('task_report');
