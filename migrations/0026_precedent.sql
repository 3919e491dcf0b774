-- Same or similar (동일·유사): what a case is about, as pairs of letters, by which earlier grants are found that are like it;
-- and the decisions that depart from one.

-- Neighbouring letters in pairs, without white space and marks: no dictionary of Korean is needed to compare texts.
CREATE FUNCTION bigrams(words text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = sandbox, pg_temp
    AS $$
SELECT coalesce(array_agg(DISTINCT substr(l.letters, n, 2)), '{}')
FROM (SELECT regexp_replace(lower(bigrams.words), '[[:space:][:punct:]·ㆍ]', '', 'g') AS letters) AS l,
    generate_series(1, length(l.letters) - 1) AS n
$$;
GRANT EXECUTE ON FUNCTION bigrams TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, sandbox_auditor;

CREATE TABLE case_feature (
    case_file_id bigint CONSTRAINT case_feature_pkey PRIMARY KEY
        CONSTRAINT case_feature_case_file_id_fkey REFERENCES case_file,
    bigrams text[] NOT NULL
);
COMMENT ON COLUMN case_feature.bigrams IS 'of the name of the service and what it does; kept by note_feature when the case is filed';

CREATE FUNCTION note_feature() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    INSERT INTO case_feature AS f VALUES (NEW.case_file_id, bigrams(concat_ws(' ', NEW.service_name, NEW.summary)))
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER case_file_feature AFTER INSERT OR UPDATE OF stage ON case_file
    FOR EACH ROW WHEN (NEW.stage IN ('filed', 'decided')) EXECUTE FUNCTION note_feature();
INSERT INTO case_feature
SELECT c.case_file_id, bigrams(concat_ws(' ', c.service_name, c.summary)) FROM case_file AS c WHERE c.reference IS NOT NULL;

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

CREATE FUNCTION guard_precedent_departure() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = sandbox, pg_temp
    AS $$
BEGIN
    IF acting_as('sandbox_desk') AND EXISTS (
        SELECT FROM decision AS d JOIN case_file AS c USING (case_file_id)
        WHERE d.decision_id = NEW.decision_id AND (d.recorded_at <> now() OR c.stage = 'decided'))
    THEN
        PERFORM refuse('precedent_departure_decision_guard', 'a recorded decision is not added to');
    END IF;
    IF NOT EXISTS (SELECT FROM latest_decision AS d
        WHERE d.case_file_id = NEW.precedent_id AND d.outcome IN ('granted', 'granted-with-conditions'))
    THEN
        PERFORM refuse('precedent_departure_grant_guard', 'a precedent is a grant');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER precedent_departure_guard BEFORE INSERT ON precedent_departure
    FOR EACH ROW EXECUTE FUNCTION guard_precedent_departure();

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['case_feature', 'precedent_departure'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', part);
        EXECUTE format('CREATE POLICY %I ON %I TO sandbox_owner USING (true) WITH CHECK (true)', part || '_owner', part);
        EXECUTE format($policy$
            CREATE POLICY %1$s_staff ON %1$s FOR SELECT TO sandbox_desk, sandbox_analyst, sandbox_auditor
                USING ((SELECT acting_group() IN ('sandbox_desk', 'sandbox_analyst', 'sandbox_auditor')))$policy$, part);
        EXECUTE format($policy$
            CREATE POLICY %1$s_reader ON %1$s FOR SELECT TO sandbox_company, sandbox_ministry
                USING ((SELECT acting_group() IN ('sandbox_company', 'sandbox_ministry'))
                    AND EXISTS (SELECT FROM case_file AS c WHERE c.case_file_id = %1$s.case_file_id))$policy$, part);
        EXECUTE format('GRANT SELECT ON %I TO sandbox_company, sandbox_ministry, sandbox_desk, sandbox_analyst, '
            'sandbox_auditor', part);
    END LOOP;
END
$$;
CREATE POLICY precedent_departure_record ON precedent_departure FOR INSERT TO sandbox_desk WITH CHECK (
    (SELECT acting_group() = 'sandbox_desk') AND EXISTS (
        SELECT FROM decision AS d WHERE d.decision_id = precedent_departure.decision_id));
GRANT INSERT ON precedent_departure TO sandbox_desk;
CREATE TRIGGER precedent_departure_event_insert AFTER INSERT ON precedent_departure REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION book_insert('case_file_id', 'depart', 'remove', 'remove', 'precedent_id');
CREATE TRIGGER precedent_departure_event_change AFTER UPDATE OR DELETE ON precedent_departure
    FOR EACH ROW EXECUTE FUNCTION book_change('case_file_id', 'depart', 'remove', 'remove', 'precedent_id');
