-- The decision (의결) on a case, and the decisions that depart from a precedent.

-- A case may be decided twice: once more after a rejection (재심의: RegAct 19의3⑥).
-- A decision may grant less than the longest validity, and let it begin with the business (사업개시일부터 2년).
CREATE TABLE decision (
    decision_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT decision_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL CONSTRAINT decision_case_file_id_fkey REFERENCES case_file,
    outcome code NOT NULL,
    decided_on civil_date,
    meeting_label label,
    reason prose,
    recorded_at timestamptz NOT NULL DEFAULT now(), recorded_by name NOT NULL,
    decision_no smallint NOT NULL DEFAULT 1,
    agenda_item_id bigint,
    validity_months smallint CONSTRAINT decision_validity_months_check CHECK (validity_months > 0),
    validity_until civil_date,
    validity_from code CONSTRAINT decision_validity_from_check CHECK (validity_from = 'commencement'),
    CONSTRAINT decision_case_key UNIQUE (decision_id, case_file_id),
    CONSTRAINT decision_no_key UNIQUE (case_file_id, decision_no),
    CONSTRAINT decision_agenda_item_id_key UNIQUE (agenda_item_id),
    CONSTRAINT decision_item_fkey
        FOREIGN KEY (agenda_item_id, case_file_id) REFERENCES agenda_item (agenda_item_id, case_file_id),
    CONSTRAINT decision_validity_check CHECK (
        num_nonnulls(validity_months, validity_until, validity_from) = 0
        OR outcome IN ('granted', 'granted-with-conditions')
        AND (validity_until IS NULL OR num_nonnulls(validity_months, validity_from) = 0))
);
COMMENT ON COLUMN decision.decided_on IS 'NULL: of a case of the past, whose source does not say it';
COMMENT ON COLUMN decision.meeting_label IS 'the committee meeting (심의위원회) that decided, as it is called';
COMMENT ON COLUMN decision.validity_months IS
    'how long a grant is valid, where less than the law allows; or validity_until, its last day';
COMMENT ON COLUMN decision.validity_from IS 'with what the validity begins, where not with the grant itself';
CREATE INDEX decision_decided_on_idx ON decision (decided_on);

-- What was decided stays as it was recorded. A clerical error in it (오기: 행정절차법 제25조), or in the minutes of its meeting, is put
-- right beside it, and both are shown.
CREATE TABLE correction (
    case_file_id bigint NOT NULL CONSTRAINT correction_case_file_id_fkey REFERENCES case_file,
    correction_no smallint NOT NULL,
    decision_id bigint NOT NULL,
    subject code NOT NULL CONSTRAINT correction_subject_check CHECK (subject IN ('decision', 'minutes')),
    text prose NOT NULL,
    reason prose NOT NULL,
    corrected_at timestamptz NOT NULL DEFAULT now(), corrected_by name NOT NULL,
    CONSTRAINT correction_pkey PRIMARY KEY (case_file_id, correction_no),
    CONSTRAINT correction_decision_fkey
        FOREIGN KEY (decision_id, case_file_id) REFERENCES decision (decision_id, case_file_id)
);
COMMENT ON COLUMN correction.text IS 'how it has to read';

CREATE TABLE precedent_departure (
    decision_id bigint NOT NULL,
    case_file_id bigint NOT NULL,
    precedent_id bigint NOT NULL CONSTRAINT precedent_departure_precedent_id_fkey REFERENCES case_file,
    reason prose NOT NULL,
    CONSTRAINT precedent_departure_pkey PRIMARY KEY (decision_id, precedent_id),
    CONSTRAINT precedent_departure_decision_fkey
        FOREIGN KEY (decision_id, case_file_id) REFERENCES decision (decision_id, case_file_id),
    CONSTRAINT precedent_departure_precedent_check CHECK (precedent_id <> case_file_id)
);
COMMENT ON COLUMN precedent_departure.reason IS 'why a decision does not follow an earlier one that is like it';
CREATE INDEX precedent_departure_precedent_id_idx ON precedent_departure (precedent_id);
