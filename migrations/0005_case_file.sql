-- The case file (과제): a company's exemption proposal and the stage it has reached.

CREATE TABLE case_file (
    case_file_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT case_file_pkey PRIMARY KEY,
    regime code NOT NULL,
    track code NOT NULL,
    reference text,
    company_id bigint NOT NULL CONSTRAINT case_file_company_id_fkey REFERENCES organisation,
    stage code NOT NULL DEFAULT 'draft' CONSTRAINT case_file_stage_fkey REFERENCES stage,
    stage_since timestamptz NOT NULL DEFAULT now(),
    service_name label NOT NULL,
    service_type code CONSTRAINT case_file_service_type_check CHECK (service_type IN ('technology', 'service', 'both')),
    summary prose,
    reasons prose[] NOT NULL DEFAULT '{}',
    period_from date,
    period_to date,
    period_months smallint CONSTRAINT case_file_period_months_check CHECK (period_months BETWEEN 1 AND 120),
    closing_reason prose,
    origin code NOT NULL DEFAULT 'filed' CONSTRAINT case_file_origin_check CHECK (origin IN ('filed', 'import')),
    filed_at timestamptz,
    received_at timestamptz,
    closed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT case_file_track_fkey FOREIGN KEY (regime, track) REFERENCES track,
    CONSTRAINT case_file_reference_key UNIQUE (reference),
    CONSTRAINT case_file_period_check CHECK (period_from <= period_to),
    CONSTRAINT case_file_reference_check CHECK (
        (reference IS NULL) = (stage = 'draft' OR (stage = 'withdrawn' AND filed_at IS NULL))
    ),
    CONSTRAINT case_file_filed_at_check CHECK (
        origin = 'import' OR filed_at IS NOT NULL OR stage IN ('draft', 'withdrawn')
    ),
    CONSTRAINT case_file_closing_reason_check CHECK (
        (stage IN ('returned', 'withdrawn')) = (closing_reason IS NOT NULL)
    )
);
COMMENT ON COLUMN case_file.reference IS 'number given when the case is filed, without gaps per track and year; no number: a draft';
CREATE INDEX case_file_company_id_idx ON case_file (company_id);
CREATE INDEX case_file_stage_idx ON case_file (stage, stage_since);
CREATE INDEX case_file_stage_since_idx ON case_file (stage_since);
CREATE INDEX case_file_open_idx ON case_file (case_file_id) WHERE stage IN ('draft', 'filed', 'received', 'consulting');

-- Which law stands in the way, what is needed instead, and how the exemption is to be applied (규제 특례 필요사항
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

-- Contact data stands apart because analysts read the case and not this.
CREATE TABLE case_contact (
    case_file_id bigint CONSTRAINT case_contact_pkey PRIMARY KEY
        CONSTRAINT case_contact_case_file_id_fkey REFERENCES case_file,
    name label,
    phone label,
    email label,
    address label,
    representative label
);

CREATE TABLE attachment (
    attachment_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT attachment_pkey PRIMARY KEY,
    case_file_id bigint NOT NULL CONSTRAINT attachment_case_file_id_fkey REFERENCES case_file,
    attachment_no smallint NOT NULL,
    paper code NOT NULL,
    file_name label NOT NULL CONSTRAINT attachment_file_name_check CHECK (file_name !~ '[/\\]' AND file_name !~ '^\.+$'),
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

CREATE TABLE reference_counter (
    regime code NOT NULL,
    track code NOT NULL,
    year smallint NOT NULL,
    last integer NOT NULL,
    CONSTRAINT reference_counter_pkey PRIMARY KEY (regime, track, year),
    CONSTRAINT reference_counter_track_fkey FOREIGN KEY (regime, track) REFERENCES track
);

-- Takes `count` numbers and answers the last one taken. The lock on the counter's row lasts until commit: numbers have
-- no gap, and none is given twice.
CREATE FUNCTION take_numbers(regime text, track text, year integer, count integer) RETURNS integer
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
INSERT INTO reference_counter AS c (regime, track, year, last)
VALUES (take_numbers.regime, take_numbers.track, take_numbers.year, take_numbers.count)
ON CONFLICT ON CONSTRAINT reference_counter_pkey DO UPDATE SET last = c.last + take_numbers.count
RETURNING last
$$;

-- TP-2026-0001: the prefix of the track, the year, at least four digits.
CREATE FUNCTION reference_text(prefix text, year integer, number bigint) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN prefix || '-' || year || '-' || CASE WHEN number < 10000 THEN lpad(number::text, 4, '0') ELSE number::text END;

CREATE FUNCTION next_reference(regime text, track text, year integer) RETURNS text
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
SELECT reference_text(t.prefix, next_reference.year,
    take_numbers(next_reference.regime, next_reference.track, next_reference.year, 1))
FROM track AS t WHERE t.regime = next_reference.regime AND t.track = next_reference.track
$$;

-- Everything that keeps a draft from being filed, all at once: papers of the Decree, sections of the form, and at
-- least one provision with what is needed (a question in a track that grants nothing).
CREATE FUNCTION filing_gap(case_file_id bigint)
    RETURNS TABLE (kind text, gap text, name_ko text, name_en text, basis text)
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp
    AS $$
WITH subject AS (
    SELECT c.case_file_id, c.regime, c.track, c.service_type, c.summary, t.grants, t.basis
    FROM case_file AS c JOIN track AS t USING (regime, track)
    WHERE c.case_file_id = filing_gap.case_file_id
), gap (ordinal, position, kind, gap, name_ko, name_en, basis) AS (
    SELECT 1, 1, 'field', 'service_type', '유형(기술·서비스)', 'type (technology, service or both)', s.basis::text
    FROM subject AS s WHERE s.service_type IS NULL
    UNION ALL
    SELECT 1, 2, 'field', 'summary', '주요 내용', 'main content', s.basis
    FROM subject AS s WHERE s.summary IS NULL
    UNION ALL
    SELECT 2, f.position, 'section', f.section, f.name_ko, f.name_en, s.basis
    FROM subject AS s JOIN form_section AS f USING (regime, track)
    WHERE f.required AND NOT EXISTS (
        SELECT FROM proposal_section AS p WHERE p.case_file_id = s.case_file_id AND p.section = f.section)
    UNION ALL
    SELECT 3, 0, 'exemption', 'exemptions', '규제 특례 필요사항(법령·조항별)', 'exemption needed, per law and article', s.basis
    FROM subject AS s
    WHERE NOT EXISTS (SELECT FROM exemption_item AS e WHERE e.case_file_id = s.case_file_id)
    UNION ALL
    SELECT 3, e.item_no, 'exemption', 'exemptions.' || e.item_no || '.' || v.field, v.name_ko, v.name_en, s.basis
    FROM subject AS s JOIN exemption_item AS e USING (case_file_id)
    CROSS JOIN LATERAL (VALUES
        ('exemption', s.grants AND e.exemption IS NULL, '필요한 특례', 'exemption needed'),
        ('application', s.grants AND e.application IS NULL, '특례 적용 방법', 'how it is to be applied'),
        ('question', NOT s.grants AND e.question IS NULL, '질의 내용', 'question')
    ) AS v (field, missing, name_ko, name_en)
    WHERE v.missing
    UNION ALL
    SELECT 4, r.position, 'paper', r.paper, r.name_ko, r.name_en, r.basis
    FROM subject AS s JOIN required_paper AS r USING (regime, track)
    WHERE r.required AND NOT EXISTS (
        SELECT FROM attachment AS a WHERE a.case_file_id = s.case_file_id AND a.paper = r.paper)
)
SELECT kind, gap, name_ko, name_en, basis FROM gap ORDER BY ordinal, position, gap
$$;
GRANT EXECUTE ON FUNCTION filing_gap TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_auditor;

-- A new case file is a draft of the company that is acting. Cases of the past come in through import_cases alone.
CREATE FUNCTION guard_new_case_file() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF NOT acting_as('sandbox_company') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only a company drafts a case file';
    END IF;
    NEW.company_id := acting_organisation_id();
    NEW.stage := 'draft';
    NEW.origin := 'filed';
    RETURN NEW;
END
$$;
CREATE TRIGGER case_file_new_guard BEFORE INSERT ON case_file
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_new_case_file();

-- What was filed stays as it was filed, and a stage changes only along the transition table.
CREATE FUNCTION guard_case_file() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    act text;
    gaps text;
BEGIN
    NEW.version := OLD.version + 1;
    IF NEW.stage = OLD.stage THEN
        IF OLD.stage <> 'draft' THEN
            PERFORM refuse('case_file_draft_guard', 'only a draft can be edited');
        END IF;
        RETURN NEW;
    END IF;

    SELECT t.act INTO act FROM transition AS t
    WHERE t.from_stage = OLD.stage AND t.to_stage = NEW.stage AND t.group_role = acting_group();
    IF NOT FOUND THEN
        PERFORM refuse('case_file_stage_guard',
            format('a case cannot go from %s to %s by this person', OLD.stage, NEW.stage));
    END IF;
    IF (to_jsonb(NEW) - ARRAY['stage', 'closing_reason', 'version'])
        <> (to_jsonb(OLD) - ARRAY['stage', 'closing_reason', 'version'])
    THEN
        PERFORM refuse('case_file_draft_guard', 'a change of stage changes nothing else');
    END IF;

    NEW.stage_since := now();
    IF NOT (SELECT s.is_open FROM stage AS s WHERE s.stage = NEW.stage) THEN
        NEW.closed_at := now();
    END IF;
    IF act = 'file' THEN
        SELECT string_agg(g.kind || ' ' || g.gap, ', ') INTO gaps FROM filing_gap(OLD.case_file_id) AS g;
        IF gaps IS NOT NULL THEN
            PERFORM refuse('case_file_complete_guard', 'the proposal is not complete', gaps);
        END IF;
        NEW.filed_at := now();
        NEW.reference := next_reference(
            NEW.regime, NEW.track, extract(year FROM authority_date(NEW.regime))::integer);
    ELSIF act = 'receive' THEN
        NEW.received_at := now();
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER case_file_guard BEFORE UPDATE ON case_file
    FOR EACH ROW EXECUTE FUNCTION guard_case_file();

-- What a company wrote changes only while the case is a draft. The case is locked first, so that nothing is taken out of
-- a proposal while it is being filed. A row for a case that is not the company's is left to the row-level policy, which
-- says the same as for a case that does not exist.
CREATE FUNCTION guard_proposal_part() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    subject case_file;
BEGIN
    FOR subject IN
        SELECT * FROM case_file AS c
        WHERE c.case_file_id IN (
                CASE WHEN TG_OP <> 'DELETE' THEN NEW.case_file_id END,
                CASE WHEN TG_OP <> 'INSERT' THEN OLD.case_file_id END)
            AND c.company_id = acting_organisation_id() AND acting_as('sandbox_company')
        ORDER BY c.case_file_id FOR NO KEY UPDATE
    LOOP
        IF subject.stage <> 'draft' THEN
            PERFORM refuse('case_file_draft_guard', 'only a draft can be edited');
        END IF;
    END LOOP;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY[
        'exemption_item', 'proposal_section', 'participant', 'risk_scenario', 'stakeholder_conflict', 'case_contact'
    ] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE ON %I '
            'FOR EACH ROW WHEN (current_user <> ''sandbox_owner'') EXECUTE FUNCTION guard_proposal_part()',
            part || '_guard', part);
    END LOOP;
END
$$;
CREATE TRIGGER attachment_part_guard BEFORE DELETE ON attachment
    FOR EACH ROW EXECUTE FUNCTION guard_proposal_part();

-- Papers come with the draft, or later with the answer to a supplement.
CREATE FUNCTION guard_attachment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    subject case_file;
BEGIN
    SELECT * INTO subject FROM case_file AS c
    WHERE c.case_file_id = NEW.case_file_id AND c.company_id = acting_organisation_id() AND acting_as('sandbox_company')
    FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF subject.stage <> 'draft' AND NEW.case_file_id NOT IN (SELECT answerable_case_ids()) THEN
        PERFORM refuse('attachment_stage_guard', 'papers go with a draft, or with the answer to an open supplement');
    END IF;
    NEW.size := length(NEW.content);
    NEW.sha256 := sha256(NEW.content);
    NEW.attached_by := acting_role();
    NEW.attached_at := now();
    NEW.attachment_no := 1 + coalesce(
        (SELECT max(a.attachment_no) FROM attachment AS a WHERE a.case_file_id = NEW.case_file_id), 0);
    RETURN NEW;
END
$$;
CREATE TRIGGER attachment_guard BEFORE INSERT ON attachment
    FOR EACH ROW EXECUTE FUNCTION guard_attachment();

CREATE FUNCTION own_case_ids() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$ SELECT case_file_id FROM case_file WHERE company_id = acting_organisation_id() AND acting_as('sandbox_company') $$;

GRANT EXECUTE ON FUNCTION own_case_ids TO sandbox_company;
