-- 이의신청: what the authority did that a party may object to, what the company says against it, and what the authority
-- answers (행정기본법 제36조).

CREATE TABLE disposition (
    disposition_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT disposition_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL CONSTRAINT disposition_case_file_id_fkey REFERENCES case_file,
    disposition_no smallint NOT NULL,
    kind code NOT NULL CONSTRAINT disposition_kind_check CHECK (
        kind IN ('return', 'rejection', 'correct', 'suspend', 'revoke', 'refuse-extension')),
    decision_id bigint CONSTRAINT disposition_decision_id_fkey REFERENCES decision,
    grant_act_id bigint CONSTRAINT disposition_grant_act_id_fkey REFERENCES grant_act,
    received_on date NOT NULL,
    CONSTRAINT disposition_no_key UNIQUE (case_file_id, disposition_no),
    CONSTRAINT disposition_case_key UNIQUE (disposition_id, case_file_id),
    CONSTRAINT disposition_about_check CHECK (
        (decision_id IS NOT NULL) = (kind = 'rejection') AND (grant_act_id IS NULL) = (kind IN ('return', 'rejection')))
);
COMMENT ON TABLE disposition IS
    '처분: an act of the authority against a party, which received notice of it; written by the acts themselves';

CREATE TABLE objection (
    disposition_id bigint CONSTRAINT objection_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL,
    statement prose NOT NULL,
    filed_at timestamptz NOT NULL DEFAULT now(), filed_by name NOT NULL DEFAULT acting_role(),
    ruling code CONSTRAINT objection_ruling_check CHECK (
        ruling IN ('upheld', 'upheld-in-part', 'dismissed', 'inadmissible')),
    reason prose,
    ruled_at timestamptz, ruled_by name,
    CONSTRAINT objection_disposition_fkey
        FOREIGN KEY (disposition_id, case_file_id) REFERENCES disposition (disposition_id, case_file_id),
    CONSTRAINT objection_reason_check CHECK ((ruling IS NULL) = (reason IS NULL)),
    CONSTRAINT objection_ruled_check CHECK ((ruling IS NULL) = (ruled_at IS NULL)
        AND (ruling IS NULL) = (ruled_by IS NULL))
);
COMMENT ON COLUMN objection.ruling IS
    'what the authority answered; it undoes what it did by the act that the law has for it';
CREATE INDEX objection_case_file_id_idx ON objection (case_file_id);
