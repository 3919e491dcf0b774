-- The grant (지정·허가) that follows from a favourable decision, and its life until the law changes. A grant is what was
-- decided and a journal of acts upon it; in which legal state it is on a day is derived from them (grant_state) and from
-- its clocks, never typed.

-- What a regime says of the grants of a track.
CREATE TABLE grant_track (
    regime code NOT NULL,
    track code NOT NULL,
    prefix text NOT NULL CONSTRAINT grant_track_prefix_check CHECK (prefix ~ '^[A-Z][A-Z0-9]{1,7}$'),
    validity_rule code NOT NULL,
    extension_rule code,
    revision_rule code,
    permit_rule code,
    converts_to code,
    at_end code NOT NULL CONSTRAINT grant_track_at_end_check CHECK (
        at_end IN ('ends', 'revision-procedure', 'until-law-changes')
    ),
    barring_levels code[] NOT NULL DEFAULT '{}',
    may_suspend boolean NOT NULL,
    certificate_ko label NOT NULL,
    certificate_en label NOT NULL,
    CONSTRAINT grant_track_pkey PRIMARY KEY (regime, track),
    CONSTRAINT grant_track_prefix_key UNIQUE (prefix),
    CONSTRAINT grant_track_track_fkey FOREIGN KEY (regime, track) REFERENCES track,
    CONSTRAINT grant_track_converts_to_fkey FOREIGN KEY (regime, converts_to) REFERENCES track
);
COMMENT ON COLUMN grant_track.prefix IS 'first part of a certificate''s number; unique over all regimes';
COMMENT ON COLUMN grant_track.validity_rule IS 'the clock rule that says how long a grant is valid at most; begun by make_grants, or by the commencement';
COMMENT ON COLUMN grant_track.extension_rule IS 'until when an extension may be applied for; NULL: there is none';
COMMENT ON COLUMN grant_track.revision_rule IS 'until when a law revision may be asked for; NULL: as long as the grant is in force';
COMMENT ON COLUMN grant_track.permit_rule IS 'until when a grant of the track it converts to may be applied for after a positive finding';
COMMENT ON COLUMN grant_track.at_end IS 'what keeps a grant in force behind its end: a revision procedure that was asked for, or the law not being changed yet after an extension';
COMMENT ON COLUMN grant_track.barring_levels IS 'with until-law-changes: not where law of these levels must change';
INSERT INTO grant_track VALUES
    ('kr-ict', 'temporary-permit', 'TPC', 'k11', 'k13-permit', NULL, NULL, NULL, 'until-law-changes', '{act}', false,
        '임시허가증', 'Certificate of temporary permit'),
    ('kr-ict', 'demonstration', 'DEC', 'k12', 'k13-demonstration', 'k14', 'k16', 'temporary-permit', 'revision-procedure',
        '{}', true, '실증을 위한 규제특례 지정서', 'Certificate of designation for a demonstration');

-- The articles behind what is said and done; the topics are the acts, and the reasons of a state.
CREATE TABLE grant_basis (
    regime code NOT NULL,
    track code NOT NULL,
    topic code NOT NULL,
    basis label NOT NULL,
    CONSTRAINT grant_basis_pkey PRIMARY KEY (regime, track, topic),
    CONSTRAINT grant_basis_track_fkey FOREIGN KEY (regime, track) REFERENCES grant_track
);
INSERT INTO grant_basis (regime, track, topic, basis)
SELECT 'kr-ict', v.track, t.topic, v.basis
FROM (VALUES
    ('publish', '시행령 제40조 제6항', '시행령 제42조의4 제5항'),
    ('insure', '법 제37조 제10항; 시행령 제42조', '법 제38조의3 제6항; 시행령 제42조, 제42조의2'),
    ('confirm,commence,commenced,not-commenced', '법 제37조 제3항, 제10항', '법 제38조의2 제3항, 제38조의3 제6항'),
    ('report,inspect', '법 제37조 제3항', '법 제38조의3 제1항; 시행령 제42조의6'),
    ('incident,claim,settle', '시행령 제42조의3', '시행령 제42조의3'),
    ('correct', '법 제38조 제2항', '법 제38조의4 제2항'),
    ('suspend,suspended,resume', NULL, '법 제38조의4 제3항'),
    ('hear', '법 제40조', '법 제40조'),
    ('revoke,revoked', '법 제38조 제1항, 제40조', '법 제38조의4 제1항, 제40조'),
    ('ask-extension,extend,refuse-extension', '법 제37조 제6항; 시행령 제41조', '법 제38조의5 제1항, 제2항; 시행령 제42조의7'),
    ('request-revision', '행정규제기본법 제19조의3 제8항', '법 제38조의5 제3항; 시행령 제42조의7 제3항'),
    ('find', '행정규제기본법 제19조의3 제8항', '법 제38조의5 제4항; 시행령 제42조의7'),
    ('plan', '행정규제기본법 시행령 제13조의6', '행정규제기본법 시행령 제13조의6'),
    ('revise', '시행령 제42조의7 제12항, 제13항', '시행령 제42조의7 제12항, 제13항'),
    ('revision-pending', NULL, '법 제38조의5 제7항'),
    ('revision-needed', NULL, '법 제38조의5 제4항, 제6항, 제7항'),
    ('permit-not-applied,apply-permit,permit-pending,permit-refused', NULL, '법 제38조의5 제6항; 시행령 제42조의7 제9항'),
    ('revision-not-needed', NULL, '법 제38조의5 제5항; 시행령 제42조의7 제8항, 제11항'),
    ('convert,converted', NULL, '법 제38조의5 제6항'),
    ('graduate,graduated', '법 제37조 제8항', '법 제38조의5 제8항'),
    ('law-not-changed,level-unknown,act-must-change,law-revised', '법 제37조 제7항', NULL),
    ('validity-ended', '법 제37조 제6항; 시행령 제41조', '법 제38조의2 제4항, 제38조의5; 시행령 제42조의5'),
    ('unrecorded', '법 제37조 제6항; 시행령 제41조', '법 제38조의2 제4항, 제38조의5; 시행령 제42조의5'),
    ('end,renounced', '법 제37조 제6항', '법 제38조의5'),
    ('interpret,interpreted', '적극행정 운영규정 제2조', '적극행정 운영규정 제2조')
) AS b (topics, permit, demonstration)
CROSS JOIN LATERAL (VALUES ('temporary-permit', b.permit), ('demonstration', b.demonstration)) AS v (track, basis)
CROSS JOIN LATERAL unnest(string_to_array(b.topics, ',')) AS t (topic)
WHERE v.basis IS NOT NULL;

-- Least cover of the liability insurance (시행령 제42조 제3항).
CREATE TABLE insurance_minimum (
    regime code NOT NULL CONSTRAINT insurance_minimum_regime_fkey REFERENCES regime,
    cover code NOT NULL,
    position smallint NOT NULL,
    amount bigint NOT NULL CONSTRAINT insurance_minimum_amount_check CHECK (amount > 0),
    name_ko label NOT NULL,
    name_en label NOT NULL,
    basis label NOT NULL,
    CONSTRAINT insurance_minimum_pkey PRIMARY KEY (regime, cover)
);
INSERT INTO insurance_minimum VALUES
    ('kr-ict', 'death', 1, 150000000, '사망(1인당)', 'death, per person', '시행령 제42조 제3항'),
    ('kr-ict', 'injury', 2, 30000000, '부상(1인당)', 'injury, per person', '시행령 제42조 제3항'),
    ('kr-ict', 'disability', 3, 150000000, '후유장애(1인당)', 'disability, per person', '시행령 제42조 제3항'),
    ('kr-ict', 'property', 4, 1000000000, '재산 손해(1사고당)', 'property, per accident', '시행령 제42조 제3항');

-- Grounds for revocation (법 제38조 제1항, 제38조의4 제1항); some need a fact that the register knows.
CREATE TABLE revocation_ground (
    regime code NOT NULL,
    track code NOT NULL,
    ground code NOT NULL,
    position smallint NOT NULL,
    needs code CONSTRAINT revocation_ground_needs_check CHECK (needs IN ('commencement-overdue', 'law-revised')),
    name_ko label NOT NULL,
    name_en label NOT NULL,
    basis label NOT NULL,
    CONSTRAINT revocation_ground_pkey PRIMARY KEY (regime, track, ground),
    CONSTRAINT revocation_ground_track_fkey FOREIGN KEY (regime, track) REFERENCES grant_track
);
INSERT INTO revocation_ground
SELECT 'kr-ict', t.track, g.ground, g.position, g.needs, g.name_ko, g.name_en, t.basis
FROM (VALUES
    ('fraud', 1, NULL, '거짓이나 그 밖의 부정한 방법', 'fraud', true, true),
    ('condition-unmet', 2, NULL, '조건 불이행', 'a condition is not met', true, true),
    ('criteria-unmet', 3, NULL, '심사기준 미충족', 'the criteria are no longer met', true, true),
    ('purpose-unattainable', 4, NULL, '목적 달성 불가능이 명백', 'the purpose clearly cannot be attained', false, true),
    ('permit-not-obtained', 4, 'law-revised', '법령정비 후 허가등을 받지 아니함', 'no regular permit after the law was revised',
        true, false),
    ('not-commenced', 5, 'commencement-overdue', '2년 이내 사업 미개시', 'business not commenced in time', true, true)
) AS g (ground, position, needs, name_ko, name_en, of_permit, of_demonstration)
JOIN (VALUES ('temporary-permit', '법 제38조 제1항'), ('demonstration', '법 제38조의4 제1항')) AS t (track, basis)
    ON CASE t.track WHEN 'demonstration' THEN g.of_demonstration ELSE g.of_permit END;

-- Which act is possible in which legal state, and whose it is. What has no row here is refused, whoever asks.
CREATE TABLE grant_transition (
    act code NOT NULL,
    state code NOT NULL CONSTRAINT grant_transition_state_check CHECK (
        state IN ('unrecorded', 'preparing', 'running', 'suspended', 'deemed-running', 'deemed-extended', 'undetermined',
            'expired', 'revoked', 'graduated', 'unnecessary', 'converted', 'ended')
    ),
    group_role text NOT NULL,
    CONSTRAINT grant_transition_pkey PRIMARY KEY (act, state, group_role)
);
INSERT INTO grant_transition
SELECT v.act, s.state, 'sandbox_' || r.group_role
FROM (VALUES
    ('publish', 'desk', 'preparing running suspended deemed-running deemed-extended undetermined'),
    ('insure', 'company', 'preparing running suspended deemed-running deemed-extended undetermined'),
    ('confirm', 'desk', 'preparing running suspended deemed-running deemed-extended undetermined'),
    ('commence', 'company', 'preparing'),
    ('report', 'company', 'running suspended deemed-running deemed-extended undetermined expired graduated unnecessary converted ended'),
    ('incident', 'company', 'running suspended deemed-running deemed-extended undetermined'),
    ('claim', 'company',
        'running suspended deemed-running deemed-extended undetermined expired revoked graduated unnecessary converted ended'),
    ('settle', 'company',
        'running suspended deemed-running deemed-extended undetermined expired revoked graduated unnecessary converted ended'),
    ('inspect', 'desk ministry', 'preparing running suspended deemed-running deemed-extended undetermined'),
    ('correct', 'desk', 'preparing running suspended deemed-running deemed-extended undetermined'),
    ('suspend', 'desk', 'running deemed-running'),
    ('resume', 'desk', 'suspended'),
    ('hear', 'desk', 'preparing running suspended deemed-running deemed-extended undetermined'),
    ('revoke', 'desk', 'preparing running suspended deemed-running deemed-extended undetermined'),
    ('ask-extension', 'company', 'preparing running suspended'),
    ('extend', 'desk', 'preparing running suspended'),
    ('refuse-extension', 'desk', 'preparing running suspended'),
    ('request-revision', 'company', 'running suspended deemed-extended undetermined'),
    ('find', 'ministry', 'running suspended deemed-running deemed-extended undetermined'),
    ('plan', 'ministry', 'preparing running suspended deemed-running deemed-extended undetermined expired revoked graduated '
        'unnecessary converted ended'),
    ('revise', 'ministry', 'preparing running suspended deemed-running deemed-extended undetermined expired revoked graduated '
        'unnecessary converted ended'),
    ('apply-permit', 'company', 'running suspended deemed-running'),
    ('graduate', 'desk', 'preparing running suspended deemed-running deemed-extended undetermined'),
    ('interpret', 'desk', 'preparing running suspended deemed-running deemed-extended undetermined'),
    ('end', 'company', 'preparing running suspended deemed-running deemed-extended undetermined')
) AS v (act, roles, states),
    unnest(string_to_array(v.states, ' ')) AS s (state), unnest(string_to_array(v.roles, ' ')) AS r (group_role);

-- A decision may grant less than the longest validity, and let it begin with the business (사업개시일부터 2년).
ALTER TABLE decision
    ADD COLUMN validity_months smallint CONSTRAINT decision_validity_months_check CHECK (validity_months > 0),
    ADD COLUMN validity_until date,
    ADD COLUMN validity_from code CONSTRAINT decision_validity_from_check CHECK (validity_from = 'commencement'),
    ADD CONSTRAINT decision_validity_check CHECK (
        num_nonnulls(validity_months, validity_until, validity_from) = 0
        OR outcome IN ('granted', 'granted-with-conditions')
            AND (validity_until IS NULL OR num_nonnulls(validity_months, validity_from) = 0)
    );
COMMENT ON COLUMN decision.validity_months IS 'how long a grant is valid, where less than the law allows; or validity_until, its last day';
COMMENT ON COLUMN decision.validity_from IS 'with what the validity begins, where not with the grant itself';
GRANT INSERT (validity_months, validity_until, validity_from) ON decision TO sandbox_desk;

CREATE TABLE certificate_counter (
    regime code NOT NULL,
    track code NOT NULL,
    year smallint NOT NULL,
    last integer NOT NULL,
    CONSTRAINT certificate_counter_pkey PRIMARY KEY (regime, track, year),
    CONSTRAINT certificate_counter_track_fkey FOREIGN KEY (regime, track) REFERENCES grant_track
);

CREATE TABLE exemption_grant (
    exemption_grant_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT exemption_grant_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL CONSTRAINT exemption_grant_case_file_id_fkey REFERENCES case_file,
    decision_id bigint NOT NULL,
    regime code NOT NULL,
    track code NOT NULL,
    certificate text,
    granted_on date NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT exemption_grant_case_file_id_key UNIQUE (case_file_id),
    CONSTRAINT exemption_grant_case_key UNIQUE (exemption_grant_id, case_file_id),
    CONSTRAINT exemption_grant_certificate_key UNIQUE (certificate),
    CONSTRAINT exemption_grant_decision_fkey
        FOREIGN KEY (decision_id, case_file_id) REFERENCES decision (decision_id, case_file_id),
    CONSTRAINT exemption_grant_track_fkey FOREIGN KEY (regime, track) REFERENCES grant_track
);
COMMENT ON COLUMN exemption_grant.certificate IS
    'number of the certificate (허가증·지정서), without gaps per track and year; NULL: a grant of the past, from a file';

-- The journal. An act is dated with the day it took legal effect; acts that move a grant come in the order of their days.
CREATE TABLE grant_act (
    grant_act_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT grant_act_pkey PRIMARY KEY,
    exemption_grant_id bigint NOT NULL,
    case_file_id bigint NOT NULL,
    act_no smallint NOT NULL,
    act code NOT NULL,
    on_day date NOT NULL,
    text prose,
    label label,
    about_no smallint,
    ground code,
    until_on date,
    months smallint CONSTRAINT grant_act_months_check CHECK (months > 0),
    finding code CONSTRAINT grant_act_finding_check CHECK (finding IN ('needed', 'not-needed')),
    step code CONSTRAINT grant_act_step_check CHECK (step IN ('started', 'completed')),
    level code CONSTRAINT grant_act_level_check CHECK (level IN ('act', 'decree', 'ordinance', 'notice', 'guideline')),
    amount bigint CONSTRAINT grant_act_amount_check CHECK (amount >= 0),
    insured boolean,
    successor_case_id bigint CONSTRAINT grant_act_successor_case_id_fkey REFERENCES case_file,
    attachment_id bigint CONSTRAINT grant_act_attachment_id_fkey REFERENCES attachment,
    organisation_id bigint CONSTRAINT grant_act_organisation_id_fkey REFERENCES organisation,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT grant_act_no_key UNIQUE (exemption_grant_id, act_no),
    CONSTRAINT grant_act_case_key UNIQUE (grant_act_id, case_file_id),
    CONSTRAINT grant_act_grant_fkey
        FOREIGN KEY (exemption_grant_id, case_file_id) REFERENCES exemption_grant (exemption_grant_id, case_file_id),
    CONSTRAINT grant_act_content_check CHECK (CASE act
        WHEN 'publish' THEN label IS NOT NULL
        WHEN 'confirm' THEN about_no IS NOT NULL
        WHEN 'claim' THEN label IS NOT NULL AND insured IS NOT NULL
        WHEN 'settle' THEN about_no IS NOT NULL
        WHEN 'correct' THEN text IS NOT NULL AND until_on >= on_day
        WHEN 'hear' THEN ground IS NOT NULL AND text IS NOT NULL
        WHEN 'revoke' THEN ground IS NOT NULL
        WHEN 'extend' THEN (months IS NULL) <> (until_on IS NULL)
        WHEN 'find' THEN finding IS NOT NULL
        WHEN 'revise' THEN step IS NOT NULL
        WHEN 'apply-permit' THEN successor_case_id IS NOT NULL
        WHEN 'graduate' THEN label IS NOT NULL
        WHEN 'interpret' THEN text IS NOT NULL
        WHEN 'report' THEN text IS NOT NULL
        WHEN 'incident' THEN text IS NOT NULL
        WHEN 'inspect' THEN text IS NOT NULL
        WHEN 'suspend' THEN text IS NOT NULL
        WHEN 'refuse-extension' THEN text IS NOT NULL
        WHEN 'request-revision' THEN text IS NOT NULL
        WHEN 'end' THEN text IS NOT NULL
        ELSE true END)
);
COMMENT ON COLUMN grant_act.about_no IS 'the earlier act of the same grant it is about: the insurance that is confirmed, the claim that is settled';
COMMENT ON COLUMN grant_act.level IS 'the highest level of the law that must change, as the ministry says';
CREATE INDEX grant_act_case_file_id_idx ON grant_act (case_file_id);
CREATE INDEX grant_act_successor_case_id_idx ON grant_act (successor_case_id) WHERE successor_case_id IS NOT NULL;

CREATE TABLE insurance (
    grant_act_id bigint CONSTRAINT insurance_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL,
    kind code NOT NULL CONSTRAINT insurance_kind_check CHECK (kind IN ('insurance', 'compensation-plan')),
    insurer label,
    policy_no label,
    covers_from date,
    covers_to date,
    CONSTRAINT insurance_act_fkey FOREIGN KEY (grant_act_id, case_file_id) REFERENCES grant_act (grant_act_id, case_file_id),
    CONSTRAINT insurance_case_key UNIQUE (grant_act_id, case_file_id),
    CONSTRAINT insurance_content_check CHECK (CASE kind
        WHEN 'insurance' THEN insurer IS NOT NULL AND policy_no IS NOT NULL AND covers_from <= covers_to
        ELSE num_nonnulls(insurer, policy_no, covers_from, covers_to) = 0 END)
);
COMMENT ON COLUMN insurance.kind IS 'a liability insurance, or a plan of compensation agreed with the authority in its place';

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
    CONSTRAINT trial_report_act_fkey FOREIGN KEY (grant_act_id, case_file_id) REFERENCES grant_act (grant_act_id, case_file_id),
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
    by_on date,
    why_not prose,
    reform_task_id bigint CONSTRAINT revision_plan_reform_task_id_fkey REFERENCES reform_task,
    CONSTRAINT revision_plan_act_fkey FOREIGN KEY (grant_act_id, case_file_id) REFERENCES grant_act (grant_act_id, case_file_id),
    CONSTRAINT revision_plan_content_check CHECK (
        CASE WHEN why_not IS NULL THEN num_nonnulls(change, provision, by_on) = 3 ELSE num_nonnulls(change, by_on) = 0 END
    )
);
COMMENT ON COLUMN revision_plan.why_not IS 'the reason no change can be begun; otherwise what changes, which provision, and by when';
