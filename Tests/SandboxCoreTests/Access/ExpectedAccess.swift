/// The boundary as it is meant to be, written down once more and by hand: what the schema says is compared with this.
/// Whoever changes the schema changes this too, and so says that the change is wanted.
enum ExpectedAccess {
    static let roles = ["company", "ministry", "desk", "analyst", "auditor", "operator", "public"]

    /// Which commands each group role may give on each table and view, in the order of ``roles``: read, add, write
    /// (update) and delete, each on at least one column. Which rows, the policies say.
    static let privileges = """
        attachment            rad   r     r     -     r     -     -
        audit_seal            -     -     -     -     r     -     -
        calendar              r     r     r     r     r     r     r
        calendar_day          r     r     r     r     r     r     r
        case_contact          rawd  r     r     -     r     -     -
        case_file             raw   r     rw    r     r     -     -
        case_ministry         -     r     -     -     -     -     -
        case_task             r     r     rad   r     r     -     -
        case_turn             r     r     r     r     r     -     -
        clock                 r     r     r     r     r     -     -
        clock_event           r     r     r     r     r     r     r
        clock_extension       r     ra    ra    r     r     -     -
        clock_rule            r     r     r     r     r     r     r
        clock_stop            r     r     raw   r     r     -     -
        clock_stop_undoing    r     r     ra    r     r     -     -
        condition             r     r     ra    r     r     -     -
        consultation          r     r     raw   r     r     -     -
        counting_method       r     r     r     r     r     r     r
        decision              r     r     ra    r     r     -     -
        event                 r     r     r     r     r     r     -
        event_chain           -     -     -     -     r     -     -
        exemption_item        rawd  r     r     r     r     -     -
        form_section          r     r     r     r     r     r     r
        idempotency_key       raw   raw   raw   -     r     raw   -
        imported_case         r     r     r     r     r     -     -
        lapse                 r     rw    rw    r     r     -     -
        opinion               r     ra    r     r     r     -     -
        organisation          r     r     raw   r     r     raw   -
        participant           rawd  r     r     r     r     -     -
        pending_lapse         r     r     r     r     r     -     -
        person                r     r     r     r     r     r     -
        proposal_section      rawd  r     r     r     r     -     -
        public_holiday        r     r     r     r     r     r     r
        reference_counter     -     -     -     -     r     -     -
        reform_task           r     rw    raw   r     r     r     r
        regime                r     r     r     r     r     r     r
        regime_version        r     r     r     r     r     r     r
        required_paper        r     r     r     r     r     r     r
        risk_scenario         rawd  r     r     r     r     -     -
        roadmap               r     r     raw   r     r     r     r
        roadmap_entry         r     r     rad   r     r     r     r
        schema_migration      r     r     r     r     r     r     r
        stage                 r     r     r     r     r     r     r
        stakeholder_conflict  rawd  r     r     r     r     -     -
        supplement            rw    ra    ra    r     r     -     -
        task_law              r     r     rad   r     r     r     r
        task_ministry         r     r     rad   r     r     r     r
        track                 r     r     r     r     r     r     r
        track_opinion         r     r     r     r     r     r     r
        track_outcome         r     r     r     r     r     r     r
        transition            r     r     r     r     r     r     r
        """

    /// Who may execute which function, beside its owner. A function that is not listed is executed by nobody else.
    static let functions = [
        "acting_as: everybody",
        "acting_group: everybody",
        "acting_organisation_id: everybody",
        "acting_role: everybody",
        "announce_holidays: desk",
        "audit_break: auditor",
        "audit_seal_break: auditor",
        "authority_date: everybody",
        "authority_time: everybody",
        "calendar_as_known: everybody",
        "calendar_days: everybody",
        "calendar_reach: everybody",
        "case_fingerprint: desk",
        "clock_state: everybody",
        "clock_stop_span: everybody",
        "consulted_case_ids: ministry",
        "count_period: everybody",
        "counted_clock: everybody",
        "create_person: operator owner",
        "disable_person: operator owner",
        "event_canonical: auditor",
        "filing_gap: auditor company desk ministry",
        "import_cases: desk",
        "open_day_as_known: everybody",
        "open_day_end: everybody",
        "organisation_is_closed: role_admin",
        "own_case_ids: company",
        "own_task_ids: ministry",
        "period_end: everybody",
        "person_organisation_kind_matches: role_admin",
        "record_lapses: company desk ministry",
        "reform_status_at: everybody",
        "refuse: role_admin",
        "seal_audit: auditor",
        "seal_canonical: auditor",
        "seal_contents: auditor",
        "stopped_end: everybody",
        "withdraw_holidays: desk",
    ]

    /// Constraints and guards without a meaning of their own: whoever comes through the library is stopped before by a
    /// rule or by the form of what is typed, and whoever comes with psql reads PostgreSQL's words.
    static let unreachable = Set(
        """
        attachment_case_file_id_fkey attachment_file_name_check attachment_no_key attachment_pkey attachment_sha256_check
        audit_seal_pkey
        case_contact_case_file_id_fkey case_contact_pkey
        case_file_company_id_fkey case_file_filed_at_check case_file_origin_check case_file_period_check
        case_file_period_months_check case_file_pkey case_file_reference_check case_file_reference_key
        case_file_service_type_check case_file_stage_fkey case_file_track_fkey
        case_ministry_case_file_id_fkey case_ministry_ministry_id_fkey case_ministry_pkey
        case_task_case_file_id_fkey case_task_pkey case_task_reform_task_id_fkey
        code_form_check
        condition_decision_fkey condition_phase_check condition_pkey
        consultation_case_file_id_fkey consultation_case_key consultation_ministry_id_fkey consultation_pkey
        consultation_replied_at_check consultation_round_key
        decision_case_file_id_fkey decision_case_key decision_pkey
        event_chain_pkey event_chain_seq_key event_pkey
        exemption_item_case_file_id_fkey exemption_item_item_no_check exemption_item_pkey
        form_section_pkey form_section_track_fkey
        idempotency_key_key_check idempotency_key_pkey
        imported_case_case_file_id_fkey imported_case_fingerprint_key imported_case_pkey
        label_form_check
        opinion_consultation_fkey opinion_pkey
        organisation_kind_check organisation_pkey
        participant_case_file_id_fkey participant_pkey
        person_group_role_check person_organisation_id_fkey person_role_name_check
        proposal_section_case_file_id_fkey proposal_section_pkey
        prose_form_check
        reference_counter_pkey reference_counter_track_fkey
        reform_task_pkey reform_task_status_check
        regime_pkey
        required_paper_pkey required_paper_track_fkey
        risk_scenario_case_file_id_fkey risk_scenario_pkey
        roadmap_entry_pkey roadmap_entry_reform_task_id_fkey roadmap_entry_roadmap_id_fkey roadmap_entry_target_check
        roadmap_entry_task_no_key roadmap_pkey roadmap_regime_fkey roadmap_roadmap_key
        schema_migration_pkey
        stage_pkey
        stakeholder_conflict_case_file_id_fkey stakeholder_conflict_pkey
        supplement_asked_by_id_fkey supplement_case_file_id_fkey supplement_no_key supplement_pkey
        task_law_pkey task_law_reform_task_id_fkey
        task_ministry_ministry_id_fkey task_ministry_pkey task_ministry_reform_task_id_fkey
        track_opinion_opinion_check track_opinion_pkey track_opinion_track_fkey
        track_outcome_outcome_check track_outcome_pkey track_outcome_track_fkey
        track_pkey track_prefix_check track_prefix_key track_regime_fkey
        transition_from_stage_fkey transition_pkey transition_to_stage_fkey
        calendar_hours_check calendar_pkey
        calendar_day_calendar_fkey calendar_day_open_no_key calendar_day_pkey
        case_file_regime_version_fkey
        clock_anchor_clock_id_fkey clock_case_file_id_fkey clock_case_key clock_clock_rule_id_fkey clock_end_check
        clock_floor_clock_id_fkey clock_no_key clock_open_key clock_organisation_id_fkey clock_pkey clock_start_check
        clock_event_pkey
        clock_extension_clock_fkey clock_extension_length_check clock_extension_pkey
        clock_rule_cap_check clock_rule_cap_unit_check clock_rule_cap_unit_length_check clock_rule_counting_fkey
        clock_rule_extension_check clock_rule_extension_length_check clock_rule_extension_unit_check
        clock_rule_extensions_check clock_rule_length_check clock_rule_owed_by_check clock_rule_pkey
        clock_rule_rule_key clock_rule_start_check clock_rule_starts_on_fkey clock_rule_stopped_by_check
        clock_rule_unit_check clock_rule_valid_check clock_rule_version_fkey clock_rule_when_missed_check
        clock_stop_case_key clock_stop_clock_fkey clock_stop_ended_on_check clock_stop_pkey
        clock_stop_supplement_id_fkey
        clock_stop_undoing_stop_fkey
        consultation_notified_by_check consultation_notified_check
        counting_method_pkey
        lapse_clock_id_fkey lapse_clock_key lapse_consultation_fkey lapse_contest_check lapse_pkey
        lapse_resolution_check lapse_resolved_check
        public_holiday_calendar_fkey public_holiday_day_check public_holiday_day_key public_holiday_kind_check
        public_holiday_known_check public_holiday_pkey public_holiday_withdrawal_check
        regime_calendar_fkey
        regime_version_pkey regime_version_regime_fkey regime_version_version_check
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
