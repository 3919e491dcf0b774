-- Official papers: their numbers, and what may be issued. The words are the regime's, the facts the register's.

-- The templates of a regime. Those of before are kept with the versions, and with the papers that were made of them.
CREATE FUNCTION apply_papers(document jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    DELETE FROM paper_issuer AS i WHERE i.regime = document ->> 'regime';
    INSERT INTO paper_issuer (regime, agency_ko, agency_en, head_ko, head_en)
    SELECT document ->> 'regime', i.issuer -> 'agency' ->> 'ko', i.issuer -> 'agency' ->> 'en',
        i.issuer -> 'head' ->> 'ko', i.issuer -> 'head' ->> 'en'
    FROM (SELECT document -> 'issuer') AS i (issuer) WHERE i.issuer IS NOT NULL;
    DELETE FROM paper_part AS p WHERE p.regime = document ->> 'regime';
    INSERT INTO paper_part (regime, part, position, text_ko, text_en)
    SELECT document ->> 'regime', d.part ->> 'part', d.n, d.part -> 'text' ->> 'ko', d.part -> 'text' ->> 'en'
    FROM jsonb_array_elements(document -> 'paper_parts') WITH ORDINALITY AS d (part, n);
    DELETE FROM paper_template AS t WHERE t.regime = document ->> 'regime';
    INSERT INTO paper_template (regime, template_no, paper, tracks, variants, layout, form_ko, form_en, title_ko, title_en,
        number_ko, number_en, disclosure_ko, disclosure_en, text_ko, text_en)
    SELECT document ->> 'regime', d.n, d.t ->> 'paper', ARRAY(SELECT jsonb_array_elements_text(d.t -> 'tracks')),
        ARRAY(SELECT jsonb_array_elements_text(d.t -> 'variants')), d.t ->> 'layout', d.t -> 'form' ->> 'ko',
        d.t -> 'form' ->> 'en', d.t -> 'title' ->> 'ko', d.t -> 'title' ->> 'en', d.t -> 'number' ->> 'ko',
        d.t -> 'number' ->> 'en', d.t -> 'disclosure' ->> 'ko', d.t -> 'disclosure' ->> 'en', d.t -> 'text' ->> 'ko',
        d.t -> 'text' ->> 'en'
    FROM jsonb_array_elements(document -> 'official_papers') WITH ORDINALITY AS d (t, n);
END $$;

-- The number that a paper gets: the next of its kind and year, or that of the same paper before, one edition later. Whoever
-- asks holds the series until the transaction ends.
CREATE FUNCTION number_paper(regime text, paper text, template_no integer, case_file_id bigint, meeting_id bigint,
    about_no integer, addressee_id bigint, language text, OUT year smallint, OUT series_no integer, OUT edition smallint,
    OUT number text, OUT issued_on date)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
#variable_conflict use_column
DECLARE
    a alias for $1;
    kind paper_kind;
    pattern text;
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'only the desk issues papers';
    END IF;
    issued_on := authority_date(a);
    SELECT * INTO kind FROM paper_kind AS k WHERE k.paper = $2;
    SELECT p.year, p.series_no, max(p.edition) FILTER (WHERE p.language = $8) INTO year, series_no, edition
    FROM official_paper AS p
    WHERE NOT kind.repeats AND p.regime = a AND p.paper = $2 AND p.case_file_id IS NOT DISTINCT FROM $4
        AND p.meeting_id IS NOT DISTINCT FROM $5 AND p.about_no IS NOT DISTINCT FROM $6
        AND p.addressee_id IS NOT DISTINCT FROM $7
    GROUP BY p.year, p.series_no;
    IF series_no IS NULL THEN
        year := extract(year FROM issued_on);
        INSERT INTO paper_counter AS c VALUES (a, $2, year, 0) ON CONFLICT DO NOTHING;
        SELECT c.last + 1 INTO series_no FROM paper_counter AS c
        WHERE c.regime = a AND c.paper = $2 AND c.year = number_paper.year FOR UPDATE;
    END IF;
    edition := coalesce(edition, 0) + 1;
    SELECT CASE $8 WHEN 'ko' THEN t.number_ko ELSE t.number_en END INTO pattern
    FROM paper_template AS t WHERE t.regime = a AND t.template_no = $3;
    SELECT btrim(replace(replace(replace(pattern, '{division}', coalesce(max(o.division), '')), '{year}', year::text), '{no}',
        series_no::text)) INTO number FROM issuing_office AS o WHERE o.regime = a;
END $$;

-- A random number of sixteen digits.
CREATE FUNCTION new_verification() RETURNS text LANGUAGE sql VOLATILE SET search_path = sandbox, pg_temp AS $$
SELECT string_agg(lpad((('x' || substr(r.hex, 1 + 6 * n, 6))::bit(24)::integer % 10000)::text, 4, '0'), '-' ORDER BY n)
FROM (SELECT encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex') AS hex) AS r,
    generate_series(0, 3) AS n $$;

-- Whether there is what the paper tells.
CREATE FUNCTION paper_has_subject(p official_paper) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    RETURN CASE p.paper
        WHEN 'receipt' THEN EXISTS (SELECT FROM case_file AS c
            WHERE c.case_file_id = p.case_file_id AND c.received_at IS NOT NULL)
        WHEN 'supplement-request' THEN EXISTS (SELECT FROM supplement AS s
            WHERE s.case_file_id = p.case_file_id AND s.supplement_no = p.about_no
                AND s.ended_as IS DISTINCT FROM 'recalled')
        WHEN 'return-notice' THEN EXISTS (SELECT FROM case_file AS c
            WHERE c.case_file_id = p.case_file_id AND c.stage = 'returned')
        WHEN 'consultation' THEN EXISTS (SELECT FROM consultation AS k
            WHERE k.case_file_id = p.case_file_id AND k.ministry_id = p.addressee_id AND k.round = p.about_no
                AND k.recall_reason IS NULL)
        WHEN 'reminder' THEN EXISTS (SELECT FROM consultation AS k
            WHERE k.case_file_id = p.case_file_id AND k.ministry_id = p.addressee_id AND k.round = p.about_no
                AND k.replied_at IS NULL)
        WHEN 'rapid-result' THEN EXISTS (SELECT FROM decision AS d JOIN case_file AS c USING (case_file_id)
            JOIN track AS t USING (regime, track)
            WHERE d.case_file_id = p.case_file_id AND d.decision_no = p.about_no AND NOT t.grants)
        WHEN 'decision-notice' THEN EXISTS (SELECT FROM decision AS d JOIN case_file AS c USING (case_file_id)
            JOIN track AS t USING (regime, track)
            WHERE d.case_file_id = p.case_file_id AND d.decision_no = p.about_no AND t.grants)
        WHEN 'certificate' THEN EXISTS (SELECT FROM exemption_grant AS g
            WHERE g.case_file_id = p.case_file_id AND g.certificate IS NOT NULL)
        WHEN 'objection-answer' THEN EXISTS (SELECT FROM disposition AS d JOIN objection AS o USING (disposition_id)
            WHERE d.case_file_id = p.case_file_id AND d.disposition_no = p.about_no AND o.ruling IS NOT NULL)
        WHEN 'agenda' THEN EXISTS (SELECT FROM agenda_item AS i WHERE i.meeting_id = p.meeting_id)
        WHEN 'minutes' THEN EXISTS (SELECT FROM meeting AS m WHERE m.meeting_id = p.meeting_id
            AND m.held_on <= p.issued_on AND EXISTS (SELECT FROM agenda_item AS i WHERE i.meeting_id = m.meeting_id))
        ELSE EXISTS (SELECT FROM grant_act AS a
            WHERE a.case_file_id = p.case_file_id AND a.act_no = p.about_no AND CASE p.paper
                WHEN 'extension-certificate' THEN a.act = 'extend'
                WHEN 'revision-finding' THEN a.act = 'record-finding'
                ELSE a.act IN ('correct', 'suspend', 'revoke', 'refuse-extension') END)
    END;
END $$;

-- Number, edition and day are the server's; a paper tells something that is so, to those whom it concerns.
CREATE FUNCTION guard_official_paper() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
DECLARE
    subject_regime text;
    company bigint;
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RETURN NEW;
    END IF;
    IF NEW.case_file_id IS NOT NULL THEN
        SELECT c.regime, c.company_id INTO subject_regime, company FROM case_file AS c
        WHERE c.case_file_id = NEW.case_file_id AND c.reference IS NOT NULL FOR UPDATE;
    ELSE
        SELECT b.regime INTO subject_regime FROM meeting AS m JOIN committee AS b USING (committee)
        WHERE m.meeting_id = NEW.meeting_id FOR UPDATE OF m;
    END IF;
    IF subject_regime IS NULL THEN
        RETURN NEW;
    END IF;
    NEW.regime := subject_regime;
    IF NOT EXISTS (SELECT FROM paper_template AS t
        WHERE t.regime = NEW.regime AND t.template_no = NEW.template_no AND t.paper = NEW.paper) THEN
        PERFORM refuse('official_paper_template_guard', 'the regime has no such template');
    END IF;
    SELECT n.year, n.series_no, n.edition, n.number, n.issued_on
    INTO NEW.year, NEW.series_no, NEW.edition, NEW.number, NEW.issued_on
    FROM number_paper(NEW.regime, NEW.paper, NEW.template_no, NEW.case_file_id, NEW.meeting_id, NEW.about_no,
        NEW.addressee_id, NEW.language) AS n;
    IF NEW.addressee_id IS NOT NULL <> (SELECT k.addressee IS NOT NULL FROM paper_kind AS k WHERE k.paper = NEW.paper)
        OR (SELECT k.addressee = 'company' FROM paper_kind AS k WHERE k.paper = NEW.paper)
            AND NEW.addressee_id IS DISTINCT FROM company
        OR (SELECT k.of_meeting FROM paper_kind AS k WHERE k.paper = NEW.paper) <> (NEW.meeting_id IS NOT NULL)
        OR NOT paper_has_subject(NEW) THEN
        PERFORM refuse('official_paper_subject_guard', 'there is nothing that such a paper tells');
    END IF;
    IF (NEW.edition > 1) <> (NEW.reason IS NOT NULL) THEN
        PERFORM refuse('official_paper_reason_guard', 'a new edition has a reason, the first has none');
    END IF;
    IF NOT EXISTS (SELECT FROM person AS p JOIN paper_official AS o USING (role_name) WHERE p.role_name = NEW.official
        AND p.group_role = 'sandbox_desk' AND p.disabled_at IS NULL) THEN
        PERFORM refuse('official_paper_official_guard', 'whoever is in charge is of the desk and can be reached');
    END IF;
    UPDATE paper_counter AS c SET last = NEW.series_no
    WHERE c.regime = NEW.regime AND c.paper = NEW.paper AND c.year = NEW.year AND c.last < NEW.series_no;
    NEW.size := length(NEW.content); NEW.sha256 := sha256(NEW.content);
    NEW.issued_at := now(); NEW.issued_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_official_paper BEFORE INSERT ON official_paper
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_official_paper();

-- What was to be issued is.
CREATE FUNCTION steps_official_paper() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    PERFORM keep_open_tasks(ARRAY(SELECT n.case_file_id FROM new_rows AS n WHERE n.case_file_id IS NOT NULL));
    RETURN NULL;
END $$;
CREATE TRIGGER steps_official_paper AFTER INSERT ON official_paper REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION steps_official_paper();

-- Who states what the office prints under its papers.
CREATE FUNCTION guard_paper_official() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp AS $$
BEGIN
    IF NOT acting_as('sandbox_desk') THEN
        RETURN NEW;
    END IF;
    IF NOT EXISTS (SELECT FROM person AS p WHERE p.role_name = NEW.role_name AND p.group_role = 'sandbox_desk'
        AND p.organisation_id = acting_organisation_id()) THEN
        PERFORM refuse('paper_official_person_guard', 'an official in charge is of the desk');
    END IF;
    NEW.stated_at := now(); NEW.stated_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER guard_paper_official BEFORE INSERT OR UPDATE ON paper_official
    FOR EACH ROW WHEN (current_user <> 'sandbox_owner') EXECUTE FUNCTION guard_paper_official();

CREATE FUNCTION stamp_issuing_office() RETURNS trigger LANGUAGE plpgsql SET search_path = sandbox, pg_temp AS $$
BEGIN
    NEW.stated_at := now(); NEW.stated_by := acting_role();
    RETURN NEW;
END $$;
CREATE TRIGGER stamp_issuing_office BEFORE INSERT OR UPDATE ON issuing_office
    FOR EACH ROW EXECUTE FUNCTION stamp_issuing_office();

-- What the reader may see of the papers, newest first; the number of another edition says which one holds.
CREATE VIEW paper_listed WITH (security_invoker = true) AS
SELECT p.official_paper_id, p.regime, p.paper, p.number, p.edition, p.language, p.verification, p.title,
    coalesce(c.reference, m.committee || '/' || m.meeting_no) AS subject, p.case_file_id, p.meeting_id, p.about_no,
    a.name AS addressee, p.issued_on, p.issued_by, p.official, p.reason, p.size, encode(p.sha256, 'hex') AS sha256,
    NOT EXISTS (SELECT FROM official_paper AS n WHERE n.regime = p.regime AND n.paper = p.paper AND n.year = p.year
        AND n.series_no = p.series_no AND n.language = p.language AND n.edition > p.edition) AS holds,
    e.last_on AS grant_ended_on
FROM official_paper AS p
LEFT JOIN case_file AS c USING (case_file_id)
LEFT JOIN meeting AS m USING (meeting_id)
LEFT JOIN organisation AS a ON a.organisation_id = p.addressee_id
LEFT JOIN grant_today AS e ON p.paper IN ('certificate', 'extension-certificate') AND e.case_file_id = p.case_file_id
    AND NOT e.is_in_force AND e.state <> 'unrecorded';

GRANT EXECUTE ON FUNCTION number_paper, new_verification TO sandbox_desk;
