-- The grant (지정·허가) that follows from a favourable decision, and its life until the law changes. A grant is what was
-- decided and a journal of acts upon it; in which legal state it is on a day is derived from them (grant_state) and from
-- its deadlines, never typed.

-- What a regime says of the grants of a track.
CREATE TABLE grant_track (
    regime code NOT NULL, track code NOT NULL,
    prefix text NOT NULL CONSTRAINT grant_track_prefix_check CHECK (prefix ~ '^[A-Z][A-Z0-9]{1,7}$'),
    validity_rule code NOT NULL,
    extension_rule code,
    revision_rule code,
    permit_rule code,
    converts_to code,
    at_end code NOT NULL CONSTRAINT grant_track_at_end_check CHECK (
        at_end IN ('ends', 'revision-procedure', 'until-law-changes')),
    barring_levels code[] NOT NULL DEFAULT '{}',
    may_suspend boolean NOT NULL,
    certificate_ko label NOT NULL, certificate_en label NOT NULL,
    CONSTRAINT grant_track_pkey PRIMARY KEY (regime, track),
    CONSTRAINT grant_track_prefix_key UNIQUE (prefix),
    CONSTRAINT grant_track_track_fkey FOREIGN KEY (regime, track) REFERENCES track,
    CONSTRAINT grant_track_converts_to_fkey FOREIGN KEY (regime, converts_to) REFERENCES track,
    CONSTRAINT grant_track_barring_levels_check CHECK (
        barring_levels <@ ARRAY['act', 'decree', 'ordinance', 'notice', 'guideline']::code[])
);
COMMENT ON COLUMN grant_track.prefix IS 'first part of a certificate''s number; unique over all regimes';
COMMENT ON COLUMN grant_track.validity_rule IS
    'the deadline rule that says how long a grant is valid at most; begun by make_grant, or by the commencement';
COMMENT ON COLUMN grant_track.extension_rule IS 'until when an extension may be applied for; NULL: there is none';
COMMENT ON COLUMN grant_track.revision_rule IS
    'until when a law revision may be asked for; NULL: as long as the grant is in force';
COMMENT ON COLUMN grant_track.permit_rule IS
    'until when a grant of the track it converts to may be applied for after a positive finding';
COMMENT ON COLUMN grant_track.at_end IS
    'what keeps a grant in force after its end: a revision procedure that was asked for, '
    'or the law not being changed yet after an extension';
COMMENT ON COLUMN grant_track.barring_levels IS 'with until-law-changes: not where law of these levels must change';

-- The articles that what is said and done rests on; the topics are the acts, and the reasons of a state.
CREATE TABLE grant_basis (
    regime code NOT NULL, track code NOT NULL,
    topic code NOT NULL,
    basis label NOT NULL,
    CONSTRAINT grant_basis_pkey PRIMARY KEY (regime, track, topic),
    CONSTRAINT grant_basis_track_fkey FOREIGN KEY (regime, track) REFERENCES grant_track,
    CONSTRAINT grant_basis_topic_check CHECK (topic IN (
        'publish', 'insure', 'confirm', 'commence', 'report', 'incident', 'claim', 'close-claim', 'inspect', 'correct',
        'suspend', 'resume', 'record-hearing', 'revoke', 'ask-extension', 'extend', 'refuse-extension',
        'request-revision', 'record-finding', 'plan', 'revise', 'apply-permit', 'graduate', 'record-interpretation',
        'renounce', 'exit-report', 'convert', 'permit-refused', 'unrecorded', 'revoked', 'graduated', 'interpreted',
        'converted', 'renounced', 'suspended', 'commenced', 'not-commenced', 'validity-ended', 'revision-pending',
        'revision-needed', 'revision-not-needed', 'permit-pending', 'permit-not-applied', 'law-not-changed',
        'law-revised', 'act-must-change', 'level-unknown'))
);

-- Least cover of the liability insurance (시행령 제42조 제3항).
CREATE TABLE insurance_minimum (
    regime code NOT NULL CONSTRAINT insurance_minimum_regime_fkey REFERENCES regime,
    cover code NOT NULL,
    position smallint NOT NULL,
    amount bigint NOT NULL CONSTRAINT insurance_minimum_amount_check CHECK (amount > 0),
    name_ko label NOT NULL, name_en label NOT NULL,
    basis label NOT NULL,
    CONSTRAINT insurance_minimum_pkey PRIMARY KEY (regime, cover)
);

-- Grounds for revocation (법 제38조 제1항, 제38조의4 제1항); some need a fact that is in the register.
CREATE TABLE revocation_ground (
    regime code NOT NULL, track code NOT NULL,
    ground code NOT NULL,
    position smallint NOT NULL,
    needs code CONSTRAINT revocation_ground_needs_check CHECK (needs IN ('commencement-overdue', 'law-revised')),
    name_ko label NOT NULL, name_en label NOT NULL,
    basis label NOT NULL,
    CONSTRAINT revocation_ground_pkey PRIMARY KEY (regime, track, ground),
    CONSTRAINT revocation_ground_track_fkey FOREIGN KEY (regime, track) REFERENCES grant_track
);

-- Which act is possible in which legal state, and whose it is. What has no row here is refused
-- to every person; what follows from another act, such as a conversion, is entered by its steps.
CREATE TABLE grant_transition (
    act code NOT NULL,
    state code NOT NULL CONSTRAINT grant_transition_state_check CHECK (
        state IN ('unrecorded', 'preparing', 'running', 'suspended', 'deemed-running', 'deemed-extended',
            'undetermined', 'expired', 'revoked', 'graduated', 'unnecessary', 'converted', 'ended')),
    group_role text NOT NULL,
    CONSTRAINT grant_transition_pkey PRIMARY KEY (act, state, group_role)
);

-- The report on the exit from the sandbox (Regulation (EU) 2024/1689, Article 57(7)) is the desk's, once a grant is over.
INSERT INTO grant_transition
SELECT a.act, s.state, 'sandbox_' || r.group_role
FROM (VALUES
    ('insure renounce', 'company', 'preparing running suspended deemed-running deemed-extended undetermined'),
    ('publish correct record-hearing revoke graduate record-interpretation', 'desk',
        'preparing running suspended deemed-running deemed-extended undetermined'),
    ('confirm', 'desk', 'preparing running suspended deemed-running deemed-extended undetermined expired revoked '
        'graduated unnecessary converted ended'),
    ('inspect', 'desk ministry', 'preparing running suspended deemed-running deemed-extended undetermined'),
    ('commence', 'company', 'preparing'),
    ('report', 'company', 'running suspended deemed-running deemed-extended undetermined expired revoked graduated '
        'unnecessary converted ended'),
    ('incident', 'company', 'running suspended deemed-running deemed-extended undetermined'),
    ('claim close-claim', 'company',
        'running suspended deemed-running deemed-extended undetermined expired revoked graduated '
        'unnecessary converted ended'),
    ('suspend', 'desk', 'running deemed-running'),
    ('resume', 'desk', 'suspended'),
    ('ask-extension', 'company', 'preparing running suspended'),
    ('extend refuse-extension', 'desk', 'preparing running suspended'),
    ('request-revision', 'company', 'running suspended deemed-extended undetermined'),
    ('record-finding', 'ministry', 'running suspended deemed-running deemed-extended undetermined'),
    ('plan revise', 'ministry',
        'preparing running suspended deemed-running deemed-extended undetermined expired revoked '
        'graduated unnecessary converted ended'),
    ('apply-permit', 'company', 'running suspended deemed-running'),
    ('exit-report', 'desk', 'expired revoked graduated unnecessary converted ended')
) AS v (acts, roles, states),
    string_to_table(v.acts, ' ') AS a (act), string_to_table(v.states, ' ') AS s (state),
    string_to_table(v.roles, ' ') AS r (group_role);

CREATE TABLE certificate_counter (
    regime code NOT NULL, track code NOT NULL,
    year smallint NOT NULL,
    last integer NOT NULL,
    CONSTRAINT certificate_counter_pkey PRIMARY KEY (regime, track, year),
    CONSTRAINT certificate_counter_track_fkey FOREIGN KEY (regime, track) REFERENCES grant_track
);

CREATE TABLE exemption_grant (
    exemption_grant_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT exemption_grant_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL CONSTRAINT exemption_grant_case_file_id_fkey REFERENCES case_file,
    decision_id bigint NOT NULL,
    regime code NOT NULL, track code NOT NULL,
    certificate text,
    granted_on date,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT exemption_grant_case_file_id_key UNIQUE (case_file_id),
    CONSTRAINT exemption_grant_case_key UNIQUE (exemption_grant_id, case_file_id),
    CONSTRAINT exemption_grant_certificate_key UNIQUE (certificate),
    CONSTRAINT exemption_grant_decision_fkey
        FOREIGN KEY (decision_id, case_file_id) REFERENCES decision (decision_id, case_file_id),
    CONSTRAINT exemption_grant_track_fkey FOREIGN KEY (regime, track) REFERENCES grant_track
);
COMMENT ON COLUMN exemption_grant.granted_on IS 'NULL: a grant of the past, whose source does not say it';
COMMENT ON COLUMN exemption_grant.certificate IS
    'number of the certificate (허가증·지정서), without gaps per track and year; '
    'NULL: a grant of the past, from a file';

-- The journal. An act is dated with the day it took legal effect; acts that move a grant come in the order of their days.
CREATE TABLE grant_act (
    grant_act_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT grant_act_pkey PRIMARY KEY,
    exemption_grant_id bigint NOT NULL,
    case_file_id bigint NOT NULL,
    act_no smallint NOT NULL,
    act code NOT NULL,
    on_day civil_date NOT NULL,
    text prose,
    label label,
    about_no smallint,
    reason prose,
    ground code,
    until_on civil_date,
    months smallint CONSTRAINT grant_act_months_check CHECK (months > 0),
    finding code CONSTRAINT grant_act_finding_check CHECK (finding IN ('needed', 'not-needed')),
    step code CONSTRAINT grant_act_step_check CHECK (step IN ('started', 'completed')),
    level code CONSTRAINT grant_act_level_check CHECK (level IN ('act', 'decree', 'ordinance', 'notice', 'guideline')),
    amount bigint CONSTRAINT grant_act_amount_check CHECK (amount >= 0),
    insured boolean,
    successor_case_id bigint CONSTRAINT grant_act_successor_case_id_fkey REFERENCES case_file,
    attachment_id bigint CONSTRAINT grant_act_attachment_id_fkey REFERENCES attachment,
    organisation_id bigint CONSTRAINT grant_act_organisation_id_fkey REFERENCES organisation,
    recorded_at timestamptz NOT NULL DEFAULT now(), recorded_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT grant_act_no_key UNIQUE (exemption_grant_id, act_no),
    CONSTRAINT grant_act_case_key UNIQUE (grant_act_id, case_file_id),
    CONSTRAINT grant_act_grant_fkey
        FOREIGN KEY (exemption_grant_id, case_file_id) REFERENCES exemption_grant (exemption_grant_id, case_file_id),
    CONSTRAINT grant_act_content_check CHECK (CASE act
        WHEN 'publish' THEN label IS NOT NULL
        WHEN 'confirm' THEN about_no IS NOT NULL
        WHEN 'claim' THEN label IS NOT NULL AND insured IS NOT NULL
        WHEN 'close-claim' THEN about_no IS NOT NULL
        WHEN 'correct' THEN text IS NOT NULL AND until_on >= on_day
        WHEN 'record-hearing' THEN ground IS NOT NULL AND text IS NOT NULL
        WHEN 'revoke' THEN ground IS NOT NULL
        WHEN 'extend' THEN (months IS NULL) <> (until_on IS NULL)
        WHEN 'record-finding' THEN finding IS NOT NULL
        WHEN 'revise' THEN step IS NOT NULL
        WHEN 'apply-permit' THEN successor_case_id IS NOT NULL
        WHEN 'graduate' THEN label IS NOT NULL
        WHEN 'record-interpretation' THEN text IS NOT NULL
        WHEN 'report' THEN text IS NOT NULL
        WHEN 'incident' THEN text IS NOT NULL
        WHEN 'inspect' THEN text IS NOT NULL
        WHEN 'suspend' THEN text IS NOT NULL
        WHEN 'refuse-extension' THEN text IS NOT NULL
        WHEN 'request-revision' THEN text IS NOT NULL
        WHEN 'renounce' THEN text IS NOT NULL
        ELSE true END),
    CONSTRAINT grant_act_replacing_reason_check CHECK (
        act NOT IN ('insure', 'report') OR (about_no IS NULL) = (reason IS NULL)),
    CONSTRAINT grant_act_exit_report_check CHECK (act <> 'exit-report' OR text IS NOT NULL)
);
COMMENT ON COLUMN grant_act.about_no IS
    'the earlier act of the same grant it is about: the insurance or order that is confirmed, the claim that is settled, the '
    'insurance or report that it replaces';
COMMENT ON COLUMN grant_act.reason IS 'why an earlier insurance or report is replaced; that one stays in the journal';
COMMENT ON COLUMN grant_act.level IS 'the highest level of the law that must change, as the ministry says';
CREATE INDEX grant_act_case_file_id_idx ON grant_act (case_file_id);
CREATE INDEX grant_act_successor_case_id_idx ON grant_act (successor_case_id) WHERE successor_case_id IS NOT NULL;

CREATE TABLE insurance (
    grant_act_id bigint CONSTRAINT insurance_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL,
    kind code NOT NULL CONSTRAINT insurance_kind_check CHECK (kind IN ('insurance', 'compensation-plan')),
    insurer label,
    policy_no label,
    covers_from civil_date, covers_to civil_date,
    CONSTRAINT insurance_act_fkey FOREIGN KEY (grant_act_id, case_file_id)
        REFERENCES grant_act (grant_act_id, case_file_id),
    CONSTRAINT insurance_case_key UNIQUE (grant_act_id, case_file_id),
    CONSTRAINT insurance_content_check CHECK (CASE kind
        WHEN 'insurance' THEN insurer IS NOT NULL AND policy_no IS NOT NULL AND covers_from <= covers_to
        ELSE num_nonnulls(insurer, policy_no, covers_from, covers_to) = 0 END)
);
COMMENT ON COLUMN insurance.kind IS
    'a liability insurance, or a plan of compensation agreed with the authority in its place';

CREATE TABLE insurance_cover (
    grant_act_id bigint NOT NULL,
    case_file_id bigint NOT NULL,
    cover code NOT NULL,
    amount bigint NOT NULL CONSTRAINT insurance_cover_amount_check CHECK (amount >= 0),
    CONSTRAINT insurance_cover_pkey PRIMARY KEY (grant_act_id, cover),
    CONSTRAINT insurance_cover_insurance_fkey
        FOREIGN KEY (grant_act_id, case_file_id) REFERENCES insurance (grant_act_id, case_file_id)
);

CREATE TABLE trial_report (
    grant_act_id bigint CONSTRAINT trial_report_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL,
    kind code NOT NULL CONSTRAINT trial_report_kind_check CHECK (kind IN ('periodic', 'result')),
    progress smallint CONSTRAINT trial_report_progress_check CHECK (progress BETWEEN 0 AND 100),
    users integer CONSTRAINT trial_report_users_check CHECK (users >= 0),
    CONSTRAINT trial_report_act_fkey FOREIGN KEY (grant_act_id, case_file_id)
        REFERENCES grant_act (grant_act_id, case_file_id),
    CONSTRAINT trial_report_case_key UNIQUE (grant_act_id, case_file_id)
);

CREATE TABLE report_problem (
    grant_act_id bigint NOT NULL,
    case_file_id bigint NOT NULL,
    problem_no smallint NOT NULL,
    title label NOT NULL,
    remedy prose,
    is_done boolean NOT NULL,
    CONSTRAINT report_problem_pkey PRIMARY KEY (grant_act_id, problem_no),
    CONSTRAINT report_problem_report_fkey
        FOREIGN KEY (grant_act_id, case_file_id) REFERENCES trial_report (grant_act_id, case_file_id)
);

CREATE TABLE report_condition (
    grant_act_id bigint NOT NULL,
    case_file_id bigint NOT NULL,
    condition_no smallint NOT NULL,
    is_done boolean NOT NULL,
    note prose,
    CONSTRAINT report_condition_pkey PRIMARY KEY (grant_act_id, condition_no),
    CONSTRAINT report_condition_report_fkey
        FOREIGN KEY (grant_act_id, case_file_id) REFERENCES trial_report (grant_act_id, case_file_id)
);
COMMENT ON COLUMN report_condition.is_done IS 'false: not due yet, as the form has it';

-- What a ministry owes from the day of each grant and from each request (행정규제기본법 제19조의3 제8항).
CREATE TABLE revision_plan (
    grant_act_id bigint CONSTRAINT revision_plan_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL,
    change prose,
    provision label,
    by_on civil_date,
    why_not prose,
    reform_task_id bigint CONSTRAINT revision_plan_reform_task_id_fkey REFERENCES reform_task,
    CONSTRAINT revision_plan_act_fkey FOREIGN KEY (grant_act_id, case_file_id)
        REFERENCES grant_act (grant_act_id, case_file_id),
    CONSTRAINT revision_plan_content_check CHECK (
        CASE WHEN why_not IS NULL THEN num_nonnulls(change, provision, by_on) = 3
            ELSE num_nonnulls(change, by_on) = 0 END)
);
COMMENT ON COLUMN revision_plan.why_not IS
    'the reason no change can be begun; otherwise what changes, which provision, and by when';

CREATE TABLE disclosure_ground (
    regime code NOT NULL CONSTRAINT disclosure_ground_regime_fkey REFERENCES regime,
    ground code NOT NULL,
    position smallint NOT NULL,
    basis label NOT NULL,
    name_ko label NOT NULL, name_en label NOT NULL,
    closed_on date,
    CONSTRAINT disclosure_ground_pkey PRIMARY KEY (regime, ground)
);
COMMENT ON COLUMN disclosure_ground.closed_on IS 'since then nothing more is withheld on it; what was stays so';

CREATE TABLE register_withholding (
    case_file_id bigint NOT NULL CONSTRAINT register_withholding_case_file_id_fkey REFERENCES case_file,
    field code NOT NULL CONSTRAINT register_withholding_field_check CHECK (
        field IN ('company', 'service', 'provisions', 'conditions', 'meeting')),
    regime code NOT NULL,
    ground code NOT NULL,
    withheld_at timestamptz NOT NULL DEFAULT now(), withheld_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT register_withholding_pkey PRIMARY KEY (case_file_id, field),
    CONSTRAINT register_withholding_ground_fkey FOREIGN KEY (regime, ground) REFERENCES disclosure_ground
);
COMMENT ON TABLE register_withholding IS 'fields of a grant that the public register does not show, and why';

-- What the acts, the deadlines and the law have come to for every grant: kept by keep_grants, in the statement that changes
-- one of them, and never written otherwise. What depends on today's date is compared when it is read (grant_today).
CREATE TABLE kept_grant (
    exemption_grant_id bigint CONSTRAINT kept_grant_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL,
    regime code NOT NULL, track code NOT NULL,
    certificate text,
    granted_on date,
    at_end code NOT NULL,
    final_act code,
    final_on date,
    commenced_on date,
    suspended_on date,
    resumed_on date,
    extension_asked_on date,
    is_extended boolean NOT NULL,
    requested_on date,
    finding code,
    found_on date,
    revised_on date,
    is_permit_pending boolean NOT NULL,
    refused_on date,
    permit_due_on date,
    level code,
    is_barred boolean NOT NULL,
    end_on date,
    last_on date,
    company_id bigint NOT NULL,
    standing code NOT NULL CONSTRAINT kept_grant_standing_check CHECK (standing IN ('lasting', 'ended', 'unrecorded')),
    sorts_on date NOT NULL,
    CONSTRAINT kept_grant_case_file_id_key UNIQUE (case_file_id),
    CONSTRAINT kept_grant_grant_fkey FOREIGN KEY (exemption_grant_id, case_file_id)
        REFERENCES exemption_grant (exemption_grant_id, case_file_id)
);
COMMENT ON COLUMN kept_grant.end_on IS 'last day of the validity, an extension included; NULL: it has not begun';
COMMENT ON COLUMN kept_grant.last_on IS 'last day in force by what is known; NULL: no end in sight';
COMMENT ON COLUMN kept_grant.final_act IS 'the act that ended it; NULL: none';
COMMENT ON COLUMN kept_grant.company_id IS 'the company of the case: a company''s list goes by one index';
COMMENT ON COLUMN kept_grant.standing IS
    'lasting: in force for as long as its days last; ended: by an act; unrecorded: of the past, from a file';
COMMENT ON COLUMN kept_grant.sorts_on IS 'last_on; -infinity: no end in sight, which is listed first';
CREATE INDEX kept_grant_sorts_on_idx ON kept_grant (standing, sorts_on, exemption_grant_id);
CREATE INDEX kept_grant_company_id_idx ON kept_grant (company_id, standing, sorts_on, exemption_grant_id);

-- The grants once for each ministry that was asked about the case, in the order of its list. Kept by keep_grants.
CREATE TABLE ministry_grant (
    ministry_id bigint NOT NULL,
    exemption_grant_id bigint NOT NULL,
    regime code NOT NULL,
    standing code NOT NULL,
    sorts_on date NOT NULL,
    CONSTRAINT ministry_grant_pkey PRIMARY KEY (exemption_grant_id, ministry_id)
);
CREATE INDEX ministry_grant_sorts_on_idx ON ministry_grant (ministry_id, standing, sorts_on, exemption_grant_id)
    INCLUDE (regime);
