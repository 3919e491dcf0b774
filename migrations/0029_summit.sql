-- Strategy summits (전략대화): what was talked about, by whom, what was raised, which expert council works it out until the
-- next one, and what companies and government promised each other. All of it is public among the persons of the system,
-- except that something raised about a case is seen by those who may see the case.

CREATE TABLE summit (
    summit_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT summit_pkey PRIMARY KEY,
    regime code NOT NULL CONSTRAINT summit_regime_fkey REFERENCES regime,
    summit_no integer NOT NULL CONSTRAINT summit_no_check CHECK (summit_no BETWEEN 1 AND 9999),
    name label NOT NULL,
    held_on date NOT NULL,
    place label,
    summary prose,
    source prose,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT summit_summit_no_key UNIQUE (regime, summit_no)
);
COMMENT ON COLUMN summit.held_on IS 'the day it was held, or for which it is planned';
CREATE TRIGGER summit_version BEFORE UPDATE ON summit
    FOR EACH ROW EXECUTE FUNCTION count_version();

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

-- Who takes part stands there by the name the source gives; the register's organisation of that name may act for it.
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
COMMENT ON COLUMN raised_point.case_file_id IS 'the case that came of it: the row is then seen by those who may see the case';
CREATE INDEX raised_point_summit_id_idx ON raised_point (summit_id);
CREATE INDEX raised_point_case_file_id_idx ON raised_point (case_file_id) WHERE case_file_id IS NOT NULL;

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

CREATE TABLE council_report (
    summit_topic_id bigint NOT NULL CONSTRAINT council_report_council_fkey REFERENCES expert_council,
    summit_id bigint NOT NULL CONSTRAINT council_report_summit_id_fkey REFERENCES summit,
    body prose NOT NULL,
    source prose,
    made_at timestamptz NOT NULL DEFAULT now(),
    author name NOT NULL DEFAULT acting_role(),
    CONSTRAINT council_report_pkey PRIMARY KEY (summit_topic_id, summit_id)
);
COMMENT ON COLUMN council_report.summit_id IS 'the summit it is reported to: a later one than the council was set up at';

CREATE TABLE commitment (
    commitment_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT commitment_pkey PRIMARY KEY,
    summit_id bigint NOT NULL CONSTRAINT commitment_summit_id_fkey REFERENCES summit,
    commitment_no integer NOT NULL,
    summit_topic_id bigint,
    kind code NOT NULL CONSTRAINT commitment_kind_check CHECK (kind IN ('api-opening', 'compute', 'data', 'institution', 'other')),
    owner_id bigint CONSTRAINT commitment_owner_id_fkey REFERENCES organisation,
    owner label NOT NULL,
    body prose NOT NULL,
    due label,
    due_on date,
    source prose,
    made_at timestamptz NOT NULL DEFAULT now(),
    author name NOT NULL DEFAULT acting_role(),
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
    kind code NOT NULL CONSTRAINT commitment_evidence_kind_check CHECK (kind IN ('progress', 'fulfilled', 'withdrawn', 'reopened')),
    happened_on date NOT NULL,
    body prose NOT NULL,
    source prose,
    made_at timestamptz NOT NULL DEFAULT now(),
    author name NOT NULL DEFAULT acting_role(),
    author_id bigint CONSTRAINT commitment_evidence_author_id_fkey REFERENCES organisation DEFAULT acting_organisation_id(),
    CONSTRAINT commitment_evidence_pkey PRIMARY KEY (commitment_id, evidence_no)
);

CREATE FUNCTION organisation_named(name text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$ SELECT o.organisation_id FROM organisation AS o WHERE o.name = organisation_named.name $$;

CREATE FUNCTION guard_expert_council() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    NEW.chair_id := organisation_named(NEW.chair);
    RETURN NEW;
END
$$;
CREATE TRIGGER expert_council_guard BEFORE INSERT OR UPDATE ON expert_council
    FOR EACH ROW EXECUTE FUNCTION guard_expert_council();

CREATE FUNCTION guard_council_report() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM summit_topic AS t JOIN summit AS s USING (summit_id) JOIN summit AS later USING (regime)
        WHERE t.summit_topic_id = NEW.summit_topic_id AND later.summit_id = NEW.summit_id AND later.summit_no > s.summit_no)
    THEN
        PERFORM refuse('council_report_summit_guard', 'a council reports to a later summit than the one it was set up at');
    END IF;
    NEW.made_at := now();
    NEW.author := acting_role();
    RETURN NEW;
END
$$;
CREATE TRIGGER council_report_guard BEFORE INSERT ON council_report
    FOR EACH ROW EXECUTE FUNCTION guard_council_report();

CREATE FUNCTION guard_commitment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    PERFORM FROM summit AS s WHERE s.summit_id = NEW.summit_id FOR UPDATE;
    NEW.commitment_no := 1 + coalesce((SELECT max(c.commitment_no) FROM commitment AS c WHERE c.summit_id = NEW.summit_id), 0);
    NEW.owner_id := organisation_named(NEW.owner);
    NEW.made_at := now();
    NEW.author := acting_role();
    RETURN NEW;
END
$$;
CREATE TRIGGER commitment_guard BEFORE INSERT ON commitment
    FOR EACH ROW EXECUTE FUNCTION guard_commitment();

CREATE FUNCTION guard_commitment_evidence() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
DECLARE
    today date;
    settled text;
BEGIN
    SELECT authority_date(s.regime) INTO today FROM commitment AS c JOIN summit AS s USING (summit_id)
    WHERE c.commitment_id = NEW.commitment_id FOR UPDATE OF c;
    SELECT e.kind INTO settled FROM commitment_evidence AS e
    WHERE e.commitment_id = NEW.commitment_id AND e.kind <> 'progress' ORDER BY e.evidence_no DESC LIMIT 1;
    IF NEW.kind = 'reopened' AND settled IS NOT DISTINCT FROM 'reopened' OR NEW.kind = 'reopened' AND settled IS NULL THEN
        PERFORM refuse('commitment_evidence_open_guard', 'the commitment is open');
    END IF;
    IF NEW.kind <> 'reopened' AND settled IN ('fulfilled', 'withdrawn') THEN
        PERFORM refuse('commitment_evidence_settled_guard', 'the commitment is settled');
    END IF;
    NEW.happened_on := coalesce(NEW.happened_on, today);
    IF NEW.happened_on > today THEN
        PERFORM refuse('commitment_evidence_date_guard', 'evidence is not of the future');
    END IF;
    NEW.evidence_no := 1 + coalesce((SELECT max(e.evidence_no) FROM commitment_evidence AS e
        WHERE e.commitment_id = NEW.commitment_id), 0);
    NEW.made_at := now();
    NEW.author := acting_role();
    NEW.author_id := acting_organisation_id();
    RETURN NEW;
END
$$;
CREATE TRIGGER commitment_evidence_guard BEFORE INSERT ON commitment_evidence
    FOR EACH ROW EXECUTE FUNCTION guard_commitment_evidence();

-- Every commitment as it stood on a day, from the evidence of things that had happened by then. Without a day: the
-- authority's today.
CREATE FUNCTION commitment_at(as_of date DEFAULT NULL)
    RETURNS TABLE (commitment_id bigint, as_of date, state text, settled_on date, evidence integer, last_evidence text)
    LANGUAGE sql STABLE
    AS $$
SELECT c.commitment_id, d.day,
    CASE settled.kind WHEN 'fulfilled' THEN 'kept' WHEN 'withdrawn' THEN 'withdrawn'
        ELSE CASE WHEN c.due_on < d.day THEN 'overdue' ELSE 'open' END END,
    CASE WHEN settled.kind <> 'reopened' THEN settled.happened_on END, coalesce(told.evidence, 0)::integer, told.body
FROM commitment AS c JOIN summit AS s USING (summit_id)
CROSS JOIN LATERAL (SELECT coalesce(commitment_at.as_of, authority_date(s.regime)) AS day) AS d
LEFT JOIN LATERAL (SELECT e.kind, e.happened_on FROM commitment_evidence AS e
    WHERE e.commitment_id = c.commitment_id AND e.happened_on <= d.day AND e.kind <> 'progress'
    ORDER BY e.evidence_no DESC LIMIT 1) AS settled ON true
LEFT JOIN LATERAL (SELECT count(*) AS evidence, (array_agg(e.body::text ORDER BY e.evidence_no DESC))[1] AS body
    FROM commitment_evidence AS e WHERE e.commitment_id = c.commitment_id AND e.happened_on <= d.day) AS told ON true
WHERE s.held_on <= d.day
$$;
GRANT EXECUTE ON FUNCTION commitment_at TO PUBLIC;

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY[
        'summit', 'summit_topic', 'summit_participant', 'raised_point', 'expert_council', 'council_member', 'council_report',
        'commitment', 'commitment_evidence'
    ] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', part);
        EXECUTE format('CREATE POLICY %I ON %I TO sandbox_owner USING (true) WITH CHECK (true)', part || '_owner', part);
        EXECUTE format('CREATE POLICY %1$s_everyone ON %1$s FOR SELECT TO PUBLIC USING ((SELECT acting_group() IS NOT NULL)%2$s)',
            part, CASE part WHEN 'raised_point' THEN ' AND case_file_id IS NULL' ELSE '' END);
        EXECUTE format('GRANT SELECT ON %I TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, '
            'sandbox_auditor, sandbox_operator, sandbox_public', part);
    END LOOP;
    FOREACH part IN ARRAY ARRAY[
        'summit', 'summit_topic', 'summit_participant', 'expert_council', 'council_member', 'council_report', 'commitment',
        'commitment_evidence'
    ] LOOP
        EXECUTE format('CREATE POLICY %1$s_desk ON %1$s TO sandbox_desk USING ((SELECT acting_group() = ''sandbox_desk'')) '
            'WITH CHECK ((SELECT acting_group() = ''sandbox_desk''))', part);
    END LOOP;
END
$$;
CREATE POLICY raised_point_party ON raised_point FOR SELECT
    TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor
    USING ((SELECT acting_group() IS NOT NULL)
        AND EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = raised_point.case_file_id));
CREATE POLICY raised_point_desk ON raised_point FOR INSERT TO sandbox_desk WITH CHECK (
    (SELECT acting_group() = 'sandbox_desk') AND (case_file_id IS NULL OR EXISTS (
        SELECT FROM case_file AS c WHERE c.case_file_id = raised_point.case_file_id AND c.reference IS NOT NULL)));
-- The organisation that chairs a council reports for it; the one that promised something says what became of it.
CREATE POLICY council_report_chair ON council_report FOR INSERT TO sandbox_company, sandbox_ministry WITH CHECK (
    (SELECT acting_group() IN ('sandbox_company', 'sandbox_ministry')) AND EXISTS (SELECT FROM expert_council AS k
        WHERE k.summit_topic_id = council_report.summit_topic_id AND k.chair_id = (SELECT acting_organisation_id())));
CREATE POLICY commitment_evidence_party ON commitment_evidence FOR INSERT TO sandbox_company, sandbox_ministry WITH CHECK (
    (SELECT acting_group() IN ('sandbox_company', 'sandbox_ministry')) AND EXISTS (SELECT FROM commitment AS c
        WHERE c.commitment_id = commitment_evidence.commitment_id AND c.owner_id = (SELECT acting_organisation_id())));
GRANT INSERT (regime, summit_no, name, held_on, place, summary, source), UPDATE (name, held_on, place, summary, source)
    ON summit TO sandbox_desk;
GRANT INSERT (summit_id, topic_no, title, summary, source) ON summit_topic TO sandbox_desk;
GRANT INSERT (summit_id, summit_topic_id, name, source) ON summit_participant TO sandbox_desk;
GRANT INSERT (summit_id, summit_topic_id, kind, raised_by, body, case_file_id, source) ON raised_point TO sandbox_desk;
GRANT INSERT (summit_topic_id, name, chair, source) ON expert_council TO sandbox_desk;
GRANT INSERT (summit_topic_id, name) ON council_member TO sandbox_desk;
GRANT INSERT (summit_topic_id, summit_id, body, source) ON council_report TO sandbox_desk, sandbox_company, sandbox_ministry;
GRANT INSERT (summit_id, summit_topic_id, kind, owner, body, due, due_on, source) ON commitment TO sandbox_desk;
GRANT INSERT (commitment_id, kind, happened_on, body, source) ON commitment_evidence
    TO sandbox_desk, sandbox_company, sandbox_ministry;

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['raised_point', 'council_report', 'commitment', 'commitment_evidence'] LOOP
        EXECUTE format('CREATE TRIGGER %1$s_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %1$s '
            'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', part);
    END LOOP;
END
$$;

-- A point about a case is booked on a chain of its own: on the summit's, the numbers would tell how many others there are.
DO $$
DECLARE
    booked record;
    arguments text;
BEGIN
    FOR booked IN SELECT * FROM (VALUES
        ('summit', 'summit_id', 'summit-add', 'summit-edit', 'remove', ARRAY['summit_id']),
        ('summit_topic', 'summit_id', 'summit-edit', 'remove', 'remove', ARRAY['topic_no']),
        ('summit_participant', 'summit_id', 'summit-edit', 'remove', 'remove', ARRAY['summit_topic_id', 'name']),
        ('raised_point', 'raised_point_id', 'summit-raise', 'remove', 'remove', ARRAY['raised_point_id']),
        ('expert_council', 'summit_topic_id', 'summit-council', 'remove', 'remove', ARRAY['summit_topic_id']),
        ('council_member', 'summit_topic_id', 'summit-council', 'remove', 'remove', ARRAY['name']),
        ('council_report', 'summit_topic_id', 'council-report', 'remove', 'remove', ARRAY['summit_id']),
        ('commitment', 'summit_id', 'commit', 'remove', 'remove', ARRAY['commitment_no']),
        ('commitment_evidence', 'commitment_id', 'commitment-evidence', 'remove', 'remove', ARRAY['evidence_no'])
    ) AS b (table_name, chain, insert_act, update_act, delete_act, key_columns) LOOP
        arguments := format('(%L, %L, %L, %L, %s)', booked.chain,
            booked.insert_act, booked.update_act, booked.delete_act,
            (SELECT string_agg(quote_literal(k), ', ') FROM unnest(booked.key_columns) AS k));
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows '
            'FOR EACH STATEMENT EXECUTE FUNCTION book_insert',
            booked.table_name || '_event_insert', booked.table_name) || arguments;
        EXECUTE format('CREATE TRIGGER %I AFTER UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION book_change',
            booked.table_name || '_event_change', booked.table_name) || arguments;
    END LOOP;
END
$$;

-- Chains of which nothing is left, beside those that audit_break() looks for. What the schema brought along itself, the
-- first holidays and the first version of a regime, was never booked.
CREATE FUNCTION audit_chain_break() RETURNS TABLE (event_id bigint, chain text, seq bigint, problem text)
    LANGUAGE sql STABLE SET search_path = sandbox, pg_temp
    AS $$
SELECT 0::bigint, s.chain, 0::bigint, 'chain-missing'
FROM (
    SELECT 'provision:' || p.provision_id FROM provision AS p
    UNION SELECT 'summit:' || m.summit_id FROM summit AS m
    UNION SELECT 'summit_topic:' || k.summit_topic_id FROM expert_council AS k
    UNION SELECT 'raised_point:' || r.raised_point_id FROM raised_point AS r
    UNION SELECT 'commitment:' || e.commitment_id FROM commitment_evidence AS e
    UNION SELECT 'committee_session:' || c.committee_session_id FROM committee_session AS c
    UNION SELECT 'agenda_item:' || a.agenda_item_id FROM agenda_paper AS a
    UNION SELECT 'agenda_item:' || o.agenda_item_id FROM proposed_condition AS o
    UNION SELECT 'calendar:' || h.calendar FROM public_holiday AS h JOIN person AS p ON p.role_name = h.recorded_by
    UNION SELECT 'regime:' || v.regime FROM regime_version AS v JOIN person AS p ON p.role_name = v.applied_by
) AS s (chain)
WHERE NOT EXISTS (SELECT FROM event_chain AS c WHERE c.chain = s.chain)
    AND NOT EXISTS (SELECT FROM event AS e WHERE e.chain = s.chain)
ORDER BY 2
$$;
GRANT EXECUTE ON FUNCTION audit_chain_break TO sandbox_auditor;
