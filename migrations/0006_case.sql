-- The case file (과제): a company's exemption proposal, its parts and papers, and the stage it has reached.

CREATE TABLE stage (
    stage code CONSTRAINT stage_pkey PRIMARY KEY,
    position smallint NOT NULL,
    is_open boolean NOT NULL
);

INSERT INTO stage VALUES
    ('draft', 1, true), ('filed', 2, true), ('received', 3, true), ('consulting', 4, true),
    ('decided', 5, false), ('returned', 6, false), ('withdrawn', 7, false);

-- A change of stage that has no row here is refused, whoever asks, also in psql (guard_case_file).
CREATE TABLE transition (
    from_stage code NOT NULL CONSTRAINT transition_from_stage_fkey REFERENCES stage,
    to_stage code NOT NULL CONSTRAINT transition_to_stage_fkey REFERENCES stage,
    act code NOT NULL,
    group_role text NOT NULL,
    CONSTRAINT transition_pkey PRIMARY KEY (from_stage, to_stage)
);

INSERT INTO transition VALUES
    ('draft', 'filed', 'file', 'sandbox_company'),
    ('filed', 'received', 'receive', 'sandbox_desk'),
    ('received', 'consulting', 'consult', 'sandbox_desk'),
    ('received', 'decided', 'decide', 'sandbox_desk'),
    ('consulting', 'decided', 'decide', 'sandbox_desk'),
    ('consulting', 'received', 'recall', 'sandbox_desk'),
    ('filed', 'returned', 'return', 'sandbox_desk'),
    ('received', 'returned', 'return', 'sandbox_desk'),
    ('consulting', 'returned', 'return', 'sandbox_desk'),
    ('draft', 'withdrawn', 'withdraw', 'sandbox_company'),
    ('filed', 'withdrawn', 'withdraw', 'sandbox_company'),
    ('received', 'withdrawn', 'withdraw', 'sandbox_company'),
    ('consulting', 'withdrawn', 'withdraw', 'sandbox_company');

INSERT INTO transition VALUES
    ('decided', 'received', 'redeliberate', 'sandbox_company'),
    ('decided', 'consulting', 'redeliberate', 'sandbox_company');

-- After an objection that was upheld: back to where the case was returned from.
INSERT INTO transition VALUES
    ('returned', 'filed', 'reopen', 'sandbox_desk'),
    ('returned', 'received', 'reopen', 'sandbox_desk'),
    ('returned', 'consulting', 'reopen', 'sandbox_desk');

-- A case keeps the version it was filed under.
CREATE TABLE case_file (
    case_file_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT case_file_pkey PRIMARY KEY,
    regime code NOT NULL, track code NOT NULL,
    reference text,
    company_id bigint NOT NULL CONSTRAINT case_file_company_id_fkey REFERENCES organisation,
    stage code NOT NULL DEFAULT 'draft' CONSTRAINT case_file_stage_fkey REFERENCES stage,
    stage_since timestamptz DEFAULT now(),
    service_name label NOT NULL,
    service_type code CONSTRAINT case_file_service_type_check CHECK (service_type IN ('technology', 'service', 'both')),
    summary prose,
    reasons prose_list NOT NULL DEFAULT '{}',
    period_from civil_date, period_to civil_date,
    period_months smallint CONSTRAINT case_file_period_months_check CHECK (period_months BETWEEN 1 AND 120),
    closing_reason prose,
    origin code NOT NULL DEFAULT 'filed' CONSTRAINT case_file_origin_check CHECK (origin IN ('filed', 'import')),
    filed_at timestamptz,
    received_at timestamptz,
    closed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    regime_version integer NOT NULL DEFAULT 1,
    content_digest bytea,
    filed_again boolean NOT NULL DEFAULT false,
    CONSTRAINT case_file_track_fkey FOREIGN KEY (regime, track) REFERENCES track,
    CONSTRAINT case_file_reference_key UNIQUE (reference),
    CONSTRAINT case_file_period_check CHECK (period_from <= period_to),
    CONSTRAINT case_file_reference_check CHECK (
        (reference IS NULL) = (stage = 'draft' OR (stage = 'withdrawn' AND filed_at IS NULL))),
    CONSTRAINT case_file_filed_at_check CHECK (origin = 'import'
        OR stage_since IS NOT NULL AND (filed_at IS NOT NULL OR stage IN ('draft', 'withdrawn'))),
    CONSTRAINT case_file_closing_reason_check CHECK (
        (stage IN ('returned', 'withdrawn')) = (closing_reason IS NOT NULL)),
    CONSTRAINT case_file_regime_version_fkey FOREIGN KEY (regime, regime_version) REFERENCES regime_version
);
COMMENT ON COLUMN case_file.reference IS
    'number given when the case is filed, without gaps per track and year; of a case of the past, from a file, in a series of its own; '
    'no number: a draft';
COMMENT ON COLUMN case_file.stage_since IS 'NULL: of a case of the past, whose source does not say when it was decided';
COMMENT ON COLUMN case_file.content_digest IS
    'of all that was filed, papers included (proposal_digest): the same file sent in twice is found by it';
COMMENT ON COLUMN case_file.filed_again IS 'the company has the same proposal under way, and files it once more on purpose';
CREATE INDEX case_file_content_digest_idx ON case_file (company_id, content_digest) WHERE content_digest IS NOT NULL;
CREATE INDEX case_file_company_id_idx ON case_file (company_id);
CREATE INDEX case_file_stage_idx ON case_file (stage, stage_since);
CREATE INDEX case_file_stage_since_idx ON case_file (stage_since);
CREATE INDEX case_file_open_idx ON case_file (case_file_id) WHERE stage IN ('draft', 'filed', 'received', 'consulting');

-- Which law is in the way, what is needed instead, and how the exemption is to be applied (규제 특례 필요사항
-- 및 적용 방법): the heart of a proposal, one row per provision.
CREATE TABLE exemption_item (
    case_file_id bigint NOT NULL CONSTRAINT exemption_item_case_file_id_fkey REFERENCES case_file,
    item_no smallint NOT NULL CONSTRAINT exemption_item_item_no_check CHECK (item_no > 0),
    law label NOT NULL,
    article label,
    ministry label,
    obstacle prose,
    exemption prose,
    application prose,
    question prose,
    CONSTRAINT exemption_item_pkey PRIMARY KEY (case_file_id, item_no)
);
CREATE INDEX exemption_item_law_idx ON exemption_item (law, article);

-- Which law each provision of a proposal names, however it is written, and which of its articles: kept by keep_case_laws, in the
-- statement that changes the proposal, and never written otherwise.
CREATE TABLE case_law (
    case_file_id bigint NOT NULL CONSTRAINT case_law_case_file_id_fkey REFERENCES case_file,
    item_no smallint NOT NULL,
    law text NOT NULL,
    articles int4multirange,
    CONSTRAINT case_law_pkey PRIMARY KEY (case_file_id, item_no)
);
COMMENT ON COLUMN case_law.law IS 'as law_identity has it';
COMMENT ON COLUMN case_law.articles IS 'as article_span has them; NULL: none is named by its number';
CREATE INDEX case_law_law_idx ON case_law (law, case_file_id);

CREATE TABLE proposal_section (
    case_file_id bigint NOT NULL CONSTRAINT proposal_section_case_file_id_fkey REFERENCES case_file,
    section code NOT NULL,
    body prose NOT NULL,
    CONSTRAINT proposal_section_pkey PRIMARY KEY (case_file_id, section)
);

CREATE TABLE participant (
    case_file_id bigint NOT NULL CONSTRAINT participant_case_file_id_fkey REFERENCES case_file,
    item_no smallint NOT NULL,
    organisation label NOT NULL,
    responsible label,
    part prose,
    CONSTRAINT participant_pkey PRIMARY KEY (case_file_id, item_no)
);

CREATE TABLE risk_scenario (
    case_file_id bigint NOT NULL CONSTRAINT risk_scenario_case_file_id_fkey REFERENCES case_file,
    item_no smallint NOT NULL,
    category label NOT NULL,
    scenario prose NOT NULL,
    response prose NOT NULL,
    CONSTRAINT risk_scenario_pkey PRIMARY KEY (case_file_id, item_no)
);

CREATE TABLE stakeholder_conflict (
    case_file_id bigint NOT NULL CONSTRAINT stakeholder_conflict_case_file_id_fkey REFERENCES case_file,
    item_no smallint NOT NULL,
    conflict prose NOT NULL,
    impact prose,
    mitigation prose,
    consultation prose,
    CONSTRAINT stakeholder_conflict_pkey PRIMARY KEY (case_file_id, item_no)
);

-- Contact data has a table of its own because analysts read the case and not this.
CREATE TABLE case_contact (
    case_file_id bigint CONSTRAINT case_contact_pkey PRIMARY KEY
        CONSTRAINT case_contact_case_file_id_fkey REFERENCES case_file,
    name label,
    phone label,
    email label,
    address label,
    representative label,
    change_reason prose
);
COMMENT ON COLUMN case_contact.change_reason IS
    'why it was replaced after the filing, the last time (replace_contact); what it was before is in the event log';

CREATE TABLE attachment (
    attachment_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT attachment_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL CONSTRAINT attachment_case_file_id_fkey REFERENCES case_file,
    attachment_no smallint NOT NULL,
    paper code NOT NULL,
    file_name label NOT NULL CONSTRAINT attachment_file_name_check
        CHECK (file_name !~ '[/\\]' AND file_name !~ '^\.+$'),
    media_type label NOT NULL,
    size bigint NOT NULL CONSTRAINT attachment_size_check CHECK (size BETWEEN 1 AND 20971520),
    sha256 bytea NOT NULL CONSTRAINT attachment_sha256_check CHECK (length(sha256) = 32),
    content bytea NOT NULL,
    attached_by name NOT NULL,
    attached_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT attachment_no_key UNIQUE (case_file_id, attachment_no)
);

ALTER TABLE attachment ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON COLUMN attachment.size IS 'bytes, at most 20 MiB; computed by the server, like the digest';

-- Papers that came to the desk as official documents (공문): a reply of a ministry, an answer of a company, a notice.
CREATE TABLE received_document (
    received_document_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT received_document_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL CONSTRAINT received_document_case_file_id_fkey REFERENCES case_file,
    paper_no smallint NOT NULL,
    sender_id bigint NOT NULL CONSTRAINT received_document_sender_id_fkey REFERENCES organisation,
    document_no label NOT NULL,
    arrived_on date NOT NULL,
    file_name label NOT NULL CONSTRAINT received_document_file_name_check
        CHECK (file_name !~ '[/\\]' AND file_name !~ '^\.+$'),
    media_type label NOT NULL,
    size bigint NOT NULL CONSTRAINT received_document_size_check CHECK (size BETWEEN 1 AND 20971520),
    sha256 bytea NOT NULL,
    content bytea NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(), recorded_by name NOT NULL,
    CONSTRAINT received_document_no_key UNIQUE (case_file_id, paper_no)
);
ALTER TABLE received_document ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON COLUMN received_document.document_no IS 'the number that the sender gave it (문서번호)';

CREATE TABLE reference_counter (
    regime code NOT NULL, track code NOT NULL,
    year smallint NOT NULL,
    last integer NOT NULL,
    CONSTRAINT reference_counter_pkey PRIMARY KEY (regime, track, year),
    CONSTRAINT reference_counter_track_fkey FOREIGN KEY (regime, track) REFERENCES track
);
COMMENT ON COLUMN reference_counter.year IS '0: the cases of the past, which have one series for all years';

-- What a file said of a case of the past, and which of its fields are an inference.
CREATE TABLE imported_case (
    case_file_id bigint CONSTRAINT imported_case_pkey PRIMARY KEY
        CONSTRAINT imported_case_case_file_id_fkey REFERENCES case_file,
    filed_on label,
    ministries label[] NOT NULL DEFAULT '{}',
    designation_no label,
    valid_from date, valid_until date,
    state label,
    note prose,
    inferred_fields code[] NOT NULL DEFAULT '{}',
    source prose,
    fingerprint bytea NOT NULL,
    original jsonb NOT NULL,
    entered bytea NOT NULL,
    CONSTRAINT imported_case_fingerprint_key UNIQUE (fingerprint)
);
COMMENT ON COLUMN imported_case.designation_no IS 'the number that the authority gave the grant (지정번호), as the source has it';
COMMENT ON COLUMN imported_case.valid_until IS 'the last day of the grant, after any extension, as the source has it';
COMMENT ON COLUMN imported_case.state IS 'what became of the grant, in the words of the source';
COMMENT ON COLUMN imported_case.filed_on IS
    'the filing date as the source gives it: a day, a month, a year, or unknown';
COMMENT ON COLUMN imported_case.fingerprint IS
    'what makes two rows the same case, see case_fingerprint: no case is imported twice';
COMMENT ON COLUMN imported_case.entered IS 'sha256 of the rows that the case came to, of which the event log holds no events: see entered_cases';
COMMENT ON COLUMN imported_case.original IS 'the whole row as it was in the file; the event log records it, and not each table it went to';

CREATE TABLE case_feature (
    case_file_id bigint CONSTRAINT case_feature_pkey PRIMARY KEY
        CONSTRAINT case_feature_case_file_id_fkey REFERENCES case_file,
    bigrams text[] NOT NULL
);
COMMENT ON COLUMN case_feature.bigrams IS
    'of the name of the service and what it does; kept by record_feature when the case is filed';

-- What is searched of a case that has been filed: kept by keep_search, in the statement that changes one of its texts, and
-- never written otherwise. A draft has no row: it is read as it is, by those who may see it.
CREATE TABLE case_search (
    case_file_id bigint NOT NULL CONSTRAINT case_search_case_file_id_fkey REFERENCES case_file,
    part code NOT NULL CONSTRAINT case_search_part_check CHECK (part IN ('proposal', 'contact', 'paper')),
    part_no smallint NOT NULL,
    title text NOT NULL,
    names text NOT NULL,
    body text NOT NULL,
    letters text NOT NULL,
    pairs bigint[] NOT NULL,
    CONSTRAINT case_search_pkey PRIMARY KEY (case_file_id, part, part_no)
) WITH (toast_tuple_target = 128);
-- Every hit is ranked by title and names, which therefore stay beside it; letters are looked through often.
ALTER TABLE case_search ALTER COLUMN title SET STORAGE MAIN, ALTER COLUMN names SET STORAGE MAIN,
    ALTER COLUMN letters SET STORAGE EXTERNAL;
COMMENT ON COLUMN case_search.part IS 'contact data and papers are apart: analysts read the proposal alone';
COMMENT ON COLUMN case_search.part_no IS 'of a paper: which; else 0';
COMMENT ON COLUMN case_search.title IS 'the name of the service and its initials, as search_key has them';
COMMENT ON COLUMN case_search.names IS
    'number, company, laws with their articles, ministries named, and the initials of all, as search_key has them';
COMMENT ON COLUMN case_search.body IS 'all else, as it is written';
COMMENT ON COLUMN case_search.letters IS 'the body, as search_key has it';
COMMENT ON COLUMN case_search.pairs IS 'letter_pairs of all of them; negative: of the title';
CREATE INDEX case_search_pairs_idx ON case_search USING gin (pairs);

-- How many filed cases there are, by regime, track, stage and month: once by the month in which they were filed, once by that in
-- which they came to their stage. A ledger of differences: who files adds a row and waits for nobody who files at the same
-- moment; the rows of a group add up to its count. Written by keep_case_counts alone.
CREATE TABLE case_count (
    case_count_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT case_count_pkey PRIMARY KEY,
    counted_by code NOT NULL CONSTRAINT case_count_counted_by_check CHECK (counted_by IN ('filing', 'stage')),
    regime code NOT NULL, track code NOT NULL, stage code NOT NULL,
    month date,
    cases integer NOT NULL
);
COMMENT ON COLUMN case_count.month IS 'its first day, where the authority is; NULL: of a case of the past whose filing nobody dated';
CREATE INDEX case_count_stage_idx ON case_count (counted_by, stage, month, regime, track) INCLUDE (cases);
