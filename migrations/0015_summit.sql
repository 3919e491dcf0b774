-- Strategy summits (전략대화): what was talked about, by whom, what was raised, which expert council works it out until the
-- next one, and what companies and government promised each other.

CREATE TABLE summit (
    summit_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT summit_pkey PRIMARY KEY,
    regime code NOT NULL CONSTRAINT summit_regime_fkey REFERENCES regime,
    summit_no integer NOT NULL CONSTRAINT summit_no_check CHECK (summit_no BETWEEN 1 AND 9999),
    name label NOT NULL,
    held_on civil_date NOT NULL,
    place label,
    summary prose,
    source prose,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT summit_summit_no_key UNIQUE (regime, summit_no)
);
COMMENT ON COLUMN summit.held_on IS 'the day it was held, or for which it is planned';

CREATE TABLE summit_topic (
    summit_topic_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT summit_topic_pkey PRIMARY KEY,
    summit_id bigint NOT NULL CONSTRAINT summit_topic_summit_id_fkey REFERENCES summit,
    topic_no integer NOT NULL,
    title label NOT NULL,
    summary prose,
    source prose,
    CONSTRAINT summit_topic_topic_no_key UNIQUE (summit_id, topic_no),
    CONSTRAINT summit_topic_summit_key UNIQUE (summit_topic_id, summit_id)
);

-- Participants have the name the source gives; the register's organisation of that name may act for one.
CREATE TABLE summit_participant (
    summit_id bigint NOT NULL CONSTRAINT summit_participant_summit_id_fkey REFERENCES summit,
    summit_topic_id bigint,
    name label NOT NULL,
    source prose,
    CONSTRAINT summit_participant_name_key UNIQUE NULLS NOT DISTINCT (summit_id, summit_topic_id, name),
    CONSTRAINT summit_participant_topic_fkey FOREIGN KEY (summit_topic_id, summit_id)
        REFERENCES summit_topic (summit_topic_id, summit_id)
);
COMMENT ON COLUMN summit_participant.summit_topic_id IS 'NULL: at the summit as a whole';

CREATE TABLE expert_council (
    summit_topic_id bigint CONSTRAINT expert_council_pkey PRIMARY KEY
        CONSTRAINT expert_council_topic_fkey REFERENCES summit_topic,
    name label NOT NULL,
    chair_id bigint CONSTRAINT expert_council_chair_id_fkey REFERENCES organisation,
    chair label,
    source prose
);
COMMENT ON TABLE expert_council IS 'works a topic out and reports to the next summit';
COMMENT ON COLUMN expert_council.chair_id IS 'the organisation of that name, whose persons may report';

CREATE TABLE council_member (
    summit_topic_id bigint NOT NULL CONSTRAINT council_member_council_fkey REFERENCES expert_council,
    name label NOT NULL,
    CONSTRAINT council_member_pkey PRIMARY KEY (summit_topic_id, name)
);

CREATE TABLE raised_point (
    raised_point_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT raised_point_pkey PRIMARY KEY,
    summit_id bigint NOT NULL CONSTRAINT raised_point_summit_id_fkey REFERENCES summit,
    summit_topic_id bigint,
    kind code NOT NULL CONSTRAINT raised_point_kind_check CHECK (kind IN ('proposal', 'difficulty', 'suggestion')),
    raised_by label,
    body prose NOT NULL,
    case_file_id bigint CONSTRAINT raised_point_case_file_id_fkey REFERENCES case_file,
    source prose,
    author name NOT NULL DEFAULT acting_role(),
    CONSTRAINT raised_point_topic_fkey FOREIGN KEY (summit_topic_id, summit_id)
        REFERENCES summit_topic (summit_topic_id, summit_id)
);
COMMENT ON COLUMN raised_point.case_file_id IS
    'the case that came of it: the row is then seen by those who may see the case';
CREATE INDEX raised_point_summit_id_idx ON raised_point (summit_id);
CREATE INDEX raised_point_case_file_id_idx ON raised_point (case_file_id) WHERE case_file_id IS NOT NULL;

CREATE TABLE commitment (
    commitment_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT commitment_pkey PRIMARY KEY,
    summit_id bigint NOT NULL CONSTRAINT commitment_summit_id_fkey REFERENCES summit,
    commitment_no integer NOT NULL,
    summit_topic_id bigint,
    kind code NOT NULL CONSTRAINT commitment_kind_check
        CHECK (kind IN ('api-opening', 'compute', 'data', 'institution', 'other')),
    owner_id bigint CONSTRAINT commitment_owner_id_fkey REFERENCES organisation,
    owner label NOT NULL,
    body prose NOT NULL,
    due label,
    due_on civil_date,
    source prose,
    made_at timestamptz NOT NULL DEFAULT now(), author name NOT NULL DEFAULT acting_role(),
    CONSTRAINT commitment_commitment_no_key UNIQUE (summit_id, commitment_no),
    CONSTRAINT commitment_due_check CHECK (due IS NOT NULL OR due_on IS NULL),
    CONSTRAINT commitment_topic_fkey FOREIGN KEY (summit_topic_id, summit_id)
        REFERENCES summit_topic (summit_topic_id, summit_id)
);
COMMENT ON COLUMN commitment.owner IS 'who promised it, as the source names them';
COMMENT ON COLUMN commitment.owner_id IS 'the organisation of that name, whose persons may say what became of it';
COMMENT ON COLUMN commitment.due_on IS 'last day of the interval that the words of due mean';
CREATE INDEX commitment_owner_id_idx ON commitment (owner_id);

-- What became of a commitment. Its state follows from the last row that settles or reopens it.
CREATE TABLE commitment_evidence (
    commitment_id bigint NOT NULL CONSTRAINT commitment_evidence_commitment_id_fkey REFERENCES commitment,
    evidence_no integer NOT NULL,
    kind code NOT NULL CONSTRAINT commitment_evidence_kind_check
        CHECK (kind IN ('progress', 'fulfilled', 'withdrawn', 'reopened')),
    happened_on civil_date NOT NULL,
    body prose NOT NULL,
    source prose,
    made_at timestamptz NOT NULL DEFAULT now(), author name NOT NULL DEFAULT acting_role(),
    author_id bigint CONSTRAINT commitment_evidence_author_id_fkey
        REFERENCES organisation DEFAULT acting_organisation_id(),
    CONSTRAINT commitment_evidence_pkey PRIMARY KEY (commitment_id, evidence_no)
);

CREATE TABLE council_report (
    summit_topic_id bigint NOT NULL CONSTRAINT council_report_council_fkey REFERENCES expert_council,
    summit_id bigint NOT NULL CONSTRAINT council_report_summit_id_fkey REFERENCES summit,
    body prose NOT NULL,
    source prose,
    made_at timestamptz NOT NULL DEFAULT now(), author name NOT NULL DEFAULT acting_role(),
    CONSTRAINT council_report_pkey PRIMARY KEY (summit_topic_id, summit_id)
);
COMMENT ON COLUMN council_report.summit_id IS
    'the summit it is reported to: a later one than the council was set up at';
