extension ExpectedAccess {
    /// Constraints and guards without a meaning of their own: whoever comes through the library is stopped before by a
    /// rule or by the form of what is typed, and whoever comes with psql reads PostgreSQL's words.
    static let unreachable = Set(
        """
        opinion_recall_consultation_fkey opinion_recall_pkey recall_case_file_id_fkey recall_pkey recall_subject_check
        absence_deputy_fkey absence_pkey absence_role_name_fkey act_right_needs_check act_right_pkey
        case_assignment_case_file_id_fkey case_assignment_case_key case_assignment_organisation_id_fkey
        case_assignment_pkey case_assignment_role_name_fkey case_note_case_file_id_fkey
        case_note_organisation_id_fkey case_note_pkey person_password_plain_guard person_rights_check
        agenda_item_case_file_id_fkey agenda_item_case_key agenda_item_closed_as_check agenda_item_closed_at_check
        agenda_item_meeting_id_fkey agenda_item_meeting_key agenda_item_no_key agenda_item_pkey
        agenda_paper_agenda_item_id_fkey agenda_paper_pkey agenda_vote_item_fkey agenda_vote_member_fkey
        agenda_vote_vote_check arrival_author_id_fkey arrival_kind_check arrival_pkey arrival_reform_task_id_fkey
        arrival_said_check attachment_case_file_id_fkey attachment_file_name_check attachment_no_key attachment_pkey
        attachment_sha256_check audit_seal_pkey calendar_day_calendar_fkey calendar_day_certainty_check
        calendar_day_pkey calendar_foreseen_check calendar_hours_check calendar_pkey calendar_year_calendar_fkey
        calendar_year_key calendar_year_known_check calendar_year_pkey calendar_year_withdrawal_check
        calendar_year_year_check case_contact_case_file_id_fkey case_contact_pkey case_count_counted_by_check
        case_count_pkey case_feature_case_file_id_fkey case_feature_pkey case_file_company_id_fkey
        case_file_filed_at_check case_file_origin_check case_file_period_check case_file_period_months_check
        case_file_pkey case_file_reference_check case_file_reference_key case_file_regime_version_fkey
        case_file_service_type_check case_file_stage_fkey case_file_track_fkey case_law_case_file_id_fkey
        case_law_pkey case_ministry_case_file_id_fkey case_ministry_ministry_id_fkey case_ministry_pkey
        case_search_case_file_id_fkey case_search_part_check case_search_pkey case_task_case_file_id_fkey
        case_task_pkey case_task_reform_task_id_fkey certificate_counter_pkey certificate_counter_track_fkey
        change_reply_change_fkey change_reply_ministry_id_fkey
        change_reply_opinion_check code_form_check commitment_commitment_no_key commitment_due_check
        commitment_evidence_author_id_fkey commitment_evidence_commitment_id_fkey commitment_evidence_kind_check
        commitment_evidence_pkey commitment_kind_check commitment_owner_id_fkey commitment_pkey
        commitment_summit_id_fkey commitment_topic_fkey committee_members_check committee_percent_check committee_pkey
        committee_regime_fkey condition_asked_by_id_fkey condition_change_asked_by_id_fkey
        condition_change_case_file_id_fkey condition_change_case_key condition_change_condition_fkey
        condition_change_id_key condition_change_pkey condition_change_ruled_check condition_decision_fkey
        condition_evidence_case_file_id_fkey condition_evidence_condition_fkey condition_evidence_content_check
        condition_evidence_file_check condition_evidence_file_name_check condition_evidence_pkey
        condition_evidence_ruled_check condition_evidence_sha256_check condition_phase_check condition_pkey
        condition_waiver_case_file_id_fkey condition_waiver_condition_fkey
        condition_responsible_check consultation_case_file_id_fkey consultation_case_key consultation_ministry_id_fkey
        consultation_notified_by_check consultation_notified_check consultation_pkey consultation_replied_at_check
        consultation_omission_case_file_id_fkey consultation_omission_ministry_id_fkey consultation_recalled_by_check
        consultation_round_key correction_case_file_id_fkey correction_decision_fkey correction_pkey
        correction_subject_check council_member_council_fkey council_member_pkey council_report_council_fkey
        council_report_summit_id_fkey counting_method_min_open_days_check counting_method_pkey
        deadline_anchor_deadline_id_fkey deadline_case_file_id_fkey deadline_case_key deadline_deadline_rule_id_fkey
        deadline_end_check deadline_event_pkey deadline_extension_deadline_fkey deadline_extension_length_check
        deadline_extension_pkey deadline_extension_unit_check deadline_floor_deadline_id_fkey deadline_length_check
        deadline_length_unit_check deadline_no_key deadline_open_key deadline_organisation_id_fkey deadline_pkey
        deadline_rule_cap_check deadline_rule_cap_unit_check deadline_rule_cap_unit_length_check
        deadline_rule_counting_fkey deadline_rule_extends_from_check deadline_rule_extension_check
        deadline_rule_extension_length_check deadline_rule_extension_unit_check deadline_rule_extensions_check
        deadline_rule_lapse_check deadline_rule_length_check deadline_rule_owed_by_check deadline_rule_pkey deadline_rule_readings_check
        deadline_rule_rule_key deadline_rule_start_check deadline_rule_starts_on_fkey deadline_rule_stopped_by_check
        deadline_rule_unit_check deadline_rule_valid_check deadline_rule_version_fkey deadline_rule_when_missed_check
        deadline_start_check deadline_stop_case_key deadline_stop_deadline_fkey deadline_stop_ended_on_check
        deadline_stop_pkey deadline_stop_supplement_id_fkey deadline_stop_undoing_stop_fkey deadline_unit_check
        decision_agenda_item_id_key decision_case_file_id_fkey decision_case_key decision_item_fkey decision_pkey
        decision_validity_check decision_validity_from_check decision_validity_months_check disclosure_ground_pkey
        disclosure_ground_regime_fkey disposition_about_check disposition_case_file_id_fkey disposition_case_key
        disposition_decision_id_fkey disposition_grant_act_id_fkey disposition_kind_check disposition_no_key
        disposition_pkey due_rule_form_check event_chain_pkey event_chain_seq_key event_pkey
        exemption_grant_case_file_id_fkey exemption_grant_case_file_id_key exemption_grant_case_key
        exemption_grant_certificate_key exemption_grant_decision_fkey exemption_grant_pkey exemption_grant_track_fkey
        exemption_item_case_file_id_fkey exemption_item_item_no_check exemption_item_pkey expert_council_chair_id_fkey
        expert_council_pkey expert_council_topic_fkey fast_track_case_file_id_fkey fast_track_precedent_check
        fast_track_precedent_id_fkey forecast_author_id_fkey forecast_kind_check forecast_pkey
        forecast_reform_task_id_fkey forecast_said_check form_section_pkey form_section_track_fkey
        grant_act_amount_check grant_act_attachment_id_fkey grant_act_case_key grant_act_content_check
        grant_act_exit_report_check grant_act_finding_check grant_act_grant_fkey grant_act_level_check
        grant_act_months_check grant_act_no_key grant_act_organisation_id_fkey grant_act_pkey grant_act_step_check
        grant_act_successor_case_id_fkey grant_basis_pkey grant_basis_topic_check grant_basis_track_fkey
        grant_track_at_end_check grant_track_barring_levels_check grant_track_converts_to_fkey grant_track_pkey
        grant_track_prefix_check grant_track_prefix_key grant_track_track_fkey grant_transition_pkey
        grant_transition_state_check holiday_rule_calendar_fkey holiday_rule_day_check holiday_rule_pkey
        holiday_rule_substitute_check idempotency_key_key_check idempotency_key_pkey imported_case_case_file_id_fkey
        imported_case_fingerprint_key imported_case_pkey insurance_act_fkey insurance_case_key insurance_content_check
        insurance_cover_amount_check insurance_cover_insurance_fkey insurance_cover_pkey insurance_kind_check
        insurance_minimum_amount_check insurance_minimum_pkey insurance_minimum_regime_fkey insurance_pkey
        kept_deadline_deadline_fkey kept_deadline_pkey kept_grant_case_file_id_key kept_grant_grant_fkey
        inbox_mark_pkey kept_grant_pkey kept_grant_standing_check kept_open_task_case_file_id_fkey kept_open_task_pkey
        label_form_check lapse_consultation_fkey lapse_contest_check lapse_deadline_id_fkey lapse_deadline_key
        issuing_office_pkey issuing_office_regime_fkey lapse_pkey lapse_resolution_check lapse_resolved_check
        lapse_undone_check law_ending_level_check law_ending_pkey law_ending_regime_fkey mediation_case_file_id_fkey
        mediation_ended_on_check mediation_outcome_check mediation_pkey meeting_cancelled_at_check
        meeting_closes_on_check meeting_committee_fkey meeting_form_check meeting_frozen_at_check
        meeting_meeting_no_check meeting_member_capacity_check meeting_member_chair_key
        meeting_member_meeting_id_fkey meeting_member_member_no_check meeting_member_name_key meeting_member_pkey
        meeting_pkey ministry_deadline_pkey ministry_grant_pkey objection_disposition_fkey objection_ruled_check
        objection_ruling_check official_paper_addressee_id_fkey official_paper_case_file_id_fkey
        official_paper_edition_check official_paper_language_check official_paper_meeting_id_fkey
        official_paper_number_key official_paper_official_fkey official_paper_paper_fkey official_paper_pkey
        official_paper_regime_fkey official_paper_subject_check official_paper_verification_check
        official_paper_verification_key opinion_consultation_fkey opinion_document_check opinion_pkey
        organisation_kind_check organisation_pkey other_name_kind_check other_name_pkey other_name_regime_fkey
        paper_counter_paper_fkey paper_counter_pkey paper_counter_regime_fkey paper_issuer_pkey
        paper_issuer_regime_fkey paper_kind_addressee_check paper_kind_pkey paper_official_pkey
        paper_official_role_name_fkey paper_part_pkey paper_part_regime_fkey paper_template_layout_check
        paper_template_number_check paper_template_paper_fkey paper_template_pkey paper_template_regime_fkey
        participant_case_file_id_fkey participant_pkey person_group_role_check person_organisation_id_fkey
        person_role_name_check precedent_departure_decision_fkey precedent_departure_pkey
        precedent_departure_precedent_check precedent_departure_precedent_id_fkey proposal_section_case_file_id_fkey
        proposal_section_pkey proposed_condition_agenda_item_id_fkey proposed_condition_asked_by_id_fkey
        proposed_condition_phase_check proposed_condition_pkey proposed_condition_responsible_check prose_form_check
        prose_list_form_check
        provision_law_article_key provision_level_check provision_pkey public_holiday_calendar_fkey
        public_holiday_day_check public_holiday_day_key public_holiday_kind_check public_holiday_known_check
        public_holiday_pkey public_holiday_withdrawal_check raised_point_case_file_id_fkey raised_point_kind_check
        raised_point_pkey raised_point_summit_id_fkey raised_point_topic_fkey received_document_case_file_id_fkey
        received_document_file_name_check received_document_no_key received_document_pkey
        received_document_sender_id_fkey recusal_barred_check recusal_ground_check recusal_item_fkey
        recusal_kind_check recusal_member_fkey redeliberation_case_file_id_fkey
        redeliberation_ground_check reference_counter_pkey reference_counter_track_fkey reform_status_pkey
        reform_task_pkey reform_task_status_fkey reform_transition_from_status_fkey reform_transition_pkey
        reform_transition_to_status_fkey regime_authority_authority_id_fkey regime_authority_pkey
        regime_authority_regime_fkey regime_calendar_fkey regime_committee_guard regime_event_event_fkey
        regime_event_pkey regime_event_regime_fkey regime_event_subject_guard regime_grant_guard
        regime_meeting_name_check regime_pkey regime_rule_guard regime_time_zone_guard regime_version_order_guard
        regime_version_pkey regime_version_regime_fkey regime_version_version_check
        register_withholding_case_file_id_fkey register_withholding_field_check register_withholding_ground_fkey
        register_withholding_ground_guard register_withholding_pkey report_condition_pkey report_condition_report_fkey
        report_problem_pkey report_problem_report_fkey reporting_date_opens_on_check reporting_date_pkey
        reporting_date_roadmap_id_fkey required_paper_pkey required_paper_track_fkey revision_plan_act_fkey
        revision_plan_content_check revision_plan_pkey revision_plan_reform_task_id_fkey revocation_ground_needs_check
        revocation_ground_pkey revocation_ground_track_fkey risk_scenario_case_file_id_fkey risk_scenario_pkey
        roadmap_entry_pkey roadmap_entry_reform_task_id_fkey roadmap_entry_roadmap_id_fkey roadmap_entry_target_check
        roadmap_entry_target_kind_check roadmap_entry_task_no_key roadmap_pkey roadmap_regime_fkey roadmap_roadmap_key
        schema_definition_pkey schema_migration_pkey stage_pkey stakeholder_conflict_case_file_id_fkey
        stakeholder_conflict_pkey summit_no_check summit_participant_name_key summit_participant_summit_id_fkey
        summit_participant_topic_fkey summit_pkey summit_regime_fkey summit_summit_no_key summit_topic_pkey
        summit_topic_summit_id_fkey summit_topic_summit_key summit_topic_topic_no_key supplement_asked_by_id_fkey
        supplement_document_check supplement_ended_as_check supplement_case_file_id_fkey supplement_no_key supplement_pkey task_merge_into_id_fkey
        task_merge_reform_task_id_fkey task_merge_status_check task_ministry_ministry_id_fkey task_ministry_pkey
        task_ministry_reform_task_id_fkey task_provision_pkey task_provision_provision_id_fkey
        task_provision_reform_task_id_fkey task_reference_kind_check task_reference_pkey
        task_reference_reform_task_id_fkey task_report_due_on_fkey task_report_entry_fkey task_report_ministry_fkey
        task_report_pkey track_committee_committee_fkey track_committee_needs_check track_committee_pkey
        track_committee_track_fkey track_opinion_opinion_check track_opinion_pkey track_opinion_track_fkey turn_pkey
        track_outcome_outcome_check track_outcome_pkey track_outcome_track_fkey track_pkey track_prefix_check
        track_prefix_key track_regime_fkey transition_from_stage_fkey transition_pkey transition_to_stage_fkey
        trial_report_act_fkey trial_report_case_key trial_report_kind_check trial_report_pkey
        trial_report_progress_check trial_report_users_check
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
