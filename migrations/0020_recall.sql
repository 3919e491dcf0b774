-- What was entered by mistake and taken back: which act, and why. What it said is in the event log.

-- A ministry's reply that the desk had entered from an official document. Apart from the rest, for what a ministry replied is seen by
-- others with the decision.
CREATE TABLE opinion_recall (
    consultation_id bigint NOT NULL,
    recall_no smallint NOT NULL,
    case_file_id bigint NOT NULL,
    opinion code NOT NULL,
    document_no label NOT NULL,
    arrived_on date NOT NULL,
    reason prose NOT NULL,
    recalled_at timestamptz NOT NULL DEFAULT now(), recalled_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT opinion_recall_pkey PRIMARY KEY (consultation_id, recall_no),
    CONSTRAINT opinion_recall_consultation_fkey
        FOREIGN KEY (consultation_id, case_file_id) REFERENCES consultation (consultation_id, case_file_id)
);
CREATE INDEX opinion_recall_case_file_id_idx ON opinion_recall (case_file_id);

CREATE TABLE recall (
    case_file_id bigint NOT NULL CONSTRAINT recall_case_file_id_fkey REFERENCES case_file,
    recall_no smallint NOT NULL,
    subject code NOT NULL CONSTRAINT recall_subject_check CHECK (subject IN ('answer', 'evidence', 'objection', 'grant-act')),
    about_no smallint NOT NULL,
    said code NOT NULL,
    said_on date NOT NULL,
    reason prose NOT NULL,
    recalled_at timestamptz NOT NULL DEFAULT now(), recalled_by name NOT NULL DEFAULT acting_role(),
    CONSTRAINT recall_pkey PRIMARY KEY (case_file_id, recall_no)
);
COMMENT ON COLUMN recall.subject IS
    'answer: to a supplement, from an official document; evidence: the ruling on it; objection: the ruling on it';
COMMENT ON COLUMN recall.about_no IS
    'the number of the supplement, the condition, the disposition or the act in the journal of the grant';
COMMENT ON COLUMN recall.said IS 'what it was: an act, a ruling, or answer; said_on: the day it had';
