-- Conditions as obligations: what each is for and how one sees that it is met, when it is due and who owes it; what was
-- proposed, what was changed, what was filed as evidence. Whether a condition is met follows from that and is not typed.

CREATE TABLE condition (
    decision_id bigint NOT NULL,
    condition_no smallint NOT NULL,
    case_file_id bigint NOT NULL,
    phase code CONSTRAINT condition_phase_check CHECK (phase IN ('before', 'during', 'after')),
    text prose NOT NULL,
    asked_by_id bigint CONSTRAINT condition_asked_by_id_fkey REFERENCES organisation,
    basis label,
    purpose prose,
    evidence prose,
    due due_rule,
    responsible code CONSTRAINT condition_responsible_check CHECK (responsible IN ('company', 'ministry', 'desk')),
    CONSTRAINT condition_pkey PRIMARY KEY (decision_id, condition_no),
    CONSTRAINT condition_decision_fkey
        FOREIGN KEY (decision_id, case_file_id) REFERENCES decision (decision_id, case_file_id)
);
CREATE INDEX condition_case_file_id_idx ON condition (case_file_id);
COMMENT ON COLUMN condition.asked_by_id IS 'the organisation that asked for it; NULL: the committee itself';
COMMENT ON COLUMN condition.evidence IS 'by what one sees that it is met: a document, a figure, data to collect';
COMMENT ON COLUMN condition.responsible IS 'who owes it; NULL for conditions of before this column';

-- What the desk puts before the committee, as the ministries asked for it and as it was worked over.
CREATE TABLE proposed_condition (
    agenda_item_id bigint NOT NULL
        CONSTRAINT proposed_condition_agenda_item_id_fkey REFERENCES agenda_item ON DELETE CASCADE,
    condition_no smallint NOT NULL,
    phase code CONSTRAINT proposed_condition_phase_check CHECK (phase IN ('before', 'during', 'after')),
    text prose NOT NULL,
    asked_by_id bigint CONSTRAINT proposed_condition_asked_by_id_fkey REFERENCES organisation,
    basis label,
    purpose prose,
    evidence prose,
    due due_rule,
    responsible code NOT NULL CONSTRAINT proposed_condition_responsible_check CHECK (
        responsible IN ('company', 'ministry', 'desk')),
    CONSTRAINT proposed_condition_pkey PRIMARY KEY (agenda_item_id, condition_no)
);

CREATE TABLE condition_evidence (
    decision_id bigint NOT NULL,
    condition_no smallint NOT NULL,
    evidence_no smallint NOT NULL,
    case_file_id bigint NOT NULL CONSTRAINT condition_evidence_case_file_id_fkey REFERENCES case_file,
    note prose,
    file_name label CONSTRAINT condition_evidence_file_name_check CHECK (file_name !~ '[/\\]' AND file_name !~ '^\.+$'),
    media_type label,
    size bigint CONSTRAINT condition_evidence_size_check CHECK (size BETWEEN 1 AND 20971520),
    sha256 bytea CONSTRAINT condition_evidence_sha256_check CHECK (length(sha256) = 32),
    content bytea,
    filed_at timestamptz NOT NULL DEFAULT now(), filed_by name NOT NULL,
    is_confirmed boolean,
    ruling prose,
    ruled_at timestamptz, ruled_by name,
    CONSTRAINT condition_evidence_pkey PRIMARY KEY (decision_id, condition_no, evidence_no),
    CONSTRAINT condition_evidence_condition_fkey
        FOREIGN KEY (decision_id, condition_no) REFERENCES condition (decision_id, condition_no),
    CONSTRAINT condition_evidence_content_check CHECK (note IS NOT NULL OR content IS NOT NULL),
    CONSTRAINT condition_evidence_file_check CHECK (
        (content IS NULL) = (file_name IS NULL) AND (content IS NULL) = (media_type IS NULL)
        AND (content IS NULL) = (size IS NULL) AND (content IS NULL) = (sha256 IS NULL)),
    CONSTRAINT condition_evidence_ruled_check CHECK (
        (is_confirmed IS NULL) = (ruled_at IS NULL) AND (is_confirmed IS NULL) = (ruled_by IS NULL)),
    CONSTRAINT condition_evidence_ruling_check CHECK (is_confirmed OR is_confirmed IS NULL OR ruling IS NOT NULL)
);

ALTER TABLE condition_evidence ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON COLUMN condition_evidence.size IS 'bytes, at most 20 MiB; computed by the server, like the digest';
CREATE INDEX condition_evidence_case_file_id_idx ON condition_evidence (case_file_id);

-- 지정조건 변경 (RegAct 19의3⑦; decree 13의5): asked for by the company or a ministry, ruled on by the desk. The
-- earlier text stays: an accepted change is the condition's next version.
CREATE TABLE condition_change (
    condition_change_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT condition_change_id_key UNIQUE,
    decision_id bigint NOT NULL,
    condition_no smallint NOT NULL,
    change_no smallint NOT NULL,
    case_file_id bigint NOT NULL CONSTRAINT condition_change_case_file_id_fkey REFERENCES case_file,
    text prose NOT NULL,
    purpose prose NOT NULL,
    evidence prose NOT NULL,
    due due_rule,
    reason prose NOT NULL,
    asked_by_id bigint NOT NULL CONSTRAINT condition_change_asked_by_id_fkey REFERENCES organisation,
    asked_at timestamptz NOT NULL DEFAULT now(), asked_by name NOT NULL,
    is_accepted boolean,
    ruling prose,
    ruled_at timestamptz, ruled_by name,
    CONSTRAINT condition_change_pkey PRIMARY KEY (decision_id, condition_no, change_no),
    CONSTRAINT condition_change_case_key UNIQUE (condition_change_id, case_file_id),
    CONSTRAINT condition_change_condition_fkey
        FOREIGN KEY (decision_id, condition_no) REFERENCES condition (decision_id, condition_no),
    CONSTRAINT condition_change_ruled_check CHECK (
        (is_accepted IS NULL) = (ruled_at IS NULL) AND (is_accepted IS NULL) = (ruled_by IS NULL)),
    CONSTRAINT condition_change_ruling_check CHECK (is_accepted OR is_accepted IS NULL OR ruling IS NOT NULL)
);
CREATE UNIQUE INDEX condition_change_open_key ON condition_change (decision_id, condition_no) WHERE is_accepted IS NULL;
CREATE INDEX condition_change_case_file_id_idx ON condition_change (case_file_id);

-- What is still owed of a grant that is over, and is asked for no more.
CREATE TABLE condition_waiver (
    decision_id bigint NOT NULL,
    condition_no smallint NOT NULL,
    case_file_id bigint NOT NULL CONSTRAINT condition_waiver_case_file_id_fkey REFERENCES case_file,
    reason prose NOT NULL,
    waived_at timestamptz NOT NULL DEFAULT now(), waived_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT condition_waiver_pkey PRIMARY KEY (decision_id, condition_no),
    CONSTRAINT condition_waiver_condition_fkey
        FOREIGN KEY (decision_id, condition_no) REFERENCES condition (decision_id, condition_no)
);

-- 지정조건 변경: a change that is asked for is put to the ministries of the case, which reply within their period (RegAct
-- 19의3⑦). It can be accepted when all have replied or their periods are over; silence is no consent and no bar.
CREATE TABLE change_reply (
    condition_change_id bigint NOT NULL,
    case_file_id bigint NOT NULL,
    ministry_id bigint NOT NULL CONSTRAINT change_reply_ministry_id_fkey REFERENCES organisation,
    opinion code NOT NULL CONSTRAINT change_reply_opinion_check CHECK (opinion IN ('agree', 'oppose')),
    reason prose,
    replied_at timestamptz NOT NULL DEFAULT now(), replied_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT change_reply_pkey PRIMARY KEY (condition_change_id, ministry_id),
    CONSTRAINT change_reply_change_fkey
        FOREIGN KEY (condition_change_id, case_file_id) REFERENCES condition_change (condition_change_id, case_file_id),
    CONSTRAINT change_reply_reason_check CHECK (opinion = 'agree' OR reason IS NOT NULL)
);
CREATE INDEX change_reply_case_file_id_idx ON change_reply (case_file_id);
