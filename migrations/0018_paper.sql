-- Official papers (공문서): what the authority hands out over its name. The words are templates of the regime; what was issued
-- is kept byte for byte.

CREATE TABLE paper_kind (
    paper code CONSTRAINT paper_kind_pkey PRIMARY KEY,
    position smallint NOT NULL,
    of_meeting boolean NOT NULL,
    addressee code CONSTRAINT paper_kind_addressee_check CHECK (addressee IN ('company', 'ministry')),
    repeats boolean NOT NULL
);
COMMENT ON COLUMN paper_kind.addressee IS 'whom it is addressed to; NULL: it stays in the house';
COMMENT ON COLUMN paper_kind.repeats IS 'issued again it is another paper with a number of its own, not a new edition';

INSERT INTO paper_kind VALUES
    ('receipt', 1, false, 'company', false), ('supplement-request', 2, false, 'company', false),
    ('return-notice', 3, false, 'company', false), ('consultation', 4, false, 'ministry', false),
    ('reminder', 5, false, 'ministry', true), ('rapid-result', 6, false, 'company', false),
    ('decision-notice', 7, false, 'company', false), ('certificate', 8, false, 'company', false),
    ('extension-certificate', 9, false, 'company', false), ('revision-finding', 10, false, 'company', false),
    ('order', 11, false, 'company', false), ('objection-answer', 12, false, 'company', false),
    ('agenda', 13, true, NULL, false), ('minutes', 14, true, NULL, false);

-- The words that the papers of a regime are made of. A text says which facts go where: {field}.
CREATE TABLE paper_template (
    regime code NOT NULL CONSTRAINT paper_template_regime_fkey REFERENCES regime,
    template_no smallint NOT NULL,
    paper code NOT NULL CONSTRAINT paper_template_paper_fkey REFERENCES paper_kind,
    tracks code[] NOT NULL DEFAULT '{}',
    variants code[] NOT NULL DEFAULT '{}',
    layout code NOT NULL CONSTRAINT paper_template_layout_check CHECK (
        layout IN ('letter', 'certificate', 'form', 'record')),
    form_ko label, form_en label,
    title_ko label NOT NULL, title_en label NOT NULL,
    number_ko label NOT NULL, number_en label NOT NULL,
    disclosure_ko label, disclosure_en label,
    text_ko prose NOT NULL, text_en prose NOT NULL,
    CONSTRAINT paper_template_pkey PRIMARY KEY (regime, template_no),
    CONSTRAINT paper_template_number_check CHECK (number_ko LIKE ALL ('{"%{year}%","%{no}%"}')
        AND number_en LIKE ALL ('{"%{year}%","%{no}%"}'))
);
COMMENT ON COLUMN paper_template.tracks IS 'the tracks it is for; none: all';
COMMENT ON COLUMN paper_template.variants IS 'the outcomes or acts it is for; none: all';

CREATE TABLE paper_part (
    regime code NOT NULL CONSTRAINT paper_part_regime_fkey REFERENCES regime,
    part code NOT NULL,
    position smallint NOT NULL,
    text_ko prose NOT NULL, text_en prose NOT NULL,
    CONSTRAINT paper_part_pkey PRIMARY KEY (regime, part)
);
COMMENT ON TABLE paper_part IS 'what several papers say alike, such as the notice of remedies';

CREATE TABLE paper_issuer (
    regime code CONSTRAINT paper_issuer_pkey PRIMARY KEY CONSTRAINT paper_issuer_regime_fkey REFERENCES regime,
    agency_ko label NOT NULL, agency_en label NOT NULL,
    head_ko label NOT NULL, head_en label NOT NULL
);
COMMENT ON TABLE paper_issuer IS 'over whose name the papers of a regime go out (발신 명의)';

-- What the office itself states: 행정업무의 운영 및 혁신에 관한 규정 시행규칙 제4조 제6항 제4호.
CREATE TABLE issuing_office (
    regime code CONSTRAINT issuing_office_pkey PRIMARY KEY CONSTRAINT issuing_office_regime_fkey REFERENCES regime,
    division label NOT NULL,
    postcode label, address label, homepage label, phone label, fax label, email label, approver label,
    stated_at timestamptz NOT NULL DEFAULT now(), stated_by name NOT NULL DEFAULT acting_role()
);
COMMENT ON COLUMN issuing_office.approver IS 'whose signature decides (결재권자), as it is printed: 과장 박지훈';

-- 담당자의 소속·성명·연락처 (행정절차법 제24조 제3항).
CREATE TABLE paper_official (
    role_name name CONSTRAINT paper_official_pkey PRIMARY KEY
        CONSTRAINT paper_official_role_name_fkey REFERENCES person,
    title label NOT NULL,
    phone label NOT NULL,
    fax label, email label,
    stated_at timestamptz NOT NULL DEFAULT now(), stated_by name NOT NULL DEFAULT acting_role()
);

CREATE TABLE paper_counter (
    regime code NOT NULL CONSTRAINT paper_counter_regime_fkey REFERENCES regime,
    paper code NOT NULL CONSTRAINT paper_counter_paper_fkey REFERENCES paper_kind,
    year smallint NOT NULL,
    last integer NOT NULL,
    CONSTRAINT paper_counter_pkey PRIMARY KEY (regime, paper, year)
);

CREATE TABLE official_paper (
    official_paper_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT official_paper_pkey PRIMARY KEY,
    regime code NOT NULL CONSTRAINT official_paper_regime_fkey REFERENCES regime,
    paper code NOT NULL CONSTRAINT official_paper_paper_fkey REFERENCES paper_kind,
    template_no smallint NOT NULL,
    case_file_id bigint CONSTRAINT official_paper_case_file_id_fkey REFERENCES case_file,
    meeting_id bigint CONSTRAINT official_paper_meeting_id_fkey REFERENCES meeting,
    about_no smallint,
    addressee_id bigint CONSTRAINT official_paper_addressee_id_fkey REFERENCES organisation,
    language code NOT NULL CONSTRAINT official_paper_language_check CHECK (language IN ('ko', 'en')),
    year smallint NOT NULL, series_no integer NOT NULL, edition smallint NOT NULL,
    number label NOT NULL,
    verification text NOT NULL
        CONSTRAINT official_paper_verification_check CHECK (verification ~ '^[0-9]{4}(-[0-9]{4}){3}$'),
    title label NOT NULL,
    reason prose,
    official name NOT NULL CONSTRAINT official_paper_official_fkey REFERENCES person,
    issued_on date NOT NULL,
    issued_at timestamptz NOT NULL DEFAULT now(), issued_by name NOT NULL,
    size integer NOT NULL,
    sha256 bytea NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT official_paper_number_key UNIQUE (regime, paper, year, series_no, language, edition),
    CONSTRAINT official_paper_verification_key UNIQUE (verification),
    CONSTRAINT official_paper_subject_check CHECK ((case_file_id IS NULL) <> (meeting_id IS NULL)),
    CONSTRAINT official_paper_edition_check CHECK ((edition = 1) = (reason IS NULL))
);
ALTER TABLE official_paper ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON COLUMN official_paper.about_no IS 'the supplement, round, decision, act or disposition it is about';
COMMENT ON COLUMN official_paper.series_no IS 'without gaps per kind and year; a new edition keeps it';
COMMENT ON COLUMN official_paper.edition IS 'counts up when the same paper is issued anew, which takes a reason';
COMMENT ON COLUMN official_paper.verification IS 'random; printed on the paper, to look it up by (문서확인번호)';
CREATE INDEX official_paper_case_file_id_idx ON official_paper (case_file_id);
CREATE INDEX official_paper_meeting_id_idx ON official_paper (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX official_paper_sha256_idx ON official_paper (sha256);
