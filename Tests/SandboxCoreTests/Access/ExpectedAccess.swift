/// The boundary as it is meant to be, written down once more and by hand: what the schema says is compared with this.
/// Whoever changes the schema changes this too, and so says that the change is wanted.
enum ExpectedAccess {
    static let roles = ["company", "ministry", "desk", "analyst", "auditor", "operator", "public"]

    /// Which commands each group role may give on each table and view, in the order of ``roles``: read, add, write
    /// (update) and delete, each on at least one column. Which rows, the policies say.
    static let privileges = """
        absence               raw   raw   raw   r     r     r     -
        act_right             r     r     r     r     r     r     r
        case_assignment       raw   raw   raw   -     r     -     -
        case_note             ra    ra    ra    -     r     -     -
        own_assignment        r     r     r     -     -     -     -
        agenda_item           r     r     raw   r     r     -     -
        agenda_paper          -     -     r     r     r     -     -
        agenda_tally          -     -     r     r     r     -     -
        agenda_vote           -     -     raw   r     r     -     -
        arrival               r     ra    ra    r     r     r     r
        attachment            ra    r     r     -     r     -     -
        audit_seal            -     -     -     -     r     -     -
        calendar              r     r     r     r     r     r     r
        calendar_day          r     r     r     r     r     r     r
        calendar_year         r     r     r     r     r     r     r
        case_contact          raw   r     r     -     r     -     -
        case_count            -     -     r     r     r     -     -
        case_feature          r     r     r     r     r     -     -
        case_file             raw   r     rw    r     r     -     -
        case_law              r     r     r     r     r     -     -
        case_ministry         -     r     -     -     -     -     -
        case_provision        r     r     r     r     r     -     -
        case_search           r     r     r     r     r     -     -
        case_task             r     r     ra    r     r     -     -
        certificate_counter   -     -     -     -     r     -     -
        change_reply          r     ra    r     r     r     -     -
        deadline                 r     r     r     r     r     -     -
        deadline_event           r     r     r     r     r     r     r
        deadline_extension       r     ra    ra    r     r     -     -
        deadline_rule            r     r     r     r     r     r     r
        deadline_stop            r     r     raw   r     r     -     -
        deadline_stop_undoing    r     r     ra    r     r     -     -
        commitment            r     r     ra    r     r     r     r
        commitment_evidence   ra    ra    ra    r     r     r     r
        committee        r     r     r     r     r     r     r
        meeting     r     r     raw   r     r     -     -
        condition             r     r     ra    r     r     -     -
        condition_change      ra    ra    rw    r     r     -     -
        condition_due         r     r     r     r     r     -     -
        condition_evidence    ra    r     rw    r     r     -     -
        condition_state       r     r     r     r     r     -     -
        condition_waiver      r     r     ra    r     r     -     -
        consultation          r     r     raw   r     r     -     -
        consultation_omission -     -     ra    r     r     -     -
        correction            r     r     ra    r     r     -     -
        council_member        r     r     ra    r     r     r     r
        council_report        ra    ra    ra    r     r     r     r
        counting_method       r     r     r     r     r     r     r
        decision              r     r     ra    r     r     -     -
        disclosure_ground     r     r     r     r     r     r     r
        disposition           r     r     r     r     r     -     -
        event                 r     r     r     r     r     r     -
        event_chain           -     -     -     -     r     -     -
        exemption_grant       r     r     r     r     r     -     -
        exemption_item        raw   r     r     r     r     -     -
        expert_council        r     r     ra    r     r     r     r
        fast_track            r     r     ra    r     r     -     -
        forecast              r     ra    ra    r     r     r     r
        form_section          r     r     r     r     r     r     r
        grant_act             ra    ra    ra    r     r     -     -
        grant_basis           r     r     r     r     r     r     r
        grant_track           r     r     r     r     r     r     r
        holiday_rule          r     r     r     r     r     r     r
        grant_transition      r     r     r     r     r     r     r
        idempotency_key       raw   raw   raw   -     r     raw   -
        imported_case         r     r     r     r     r     -     -
        inbox_mark            raw   raw   raw   -     -     -     -
        insurance             ra    r     r     r     r     -     -
        insurance_cover       ra    r     r     r     r     -     -
        insurance_minimum     r     r     r     r     r     r     r
        lapse                 r     rw    rw    r     r     -     -
        late_tabling          r     r     r     r     r     -     -
        issuing_office        r     r     raw   r     r     r     r
        latest_decision       r     r     r     r     r     -     -
        paper_counter         -     -     -     -     r     -     -
        paper_issuer          r     r     r     r     r     r     r
        paper_kind            r     r     r     r     r     r     r
        paper_listed          r     r     r     r     r     -     -
        paper_official        -     -     raw   -     r     -     -
        paper_part            r     r     r     r     r     r     r
        paper_template        r     r     r     r     r     r     r
        law_ending            r     r     r     r     r     r     r
        mediation             r     r     raw   r     r     -     -
        news                  r     r     r     -     -     -     -
        objection             ra    r     rw    r     r     -     -
        official_paper        r     r     ra    r     r     -     -
        opinion               r     ra    ra    r     r     -     -
        opinion_recall        r     r     ra    r     r     -     -
        recall                ra    ra    ra    r     r     -     -
        received_document     -     -     ra    -     r     -     -
        organisation          r     r     raw   r     r     raw   -
        other_name            r     r     r     r     r     r     r
        participant           raw   r     r     r     r     -     -
        kept_deadline         r     r     r     r     r     -     -
        kept_grant            r     r     r     r     r     -     -
        count_cases           r     r     r     r     r     -     -
        ministry_deadline     -     r     -     -     -     -     -
        ministry_grant        -     r     -     -     -     -     -
        kept_open_task        r     r     r     r     r     -     -
        deadline_today        r     r     r     r     r     -     -
        grant_today           r     r     r     r     r     -     -
        open_task_today       r     r     r     r     r     -     -
        pending_lapse         r     r     r     r     r     -     -
        person                r     r     r     r     r     r     -
        precedent_departure   r     r     ra    r     r     -     -
        proposal_section      raw   r     r     r     r     -     -
        proposed_condition    r     r     ra    r     r     -     -
        provision             r     r     ra    r     r     r     r
        public_holiday        r     r     r     r     r     r     r
        raised_point          r     r     ra    r     r     r     r
        recusal               -     -     ra    r     r     -     -
        redeliberation        ra    r     r     r     r     -     -
        reference_counter     -     -     -     -     r     -     -
        reform_status         r     r     r     r     r     r     r
        reform_task           r     rw    raw   r     r     r     r
        reform_transition     r     r     r     r     r     r     r
        regime                r     r     r     r     r     r     r
        regime_authority      r     r     r     r     r     r     r
        regime_duty           r     r     r     r     r     r     r
        regime_event          r     r     ra    r     r     r     r
        regime_version        r     r     r     r     r     r     r
        register_withholding  r     r     ra    r     r     -     -
        report_condition      ra    r     r     r     r     -     -
        report_owed           r     r     r     r     r     r     r
        report_problem        ra    r     r     r     r     -     -
        reporting_date        r     r     ra    r     r     r     r
        required_paper        r     r     r     r     r     r     r
        revision_plan         r     ra    r     r     r     -     -
        revocation_ground     r     r     r     r     r     r     r
        risk_scenario         raw   r     r     r     r     -     -
        roadmap               r     r     raw   r     r     r     r
        roadmap_entry         r     r     ra    r     r     r     r
        schema_definition     r     r     r     r     r     r     r
        schema_migration      r     r     r     r     r     r     r
        meeting_member        -     -     ra    r     r     -     -
        stage                 r     r     r     r     r     r     r
        stakeholder_conflict  raw   r     r     r     r     -     -
        summit                r     r     raw   r     r     r     r
        summit_participant    r     r     ra    r     r     r     r
        summit_topic          r     r     ra    r     r     r     r
        supplement            rw    raw   raw   r     r     -     -
        task_in_force         r     r     r     r     r     r     r
        task_law              r     r     r     r     r     r     r
        task_merge            r     r     ra    r     r     r     r
        task_ministry         r     r     ra    r     r     r     r
        task_provision        r     r     ra    r     r     r     r
        task_reference        r     ra    ra    r     r     r     r
        task_report           r     ra    r     r     r     r     r
        track                 r     r     r     r     r     r     r
        track_committee            r     r     r     r     r     r     r
        track_opinion         r     r     r     r     r     r     r
        track_outcome         r     r     r     r     r     r     r
        transition            r     r     r     r     r     r     r
        trial_report          ra    r     r     r     r     -     -
        turn                  -     -     -     -     -     -     -
        wrong_lapse           -     -     -     -     -     -     -
        """

    /// Who may execute which function, beside its owner. A function that is not listed is executed by nobody else.
    static let functions = [
        "act_until: analyst auditor company desk ministry",
        "acting_as: everybody",
        "acting_as_owner: everybody",
        "acting_as_staff: everybody",
        "acting_company_id: everybody",
        "acting_group: everybody",
        "acting_ministry_id: everybody",
        "acting_organisation: everybody",
        "acting_organisation_id: everybody",
        "acting_rights: everybody",
        "acting_role: everybody",
        "agenda_content: analyst auditor desk",
        "announce_holidays: desk",
        "apply_regime: desk",
        "article_span: everybody",
        "article_words: everybody",
        "articles_meet: everybody",
        "audit_break: auditor",
        "audit_content_break: auditor",
        "audit_number_break: auditor",
        "audit_row_break: auditor",
        "audit_seal_break: auditor",
        "authority_date: everybody",
        "authority_of: everybody",
        "authority_time: everybody",
        "authority_zone: everybody",
        "bigrams: analyst auditor company desk ministry",
        "calendar_as_known: everybody",
        "calendar_doubt: everybody",
        "calendar_reach: everybody",
        "calendar_today: everybody",
        "case_count_drift: everybody",
        "case_fingerprint: desk",
        "case_grant_over_on: everybody",
        "case_hits: analyst auditor company desk ministry",
        "case_law_drift: auditor desk",
        "changes_grant: analyst auditor company desk ministry",
        "check_regime: everybody",
        "commitment_at: everybody",
        "committee_meets: desk",
        "consulted_case_ids: ministry",
        "count_condition_tasks: analyst auditor company desk ministry",
        "count_deadline_tasks: analyst auditor company desk ministry",
        "count_deadlines: everybody",
        "count_desk_tasks: analyst auditor company desk ministry",
        "count_grant_tasks: analyst auditor company desk ministry",
        "count_grants: analyst auditor company desk ministry",
        "count_objection_tasks: analyst auditor company desk ministry",
        "count_open_tasks: analyst auditor company desk ministry",
        "count_open_work: company desk ministry operator",
        "count_paper_tasks: analyst auditor company desk ministry",
        "count_period: everybody",
        "count_preparing_tasks: analyst auditor company desk ministry",
        "count_proceeding_tasks: analyst auditor company desk ministry",
        "count_proposal_tasks: analyst auditor company desk ministry",
        "count_supervision_tasks: analyst auditor company desk ministry",
        "counted_months: everybody",
        "create_person: operator owner",
        "day_doubt: everybody",
        "days_certainty: everybody",
        "deadline_closes_on: everybody",
        "deadline_due: everybody",
        "deadline_state: everybody",
        "deadline_state_of: everybody",
        "deadline_void_on: everybody",
        "deadlines_of: everybody",
        "decision_facts: desk",
        "declare_years: desk",
        "desk_due_on: analyst auditor company desk ministry",
        "disable_person: operator owner",
        "due_parts: everybody",
        "edit_person: operator owner",
        "enable_person: operator owner",
        "end_idle_sessions: desk ministry",
        "event_canonical: auditor",
        "expiry_day: everybody",
        "filed_before: company",
        "filing_gap: company",
        "foreseen_holidays: everybody",
        "given_grounds: analyst auditor company desk ministry",
        "grant_facts: analyst auditor company desk ministry",
        "grant_is_over: everybody",
        "grant_of: analyst auditor company desk ministry",
        "grant_outlook: analyst auditor company desk ministry",
        "grant_over_on: everybody",
        "grant_state: analyst auditor company desk ministry",
        "hand_over_work: company desk ministry operator",
        "has_day_without_rule: everybody",
        "has_fast_track: desk",
        "has_key_result: company desk ministry operator",
        "has_unasked_ministry: analyst auditor company desk ministry",
        "import_cases: desk",
        "in_force_until: everybody",
        "inferred_columns: everybody",
        "is_grant_over: company desk ministry",
        "is_in_force: everybody",
        "is_insured: analyst auditor company desk ministry",
        "is_lapse_due: everybody",
        "is_registration_no: everybody",
        "kept_deadline_drift: everybody",
        "kept_grant_drift: analyst auditor company desk ministry",
        "kept_open_task_drift: analyst auditor company desk ministry",
        "last_absent_day: everybody",
        "last_open_meeting: analyst auditor company desk ministry",
        "last_planned_day: everybody",
        "late_meeting: analyst auditor company desk ministry",
        "late_meetings: analyst auditor company desk ministry",
        "law_identity: everybody",
        "law_key: everybody",
        "length_text: everybody",
        "level_of_law: everybody",
        "listed_regimes: everybody",
        "longest_validity: analyst auditor company desk ministry",
        "may_receive_work: company desk ministry",
        "meet_organisations: desk",
        "meeting_has_begun: desk",
        "meeting_label: everybody",
        "milestone_at: everybody",
        "ministry_deadline_drift: everybody",
        "ministry_grant_drift: analyst auditor company desk ministry",
        "move_open_cases: desk",
        "moved_day: everybody",
        "name_key: everybody",
        "nearest_open: everybody",
        "new_verification: desk",
        "news_seen_at: company desk ministry",
        "number_paper: desk",
        "office_today: everybody",
        "open_day_end: everybody",
        "organisation_identity: everybody",
        "organisation_is_closed: company role_admin",
        "organisation_key: everybody",
        "organisation_keys: everybody",
        "organisations_named: desk operator",
        "own_case_ids: company",
        "own_regimes: everybody",
        "own_task_ids: ministry",
        "own_work: company desk ministry",
        "period_end: everybody",
        "period_ends: everybody",
        "period_length: everybody",
        "person_mark: role_admin",
        "person_organisation_kind_matches: role_admin",
        "petition_end: everybody",
        "recallable: company desk ministry",
        "recallable_answer: company desk ministry",
        "recallable_evidence: company desk ministry",
        "recallable_grant_act: company desk ministry",
        "recallable_objection: company desk ministry",
        "record_lapses: company desk ministry",
        "recount_kept: desk",
        "reform_status_at: everybody",
        "refuse: role_admin",
        "regime_began_on: everybody",
        "regime_document: everybody",
        "remove_rows: desk",
        "renewed_certificate_at: analyst auditor company desk ministry",
        "reopen_years: desk",
        "replace_contact: company",
        "reply_reliance: desk",
        "rules_started_by: desk",
        "seal_audit: auditor",
        "seal_canonical: auditor",
        "seal_contents: auditor",
        "search_drift: auditor desk",
        "seats: desk",
        "set_password: analyst auditor company desk ministry operator owner public",
        "short_covers: analyst auditor company desk ministry",
        "stage_cases: desk",
        "staged_repeats: desk",
        "standing_of: analyst auditor company desk ministry",
        "state_of_grant: everybody",
        "stopped_end: everybody",
        "take_out: company",
        "take_turn: desk",
        "task_today: everybody",
        "told_unasked_ministries: analyst auditor company desk ministry",
        "unannounced_holidays: everybody",
        "unasked_ministries: analyst auditor desk",
        "unmet_conditions: analyst auditor company desk ministry",
        "validity_end: analyst auditor company desk ministry",
        "weekday_names: everybody",
        "withdraw_holidays: desk",
        "within_calendar: everybody",
        "zoned_time: everybody",
    ]
}
