internal import SandboxDomain

/// What a violated constraint or guard means, by its name. A test holds this table against the schema: every constraint
/// and guard is in exactly one of the two lists.
enum ConstraintMeaning {
    /// Those that a person can run into: by a race, or past the rules with psql.
    static let refusals: [String: Refusal.Code] = [
        "case_file_complete_guard": .proposalIncomplete,
        "case_file_consultation_guard": .wrongStage,
        "case_file_closing_reason_check": .reasonRequired,
        "case_file_decision_guard": .wrongStage,
        "case_file_draft_guard": .draftOnly,
        "case_file_stage_guard": .wrongStage,
        "attachment_size_check": .attachmentTooLarge,
        "attachment_stage_guard": .attachmentNotEditable,
        "audit_seal_append_only_guard": .appendOnly,
        "condition_decision_guard": .alreadyDecided,
        "consultation_ministry_guard": .notAMinistry,
        "consultation_open_key": .roundOpen,
        "consultation_stage_guard": .wrongStage,
        "decision_case_file_id_key": .alreadyDecided,
        "decision_conditions_guard": .conditionsRequired,
        "decision_consultation_guard": .consultationOpen,
        "decision_date_guard": .decisionDateOutside,
        "decision_grant_guard": .ministryNotConsulted,
        "decision_outcome_guard": .outcomeNotForTrack,
        "decision_reason_guard": .reasonRequired,
        "decision_stage_guard": .wrongStage,
        "decision_supplement_guard": .supplementOpen,
        "event_append_only_guard": .appendOnly,
        "opinion_conditions_check": .conditionsRequired,
        "opinion_once_guard": .alreadyReplied,
        "opinion_reason_check": .reasonRequired,
        "opinion_stage_guard": .wrongStage,
        "opinion_track_guard": .opinionNotForTrack,
        "organisation_name_key": .organisationExists,
        "person_organisation_check": .organisationRequired,
        "person_organisation_closed_guard": .organisationClosed,
        "person_organisation_kind_guard": .organisationKind,
        "person_pkey": .personExists,
        "person_role_guard": .personIsAdministrator,
        "person_self_guard": .personIsSelf,
        "reform_task_in_force_check": .inForceDateNotForStatus,
        "register_withholding_grant_guard": .notAGrant,
        "supplement_answer_check": .reasonRequired,
        "supplement_once_guard": .alreadyAnswered,
        "supplement_stage_guard": .wrongStage,
    ]
}
