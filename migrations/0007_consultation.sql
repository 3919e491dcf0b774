-- Supplements asked of the company (보완), consultations of the ministries (관계부처 협의) and their opinions.

-- When and how a ministry was told of a consultation. In the inbox of a ministry with an account it is told at once;
-- otherwise the desk records that the letter arrived. Until then no period runs against it.
CREATE TABLE consultation (
    consultation_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT consultation_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL CONSTRAINT consultation_case_file_id_fkey REFERENCES case_file,
    ministry_id bigint NOT NULL CONSTRAINT consultation_ministry_id_fkey REFERENCES organisation,
    round smallint NOT NULL,
    question prose,
    sent_at timestamptz NOT NULL DEFAULT now(), sent_by name NOT NULL,
    replied_at timestamptz,
    fast_track boolean NOT NULL DEFAULT false,
    notified_at timestamptz,
    notified_on civil_date,
    notified_by code CONSTRAINT consultation_notified_by_check CHECK (notified_by IN ('inbox', 'letter')),
    notice prose,
    lapsed boolean NOT NULL DEFAULT false,
    recall_reason prose, recalled_by name,
    CONSTRAINT consultation_round_key UNIQUE (case_file_id, ministry_id, round),
    CONSTRAINT consultation_case_key UNIQUE (consultation_id, case_file_id),
    CONSTRAINT consultation_replied_at_check CHECK (replied_at >= sent_at),
    CONSTRAINT consultation_notified_check CHECK (
        (notified_on IS NULL) = (notified_at IS NULL) AND (notified_on IS NULL) = (notified_by IS NULL)
        AND (notified_by IS DISTINCT FROM 'letter' OR notice IS NOT NULL)),
    CONSTRAINT consultation_recalled_by_check CHECK (
        (recall_reason IS NULL) = (recalled_by IS NULL) AND (recall_reason IS NULL OR replied_at IS NOT NULL))
);
COMMENT ON COLUMN consultation.replied_at IS
    'when the round ended: with the reply, in silence (lapsed), or because it was called off (recall_reason)';
COMMENT ON COLUMN consultation.recall_reason IS
    'why the desk called it off, as one that went to the wrong ministry: it counts nowhere, and no official paper has it';
COMMENT ON COLUMN consultation.fast_track IS
    'as a same-or-similar case: the shorter period (법 제37조 제4항, 제38조의2 제7항)';
COMMENT ON COLUMN consultation.notice IS 'the proof that the ministry was told: who was, or the letter';
COMMENT ON COLUMN consultation.lapsed IS 'the period ended in silence, and the law says what silence means: see lapse';
-- One round at a time: the second that is sent while the first is open runs into this.
CREATE UNIQUE INDEX consultation_open_key ON consultation (case_file_id, ministry_id) WHERE replied_at IS NULL;
CREATE INDEX consultation_ministry_id_idx ON consultation (ministry_id, case_file_id);
CREATE INDEX consultation_open_idx ON consultation (ministry_id, sent_at) WHERE replied_at IS NULL;

-- Which ministries have been asked about a case: what policies look up row by row, kept by steps_consultation, and
-- as the case is open or not by its steps.
CREATE TABLE case_ministry (
    ministry_id bigint NOT NULL CONSTRAINT case_ministry_ministry_id_fkey REFERENCES organisation,
    case_file_id bigint NOT NULL CONSTRAINT case_ministry_case_file_id_fkey REFERENCES case_file,
    company_id bigint NOT NULL,
    is_open boolean NOT NULL DEFAULT true,
    CONSTRAINT case_ministry_pkey PRIMARY KEY (ministry_id, case_file_id)
);
COMMENT ON COLUMN case_ministry.company_id IS 'the company of the case, which the ministry knows by it';
CREATE INDEX case_ministry_case_file_id_idx ON case_ministry (case_file_id);
COMMENT ON COLUMN case_ministry.is_open IS 'whether the stage of the case is an open one: a ministry''s list goes by it';
CREATE INDEX case_ministry_open_idx ON case_ministry (ministry_id, case_file_id) WHERE is_open;
CREATE INDEX case_ministry_company_id_idx ON case_ministry (ministry_id, company_id);

-- The opinion is kept apart from the consultation: that a ministry has replied is known to all parties at once,
-- what it replied to the applicant and to other ministries only with the decision.
CREATE TABLE opinion (
    consultation_id bigint CONSTRAINT opinion_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL,
    opinion code NOT NULL,
    reason prose,
    conditions prose_list NOT NULL DEFAULT '{}',
    document_no label,
    arrived_on date,
    replied_at timestamptz NOT NULL DEFAULT now(), replied_by name NOT NULL,
    CONSTRAINT opinion_consultation_fkey
        FOREIGN KEY (consultation_id, case_file_id) REFERENCES consultation (consultation_id, case_file_id),
    CONSTRAINT opinion_conditions_check CHECK ((opinion = 'agree-with-conditions') = (conditions <> '{}')),
    CONSTRAINT opinion_reason_check CHECK (opinion NOT IN ('oppose', 'not-ours', 'permit-needed') OR reason IS NOT NULL),
    CONSTRAINT opinion_document_check CHECK ((document_no IS NULL) = (arrived_on IS NULL))
);
COMMENT ON COLUMN opinion.document_no IS
    'of the official document it came as (문서번호), and the day on which that arrived; the desk entered it. NULL: the ministry did';

-- A ministry that the proposal names and that is not asked, and why (관계부처 협의 생략).
CREATE TABLE consultation_omission (
    case_file_id bigint NOT NULL CONSTRAINT consultation_omission_case_file_id_fkey REFERENCES case_file,
    ministry_id bigint NOT NULL CONSTRAINT consultation_omission_ministry_id_fkey REFERENCES organisation,
    reason prose NOT NULL,
    stated_at timestamptz NOT NULL DEFAULT now(), stated_by name NOT NULL,
    CONSTRAINT consultation_omission_pkey PRIMARY KEY (case_file_id, ministry_id)
);
CREATE INDEX opinion_case_file_id_idx ON opinion (case_file_id);

CREATE TABLE supplement (
    supplement_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT supplement_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL CONSTRAINT supplement_case_file_id_fkey REFERENCES case_file,
    supplement_no smallint NOT NULL,
    asked_by_id bigint NOT NULL CONSTRAINT supplement_asked_by_id_fkey REFERENCES organisation,
    request prose NOT NULL,
    due_on civil_date,
    asked_at timestamptz NOT NULL DEFAULT now(), asked_by name NOT NULL,
    answer prose,
    answered_at timestamptz, answered_by name,
    document_no label,
    arrived_on date,
    ended_as code CONSTRAINT supplement_ended_as_check CHECK (ended_as IN ('recalled', 'unanswered')),
    ended_reason prose,
    CONSTRAINT supplement_no_key UNIQUE (case_file_id, supplement_no),
    CONSTRAINT supplement_answer_check CHECK (
        (answer IS NULL AND ended_as IS NULL) = (answered_at IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL)),
    CONSTRAINT supplement_ended_reason_check CHECK (
        (ended_as IS NULL) = (ended_reason IS NULL) AND (ended_as IS NULL OR answer IS NULL)),
    CONSTRAINT supplement_document_check CHECK (
        (document_no IS NULL) = (arrived_on IS NULL) AND (document_no IS NULL OR answer IS NOT NULL))
);
COMMENT ON COLUMN supplement.due_on IS
    'the reasonable period set for the answer (시행령 제39조 제2항, 제40조 제2항, 제42조의4 제2항)';
COMMENT ON COLUMN supplement.answered_at IS 'when it was answered, or ended without an answer (ended_as)';
COMMENT ON COLUMN supplement.ended_as IS
    'recalled: whoever asked took it back, and it counts nowhere; unanswered: the period set for it went by, and the case goes on';
COMMENT ON COLUMN supplement.document_no IS
    'of the official document the answer came as, and the day on which that arrived; the desk entered it';
CREATE INDEX supplement_open_idx ON supplement (case_file_id) WHERE answered_at IS NULL;
